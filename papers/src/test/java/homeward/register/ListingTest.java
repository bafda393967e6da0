package homeward.register;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.register.Listing.Form;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListingTest {
  private static final List<Listing> PEOPLE = List.of(
      new Listing(2, "p1", 3, Map.of(Column.ID, "=1", Column.SURNAME, "О'Ніл, \"Х\"", Column.GIVEN_NAME, "'=Марія",
          Column.REMARKS, "@cmd\r\nдва\nтри _x000D_ кінець", Column.CATEGORY, "military", Column.SERVICE_NUMBER, "007")),
      new Listing(3, "p2", 1, Map.of(Column.ID, "-2", Column.SURNAME, " \tدرویش ", Column.BIRTH_DATE, "1979",
          Column.UNIT, "＝1", Column.STATUS, "held", Column.CATEGORY, "civilian", Column.RANK, "'")));

  @ParameterizedTest
  @EnumSource(Form.class)
  void whatIsWrittenIsTakenInAgainWithoutLoss(Form form) throws IOException {
    assertThat(taken(written(form, PEOPLE))).isEqualTo(PEOPLE);
  }

  @Test
  void noCellOfAWrittenTextBeginsAFormula() throws IOException {
    assertThat(new String(written(Form.CSV, PEOPLE), StandardCharsets.UTF_8)).doesNotContainPattern("(^|,|\n)\"?[=+@\\-\t＝]");
  }

  @Test
  void onlyTheGivenColumnsAreWritten() throws IOException {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    try (Listing.Writer writer = Listing.Writer.start(Form.CSV, EnumSet.of(Column.ID), to)) {
      writer.write(PEOPLE.getFirst());
    }
    assertThat(to.toString(StandardCharsets.UTF_8)).isEqualTo("code,version,id\np1,3,'=1\n");
  }

  @Test
  void nothingIsHandedOnAfterTheFirstProblemButAllAreFound() {
    List<String> ids = new ArrayList<>();
    String text = "id,surname,given_name,birth_date,sex\n1,А,,,\n2,Б,,,X\n3,В,,,\n4,Г,,1.1.1990,\n";

    Reading reading = PeopleFile.take(text.getBytes(StandardCharsets.UTF_8), "a.csv", PeopleFile.Kind.SOUGHT,
        (listing, person) -> ids.add(person.id()));

    assertThat(ids).containsExactly("1");
    assertThat(((Reading.Refused) reading).problems()).extracting(Reading.Problem::row).containsExactly(3, 5);
  }

  @Test
  void aVersionThatNoRegisterWroteIsNamed() {
    Reading reading = PeopleFile.take("id,surname,given_name,birth_date,code,version\n1,А,,,p1,x\n".getBytes(StandardCharsets.UTF_8),
        "a.csv", PeopleFile.Kind.SOUGHT, (listing, person) -> {});

    assertThat(((Reading.Refused) reading).problems()).singleElement().extracting(Reading.Problem::column).isEqualTo("version");
  }

  @ParameterizedTest
  @CsvSource({"202E,TURNED_TEXT", "2066,TURNED_TEXT", "0007,CONTROL_CHARACTER"})
  void hiddenCharactersAreNamedByCell(String point, Reading.Kind kind) {
    String text = "id,surname,given_name,birth_date\n1,Аня,Б" + Character.toString(Integer.parseInt(point, 16)) + ",\n";
    Reading reading = PeopleFile.read(text.getBytes(StandardCharsets.UTF_8), "a.csv", PeopleFile.Kind.SOUGHT);

    assertThat(((Reading.Refused) reading).problems()).singleElement().satisfies(problem -> {
      assertThat(problem.kind()).isEqualTo(kind);
      assertThat(problem.row()).isEqualTo(2);
      assertThat(problem.column()).isEqualTo("given_name");
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"200E", "200F", "200D"})
  void marksThatScriptsAreWrittenWithAreKept(String point) {
    String mark = Character.toString(Integer.parseInt(point, 16));
    Reading reading = PeopleFile.check(Map.of(Column.ID, "1", Column.SURNAME, "سا" + mark), PeopleFile.Kind.HELD);

    assertThat(((Reading.Read) reading).people().getFirst().name().surname()).endsWith(mark);
  }

  @Test
  void aPersonEnteredByHandIsCheckedLikeARow() {
    Map<Column, String> given = Map.of(Column.ID, " 1 ", Column.SURNAME, "'=x", Column.BIRTH_DATE, "31.02.1990");

    assertThat(PeopleFile.check(given, PeopleFile.Kind.HELD)).isInstanceOfSatisfying(Reading.Refused.class,
        refused -> assertThat(refused.problems()).extracting(Reading.Problem::column).containsExactly("birth_date"));
    assertThat(((Reading.Read) PeopleFile.check(Map.of(Column.ID, " 1 ", Column.SURNAME, "'=x"), PeopleFile.Kind.HELD))
        .people().getFirst()).satisfies(person -> {
          assertThat(person.id()).isEqualTo("1");
          assertThat(person.name().surname()).isEqualTo("'=x");
        });
  }

  private static byte[] written(Form form, List<Listing> people) throws IOException {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    try (Listing.Writer writer = Listing.Writer.start(form, EnumSet.allOf(Column.class), to)) {
      for (Listing person : people) {
        writer.write(person);
      }
    }
    return to.toByteArray();
  }

  private static List<Listing> taken(byte[] bytes) {
    List<Listing> taken = new ArrayList<>();
    assertThat(PeopleFile.take(bytes, "file", PeopleFile.Kind.HELD, (listing, person) -> taken.add(listing)))
        .isInstanceOf(Reading.Read.class);
    return taken;
  }
}
