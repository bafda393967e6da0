package homeward.ruling;

import static homeward.ruling.Cast.A1;
import static homeward.ruling.Cast.A4;
import static homeward.ruling.Cast.B1;
import static homeward.ruling.Cast.DEVICE;
import static homeward.ruling.Cast.M1;
import static homeward.ruling.Cast.ROOT_A;
import static homeward.ruling.Cast.STRANGER;
import static homeward.ruling.Situations.AUTHORISER;
import static homeward.ruling.Situations.CLEARANCE;
import static homeward.ruling.Situations.HANDOVER;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.exchange.Function;
import homeward.exchange.Refusal;
import homeward.exchange.State;
import homeward.ruling.Cast.Voice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell of the hand-written table of moves against what deciding answers. */
class MoveTableTest {
  private static final Map<String, Voice> VOICES = Map.of(
      "A", A1,
      "B", B1,
      "keeper", M1.in(Function.KEEPER),
      "clearance", CLEARANCE,
      "authoriser", AUTHORISER,
      "handover", HANDOVER,
      "device", DEVICE,
      "root", ROOT_A,
      "former", A4,
      "stranger", STRANGER);

  private static final Map<String, Moves.Row> ROWS = Moves.all();

  static List<MoveTable.Cell> cells() {
    return MoveTable.cells();
  }

  static Play.Attempt attempt(MoveTable.Cell cell) {
    Moves.Row row = Objects.requireNonNull(ROWS.get(cell.move()), () -> "no move is made for the row " + cell.move());
    Voice who = Objects.requireNonNull(VOICES.get(cell.who()), () -> "nobody is " + cell.who());
    return row.apply(Situations.at(cell.situation()), who);
  }

  /** A line of the table. */
  record Line(String name, List<MoveTable.Cell> cells) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Line> lines() {
    Map<String, List<MoveTable.Cell>> lines = cells().stream()
        .collect(Collectors.groupingBy(cell -> cell.move() + " by " + cell.who(), LinkedHashMap::new, Collectors.toList()));
    return lines.entrySet().stream().map(line -> new Line(line.getKey(), line.getValue())).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lines")
  void decidingAnswersAsTheTableSays(Line line) {
    assertThat(line.cells().stream().flatMap(cell -> difference(cell).stream())).isEmpty();
  }

  private static Optional<String> difference(MoveTable.Cell cell) {
    Play.Attempt attempt = attempt(cell);
    String expected = cell.answer();
    String got = attempt.decision().refusal().map(Refusal::toString).orElse("+");
    return attempt.answer().equals(expected) ? Optional.empty() : Optional.of(cell + ": expected " + expected + ", got " + got);
  }

  @Test
  void everyMoveThatCanBeMadeIsInTheTable() {
    Set<String> written = cells().stream().map(MoveTable.Cell::move).collect(Collectors.toCollection(TreeSet::new));
    assertThat(written).isEqualTo(new TreeSet<>(ROWS.keySet()));
  }

  @Test
  void noLineStandsTwice() {
    assertThat(cells()).extracting(MoveTable.Cell::toString).doesNotHaveDuplicates();
  }

  /** Invariant 8. Rows that play something of their own first are left out: they begin from another state. */
  @Test
  void whatIsRefusedChangesNothingButItsAuthorsHead() {
    List<String> changed = new ArrayList<>();
    for (MoveTable.Cell cell : cells()) {
      State before = Situations.at(cell.situation()).state();
      Play.Attempt attempt = attempt(cell);
      boolean refused = attempt.decision().refusal().isPresent() && attempt.entry().index() == before.course().size();
      if (refused && !cell.move().equals("halt-sequence-used") && !untouched(before, attempt.decision().next())) {
        changed.add(cell.toString());
      }
    }
    assertThat(changed).isEmpty();
  }

  private static boolean untouched(State before, State after) {
    State.Course course = after.course();
    State rest = after.with(before.parties())
        .with(new State.Course(
            course.exchange(), course.phase(), before.course().size(), before.course().stamp(), course.patienceHours(),
            course.opener(), course.functions(), course.agreed(), course.halted(), course.frozen()));
    return rest.equals(before) && after.parties().members().equals(before.parties().members());
  }
}
