package homeward.exhaustive;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.exchange.State;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the walk leaves out does not matter: shown on positions that the walk itself comes through. */
class FormTest {
  private static final long SEED = 20_250_523;
  private static final int LONG = 25;
  private static final Shape TWO = new Shape("two", 2, true, Shape.Signing.TOGETHER, false, 1, Set.of());
  private static final Shape ONE = new Shape("one", 1, true, Shape.Signing.TOGETHER, false, 1, Set.of());

  private static String form(Position at, Shape shape) {
    return new String(Form.of(at, shape), StandardCharsets.ISO_8859_1);
  }

  private static Steps steps(Shape shape) {
    return new Steps(shape, true, new Safety());
  }

  /** From the opening until a wave is let go, and what stands after each step of it from the terms on. */
  private static List<Position> course(Shape shape, String... words) {
    List<Position> course = new ArrayList<>();
    Position at = Position.before();
    for (String wanted : words) {
      at = steps(shape).from(at).stream().filter(step -> step.words().get().startsWith(wanted)).findFirst().orElseThrow().next();
      if (at.phase() == State.Phase.IN_FORCE) {
        course.add(at);
      }
    }
    return course;
  }

  private static List<Position> course(Shape shape) {
    boolean two = shape.people() == 2;
    return course(
        shape,
        "A opens the exchange, with M", "a second delegate", "B enrols", "M enrols",
        "A proposes the terms", "A signs", "B signs", "B signs", "M signs",
        two ? "A offers A1, A2" : "A offers A1", two ? "B offers B1, B2" : "B offers B1",
        "B accepts A1", "A accepts B1", two ? "B accepts A2" : "A, B sign the freeze",
        two ? "A accepts B2" : "A, B, M sign to convene", two ? "A, B sign the freeze" : "A seats A1 in wave 1",
        two ? "A, B, M sign to convene" : "B seats B1 in wave 1", two ? "A seats A1 in wave 1" : "A, B sign the seal",
        two ? "B seats B1 in wave 1" : "M clears A1, B1 and", two ? "A seats A2 in wave 2" : "A is ready for wave 1",
        two ? "A, B sign the seal" : "B is ready for wave 1", two ? "M clears A1, B1 and" : "M authorises wave 1",
        two ? "A is ready for wave 1" : "A writes down: departed: A1", two ? "B is ready for wave 1" : "A writes down: handed over: A1",
        two ? "M authorises wave 1" : "B writes down: received: A1");
  }

  /** Positions on ways drawn at random, and for some of them another one of the same form that came about otherwise. */
  private static Map<Position, Position> pairs(Shape shape, int ways) {
    Map<String, Position> known = new HashMap<>();
    Map<Position, Position> pairs = new LinkedHashMap<>();
    SplittableRandom draw = new SplittableRandom(SEED);
    List<Position> course = course(shape);
    Steps steps = steps(shape);
    for (int way = 0; way < ways; way++) {
      Position at = draw.nextBoolean() ? course.getLast() : course.get(draw.nextInt(course.size()));
      for (int length = 0; length < LONG && !at.over(); length++) {
        at = drawn(steps.from(at), draw);
        Position first = known.putIfAbsent(form(at, shape), at);
        if (first != null && !at.over() && differ(first.state(), at.state())) {
          pairs.putIfAbsent(first, at);
        }
      }
    }
    return pairs;
  }

  private static boolean differ(State one, State other) {
    return !one.people().equals(other.people()) || !one.trails().equals(other.trails());
  }

  /** Anything; ends, halts and long waits come rarely. */
  private static Position drawn(List<Step> steps, SplittableRandom draw) {
    List<Step> onwards =
        steps.stream().filter(step -> !step.next().over() && step.parties() != 0 && !step.words().get().contains("halts")).toList();
    List<Step> from = onwards.isEmpty() || draw.nextInt(20) == 0 ? steps : onwards;
    return from.get(draw.nextInt(from.size())).next();
  }

  private static Set<String> outcomes(Position at, Shape shape) {
    String here = form(at, shape);
    TreeSet<String> outcomes = new TreeSet<>();
    for (Step step : steps(shape).from(at)) {
      String there = form(step.next(), shape);
      if (!there.equals(here)) {
        outcomes.add(step.parties() + " " + there);
      }
    }
    return outcomes;
  }

  @Test
  void positionsOfOneFormHaveTheSameStepsToTheSameForms() {
    Map<Position, Position> pairs = pairs(TWO, 120);
    assertThat(pairs.size()).isGreaterThan(100);
    assertThat(pairs.keySet().stream().filter(Position::waveOpen).count()).isGreaterThan(10);
    pairs.entrySet().stream()
        .limit(400)
        .forEach(pair -> assertThat(outcomes(pair.getValue(), TWO)).as("%s", pair.getKey()).isEqualTo(outcomes(pair.getKey(), TWO)));
  }

  /** Facts, lapses, ends and time are what ends an exchange; a step that waited for them is done after as before. */
  @Test
  void whatWaitsWhileAWaveIsOpenComesToTheSameAfterAFact() {
    Shape unhurried = new Shape("one-unhurried", 1, true, Shape.Signing.TOGETHER, true, 1, Set.of());
    int compared = 0;
    for (Position at : onWaves()) {
      if (compared < 300) {
        compared += compared(at, unhurried);
      }
    }
    assertThat(compared).isGreaterThan(100);
  }

  private static List<Position> onWaves() {
    return course(ONE).stream().filter(Position::waveOpen).toList();
  }

  private static int compared(Position at, Shape unhurried) {
    Set<String> tried = new TreeSet<>();
    steps(ONE).from(at).forEach(step -> tried.add(step.words().get()));
    Steps all = steps(unhurried);
    List<Step> every = all.from(at);
    List<Step> waiting = every.stream().filter(step -> !fact(step) && !ends(step)).toList();
    int compared = 0;
    for (Step fact : every.stream().filter(step -> fact(step) && tried.contains(step.words().get())).toList()) {
      for (Step other : waiting) {
        List<String> after = after(all, other.next(), fact, unhurried);
        assertThat(after).as("a fact is possible after: %s", other.words().get()).isNotEmpty();
        List<String> before = after(all, fact.next(), other, unhurried);
        assertThat(before.isEmpty() || before.equals(after) || !fact.next().waveOpen()).as("%s / %s", fact.words().get(), other.words().get()).isTrue();
        compared++;
      }
    }
    return compared;
  }

  private static boolean fact(Step step) {
    return step.words().get().contains("writes down");
  }

  private static boolean ends(Step step) {
    return step.parties() == 0 || step.words().get().contains(" is over") || step.words().get().contains("ends it");
  }

  private static List<String> after(Steps steps, Position at, Step wanted, Shape shape) {
    String words = wanted.words().get();
    return steps.from(at).stream().filter(step -> step.words().get().equals(words)).map(step -> form(step.next(), shape)).toList();
  }
}
