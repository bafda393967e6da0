package homeward.node;

import static homeward.exchange.Function.SIDE;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.json.Shape;
import homeward.transcript.Checkpoint;
import homeward.transcript.Envelope;
import homeward.transcript.Hash;
import homeward.transcript.KeyId;
import homeward.transcript.Leaf;
import homeward.transcript.Seen;
import homeward.transcript.SignedCheckpoint;
import homeward.transcript.SignedEntry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Two histories are told: by the keeper, by an author, or by somebody who only wants it to look so. */
class HistoriesTest {

  /** A keeper with two logs shows one to each side; the sides can reach each other. */
  private static final class TwoFaced {
    final ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.AGREED);
    private final InProcessWire toA = new InProcessWire();
    private final InProcessWire toB = new InProcessWire();
    private final InProcessWire between = new InProcessWire();
    private final PartyId keeper = exchange.mediator().id();
    final Node a = exchange.a().nodeOn(exchange.a().copyOfStore(), wire(exchange.a().id(), toA));
    final Store storeOfB = exchange.b().copyOfStore();
    final Node b = exchange.b().nodeOn(storeOfB, wire(exchange.b().id(), toB));

    TwoFaced() {
      toA.join(a);
      toB.join(b);
      between.join(a);
      between.join(b);
      toA.join(exchange.mediator().nodeOn(exchange.mediator().copyOfStore(), toA.of(keeper)));
      toB.join(exchange.mediator().nodeOn(exchange.mediator().copyOfStore(), toB.of(keeper)));
    }

    private Wire wire(PartyId from, InProcessWire own) {
      return (to, message) -> (to.equals(keeper) ? own : between).of(from).send(to, message);
    }

    void tellTwoHistories() {
      a.say(exchange.a().person(0), SIDE, exchange.lodge(1, exchange.heldByA()));
      toA.deliver();
      b.say(exchange.b().person(0), SIDE, exchange.lodge(1, exchange.heldByB()));
      toB.deliver();
    }

    /** The clock of side B is so far behind that it cosigns nothing of this time, until it has been told by side A. */
    void tellTwoHistoriesOfWhichBCosignsNone() {
      exchange.b().clock().pass(Duration.ofHours(-1));
      tellTwoHistories();
      a.tick();
      between.deliver();
      exchange.b().clock().pass(Duration.ofHours(1));
    }

    void sidesMeetAfter(Duration time) {
      exchange.parties().forEach(party -> party.clock().pass(time));
      for (int times = 0; times < 3; times++) {
        sidesMeet();
      }
    }

    void sidesMeet() {
      a.tick();
      b.tick();
      between.deliver();
      toA.deliver();
      toB.deliver();
    }
  }

  @Test
  void nothingBecomesCommonInEitherOfTwoHistories() {
    TwoFaced play = new TwoFaced();
    long common = play.exchange.a().node().common().orElseThrow().checkpoint().size();
    play.tellTwoHistories();
    assertThat(play.a.chronicle().size()).isGreaterThan(common);
    assertThat(play.b.chronicle().size()).isGreaterThan(common);
    assertThat(play.a.common().orElseThrow().checkpoint().size()).isEqualTo(common);
    assertThat(play.b.common().orElseThrow().checkpoint().size()).isEqualTo(common);
  }

  @Test
  void bothSidesNoticeAKeeperWithTwoHistoriesAndCanProveIt() throws Exception {
    TwoFaced play = new TwoFaced();
    play.tellTwoHistories();
    play.sidesMeet();
    for (Node side : List.of(play.a, play.b)) {
      assertThat(side.alarms()).extracting(Store.Alarm::kind).containsExactly(Store.AlarmKind.FORK);
      SignedCheckpoint one = SignedCheckpoint.read(side.alarms().getFirst().one());
      SignedCheckpoint other = SignedCheckpoint.read(side.alarms().getFirst().other());
      var key = play.exchange.mediator().nodeKey().publicKey();
      assertThat(one.signedBy(key, key.id().value()) && other.signedBy(key, key.id().value())).isTrue();
      assertThat(one.checkpoint().size()).isEqualTo(other.checkpoint().size());
      assertThat(one.checkpoint().root()).isNotEqualTo(other.checkpoint().root());
    }
  }

  @Test
  void whoeverWasToldTwoHistoriesCosignsNothingMore() {
    TwoFaced play = new TwoFaced();
    play.tellTwoHistories();
    play.sidesMeet();
    String latest = play.a.latest().orElseThrow().text();
    play.a.say(play.exchange.a().person(1), SIDE, new Move.Halt(Move.Cause.DISPUTE));
    play.sidesMeet();
    assertThat(play.a.latest().orElseThrow().text()).isEqualTo(latest);
  }

  /** By each side's own clock: until then they show one another what they were told. */
  @Test
  void aKeeperThatWasCaughtIsSucceededLikeASilentOne() {
    TwoFaced play = new TwoFaced();
    play.tellTwoHistories();
    play.sidesMeet();
    long common = play.a.common().orElseThrow().checkpoint().size();
    play.sidesMeetAfter(Duration.ofHours(13));
    assertThat(play.a.withoutKeeper()).isTrue();
    play.sidesMeet();
    assertThat(play.a.common().orElseThrow().checkpoint().size()).isGreaterThan(common);
    assertThat(play.a.common().map(SignedCheckpoint::checkpoint)).isEqualTo(play.b.common().map(SignedCheckpoint::checkpoint));
    assertThat(play.a.state().offers().keySet()).as("lists are promises, which wait for a keeper").isEmpty();
    play.a.say(play.exchange.a().person(1), SIDE, play.exchange.saw(Move.Sight.DIED, play.exchange.heldByA()));
    play.sidesMeet();
    assertThat(play.b.state().trails()).containsOnlyKeys(play.exchange.heldByA());
    assertThat(Count.of(ExchangeFixture.CODE, play.storeOfB.contents())).isInstanceOf(Count.Result.Counted.class);
  }

  /** Side B heard of the other history from the keeper itself, and went on before the sides could reach each other. */
  @Test
  void whoeverHasGoneOnStillShowsTheOtherWhatItWasTold() {
    TwoFaced play = new TwoFaced();
    play.tellTwoHistories();
    long common = play.a.common().orElseThrow().checkpoint().size();
    List<String> others = new ArrayList<>();
    for (long index = common; index < play.a.chronicle().size(); index++) {
      others.add(new String(play.a.chronicle().leaf(index).bytes(), StandardCharsets.US_ASCII));
    }
    play.b.receive(play.exchange.mediator().id(), new Message.Leaves(common, others, play.a.latest().orElseThrow().text()));
    assertThat(play.a.alarms()).isEmpty();
    play.exchange.parties().forEach(party -> party.clock().pass(Duration.ofHours(13)));
    play.b.tick();
    play.sidesMeet();
    assertThat(play.a.alarms()).extracting(Store.Alarm::kind).contains(Store.AlarmKind.FORK);
    play.sidesMeetAfter(Duration.ofHours(13));
    assertThat(play.a.common().map(SignedCheckpoint::checkpoint)).isEqualTo(play.b.common().map(SignedCheckpoint::checkpoint));
    assertThat(play.a.common().orElseThrow().checkpoint().size()).isGreaterThan(common);
  }

  @Test
  void aKeeperThatWasCaughtIsNotBelievedWhateverItSigns() {
    TwoFaced play = new TwoFaced();
    play.tellTwoHistories();
    play.sidesMeet();
    String latest = play.a.latest().orElseThrow().text();
    play.toA.deliver();
    play.b.say(play.exchange.b().person(1), SIDE, new Move.Halt(Move.Cause.DISPUTE));
    play.sidesMeet();
    assertThat(play.a.latest().orElseThrow().text()).isEqualTo(latest);
    assertThat(Count.of(ExchangeFixture.CODE, play.storeOfB.contents())).isInstanceOf(Count.Result.WillNotCount.class);
  }

  /** The other side may hold it as common by now: it is not lost, though nobody believes its keeper any more. */
  @Test
  void whatTheOtherSideHasCosignedIsTakenUpByWhoeverCosignedNothingElse() {
    TwoFaced play = new TwoFaced();
    play.tellTwoHistoriesOfWhichBCosignsNone();
    play.sidesMeet();
    play.sidesMeet();
    assertThat(play.b.alarms()).extracting(Store.Alarm::kind).contains(Store.AlarmKind.FORK);
    assertThat(play.a.common().map(SignedCheckpoint::checkpoint)).isEqualTo(play.b.common().map(SignedCheckpoint::checkpoint));
    assertThat(play.b.state().offers().keySet()).containsExactly(play.exchange.a().id());
  }

  @Test
  void aHistoryOfOtherLengthIsNoticedToo() {
    TwoFaced play = new TwoFaced();
    play.tellTwoHistories();
    play.b.say(play.exchange.b().person(1), SIDE, new Move.Halt(Move.Cause.DISPUTE));
    play.toB.deliver();
    play.sidesMeet();
    assertThat(play.a.alarms()).extracting(Store.Alarm::kind).containsExactly(Store.AlarmKind.FORK);
    assertThat(play.b.alarms()).extracting(Store.Alarm::kind).containsExactly(Store.AlarmKind.FORK);
  }

  @Test
  void aProofOutlivesARestart() {
    TwoFaced play = new TwoFaced();
    play.tellTwoHistories();
    play.sidesMeet();
    MemoryStore store = new MemoryStore();
    store.apply(new Store.Change(
        0, List.of(), Optional.empty(), Optional.empty(), List.of(), List.of(), new TreeMap<>(), play.a.alarms()));
    Node restarted = play.exchange.a().nodeOn(store, (to, message) -> {});
    assertThat(restarted.alarms()).isEqualTo(play.a.alarms());
  }

  @Test
  void anEntryWhoseAuthorSawAnotherHistoryStandsAndIsPointedOut() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.AGREED);
    long before = exchange.a().node().chronicle().size();
    exchange.mediator().node().receive(exchange.b().id(), new Message.Submit(List.of(sawElse(exchange, 3).jws())));
    exchange.settle();
    for (ExchangeParty party : exchange.parties()) {
      assertThat(party.node().chronicle().size()).isEqualTo(before + 1);
      assertThat(party.node().alarms()).extracting(Store.Alarm::kind).containsExactly(Store.AlarmKind.OTHER_HISTORY);
      assertThat(party.node().alarms()).extracting(Store.Alarm::size).containsExactly(before);
    }
  }

  /** Otherwise one stolen device could stop an exchange for ever, with nothing to show. */
  @Test
  void aBareWordOfAnotherHistoryStopsNothing() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.AGREED);
    exchange.mediator().node().receive(exchange.b().id(), new Message.Submit(List.of(sawElse(exchange, 3).jws())));
    exchange.settle();
    exchange.playTo(ExchangeStage.CLOSED);
    assertThat(exchange.a().node().common().orElseThrow().checkpoint().size())
        .isEqualTo(exchange.a().node().chronicle().size());
    assertThat(exchange.parties()).allSatisfy(party -> assertThat(party.count()).isInstanceOf(Count.Result.Counted.class));
  }

  @Test
  void anEntryWhoseAuthorHasSeenMoreThanTheKeeperHoldsWaitsForItsPlace() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.AGREED);
    long size = exchange.a().node().chronicle().size();
    exchange.mediator().node().receive(exchange.b().id(), new Message.Submit(List.of(sawElse(exchange, size + 1).jws())));
    assertThat(exchange.mediator().node().chronicle().size()).isEqualTo(size);
    assertThat(exchange.mediator().node().alarms()).isEmpty();
  }

  private static SignedEntry sawElse(ExchangeFixture exchange, long size) {
    var author = ExchangeFixture.at(exchange.a().state().parties().authors(), exchange.b().author(2));
    Envelope envelope =
        new Envelope(
            ExchangeFixture.CODE,
            exchange.b().person(2).id(),
            SIDE.name(),
            author.sequence() + 1,
            new Hash(author.head().value()),
            new Seen(size, Hash.of(new byte[] {1})),
            exchange.b().clock().now(),
            Shape.of(Move.class).write(exchange.saw(Move.Sight.HOME, exchange.heldByA())));
    return SignedEntry.sign(envelope, exchange.b().person(2));
  }

  /** The checkpoint is genuine, the leaves are not: that is no proof against the keeper. */
  @Test
  void alteredLeavesUnderAGenuineCheckpointAccuseNobody() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.AGREED);
    List<String> leaves = leaves(exchange.a().node());
    leaves.set(2, leaves.get(2).replaceFirst("^2 1", "2 2"));
    String note = exchange.a().node().latest().orElseThrow().text();
    for (int from = 0; from < 3; from++) {
      exchange.a().node().receive(exchange.b().id(), new Message.Leaves(from, leaves.subList(from, leaves.size()), note));
    }
    exchange.settle();
    assertThat(exchange.a().node().alarms()).isEmpty();
    assertThat(exchange.a().node().ignored()).isPositive();
    exchange.playTo(ExchangeStage.LODGED);
    assertThat(exchange.stateHashes(exchange.a(), exchange.b())).hasSize(1);
  }

  private static List<String> leaves(Node node) {
    List<String> leaves = new ArrayList<>();
    for (long index = 0; index < node.chronicle().size(); index++) {
      leaves.add(new String(node.chronicle().leaf(index).bytes(), StandardCharsets.US_ASCII));
    }
    return leaves;
  }

  /** In a log that somebody else keeps nothing can be promised; so whoever keeps it must not pass as the keeper. */
  @Test
  void nobodyFollowsLeavesThatPassForTheKeepersWork() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.AGREED);
    exchange.mediator().goesAway();
    exchange.pass(Duration.ofHours(20));
    Node b = exchange.b().node();
    long before = b.chronicle().size();
    b.receive(exchange.a().id(), oneMore(exchange, exchange.mediator().nodeKey().id()));
    assertThat(b.chronicle().size()).isEqualTo(before);
    assertThat(b.alarms()).isEmpty();
    b.receive(exchange.a().id(), oneMore(exchange, exchange.a().nodeKey().id()));
    assertThat(b.chronicle().size()).isEqualTo(before + 1);
  }

  /** A leaf more, given its place by this keeper, under a checkpoint that A signed. */
  private static Message oneMore(ExchangeFixture exchange, KeyId keeper) {
    ExchangeParty a = exchange.a();
    Chronicle copy = new Chronicle(ExchangeFixture.CODE);
    for (long index = 0; index < a.node().chronicle().size(); index++) {
      copy.append(a.node().chronicle().leaf(index));
    }
    Node pen = a.nodeOn(a.copyOfStore(), (to, message) -> {});
    pen.say(a.person(0), SIDE, exchange.lodge(1, exchange.heldByA()));
    Leaf leaf = new Leaf(copy.size(), a.clock().now(), keeper, pen.outbox().getLast());
    assertThat(copy.append(leaf)).isInstanceOf(Chronicle.Placing.Placed.class);
    Checkpoint point = new Checkpoint(Chronicle.origin(ExchangeFixture.CODE), copy.size(), copy.rootAt(copy.size()));
    SignedCheckpoint note = SignedCheckpoint.sign(point, a.nodeKey(), a.nodeKey().id().value());
    return new Message.Leaves(leaf.index(), List.of(new String(leaf.bytes(), StandardCharsets.US_ASCII)), note.text());
  }
}
