package homeward.node;

import static homeward.exchange.Function.SIDE;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.balance.Balance;
import homeward.exchange.Digest;
import homeward.exchange.Move;
import homeward.json.Malformed;
import homeward.node.Count.Result.Counted;
import homeward.node.Count.Result.WillNotCount;
import homeward.node.Count.Why;
import homeward.transcript.Checkpoint;
import homeward.transcript.Leaf;
import homeward.transcript.SignedCheckpoint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A node counts from its own store, and does not count from one that was touched. */
class CountTest {
  private static ExchangeFixture exchange = ExchangeFixture.unopened();
  private static Store.Contents whole = exchange.a().store().contents();
  private static int receipt;

  @BeforeAll
  static void playOnce() {
    exchange = ExchangeFixture.playedTo(ExchangeStage.CLOSED);
    whole = exchange.a().store().contents();
    receipt = (int) exchange.trail(exchange.a(), exchange.heldByB().first()).facts().stream()
        .filter(fact -> fact.sight() == Move.Sight.RECEIVED)
        .findFirst()
        .orElseThrow()
        .index();
  }

  private static Count.Result count(Store.Contents contents) {
    return Count.of(ExchangeFixture.CODE, contents);
  }

  private static Store.Contents with(List<Store.Line> lines) {
    return new Store.Contents(lines, whole.latest(), whole.checkpoints(), whole.outbox(), whole.alarms());
  }

  private static Store.Contents withLine(int index, Store.Line line) {
    List<Store.Line> lines = new ArrayList<>(whole.lines());
    lines.set(index, line);
    return with(lines);
  }

  /** The line with one thing changed, and a leaf hash that fits it again. */
  private static Store.Line rehashed(int index, UnaryOperator<String> change) throws Malformed {
    String leaf = change.apply(whole.lines().get(index).leaf());
    return new Store.Line(leaf, Leaf.read(leaf.getBytes(StandardCharsets.US_ASCII)).leafHash());
  }

  private static void assertRefused(Count.Result result, long entry, Why why) {
    assertThat(result).isInstanceOfSatisfying(WillNotCount.class, refusal -> {
      assertThat(refusal.why()).isEqualTo(why);
      assertThat(refusal.entry()).isEqualTo(entry);
    });
  }

  @Test
  void everyPartyCountsTheSameFromItsOwnStore() {
    List<Counted> counts = exchange.parties().stream().map(party -> (Counted) party.count()).toList();
    assertThat(counts).extracting(Counted::stateHash).containsOnly(exchange.stateHash());
    assertThat(counts).extracting(Counted::root).containsOnly(exchange.a().node().chronicle().rootAt(whole.lines().size()));
    assertThat(counts).extracting(counted -> Balance.counts(counted.balance().received(1, exchange.a().id())))
        .containsOnly(new TreeMap<>(Map.of(ExchangeFixture.CATEGORY, 3)));
  }

  @Test
  void anEmptyStoreIsCountedAsNothing() {
    assertThat(count(new MemoryStore().contents()))
        .isInstanceOfSatisfying(Counted.class, counted -> assertThat(counted.entries()).isZero());
  }

  @Test
  void anAlteredReceiptIsNamed() {
    String leaf = whole.lines().get(receipt).leaf();
    String other = leaf.substring(0, 200) + (leaf.charAt(200) == 'A' ? 'B' : 'A') + leaf.substring(201);
    assertRefused(count(withLine(receipt, new Store.Line(other, whole.lines().get(receipt).leafHash()))), receipt, Why.ALTERED);
  }

  @Test
  void anAlteredStampIsNamedThoughTheLineIsWellFormedAndItsHashFits() throws Malformed {
    Store.Line later = rehashed(receipt, leaf -> {
      String[] parts = leaf.split(" ", -1);
      return parts[0] + " " + (Long.parseLong(parts[1]) - 1) + " " + parts[2] + " " + parts[3];
    });
    assertThat(count(withLine(receipt, later))).isInstanceOfSatisfying(WillNotCount.class, refusal -> {
      assertThat(refusal.why()).isIn(Why.CANNOT_STAND, Why.ROOT_DIFFERS);
      assertThat(refusal.entry()).isLessThanOrEqualTo(receipt);
    });
  }

  @Test
  void anExchangedSignatureIsNamedThoughItsHashFits() throws Malformed {
    String other = whole.lines().get(receipt - 1).leaf();
    Store.Line forged =
        rehashed(receipt, leaf -> leaf.substring(0, leaf.lastIndexOf('.')) + other.substring(other.lastIndexOf('.')));
    assertRefused(count(withLine(receipt, forged)), receipt, Why.CANNOT_STAND);
  }

  @Test
  void aDeletedReceiptIsNamed() {
    List<Store.Line> lines = new ArrayList<>(whole.lines());
    lines.remove(receipt);
    assertRefused(count(with(lines)), receipt, Why.MISSING);
  }

  @Test
  void aDeletedLastLineIsNamed() {
    int last = whole.lines().size() - 1;
    assertRefused(count(with(whole.lines().subList(0, last))), last, Why.MISSING);
  }

  @Test
  void exchangedLinesAreNamed() {
    List<Store.Line> lines = new ArrayList<>(whole.lines());
    Collections.swap(lines, receipt, receipt + 1);
    assertRefused(count(with(lines)), receipt, Why.MISSING);
  }

  @Test
  void aReceiptThatADelegateSignedButNoKeeperPlacedIsNamed() {
    long size = whole.lines().size();
    Node alone = exchange.b().nodeOn(exchange.b().copyOfStore(), (to, message) -> {});
    Digest id = alone.say(exchange.b().person(0), SIDE, exchange.saw(Move.Sight.RECEIVED, exchange.heldByA()));
    assertThat(alone.outbox()).hasSize(1);
    Leaf leaf = new Leaf(size, exchange.a().clock().now(), exchange.mediator().nodeKey().id(), alone.outbox().getFirst());
    List<Store.Line> lines = new ArrayList<>(whole.lines());
    lines.add(new Store.Line(new String(leaf.bytes(), StandardCharsets.US_ASCII), leaf.leafHash()));
    assertThat(id.value()).isEqualTo(leaf.entry().hash().value());
    assertRefused(count(with(lines)), size, Why.CHECKPOINT_NOT_SIGNED);
  }

  @Test
  void aLogUnderACheckpointThatNoPartySignedIsNotCounted() {
    Checkpoint point = exchange.a().node().latest().orElseThrow().checkpoint();
    var stranger = exchange.key();
    String note = SignedCheckpoint.sign(point, stranger, stranger.id().value()).text();
    Store.Contents contents =
        new Store.Contents(whole.lines(), Optional.of(note), whole.checkpoints(), whole.outbox(), whole.alarms());
    assertRefused(count(contents), point.size() - 1, Why.CHECKPOINT_NOT_SIGNED);
  }

  @Test
  void aLogWithoutAnyCheckpointIsNotCounted() {
    Store.Contents contents = new Store.Contents(whole.lines(), Optional.empty(), List.of(), whole.outbox(), whole.alarms());
    assertRefused(count(contents), 0, Why.CHECKPOINT_NOT_SIGNED);
  }

  @Test
  void nobodyCountsWhoWasToldTwoHistories() {
    Store.Alarm alarm = new Store.Alarm(Store.AlarmKind.FORK, 7, "one", "other");
    Store.Contents contents =
        new Store.Contents(whole.lines(), whole.latest(), whole.checkpoints(), whole.outbox(), List.of(alarm));
    assertRefused(count(contents), 7, Why.TWO_HISTORIES);
  }

  @Test
  void theLogOfAnotherExchangeIsNotCounted() {
    assertRefused(Count.of("june-2025", whole), 0, Why.CANNOT_STAND);
  }
}
