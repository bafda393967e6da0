package homeward.server;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.exchange.Function;
import homeward.exchange.PartyId;
import homeward.node.ExchangeFixture;
import homeward.node.ExchangeParty;
import homeward.node.Message;
import homeward.server.database.Scratch;
import homeward.server.proceedings.Proceedings;
import homeward.server.proceedings.Standing;
import homeward.transcript.Hash;
import homeward.transcript.SigningKey;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Real nodes with real databases, over real HTTPS on loopback. */
class NodesTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final ExchangeFixture exchange = ExchangeFixture.unopened();

  private Nodes.Plan plan() {
    SequencedMap<PartyId, SigningKey> keys = new LinkedHashMap<>();
    exchange.parties().forEach(party -> keys.put(party.id(), party.nodeKey()));
    return new Nodes.Plan(
        Scratch.directory(), ExchangeFixture.CODE, exchange.mediator().id(), keys, Duration.ofMillis(200), () -> exchange.a().clock().now(),
        Scratch.RANDOM);
  }

  /** Waits for what other nodes have to tell; a node that never does fails the test. */
  private static Standing awaits(Running node, Predicate<Standing> what) {
    Proceedings proceedings = node.proceedings();
    Standing standing = proceedings.standing();
    for (int turns = 0; turns < 1_000 && !what.test(standing); turns++) {
      Standing next = proceedings.awaitChange(standing.turn(), LONG);
      if (next.turn() == standing.turn()) {
        break;
      }
      standing = next;
    }
    assertThat(standing).matches(what);
    return standing;
  }

  private static Predicate<Standing> holds(int entries) {
    return standing -> standing.log().size() >= entries;
  }

  @Test
  void whatOneSaysReachesTheOthersAndOneThatWasAwayCatchesUp() {
    ExchangeParty a = exchange.a();
    PartyId absent = exchange.b().id();
    try (Nodes nodes = Nodes.start(plan())) {
      nodes.of(a.id()).proceedings().say(a.person(0), Function.SIDE, exchange.opening());
      nodes.running().values().forEach(node -> awaits(node, holds(1)));
      nodes.stop(absent);
      var opening = nodes.of(a.id()).proceedings().standing().log().getFirst();
      nodes.of(a.id()).proceedings().say(
          a.person(1), Function.SIDE, new homeward.exchange.Move.Sign(new homeward.exchange.Digest(opening.leaf().entry().hash().value())));
      awaits(nodes.of(a.id()), holds(2));
      nodes.start(absent);
      Standing back = awaits(nodes.of(absent), holds(2));
      assertThat(back.state()).isEqualTo(nodes.of(a.id()).proceedings().state());
      awaits(nodes.of(a.id()), standing -> standing.common().map(note -> note.checkpoint().size() == 2).orElse(false));
    }
  }

  @Test
  void aParcelFindsWhoeverWasAwayAndTheirContentKeyTravelsSealed() {
    ExchangeParty a = exchange.a();
    PartyId home = exchange.b().id();
    byte[] contentKey = Scratch.RANDOM.bytes(32);
    byte[] ciphertext = Scratch.RANDOM.bytes(5_000);
    try (Nodes nodes = Nodes.start(plan())) {
      nodes.stop(home);
      nodes.of(a.id()).proceedings().attach(Message.Parcel.of(ciphertext, contentKey), home);
      nodes.stop(a.id());
      nodes.start(home);
      Proceedings there = nodes.of(home).proceedings();
      assertThat(there.attachment(Hash.of(ciphertext))).isEmpty();
      long turn = there.standing().turn();
      nodes.start(a.id());
      for (int turns = 0; turns < 50 && there.attachment(Hash.of(contentKey)).isEmpty(); turns++) {
        turn = there.awaitChange(turn, LONG).turn();
      }
      assertThat(there.attachment(Hash.of(contentKey))).contains(contentKey);
      assertThat(there.attachment(Hash.of(ciphertext))).contains(ciphertext);
      assertThat(Optional.of(nodes.of(home).wirePort())).isPresent();
    }
  }
}
