package homeward.bench;

import homeward.matching.Batch;
import homeward.matching.Progress;
import homeward.matching.Thresholds;
import homeward.values.Column;
import homeward.values.Kind;
import homeward.values.Lexicon;
import homeward.values.Rows;
import homeward.values.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** FEBRL data set 4 without its number of social security: 5,000 invented Australians, each twice. */
final class FebrlTrial {
  private static final Schema SCHEMA = new Schema("rec_id", List.of(
      new Column("given_name", Kind.GIVEN),
      new Column("surname", Kind.SURNAME),
      new Column("street_number", Kind.IDENTIFIER),
      new Column("address_1", Kind.TEXT),
      new Column("address_2", Kind.TEXT),
      new Column("suburb", Kind.TEXT),
      new Column("postcode", Kind.IDENTIFIER),
      new Column("state", Kind.TEXT),
      new Column("date_of_birth", Kind.DATE)));

  private FebrlTrial() {}

  static RegisterScore score(List<List<String>> originals, List<List<String>> duplicates, int threads) {
    Lexicon lexicon = new Lexicon(SCHEMA);
    Rows sought = rows(originals, lexicon);
    Rows held = rows(duplicates, lexicon);
    Map<Integer, Integer> truth = new HashMap<>();
    for (int row = 0; row < sought.size(); row++) {
      truth.put(row, held.row(sought.id(row).replace("-org", "-dup-0")));
    }
    Batch batch = new Batch(sought, held, threads, Progress.SILENT);
    return RegisterScore.of(batch.match(batch.learn(), Thresholds.USUAL), truth, sought.size());
  }

  private static Rows rows(List<List<String>> table, Lexicon lexicon) {
    Rows rows = new Rows(lexicon);
    table.stream().skip(1).filter(row -> row.size() > SCHEMA.size()).forEach(row -> rows.put(row.getFirst(), row.subList(1, SCHEMA.size() + 1)));
    return rows;
  }
}
