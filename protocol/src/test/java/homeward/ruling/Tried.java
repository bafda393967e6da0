package homeward.ruling;

import homeward.exchange.State;
import java.util.ArrayList;
import java.util.List;

/** A cell of moves.table and what deciding answered; all are tried once for all the sections that show something of them. */
record Tried(MoveTable.Cell cell, Play.Attempt attempt) {
  private static final List<Tried> ALL = new ArrayList<>();

  static synchronized List<Tried> all() {
    if (ALL.isEmpty()) {
      MoveTable.cells().forEach(cell -> ALL.add(new Tried(cell, MoveTableTest.attempt(cell))));
    }
    return List.copyOf(ALL);
  }

  /** What stood before it; a line that plays something of its own first has another state before it. */
  State before() {
    return Situations.at(cell.situation()).state();
  }

  boolean isOneStep() {
    return attempt.entry().index() == before().course().size();
  }
}
