package homeward.matching;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.evidence.Evidence;
import homeward.evidence.Model;
import homeward.evidence.Weigher;
import homeward.values.Lexicon;
import homeward.values.Rows;
import homeward.values.Schema;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whoever is given up before all columns are compared could not have come above the least odds. */
class SievingTest {
  private static final long SEED = 29;
  private static final double ANY = -1e6;

  @Test
  void whoeverIsKeptIsWhoWouldBeKeptIfEverybodyWereComparedToTheEnd() {
    Rows rows = crowd(1_500);
    Batch batch = new Batch(rows, rows, 1, (what, done, of) -> {});
    Model model = batch.learn();
    Evidence evidence = new Evidence(rows);
    IntStream.range(0, rows.size()).forEach(row -> evidence.count(row, 1));
    Weigher weigher = evidence.weigher(model, rows);
    int[] all = IntStream.range(0, rows.size()).toArray();
    double[] sieved = new double[all.length];
    double[] whole = new double[all.length];
    int kept = 0;
    for (int row = 0; row < rows.size(); row += 11) {
      weigher.odds(row, all, all.length, Search.FORGOTTEN, sieved);
      weigher.odds(row, all, all.length, ANY, whole);
      for (int other = 0; other < all.length; other++) {
        kept += whole[other] > Search.FORGOTTEN ? 1 : 0;
        boolean same = sieved[other] == whole[other] || (sieved[other] == Weigher.NOTHING && whole[other] <= Search.FORGOTTEN);
        assertThat(same).as("rows %d and %d, seed %d: %f and %f", row, other, SEED, sieved[other], whole[other]).isTrue();
      }
    }
    assertThat(kept).as("some are kept").isGreaterThan(rows.size() / 11);
  }

  /** Few names, in either column and either language, so that many agree in part and some stand in each other's column. */
  private static Rows crowd(int count) {
    Rows rows = new Rows(new Lexicon(Schema.people()));
    SplittableRandom random = new SplittableRandom(SEED);
    for (int row = 0; row < count; row++) {
      String surname = People.SURNAMES.get(random.nextInt(People.SURNAMES.size()));
      String given = random.nextInt(5) == 0 ? "" : People.GIVEN.get(random.nextInt(People.GIVEN.size()));
      boolean swapped = random.nextInt(9) == 0;
      String written = random.nextInt(3) == 0 ? surname.replace('і', 'и').replace("ий", "ый") : surname;
      String born = random.nextInt(4) == 0 ? "" : "19%02d-0%d-1%d".formatted(80 + random.nextInt(9), 1 + random.nextInt(9), random.nextInt(9));
      String unit = random.nextInt(2) == 0 ? "" : (90 + random.nextInt(20)) + " омбр";
      rows.put("r" + row, List.of(swapped ? given : written, swapped ? written : given, random.nextInt(2) == 0 ? "" : "Іванович", born, "M", "", unit,
          random.nextInt(3) == 0 ? String.valueOf(100_000 + random.nextInt(900)) : "", random.nextInt(2) == 0 ? "" : surname, "", ""));
    }
    return rows;
  }
}
