package homeward.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void theCanonicalFormSortsNamesByTheirUtf8Bytes() {
    // In UTF-16 the emoji (D83D DE00) would come before U+FF5E; in UTF-8 (F0 …) it comes after (EF …).
    Json json = Json.fields("😀", 1, "～", 2, "b", 3, "a", 4, "", 5, "ab", 6, "Ж", 7, "B", 8);
    assertThat(new String(json.canonical(), UTF_8))
        .isEqualTo("{\"\":5,\"B\":8,\"a\":4,\"ab\":6,\"b\":3,\"Ж\":7,\"～\":2,\"😀\":1}");
  }

  @Test
  void theCanonicalFormEscapesOnlyWhatItMust() {
    Json json = Json.of("\"\\/\b\f\n\r\t\u0000\u001f\u007f\u2028é");
    assertThat(new String(json.canonical(), UTF_8))
        .isEqualTo("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\u007f\u2028é\"");
  }

  @Test
  void thePrettyFormKeepsTheOrderAndIndentsByTwo() {
    Json json = Json.fields("b", Json.items(List.of(1, Json.fields("x", "y"))), "a", Json.fields(), "c", Json.items(List.of()));
    assertThat(json.pretty())
        .isEqualTo(
            """
            {
              "b": [
                1,
                {
                  "x": "y"
                }
              ],
              "a": {},
              "c": []
            }
            """);
  }

  @Test
  void bothFormsAreReadBackToTheSameValue() throws Malformed {
    long seed = 20250516;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 2_000; i++) {
      Json json = any(random, 0);
      assertThat(JsonReader.readCanonical(json.canonical())).as("seed %d, round %d", seed, i).isEqualTo(json);
      assertThat(JsonReader.read(json.pretty()).pretty()).as("seed %d, round %d", seed, i).isEqualTo(json.pretty());
    }
  }

  @Test
  void anAlteredByteNeverGivesTheSameValueInCanonicalForm() {
    long seed = 20250517;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 5_000; i++) {
      Json json = any(random, 0);
      byte[] bytes = json.canonical();
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      assertThat(readsAs(json, bytes)).as("seed %d, round %d", seed, i).isFalse();
    }
  }

  private static boolean readsAs(Json json, byte[] bytes) {
    try {
      return JsonReader.readCanonical(bytes).equals(json);
    } catch (Malformed _) {
      return false;
    }
  }

  private static Json any(SplittableRandom random, int depth) {
    return switch (random.nextInt(depth < 4 ? 5 : 3)) {
      case 0 -> Json.of(text(random));
      case 1 -> Json.of(random.nextLong(-Json.LARGEST_WHOLE, Json.LARGEST_WHOLE + 1) >> random.nextInt(53));
      case 2 -> Json.of(random.nextBoolean());
      case 3 -> {
        List<Json> values = new ArrayList<>();
        random.ints(random.nextInt(5)).forEach(_ -> values.add(any(random, depth + 1)));
        yield Json.items(values);
      }
      default -> {
        SequencedMap<String, Json> values = new LinkedHashMap<>();
        random.ints(random.nextInt(5)).forEach(_ -> values.put(text(random), any(random, depth + 1)));
        yield new Json.Fields(values);
      }
    };
  }

  private static String text(SplittableRandom random) {
    int[] letters = "ab\"\\/\n\u0001\u007fЖї～😀".codePoints().toArray();
    StringBuilder text = new StringBuilder();
    random.ints(random.nextInt(6), 0, letters.length).forEach(i -> text.appendCodePoint(letters[i]));
    return text.toString();
  }

  @Test
  void namesCompareAsTheirUtf8BytesDo() {
    long seed = 20250518;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 5_000; i++) {
      String left = text(random);
      String right = text(random);
      int bytewise = Arrays.compareUnsigned(left.getBytes(UTF_8), right.getBytes(UTF_8));
      assertThat(Integer.signum(Characters.compareBytewise(left, right))).as("seed %d", seed).isEqualTo(Integer.signum(bytewise));
    }
  }

  @Test
  void valuesThatHaveNoFormCannotBeMade() {
    assertThatIllegalArgumentException().isThrownBy(() -> Json.of("\ud83d"));
    assertThatIllegalArgumentException().isThrownBy(() -> Json.of(Json.LARGEST_WHOLE + 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Json.of(-Json.LARGEST_WHOLE - 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Json.fields("a"));
    assertThatIllegalArgumentException().isThrownBy(() -> Json.fields("a", 1, "a", 2));
    assertThatIllegalArgumentException().isThrownBy(() -> Json.fields("\ud83d", 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Json.fields("a", 1.5));
  }

  @Test
  void valuesDoNotChangeWithWhatTheyWereMadeFrom() {
    List<Json> source = new ArrayList<>(List.of(Json.of(1)));
    Json.Items items = new Json.Items(source);
    SequencedMap<String, Json> map = new LinkedHashMap<>();
    Json.Fields fields = new Json.Fields(map);
    source.clear();
    map.put("a", items);
    assertThat(items.values()).hasSize(1);
    assertThat(fields.values()).isEmpty();
  }

  @Test
  void whatOurReaderWouldRefuseIsNotWritten() {
    Json json = Json.of(1);
    for (int i = 0; i < 33; i++) {
      json = Json.items(List.of(json));
    }
    Json deep = json;
    assertThatIllegalArgumentException().isThrownBy(deep::canonical);
    assertThatIllegalArgumentException().isThrownBy(deep::pretty);
  }
}
