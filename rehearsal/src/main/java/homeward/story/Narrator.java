package homeward.story;

import homeward.balance.Receipts;
import homeward.exchange.AuthorId;
import homeward.exchange.Decision;
import homeward.exchange.Function;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.exchange.Terms;
import homeward.node.Count;
import homeward.transcript.Leaf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * Turns what is placed in the log into lines that a person can follow: what it came to, not who typed what. It reads nothing but
 * the log, so it knows no name of a person and no reason that is not for everybody.
 */
public final class Narrator {
  private final Wording wording;
  private final Journeys journeys;
  private final TreeMap<PartyId, Integer> homeToday = new TreeMap<>();
  private State now = State.unopened("");
  private LocalDate today = LocalDate.EPOCH;
  private LocalDate headed = LocalDate.EPOCH;
  private Optional<PartyId> keeping = Optional.empty();

  /** A narrator who calls parties by these names. */
  public Narrator(java.util.function.Function<PartyId, String> names) {
    this.wording = new Wording(names);
    this.journeys = new Journeys(wording);
  }

  /**
   * What an entry came to, as lines of at most {@link Line#WIDTH} characters without a line end; often there is nothing to tell.
   *
   * @param leaf the entry in its place
   * @param move what it says
   * @param decision what it did
   * @param before what stood before it
   */
  public List<String> placed(Leaf leaf, Move move, Decision decision, State before) {
    Deed deed = Deed.of(leaf, move, decision, before);
    now = deed.after();
    List<Line> told = new ArrayList<>(keeper(leaf, deed));
    if (decision.refusal().isPresent()) {
      told.addAll(new Refusals(wording).of(deed, decision.refusal().get()));
    } else {
      told.addAll(new Beginnings(wording).of(deed));
      told.addAll(new Troubles(wording).of(deed));
      told.addAll(journeys.of(deed));
      told.addAll(new Endings(wording).of(deed));
    }
    List<String> printed = new ArrayList<>(printed(deed.stamp(), told));
    countHome(deed);
    return printed;
  }

  /** Something that stands in no log, at a time (epoch ms), such as a claim that got no place in it. */
  public List<String> beside(long stamp, String words) {
    return printed(stamp, List.of(Line.beside(words)));
  }

  /**
   * What both sides bring, before anything stands in the log.
   *
   * @param counts by what is counted, a number for each side in the order of {@code sides}
   */
  public static List<String> brought(String exchange, List<String> sides, SequencedMap<String, List<Integer>> counts, List<String> notices) {
    Table table = new Table("Registers for the exchange " + exchange, sides);
    counts.forEach((label, some) -> table.row(label, some.stream().map(Wording::number).toList()));
    notices.forEach(notice -> table.line("  note: " + notice));
    return table.rows();
  }

  /**
   * The balance as the first node counts it, and whether the others count the same.
   *
   * @param counts what each node counted from its own store, by its party's name
   */
  public List<String> counted(SequencedMap<String, Count.Result.Counted> counts) {
    Count.Result.Counted first = counts.firstEntry().getValue();
    List<String> rows = new ArrayList<>(evening());
    rows.add("");
    rows.addAll(BalanceTable.of(wording, first.state(), first.balance()));
    rows.add("");
    rows.addAll(NodesTable.of(counts));
    return rows;
  }

  private List<String> printed(long stamp, List<Line> told) {
    List<String> printed = new ArrayList<>();
    LocalDate date = Wording.date(stamp);
    if (!date.equals(today)) {
      printed.addAll(evening());
      today = date;
    }
    if (!told.isEmpty()) {
      printed.addAll(headline());
    }
    for (Line line : told) {
      printed.addAll(line.printed(Wording.hour(stamp)));
    }
    return printed;
  }

  /** Once a day, above the first thing that is told of it. */
  private List<String> headline() {
    if (today.equals(headed)) {
      return List.of();
    }
    String clock = headed.equals(LocalDate.EPOCH) ? " (times are UTC)" : "";
    headed = today;
    List<Terms.Tranche> tranches = now.course().agreed().map(agreed -> agreed.terms().tranches()).orElse(List.of());
    String of =
        tranches.stream()
            .filter(tranche -> tranche.day().equals(today.toString()))
            .map(tranche -> ", " + Wording.tranche(now.terms(), tranches.indexOf(tranche) + 1) + " of " + tranches.size())
            .findFirst()
            .orElse("");
    return List.of("", Wording.day(today) + of + clock);
  }

  /** People come home at all hours; a day's sum is enough. */
  private void countHome(Deed deed) {
    if (deed.move() instanceof Move.Saw saw && saw.sight() == Move.Sight.HOME) {
      saw.refs().forEach(ref -> homeToday.merge(home(deed, ref), 1, Integer::sum));
    }
  }

  private static PartyId home(Deed deed, Ref ref) {
    return Optional.ofNullable(deed.after().people().get(ref))
        .map(person -> Receipts.home(deed.after(), person.holder()))
        .or(() -> Optional.ofNullable(deed.after().arrivals().get(ref)).map(State.Arrival::returnsTo))
        .or(deed::by)
        .orElseThrow();
  }

  private List<String> evening() {
    if (homeToday.isEmpty()) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    for (PartyId side : wording.inOrder(homeToday.keySet())) {
      words.add(Wording.number(homeToday.getOrDefault(side, 0)) + " of " + wording.name(side) + "'s people");
    }
    homeToday.clear();
    List<String> printed = new ArrayList<>(headline());
    printed.addAll(Line.plain("Home today: " + Wording.and(words) + ".").printed("night"));
    return printed;
  }

  /** Who keeps the log changes by a succession, or because the keeper is silent and somebody goes on alone. */
  private List<Line> keeper(Leaf leaf, Deed deed) {
    Optional<PartyId> keeper = deed.after().parties().ofNode(new AuthorId(leaf.keeper().value()));
    boolean changed = keeping.isPresent() && keeper.isPresent() && !keeper.equals(keeping);
    keeping = keeper.or(() -> keeping);
    Optional<PartyId> named = Optional.ofNullable(deed.before().course().functions().get(Function.KEEPER));
    return changed && !keeper.equals(named)
        ? List.of(
            Line.trouble(
                named.map(wording::name).orElse("The keeper") + ", who keeps the log, has been silent too long: " + wording.name(keeper.get())
                    + " goes on from what was common, in a log marked one-sided, with facts only."))
        : List.of();
  }
}
