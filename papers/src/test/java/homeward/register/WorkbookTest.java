package homeward.register;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.register.PeopleFile.Kind;
import homeward.register.Reading.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

class WorkbookTest {
  private static final List<String> HEADER = List.of("id", "surname", "given_name", "birth_date", "service_number", "remarks");

  @FunctionalInterface
  private interface Filling {
    void fill(Worksheet sheet);
  }

  @Test
  void aWorkbookIsReadLikeAText() throws IOException {
    byte[] bytes = workbook(sheet -> {
      sheet.value(1, 0, 17);
      sheet.value(1, 1, "Вербенко");
      sheet.value(1, 3, LocalDate.of(1988, 3, 14));
      sheet.style(1, 3).format("dd.mm.yyyy").set();
      sheet.value(1, 4, 12345678);
      sheet.value(3, 0, "=2");
      sheet.value(3, 3, 1979);
      sheet.value(3, 5, "'+38");
    });

    assertThat(people(bytes)).extracting(Person::id).containsExactly("17", "=2");
    assertThat(people(bytes)).extracting(person -> person.birthDate().text()).containsExactly("1988-03-14", "1979");
    assertThat(people(bytes).getFirst().particulars().serviceNumber()).isEqualTo("12345678");
    assertThat(people(bytes).getLast().remarks()).isEqualTo("+38");
  }

  @Test
  void problemsNameTheRowAsTheSpreadsheetCountsIt() throws IOException {
    byte[] bytes = workbook(sheet -> {
      sheet.value(1, 0, "1");
      sheet.value(4, 0, "2");
      sheet.value(4, 3, "14.03.1988");
    });

    assertThat(problems(bytes)).singleElement().satisfies(problem -> {
      assertThat(problem.row()).isEqualTo(5);
      assertThat(problem.column()).isEqualTo("birth_date");
      assertThat(problem.cure()).contains("1988-03-14");
    });
  }

  @Test
  void aFormulaIsNeverWorkedOutNorBelieved() throws IOException {
    byte[] bytes = workbook(sheet -> {
      sheet.value(1, 0, "1");
      sheet.formula(1, 1, "HYPERLINK(\"http://example.org\")");
    });

    assertThat(problems(bytes)).singleElement().satisfies(problem -> {
      assertThat(problem.kind()).isEqualTo(Reading.Kind.FORMULA);
      assertThat(problem.column()).isEqualTo("surname");
    });
  }

  @Test
  void aSmallWorkbookThatWouldGrowWithoutEndIsRefused() throws IOException {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(to)) {
      zip.putNextEntry(new ZipEntry("xl/media/image1.png"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 65; i++) {
        zip.write(zeros);
      }
    }
    assertThat(to.size()).isLessThan(1 << 20);
    assertThat(problems(to.toByteArray())).extracting(Problem::kind).containsExactly(Reading.Kind.GROWS_TOO_LARGE);
  }

  @Test
  void aWorkbookThatReachesForAFileIsRefused() throws IOException {
    byte[] bytes = changed("xl/worksheets/sheet1.xml", text -> text.replaceFirst("<worksheet",
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><worksheet"));

    assertThat(problems(bytes)).extracting(Problem::kind).containsExactly(Reading.Kind.REACHES_OUTSIDE);
  }

  @Test
  void entitiesThatMultiplyAreRefused() throws IOException {
    byte[] bytes = changed("xl/workbook.xml", text -> text.replaceFirst("<workbook",
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><workbook"));

    assertThat(problems(bytes)).extracting(Problem::kind).containsExactly(Reading.Kind.REACHES_OUTSIDE);
  }

  @Test
  void aCellFarToTheRightIsRefusedBeforeRoomIsMadeForAllBeforeIt() throws IOException {
    byte[] bytes = changed("xl/worksheets/sheet1.xml", text -> text.replaceFirst("r=\"A2\"", "r=\"ZZZZZZ2\""));

    assertThat(problems(bytes)).extracting(Problem::kind).containsExactly(Reading.Kind.TOO_WIDE);
  }

  @Test
  void aZeroByteInAWorkbookIsRefused() throws IOException {
    byte[] raw = changed("xl/worksheets/sheet1.xml", text -> text.replaceFirst("Tkach", "T\0kach"));
    byte[] escaped = changed("xl/worksheets/sheet1.xml", text -> text.replaceFirst("Tkach", "T_x0000_kach"));

    assertThat(problems(raw)).extracting(Problem::kind).containsExactly(Reading.Kind.NOT_A_WORKBOOK);
    assertThat(problems(escaped)).extracting(Problem::kind).containsExactly(Reading.Kind.CONTROL_CHARACTER);
  }

  @Test
  void whatIsNoWorkbookIsRefusedWithAWordToDo() throws IOException {
    byte[] whole = workbook(sheet -> sheet.value(1, 0, "1"));
    byte[] cut = Arrays.copyOf(whole, whole.length / 2);
    byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};

    assertThat(problems(cut)).extracting(Problem::kind).containsExactly(Reading.Kind.NOT_A_WORKBOOK);
    assertThat(problems(old)).extracting(Problem::kind).containsExactly(Reading.Kind.OLD_OR_LOCKED);
    assertThat(problems(changed("xl/workbook.xml", text -> "<x/>"))).extracting(Problem::kind)
        .containsExactly(Reading.Kind.NOT_A_WORKBOOK);
  }

  private static byte[] workbook(Filling filling) throws IOException {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(to, "Test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("people");
      for (int place = 0; place < HEADER.size(); place++) {
        sheet.value(0, place, HEADER.get(place));
      }
      filling.fill(sheet);
    }
    return to.toByteArray();
  }

  /** A good workbook with one part changed. */
  private static byte[] changed(String part, UnaryOperator<String> change) throws IOException {
    byte[] good = workbook(sheet -> {
      sheet.inlineString(1, 0, "1");
      sheet.inlineString(1, 1, "Tkach");
    });
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    try (ZipFile from = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(good)).get();
        ZipOutputStream zip = new ZipOutputStream(to)) {
      for (ZipArchiveEntry entry : Collections.list(from.getEntries())) {
        String text = new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write((entry.getName().equals(part) ? change.apply(text) : text).getBytes(StandardCharsets.UTF_8));
      }
    }
    return to.toByteArray();
  }

  private static List<Person> people(byte[] bytes) {
    return ((Reading.Read) PeopleFile.read(bytes, "a.xlsx", Kind.SOUGHT)).people();
  }

  private static List<Problem> problems(byte[] bytes) {
    return ((Reading.Refused) PeopleFile.read(bytes, "a.xlsx", Kind.SOUGHT)).problems();
  }
}
