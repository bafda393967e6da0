package homeward.node;

import static homeward.exchange.Function.SIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import homeward.exchange.Move;
import homeward.exchange.Person;
import homeward.json.Malformed;
import homeward.transcript.Hash;
import homeward.transcript.Leaf;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Processes end without warning, and start again from what they had stored. */
class CrashTest {
  /** Ends the process in the middle of what it was doing. */
  private static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** A disk under a process that ends at one write, before or after it reached the disk. */
  private static final class FragileStore implements Store {
    private final Store disk = new MemoryStore();
    private long writes;
    private long crashAt = Long.MAX_VALUE;
    private boolean written;

    void crashAt(long write, boolean afterwards) {
      this.crashAt = writes + write;
      this.written = afterwards;
    }

    @Override
    public Contents contents() {
      return disk.contents();
    }

    @Override
    public void apply(Change change) {
      writes++;
      if (writes < crashAt || written) {
        disk.apply(change);
      }
      if (writes == crashAt) {
        throw new Crash();
      }
    }

    @Override
    public Optional<byte[]> attachment(Hash ciphertext) {
      return disk.attachment(ciphertext);
    }
  }

  @ParameterizedTest
  @EnumSource(ExchangeStage.class)
  void anExchangeGoesOnAsIfNothingHadHappenedWhenEverybodyRestartsAfterThisStage(ExchangeStage stage) {
    ExchangeFixture exchange = ExchangeFixture.playedTo(stage);
    var before = exchange.stateHash();
    exchange.parties().forEach(ExchangeParty::crashesAndRestarts);
    exchange.settle();
    assertThat(exchange.stateHash()).isEqualTo(before);
    exchange.playTo(ExchangeStage.CLOSED);
    assertThat(exchange.a().store().contents()).isEqualTo(UNDISTURBED.a().store().contents());
  }

  private static final ExchangeFixture UNDISTURBED = ExchangeFixture.playedTo(ExchangeStage.CLOSED);

  /** Side A lodges its list; whichever write of whichever party is the last one of its process, everybody gets there. */
  @ParameterizedTest
  @EnumSource(Victim.class)
  void noWriteIsTheWrongOneToCrashAt(Victim victim) {
    int survived = 0;
    for (boolean afterwards : List.of(false, true)) {
      for (int write = 1; crashesAndGetsThere(victim, write, afterwards); write++) {
        survived++;
      }
    }
    assertThat(survived).as("writes at which a process ended").isGreaterThanOrEqualTo(6);
  }

  /** Whose process ends. */
  enum Victim {
    LODGING_SIDE,
    OTHER_SIDE,
    KEEPER
  }

  /** Whether there was such a write at all. */
  private static boolean crashesAndGetsThere(Victim victim, int write, boolean afterwards) {
    List<FragileStore> stores = new ArrayList<>();
    ExchangeFixture exchange =
        new ExchangeFixture(ExchangeFixture.CODE, 1, () -> {
          stores.add(new FragileStore());
          return stores.getLast();
        });
    exchange.playTo(ExchangeStage.AGREED);
    FragileStore fragile = stores.get(EnumSet.range(Victim.LODGING_SIDE, victim).size() - 1);
    fragile.crashAt(write, afterwards);
    boolean crashed = lodges(exchange, exchange.parties().get(stores.indexOf(fragile)));
    exchange.settle();
    exchange.settle();
    String when = victim + " at write " + write + (afterwards ? " after it" : " before it");
    assertThat(exchange.stateHashes(exchange.a(), exchange.b(), exchange.mediator())).as(when).hasSize(1);
    assertThat(exchange.a().state().people().values()).as(when).extracting(Person::promise)
        .hasSize(3).containsOnly(Person.Promise.LISTED);
    assertThat(exchange.refusals(exchange.a())).as(when).isEmpty();
    assertThat(exchange.parties()).as(when).allSatisfy(party -> assertThat(party.count()).isInstanceOf(Count.Result.Counted.class));
    assertThat(exchange.a().node().common().orElseThrow().checkpoint().size()).as(when).isEqualTo(exchange.a().node().chronicle().size());
    return crashed;
  }

  private static boolean lodges(ExchangeFixture exchange, ExchangeParty victim) {
    boolean crashed = false;
    try {
      exchange.a().says(0, SIDE, exchange.lodge(1, exchange.heldByA()));
    } catch (Crash e) {
      crashed = true;
      victim.crashesAndRestarts();
      // Nobody was told that it is safe, so it is said again unless it is found in the outbox.
      if (exchange.a().node().outbox().isEmpty()) {
        exchange.a().says(0, SIDE, exchange.lodge(1, exchange.heldByA()));
      }
    }
    return settles(exchange, victim) || crashed;
  }

  private static boolean settles(ExchangeFixture exchange, ExchangeParty victim) {
    try {
      exchange.settle();
      return false;
    } catch (Crash e) {
      victim.crashesAndRestarts();
      return true;
    }
  }

  @Test
  void whatWasSaidBeforeACrashIsHandedInAfterIt() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.AGREED);
    exchange.a().goesAway();
    exchange.a().says(0, SIDE, exchange.lodge(1, exchange.heldByA()));
    exchange.settle();
    exchange.a().crashesAndRestarts();
    exchange.settle();
    assertThat(exchange.b().state().people()).hasSize(3);
  }

  @Test
  void aNodeDoesNotStartFromAStoreThatDoesNotHoldTogether() throws Malformed {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.AGREED);
    Store.Line last = exchange.a().store().contents().lines().getLast();
    // A later stamp changes no signature, only what the lapse of time does.
    String[] parts = last.leaf().split(" ", -1);
    String later = parts[0] + " " + (Long.parseLong(parts[1]) + 1) + " " + parts[2] + " " + parts[3];
    Hash fitting = Leaf.read(later.getBytes(StandardCharsets.US_ASCII)).leafHash();
    for (Hash hash : List.of(last.leafHash(), fitting)) {
      Store altered = withLastLine(exchange.a().store().contents(), new Store.Line(later, hash));
      assertThatThrownBy(() -> exchange.a().nodeOn(altered, (to, message) -> {})).isInstanceOf(IllegalStateException.class);
    }
  }

  private static Store withLastLine(Store.Contents held, Store.Line last) {
    List<Store.Line> lines = new ArrayList<>(held.lines());
    lines.set(lines.size() - 1, last);
    MemoryStore altered = new MemoryStore();
    altered.apply(
        new Store.Change(0, lines, held.latest(), held.common(), List.of(), List.of(), new TreeMap<>(), List.of()));
    return altered;
  }

  @Test
  void aNodeThatWasAwayCatchesUp() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.AGREED);
    exchange.b().goesAway();
    exchange.a().says(0, SIDE, exchange.lodge(1, exchange.heldByA()));
    exchange.settle();
    assertThat(exchange.b().state().people()).isEmpty();
    exchange.b().comesBack();
    exchange.settle();
    assertThat(exchange.stateHashes(exchange.a(), exchange.b(), exchange.mediator())).hasSize(1);
    assertThat(exchange.b().node().common().orElseThrow().checkpoint().size()).isEqualTo(exchange.b().node().chronicle().size());
  }

  @Test
  void aNodeThatStartsWithNothingCatchesUpFromAnybody() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.CLOSED);
    exchange.mediator().goesAway();
    Node fresh = exchange.b().nodeOn(new MemoryStore(), exchange.wire().of(exchange.b().id()));
    exchange.wire().join(fresh);
    exchange.a().node().tick();
    exchange.wire().deliver();
    assertThat(fresh.chronicle().rootAt(fresh.chronicle().size()))
        .isEqualTo(exchange.a().node().chronicle().rootAt(exchange.a().node().chronicle().size()));
  }

  @Test
  void aCosignatureThatGotLostComesAgain() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.AGREED);
    ExchangeParty b = exchange.b();
    Node keeper = exchange.mediator().node();
    List<Message> sent = new ArrayList<>();
    Node unheard = b.nodeOn(b.copyOfStore(), (to, message) -> sent.add(message));
    b.goesAway();
    exchange.a().says(0, SIDE, exchange.lodge(1, exchange.heldByA()));
    exchange.settle();
    long held = unheard.chronicle().size();
    String leaf = new String(keeper.chronicle().leaf(held).bytes(), StandardCharsets.US_ASCII);
    unheard.receive(keeper.party(), new Message.Leaves(held, List.of(leaf), keeper.latest().orElseThrow().text()));
    assertThat(sent).hasAtLeastOneElementOfType(Message.Cosigned.class);
    sent.clear();
    unheard.tick();
    List.copyOf(sent).forEach(message -> keeper.receive(b.id(), message));
    assertThat(keeper.common().orElseThrow().checkpoint().size()).isEqualTo(held + 1);
  }

  @Test
  void nobodyCosignsACheckpointStampedMoreThanTenMinutesAhead() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.AGREED);
    long before = exchange.a().node().common().orElseThrow().checkpoint().size();
    exchange.mediator().clock().pass(Duration.ofMinutes(10).plusMillis(1));
    exchange.a().says(0, SIDE, exchange.lodge(1, exchange.heldByA()));
    exchange.settle();
    assertThat(exchange.a().node().chronicle().size()).isEqualTo(before + 1);
    assertThat(exchange.a().node().common().orElseThrow().checkpoint().size()).isEqualTo(before);
    exchange.sides().forEach(side -> side.clock().pass(Duration.ofMillis(1)));
    exchange.settle();
    assertThat(exchange.a().node().common().orElseThrow().checkpoint().size()).isEqualTo(before + 1);
  }

  @Test
  void aClockThatIsSetBackMovesNoStampBack() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.AGREED);
    long stamp = exchange.a().state().course().stamp();
    exchange.mediator().clock().pass(Duration.ofHours(-5));
    exchange.a().says(0, SIDE, new Move.Halt(Move.Cause.WEATHER));
    exchange.settle();
    assertThat(exchange.a().state().course().stamp()).isEqualTo(stamp);
    assertThat(exchange.refusals(exchange.a())).isEmpty();
  }
}
