package homeward.transcript;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import homeward.json.Json;
import homeward.json.Malformed;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeafTest {
  private static final Leaf LEAF = Specimen.leaf(0, Specimen.entry());

  @Test
  void aLeafIsReadBack() throws Malformed {
    assertThat(Leaf.read(LEAF.bytes())).isEqualTo(LEAF);
    assertThat(new String(LEAF.bytes(), US_ASCII))
        .isEqualTo("0 1747353700000 " + Specimen.KEEPER.id() + " " + Specimen.entry().jws());
  }

  /** RFC 6962, section 2.1: SHA-256 of a zero byte and the leaf. */
  @Test
  void theLeafHashHasItsOwnPrefix() {
    byte[] prefixed = ("\u0000" + new String(LEAF.bytes(), US_ASCII)).getBytes(US_ASCII);
    assertThat(LEAF.leafHash()).isEqualTo(Hash.of(prefixed)).isNotEqualTo(Hash.of(LEAF.bytes()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "STAMP", "00 STAMP KEEPER JWS", "+0 STAMP KEEPER JWS", "-1 STAMP KEEPER JWS", "-0 STAMP KEEPER JWS",
        "0x0 STAMP KEEPER JWS", "0. STAMP KEEPER JWS", "9007199254740992 STAMP KEEPER JWS",
        "99999999999999999999 STAMP KEEPER JWS", "0 01747353700000 KEEPER JWS", "0 9007199254740992 KEEPER JWS",
        " 0 STAMP KEEPER JWS", "0  STAMP KEEPER JWS", "0\tSTAMP KEEPER JWS", "0 STAMP  KEEPER JWS", "0 STAMP KEEPER  JWS",
        "0 STAMP KEEPER JWS ", "0 STAMP KEEPER JWS\n", "0 STAMP KEEPER", "0 STAMP KEEPER ", "0 STAMP JWS",
        "0 STAMP KEEPERA JWS", "0 STAMP AAAAAAAAAAAAAAAAAAAAAB JWS", "0 STAMP KEEPER JWS JWS", "0 STAMP KEEPER JWS.",
        "0 STAMP KEEPER a.b.c", "\u0660 STAMP KEEPER JWS", "STAMP 0 JWS KEEPER"
      })
  void onlyTheOneFormIsRead(String form) {
    String text =
        form.replace("STAMP", "1747353700000")
            .replace("KEEPER", Specimen.KEEPER.id().value())
            .replace("JWS", Specimen.entry().jws());
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Leaf.read(text.getBytes(ISO_8859_1)));
  }

  @Test
  void everyFlippedBitIsRefusedOrChangesTheHash() {
    byte[] bytes = LEAF.bytes();
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      byte[] flipped = Specimen.flipped(bytes, bit / 8, bit % 8);
      assertThat(Specimen.passes(() -> Leaf.read(flipped).leafHash().equals(LEAF.leafHash()))).as("bit %d", bit).isFalse();
    }
  }

  @Test
  void whatIsReadHasExactlyTheBytesThatWereRead() {
    byte[] bytes = LEAF.bytes();
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      byte[] flipped = Specimen.flipped(bytes, bit / 8, bit % 8);
      assertThat(Specimen.passes(() -> !Arrays.equals(Leaf.read(flipped).bytes(), flipped))).as("bit %d", bit).isFalse();
    }
  }

  @Test
  void aLeafBeyond64KilobytesIsRefused() {
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Leaf.read(new byte[Leaf.LONGEST + 1]));
  }

  @Test
  void indexAndStampAreWholeNumbersFromZero() {
    KeyId keeper = Specimen.KEEPER.id();
    assertThatIllegalArgumentException().isThrownBy(() -> new Leaf(-1, 0, keeper, Specimen.entry()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Leaf(0, -1, keeper, Specimen.entry()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Leaf(Json.LARGEST_WHOLE + 1, 0, keeper, Specimen.entry()));
  }
}
