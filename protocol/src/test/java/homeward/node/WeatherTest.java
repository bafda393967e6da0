package homeward.node;

import static homeward.exchange.Function.CLEARANCE;
import static homeward.exchange.Function.SIDE;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.transcript.Checkpoint;
import homeward.transcript.Hash;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Messages are lost, doubled, late and out of order, lines break for hours, processes end and start again. Whatever the weather,
 * no two parties ever hold checkpoints to be common that tell different histories; and when it clears up, all hold one.
 */
class WeatherTest {
  private static final int STEPS = 400;

  /** Messages under way between three nodes, and which lines are cut. */
  private static final class Storm {
    private record Sent(PartyId from, PartyId to, Message message) {}

    final ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.AGREED);
    private final SplittableRandom draws;
    private final List<Sent> underWay = new ArrayList<>();
    private final Map<PartyId, Node> nodes = new HashMap<>();
    private final Map<Long, Hash> common = new HashMap<>();
    private int cutLine = -1;

    Storm(long seed) {
      draws = new SplittableRandom(seed);
      exchange.parties().forEach(this::start);
    }

    private void start(ExchangeParty party) {
      nodes.put(party.id(), party.nodeOn(party.store(), (to, message) -> underWay.add(new Sent(party.id(), to, message))));
    }

    Node node(PartyId party) {
      return ExchangeFixture.at(nodes, party);
    }

    private ExchangeParty anybody() {
      return exchange.parties().get(draws.nextInt(exchange.parties().size()));
    }

    void step() {
      switch (draws.nextInt(12)) {
        case 0 -> say();
        case 1 -> exchange.parties().forEach(party -> party.clock().pass(Duration.ofMinutes(draws.nextInt(60))));
        case 2 -> node(anybody().id()).tick();
        case 3 -> restartPerhaps();
        case 4 -> moveTheCut();
        default -> deliverOne();
      }
      watch();
    }

    private void say() {
      ExchangeParty party = anybody();
      Move seen = exchange.saw(Move.Sight.HOME, exchange.heldByB());
      Move.Cause[] causes = Move.Cause.values();
      Move move = draws.nextBoolean() ? seen : new Move.Halt(causes[draws.nextInt(causes.length)]);
      node(party.id()).say(party.person(draws.nextInt(3)), party == exchange.mediator() ? CLEARANCE : SIDE, move);
    }

    private void restartPerhaps() {
      if (draws.nextInt(5) == 0) {
        start(anybody());
      }
    }

    /** Nobody is cut off, one of the parties is, or all are; and hours go by. */
    private void moveTheCut() {
      if (draws.nextInt(6) == 0) {
        cutLine = draws.nextInt(-1, 4);
        for (int hour = draws.nextInt(30); hour > 0; hour--) {
          exchange.parties().forEach(party -> party.clock().pass(Duration.ofHours(1)));
          nodes.values().forEach(Node::tick);
          for (int i = underWay.size(); i > 0; i--) {
            deliverOne();
            watch();
          }
        }
      }
    }

    private void deliverOne() {
      if (underWay.isEmpty()) {
        return;
      }
      int which = draws.nextInt(underWay.size());
      Sent sent = draws.nextInt(10) == 0 ? underWay.get(which) : underWay.remove(which);
      if (draws.nextInt(8) != 0 && !cut(sent)) {
        node(sent.to()).receive(sent.from(), sent.message());
      }
    }

    private boolean cut(Sent sent) {
      PartyId cutOff = cutLine >= 0 && cutLine < 3 ? exchange.parties().get(cutLine).id() : null;
      return cutLine == 3 || sent.from().equals(cutOff) || sent.to().equals(cutOff);
    }

    /** What one party holds to be common, every other that comes as far must hold too, now and ever after. */
    private void watch() {
      for (Node node : nodes.values()) {
        Checkpoint point = node.common().orElseThrow().checkpoint();
        Hash known = common.putIfAbsent(point.size(), point.root());
        assertThat(known == null || known.equals(point.root())).as("common checkpoint %d", point.size()).isTrue();
        for (Map.Entry<Long, Hash> earlier : common.entrySet()) {
          if (earlier.getKey() < point.size()) {
            assertThat(node.chronicle().rootAt(earlier.getKey())).isEqualTo(earlier.getValue());
          }
        }
      }
    }

    void clearsUp() {
      cutLine = -1;
      for (int round = 0; round < 30; round++) {
        nodes.values().forEach(Node::tick);
        for (int i = 0; i < underWay.size(); i++) {
          Sent sent = underWay.get(i);
          node(sent.to()).receive(sent.from(), sent.message());
        }
        underWay.clear();
        exchange.parties().forEach(party -> party.clock().pass(Duration.ofHours(1)));
        watch();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void nobodyHoldsAnotherHistoryToBeCommonAndInTheEndAllHoldOne(long seed) {
    Storm storm = new Storm(seed);
    for (int i = 0; i < STEPS; i++) {
      storm.step();
    }
    storm.clearsUp();
    for (Node node : storm.nodes.values()) {
      assertThat(node.alarms()).as("seed %d", seed).isEmpty();
      assertThat(node.outbox()).as("seed %d", seed).isEmpty();
      assertThat(node.common().orElseThrow().checkpoint().size()).as("seed %d", seed).isEqualTo(node.chronicle().size());
    }
    assertThat(storm.nodes.values()).extracting(Node::state).as("seed %d", seed).containsOnly(storm.node(storm.exchange.a().id()).state());
    assertThat(storm.exchange.a().store().contents().lines().size()).isGreaterThan(20);
    assertThat(storm.node(storm.exchange.a().id()).state().course().phase()).isEqualTo(State.Phase.IN_FORCE);
  }
}
