package homeward.problem;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.problem.Person.CannotGo;
import homeward.problem.Sentence.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reasons in words. */
class SentenceTest {
  private static final Locale UKRAINIAN = Locale.of("uk");

  /** A sentence of every form, with more parts than any needs; those that are counted are numbers everywhere. */
  private static Sentence filled(Form form, int count) {
    List<String> parts = new ArrayList<>(IntStream.range(0, 5).mapToObj(part -> Integer.toString(count + part)).toList());
    if (form == Form.WORTH) {
      parts.set(0, Wish.Kind.SICK.name());
    } else if (form == Form.CANNOT || form == Form.GROUP_CANNOT) {
      parts.set(0, CannotGo.UNFIT.name());
    }
    return new Sentence(form, parts);
  }

  @Test
  void everyFormHasWordsInBothLanguages() {
    for (Form form : Form.values()) {
      for (int count = 0; count < 3; count++) {
        assertThat(filled(form, count).words()).as(form.name()).isNotBlank().doesNotContain("{", "}");
        assertThat(filled(form, count).words(UKRAINIAN)).as(form.name()).isNotBlank().doesNotContain("{", "}");
      }
      boolean same = filled(form, 1).words().equals(filled(form, 1).words(UKRAINIAN));
      assertThat(same).as("%s is translated", form).isEqualTo(form == Form.SAID);
    }
  }

  @Test
  void everyWordOfTheVocabulariesIsTranslated() {
    Stream.of(Wish.Kind.values()).map(Enum::name).forEach(wish -> assertThat(Sentence.of(Form.WORTH, wish, 1, 2).words(UKRAINIAN)).doesNotContainPattern("[A-Za-z]"));
    Arrays.stream(CannotGo.values()).forEach(why -> assertThat(Sentence.of(Form.CANNOT, why, "9", "9").words(UKRAINIAN)).doesNotContainPattern("[A-Za-z]"));
  }

  @Test
  void oneAndManyAreToldApartAndNumbersStandUngrouped() {
    assertThat(Sentence.of(Form.VEHICLES, "day-1", 1).words()).isEqualTo("there is 1 vehicle on day day-1");
    assertThat(Sentence.of(Form.VEHICLES, "day-1", 12_000).words()).isEqualTo("there are 12000 vehicles on day day-1");
    assertThat(Sentence.of(Form.QUOTA, "military", "day-1", 0).words()).isEqualTo("nobody of military goes on day day-1");
    assertThat(Sentence.of(Form.QUOTA, "{0}'s", "day-1", 2).words()).isEqualTo("exactly 2 of {0}'s go on day day-1");
  }

  @Test
  void aSentenceIsKeptAsALineAndReadBack() {
    Sentence sentence = Sentence.of(Form.LOT_LEFT_FOR, "K1", 4, "K2", 3);
    assertThat(Sentence.ofLine(sentence.line())).isEqualTo(sentence);
    assertThat(Sentence.ofLine("no plan was found").words()).isEqualTo("no plan was found");
  }
}
