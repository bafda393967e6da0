package homeward.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The edge cases of names, by their numbers in the list of cases that every part of Homeward is tried with. */
class NamesTest {
  private static Name surname(String text) {
    return Names.surname(text, false);
  }

  // Case 2: equal in Latin letters only.

  @ParameterizedTest
  @CsvSource({"Ільїн, Ілін", "Лук'янов, Лукянов"})
  void whatOnlyLatinLettersConfuseIsToldApartInCyrillic(String one, String other) {
    assertThat(surname(one).isSameName(surname(other))).isFalse();
    assertThat(Romanisation.UKRAINE_2010.write(Repair.text(one))).isEqualTo(Romanisation.UKRAINE_2010.write(Repair.text(other)));
    assertThat(surname(one).isSameName(surname(Romanisation.UKRAINE_2010.write(Repair.text(one))))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"Ільїн, Ильин", "Лук'янов, Лукьянов", "Задніпровський, Заднипровский", "Підгорний, Подгорный", "Чорний, Чёрный",
      "Соловйов, Соловьёв", "Кравець, Кравец", "Юр'єв, Юрьев", "Воробйова, Воробьева"})
  void aSurnameOfOneLanguageIsThatOfTheOther(String ukrainian, String russian) {
    assertThat(surname(ukrainian).isSameName(surname(russian))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"Коваль, Ковальов", "Бондар, Бондаренко", "Гринько, Гринюк", "Мельник, Мельников"})
  void surnamesThatDifferInBothLanguagesStayTwo(String one, String other) {
    assertThat(surname(one).isSameName(surname(other))).isFalse();
  }

  // Case 3: one person, four spellings.

  @ParameterizedTest
  @ValueSource(strings = {"Сергій", "Сергей", "Serhii", "Sergei", "Sergiy", "Serhiy", "Sergej", "СЕРГІЙ"})
  void sergiyIsOneNameInEverySpelling(String spelled) {
    assertThat(Names.given("Сергій").isSameName(Names.given(spelled))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"Микола, Николай", "Олексій, Алексей", "Володимир, Vladimir", "Дмитро, Dmitry", "Євген, Evgenii", "Олександр, Alexander",
      "Опанас, Афанасий", "Ганна, Анна", "Пилип, Filipp"})
  void aGivenNameThatIsTranslatedIsOneClass(String one, String other) {
    assertThat(Names.given(one).isSameName(Names.given(other))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"Олександр, Олексій", "Юрій, Георгій", "Олександр, Олександра", "Іван, Ігор", "Михайло, Микола"})
  void givenNamesThatAreTwoStayTwo(String one, String other) {
    assertThat(Names.given(one).isSameName(Names.given(other))).isFalse();
  }

  @Test
  void anEverydayFormKnowsTheNamesItMayStandFor() {
    Word sasha = Names.given("Саша").words().get(0);
    assertThat(sasha.everyday()).containsExactlyInAnyOrder(
        Names.given("Олександр").words().get(0).nameClass(), Names.given("Александра").words().get(0).nameClass());
    assertThat(sasha.nameClass()).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource({"Сергійович, Сергеевич, Сергій", "Миколаївна, Николаевна, Микола", "Ілліч, Ильич, Ілля", "Іллівна, Ильинична, Илья",
      "Яковлевич, Якович, Яків", "Кузьмич, Kuzmich, Кузьма", "Львович, Lvovna, Лев", "Павлович, Pavlovych, Павло",
      "Юрьевич, Юрійович, Yurii", "Саввич, Савівна, Сава", "Петрівна, Petrovna, Пётр"})
  void aPatronymicLeadsToTheFathersName(String one, String other, String father) {
    assertThat(Names.patronymic(one).isSameName(Names.patronymic(other))).isTrue();
    assertThat(Names.patronymic(one).words().get(0).nameClass()).isEqualTo(Names.given(father).words().get(0).nameClass());
  }

  @Test
  void aFatherOutsideTheTableIsKnownByWhatIsLeftOfThePatronymic() {
    assertThat(Names.patronymic("Гільгамешович").isSameName(Names.patronymic("Гильгамешевна"))).isTrue();
    assertThat(Names.patronymic("Гільгамешович").isSameName(Names.patronymic("Гильдебрандович"))).isFalse();
  }

  // Case 4: double-barrelled, and a woman's form.

  @Test
  void theTwoHalvesOfADoubleBarrelledNameAreTwoWords() {
    assertThat(surname("Квітка-Основ\u2019яненко").words()).extracting(Word::text).containsExactly("квітка", "основ'яненко");
  }

  @ParameterizedTest
  @CsvSource({"Новікова, Новіков", "Вишневська, Вишневский", "Вишневская, Вишневський"})
  void aWomansFormIsTheFamilysName(String woman, String man) {
    assertThat(Names.surname(woman, true).isSameName(Names.surname(man, false))).isTrue();
  }

  @Test
  void anEndingThatAManMayHaveIsHersOnlyWhenSheIsKnownToBeAWoman() {
    assertThat(Names.surname("Калина", true).words().get(0).spelling()).isEqualTo("калин");
    assertThat(Names.surname("Калина", false).words().get(0).spelling()).isEqualTo("калина");
  }

  // Case 6: what looks the same is the same.

  @ParameterizedTest
  @ValueSource(strings = {"Лук'янов", "Лук\u2019янов", "Лук\u02BCянов", "\u00A0Лук`янов ", "ЛУК'ЯНОВ", "Лук'янoв", "Лу\u0301к'янов", "Л\u200Bук'янов"})
  void signsThatLookAlikeAreRepaired(String written) {
    assertThat(Repair.text(written)).isEqualTo("лук'янов");
  }

  @Test
  void aLetterOfTheOtherAlphabetTakesTheSideOfTheWord() {
    assertThat(Repair.text("Сергiй")).isEqualTo("сергій");
    assertThat(Repair.text("Ivаnenko")).isEqualTo("ivanenko");
    assertThat(Language.of(Repair.text("Іванeнко"))).isEqualTo(Language.UKRAINIAN);
  }

  @Test
  void aWordSaysNothingAboutTheNextOne() {
    assertThat(surname("Ковалёв Ivanov").words()).extracting(Word::language).containsExactly(Language.RUSSIAN, Language.LATIN);
  }

  // Case 8: nothing known.

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "невідомо", "НЕИЗВЕСТНО", "-", "???", "unknown", "'"})
  void whatSaysNothingIsEmpty(String nothing) {
    assertThat(surname(nothing).isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Щербак", "Юрчишин", "Їжаченко", "Хрущ", "Цвях", "Жайворонок", "Єфремчук", "Лук'янчук"})
  void theSkeletonSurvivesEveryUkrainianTable(String name) {
    assertThat(Arrays.stream(Romanisation.values()).filter(table -> !table.ofRussian()))
        .allSatisfy(table -> assertThat(surname(table.write(Repair.text(name))).words().get(0).soundsLike(surname(name).words().get(0)))
            .as("%s: %s", table, table.write(Repair.text(name))).isTrue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Щеголев", "Юдин", "Эльчанинов", "Хрящиков", "Цыпочкин", "Жигалёв", "Чащин", "Прохоров"})
  void theSkeletonSurvivesEveryRussianTable(String name) {
    assertThat(Arrays.stream(Romanisation.values()).filter(Romanisation::ofRussian))
        .allSatisfy(table -> assertThat(surname(table.write(Repair.text(name))).words().get(0).soundsLike(surname(name).words().get(0)))
            .as("%s: %s", table, table.write(Repair.text(name))).isTrue());
  }

  @Test
  void theOfficialTableWritesByTheRulesOfItsResolution() {
    assertThat(List.of("згурський", "їжак", "єнакієве", "юрій", "щербухи", "короп'є", "костянтин"))
        .extracting(Romanisation.UKRAINE_2010::write)
        .containsExactly("zghurskyi", "yizhak", "yenakiieve", "yurii", "shcherbukhy", "koropie", "kostiantyn");
    assertThat(List.of("юрий", "щербаков", "подъезд", "ёлкин")).extracting(Romanisation.RUSSIA_2013::write)
        .containsExactly("iurii", "shcherbakov", "podieezd", "elkin");
  }
}
