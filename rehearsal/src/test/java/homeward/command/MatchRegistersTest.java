package homeward.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person gets from {@code ./homeward match}, with good files and with bad ones. */
class MatchRegistersTest {
  private static final String HEADER =
      "id,surname,given_name,patronymic,birth_date,sex,rank,unit,service_number,birth_place,capture_place,capture_date\n";
  private static final String SOUGHT = HEADER
      + "S-1,Лук'янчук,Сергій,Миколайович,1990-03-04,M,старший солдат,95 омбр,,Вільхогай,Тихоплес,2024-05\n"
      + "S-2,Рудобрід,Олена,Павлівна,1984-11-20,F,,,,Сивостан,,\n";
  private static final String HELD = HEADER
      + "H-1,Lukianchuk,Sergei,,1990-04-03,M,ефрейтор,95,,Вильхогай,,2024-05-19\n"
      + "H-2,Лукьянчук,Андрей,Николаевич,1990-03-04,M,рядовой,95 омбр,,Вильхогай,Тихоплес,2024-05-19\n";

  @TempDir private Path place = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void bringBothFiles() throws IOException {
    Files.writeString(place.resolve("sought.csv"), SOUGHT);
    Files.writeString(place.resolve("held.csv"), HELD);
  }

  private int match(String... options) {
    List<String> words = new ArrayList<>(
        List.of("match", place.resolve("sought.csv").toString(), place.resolve("held.csv").toString()));
    words.addAll(List.of(options));
    return Main.run(words, new PrintWriter(out, true), new PrintWriter(err, true));
  }

  private String file(String name) {
    return place.resolve(name).toString();
  }

  @Test
  void thePersonIsFoundAndNotTheTwin() {
    assertThat(match()).as(err.toString()).isZero();
    assertThat(out.toString().lines()).first().isEqualTo("sought_id,held_id,probability,weight,decision");
    assertThat(out.toString()).contains("S-1,H-1,").doesNotContain("S-1,H-2,").doesNotContain("S-2,");
  }

  @Test
  void aPairIsExplainedDetailByDetail() {
    assertThat(match("--explain", "S-1:H-1")).as(err.toString()).isZero();
    assertThat(out.toString()).contains("same name", "day and month swapped", "лук'янчук | lukianchuk", "together", "model version 1");
  }

  @Test
  void aPairThatIsNotThereIsNamed() {
    assertThat(match("--explain", "S-1:H-9")).isEqualTo(Exit.INPUT_REFUSED.code());
    assertThat(err.toString()).contains("no row has the id H-9");
  }

  @Test
  void aModelThatWasKeptWeighsAlike() throws Exception {
    assertThat(match("--save-model", file("model.json"), "--out", file("first.csv"))).as(err.toString()).isZero();
    assertThat(match("--model", file("model.json"), "--out", file("second.csv"), "--threads", "3")).as(err.toString()).isZero();
    assertThat(place.resolve("second.csv")).hasSameTextualContentAs(place.resolve("first.csv"));
  }

  @Test
  void aModelOfAnotherVersionIsRefused() throws Exception {
    match("--save-model", file("model.json"));
    String model = Files.readString(place.resolve("model.json"));
    Files.writeString(place.resolve("model.json"), model.replace("\"version\": 1", "\"version\": 99"));
    assertThat(match("--model", file("model.json"))).isEqualTo(Exit.INPUT_REFUSED.code());
    assertThat(err.toString()).contains("it is of version 99").contains("--save-model");
  }

  @Test
  void otherColumnsNeedASchema() throws Exception {
    Files.writeString(place.resolve("sought.csv"), "number,family,first,born\n1,Тихоплес,Ірина,1980-02-03\n");
    Files.writeString(place.resolve("held.csv"), "number,family,first,born\n7,Tykhoples,Iryna,1980-02-03\n8,Рудощит,Марія,1991-07-08\n");
    Files.writeString(place.resolve("schema.json"), """
        {"id": "number", "columns": [
          {"name": "family", "kind": "SURNAME"}, {"name": "first", "kind": "GIVEN"}, {"name": "born", "kind": "DATE"}]}
        """);
    assertThat(match("--schema", file("schema.json"))).as(err.toString()).isZero();
    assertThat(out.toString()).contains("1,7,").doesNotContain("1,8,");
  }

  @Test
  void theReportNeedsNothingButItself() throws Exception {
    assertThat(match("--report", file("report.html"))).as(err.toString()).isZero();
    String page = Files.readString(place.resolve("report.html"));
    assertThat(page).contains("<svg", "prefers-color-scheme: dark", "How probable the pairs are", "<table>")
        .doesNotContain("<script").doesNotContain("http://").doesNotContain("https://").doesNotContain("src=");
  }

  @Test
  void unknownColumnsAndLostValuesAreTold() throws Exception {
    Files.writeString(place.resolve("held.csv"), "id,surname,shoe_size,birth_date\nH-1,Лук'янчук,43,yesterday\n");
    assertThat(match()).as(err.toString()).isZero();
    assertThat(err.toString()).contains("left out, since the schema does not name them: shoe_size", "not in the file: given_name",
        "birth_date: 1 of 1 values say nothing");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "''|it is empty",
      "'id;surname\nH-1;Лук'|parted by semicolons or tabs",
      "'name,surname\nH-1,Лук'|no column \"id\"",
      "'id,shoe_size\nH-1,43'|none of the columns",
      "'id,surname,surname\nH-1,a,b'|stands twice in its header",
      "'id,surname\nH-1,a,b'|behind row 1",
      "'id,surname\nH-1,\"a'|quotation mark that does not close",
      "'id,surname\n,a'|row 2 has no id",
      "'id,surname\nH-1,a\nH-2,b\nH-1,c'|row 4 has an id that row 2 has already"})
  void aBrokenFileIsRefusedWithItsCure(String text, String cure) throws Exception {
    Files.writeString(place.resolve("held.csv"), text);
    assertThat(match()).isEqualTo(Exit.INPUT_REFUSED.code());
    assertThat(err.toString()).contains("held.csv: ").contains(cure);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void anotherEncodingIsRefusedAndNotGuessed() throws Exception {
    Files.writeString(place.resolve("held.csv"), HELD, Charset.forName("windows-1251"));
    assertThat(match()).isEqualTo(Exit.INPUT_REFUSED.code());
    assertThat(err.toString()).contains("not UTF-8");
    Files.writeString(place.resolve("held.csv"), HELD, StandardCharsets.UTF_16);
    assertThat(match()).isEqualTo(Exit.INPUT_REFUSED.code());
    assertThat(err.toString()).contains("UTF-16");
  }

  @Test
  void aFileThatIsNotThereIsNamed() throws Exception {
    Files.delete(place.resolve("held.csv"));
    assertThat(match()).isEqualTo(Exit.INPUT_REFUSED.code());
    assertThat(err.toString()).contains("held.csv: it cannot be opened");
  }
}
