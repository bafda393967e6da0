package homeward.exhaustive;

import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.Journey.WavePhase;
import homeward.exchange.Move;
import homeward.exchange.Move.Sight;
import homeward.exchange.PartyId;
import homeward.exchange.Ref;
import homeward.exchange.Trail;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is seen, once a journey is convened. On a wave that was let go people set off, are handed over, received and home, and
 * heads are counted rightly, without bound. A turning back, a death, a wrong count, an unlisted arrival and anybody seen where
 * nobody let them go are mishaps, of which the shape has so many.
 *
 * <p>Facts about different people do not hinder one another, so unless the shape is unhurried people are received after they set
 * off, and heads are counted when everybody of a roll has set off, or has arrived.
 */
final class FactSteps {
  private final Branching branching;
  private final Position at;
  private final Shape shape;

  private FactSteps(Branching branching, Shape shape) {
    this.branching = branching;
    this.at = branching.at();
    this.shape = shape;
  }

  static void add(Branching branching, Shape shape) {
    if (branching.at().journey().isEmpty()) {
      return;
    }
    FactSteps facts = new FactSteps(branching, shape);
    for (PartyId holder : Stage.SIDES) {
      // Two people of one holder of whom the same is said are one: what is seen of either leads to the same forms.
      Set<Integer> forms = new HashSet<>();
      Stage.held(holder, shape.people()).stream()
          .filter(ref -> forms.add(Form.person(branching.at(), shape, ref, holder)))
          .forEach(ref -> facts.person(ref, holder));
      branching.at().waves().stream().filter(FactSteps::counts).forEach(wave -> facts.counts(wave, holder));
      facts.arrival(holder);
    }
  }

  /** Whether facts still bear on a wave. */
  private static boolean counts(Journey.Wave wave) {
    return wave.open() || wave.phase() == WavePhase.DISPUTED;
  }

  private void person(Ref ref, PartyId holder) {
    Seen seen = Seen.of(at.state().trails().getOrDefault(ref, Trail.UNSEEN), holder);
    PartyId home = Stage.other(holder);
    boolean letGo = at.seat(ref).map(FactSteps::counts).orElse(false);
    int mishap = letGo ? 0 : 1;
    boolean alive = !seen.died();
    boolean anyOrder = shape.unhurried();
    saw(alive && !seen.departed() && !seen.back(), Sight.DEPARTED, ref, holder, mishap);
    saw(alive && seen.departed() && !seen.handedOver(), Sight.HANDED_OVER, ref, holder, mishap);
    receivers(home).forEach(party -> saw(alive && !seen.arrived() && !seen.back() && (seen.departed() || anyOrder || !letGo), Sight.RECEIVED, ref, party, mishap));
    saw(seen.arrived(), Sight.HOME, ref, home, 0);
    saw(alive && !seen.back() && !seen.arrived() && (letGo || seen.departed()), Sight.BACK, ref, holder, 1);
    Stage.SIDES.forEach(party -> saw(alive, Sight.DIED, ref, party, 1));
  }

  private List<PartyId> receivers(PartyId home) {
    TreeSet<PartyId> all = new TreeSet<>(Set.of(home));
    at.holder(Function.HANDOVER).ifPresent(all::add);
    return List.copyOf(all);
  }

  private void saw(boolean news, Sight sight, Ref ref, PartyId by, int mishaps) {
    if (news) {
      Move move = new Move.Saw(sight, Optional.of(Stage.JOURNEY), new TreeSet<>(Set.of(ref)), Move.Device.desk());
      says(by, move, mishaps, sight.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + ": " + ListSteps.name(ref));
    }
  }

  private void says(PartyId by, Move move, int mishaps, String what) {
    if (at.mishaps() + mishaps <= shape.mishaps()) {
      branching
          .voice(by)
          .ifPresent(voice -> branching.saysAnywhere(voice, move, mishaps, () -> Stage.letter(by) + " writes down: " + what));
    }
  }

  private void counts(Journey.Wave wave, PartyId holder) {
    Journey.Roll roll = wave.rolls().get(holder);
    if (roll == null || roll.everybody().isEmpty()) {
      return;
    }
    List<Seen> seen =
        roll.everybody().stream().map(ref -> Seen.of(at.state().trails().getOrDefault(ref, Trail.UNSEEN), holder)).toList();
    int setOff = (int) seen.stream().filter(each -> each.everDeparted() || !(each.back() || each.died())).count();
    int arrive = (int) seen.stream().filter(each -> each.arrived() || !(each.back() || each.died())).count();
    if (shape.unhurried() || seen.stream().allMatch(each -> each.everDeparted() || each.back() || each.died())) {
      count(wave, holder, Move.Place.DEPARTURE, Stage.other(holder), setOff);
    }
    if (shape.unhurried() || seen.stream().allMatch(each -> each.arrived() || each.back() || each.died())) {
      receivers(Stage.other(holder)).forEach(party -> count(wave, party, Move.Place.ARRIVAL, Stage.other(holder), arrive));
    }
  }

  private void count(Journey.Wave wave, PartyId by, Move.Place end, PartyId home, int right) {
    boolean departure = end == Move.Place.DEPARTURE;
    int last =
        Form.last(wave, count -> count.end() == end && count.returnsTo().equals(home) && (!departure || count.by().equals(by)));
    int wrong = right == 0 ? 1 : right - 1;
    heads(last != right, wave, by, end, home, right, 0);
    heads(last != wrong, wave, by, end, home, wrong, 1);
  }

  private void heads(boolean news, Journey.Wave wave, PartyId by, Move.Place end, PartyId home, int heads, int mishaps) {
    if (news) {
      Move move = new Move.Counted(Stage.JOURNEY, wave.number(), home, end, heads, Move.Device.desk());
      String where = end == Move.Place.DEPARTURE ? "setting off" : "arriving";
      says(by, move, mishaps, "%d heads of those returning to %s %s in wave %d".formatted(heads, Stage.letter(home), where, wave.number()));
    }
  }

  private void arrival(PartyId home) {
    Ref ref = Stage.arrival(at.state().arrivals().size() + 1);
    Move move = new Move.Arrived(Optional.of(Stage.JOURNEY), home, Stage.people(List.of(ref)), Move.Device.desk());
    says(home, move, 1, "somebody arrived who stands on no list");
  }
}
