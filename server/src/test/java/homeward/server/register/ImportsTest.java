package homeward.server.register;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.register.Column;
import homeward.register.Listing.Form;
import homeward.register.PeopleFile.Kind;
import homeward.register.Reading;
import homeward.server.delegations.Role;
import homeward.server.delegations.Viewer;
import homeward.server.register.Import.Bringing;
import homeward.server.register.Import.State;
import homeward.server.register.Statement.Standing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImportsTest {
  private static final Viewer REGISTRAR = Bureau.viewer("reg-1", Role.REGISTRAR);
  private static final String HEADER = "id,surname,given_name,birth_date,category,remarks\n";
  private Imports imports = Bureau.room(Imports.class);

  @BeforeEach
  void emptyRegisters() {
    imports = Bureau.empty(Imports.class);
  }

  private static long people() {
    return Bureau.sql().sql("select count(*) from register_person").query(Long.class).single();
  }

  @Test
  void aFileWithOneBadCellTakesNobodyInAndNamesTheCell() {
    StringBuilder text = new StringBuilder(HEADER);
    IntStream.range(0, 2_500).forEach(i -> text.append(i + ",Name,Given,1990,military,\n"));
    Import job = Bureau.bring(Kind.HELD, text + "x,Name,Given,31.02.1990,military,\n");

    assertThat(job.state()).isEqualTo(State.REFUSED);
    assertThat(job.outcome().problems()).singleElement().satisfies(problem -> {
      assertThat(problem.row()).isEqualTo(2_502);
      assertThat(problem.column()).isEqualTo("birth_date");
    });
    assertThat(people()).isZero();
    assertThat(Bureau.sql().sql("select count(*) from register_upload").query(Long.class).single()).isZero();
  }

  @Test
  void theSameFileIsNotTakenInTwice() {
    String text = HEADER + "1,А,Б,,military,\n";
    Import first = Bureau.bring(Kind.HELD, text);

    assertThat(first.fresh()).isEqualTo(1);
    assertThat(imports.bring(REGISTRAR, Kind.HELD, "again.csv", text.getBytes(StandardCharsets.UTF_8), Standing.LIST, "x"))
        .isEqualTo(new Bringing.There(first.code()));
    assertThat(imports.bring(REGISTRAR, Kind.SOUGHT, "again.csv", text.getBytes(StandardCharsets.UTF_8), Standing.LIST, "x"))
        .isInstanceOf(Bringing.Brought.class);
  }

  @Test
  void whoBringsNothingOrNamesNobodyIsTold() {
    assertThat(imports.bring(REGISTRAR, Kind.HELD, "", new byte[0], Standing.LIST, " ")).isEqualTo(new Bringing.Missing(true, true));
  }

  @Test
  void aCancelledImportTakesNobodyIn() {
    StringBuilder text = new StringBuilder(HEADER);
    IntStream.range(0, 3_000).forEach(i -> text.append(i + ",Name,Given,1990,military,\n"));
    Bringing brought = imports.bring(REGISTRAR, Kind.HELD, "f.csv", text.toString().getBytes(StandardCharsets.UTF_8), Standing.LIST, "x");
    String code = ((Bringing.Brought) brought).code();

    imports.cancel(REGISTRAR, code);
    imports.run(code);

    assertThat(imports.find(REGISTRAR, code).orElseThrow().state()).isEqualTo(State.CANCELLED);
    assertThat(people()).isZero();
  }

  @Test
  void whatAStopLeftHalfReadIsReadFromItsStart() {
    Bringing brought = imports.bring(REGISTRAR, Kind.HELD, "f.csv", (HEADER + "1,А,Б,,military,\n").getBytes(StandardCharsets.UTF_8), Standing.LIST, "x");
    String code = ((Bringing.Brought) brought).code();
    Bureau.sql().sql("update register_import set state = 'READING', rows_read = 1").update();

    imports.run(code);
    imports.run(code);

    assertThat(imports.find(REGISTRAR, code).orElseThrow().state()).isEqualTo(State.DONE);
    assertThat(people()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void whatIsExportedComesBackWithoutLossAndSaysNothingNew(Form form) throws IOException {
    Bureau.bring(Kind.HELD, HEADER + "=1,Ткачук,\"Ірина, мол.\",1990,military,@x\n-2,\"О'Ніл\",,,civilian,\"a\nb\"\n");
    byte[] file = exported(form);

    Import again = Bureau.bring(Kind.HELD, "back", file);

    assertThat(again.state()).isEqualTo(State.DONE);
    assertThat(again.fresh() + again.changed()).isZero();
    Bureau.empty(Imports.class);
    assertThat(Bureau.bring(Kind.HELD, "elsewhere", file).fresh()).isEqualTo(2);
    assertThat(Bureau.sql().sql("select shown ->> 'id' from register_person order by 1").query(String.class).list()).containsExactlyInAnyOrder("=1", "-2");
    assertThat(Bureau.sql().sql("select shown ->> 'remarks' from register_person").query(String.class).list()).containsExactlyInAnyOrder("@x", "a\nb");
  }

  private static byte[] exported(Form form) throws IOException {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    Bureau.room(Exports.class).write(REGISTRAR, Filter.everybody(Kind.HELD), form, to);
    return to.toByteArray();
  }

  @Test
  void aChangedCellOfAnExportIsAFurtherStatementAndAnEmptiedOneSaysNothing() throws IOException {
    Bureau.bring(Kind.HELD, HEADER + "1,Ткачук,Ірина,1990,military,old\n");
    String text = new String(exported(Form.CSV), StandardCharsets.UTF_8).replace("Ірина", "Iryna").replace(",old", ",");

    Import job = Bureau.bring(Kind.HELD, text);

    assertThat(job.changed()).isEqualTo(1);
    PersonFile file = Bureau.room(Register.class).find(REGISTRAR, Bureau.code(Kind.HELD, "Ткачук")).orElseThrow();
    assertThat(file.statements().getLast().said()).isEqualTo(Map.of(Column.GIVEN_NAME, "Iryna"));
    assertThat(file.text("remarks")).isEqualTo("old");
  }

  @Test
  void anOldExportDoesNotTakeBackWhatTheDeskHasLearnedSince() throws IOException {
    Bureau.bring(Kind.HELD, HEADER + "1,Ткачук,Ірина,1990,military,old\n");
    String export = new String(exported(Form.CSV), StandardCharsets.UTF_8);
    Register register = Bureau.room(Register.class);
    String code = Bureau.code(Kind.HELD, "Ткачук");
    register.save(REGISTRAR, code, 1, Map.of(Column.REMARKS, "new"), Standing.LIST, "Desk");

    assertThat(Bureau.bring(Kind.HELD, export).changed()).isZero();
    assertThat(register.find(REGISTRAR, code).orElseThrow().text("remarks")).isEqualTo("new");
    Import clash = Bureau.bring(Kind.HELD, export.replace(",old", ",other"));
    assertThat(clash.outcome().problems()).singleElement().satisfies(problem -> {
      assertThat(problem.kind()).isEqualTo(Reading.Kind.CHANGED_MEANWHILE);
      assertThat(problem.row()).isEqualTo(2);
      assertThat(problem.column()).isEqualTo("remarks");
    });
  }

  @Test
  void anExportIsRecordedWithWhomItShowed() throws IOException {
    Bureau.bring(Kind.HELD, HEADER + "1,А,Б,,military,\n2,В,Г,,military,\n");
    exported(Form.CSV);

    List<String> sheets = Bureau.sql().sql("select subject from person_read where face = 'register.export'").query(String.class).list();
    assertThat(Bureau.room(Register.class).onSheet(Bureau.viewer("aud", Role.AUDITOR), sheets.getFirst())).hasSize(2);
  }
}
