package homeward.ruling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import homeward.exchange.Move;
import homeward.json.Json;
import homeward.json.Malformed;
import homeward.json.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Invariant 7: wherever text stands in what can be said, a name in its place cannot be read, let alone take a place in a log. */
class NoFreeTextTest {
  private static final Shape<Move> MOVE = Shape.of(Move.class);
  private static final String NAME = "Іваненко Тарас";

  /** The note of a checkpoint has a form of its own, which the node asks for: {@code NotesTest}. */
  private static final Set<String> ASKED_ELSEWHERE = Set.of("note");

  private static List<Move> said() {
    return MoveTable.cells().stream()
        .filter(cell -> Set.of("se", "r2", "au").contains(cell.situation()))
        .map(cell -> MoveTableTest.attempt(cell).entry().move())
        .distinct()
        .toList();
  }

  @Test
  void aNameInPlaceOfAnyTextOfAMoveIsMalformed() {
    TreeMap<String, Json> damaged = new TreeMap<>();
    for (Move move : said()) {
      Json json = MOVE.write(move);
      places(json, move.getClass().getSimpleName(), changed -> changed, damaged);
    }
    assertThat(damaged).hasSizeGreaterThan(100).allSatisfy(
        (place, json) -> assertThatThrownBy(() -> MOVE.read(json)).as(place).isInstanceOf(Malformed.class));
  }

  @Test
  void whatWasSaidCanBeReadAgain() throws Malformed {
    for (Move move : said()) {
      assertThat(MOVE.read(MOVE.write(move))).isEqualTo(move);
    }
  }

  /** Puts the name into a part, and the part back into the whole. */
  private interface Whole {
    Json with(Json part);
  }

  /** The whole with the name in each place where text stands, and as the name of each entry of a map. */
  private static void places(Json json, String path, Whole whole, Map<String, Json> damaged) {
    switch (json) {
      case Json.Text text -> damaged.put(path, whole.with(Json.of(NAME)));
      case Json.Items(List<Json> values) -> {
        for (int i = 0; i < values.size(); i++) {
          int at = i;
          places(values.get(i), path + "[]", part -> whole.with(Json.items(replaced(values, at, part))), damaged);
        }
      }
      case Json.Fields(SequencedMap<String, Json> fields) -> fields.forEach((name, value) -> {
        if (!ASKED_ELSEWHERE.contains(name)) {
          places(value, path + "." + name, part -> whole.with(new Json.Fields(put(fields, name, name, part))), damaged);
          damaged.put(path + "{" + name + "}", whole.with(new Json.Fields(put(fields, name, NAME, value))));
        }
      });
      case Json.Whole number -> { }
      case Json.Flag flag -> { }
    }
  }

  private static List<Json> replaced(List<Json> values, int at, Json part) {
    List<Json> copy = new ArrayList<>(values);
    copy.set(at, part);
    return copy;
  }

  private static SequencedMap<String, Json> put(SequencedMap<String, Json> fields, String name, String as, Json value) {
    SequencedMap<String, Json> copy = new LinkedHashMap<>();
    fields.forEach((each, old) -> copy.put(each.equals(name) ? as : each, each.equals(name) ? value : old));
    return copy;
  }
}
