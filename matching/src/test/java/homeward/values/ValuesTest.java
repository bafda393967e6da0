package homeward.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {
  private static String level(Kind kind, String one, String other) {
    Lexicon lexicon = new Lexicon(new Schema("id", List.of(new Column("it", kind))));
    Values values = lexicon.values(0);
    return kind.levels().get(values.level(values.code(one), values.code(other)));
  }

  // Case 5: only the year, day and month swapped, days that no calendar has.

  @ParameterizedTest
  @CsvSource({"1990-02-28, 1990-02-28, same day", "1990-03-04, 1990-04-03, day and month swapped", "1990-03-04, 1990, same year as far as told",
      "1990-03-04, 1990-03, same month as far as told", "04.03.1990, 1990-03-04, same day", "1990-03-04, 1991-03-04, one digit differs",
      "1990-03-04, 1972-03-04, one part differs", "1990-01-01, 1990-08-17, 'same year, one is 1 January'", "1990-03-04, 1990-03-11, within a week",
      "31.02.1990, 1990-02-21, one digit differs", "00.00.0000, 1990-02-21, missing", "1990-00-00, 1990-02-21, same year as far as told",
      "19900304, 1990-03-04, same day", "1990-03-04, 1975-11-20, different", "when he was born, 1990-03-04, missing", "1992-02-29, 1992-02-28, one digit differs"})
  void datesAgreeByTheirParts(String one, String other, String level) {
    assertThat(level(Kind.DATE, one, other)).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({"рядовой, солдат, same", "старший солдат, ефрейтор, same", "капітан, captain, same", "сержант, старший сержант, next",
      "ст. солдат, старший солдат, same", "лейтенант, капитан, near", "солдат, полковник, far", "штаб-сержант, прапорщик, same"})
  void ranksAreOneLadderInThreeLanguages(String one, String other, String level) {
    assertThat(level(Kind.RANK, one, other)).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({"95 омбр, 95 ОМБР, same", "95 омбр, 95 одшбр, same number", "в/ч А1234, А1234, same number", "A1234, A1235, one digit differs",
      "95 омбр, 12 омбр, different", "95 омбр, 95 ombr, same"})
  void unitsAgreeByNumberAndKind(String one, String other, String level) {
    assertThat(level(Kind.UNIT, one, other)).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({"АВ-123456, AB 123456, same", "AB123456, AB123457, one character differs", "123456, AB123456, one in the other", "AB123456, CD987654, different",
      "000000, 000000, missing"})
  void numbersAgreeByWhatCounts(String one, String other, String level) {
    assertThat(level(Kind.IDENTIFIER, one, other)).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({"м. Київ, Киев, same name", "Харків, г. Харьков, same name", "с. Вільхогай, Вильхогай, same name", "Вільхогай, Vilkhohai, same name",
      "Тихоплес, Рудобрід, different", "Львів, Lviv, same name"})
  void placesAgreeAcrossLanguages(String one, String other, String level) {
    assertThat(level(Kind.PLACE, one, other)).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({"Олександр, Сашко, everyday form", "Олександр, О., initial", "Олександр, Олексій, another known name", "Сергій, Serhii, same name",
      "Анна Марія, Анна, one part the same", "Гільгамеш, Гильгамеш, same name", "Гільгамеш, Гільгамиш, sounds alike", "Гільгамеш, Гільламеш, one letter differs"})
  void givenNamesHaveLevels(String one, String other, String level) {
    assertThat(level(Kind.GIVEN, one, other)).isEqualTo(level);
  }

  @Test
  void textsComeBackAndTheNewestCanBeForgotten() {
    long seed = 3;
    SplittableRandom random = new SplittableRandom(seed);
    Strings strings = new Strings();
    for (int i = 1; i <= 5_000; i++) {
      assertThat(strings.intern("текст " + i)).isEqualTo(i);
    }
    for (int round = 0; round < 200; round++) {
      int kept = strings.size();
      int more = random.nextInt(20);
      for (int i = 0; i < more; i++) {
        strings.intern("запит " + random.nextInt(1_000));
      }
      strings.forget(kept);
      int known = 1 + random.nextInt(5_000);
      assertThat(strings.find("текст " + known)).as("seed %s", seed).isEqualTo(known);
      assertThat(strings.find("запит " + random.nextInt(1_000))).as("seed %s", seed).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"'', '', 0", "abc, abc, 0", "abc, abd, 1", "abc, acb, 1", "abcd, abcde, 1", "abcdef, badcef, 2", "abcdef, ghijkl, 3", "kitten, sitting, 3"})
  void distancesAreCountedAsFarAsTwo(String one, String other, int changes) {
    assertThat(Distance.between(one, other)).isEqualTo(changes);
  }
}
