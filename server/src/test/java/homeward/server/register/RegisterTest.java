package homeward.server.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import homeward.register.Column;
import homeward.register.PeopleFile.Kind;
import homeward.server.delegations.NotAllowed;
import homeward.server.delegations.Right;
import homeward.server.delegations.Role;
import homeward.server.delegations.Viewer;
import homeward.server.register.Found.Place;
import homeward.server.register.Found.Sort;
import homeward.server.register.Statement.Standing;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterTest {
  private static final Locale UKRAINIAN = Locale.of("uk");
  private static final Viewer REGISTRAR = Bureau.viewer("reg-1", Role.REGISTRAR);
  private static final Viewer OTHER = Bureau.viewer("reg-2", Role.REGISTRAR);
  private static final Viewer SECURITY = Bureau.viewer("sec-1", Role.SECURITY);
  private static final Viewer WITHOUT_HEALTH = without(REGISTRAR, Right.PERSON_HEALTH);
  private static final String HEADER = "id,surname,given_name,patronymic,birth_date,rank,category,health,status,mother_maiden_name\n";
  private Register register = Bureau.room(Register.class);

  /** The tests of a face do not rest on what the table of roles says today. */
  private static Viewer without(Viewer viewer, Right right) {
    TreeSet<Right> rights = new TreeSet<>(viewer.rights());
    rights.remove(right);
    return new Viewer(viewer.account(), viewer.party(), viewer.roles(), rights);
  }

  @BeforeEach
  void emptyRegisters() {
    register = Bureau.empty(Register.class);
  }

  private String one() {
    Bureau.bring(Kind.HELD, HEADER + "1,Ткачук,Ірина,,1990-05-01,private,military,well,held,Бойко\n");
    return Bureau.code(Kind.HELD, "Ткачук");
  }

  private Map<Column, String> typed(String code, Viewer by, Column column, String text) {
    Map<Column, String> typed = new EnumMap<>(Column.class);
    Group.columnsFor(by).forEach(each -> typed.put(each, ""));
    typed.putAll(register.find(by, code).orElseThrow().shown());
    typed.put(column, text);
    return typed;
  }

  @Test
  void everyStatementHasItsSource() {
    PersonFile file = register.find(REGISTRAR, one()).orElseThrow();

    assertThat(file.source(Column.RANK).source()).satisfies(source -> {
      assertThat(source.informant()).isEqualTo("Camp list");
      assertThat(source.account()).isEqualTo("reg-1");
      assertThat(source.file().orElseThrow().row()).isEqualTo(2);
      assertThat(source.file().orElseThrow().name()).isEqualTo("file.csv");
    });
  }

  @Test
  void aLaterStatementIsAddedAndTheEarlierStays() {
    String code = one();

    assertThat(register.save(REGISTRAR, code, 1, typed(code, REGISTRAR, Column.RANK, "sergeant"), Standing.DOCUMENT, "Military book"))
        .hasValue(new Saving.Saved(code, 2, Set.of()));

    PersonFile file = register.find(REGISTRAR, code).orElseThrow();
    assertThat(file.text("rank")).isEqualTo("sergeant");
    assertThat(file.otherwise(Column.RANK)).singleElement().extracting(said -> said.said().get(Column.RANK)).isEqualTo("private");
    assertThat(file.statements().getLast().said()).containsOnlyKeys(Column.RANK);
  }

  @Test
  void whoIsOutweighedIsTold() {
    String code = one();

    assertThat(register.save(REGISTRAR, code, 1, typed(code, REGISTRAR, Column.RANK, "captain"), Standing.REPORT, "A cousin"))
        .hasValue(new Saving.Saved(code, 2, Set.of(Column.RANK)));
    assertThat(register.find(REGISTRAR, code).orElseThrow().text("rank")).isEqualTo("private");
  }

  @Test
  void theSecondOfTwoWhoSaveIsToldWhatChangedAndLosesNothing() {
    String code = one();
    Map<Column, String> second = typed(code, OTHER, Column.GIVEN_NAME, "Iryna");
    register.save(REGISTRAR, code, 1, typed(code, REGISTRAR, Column.RANK, "sergeant"), Standing.DOCUMENT, "Military book");

    assertThat(register.save(OTHER, code, 1, second, Standing.DOCUMENT, "Passport").orElseThrow())
        .isInstanceOfSatisfying(Saving.ChangedMeanwhile.class, told -> {
          assertThat(told.theirs()).containsExactly(Column.RANK);
          assertThat(told.yours()).isEqualTo(Map.of(Column.GIVEN_NAME, "Iryna"));
          assertThat(told.now().version()).isEqualTo(2);
          Map<Column, String> again = new EnumMap<>(second);
          again.put(Column.RANK, told.now().text("rank"));
          assertThat(register.save(OTHER, code, 2, again, Standing.DOCUMENT, "Passport")).hasValue(new Saving.Saved(code, 3, Set.of()));
        });
    assertThat(register.find(REGISTRAR, code).orElseThrow().shown()).containsEntry(Column.RANK, "sergeant").containsEntry(Column.GIVEN_NAME, "Iryna");
  }

  @Test
  void nothingTypedIsNothingSaid() {
    String code = one();

    assertThat(register.save(REGISTRAR, code, 1, typed(code, REGISTRAR, Column.RANK, "private"), Standing.DOCUMENT, "x")).hasValue(new Saving.Same());
  }

  @Test
  void whatCannotBeReadAndWhoeverNamesNoSourceIsRefused() {
    String code = one();

    assertThat(register.save(REGISTRAR, code, 1, typed(code, REGISTRAR, Column.BIRTH_DATE, "1.5.1990"), Standing.DOCUMENT, " ").orElseThrow())
        .isInstanceOfSatisfying(Saving.Refused.class, refused -> {
          assertThat(refused.problems()).singleElement().extracting(problem -> problem.column()).isEqualTo("birth_date");
          assertThat(refused.noInformant()).isTrue();
        });
    assertThat(register.find(REGISTRAR, code).orElseThrow().version()).isEqualTo(1);
  }

  @Test
  void aFieldThatOneMayNotSeeIsNeitherShownNorChangedNorSearched() {
    String code = one();

    assertThat(register.find(WITHOUT_HEALTH, code).orElseThrow().shown()).doesNotContainKey(Column.HEALTH).containsKey(Column.MOTHER_MAIDEN_NAME);
    Viewer withoutFamily = without(SECURITY, Right.PERSON_FAMILY);
    assertThat(register.find(withoutFamily, code).orElseThrow().shown()).doesNotContainKeys(Column.MOTHER_MAIDEN_NAME);
    assertThat(register.find(withoutFamily, code).orElseThrow().statements().getFirst().said()).doesNotContainKey(Column.MOTHER_MAIDEN_NAME);
    assertThat(register.save(WITHOUT_HEALTH, code, 1, typed(code, WITHOUT_HEALTH, Column.HEALTH, "sick"), Standing.DOCUMENT, "x")).hasValue(new Saving.Same());
    assertThat(Bureau.sql().sql("select shown ->> 'health' from register_person").query(String.class).single()).isEqualTo("well");
    assertThatThrownBy(() -> register.search(Bureau.viewer("aud", Role.AUDITOR), Filter.everybody(Kind.HELD), Place.first(), UKRAINIAN))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> register.save(SECURITY, code, 1, Map.of(), Standing.DOCUMENT, "x")).isInstanceOf(NotAllowed.class);
  }

  @Test
  void everyReadIsRecordedAndASheetKeepsWhomItShowed() {
    String code = one();
    register.find(WITHOUT_HEALTH, code);
    register.search(without(without(SECURITY, Right.PERSON_FAMILY), Right.PERSON_HEALTH), Filter.everybody(Kind.HELD), Place.first(), UKRAINIAN);

    assertThat(Bureau.sql().sql("select account || ' ' || face || ' ' || fields from person_read order by place").query(String.class).list())
        .containsExactly(
            "reg-1 register.file person.name person.birth person.service person.family person.captivity person.remarks",
            "sec-1 register.list person.name person.birth person.service person.captivity person.remarks");
    String sheet = Bureau.sql().sql("select subject from person_read where face = 'register.list'").query(String.class).single();
    assertThat(register.onSheet(Bureau.viewer("aud", Role.AUDITOR), sheet)).containsExactly(code);
  }

  @ParameterizedTest
  @CsvSource({"ткач,true", "ТКАЧУК ір,true", "ірина ткачук,true", "качук,false", "о’н,true", "O'NEILL,false", "aʼpostol,false", "نوري,true", "'',true"})
  void aNameIsFoundByHowItsWordsBeginInAnyScriptAndCase(String asked, boolean found) {
    Bureau.bring(Kind.HELD, HEADER + "1,Ткачук,Ірина,,1990,,military,,,\n2,О'Ніл,Марія,,1979,,civilian,,,\n3,نوري,علي,,1985,,military,,,\n");

    Filter filter = new Filter(Kind.HELD, asked, 0, 0, "", "");
    assertThat(register.search(REGISTRAR, filter, Place.first(), UKRAINIAN).rows().isEmpty()).isNotEqualTo(found);
  }

  @Test
  void aFilterNarrowsByYearStatusAndCategory() {
    Bureau.bring(Kind.HELD, HEADER + "1,А,А,,1979-01-02,,military,,held,\n2,Б,Б,,1980,,military,,held,\n3,В,В,,1981-12,,civilian,,died,\n4,Г,Г,,,,military,,,\n");

    assertThat(names(new Filter(Kind.HELD, "", 1979, 1980, "", ""))).containsExactly("А", "Б");
    assertThat(names(new Filter(Kind.HELD, "", 1980, 0, "", ""))).containsExactly("Б", "В");
    assertThat(names(new Filter(Kind.HELD, "", 0, 0, "died", ""))).containsExactly("В");
    assertThat(names(new Filter(Kind.HELD, "", 0, 0, "held", "military"))).containsExactly("А", "Б");
    assertThat(names(Filter.everybody(Kind.SOUGHT))).isEmpty();
  }

  @Test
  void aCountIsRightAgainAsSoonAsSomethingChanged() {
    Filter named = new Filter(Kind.HELD, "ткач", 0, 0, "", "");
    String code = one();
    assertThat(register.count(REGISTRAR, named)).isEqualTo(1);
    Bureau.bring(Kind.HELD, HEADER + "2,Ткаченко,Олег,,1980,,military,,,\n");
    assertThat(register.count(REGISTRAR, named)).isEqualTo(2);
    register.save(REGISTRAR, code, 1, Map.of(Column.SURNAME, "Бондар"), Standing.DOCUMENT, "Passport");

    assertThat(register.count(REGISTRAR, named)).isEqualTo(1);
    assertThat(register.search(REGISTRAR, named, Place.first(), UKRAINIAN).count()).isEqualTo(1);
  }

  private List<String> names(Filter filter) {
    return register.search(REGISTRAR, filter, Place.first(), UKRAINIAN).rows().stream().map(row -> row.text("surname")).toList();
  }

  @Test
  void namesAreSortedAsTheLanguageSorts() {
    Bureau.bring(Kind.HELD, HEADER + "1,Їжак,А,,,,m,,,\n2,Яр,А,,,,m,,,\n3,Ґава,А,,,,m,,,\n4,Гай,А,,,,m,,,\n5,єнот,А,,,,m,,,\n6,Іва,А,,,,m,,,\n7,Женя,А,,,,m,,,\n");

    assertThat(names(Filter.everybody(Kind.HELD))).containsExactly("Гай", "Ґава", "єнот", "Женя", "Іва", "Їжак", "Яр");
  }

  @ParameterizedTest
  @CsvSource({"NAME,false", "NAME,true", "BIRTH,false", "STATUS,true", "CATEGORY,false"})
  void pagesShowEverybodyOnceForwardsAndBackwards(Sort sort, boolean descending) {
    StringBuilder text = new StringBuilder(HEADER);
    IntStream.range(0, 120).forEach(i -> text.append(i + ",Name" + (i % 7) + ",Given" + (i % 3) + ",," + (1950 + i % 9) + ",,military,,held,\n"));
    Bureau.bring(Kind.HELD, text.toString());

    List<String> forwards = new ArrayList<>();
    Found page = register.search(REGISTRAR, Filter.everybody(Kind.HELD), new Place(sort, descending, "", false), UKRAINIAN);
    assertThat(page.before()).isFalse();
    while (true) {
      page.rows().forEach(row -> forwards.add(row.code()));
      if (!page.after()) {
        break;
      }
      page = register.search(REGISTRAR, Filter.everybody(Kind.HELD), new Place(sort, descending, forwards.getLast(), false), UKRAINIAN);
    }
    assertThat(forwards).hasSize(120).doesNotHaveDuplicates();
    Found back = register.search(REGISTRAR, Filter.everybody(Kind.HELD), new Place(sort, descending, forwards.get(100), true), UKRAINIAN);
    assertThat(back.rows()).extracting(Found.Row::code).isEqualTo(forwards.subList(50, 100));
    assertThat(back.before()).isTrue();
    assertThat(back.count()).isEqualTo(120);
  }

  @Test
  void somebodyEnteredByHandNeedsNoNameButASource() {
    assertThat(register.add(REGISTRAR, Kind.SOUGHT, Map.of(Column.REMARKS, "cannot state an identity"), Standing.OWN_WORDS, "")).isInstanceOf(Saving.Refused.class);
    assertThat(register.add(REGISTRAR, Kind.SOUGHT, Map.of(Column.REMARKS, "cannot state an identity"), Standing.OWN_WORDS, "Nurse"))
        .isInstanceOfSatisfying(Saving.Saved.class, saved ->
            assertThat(register.find(REGISTRAR, saved.code()).orElseThrow().text("id")).isEqualTo(saved.code()));
  }
}
