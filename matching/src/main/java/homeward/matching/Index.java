package homeward.matching;

import homeward.evidence.Evidence;
import homeward.evidence.Model;
import homeward.values.Lexicon;
import homeward.values.Rows;
import java.util.ArrayList;
import java.util.List;

/**
 * A register in memory that answers who in it may be the person of a row: for duplicates before a record is added, for a
 * received list, for search. Insert, update and question take turns; a question leaves nothing behind.
 */
public final class Index {
  private final Rows held;
  private final Candidates candidates;
  private final Evidence evidence;
  private final Model model;
  private final Thresholds thresholds;
  private final Rows question;
  private final Search search;

  /**
   * An empty index.
   *
   * @param model learnt before, from registers of the same columns
   */
  public Index(Model model, Thresholds thresholds) {
    this.thresholds = thresholds;
    Lexicon lexicon = new Lexicon(model.schema());
    this.held = new Rows(lexicon);
    this.question = new Rows(lexicon);
    this.candidates = new Candidates(held, model.schema());
    this.evidence = new Evidence(held);
    this.model = model;
    this.search = new Search(candidates.lookup(), question, evidence.weigher(model, question));
  }

  /** How many rows it holds. */
  public synchronized int size() {
    return held.size();
  }

  /** Adds a row; one of an id that is there already takes its place. */
  public synchronized void put(String id, List<String> cells) {
    int known = held.row(id);
    if (known >= 0) {
      evidence.count(known, -1);
    }
    int row = held.put(id, cells);
    evidence.count(row, 1);
    candidates.insert(row);
  }

  /** Empties a row: it is never found again. */
  public synchronized void remove(String id) {
    int row = held.row(id);
    if (row >= 0) {
      evidence.count(row, -1);
      held.clear(row);
    }
  }

  /**
   * Who may be the person of this row, the likeliest first.
   *
   * @param cells in the order of the schema's columns
   */
  public synchronized List<Answer> ask(List<String> cells) {
    Lexicon.Extent before = held.lexicon().extent();
    search.forgetBeyond(before);
    question.put("?", cells);
    Edges edges = new Edges();
    search.look(0, edges);
    List<Answer> answers = new ArrayList<>();
    for (Match match : new Proposals(edges.numbered(), model, thresholds, 1, edges.size()).all(true)) {
      answers.add(new Answer(held.id(edges.held(match.held())), match.weight(), match.probability(), match.decision()));
    }
    held.lexicon().forget(before);
    return answers;
  }

  /**
   * One answer.
   *
   * @param id of the held row
   * @param weight log2 of the odds
   */
  public record Answer(String id, double weight, double probability, Decision decision) {}
}
