package homeward.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.exchange.PartyId;
import homeward.json.Json;
import homeward.json.JsonReader;
import homeward.json.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Agreements as the tests need them: a small one to spoil, all those there are, and the same with the sides' names swapped. */
final class Samples {
  /** The smallest that says all it must. */
  static final String SMALL = """
      {
        "homeward": "agreement/1",
        "exchange": "spring",
        "agreedOn": "2025-05-16",
        "sides": [{"id": "A"}, {"id": "B"}],
        "thirdParties": [{"id": "M", "functions": ["KEEPER", "HOST", "CLEARANCE"]}],
        "categories": [
          {"code": "military", "words": "Members of armed forces."},
          {"code": "civilian", "words": "Everybody else."}
        ],
        "tranches": [
          {
            "day": "2025-05-23",
            "place": "north-crossing",
            "returns": {"A": {"military": 230}, "B": {"military": 230}}
          },
          {
            "day": "2025-05-24",
            "place": "north-crossing",
            "returns": {"A": {"civilian": 10}, "B": {"civilian": 10}}
          }
        ]
      }
      """;

  private Samples() {}

  static Agreement read(String text) {
    Reading reading = AgreementFile.read(text.getBytes(StandardCharsets.UTF_8), "test.json");
    assertThat(reading).isInstanceOf(Reading.Read.class);
    return ((Reading.Read) reading).agreement();
  }

  static List<Reading.Problem> refused(String text) {
    Reading reading = AgreementFile.read(text.getBytes(StandardCharsets.UTF_8), "test.json");
    assertThat(reading).isInstanceOf(Reading.Refused.class);
    return ((Reading.Refused) reading).problems();
  }

  /** A text with one thing changed; what is changed has to be there. */
  static String with(String from, String to) {
    assertThat(SMALL).contains(from);
    return SMALL.replace(from, to);
  }

  static String text(Agreement agreement) {
    return new String(AgreementFile.write(agreement), StandardCharsets.UTF_8);
  }

  /** All that come with Homeward and two hundred invented ones. */
  static Stream<Agreement> all() {
    return Stream.concat(Agreements.names().stream().map(Agreements::named), generated());
  }

  static Stream<Agreement> generated() {
    return LongStream.rangeClosed(1, 200).mapToObj(Agreements::generated);
  }

  /** A code of the log for each party, so that the order of the codes is not always that of the sides. */
  static Map<String, PartyId> codes(Agreement agreement) {
    Map<String, PartyId> codes = new TreeMap<>();
    int number = agreement.exchange().length();
    for (Agreement.Party party : agreement.parties()) {
      number++;
      codes.put(party.id(), new PartyId("AAAAAAAAAAAAAAAAAAAA" + (char) ('z' - number % 2) + (char) ('A' + number % 20)));
    }
    return codes;
  }

  /** The same file with the sides' ids and names swapped wherever they stand. */
  static String swapped(String text, Agreement.Party one, Agreement.Party other) {
    Map<String, String> swap =
        Map.of(one.id(), other.id(), other.id(), one.id(), one.name(), other.name(), other.name(), one.name());
    try {
      return swapped(JsonReader.read(text), swap).pretty();
    } catch (Malformed malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }

  private static Json swapped(Json json, Map<String, String> swap) {
    return switch (json) {
      case Json.Text(String value) -> Json.of(swap.getOrDefault(value, value));
      case Json.Items(List<Json> values) -> {
        List<Json> items = new ArrayList<>();
        values.forEach(value -> items.add(swapped(value, swap)));
        yield new Json.Items(items);
      }
      case Json.Fields(SequencedMap<String, Json> values) -> {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        values.forEach((name, value) -> fields.put(swap.getOrDefault(name, name), swapped(value, swap)));
        yield new Json.Fields(fields);
      }
      case Json.Whole whole -> whole;
      case Json.Flag flag -> flag;
    };
  }
}
