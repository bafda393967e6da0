package homeward.ruling;

import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.State.Phase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** What may be asked at all in which phase of an exchange, by asking {@link Phases} about every act and every matter. */
final class WrittenPhases {
  /** A situation of moves.table in each phase. */
  private static final Map<Phase, String> SITUATIONS =
      Map.of(Phase.UNOPENED, "og", Phase.OFFERED, "op", Phase.IN_FORCE, "if", Phase.CLOSED, "cl", Phase.ENDED, "en");

  private WrittenPhases() {}

  static String table() {
    Map<Class<?>, Move.Act> acts = new LinkedHashMap<>();
    Map<Class<?>, Matter> matters = new LinkedHashMap<>();
    for (Tried tried : Tried.all()) {
      Move move = tried.attempt().entry().move();
      if (move instanceof Move.Act act) {
        acts.putIfAbsent(act.getClass(), act);
      }
      if (move instanceof Move.Propose propose && !isDirect(propose.matter())) {
        matters.putIfAbsent(propose.matter().getClass(), propose.matter());
      }
    }
    List<List<String>> rows = new ArrayList<>();
    Docstrings.leaves(Move.Act.class)
        .filter(type -> type != Move.Propose.class)
        .forEach(type -> rows.add(row(Page.code(Docstrings.is(type)), phase -> Phases.allow(phase, known(acts, type)))));
    Docstrings.leaves(Matter.class).forEach(type -> rows.add(matter(known(matters, type))));
    rows.add(row("`convene`, a direct repatriation", phase -> Phases.allow(phase, Situations.direct("sick", Cast.A))));
    rows.add(row("`report`", phase -> tried(phase, "report")));
    rows.add(row("`announce`", phase -> tried(phase, "announce-own")));
    rows.add(row("every observation", phase -> tried(phase, "saw-departed")));
    return Page.table(head(), rows);
  }

  private static boolean isDirect(Matter matter) {
    return matter instanceof Matter.Convene convene && convene.holder().isPresent();
  }

  private static <T> T known(Map<Class<?>, T> instances, Class<?> type) {
    return Objects.requireNonNull(instances.get(type), () -> "moves.table never makes a " + type.getSimpleName());
  }

  private static List<String> matter(Matter matter) {
    String name = Page.code("propose") + " " + Page.code(Docstrings.is(matter.getClass()));
    return row(matter instanceof Matter.Convene ? name + ", a tranche" : name, phase -> Phases.allow(phase, matter));
  }

  private static List<String> head() {
    List<String> head = new ArrayList<>(List.of("what"));
    Arrays.stream(Phase.values()).map(Phase::name).forEach(head::add);
    return head;
  }

  private static List<String> row(String what, Predicate<Phase> may) {
    List<String> row = new ArrayList<>(List.of(what));
    Arrays.stream(Phase.values()).forEach(phase -> row.add(may.test(phase) ? "yes" : "·"));
    return row;
  }

  private static boolean tried(Phase phase, String move) {
    String situation = Objects.requireNonNull(SITUATIONS.get(phase));
    return !MoveTableTest.attempt(new MoveTable.Cell(move, "A", situation, "")).answer().equals("NotNow");
  }
}
