package homeward.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The engines themselves: that they are the known ones, and that what they answer is so. */
class EnginesTest {
  @TempDir private Path place = Path.of("");

  private static Engine here(Engines.Name name) {
    return switch (Engines.find(name)) {
      case Engines.Choice.Ready(Engine engine) -> engine;
      case Engines.Choice.Absent(String why) -> throw new AssertionError(why);
    };
  }

  @ParameterizedTest
  @EnumSource(Engines.Name.class)
  void aMachineThatNoLibraryFitsIsToldSoInWords(Engines.Name name) {
    assertThat(Engines.on(name, "plan9-mips")).isInstanceOfSatisfying(Engines.Choice.Absent.class,
        absent -> assertThat(absent.why()).contains("plan9-mips", "--check"));
  }

  @ParameterizedTest
  @CsvSource({"Linux,amd64,linux-x86-64", "Linux,aarch64,linux-aarch64", "Mac OS X,aarch64,darwin-aarch64", "Mac OS X,x86_64,darwin-x86-64",
      "Windows 11,amd64,win32-x86-64", "FreeBSD,amd64,freebsd-x86-64"})
  void systemsAreNamedAsTheJarsNameThem(String system, String processor, String platform) {
    assertThat(NativeFile.platform(system, processor)).isEqualTo(platform);
  }

  @Test
  void aLibraryWithOtherBytesIsNotWritten() throws Exception {
    NativeFile other = new NativeFile("homeward/problem/problem.schema.json", "0".repeat(64));
    assertThat(other.unpackInto(place)).isInstanceOfSatisfying(NativeFile.Unpacked.Not.class, not -> assertThat(not.why()).contains("SHA-256"));
    try (var files = Files.list(place)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void aLibraryThatIsNotThereIsToldSo() throws Exception {
    assertThat(new NativeFile("nowhere/libhighs.so", "").unpackInto(place)).isInstanceOf(NativeFile.Unpacked.Not.class);
  }

  /** A knapsack with a side rule, small enough to try everything. */
  @ParameterizedTest
  @EnumSource(Engines.Name.class)
  void theLargestValueIsFoundAndProven(Engines.Name name) {
    for (long seed = 1; seed <= 30; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Model model = new Model();
      Terms.Sum goal = new Terms.Sum();
      Terms.Sum weight = new Terms.Sum();
      for (int i = 0; i < 8; i++) {
        int column = model.column(0, 1 + random.nextInt(2));
        goal.add(column, random.nextInt(20) - 5);
        weight.add(column, 1 + random.nextInt(9));
      }
      model.row(weight.terms(), 3, 17, Model.UNLABELLED);
      long best = best(model, goal.terms(), new long[8], 0);
      try (Engine.Session session = here(name).open(model)) {
        assertThat(session.maximise(goal.terms(), new long[0], Patience.endless())).as("seed %d", seed)
            .isInstanceOfSatisfying(Answer.Found.class, found -> {
              assertThat(model.allows(found.point())).isTrue();
              assertThat(found.value()).isEqualTo(best).isEqualTo(goal.terms().at(found.point()));
              assertThat(found.proven()).isTrue();
            });
        session.atLeast(goal.terms(), best + 1);
        assertThat(session.maximise(Terms.none(), new long[0], Patience.endless())).isInstanceOf(Answer.Impossible.class);
      }
    }
  }

  /** HiGHS tells which three of the four; CP-SAT that it is among the four. */
  @ParameterizedTest
  @CsvSource({"HIGHS,3", "CPSAT,4"})
  void rowsThatCannotAllBeKeptAreTold(Engines.Name name, int told) {
    Model model = new Model();
    int one = model.column(0, 10);
    int other = model.column(0, 10);
    model.row(Terms.of(one), 5, Model.NONE, 0);
    model.row(Terms.of(other), 5, 9, 1);
    model.row(new Terms.Sum().add(one, 1).add(other, 1).terms(), -Model.NONE, 8, 2);
    model.row(new Terms.Sum().add(one, 1).add(other, -1).terms(), -9, 9, 3);
    assertThat(clashing(name, model).stream()).contains(0, 1, 2).hasSize(told);
  }

  @ParameterizedTest
  @EnumSource(Engines.Name.class)
  void whereOnlyHalvesWouldDoNobodyTellsLessThanAllRows(Engines.Name name) {
    Model model = new Model();
    int one = model.column(0, 10);
    int other = model.column(0, 10);
    model.row(new Terms.Sum().add(one, 2).add(other, -2).terms(), 1, 1, 0);
    model.row(new Terms.Sum().add(one, 1).add(other, 1).terms(), 1, 20, 1);
    assertThat(clashing(name, model).stream()).contains(0);
  }

  private static BitSet clashing(Engines.Name name, Model model) {
    try (Engine.Session session = here(name).open(model)) {
      assertThat(session.maximise(Terms.none(), new long[0], Patience.endless())).isInstanceOf(Answer.Impossible.class);
      return session.clashing();
    }
  }

  /** After a goal is kept, some columns are fixed, and the rest is narrowed, each column can still be as much as before. */
  @ParameterizedTest
  @EnumSource(Engines.Name.class)
  void narrowingChangesNoAnswer(Engines.Name name) {
    for (long seed = 1; seed <= 10; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Model model = new Model();
      Terms.Sum goal = new Terms.Sum();
      Terms.Sum weight = new Terms.Sum();
      for (int i = 0; i < 7; i++) {
        int column = model.column(0, 2);
        goal.add(column, random.nextInt(3));
        weight.add(column, 1 + random.nextInt(4));
      }
      model.row(weight.terms(), 3, 11, Model.UNLABELLED);
      long best = best(model, goal.terms(), new long[7], 0);
      try (Engine.Session session = here(name).open(model)) {
        Answer.Found found = (Answer.Found) session.maximise(goal.terms(), new long[0], Patience.endless());
        model.row(goal.terms(), best, Model.NONE, Model.UNLABELLED);
        session.atLeast(goal.terms(), best);
        model.bound(0, found.point()[0], found.point()[0]);
        session.bound(0, found.point()[0], found.point()[0]);
        session.narrow(found.point(), Patience.endless());
        for (int column = 0; column < 7; column++) {
          assertThat(((Answer.Found) session.maximise(Terms.of(column), found.point(), Patience.endless())).value()).as("seed %d, column %d", seed, column)
              .isEqualTo(best(model, Terms.of(column), new long[7], 0));
        }
      }
    }
  }

  /** Three ride from a site that costs five to open: half a site with half of them would be worth it, a whole one is not. */
  @Test
  void aConsequenceTightensABoundAndIsNoRule() {
    Model loose = new Model();
    int riders = loose.column(0, 3);
    int open = loose.column(0, 1);
    loose.row(new Terms.Sum().add(riders, 1).add(open, -10).terms(), -Model.NONE, 0, Model.UNLABELLED);
    Terms goal = new Terms.Sum().add(riders, 2).add(open, -5).terms();
    Model tight = loose.copy();
    tight.consequence(new Terms.Sum().add(riders, 1).add(open, -3).terms());
    try (Engine.Session without = here(Engines.Name.HIGHS).open(loose); Engine.Session with = here(Engines.Name.HIGHS).open(tight)) {
      assertThat(without.bound(goal, Patience.endless()).value()).isEqualTo(4);
      assertThat(with.bound(goal, Patience.endless()).value()).isEqualTo(1);
      assertThat(tight.allows(new long[] {3, 0})).isFalse();
      assertThat(tight.allows(new long[] {3, 1})).isTrue();
    }
  }

  private static long best(Model model, Terms goal, long[] point, int column) {
    if (column == point.length) {
      return model.allows(point) ? goal.at(point) : Long.MIN_VALUE;
    }
    long best = Long.MIN_VALUE;
    for (long value = model.lower(column); value <= model.upper(column); value++) {
      point[column] = value;
      best = Math.max(best, best(model, goal, point, column + 1));
    }
    point[column] = 0;
    return best;
  }

  @ParameterizedTest
  @EnumSource(Engines.Name.class)
  void aQuestionCanBeCancelled(Engines.Name name) {
    Model model = new Model();
    Terms goal = Terms.of(model.column(0, 5));
    try (Engine.Session session = here(name).open(model)) {
      assertThatThrownBy(() -> session.maximise(goal, new long[0], new Patience(10, () -> true))).isInstanceOf(Patience.Cancelled.class);
    }
  }
}
