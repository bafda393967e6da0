package homeward.ruling;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything that can be said is in the table of moves, and every refusal is there or in a test named here. */
class MovesCoveredTest {
  /** Refusals that no cell of the table shows, and the test that does. */
  private static final Map<Class<? extends Refusal>, Class<?>> ELSEWHERE =
      Map.of(Refusal.CommitFirst.class, ListsTest.class);

  private static final List<MoveTable.Cell> CELLS = MoveTable.cells();

  /** What is said in each row, as it is made in one of the situations. */
  private static final List<Move> SAID = CELLS.stream()
      .filter(cell -> cell.situation().equals("se"))
      .map(cell -> MoveTableTest.attempt(cell).entry().move())
      .toList();

  @Test
  void everyMoveIsInTheTable() {
    Set<Class<?>> said = SAID.stream().map(Object::getClass).collect(Collectors.toSet());
    assertThat(said).isEqualTo(cases(Move.class));
  }

  @Test
  void everyMatterIsProposedInTheTable() {
    Set<Class<?>> proposed = SAID.stream()
        .flatMap(move -> move instanceof Move.Propose propose ? Stream.of(propose.matter().getClass()) : Stream.empty())
        .collect(Collectors.toSet());
    assertThat(proposed).isEqualTo(cases(Matter.class));
  }

  @Test
  void everyMatterTakesEffectInTheTable() {
    Set<String> effective = CELLS.stream()
        .filter(cell -> cell.move().startsWith("sign-last-") && cell.answer().equals("+"))
        .map(MoveTable.Cell::move)
        .collect(Collectors.toSet());
    assertThat(effective).containsExactlyInAnyOrder(
        "sign-last-admission", "sign-last-agree", "sign-last-freeze", "sign-last-convene", "sign-last-direct",
        "sign-last-seal",
        "sign-last-change", "sign-last-settlement", "sign-last-close", "sign-last-lift", "sign-last-succession",
        "sign-last-succession-keeper", "sign-last-go-on", "sign-last-report");
  }

  @Test
  void everyLapseIsInTheTable() {
    Set<Class<?>> lapsing = SAID.stream()
        .flatMap(move -> move instanceof Move.Lapse lapse ? Stream.of(lapse.what().getClass()) : Stream.empty())
        .collect(Collectors.toSet());
    assertThat(lapsing).isEqualTo(cases(Move.Lapsing.class));
  }

  @Test
  void everySightIsInTheTable() {
    Set<Move.Sight> seen = SAID.stream()
        .flatMap(move -> move instanceof Move.Saw saw ? Stream.of(saw.sight()) : Stream.empty())
        .collect(Collectors.toSet());
    assertThat(seen).containsExactlyInAnyOrder(Move.Sight.values());
  }

  @Test
  void everyRefusalIsInTheTableOrTestedElsewhere() {
    Set<String> answers = CELLS.stream().map(MoveTable.Cell::answer).collect(Collectors.toSet());
    Set<String> tested = new TreeSet<>(answers);
    tested.remove("+");
    ELSEWHERE.keySet().forEach(refusal -> tested.add(refusal.getSimpleName()));
    assertThat(tested)
        .containsExactlyInAnyOrderElementsOf(cases(Refusal.class).stream().map(Class::getSimpleName).toList());
    assertThat(ELSEWHERE.keySet()).extracting(Class::getSimpleName).doesNotContainAnyElementsOf(answers);
  }

  /** The records at the leaves of a sealed interface. */
  private static Set<Class<?>> cases(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .flatMap(some -> some.isSealed() ? cases(some).stream() : Stream.of(some))
        .collect(Collectors.toSet());
  }
}
