package homeward.matching;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.values.Lexicon;
import homeward.values.Rows;
import homeward.values.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Sorted keys and keys in a table list the same rows. */
class LayersTest {
  private static final long SEED = 41;

  @Test
  void sortedKeysFindWhatATableOfKeysFindsWhereManyRowsAreAlike() {
    Rows rows = crowd(3_000);
    Candidates table = new Candidates(rows, Schema.people());
    Layers sorted = sorted(rows);
    for (int row = 0; row < rows.size(); row++) {
      table.insert(row);
    }
    Lookup one = table.lookup();
    Lookup other = new Lookup(Keys.of(Schema.people()), sorted);
    for (int row = 0; row < rows.size(); row += 7) {
      assertThat(found(other, rows, row)).as("row %d, seed %d", row, SEED).isEqualTo(found(one, rows, row));
    }
  }

  @Test
  void aRowIsFoundOnceThoughManyKeysFindIt() {
    Rows rows = crowd(200);
    Lookup lookup = new Lookup(Keys.of(Schema.people()), sorted(rows));
    int count = lookup.look(rows, 5);
    List<Integer> all = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      all.add(lookup.row(at));
    }
    assertThat(all).doesNotHaveDuplicates().contains(5);
  }

  @Test
  void noRowsAtAllAreNoTrouble() {
    Rows none = new Rows(new Lexicon(Schema.people()));
    Rows sought = new Rows(none.lexicon());
    sought.put("s", People.row("Тиховерб", "Сергій", "Іванович", "1990-01-02"));
    assertThat(new Lookup(Keys.of(Schema.people()), sorted(none)).look(sought, 0)).isZero();
  }

  private static Layers sorted(Rows rows) {
    List<Key> keys = Keys.of(Schema.people());
    Layers layers = new Layers(rows, keys);
    for (int key = 0; key < keys.size(); key++) {
      layers.sort(key);
    }
    return layers;
  }

  private static Set<Integer> found(Lookup lookup, Rows rows, int row) {
    Set<Integer> found = new TreeSet<>();
    int count = lookup.look(rows, row);
    for (int at = 0; at < count; at++) {
      found.add(lookup.row(at));
    }
    return found;
  }

  /** Few names, few dates and many gaps, so that most keys are made longer and some tell nothing. */
  private static Rows crowd(int count) {
    Rows rows = new Rows(new Lexicon(Schema.people()));
    SplittableRandom random = new SplittableRandom(SEED);
    for (int row = 0; row < count; row++) {
      String born = random.nextInt(3) == 0 ? "" : "1990-0%d-0%d".formatted(1 + random.nextInt(3), 1 + random.nextInt(3));
      String place = random.nextInt(2) == 0 ? "" : People.SURNAMES.get(random.nextInt(4));
      rows.put("r" + row, List.of(People.SURNAMES.get(random.nextInt(6)), random.nextInt(4) == 0 ? "" : People.GIVEN.get(random.nextInt(3)),
          "", born, "M", "", random.nextInt(2) == 0 ? "95 омбр" : "", "", place, "", random.nextInt(2) == 0 ? "2023-05-01" : ""));
    }
    return rows;
  }
}
