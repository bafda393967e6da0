package homeward.verify;

import static homeward.exchange.Function.SIDE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.balance.Balance;
import homeward.exchange.Digest;
import homeward.exchange.Move;
import homeward.exchange.State;
import homeward.node.ExchangeFixture;
import homeward.node.ExchangeStage;
import homeward.node.MemoryStore;
import homeward.node.Store;
import homeward.transcript.Leaf;
import homeward.transcript.PublicKey;
import homeward.transcript.SignedCheckpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bundle is recomputed from nothing but itself, and says so when it cannot be. */
class VerificationTest {
  private static final ExchangeFixture EXCHANGE = ExchangeFixture.playedTo(ExchangeStage.CLOSED);
  private static final Store.Contents WHOLE = EXCHANGE.b().store().contents();
  private static final ExchangeFixture SHORT_EXCHANGE = ExchangeFixture.playedTo(ExchangeStage.OPENED);
  private static final Store.Contents SMALL = SHORT_EXCHANGE.a().store().contents();
  private static final long SEED = 11;

  @TempDir Path directory;

  private Path bundle(Store.Contents contents) throws IOException {
    Path bundle = directory.resolve("bundle");
    Bundle.write(contents, ExchangeFixture.CODE, bundle);
    return bundle;
  }

  private Verdict verdict(Store.Contents contents) throws IOException {
    return Verification.of(bundle(contents));
  }

  private static Store.Contents with(List<Store.Line> lines, List<String> checkpoints) {
    return new Store.Contents(lines, WHOLE.latest(), checkpoints, List.of(), List.of());
  }

  private static void assertInvalid(Verdict verdict, long entry, Verdict.Because because) {
    assertThat(verdict).isInstanceOfSatisfying(Verdict.Invalid.class, invalid -> {
      assertThat(invalid.because()).isEqualTo(because);
      assertThat(invalid.entry()).isEqualTo(entry);
    });
  }

  private static void assertValidTo(Verdict verdict, long size, Verdict.After after) {
    assertThat(verdict).isInstanceOfSatisfying(Verdict.ValidTo.class, to -> {
      assertThat(to.standing().entries()).isEqualTo(size);
      assertThat(to.after()).isEqualTo(after);
    });
  }

  private static void assertMissing(Verdict verdict, Verdict.Missing missing) {
    assertThat(verdict).isInstanceOfSatisfying(Verdict.Unknown.class, unknown -> assertThat(unknown.missing()).isEqualTo(missing));
  }

  @Test
  void everyPartysBundleOfAClosedExchangeIsValidAndSaysTheSame() throws IOException {
    for (var party : EXCHANGE.parties()) {
      assertThat(verdict(party.store().contents())).isInstanceOfSatisfying(Verdict.Valid.class, valid -> {
        assertThat(valid.standing().entries()).isEqualTo(WHOLE.lines().size());
        assertThat(valid.standing().stateHash()).isEqualTo(EXCHANGE.stateHash());
        assertThat(valid.standing().root()).isEqualTo(EXCHANGE.a().node().chronicle().rootAt(WHOLE.lines().size()));
        assertThat(valid.standing().state().course().phase()).isEqualTo(State.Phase.CLOSED);
        assertThat(valid.standing().signed()).isEqualTo(WHOLE.lines().size());
        assertThat(valid.standing().refused()).isZero();
      });
    }
  }

  @Test
  void theFiguresAreRecomputed() throws IOException {
    Verdict.Valid valid = (Verdict.Valid) verdict(WHOLE);
    assertThat(valid.standing().balance().sides()).hasSize(2).allSatisfy((party, side) -> {
      assertThat(Balance.counts(side.received())).isEqualTo(new TreeMap<>(Map.of(ExchangeFixture.CATEGORY, 3)));
      assertThat(side.home().count()).isEqualTo(3);
    });
  }

  /** What a person reads aloud to another: the first 16 bytes of SHA-256 over the root key. */
  @Test
  void theFingerprintsAreThoseOfTheRootKeys() throws Exception {
    Verdict.Valid valid = (Verdict.Valid) verdict(WHOLE);
    for (var party : EXCHANGE.parties()) {
      byte[] key = Base64.getUrlDecoder().decode(party.rootKey().publicKey().value());
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
      String hex = HexFormat.of().formatHex(digest, 0, 16);
      assertThat(ExchangeFixture.at(valid.standing().fingerprints(), party.id()).replace(" ", "")).isEqualTo(hex);
    }
  }

  @Test
  void anExchangeThatIsUnderWayIsValidAsFarAsItWent() throws IOException {
    assertThat(verdict(SMALL)).isInstanceOf(Verdict.Valid.class);
  }

  @Test
  void entriesThatNotBothSidesCosignedAreValidToTheCheckpointBeforeThem() throws IOException {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.AGREED);
    int size = exchange.a().store().contents().lines().size();
    exchange.b().goesAway();
    exchange.a().says(0, SIDE, exchange.lodge(1, exchange.heldByA()));
    exchange.settle();
    Store.Contents held = exchange.a().store().contents();
    assertThat(held.lines()).hasSize(size + 1);
    assertValidTo(verdict(held), size, Verdict.After.NOT_COSIGNED);
  }

  @Test
  void withoutACheckpointThatBothSidesCosignedNothingIsKnown() throws IOException {
    assertMissing(verdict(with(WHOLE.lines(), List.of())), Verdict.Missing.COSIGNED_CHECKPOINT);
  }

  @Test
  void aCheckpointThatOneSideDidNotCosignVouchesForNothing() throws Exception {
    SignedCheckpoint last = SignedCheckpoint.read(WHOLE.checkpoints().getLast());
    TreeMap<String, PublicKey> without = new TreeMap<>();
    for (var party : List.of(EXCHANGE.a(), EXCHANGE.mediator())) {
      without.put(party.nodeKey().id().value(), party.nodeKey().publicKey());
    }
    assertMissing(verdict(with(WHOLE.lines(), List.of(last.only(without).text()))), Verdict.Missing.COSIGNED_CHECKPOINT);
  }

  @Test
  void aCheckpointWithALineThatNobodyKnowsIsNotBelieved() throws Exception {
    var stranger = EXCHANGE.key();
    String crowded = SignedCheckpoint.read(WHOLE.checkpoints().getLast()).cosign(stranger, stranger.id().value(), 1).text();
    assertInvalid(verdict(with(WHOLE.lines(), List.of(crowded))), 0, Verdict.Because.CHECKPOINT_NOT_SIGNED);
  }

  @Test
  void aCheckpointOfAnotherExchangeIsNotBelieved() throws Exception {
    ExchangeFixture june = new ExchangeFixture("june-2025", 1, MemoryStore::new).playTo(ExchangeStage.CLOSED);
    List<String> checkpoints = List.of(june.a().store().contents().checkpoints().getLast());
    assertInvalid(verdict(with(WHOLE.lines(), checkpoints)), 0, Verdict.Because.ROOT_DIFFERS);
  }

  @Test
  void aCheckpointThatTheKeeperDidNotSignIsNotBelieved() throws Exception {
    SignedCheckpoint last = SignedCheckpoint.read(WHOLE.checkpoints().getLast());
    var a = EXCHANGE.a().nodeKey();
    SignedCheckpoint other = SignedCheckpoint.sign(last.checkpoint(), a, a.id().value());
    for (var side : EXCHANGE.sides()) {
      other = other.cosign(side.nodeKey(), side.nodeKey().id().value(), 1);
    }
    assertInvalid(verdict(with(WHOLE.lines(), List.of(other.text()))), 0, Verdict.Because.CHECKPOINT_NOT_SIGNED);
  }

  @Test
  void checkpointsOutOfTheirOrderAreNoFileOfOurs() throws IOException {
    assertInvalid(verdict(with(WHOLE.lines(), WHOLE.checkpoints().reversed())), 0, Verdict.Because.ALTERED);
  }

  @Test
  void aDeletedEntryIsNamed() throws IOException {
    List<Store.Line> lines = new ArrayList<>(WHOLE.lines());
    lines.remove(20);
    assertInvalid(verdict(with(lines, WHOLE.checkpoints())), 20, Verdict.Because.OUT_OF_PLACE);
  }

  @Test
  void exchangedEntriesAreNamed() throws IOException {
    List<Store.Line> lines = new ArrayList<>(WHOLE.lines());
    Collections.swap(lines, 20, 21);
    assertInvalid(verdict(with(lines, WHOLE.checkpoints())), 20, Verdict.Because.OUT_OF_PLACE);
  }

  @Test
  void anEntryWhoseSignatureIsAnothersIsNamed() throws IOException {
    List<Store.Line> lines = new ArrayList<>(WHOLE.lines());
    String leaf = lines.get(20).leaf();
    String other = lines.get(21).leaf();
    lines.set(20, new Store.Line(leaf.substring(0, leaf.lastIndexOf('.')) + other.substring(other.lastIndexOf('.')), lines.get(20).leafHash()));
    assertInvalid(verdict(with(lines, WHOLE.checkpoints())), 20, Verdict.Because.BAD_SIGNATURE);
  }

  /** No signature covers the stamp: the cosigned root does. */
  @Test
  void anEntryThatWasStampedOtherwiseIsNamed() throws Exception {
    int index = WHOLE.lines().size() - 1;
    String[] parts = WHOLE.lines().get(index).leaf().split(" ", -1);
    String later = parts[0] + " " + (Long.parseLong(parts[1]) + 1) + " " + parts[2] + " " + parts[3];
    List<Store.Line> lines = new ArrayList<>(WHOLE.lines());
    lines.set(index, new Store.Line(later, Leaf.read(later.getBytes(UTF_8)).leafHash()));
    assertThat(verdict(with(lines, WHOLE.checkpoints()))).isInstanceOfSatisfying(Verdict.Invalid.class, invalid -> {
      assertThat(invalid.because()).isEqualTo(Verdict.Because.ROOT_DIFFERS);
      assertThat(invalid.entry()).isBetween(index - 2L, (long) index);
    });
  }

  @Test
  void anEntryThatItsAuthorSignedAndNoKeeperPlacedMakesNothingValid() throws IOException {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.AGREED);
    Store.Contents held = exchange.a().store().contents();
    exchange.mediator().goesAway();
    exchange.a().says(0, SIDE, new Move.Halt(Move.Cause.WEATHER));
    Leaf leaf =
        new Leaf(held.lines().size(), exchange.a().clock().now(), exchange.mediator().nodeKey().id(), exchange.a().node().outbox().getLast());
    List<Store.Line> lines = new ArrayList<>(held.lines());
    lines.add(new Store.Line(new String(leaf.bytes(), UTF_8), leaf.leafHash()));
    Store.Contents more = new Store.Contents(lines, held.latest(), held.checkpoints(), List.of(), List.of());
    assertValidTo(verdict(more), held.lines().size(), Verdict.After.NOT_COSIGNED);
  }

  @Test
  void whoeverWroteAnotherStateIsNotBelieved() throws Exception {
    Path bundle = bundle(WHOLE);
    Header header = Header.read(Files.readAllBytes(bundle.resolve("bundle.json")));
    Header other =
        new Header(header.format(), header.exchange(), header.entries(), header.root(), Optional.of(Digest.OF_NOTHING));
    Files.write(bundle.resolve("bundle.json"), other.bytes());
    assertThat(Verification.of(bundle)).isInstanceOfSatisfying(
        Verdict.Invalid.class, invalid -> assertThat(invalid.because()).isEqualTo(Verdict.Because.WRITER_DIFFERS));
  }

  @Test
  void aWriterThatCouldNotReplayItsOwnLogSaysNothingOfTheState() throws Exception {
    Path bundle = bundle(WHOLE);
    Header header = Header.read(Files.readAllBytes(bundle.resolve("bundle.json")));
    Files.write(
        bundle.resolve("bundle.json"),
        new Header(header.format(), header.exchange(), header.entries(), header.root(), Optional.empty()).bytes());
    assertMissing(Verification.of(bundle), Verdict.Missing.WRITERS_STATE);
  }

  @Test
  void anotherFormatIsNotGuessedAt() throws Exception {
    Path bundle = bundle(WHOLE);
    Header header = Header.read(Files.readAllBytes(bundle.resolve("bundle.json")));
    Files.write(
        bundle.resolve("bundle.json"),
        new Header("homeward-bundle-2", header.exchange(), header.entries(), header.root(), header.stateHash()).bytes());
    assertMissing(Verification.of(bundle), Verdict.Missing.HEADER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bundle.json", "entries.log", "checkpoints.log"})
  void aMissingFileIsNamed(String name) throws IOException {
    Path bundle = bundle(SMALL);
    Files.delete(bundle.resolve(name));
    assertThat(Verification.of(bundle)).isEqualTo(new Verdict.Unknown(Verdict.Missing.FILE, name));
  }

  @Test
  void withoutADirectoryNothingIsKnown() {
    assertMissing(Verification.of(directory.resolve("nowhere")), Verdict.Missing.FILE);
  }

  @Test
  void somethingBesideTheBundleIsNotPassedOverInSilence() throws IOException {
    Path bundle = bundle(SMALL);
    Files.writeString(bundle.resolve("names.csv"), "somebody", UTF_8);
    assertMissing(Verification.of(bundle), Verdict.Missing.BUNDLE_ALONE);
  }

  @Test
  void aFlippedBitInAnyByteOfASmallBundleNeverPasses() throws IOException {
    Path bundle = bundle(SMALL);
    SplittableRandom draws = new SplittableRandom(SEED);
    for (String name : Bundle.FILES) {
      byte[] bytes = Files.readAllBytes(bundle.resolve(name));
      for (int at = 0; at < bytes.length; at++) {
        assertFlippedDoesNotPass(bundle, name, bytes, at, 1 << draws.nextInt(8));
      }
      Files.write(bundle.resolve(name), bytes);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bundle.json", "entries.log", "checkpoints.log"})
  void aFlipOfEveryBitOfTheLastLineNeverPasses(String name) throws IOException {
    Path bundle = bundle(SMALL);
    byte[] bytes = Files.readAllBytes(bundle.resolve(name));
    int end = bytes.length - 1;
    while (end > 0 && bytes[end] == '\n') {
      end--;
    }
    for (int at = bytes.length - 1; at >= 0 && (at >= end || bytes[at] != '\n'); at--) {
      for (int bit = 1; bit < 256; bit <<= 1) {
        assertFlippedDoesNotPass(bundle, name, bytes, at, bit);
      }
    }
  }

  private static void assertFlippedDoesNotPass(Path bundle, String name, byte[] bytes, int at, int bit) throws IOException {
    byte[] flipped = bytes.clone();
    flipped[at] ^= (byte) bit;
    Files.write(bundle.resolve(name), flipped);
    assertThat(Verification.of(bundle))
        .as("seed %d, %s, byte %d, bit %d", SEED, name, at, bit)
        .isNotInstanceOf(Verdict.Valid.class);
  }

  @Test
  void aLogCutAnywhereIsValidToTheLastCheckpointThatItStillCovers() throws Exception {
    Path bundle = bundle(SMALL);
    byte[] bytes = Files.readAllBytes(bundle.resolve("entries.log"));
    List<Long> sizes = new ArrayList<>();
    for (String note : SMALL.checkpoints()) {
      sizes.add(SignedCheckpoint.read(note).checkpoint().size());
    }
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      Files.write(bundle.resolve("entries.log"), cut);
      long whole = new String(cut, UTF_8).chars().filter(c -> c == '\n').count();
      long covered = sizes.stream().mapToLong(Long::longValue).filter(size -> size <= whole).max().orElse(0);
      if (covered == 0) {
        assertMissing(Verification.of(bundle), Verdict.Missing.COSIGNED_CHECKPOINT);
      } else {
        assertValidTo(Verification.of(bundle), covered, Verdict.After.CUT);
      }
    }
  }

  @Test
  void checkpointsCutAnywhereVouchForThoseBeforeTheCut() throws Exception {
    Path bundle = bundle(SMALL);
    byte[] bytes = Files.readAllBytes(bundle.resolve("checkpoints.log"));
    for (int length = 0; length < bytes.length; length++) {
      Files.write(bundle.resolve("checkpoints.log"), Arrays.copyOf(bytes, length));
      assertThat(Verification.of(bundle)).as("cut to %d", length).isInstanceOfAny(Verdict.ValidTo.class, Verdict.Unknown.class);
    }
  }

  @Test
  void aHeaderCutAnywhereIsNoHeader() throws Exception {
    Path bundle = bundle(SMALL);
    byte[] bytes = Files.readAllBytes(bundle.resolve("bundle.json"));
    for (int length = 0; length < bytes.length; length++) {
      Files.write(bundle.resolve("bundle.json"), Arrays.copyOf(bytes, length));
      assertMissing(Verification.of(bundle), Verdict.Missing.HEADER);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bundle.json", "entries.log", "checkpoints.log"})
  void somethingMoreAtTheEndOfAFileNeverPasses(String name) throws IOException {
    Path bundle = bundle(SMALL);
    byte[] bytes = Files.readAllBytes(bundle.resolve(name));
    for (String more : List.of("\n", " ", "\r\n", "x", "\n\n", "\u0000")) {
      Files.write(bundle.resolve(name), (new String(bytes, UTF_8) + more).getBytes(UTF_8));
      assertThat(Verification.of(bundle)).as("%s and %s", name, more).isNotInstanceOf(Verdict.Valid.class);
    }
  }
}
