package homeward.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "{", "}", "[", "]", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{,}",
        "{\"a\" 1}", "{a:1}", "{'a':1}", "{1:1}", "{\"a\":1 \"b\":2}", "[1}", "{\"a\":1]", "1 2", "{}x", "[]]", "'a'",
        "null", "[null]", "nul", "tru", "True", "fals", "truex", "undefined", "NaN", "Infinity", "-Infinity",
        "01", "00", "-0", "-01", "+1", "-", "--1", "1.0", "1.", ".5", "1e3", "1E3", "1e-3", "0.0", "0x10", "1_000",
        "9007199254740992", "-9007199254740992", "9223372036854775808", "99999999999999999999999999",
        "\"", "\"a", "\"\\", "\"\\\"", "\"\\x\"", "\"\\u\"", "\"\\u12\"", "\"\\u12g4\"", "\"\\u 123\"", "\"\\U0041\"",
        "\"\\u-123\"", "\"\\ud800\"", "\"\\udc00\"", "\"\\ud800\\ud800\"", "\"\\ud800x\"", "\"\\udc00\\ud800\"",
        "\"\n\"", "\"\t\"", "\"\u0000\"", "\"\u001f\"", "// a\n1", "/* a */1", "1//", "#1", "\u00a01", "\u20281",
        "\ufeff1", "1\ufeff", "\f1", "\u000b1", "[1]\u0000", "\uffff", "\"\uffff", "\"\\u٠٠٤١\"", "١"
      })
  void whateverRfc8259LeavesOpenOrForbidsIsRefused(String text) {
    assertThatExceptionOfType(Malformed.class)
        .isThrownBy(() -> JsonReader.read(text))
        .satisfies(malformed -> assertThat(malformed.where()).matches("line \\d+, column \\d+"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1,\"a\":2}", "{\"a\":1,\"b\":2,\"a\":1}", "{\"a\":1,\"\\u0061\":2}", "{\"\":1,\"\":2}",
        "[{\"b\":{\"x\":1,\"x\":1}}]"
      })
  void aNameMayStandOnceOnly(String text) {
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> JsonReader.read(text)).withMessageContaining("second");
  }

  @ParameterizedTest
  @CsvSource({
    "overlong quote, 22c0a222",
    "overlong zero, 22c08022",
    "three-byte overlong, 22e0808022",
    "lone high surrogate, 22eda08022",
    "surrogate pair in CESU-8, 22eda081edb08022",
    "above the last character, 22f490808022",
    "five-byte form, 22f88888888022",
    "lone continuation, 228022",
    "cut in a character, 22c3",
    "cut before the quote, 22c322",
    "Latin-1, 22e422",
    "windows-1251, 22c8e2e0ed22",
    "byte ff, ff",
    "UTF-16 little-endian, fffe31002000",
    "UTF-16 big-endian, feff0031",
    "byte order mark, efbbbf31"
  })
  void onlyValidUtf8WithoutByteOrderMarkIsRead(String what, String hex) {
    assertThatExceptionOfType(Malformed.class)
        .as(what)
        .isThrownBy(() -> JsonReader.read(HexFormat.of().parseHex(hex)))
        .withMessageContaining("UTF-8");
  }

  @Test
  void halfACharacterInAJavaStringIsRefused() {
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> JsonReader.read("\"a\ud83d\""));
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> JsonReader.read("{\"\ude00\":1}"));
  }

  @Test
  void whatPeopleWriteIsRead() throws Malformed {
    String text = "\r\n{ \"b\" : [ 1 , -12 , 0 , true , false , [ ] , { } ] ,\n\t\"a\" : \"\\u0416\\ud83d\\ude00\\/\\n\" }\n";
    Json expected = Json.fields("b", Json.items(java.util.List.of(1, -12, 0, true, false, none(), Json.fields())), "a", "Ж😀/\n");
    assertThat(JsonReader.read(text)).isEqualTo(expected);
    assertThat(JsonReader.read(text.getBytes(UTF_8))).isEqualTo(expected);
  }

  private static Json none() {
    return Json.items(java.util.List.of());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, 10, 9007199254740991L, -9007199254740991L})
  void wholeNumbersUpToTheLargestExactOneAreRead(long value) throws Malformed {
    assertThat(JsonReader.read(Long.toString(value))).isEqualTo(Json.of(value));
  }

  @Test
  void thePositionIsThatOfTheMistake() {
    assertThatExceptionOfType(Malformed.class)
        .isThrownBy(() -> JsonReader.read("{\n  \"a\": 1,\n  \"b\": 1.5\n}"))
        .satisfies(malformed -> assertThat(malformed.where()).isEqualTo("line 3, column 8"));
    assertThatExceptionOfType(Malformed.class)
        .isThrownBy(() -> JsonReader.read("{\"a\": \"x\"\n\"b\": 1}"))
        .satisfies(malformed -> assertThat(malformed.where()).isEqualTo("line 2, column 1"));
  }

  @Test
  void thirtyTwoLevelsAreReadAndThirtyThreeAreNot() throws Malformed {
    String most = "[".repeat(32) + "]".repeat(32);
    assertThat(JsonReader.read(most).canonical()).isEqualTo(most.getBytes(UTF_8));
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> JsonReader.read("[" + most + "]"));
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> JsonReader.read("{\"a\":".repeat(33) + "1" + "}".repeat(33)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":", "\"\\", "-", "[1,"})
  void endlessInputIsRefusedWithoutOverflow(String part) {
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> JsonReader.read(part.repeat(1_000_000)));
  }

  @Test
  void aNumberWithAMillionDigitsIsRefused() {
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> JsonReader.read("9".repeat(1_000_000)));
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> JsonReader.read("0".repeat(1_000_000)));
  }

  @Test
  void largeInputIsReadWhole() throws Malformed {
    String list = "[" + "\"Ї\",".repeat(300_000) + "1]";
    Json.Items items = (Json.Items) JsonReader.read(list.getBytes(UTF_8));
    assertThat(items.values()).hasSize(300_001);
    assertThat(items.canonical()).isEqualTo(list.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " 1", "1\n", "[1, 2]", "{\"a\": 1}", "{\"b\":1,\"a\":2}", "\"\\u0041\"", "\"\\/\"", "\"\\u000a\"", "\"\\u001F\"",
        "{\"\ud83d\ude00\":1,\"\uffff\":2}"
      })
  void whatIsNotInItsCanonicalFormIsNotCanonical(String text) throws Malformed {
    assertThat(JsonReader.read(text)).isNotNull();
    assertThatExceptionOfType(Malformed.class)
        .isThrownBy(() -> JsonReader.readCanonical(text.getBytes(UTF_8)))
        .withMessageContaining("canonical");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "[]", "{}", "{\"a\":[true,{\"b\":\"\\n\\u001f\\\"\\\\/\u007f\"}]}", "{\"\uffff\":2,\"\ud83d\ude00\":1}"})
  void theCanonicalFormIsReadAsSuch(String text) throws Malformed {
    assertThat(JsonReader.readCanonical(text.getBytes(UTF_8)).canonical()).isEqualTo(text.getBytes(UTF_8));
  }
}
