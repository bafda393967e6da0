package homeward.transcript;

import static homeward.transcript.Specimen.ALPHA;
import static homeward.transcript.Specimen.BETA;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import homeward.json.Json;
import homeward.json.Malformed;
import homeward.json.Shape;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedEntryTest {
  private static final String HEADER = "{\"alg\":\"Ed25519\",\"kid\":\"" + ALPHA.id() + "\",\"typ\":\"homeward-entry\"}";

  /** Signs whatever it is given, as a stranger could. */
  private static String signed(byte[] header, byte[] payload) {
    return sealed(Base64Url.encode(header) + "." + Base64Url.encode(payload));
  }

  private static String sealed(String headerAndPayload) {
    return headerAndPayload + "." + Base64Url.encode(ALPHA.sign(headerAndPayload.getBytes(US_ASCII)));
  }

  private static String payload() {
    return new String(Base64Url.decode(Specimen.entry().jws().split("\\.", -1)[1]), UTF_8);
  }

  private static void assertRefused(String jws, String where) {
    assertThatExceptionOfType(Malformed.class)
        .isThrownBy(() -> SignedEntry.read(jws))
        .satisfies(malformed -> assertThat(malformed.where()).startsWith(where));
  }

  @Test
  void anEntryIsReadBackAndVerifies() throws Malformed {
    SignedEntry read = SignedEntry.read(Specimen.entry().jws());
    assertThat(read).isEqualTo(Specimen.entry()).hasSameHashCodeAs(Specimen.entry());
    assertThat(read.envelope()).isEqualTo(Specimen.envelope(1, Hash.EMPTY));
    assertThat(read.verifies(ALPHA.publicKey())).isTrue();
    assertThat(read.hash()).isEqualTo(Hash.of(read.jws().getBytes(US_ASCII)));
  }

  @Test
  void theStrangersHandMakesTheSameTextWhenItKeepsToTheForm() {
    assertThat(signed(HEADER.getBytes(UTF_8), payload().getBytes(UTF_8))).isEqualTo(Specimen.entry().jws());
  }

  @Test
  void nobodyElsesKeyVerifiesIt() {
    assertThat(Specimen.entry().verifies(BETA.publicKey())).isFalse();
  }

  @Test
  void aForgedSignatureIsReadButDoesNotVerify() throws Malformed {
    String jws = Specimen.entry().jws();
    String forged = jws.substring(0, jws.lastIndexOf('.') + 1) + Base64Url.encode(BETA.sign(jws.getBytes(US_ASCII)));
    assertThat(SignedEntry.read(forged).verifies(ALPHA.publicKey())).isFalse();
    String swapped = jws.substring(0, jws.lastIndexOf('.')) + Specimen.secondEntry().jws().replaceAll(".*\\.", ".");
    assertThat(SignedEntry.read(swapped).verifies(ALPHA.publicKey())).isFalse();
  }

  @Test
  void nobodySignsInAnothersName() {
    assertThatIllegalArgumentException().isThrownBy(() -> SignedEntry.sign(Specimen.envelope(1, Hash.EMPTY), BETA));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\":\"none\",\"kid\":\"KID\",\"typ\":\"homeward-entry\"}",
        "{\"alg\":\"EdDSA\",\"kid\":\"KID\",\"typ\":\"homeward-entry\"}",
        "{\"alg\":\"HS256\",\"kid\":\"KID\",\"typ\":\"homeward-entry\"}",
        "{\"alg\":\"ed25519\",\"kid\":\"KID\",\"typ\":\"homeward-entry\"}",
        "{\"alg\":\"Ed25519\",\"kid\":\"KID\",\"typ\":\"JWT\"}",
        "{\"alg\":\"Ed25519\",\"kid\":\"KID\"}",
        "{\"alg\":\"Ed25519\",\"typ\":\"homeward-entry\"}",
        "{\"kid\":\"KID\",\"typ\":\"homeward-entry\"}",
        "{\"alg\":\"Ed25519\",\"crit\":[],\"kid\":\"KID\",\"typ\":\"homeward-entry\"}",
        "{\"alg\":\"Ed25519\",\"b64\":false,\"crit\":[\"b64\"],\"kid\":\"KID\",\"typ\":\"homeward-entry\"}",
        "{\"alg\":\"Ed25519\",\"jwk\":{},\"kid\":\"KID\",\"typ\":\"homeward-entry\"}",
        "{\"alg\":\"Ed25519\",\"alg\":\"none\",\"kid\":\"KID\",\"typ\":\"homeward-entry\"}",
        "{\"kid\":\"KID\",\"alg\":\"Ed25519\",\"typ\":\"homeward-entry\"}",
        "{ \"alg\":\"Ed25519\",\"kid\":\"KID\",\"typ\":\"homeward-entry\"}",
        "{\"alg\":\"Ed25519\",\"kid\":\"KID\",\"typ\":\"homeward-entry\"}\n",
        "{\"alg\":\"\\u0045d25519\",\"kid\":\"KID\",\"typ\":\"homeward-entry\"}",
        "{\"alg\":\"Ed25519\",\"kid\":\"OTHER\",\"typ\":\"homeward-entry\"}",
        "", "{}", "null"
      })
  void onlyTheOneHeaderIsRead(String header) {
    String mine = header.replace("KID", ALPHA.id().value()).replace("OTHER", BETA.id().value());
    assertRefused(signed(mine.getBytes(UTF_8), payload().getBytes(UTF_8)), "header");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"sequence\":1 | \"sequence\":0 | payload",
        "\"sequence\":1 | \"sequence\":-1 | payload",
        "\"sequence\":1 | \"sequence\":1.0 | payload.line 1",
        "\"sequence\":1 | \"sequence\":01 | payload.line 1",
        "\"sequence\":1 | \"sequence\":\"1\" | payload.sequence",
        "\"sequence\":1 | \"sequence\":9007199254740992 | payload.line 1",
        ",\"sequence\":1} | } | payload.sequence",
        "\"sequence\":1} | \"sequence\":1,\"sequence\":1} | payload.line 1",
        "\"sequence\":1} | \"sequence\":1,\"text\":\"free\"} | payload.text",
        "\"sequence\":1} | \"sequence\":null} | payload.line 1",
        "\"sentAt\":1747353600001 | \"sentAt\":-1 | payload",
        "\"exchange\":\"may-2025\" | \"exchange\":\"May-2025\" | payload",
        "\"exchange\":\"may-2025\" | \"exchange\":\"\" | payload",
        "\"exchange\":\"may-2025\" | \"exchange\":\"may 2025\" | payload",
        "\"exchange\":\"may-2025\" | \"exchange\":\"may-2025\\n\" | payload",
        "\"exchange\":\"may-2025\" | \"exchange\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\" | payload",
        "\"HANDOVER_STATE\" | \"HANDOVER STATE\" | payload",
        "\"HANDOVER_STATE\" | \"AAAAAAAAAAAAAAAAAAAAA\" | payload",
        "\"HANDOVER_STATE\" | \"\" | payload",
        "\"size\":0 | \"size\":-1 | payload.seen",
        "\"size\":0 | \"size\":0,\"stamp\":1 | payload.seen.stamp",
        "\"previous\":\"47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU\" | \"previous\":\"47DEQpj8HBSa\" | payload.previous",
        "uFU\",\"seen\" | uFV\",\"seen\" | payload.previous",
        "\"seen\" | \"seem\" | payload.seem",
        "\"size\":0} | \"size\":0 } | payload.byte",
        "{\"author\" | {\"body\":1,\"author\" | payload.line 1",
        "\"ж\" | \"\\u0436\" | payload.byte",
        "{\"author\" | [{\"author\" | payload.line 1"
      })
  void onlyTheOnePayloadIsRead(String from, String to, String where) {
    String altered = payload().replace(from, to);
    assertThat(altered).isNotEqualTo(payload());
    assertRefused(signed(HEADER.getBytes(UTF_8), altered.getBytes(UTF_8)), where);
  }

  @Test
  void aPayloadThatIsNotUtf8IsRefused() {
    byte[] latin = payload().replace('ж', 'ä').getBytes(ISO_8859_1);
    assertRefused(signed(HEADER.getBytes(UTF_8), latin), "payload.line 1");
    assertRefused(signed(HEADER.getBytes(UTF_8), ("\ufeff" + payload()).getBytes(UTF_8)), "payload.line 1");
  }

  @Test
  void onlyThreePartsInStrictBase64urlAreRead() {
    String jws = Specimen.entry().jws();
    String[] parts = jws.split("\\.", -1);
    for (String wrong :
        List.of("", ".", "..", "...", parts[0], parts[0] + "." + parts[1], jws + ".", "." + jws, jws + ".AA",
            jws + "=", jws + "==", jws + "\n", " " + jws, jws + " ", jws.replaceFirst("\\.", " ."), jws + "A",
            sealed(parts[0] + "=." + parts[1]), sealed(parts[0] + "." + parts[1] + "="), sealed(parts[0] + "." + parts[1] + "\n"),
            parts[0] + "." + parts[1] + ".", parts[0] + ".." + parts[2], "." + parts[1] + "." + parts[2],
            parts[0] + "." + parts[1] + "." + parts[2].substring(0, 83), parts[0] + "." + parts[1] + "." + parts[2].substring(0, 82),
            jws.replace('-', '+').replace('_', '/'))) {
      assertThat(Specimen.passes(() -> SignedEntry.read(wrong).jws().equals(wrong))).as(wrong).isFalse();
    }
  }

  @Test
  void everyFlippedBitIsRefusedOrDoesNotVerify() {
    byte[] bytes = Specimen.entry().jws().getBytes(US_ASCII);
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      String flipped = new String(Specimen.flipped(bytes, bit / 8, bit % 8), ISO_8859_1);
      assertThat(Specimen.passes(() -> SignedEntry.read(flipped).verifies(ALPHA.publicKey()))).as("bit %d", bit).isFalse();
    }
  }

  @Test
  void everyCutIsRefused() {
    String jws = Specimen.entry().jws();
    for (int length = 0; length < jws.length(); length++) {
      String cut = jws.substring(0, length);
      assertThat(Specimen.passes(() -> SignedEntry.read(cut) != null)).as("length %d", length).isFalse();
    }
  }

  @Test
  void twoSignaturesOfOneKeyOverOneEnvelopeAreTheSameText() {
    assertThat(Specimen.entry().jws()).isEqualTo(Specimen.entry().jws());
  }

  private static Envelope withBody(Json body) {
    Envelope like = Specimen.envelope(1, Hash.EMPTY);
    return new Envelope(
        "a".repeat(40), like.author(), "A".repeat(20), Json.LARGEST_WHOLE, like.previous(),
        new Seen(Json.LARGEST_WHOLE, Hash.EMPTY), Json.LARGEST_WHOLE, body);
  }

  @Test
  void theLargestBodyFitsIntoAnEntryAndIntoALeafAndOneByteMoreDoesNot() throws Malformed {
    Json largest = Json.of("x".repeat(SignedEntry.LARGEST_BODY - 2));
    SignedEntry entry = SignedEntry.sign(withBody(largest), ALPHA);
    assertThat(SignedEntry.read(entry.jws()).verifies(ALPHA.publicKey())).isTrue();
    Leaf leaf = new Leaf(Json.LARGEST_WHOLE, Json.LARGEST_WHOLE, ALPHA.id(), entry);
    assertThat(Leaf.read(leaf.bytes())).isEqualTo(leaf);

    Envelope tooLarge = withBody(Json.of("x".repeat(SignedEntry.LARGEST_BODY - 1)));
    assertThatIllegalArgumentException().isThrownBy(() -> SignedEntry.sign(tooLarge, ALPHA));
    byte[] payload = Shape.of(Envelope.class).write(tooLarge).canonical();
    assertRefused(signed(HEADER.getBytes(UTF_8), payload), "payload.body");
  }

  @Test
  void hugeAndRandomTextIsRefused() {
    assertRefused("A".repeat(10_000_000), "");
    assertRefused(".".repeat(65_000), "");
    long seed = 7;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 2_000; i++) {
      byte[] noise = new byte[random.nextInt(300)];
      random.nextBytes(noise);
      String jws = signed(HEADER.getBytes(UTF_8), noise);
      assertThat(Specimen.passes(() -> SignedEntry.read(jws) != null)).as("seed %d, round %d", seed, i).isFalse();
    }
  }

  @Test
  void aBodyDeeperThanTheReaderGoesIsRefused() {
    String deep = payload().replace("\"ж\"", "[".repeat(30) + "]".repeat(30));
    assertRefused(signed(HEADER.getBytes(UTF_8), deep.getBytes(UTF_8)), "payload.line 1");
  }
}
