package homeward.matching;

import homeward.values.Lexicon;
import homeward.values.Rows;
import homeward.values.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Two small registers: forty sorts of people whose names, dates and numbers come from a seed. */
final class People {
  static final List<String> SURNAMES = List.of("Тиховерб", "Гайворук", "Ковалишин", "Щербань", "Лук'янчук", "Ясногай", "Міднобрід", "Рудощит",
      "Хмароплес", "Жайвір", "Сивомостенко", "Яроверхий", "Добролід", "Криволуг", "Чорнопташ", "Остролист");
  static final List<String> GIVEN = List.of("Сергій", "Микола", "Олексій", "Володимир", "Дмитро", "Євген", "Іван", "Петро");
  private static final List<String> GIVEN_RUSSIAN =
      List.of("Сергей", "Николай", "Алексей", "Владимир", "Дмитрий", "Евгений", "Иван", "Пётр");
  private static final List<String> FATHERS = List.of("Сергійович", "Миколайович", "Олексійович", "Іванович");
  private static final List<String> FATHERS_RUSSIAN = List.of("Сергеевич", "Николаевич", "Алексеевич", "Иванович");

  final Rows sought;
  final Rows held;
  final List<List<String>> soughtCells = new ArrayList<>();
  final List<List<String>> heldCells = new ArrayList<>();

  /** {@code people} are in both, under s0 and h0, s1 and h1 and so on; as many more are held only. */
  People(int people, long seed) {
    Lexicon lexicon = new Lexicon(Schema.people());
    sought = new Rows(lexicon);
    held = new Rows(lexicon);
    SplittableRandom random = new SplittableRandom(seed);
    for (int person = 0; person < people; person++) {
      int given = random.nextInt(GIVEN.size());
      int father = random.nextInt(FATHERS.size());
      String surname = SURNAMES.get(random.nextInt(SURNAMES.size())) + (person % 7 == 0 ? "ко" : "");
      String born = "19%02d-%02d-%02d".formatted(60 + random.nextInt(40), 1 + random.nextInt(12), 1 + random.nextInt(28));
      put(sought, soughtCells, "s" + person, row(surname, GIVEN.get(given), FATHERS.get(father), born));
      put(held, heldCells, "h" + person, row(surname.replace('і', 'и'), GIVEN_RUSSIAN.get(given), FATHERS_RUSSIAN.get(father), born));
    }
    for (int person = people; person < 2 * people; person++) {
      String born = "19%02d-%02d-%02d".formatted(60 + random.nextInt(40), 1 + random.nextInt(12), 1 + random.nextInt(28));
      put(held, heldCells, "h" + person, row(SURNAMES.get(random.nextInt(SURNAMES.size())), GIVEN_RUSSIAN.get(random.nextInt(GIVEN.size())),
          FATHERS_RUSSIAN.get(random.nextInt(FATHERS.size())), born));
    }
  }

  private static void put(Rows rows, List<List<String>> kept, String id, List<String> cells) {
    rows.put(id, cells);
    kept.add(cells);
  }

  static List<String> row(String surname, String given, String patronymic, String born) {
    return List.of(surname, given, patronymic, born, "M", "", "", "", "", "", "");
  }

  Batch batch(int threads) {
    return new Batch(sought, held, threads, Progress.SILENT);
  }
}
