package homeward.register;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.register.PeopleFile.Kind;
import homeward.register.Person.Health;
import homeward.register.Person.Sex;
import homeward.register.Person.Status;
import homeward.register.Reading.Problem;
import homeward.register.Reading.Read;
import homeward.register.Reading.Refused;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleFileTest {
  private static final String HEADER = "id,surname,given_name,birth_date,category,sex,health,status\n";

  private static Reading read(String text, Kind kind) {
    return PeopleFile.read(text.getBytes(StandardCharsets.UTF_8), "b-held.csv", kind);
  }

  private static List<Person> people(String text) {
    return people(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Person> people(byte[] bytes) {
    Reading reading = PeopleFile.read(bytes, "b-held.csv", Kind.HELD);
    assertThat(reading).isInstanceOf(Read.class);
    return ((Read) reading).people();
  }

  private static List<Problem> problems(byte[] bytes) {
    Reading reading = PeopleFile.read(bytes, "b-held.csv", Kind.HELD);
    assertThat(reading).isInstanceOf(Refused.class);
    return ((Refused) reading).problems();
  }

  private static List<Problem> problems(String text) {
    return problems(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void everyColumnIsRead() {
    Person person = people("""
        id,surname,given_name,patronymic,birth_date,sex,rank,unit,service_number,birth_place,capture_place,capture_date,\
        category,health,status,father_given_name,mother_maiden_name,power_of_origin,remarks
        X17,Вербенко,Олена,Петрівна,1990-03,F,сержант,9204,QX-1,Сивоплес,Мідностан,2023,military,sick,held,Петро,Гай,P,"a, b"
        """).getFirst();

    assertThat(person).isEqualTo(new Person(
        "X17",
        new Person.Name("Вербенко", "Олена", "Петрівна"),
        new PartialDate.InMonth(java.time.YearMonth.of(1990, 3)),
        Sex.FEMALE,
        new Person.Particulars("сержант", "9204", "QX-1", "Сивоплес", "Петро", "Гай", "P"),
        new Person.Captivity(
            "Мідностан", new PartialDate.InYear(java.time.Year.of(2023)), Person.Seen.NEVER, "military", Health.SICK, Status.HELD),
        "a, b"));
  }

  @Test
  void columnOrderAndCaseAreFree() {
    Person person = people("Category, BIRTH_DATE ,Given_Name,id,SURNAME\nmilitary,1990-03-01,Олена,X17,Вербенко\n").getFirst();

    assertThat(person.id()).isEqualTo("X17");
    assertThat(person.name()).isEqualTo(new Person.Name("Вербенко", "Олена", ""));
    assertThat(person.birthDate().fullDate()).contains(LocalDate.of(1990, 3, 1));
    assertThat(person.health()).isEqualTo(Health.NOT_GIVEN);
  }

  @Test
  void unknownColumnsAreLeftOutAndNamed() {
    Reading reading = read("id,surname,given_name,birth_date,category,phone,\n1,А,Б,,military,555,x\n", Kind.HELD);

    assertThat(((Read) reading).notices()).hasSize(2);
    assertThat(((Read) reading).notices().getFirst()).contains("'phone'");
    assertThat(((Read) reading).notices().getLast()).contains("column 7");
  }

  @Test
  void emptyRowsAreLeftOutAndCounted() {
    Reading reading = read(HEADER + "\n1,А,Б,,military,,,\n,,,,,,,\n", Kind.HELD);

    assertThat(((Read) reading).people()).hasSize(1);
    assertThat(((Read) reading).notices()).containsExactly("2 empty rows were left out");
  }

  @Test
  void rowsAreCountedAsASpreadsheetCountsThem() {
    assertThat(problems(HEADER + "\n1,\"А\nБ\",В,,military,,,\n2,А,Б,,military,X,,\n").getFirst().row()).isEqualTo(4);
  }

  @Test
  void onlyTheIdIsRequiredOfAPerson() {
    // Edges 4, 7 and 8: no surname, call-sign only, cannot state identity.
    assertThat(people(HEADER + "1,,,,,,,\n2,,Сокіл,,military,,,\n")).hasSize(2);
  }

  @Test
  void aSoughtFileNeedsNoCategory() {
    String text = "id,surname,given_name,birth_date,status\n1,А,Б,1990,missing\n2,А,В,1990,sought\n";

    assertThat(((Read) read(text, Kind.SOUGHT)).people()).extracting(Person::status)
        .containsExactly(Status.MISSING, Status.SOUGHT);
    assertThat(((Refused) read(text, Kind.HELD)).problems().getFirst().kind()).isEqualTo(Reading.Kind.COLUMN_MISSING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+38", "-5", "@SUM(A1)", " =1", "\t=1", "'t Hooft", "''"})
  void formulasAreKeptAsText(String cell) {
    // Edge 61.
    Person person = people("id,surname,given_name,birth_date,category,remarks\n1,А,Б,,military," + cell + "\n").getFirst();

    assertThat(person.remarks()).isEqualTo(cell);
    assertThat(people(PeopleFile.write(List.of(person)))).containsExactly(person);
  }

  @Test
  void aGuardedFormulaLosesOneApostropheAndGetsItBack() {
    Person person = people("id,surname,given_name,birth_date,category,remarks\n1,А,Б,,military,'=1\n").getFirst();

    assertThat(person.remarks()).isEqualTo("=1");
    assertThat(PeopleFile.write(List.of(person))).contains(",'=1");
  }

  @ParameterizedTest(name = "{1} at row {2}, column {3}: {0}")
  @CsvSource(delimiter = '|', nullValues = "-", value = {
      "1,А,Б,31.02.1990,military,,, | BAD_DATE | 2 | birth_date",
      "1,А,Б,1990-02-31,military,,, | BAD_DATE | 2 | birth_date",
      "1,А,Б,1990-13,military,,, | BAD_DATE | 2 | birth_date",
      "1,А,Б,31.03.1990,military,,, | BAD_DATE | 2 | birth_date",
      "1,А,Б,0990-03-31,military,,, | BAD_DATE | 2 | birth_date",
      "1,А,Б,90,military,,, | BAD_DATE | 2 | birth_date",
      "1,А,Б,1990-2-3,military,,, | BAD_DATE | 2 | birth_date",
      "1,А,Б,,military,X,, | BAD_WORD | 2 | sex",
      "1,А,Б,,military,,ill, | BAD_WORD | 2 | health",
      "1,А,Б,,military,,,gone | BAD_WORD | 2 | status",
      "1,А,Б,,military,,,missing | BAD_WORD | 2 | status",
      "' ,А,Б,,military,,,' | ID_MISSING | 2 | id",
      "1,А,Б,,military | TOO_FEW_FIELDS | 2 | ''",
      "1,А,Б | TOO_FEW_FIELDS | 2 | ''",
      "1,А,Б,,military,,,,9 | TOO_MANY_FIELDS | 2 | ''",
      "1,А,\"Б,,military,,, | QUOTE_NOT_CLOSED | 2 | given_name",
      "1,А,\"Б\"в,,military,,, | TEXT_AFTER_QUOTE | 2 | given_name",
  })
  void whatARowCannotMeanIsNamed(String row, Reading.Kind kind, int number, String column) {
    assertThat(problems(HEADER + row + "\n")).singleElement().satisfies(problem -> {
      assertThat(problem.kind()).isEqualTo(kind);
      assertThat(problem.file()).isEqualTo("b-held.csv");
      assertThat(problem.row()).isEqualTo(number);
      assertThat(problem.column()).isEqualTo(column);
      assertThat(problem.cure()).isNotBlank();
    });
  }

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource(delimiter = '|', value = {
      "'' | EMPTY_FILE",
      "surname,given_name,birth_date,category | COLUMN_MISSING",
      "id,given_name,birth_date,category | COLUMN_MISSING",
      "id,surname,birth_date,category | COLUMN_MISSING",
      "id,surname,given_name,category | COLUMN_MISSING",
      "id,surname,given_name,birth_date | COLUMN_MISSING",
      "id,surname,given_name,birth_date,category, ID  | COLUMN_TWICE",
      "id;surname;given_name;birth_date;category | WRONG_SEPARATOR",
      "id\tsurname\tgiven_name\tbirth_date\tcategory | WRONG_SEPARATOR",
      "id,\"surname | QUOTE_NOT_CLOSED",
  })
  void whatIsWrongWithTheHeaderIsNamed(String header, Reading.Kind kind) {
    assertThat(problems(header)).singleElement().extracting(Problem::kind).isEqualTo(kind);
  }

  @Test
  void aHeaderWithNoPeopleIsAnEmptyList() {
    assertThat(people(HEADER)).isEmpty();
  }

  @Test
  void anIdTwiceNamesBothRows() {
    String rows = IntStream.rangeClosed(2, 40)
        .mapToObj(row -> (row == 12 || row == 40 ? " X17" : "N" + row) + ",А,Б,,military,,,\n")
        .collect(Collectors.joining());

    assertThat(problems(HEADER + rows)).singleElement().satisfies(problem -> {
      assertThat(problem.kind()).isEqualTo(Reading.Kind.ID_TWICE);
      assertThat(problem.row()).isEqualTo(40);
      assertThat(problem.cure()).contains("id 'X17' stands in rows 12 and 40");
    });
  }

  @Test
  void theCureOfADateIsExact() {
    assertThat(problems(HEADER + "1,А,Б,31.02.1990,military,,,\n").getFirst().cure()).contains("1990-02 has 28 days");
    assertThat(problems(HEADER + "1,А,Б,31.03.1990,military,,,\n").getFirst().cure()).contains("1990-03-31");
  }

  @Test
  void aLeapDayIsADayOnlyInLeapYears() {
    // Edge 5: 29 February.
    assertThat(people(HEADER + "1,А,Б,2000-02-29,military,,,\n")).hasSize(1);
    assertThat(problems(HEADER + "1,А,Б,1990-02-29,military,,,\n")).hasSize(1);
  }

  @Test
  void tenThousandCharactersFitAndOneMoreDoesNot() {
    String row = "1,\"%s\",Б,,military,,,\n";

    assertThat(people(HEADER + row.formatted("Ї".repeat(10_000)))).hasSize(1);
    assertThat(problems(HEADER + row.formatted("Ї".repeat(10_001)))).singleElement().satisfies(problem -> {
      assertThat(problem.kind()).isEqualTo(Reading.Kind.FIELD_TOO_LONG);
      assertThat(problem.column()).isEqualTo("surname");
    });
  }

  @Test
  void aCellLargerThanTheReadersBufferIsOneProblem() {
    assertThat(problems(HEADER + "0,А,Б,,military,,,\n1," + "Ї".repeat(100_000) + ",Б,,military,,,\n"))
        .extracting(Problem::kind, Problem::row)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Reading.Kind.FIELD_TOO_LONG, 3));
  }

  @Test
  void aQuoteThatSwallowsARestLargerThanTheBufferIsStillFound() {
    String rest = "2,А,Б,,military,,,\n".repeat(20_000);

    assertThat(problems(HEADER + "0,А,Б,,military,,,\n1,А,\"Б,,military,,,\n" + rest))
        .extracting(Problem::kind, Problem::row, Problem::column)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Reading.Kind.QUOTE_NOT_CLOSED, 3, "given_name"));
  }

  @Test
  void theFirstHundredProblemsAreNamedAndTheRestCounted() {
    String rows = IntStream.range(0, 250).mapToObj(i -> i + ",А,Б,?,military,,,\n").collect(Collectors.joining());

    Refused refused = (Refused) read(HEADER + rows, Kind.HELD);
    assertThat(refused.problems()).hasSize(100);
    assertThat(refused.more()).isEqualTo(150);
  }

  @Test
  void moreThanAMillionPeopleAreRefused() {
    StringBuilder text = new StringBuilder("id,surname,given_name,birth_date,category\n");
    IntStream.rangeClosed(0, 1_000_000).forEach(i -> text.append(i).append(",,,,\n"));

    assertThat(problems(text.toString())).singleElement().satisfies(problem -> {
      assertThat(problem.kind()).isEqualTo(Reading.Kind.TOO_MANY_ROWS);
      assertThat(problem.row()).isEqualTo(1_000_002);
    });
  }

  @Test
  void aByteOrderMarkIsDropped() {
    assertThat(people("\uFEFF" + HEADER + "1,А,Б,,military,,,\n").getFirst().id()).isEqualTo("1");
  }

  @Test
  void malformedBytesNameTheirLine() {
    byte[] bytes = (HEADER + "1,Вербенко,Олена,,military,,,\n2,Вербенко,Ол*на,,military,,,\n3,*,*,,military,,,\n")
        .getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == '*' ? (byte) 0xC0 : bytes[i];
    }

    assertThat(problems(bytes)).extracting(Problem::kind).containsOnly(Reading.Kind.NOT_UTF_8);
    assertThat(problems(bytes)).extracting(Problem::row).containsExactly(3, 4);
  }

  @Test
  void aLetterCutInTwoAtTheEndIsMalformed() {
    byte[] whole = (HEADER + "1,Вербенко,Олена,,military,,,Я").getBytes(StandardCharsets.UTF_8);

    assertThat(problems(java.util.Arrays.copyOf(whole, whole.length - 1)))
        .extracting(Problem::kind).containsExactly(Reading.Kind.NOT_UTF_8);
  }

  @Test
  void overlongFormsAndSurrogatesAreMalformed() {
    for (int[] sequence : new int[][] {{0xC0, 0xAF}, {0xED, 0xA0, 0x80}, {0xF4, 0x90, 0x80, 0x80}}) {
      byte[] bytes = (HEADER + "1,Вербенко Вербенко Вербенко,****").getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < sequence.length; i++) {
        bytes[bytes.length - 4 + i] = (byte) sequence[i];
      }
      assertThat(problems(bytes)).extracting(Problem::kind).containsExactly(Reading.Kind.NOT_UTF_8);
    }
  }

  @Test
  void aZeroByteNamesItsLine() {
    assertThat(problems(HEADER + "1,А\0\0,Б,,military,,,\n")).singleElement().satisfies(problem -> {
      assertThat(problem.kind()).isEqualTo(Reading.Kind.NUL_BYTE);
      assertThat(problem.row()).isEqualTo(2);
    });
  }

  @ParameterizedTest
  @CsvSource({"UTF-16,UTF_16", "UTF-16LE,UTF_16", "UTF-16BE,UTF_16", "UTF-32,UTF_16", "windows-1251,WINDOWS_1251", "KOI8-U,WINDOWS_1251"})
  void anotherEncodingIsRecognisedAndTheCureSaysHowToSaveIt(String charset, Reading.Kind kind) {
    byte[] bytes = (HEADER + "1,Вербенко,Олена,,military,,,\n").getBytes(Charset.forName(charset));

    assertThat(problems(bytes)).singleElement().satisfies(problem -> {
      assertThat(problem.kind()).isEqualTo(kind);
      assertThat(problem.cure()).contains("UTF-8");
    });
  }

  @Test
  void whatIsWrittenReadsBackEqual() {
    List<Person> people = List.of(
        person("1", "O\"Верба, \"\"", "  Олена\n", "\r\nх"), person("#2", "'", "", "\u00A0"), person("=3", "𝒜", "-", "\""));

    assertThat(people(PeopleFile.write(people))).isEqualTo(people);
  }

  private static Person person(String id, String surname, String givenName, String remarks) {
    return new Person(id, new Person.Name(surname, givenName, "@"), new PartialDate.NotKnown(), Sex.NOT_GIVEN,
        new Person.Particulars("+", "", "", "", "", "", ""),
        new Person.Captivity("", new PartialDate.OnDay(LocalDate.of(2024, 2, 29)), Person.Seen.NEVER, "", Health.UNKNOWN, Status.DIED), remarks);
  }

  @Test
  void aFileThatIsNotThereIsAProblem(@TempDir Path dir) {
    assertThat(((Refused) PeopleFile.read(dir.resolve("a-held.csv"), Kind.HELD)).problems()).singleElement()
        .satisfies(problem -> {
          assertThat(problem.kind()).isEqualTo(Reading.Kind.NOT_READABLE);
          assertThat(problem.file()).isEqualTo("a-held.csv");
        });
    assertThat(((Refused) PeopleFile.read(dir, Kind.HELD)).problems()).singleElement()
        .extracting(Problem::kind).isEqualTo(Reading.Kind.NOT_READABLE);
  }

  @Test
  void aFileReadsAsItsBytesDo(@TempDir Path dir) throws IOException {
    Path file = Files.writeString(dir.resolve("a-held.csv"), HEADER + "1,А,Б,,military,,,\r\n2,А,Б,,civilian,,,");

    assertThat(((Read) PeopleFile.read(file, Kind.HELD)).people()).extracting(Person::category)
        .containsExactly("military", "civilian");
  }

  @Test
  void aProblemNeverRepeatsControlCharacters() {
    assertThat(problems(HEADER + "1,А,Б,\u001B[2J\u202E,military,,,\n").getFirst().cure())
        .doesNotContain("\u001B").doesNotContain("\u202E");
  }
}
