package homeward.transcript;

import static homeward.transcript.Specimen.ALPHA;
import static homeward.transcript.Specimen.BETA;
import static homeward.transcript.Specimen.KEEPER;
import static homeward.transcript.Specimen.LOG;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import homeward.json.Malformed;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedCheckpointTest {
  private static final SignedCheckpoint NOTE = Specimen.checkpoint(Specimen.tree(5));
  private static final String BODY = NOTE.checkpoint().text();
  private static final String FOREIGN = "— foreign.example " + Base64.getEncoder().encodeToString(new byte[12]) + "\n";

  private static String linesOf(SignedCheckpoint note) {
    return note.text().substring(BODY.length() + 1);
  }

  @Test
  void theTextIsThatOfC2sp() {
    String root = Base64.getEncoder().encodeToString(Specimen.tree(5).root().bytes());
    assertThat(NOTE.text()).matches("homeward\\.example/may-2025\n5\n\\Q" + root + "\\E\n\n— " + KEEPER.id() + " [A-Za-z0-9+/]{91}=\n");
    byte[] line = Base64.getDecoder().decode(NOTE.text().strip().replaceAll("(?s).* ", ""));
    byte[] hint = Sha256.of((KEEPER.id() + "\n\u0001").getBytes(UTF_8), KEEPER.publicKey().raw());
    assertThat(Arrays.copyOf(line, 4)).isEqualTo(Arrays.copyOf(hint, 4));
    assertThat(KEEPER.publicKey().verifies(BODY.getBytes(UTF_8), Arrays.copyOfRange(line, 4, 68))).isTrue();
  }

  @Test
  void aCosignatureIsThatOfC2sp() {
    String text = linesOf(NOTE.cosign(ALPHA, "alpha", 1747353800)).split("\n", -1)[1];
    byte[] line = Base64.getDecoder().decode(text.replace("— alpha ", ""));
    byte[] hint = Sha256.of("alpha\n\u0004".getBytes(UTF_8), ALPHA.publicKey().raw());
    byte[] message = ("cosignature/v1\ntime 1747353800\n" + BODY).getBytes(UTF_8);
    assertThat(Arrays.copyOf(line, 4)).isEqualTo(Arrays.copyOf(hint, 4));
    assertThat(ByteBuffer.wrap(line).getLong(4)).isEqualTo(1747353800);
    assertThat(ALPHA.publicKey().verifies(message, Arrays.copyOfRange(line, 12, 76))).isTrue();
  }

  @Test
  void aNoteIsReadBackWithAllItsSignatures() throws Malformed {
    SignedCheckpoint read = SignedCheckpoint.read(Specimen.cosigned().text());
    assertThat(read).isEqualTo(Specimen.cosigned()).hasSameHashCodeAs(Specimen.cosigned());
    assertThat(read.isOf(LOG)).isTrue();
    assertThat(read.cosignedBy(ALPHA.publicKey(), ALPHA.id().value())).contains(1747353800L);
    assertThat(read.cosignedBy(BETA.publicKey(), BETA.id().value())).contains(1747353801L);
  }

  @Test
  void aSignatureCountsForItsKeyAndItsNameOnly() {
    SignedCheckpoint note = NOTE.cosign(ALPHA, "alpha", 1);
    assertThat(note.signedBy(KEEPER.publicKey(), "alpha")).isFalse();
    assertThat(note.signedBy(ALPHA.publicKey(), LOG.name())).isFalse();
    assertThat(note.signedBy(ALPHA.publicKey(), "alpha")).isFalse();
    assertThat(note.cosignedBy(KEEPER.publicKey(), LOG.name())).isEmpty();
    assertThat(note.cosignedBy(ALPHA.publicKey(), "beta")).isEmpty();
    assertThat(note.cosignedBy(BETA.publicKey(), "alpha")).isEmpty();
    assertThat(note.cosignedBy(ALPHA.publicKey(), "alpha")).contains(1L);
  }

  @Test
  void theFirstLineIsNotTakenForTheLogs() throws Malformed {
    SignedCheckpoint late = SignedCheckpoint.read(BODY + "\n" + FOREIGN + linesOf(NOTE));
    assertThat(late.isOf(LOG)).isTrue();
    SignedCheckpoint without = SignedCheckpoint.read(BODY + "\n" + FOREIGN);
    assertThat(without.isOf(LOG)).isFalse();
    assertThat(late.text()).contains(FOREIGN);
  }

  @Test
  void aLaterCosignatureReplacesTheEarlierOneOfThatSigner() {
    SignedCheckpoint twice = NOTE.cosign(ALPHA, "alpha", 1).cosign(BETA, "beta", 2).cosign(ALPHA, "alpha", 3);
    assertThat(linesOf(twice).lines()).hasSize(3);
    assertThat(twice.cosignedBy(ALPHA.publicKey(), "alpha")).contains(3L);
    assertThat(twice.cosignedBy(BETA.publicKey(), "beta")).contains(2L);
  }

  @Test
  void theKeeperMayCosignToo() {
    SignedCheckpoint both = NOTE.cosign(KEEPER, LOG.name(), 5);
    assertThat(both.isOf(LOG)).isTrue();
    assertThat(both.cosignedBy(KEEPER.publicKey(), LOG.name())).contains(5L);
  }

  @Test
  void cosigningLeavesTheNoteItStartedFromAsItWas() {
    String before = NOTE.text();
    assertThat(NOTE.cosign(ALPHA, "alpha", 1).text()).startsWith(before);
    assertThat(NOTE.text()).isEqualTo(before);
  }

  @Test
  void everyFlippedBitOfALogsNoteIsRefusedOrDoesNotVerify() {
    byte[] bytes = NOTE.text().getBytes(UTF_8);
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      String flipped = new String(Specimen.flipped(bytes, bit / 8, bit % 8), UTF_8);
      assertThat(Specimen.passes(() -> SignedCheckpoint.read(flipped).isOf(LOG))).as("bit %d", bit).isFalse();
    }
  }

  @Test
  void everyFlippedBitOfACosignedNoteLosesASignature() {
    byte[] bytes = Specimen.cosigned().text().getBytes(UTF_8);
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      String flipped = new String(Specimen.flipped(bytes, bit / 8, bit % 8), UTF_8);
      assertThat(Specimen.passes(() -> signedByAll(SignedCheckpoint.read(flipped)))).as("bit %d", bit).isFalse();
    }
  }

  private static boolean signedByAll(SignedCheckpoint note) {
    return note.isOf(LOG)
        && note.cosignedBy(ALPHA.publicKey(), ALPHA.id().value()).isPresent()
        && note.cosignedBy(BETA.publicKey(), BETA.id().value()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "\n", "\n\n", "BODY", "BODY\n", "BODY\n\n", "LINE", "\nLINE", "BODYLINE", "BODY\nLINELINE", "BODY\n\nLINE",
        "BODY\nLINE\n", "BODY\nLINE\nLINE", "BODY\n LINE", "BODY\n- x AAAAAAA=\n", "BODY\n— x\n", "BODY\n— x AAAA\n",
        "BODY\n— x AAAAAA==\n", "BODY\n— x AAAAAAA\n", "BODY\n— x AAAAAAB=\n", "BODY\n— x AAAAA-A=\n", "BODY\n—  AAAAAAA=\n",
        "BODY\n— x+y AAAAAAA=\n", "BODY\n— x y AAAAAAA=\n", "BODY\n— x AAAAAAA= \n", "BODY\n— x  AAAAAAA=\n",
        "BODY\n— x AAAAAAA=\r\n", "BODY\n— x AAAAAAA=", "BODY\n— ж AAAAAAA=\n"
      })
  void onlyTheFormOfASignedNoteIsRead(String form) {
    String text = form.replace("BODY", BODY).replace("LINE", linesOf(NOTE));
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> SignedCheckpoint.read(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ORIGIN\n05\nROOT\n", "ORIGIN\n-5\nROOT\n", "ORIGIN\n+5\nROOT\n", "ORIGIN\n5.0\nROOT\n", "ORIGIN\n\nROOT\n",
        "ORIGIN\n9007199254740992\nROOT\n", "ORIGIN\n99999999999999999999\nROOT\n", "ORIGIN\n0\nROOT\n", "ORIGIN\n5\n\n",
        "\n5\nROOT\n", "two words\n5\nROOT\n", "ж\n5\nROOT\n", "ORIGIN\n5\nAAAA\n", "ORIGIN\n5\nROOT", "ORIGIN\n5\nROOT\nextension\n",
        "ORIGIN\r\n5\r\nROOT\r\n", "ORIGIN\n5 \nROOT\n", " ORIGIN\n5\nROOT\n", "ORIGIN\n5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nx",
        "ORIGIN\n5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n", "ORIGIN\n5\n47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "ORIGIN\n5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
      })
  void onlyTheThreeLinesOfACheckpointAreRead(String form) {
    String root = Base64.getEncoder().encodeToString(Specimen.tree(5).root().bytes());
    String text = form.replace("ORIGIN", Specimen.ORIGIN).replace("ROOT", root);
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Checkpoint.read(text));
  }

  @Test
  void anEmptyTreeAndItsRootBelongTogether() throws Malformed {
    Checkpoint empty = new Checkpoint(Specimen.ORIGIN, 0, Hash.EMPTY);
    assertThat(Checkpoint.read(empty.text())).isEqualTo(empty);
    assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint(Specimen.ORIGIN, 1, Hash.EMPTY));
    assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint(Specimen.ORIGIN, 0, Specimen.numbered(0)));
  }

  @Test
  void aNoteHasAtMostSixteenSignatures() throws Malformed {
    StringBuilder lines = new StringBuilder(linesOf(NOTE));
    for (int i = 0; i < 15; i++) {
      lines.append(FOREIGN.replace("foreign", "foreign" + i));
    }
    SignedCheckpoint full = SignedCheckpoint.read(BODY + "\n" + lines);
    assertThat(full.isOf(LOG)).isTrue();
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> SignedCheckpoint.read(BODY + "\n" + lines + FOREIGN));
    assertThatIllegalArgumentException().isThrownBy(() -> full.cosign(ALPHA, "alpha", 1));
  }

  @Test
  void hugeNotesAreRefused() {
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> SignedCheckpoint.read(BODY + "\n" + FOREIGN.repeat(1_000_000)));
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> SignedCheckpoint.read("\n".repeat(1_000_000)));
  }

  @Test
  void aCosignatureNeedsATimeAndANameWithoutSpacesOrPlus() {
    assertThatIllegalArgumentException().isThrownBy(() -> NOTE.cosign(ALPHA, "alpha", 0));
    assertThatIllegalArgumentException().isThrownBy(() -> NOTE.cosign(ALPHA, "alpha", -1));
    for (String name : List.of("", "a b", "a+b", "a\n", "ж", "a\u00a0b")) {
      assertThatIllegalArgumentException().isThrownBy(() -> NOTE.cosign(ALPHA, name, 1));
      assertThatIllegalArgumentException().isThrownBy(() -> SignedCheckpoint.sign(NOTE.checkpoint(), KEEPER, name));
    }
  }

  /** The hint names the key, the time is signed: a stranger can neither move a time nor reuse the log's signature. */
  @Test
  void aMovedTimeOrABorrowedSignatureDoesNotVerify() throws Malformed {
    NoteLine line = NoteLine.read(linesOf(NOTE.cosign(ALPHA, "alpha", 9)).split("\n", -1)[1]);
    byte[] stamped = line.bytes();
    for (long time : List.of(0L, 8L, 10L, -1L, Long.MIN_VALUE)) {
      byte[] moved = ByteBuffer.wrap(stamped.clone()).putLong(time).array();
      String text = BODY + "\n" + NoteLine.of("alpha", NoteLine.COSIGNATURE, ALPHA.publicKey(), moved).text();
      assertThat(SignedCheckpoint.read(text).cosignedBy(ALPHA.publicKey(), "alpha")).as("%d", time).isEmpty();
    }
    byte[] plain = ALPHA.sign(BODY.getBytes(UTF_8));
    for (byte[] borrowed : List.of(plain, ByteBuffer.allocate(72).putLong(9).put(plain).array(), new byte[1])) {
      String text = BODY + "\n" + NoteLine.of("alpha", NoteLine.COSIGNATURE, ALPHA.publicKey(), borrowed).text();
      assertThat(SignedCheckpoint.read(text).cosignedBy(ALPHA.publicKey(), "alpha")).isEmpty();
    }
  }
}
