package homeward.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.json.Json;
import homeward.json.JsonReader;
import homeward.json.Malformed;
import homeward.ledger.LedgerReader.Answer;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The schema for other programs and the example of the document say what the records say. */
class LedgerSchemaTest {
  private static Json.Fields schema() throws IOException, Malformed {
    try (var file = LedgerSchemaTest.class.getResourceAsStream("ledger.schema.json")) {
      return (Json.Fields) JsonReader.read(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static Json.Fields field(Json.Fields json, String name) {
    return (Json.Fields) Objects.requireNonNull(json.values().get(name));
  }

  private static List<String> components(Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  @Test
  void theSchemaNamesTheFieldsOfTheRecords() throws IOException, Malformed {
    assertThat(field(schema(), "properties").values().keySet()).containsExactlyElementsOf(components(Ledger.class));
    for (Class<?> type : List.of(Ledger.Exchange.class, Ledger.Side.class, Ledger.ThirdParty.class, Ledger.Agreement.class,
        Ledger.Tranche.class, Ledger.Fact.class)) {
      Json.Fields definition = field(field(schema(), "$defs"), type.getSimpleName());
      assertThat(field(definition, "properties").values().keySet()).containsExactlyElementsOf(components(type));
    }
  }

  @Test
  void theLedgerOfTheDocumentIsOne() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("docs/formats.md"))) {
      root = Objects.requireNonNull(root.getParent());
    }
    String page = Files.readString(root.resolve("docs/formats.md"));
    List<String> ledgers = Pattern.compile("(?ms)^```json\\R(.*?)^```").matcher(page).results()
        .map(block -> block.group(1)).filter(block -> block.contains("\"ledger/1\"")).toList();
    assertThat(ledgers).isNotEmpty().allSatisfy(ledger ->
        assertThat(LedgerReader.read(ledger.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Answer.Sound.class));
  }
}
