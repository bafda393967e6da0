package homeward.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.Move;
import homeward.exchange.Move.Sight;
import homeward.exchange.PartyId;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.exchange.Terms;
import homeward.exchange.Trail;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A side whose node has heard of little yet. */
class SideConductTest {
  private static final PartyId FIRST = new PartyId("A".repeat(22));
  private static final PartyId SECOND = new PartyId("B".repeat(22));
  private static final Ref ARRIVED = new Ref("A" + "r".repeat(21));

  private static Terms terms() {
    return new Terms(
        List.of(FIRST, SECOND), FIRST, State.put(State.none(), Function.KEEPER, FIRST), State.put(State.none(), "military", new Terms.Category(1, false)),
        Digest.OF_NOTHING, List.of(new Terms.Tranche("2025-05-23", "crossing", 1, 2, 3, State.none(), State.none())), Terms.Parity.AS_AGREED, State.none(),
        List.of(), false, false, 2, new Terms.Deadlines(24, 24, 24, 24, 24, 9), true, new TreeSet<>());
  }

  private static List<Intent> due(State state, long now) {
    Book book = new Book(
        Optional.empty(), List.of(), terms(), State.none(), Optional.empty(), "s".repeat(22), State.none(), State.none(), State.none(), 5, Choosing.byLot(), Book.Leads.inTheirTime(), Book.Day.uneventful());
    ThirdConduct.Ward ward = new ThirdConduct.Ward(List.of(), TreeSet::new, List.of(), Long.MAX_VALUE, List.of());
    View view = new View(state, SECOND, now, Optional.empty(), false, index -> 0);
    return new SideConduct(book, ward).duties(view).flatMap(duty -> duty.get().stream()).toList();
  }

  @Test
  void aSideThatHasHeardOfNoOpeningSaysNothing() {
    assertThat(due(State.unopened("early"), View.DAY)).isEmpty();
  }

  @Test
  void whoeverWasReceivedOnNoJourneyComesHomeOnNone() {
    Trail.Fact received = new Trail.Fact(Sight.RECEIVED, SECOND, Optional.empty(), 0, State.Provenance.SIGNED);
    State.Arrival arrival = new State.Arrival(SECOND, "military", SECOND, Optional.empty(), 0, State.Provenance.SIGNED, Optional.empty());
    State state = State.unopened("early")
        .withTrails(new TreeMap<>(State.put(State.none(), ARRIVED, Trail.UNSEEN.with(received))))
        .withArrivals(new TreeMap<>(State.put(State.none(), ARRIVED, arrival)));

    assertThat(due(state, View.DAY)).extracting(Intent::move)
        .containsExactly(new Move.Saw(Sight.HOME, Optional.empty(), new TreeSet<>(List.of(ARRIVED)), Move.Device.desk()));
    assertThat(due(state, View.HOUR)).isEmpty();
  }
}
