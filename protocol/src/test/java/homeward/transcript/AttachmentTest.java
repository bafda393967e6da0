package homeward.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import homeward.json.Malformed;
import homeward.json.Shape;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class AttachmentTest {
  private static final byte[] KEY = filled(32, 7);
  private static final byte[] NONCE = filled(12, 9);
  private static final byte[] LIST = "name;born\nІван Приклад;1990-01-02\n".getBytes(UTF_8);
  private static final Attachment.Sealed SEALED = Attachment.seal(LIST, KEY, NONCE);

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  private static byte[] content(Attachment.Opened opened) {
    assertThat(opened).isInstanceOf(Attachment.Content.class);
    return ((Attachment.Content) opened).bytes();
  }

  @Test
  void whatWasSealedOpensWithItsKey() {
    assertThat(content(SEALED.descriptor().open(SEALED.ciphertext(), KEY))).isEqualTo(LIST);
    assertThat(SEALED.descriptor().size()).isEqualTo(LIST.length + 28).isEqualTo(SEALED.ciphertext().length);
    Attachment.Sealed nothing = Attachment.seal(new byte[0], KEY, NONCE);
    assertThat(content(nothing.descriptor().open(nothing.ciphertext(), KEY))).isEmpty();
  }

  /** Test case 14 of the GCM specification (McGrew and Viega): 256-bit zero key, zero nonce, one zero block. */
  @Test
  void theCiphertextIsNonceThenGcm() {
    assertThat(HexFormat.of().formatHex(Attachment.seal(new byte[16], new byte[32], new byte[12]).ciphertext()))
        .isEqualTo("000000000000000000000000" + "cea7403d4d606b6e074ec5d3baf39d18" + "d0d1c8a799996bf0265b98b5d48ab919");
  }

  @Test
  void everyFlippedBitOfTheFileIsAnotherFile() {
    byte[] file = SEALED.ciphertext();
    for (int bit = 0; bit < file.length * 8; bit++) {
      assertThat(SEALED.descriptor().open(Specimen.flipped(file, bit / 8, bit % 8), KEY)).isEqualTo(Attachment.Unfit.ANOTHER_FILE);
    }
    assertThat(SEALED.descriptor().open(Arrays.copyOf(file, file.length - 1), KEY)).isEqualTo(Attachment.Unfit.ANOTHER_FILE);
    assertThat(SEALED.descriptor().open(new byte[0], KEY)).isEqualTo(Attachment.Unfit.ANOTHER_FILE);
  }

  @Test
  void anotherKeyIsRefusedBeforeItIsTried() {
    for (int bit = 0; bit < KEY.length * 8; bit++) {
      byte[] flipped = Specimen.flipped(KEY, bit / 8, bit % 8);
      assertThat(SEALED.descriptor().open(SEALED.ciphertext(), flipped)).isEqualTo(Attachment.Unfit.ANOTHER_KEY);
    }
    assertThat(SEALED.descriptor().open(SEALED.ciphertext(), new byte[31])).isEqualTo(Attachment.Unfit.ANOTHER_KEY);
  }

  /** Both hashes can be right and the file nonsense: whoever described it lied, which is an answer and no exception. */
  @Test
  void aFileThatItsOwnKeyDoesNotOpenIsToldAsSuch() {
    byte[] nonsense = filled(40, 1);
    Attachment lie = new Attachment(Hash.of(nonsense), Hash.of(KEY), nonsense.length);
    assertThat(lie.open(nonsense, KEY)).isEqualTo(Attachment.Unfit.DOES_NOT_OPEN);
    byte[] shortKey = filled(16, 1);
    Attachment shortLie = new Attachment(Hash.of(nonsense), Hash.of(shortKey), nonsense.length);
    assertThat(shortLie.open(nonsense, shortKey)).isEqualTo(Attachment.Unfit.ANOTHER_KEY);
  }

  @Test
  void keyAndNonceHaveTheirLengths() {
    assertThatIllegalArgumentException().isThrownBy(() -> Attachment.seal(LIST, new byte[16], NONCE));
    assertThatIllegalArgumentException().isThrownBy(() -> Attachment.seal(LIST, KEY, new byte[16]));
    assertThatIllegalArgumentException().isThrownBy(() -> new Attachment(Hash.EMPTY, Hash.EMPTY, 27));
  }

  @Test
  void theDescriptorGoesIntoABody() throws Malformed {
    Shape<Attachment> shape = Shape.of(Attachment.class);
    assertThat(shape.read(shape.write(SEALED.descriptor()))).isEqualTo(SEALED.descriptor());
  }
}
