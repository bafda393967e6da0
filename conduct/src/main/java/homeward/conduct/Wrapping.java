package homeward.conduct;

import static homeward.exchange.Function.SIDE;

import homeward.balance.Balance;
import homeward.balance.Publication;
import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.Matter;
import homeward.exchange.Matter.Finding;
import homeward.exchange.Move;
import homeward.exchange.Move.Lapsing;
import homeward.exchange.Offer;
import homeward.exchange.State;
import homeward.exchange.State.Discrepancy;
import homeward.exchange.State.DiscrepancyKind;
import homeward.exchange.Terms;
import homeward.ruling.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What brings things to an end: settlements, statements, lapses, the closing, or the end without one. */
record Wrapping(View view, Book book) {
  /** Statements are made in the evening, when a day's buses are in. */
  private static final long AFTER_THE_WINDOW = View.HOUR;

  List<Intent> lapses() {
    List<Intent> intents = new ArrayList<>(overdue(view));
    boolean waits =
        view.phase() == State.Phase.IN_FORCE
            && view.terms().committedLists()
            && view.state().offers().getOrDefault(view.otherSide(), Offer.NONE).committed().isEmpty()
            && !view.state().offers().getOrDefault(view.otherSide(), Offer.NONE).commitLapsed()
            && view.now() >= view.state().course().agreed().orElseThrow().at() + view.terms().deadlines().commit() * View.HOUR;
    if (waits) {
      intents.add(Intent.first(SIDE, new Move.Lapse(new Lapsing.OfCommitment())));
    }
    return intents;
  }

  /** What anybody may say once its time is over; nobody writes a paper for it, since whoever would report it can say it. */
  static List<Intent> overdue(View view) {
    List<Intent> intents = new ArrayList<>();
    if (view.state().parties().onPaper(view.me())) {
      return intents;
    }
    view.state().pending().values().stream()
        .filter(pending -> view.now() > pending.until())
        .forEach(pending -> intents.add(lapse(new Lapsing.OfProposal(pending.id()))));
    for (Journey journey : view.state().journeys().values()) {
      boolean moving = false;
      for (Journey.Wave wave : journey.waves()) {
        moving |= wave.open();
        if (wave.open() && view.now() > journey.reconcileBy()) {
          intents.add(lapse(new Lapsing.OfWave(journey.code(), wave.number())));
        }
      }
      if (!journey.over() && !moving && view.now() > journey.until()) {
        intents.add(lapse(new Lapsing.OfJourney(journey.code())));
      }
      boolean published = journey.published().isPresent() || journey.direct();
      if (!published && Publication.free(view.state(), journey, view.now())) {
        intents.add(lapse(new Lapsing.OfEmbargo(journey.code())));
      }
    }
    return intents;
  }

  private static Intent lapse(Lapsing what) {
    return Intent.first(SIDE, new Move.Lapse(what));
  }

  /** When both sides go on without the keeper, they name the side that keeps the log already, by the rule that their nodes go by. */
  List<Intent> succeeds() {
    boolean pending = Talks.anyPending(view, matter -> matter instanceof Matter.Succession);
    boolean goesOn = view.phase() == State.Phase.IN_FORCE || view.phase() == State.Phase.OFFERED;
    if (!view.alone() || pending || !goesOn || !view.opener()) {
      return List.of();
    }
    homeward.exchange.PartyId keeper = java.util.Objects.requireNonNull(view.state().course().functions().get(Function.KEEPER));
    return view.state().parties().members().values().stream()
        .filter(member -> member.kind() == Move.Kind.SIDE && member.keys().isPresent() && !member.party().equals(keeper))
        .findFirst()
        .map(member -> List.of(Talks.propose(view, new Matter.Succession(Function.KEEPER, member.party()), 7 * View.DAY)))
        .orElse(List.of());
  }

  /** The home side proposes what it found; whoever proposes, both sign. */
  List<Intent> settles() {
    List<Intent> intents = new ArrayList<>();
    for (Discrepancy discrepancy : view.state().discrepancies().values()) {
      boolean pending = Talks.anyPending(view, matter -> matter instanceof Matter.Settlement settlement && settlement.discrepancy().equals(discrepancy.id()));
      Optional<Finding> finding = discrepancy.open() && !pending && view.opener() ? finding(discrepancy) : Optional.empty();
      finding.ifPresent(found -> intents.add(Talks.propose(view, new Matter.Settlement(discrepancy.id(), found), 3 * View.DAY)));
    }
    return intents;
  }

  private Optional<Finding> finding(Discrepancy discrepancy) {
    if (discrepancy.kind() != DiscrepancyKind.COUNT_DIFFERS) {
      return Optional.empty();
    }
    for (Journey journey : view.state().journeys().values()) {
      for (Journey.Wave wave : journey.waves()) {
        for (var home : view.terms().sides()) {
          if (discrepancy.id().equals("count-" + journey.code() + "-" + wave.number() + "-" + home.value())) {
            return agreedCount(wave, home).map(Finding.CountIs::new);
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Both ends say the same by now. */
  private static Optional<Integer> agreedCount(Journey.Wave wave, homeward.exchange.PartyId home) {
    Optional<Integer> departed = last(wave, home, Move.Place.DEPARTURE);
    return departed.filter(heads -> last(wave, home, Move.Place.ARRIVAL).equals(Optional.of(heads)));
  }

  private static Optional<Integer> last(Journey.Wave wave, homeward.exchange.PartyId home, Move.Place end) {
    return wave.counts().reversed().stream()
        .filter(count -> count.returnsTo().equals(home) && count.end() == end)
        .map(Journey.Count::heads)
        .findFirst();
  }

  /** Each side announces its own returnees each day. */
  List<Intent> announces() {
    List<Intent> intents = new ArrayList<>();
    for (Journey journey : view.state().journeys().values()) {
      boolean evening = journey.tranche().isPresent() && journey.over() && view.now() >= journey.until() + AFTER_THE_WINDOW;
      if (evening && went(journey)) {
        intents.addAll(announcements(journey));
      }
    }
    return intents;
  }

  private static boolean went(Journey journey) {
    return journey.phase() != Journey.Phase.STOOD_DOWN;
  }

  private List<Intent> announcements(Journey journey) {
    List<Move.Scope> due = new ArrayList<>();
    if (!announced(journey, Move.Scope.ONE_SIDED)) {
      due.add(Move.Scope.ONE_SIDED);
    }
    boolean joint = journey.phase() != Journey.Phase.DISPUTED && Publication.free(view.state(), journey, view.now());
    if (joint && !announced(journey, Move.Scope.JOINT)) {
      due.add(Move.Scope.JOINT);
    }
    return due.isEmpty() ? List.of() : announcements(journey, due);
  }

  /** Only here are the figures added up: a day that was announced is asked about at every hour after it. */
  private List<Intent> announcements(Journey journey, List<Move.Scope> due) {
    SortedMap<String, Integer> own = Publication.figures(view.state(), journey, view.me());
    return due.stream()
        .map(scope -> Intent.first(SIDE, new Move.Announce(journey.code(), scope, view.me(), own)))
        .toList();
  }

  private boolean announced(Journey journey, Move.Scope scope) {
    return view.state().announcements().stream()
        .anyMatch(said -> said.by().equals(view.me()) && said.journey().equals(journey.code()) && said.scope() == scope);
  }

  List<Intent> closes() {
    boolean pending = Talks.anyPending(view, matter -> matter instanceof Matter.Close);
    boolean due = view.phase() == State.Phase.IN_FORCE && view.opener() && !pending && everyTrancheDone() && lastPublished();
    return due
        ? List.of(Talks.propose(view, new Matter.Close(Balance.of(view.state()).digest()), 2 * View.DAY))
        : List.of();
  }

  /** Carried out, or its day is past. */
  private boolean everyTrancheDone() {
    boolean allOver = view.state().journeys().values().stream().allMatch(Journey::over) && !view.state().journeys().isEmpty();
    List<Terms.Tranche> tranches = view.terms().tranches();
    boolean allHeld = true;
    for (int number = 1; number <= tranches.size(); number++) {
      Optional<Integer> wanted = Optional.of(number);
      boolean held = view.state().journeys().values().stream().anyMatch(journey -> journey.tranche().equals(wanted));
      allHeld &= held || view.now() > tranches.get(number - 1).until();
    }
    return allOver && allHeld;
  }

  private boolean lastPublished() {
    return view.state().journeys().values().stream()
        .filter(journey -> journey.tranche().isPresent() && went(journey))
        .allMatch(journey -> announced(journey, Move.Scope.ONE_SIDED));
  }

  /** When nothing leads on any more: the other side, or whoever is waited for, has been silent too long. */
  List<Intent> ends() {
    boolean going = view.phase() == State.Phase.IN_FORCE || view.phase() == State.Phase.OFFERED;
    boolean moving = view.state().journeys().values().stream().flatMap(journey -> journey.waves().stream()).anyMatch(Journey.Wave::open);
    return going && !moving && waitsInVain() && view.now() >= endsFrom() ? List.of(Intent.first(SIDE, new Move.End())) : List.of();
  }

  /** Silence before the first day is only waiting; it is in vain when something is asked, or when every day is past. */
  private boolean waitsInVain() {
    boolean asked = view.state().pending().values().stream().anyMatch(pending -> pending.proposer().equals(view.me()));
    boolean past = view.state().course().agreed().map(agreed -> view.now() > agreed.terms().tranches().getLast().until()).orElse(true);
    return asked || past;
  }

  private long endsFrom() {
    long end = view.state().course().agreed().map(agreed -> agreed.terms().deadlines().end()).orElse(Long.MAX_VALUE);
    return Protocol.silentFrom(view.state(), view.me()).values().stream().mapToLong(from -> from).reduce(end, Math::min);
  }
}
