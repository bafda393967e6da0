package homeward.recognition;

import homeward.evidence.Evidence;
import homeward.evidence.Model;
import homeward.evidence.Waterfall;
import homeward.matching.Batch;
import homeward.matching.Decision;
import homeward.matching.Match;
import homeward.matching.Progress;
import homeward.matching.Thresholds;
import homeward.values.Lexicon;
import homeward.values.Rows;
import homeward.values.Schema;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Two tables of people compared, or one with itself: the pairs, the best of each row first, and the model they were weighed by. The
 * same rows and the same model give the same pairs, whatever the number of threads.
 */
public final class Comparison {
  private final Rows ones;
  private final Rows others;
  private final Batch batch;
  private final Model model;
  private final List<Match> matches;

  private Comparison(Rows ones, Rows others, Batch batch, Optional<Model> given, Matching matching) {
    this.ones = ones;
    this.others = others;
    this.batch = batch;
    this.model = given.orElseGet(batch::learn);
    this.matches = matching.of(batch, model);
  }

  private interface Matching {
    List<Match> of(Batch batch, Model model);
  }

  /**
   * A pair of rows that may be one person.
   *
   * @param one the id of the row sought, or of the earlier row of the one table
   * @param other the id of the row held, or of the later row
   * @param weight log2 of the odds that the two are one person, all other candidates considered
   * @param probability the same, calibrated
   * @param why detail by detail
   */
  public record Pair(String one, String other, double weight, double probability, Decision decision, Waterfall why) {}

  /** Rows to fill, of the columns of people; tables that are compared with each other share a lexicon. */
  public static Lexicon lexicon() {
    return new Lexicon(Schema.people());
  }

  /**
   * Whom of those sought the other table holds; empty when either has nobody.
   *
   * @param model to weigh by; learnt from these tables when there is none
   */
  public static Optional<Comparison> of(Rows sought, Rows held, Optional<Model> model, int threads, Progress progress) {
    return sought.size() == 0 || held.size() == 0
        ? Optional.empty()
        : Optional.of(new Comparison(sought, held, new Batch(sought, held, threads, progress), model, Comparison::oneToOne));
  }

  private static List<Match> oneToOne(Batch batch, Model model) {
    return batch.match(model, Thresholds.USUAL);
  }

  /**
   * Whom of those held each row asked for may be, each by itself: several may be one person, as when several tell of somebody whom they
   * saw. Empty when either table has nobody.
   */
  public static Optional<Comparison> each(Rows asked, Rows held, Optional<Model> model, int threads, Progress progress) {
    List<Integer> all = IntStream.range(0, asked.size()).boxed().toList();
    return asked.size() == 0 || held.size() == 0
        ? Optional.empty()
        : Optional.of(new Comparison(asked, held, new Batch(asked, held, threads, progress), model,
            (batch, by) -> batch.matchEach(by, Thresholds.USUAL, all)));
  }

  /**
   * Who of these rows was entered twice, in a table that was compared with itself before: pairs of which neither row is one of these are
   * left out, and stand as they stood.
   *
   * @param changed ids of rows
   * @param model of the comparison before
   */
  public static Optional<Comparison> again(Rows rows, Collection<String> changed, Model model, Progress progress) {
    List<Integer> some = changed.stream().map(rows::row).filter(row -> row >= 0).sorted().toList();
    return some.isEmpty() || rows.size() < 2
        ? Optional.empty()
        : Optional.of(new Comparison(rows, rows, Batch.within(rows, 1, progress), Optional.of(model),
            (batch, by) -> batch.matchEach(by, Thresholds.USUAL, some)));
  }

  /** Who was entered twice in one table; empty when there are not two people. */
  public static Optional<Comparison> within(Rows rows, Optional<Model> model, int threads, Progress progress) {
    return rows.size() < 2 ? Optional.empty() : Optional.of(new Comparison(rows, rows, Batch.within(rows, threads, progress), model, Comparison::oneToOne));
  }

  /** The model the pairs were weighed by. */
  public Model model() {
    return model;
  }

  /** How many pairs there are. */
  public int size() {
    return matches.size();
  }

  /** Hands on the pairs with their reasons, one after another. */
  public void each(Consumer<Pair> to) {
    Evidence.Reasons reasons = batch.reasons(model);
    for (Match match : matches) {
      to.accept(new Pair(ones.id(match.sought()), others.id(match.held()), match.weight(), match.probability(), match.decision(),
          reasons.of(match.sought(), match.held())));
    }
  }
}
