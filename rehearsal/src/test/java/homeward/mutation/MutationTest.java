package homeward.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way, over a small house of three guards and one test. */
class MutationTest {
  private static final String RULES = """
      package planted;

      class Rules {
        static boolean allows(int age, int hours) {
          if (hours == 0) {
            return true;
          }
          return age >= 18 && hours > -1;
        }

        static int next(int hours) {
          while (!allows(20, hours)) {
            hours = 1;
          }
          return hours;
        }
      }
      """;

  private static final String RULES_TEST = """
      package planted;

      import static org.junit.jupiter.api.Assertions.assertFalse;
      import static org.junit.jupiter.api.Assertions.assertEquals;

      class RulesTest {
        @org.junit.jupiter.api.Test
        void children() {
          System.out.println("survived");
          assertFalse(Rules.allows(17, 5));
        }

        @org.junit.jupiter.api.Test
        void hours() {
          assertEquals(%d, Rules.next(-1));
        }
      }
      """;

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Survivors NOBODY = new Survivors(new LinkedHashMap<>());

  private final Thread speaker = Thread.currentThread();

  @TempDir Path place;
  private Workplace workplace = new Workplace(Path.of(""), List.of(), Path.of(""), Path.of(""), "", List.of(), "", Path.of(""));

  @BeforeEach
  void aSmallHouse() throws IOException {
    String libraries = System.getProperty("java.class.path");
    List<String> planted = List.of("planted");
    workplace =
        new Workplace(
            place.resolve("main"), planted, place.resolve("classes"), place.resolve("tests"), libraries, planted, ".*PageTest", place);
    write(rules(), RULES, workplace.classes());
    write(place.resolve("test/RulesTest.java"), RULES_TEST.formatted(1), workplace.tests());
  }

  private Path rules() {
    return workplace.sources().resolve("planted/Rules.java");
  }

  private void write(Path file, String text, Path into) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    String path = workplace.libraries() + File.pathSeparator + workplace.classes();
    String[] words = {"-proc:none", "-cp", path, "-d", into.toString(), file.toString()};
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, words)).isZero();
  }

  private Report run(String only, Duration atLeast) {
    var heard = new AtomicInteger();
    Mutation.Progress progress =
        (guard, verdict, done, total) -> assertThat(done).isEqualTo(heard.incrementAndGet()).isLessThanOrEqualTo(total);
    Report report = new Mutation(workplace, atLeast).run(only, NOBODY, progress);
    assertThat(heard).hasValue(report.tried().size());
    return report;
  }

  private static Map<String, Verdict> verdicts(Report report) {
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    report.tried().forEach(each -> verdicts.put(each.guard().text(), each.verdict()));
    return verdicts;
  }

  @Test
  void aGuardIsKilledByTheTestThatMissesItOrSurvives() throws Exception {
    assertThat(verdicts(run("", LONG))).containsExactly(
        Map.entry("if (hours == 0)", new Verdict.Survived()),
        Map.entry("operand age >= 18", new Verdict.Killed("RulesTest.children")),
        Map.entry("operand hours > -1", new Verdict.Killed("RulesTest.hours")));
  }

  /** The limit is short for the sake of the one that hangs, so the other may not be done within it on a busy machine. */
  @Test
  void aMutantThatRunsForEverIsEndedAndTheNextOneIsTried() throws Exception {
    String forEver = "if (hours == 1) { return hours; } for (;;) {}";
    Files.writeString(rules(), RULES.replace("return hours;", forEver));
    Map<String, Verdict> verdicts = verdicts(run("hours ==", Duration.ofSeconds(2)));
    assertThat(verdicts).containsEntry("if (hours == 1)", new Verdict.RanAway("time")).containsKey("if (hours == 0)");
  }

  @Test
  void aMutantThatEatsAllMemoryIsEndedAndTheNextOneIsTried() throws Exception {
    String eats =
        "long[][] all = new long[9_999][]; if (hours < 9) { return hours; }"
            + " for (int i = 0; ; i++) { all[i] = new long[9_999_999]; }";
    Files.writeString(rules(), RULES.replace("return hours;", eats));
    Map<String, Verdict> verdicts = verdicts(run("", LONG));
    assertThat(verdicts)
        .containsEntry("if (hours < 9)", new Verdict.RanAway("memory"))
        .containsEntry("operand hours > -1", new Verdict.Killed("RulesTest.hours"));
  }

  @Test
  void whoeverIsInterruptedReportsWhatIsKnownAndThatItIsNotAll() {
    Report report = new Mutation(workplace, LONG).run("", NOBODY, (guard, verdict, done, total) -> {
      if (done == 1) {
        speaker.interrupt();
      }
    });
    assertThat(report.stopped()).isTrue();
    assertThat(report.holds()).isFalse();
    assertThat(report.tried()).isNotEmpty().hasSizeLessThan(report.total());
  }

  @Test
  void whatDoesNotCompileIsNoMutant() throws Exception {
    String needed = "package planted; class Rules { boolean f(Object o) { return o instanceof String s && s.isEmpty(); } }";
    Files.writeString(rules(), needed);
    Report report = run("instanceof", LONG);
    assertThat(report.tried()).singleElement().extracting(Report.Tried::verdict).isInstanceOf(Verdict.NoMutant.class);
    assertThat(report.mutants()).isZero();
  }

  @Test
  void aTestThatIsNotAskedNeitherFailsNorKills() throws Exception {
    String page = RULES_TEST.formatted(2).replace("RulesTest", "RulesPageTest");
    write(place.resolve("test/RulesPageTest.java"), page, workplace.tests());
    assertThat(new Mutation(workplace, LONG).failing()).isEmpty();
  }

  @Test
  void aTestThatFailsWithEveryGuardInPlaceIsNamed() throws Exception {
    assertThat(new Mutation(workplace, LONG).failing()).isEmpty();
    write(place.resolve("test/RulesTest.java"), RULES_TEST.formatted(2), workplace.tests());
    assertThat(new Mutation(workplace, LONG).failing()).contains("RulesTest.hours");
  }
}
