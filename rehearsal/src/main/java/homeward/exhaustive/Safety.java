package homeward.exhaustive;

import homeward.balance.Balance;
import homeward.balance.Figure;
import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.Move.Sight;
import homeward.exchange.PartyId;
import homeward.exchange.Person;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.exchange.Trail;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** Invariants 1 to 4, 6 and 8, written from what they say and not from the rules, and asked of every state of a walk. */
final class Safety {
  private static final int AT_MOST = 20;
  private final List<String> breaches = new ArrayList<>();

  /** What did not hold, in words; the first few. */
  List<String> breaches() {
    return List.copyOf(breaches);
  }

  private void require(boolean holds, String what) {
    if (!holds && breaches.size() < AT_MOST) {
      breaches.add(what);
    }
  }

  /** 6: nothing of what is signed for happens before the last signature. */
  void unbound(State before, State meanwhile) {
    require(
        before.people().equals(meanwhile.people())
            && before.journeys().equals(meanwhile.journeys())
            && before.course().functions().equals(meanwhile.course().functions())
            && before.course().phase() == meanwhile.course().phase()
            && before.course().halted().equals(meanwhile.course().halted())
            && before.course().frozen().equals(meanwhile.course().frozen())
            && before.discrepancies().equals(meanwhile.discrepancies()),
        "6: something happened before the last signature");
  }

  /** 6: at the last signature it happens. */
  void bound(State after, Digest matter) {
    require(!after.pending().containsKey(matter), "6: everybody signed and it still waits");
  }

  /** 8: a refused act changes nothing but its author's head and the length of the log. */
  @SuppressWarnings("ReferenceEquality") // not only equal: the very same
  void refused(State before, State after) {
    require(
        before.people() == after.people()
            && before.journeys() == after.journeys()
            && before.trails() == after.trails()
            && before.pending() == after.pending()
            && before.discrepancies() == after.discrepancies()
            && before.course().phase() == after.course().phase(),
        "8: a refused act changed something");
  }

  /** One step further. */
  void step(Position from, Position to) {
    for (Journey.Wave wave : to.waves()) {
      boolean wasOpen = from.waves().size() >= wave.number() && from.waves().get(wave.number() - 1).open();
      if (wave.open() && !wasOpen) {
        released(from, to, wave);
      }
      if (from.waves().size() >= wave.number()) {
        Journey.Wave before = from.waves().get(wave.number() - 1);
        boolean same = before.rolls().equals(wave.rolls());
        require(same || wave.ready().isEmpty(), "1: a Ready stands though the wave is another one");
        require(same || !before.open(), "1: a wave under way was changed");
      }
    }
  }

  /** 1, 2: everybody let go is sealed, agreed, cleared, and both sides are ready. */
  private void released(Position from, Position to, Journey.Wave wave) {
    Journey journey = to.journey().orElseThrow();
    require(journey.phase() == Journey.Phase.SEALED || journey.over(), "1: let go without a seal");
    require(wave.ready().keySet().containsAll(Stage.SIDES), "1: let go without both Ready");
    require(from.state().course().halted().isEmpty(), "let go under a halt");
    for (var roll : wave.rolls().entrySet()) {
      for (Ref ref : roll.getValue().everybody()) {
        Person person = Objects.requireNonNull(to.state().people().get(ref));
        require(person.holder().equals(roll.getKey()), "2: somebody on the other side's roll");
        require(person.answer() == Person.Answered.ACCEPTED && !person.struck(), "2: let go without being agreed");
        require(journey.clearance().cleared().contains(ref), "2: let go without being cleared");
      }
    }
  }

  /** Whatever was found for the first time. */
  void state(Position at) {
    require(at.waves().stream().filter(Journey.Wave::open).count() <= 1, "3: two waves are open");
    seats(at);
    if (at.phase() == State.Phase.IN_FORCE) {
      balance(at.state());
    }
  }

  /** 2: nobody sits twice, and everybody on a roll that waits or is under way knows it. */
  private void seats(Position at) {
    TreeSet<Ref> seated = new TreeSet<>();
    for (Journey.Wave wave : at.waves()) {
      boolean rolled = wave.open() || wave.phase().compareTo(Journey.WavePhase.READY) <= 0;
      for (Ref ref : wave.rolls().values().stream().flatMap(roll -> roll.everybody().stream()).toList()) {
        boolean known = at.seat(ref).map(seat -> seat.number() == wave.number()).orElse(false);
        require(!rolled || (seated.add(ref) && known), "2: somebody sits twice, or does not know their seat");
      }
    }
  }

  /** 4: the balance is the sum of the receipts, and nobody is lost between listed and delivered. */
  private void balance(State state) {
    Balance balance = Balance.of(state);
    int counted = 0;
    for (Balance.Side side : balance.sides().values()) {
      counted += side.received().values().stream().mapToInt(Figure::count).sum();
      counted += side.outside().count() + side.direct().count() + side.withoutAuthority().count();
    }
    long receipts = state.people().entrySet().stream().filter(entry -> delivered(state, entry.getKey(), entry.getValue())).count();
    require(counted == receipts, "4: the balance has " + counted + ", the receipts are " + receipts);
  }

  private static boolean delivered(State state, Ref ref, Person person) {
    Trail trail = state.trails().getOrDefault(ref, Trail.UNSEEN);
    boolean released = false;
    boolean received = false;
    for (Trail.Fact fact : trail.facts()) {
      boolean back = fact.sight() == Sight.BACK;
      released = !back && (released || (fact.sight() == Sight.HANDED_OVER && fact.by().equals(person.holder())));
      received = !back && (received || (fact.sight() == Sight.RECEIVED && receives(state, fact.by(), person.holder())));
    }
    return released && received;
  }

  private static boolean receives(State state, PartyId party, PartyId holder) {
    return party.equals(Stage.other(holder)) || party.equals(state.course().functions().get(Function.HANDOVER));
  }
}
