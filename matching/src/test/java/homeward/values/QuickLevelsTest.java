package homeward.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is told of two names without a look at their letters is what their letters tell. */
class QuickLevelsTest {
  private static final long SEED = 23;
  private static final List<String> STEMS = List.of("Тиховерб", "Гайворук", "Щербань", "Лук'янчук", "Ясногай", "Сивомостенко", "Яроверхий", "Підгорний",
      "Подгорный", "Tykhoverb", "Tichowerb", "Haivoruk", "Gaivoruk", "Shcherban", "Schtscherban", "Lukianchuk", "Cicero", "Xenakis", "Zhaivir",
      "Jajwir", "Chornoptakh", "Tschornoptach", "Сергій", "Сергей", "Serhii", "Sergej", "Serge", "Микола", "Николай", "Mykola", "Саша", "Sasha",
      "Іванович", "Иванович", "Ivanovych", "Iwanowitsch", "Олексіївна", "Червоноград", "Chervonohrad", "Новий Яр", "Novyi Yar", "Ю.", "Zz", "Соловйов",
      "Соловьёв", "Solovyov");

  @ParameterizedTest
  @EnumSource(names = {"SURNAME", "GIVEN", "PATRONYMIC", "PLACE"})
  void quickLevelsAreThoseOfTheLetters(Kind kind) {
    Lexicon lexicon = new Lexicon(new Schema("id", List.of(new Column("it", kind))));
    NameValues values = (NameValues) lexicon.values(0);
    SplittableRandom random = new SplittableRandom(SEED);
    List<Integer> codes = new ArrayList<>();
    for (int at = 0; at < 900; at++) {
      String woman = kind == Kind.SURNAME && random.nextInt(4) == 0 ? String.valueOf(NameValues.WOMAN) : "";
      int code = values.code(slipped(STEMS.get(random.nextInt(STEMS.size())), random) + woman);
      if (code > 0) {
        codes.add(code);
      }
    }
    int[] others = codes.stream().mapToInt(Integer::intValue).toArray();
    int[] levels = new int[others.length];
    int told = 0;
    for (int one : others) {
      values.levels(one, others, others.length, levels);
      for (int at = 0; at < others.length; at++) {
        if (levels[at] != Values.UNTOLD && others[at] != one) {
          told++;
          assertThat(levels[at]).as("%s and %s as %s, seed %d", values.text(one), values.text(others[at]), kind, SEED)
              .isEqualTo(values.closely(one, others[at]));
        }
      }
    }
    assertThat(told).as("most are told").isGreaterThan(others.length * others.length / 2);
  }

  private static String slipped(String name, SplittableRandom random) {
    StringBuilder slipped = new StringBuilder(name);
    for (int slips = random.nextInt(3); slips > 0 && slipped.length() > 2; slips--) {
      int at = random.nextInt(slipped.length());
      String letters = name.charAt(0) < 'А' ? "abcdefghijklmnoprstuvyzč" : "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя";
      switch (random.nextInt(3)) {
        case 0 -> slipped.deleteCharAt(at);
        case 1 -> slipped.setCharAt(at, letters.charAt(random.nextInt(letters.length())));
        default -> slipped.insert(at, letters.charAt(random.nextInt(letters.length())));
      }
    }
    return slipped.toString();
  }
}
