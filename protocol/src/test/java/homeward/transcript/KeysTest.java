package homeward.transcript;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
  private static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  /** RFC 8037, appendix A.1 and A.4. */
  @Test
  void theKeyAndTheSignatureOfRfc8037ComeOut() {
    SigningKey key = new SigningKey(Base64Url.decode("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"));
    byte[] signed = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc".getBytes(US_ASCII);
    assertThat(key.publicKey().value()).isEqualTo("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
    assertThat(Base64Url.encode(key.sign(signed)))
        .isEqualTo("hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
    assertThat(key.publicKey().verifies(signed, key.sign(signed))).isTrue();
  }

  /** RFC 8032, section 7.1, tests 1 to 3. */
  @ParameterizedTest
  @CsvSource({
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60, '',"
        + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb, 72,"
        + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7, af82,"
        + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
  })
  void theSignaturesOfRfc8032ComeOut(String seed, String message, String signature) {
    assertThat(new SigningKey(hex(seed)).sign(hex(message))).isEqualTo(hex(signature));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // The points of order 1, 2, 4, 4, 8, 8, 8 and 8, canonically encoded.
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        // The same points and others encoded with y not below the prime, or with the sign of a zero x.
        "0100000000000000000000000000000000000000000000000000000000000080",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        // On the curve, but of mixed order: y = 3 and y = 4.
        "0300000000000000000000000000000000000000000000000000000000000000",
        "0400000000000000000000000000000000000000000000000000000000000000",
        // No point has this y.
        "0200000000000000000000000000000000000000000000000000000000000000"
      })
  void aWeakOrUnusualKeyIsNoKey(String key) {
    assertThatIllegalArgumentException().isThrownBy(() -> new PublicKey(Base64Url.encode(hex(key))));
  }

  @Test
  void aSignatureFitsOneMessageOneKeyAndOneSpelling() {
    byte[] message = {1, 2, 3};
    byte[] signature = Specimen.ALPHA.sign(message);
    PublicKey key = Specimen.ALPHA.publicKey();
    assertThat(key.verifies(message, signature)).isTrue();
    assertThat(key.verifies(new byte[] {1, 2, 4}, signature)).isFalse();
    assertThat(key.verifies(new byte[0], signature)).isFalse();
    assertThat(Specimen.BETA.publicKey().verifies(message, signature)).isFalse();
    assertThat(key.verifies(message, new byte[0])).isFalse();
    assertThat(key.verifies(message, Arrays.copyOf(signature, 65))).isFalse();
    assertThat(key.verifies(message, Arrays.copyOf(signature, 63))).isFalse();
    for (int bit = 0; bit < 512; bit++) {
      assertThat(key.verifies(message, Specimen.flipped(signature, bit / 8, bit % 8))).as("bit %d", bit).isFalse();
    }
  }

  /** S + L signs the same in naive verifiers (RFC 8032, section 8.4, malleability). */
  @Test
  void theSameSignatureWithALargerScalarIsRefused() {
    byte[] message = {1};
    byte[] signature = Specimen.ALPHA.sign(message);
    byte[] order = hex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    int carry = 0;
    for (int i = 0; i < 32; i++) {
      int sum = (signature[32 + i] & 0xff) + (order[i] & 0xff) + carry;
      signature[32 + i] = (byte) sum;
      carry = sum >> 8;
    }
    assertThat(Specimen.ALPHA.publicKey().verifies(message, signature)).isFalse();
  }

  @Test
  void aKeyIsNamedByTheFirstHalfOfItsHash() {
    SigningKey key = Specimen.ALPHA;
    byte[] hash = Hash.of(key.publicKey().raw()).bytes();
    assertThat(Base64Url.decode(key.id().value())).isEqualTo(Arrays.copyOf(hash, 16));
    assertThat(key.publicKey().id()).isEqualTo(key.id());
  }

  @Test
  void aSeedHasThirtyTwoBytesAndIsCopied() {
    assertThatIllegalArgumentException().isThrownBy(() -> new SigningKey(new byte[31]));
    byte[] seed = new byte[32];
    SigningKey key = new SigningKey(seed);
    seed[0] = 1;
    assertThat(key.publicKey().verifies(seed, key.sign(seed))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "A", "AAAA", "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU",
        "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFV", "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFUA",
        " 7DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU", "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuF\n",
        "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFЖ"
      })
  void aHashHasOneSpelling(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Hash(text));
    assertThat(Hash.EMPTY.value()).isEqualTo("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAAAAAAAAAAAAAAAAAAAB", "AAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAA="})
  void aKeyIdHasOneSpelling(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new KeyId(text));
    assertThat(new KeyId("AAAAAAAAAAAAAAAAAAAAAA").value()).hasSize(22);
  }

  @Test
  void base64urlOfEveryLengthIsReadBackAndEveryOtherLastLetterIsRefused() {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    for (int length = 0; length < 10; length++) {
      byte[] bytes = Arrays.copyOf(new byte[] {-1, 2, -3, 4, -5, 6, -7, 8, -9}, length);
      String text = Base64Url.encode(bytes);
      assertThat(Base64Url.decode(text)).isEqualTo(bytes);
      String stem = text.substring(0, Math.max(0, text.length() - 1));
      assertThat(alphabet.chars().filter(last -> spells(stem + (char) last, bytes))).hasSize(length == 0 ? 0 : 1);
    }
  }

  private static boolean spells(String text, byte[] bytes) {
    return Base64Url.isStrict(text) && Arrays.equals(Base64Url.decode(text), bytes);
  }
}
