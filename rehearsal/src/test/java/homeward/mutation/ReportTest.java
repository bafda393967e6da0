package homeward.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is said in the end, and when it is good enough. */
class ReportTest {
  private static final Survivors LISTED = Survivors.parse("A.java f: if (a)\n  The line after it says the same.\n");
  private static final Guard SAME = new Guard("A.java", "f", 7, "if (a)", 0, 0, "");

  private static Report report(int killed, boolean partly) {
    Stream<Report.Tried> others = IntStream.range(0, killed)
        .mapToObj(i -> tried("operand " + i, i == 0 ? new Verdict.RanAway("time") : new Verdict.Killed("ATest.b")));
    Stream<Report.Tried> more =
        Stream.of(tried("if (a)", new Verdict.Survived()), tried("operand x", new Verdict.NoMutant("no x")));
    return Report.of(Stream.concat(others, more).toList(), LISTED, killed + 2, partly);
  }

  private static Report.Tried tried(String text, Verdict verdict) {
    return new Report.Tried(SAME.called(text), verdict);
  }

  @Test
  void nineteenOfTwentyAreEnoughAndEighteenOfNineteenAreNot() {
    assertThat(report(19, false).holds()).isTrue();
    assertThat(report(18, false).holds()).isFalse();
  }

  @Test
  void theShareOfSomeGuardsSaysNothing() {
    assertThat(report(1, true).holds()).isTrue();
  }

  @Test
  void aSurvivorMoreThanTheListIsNotGoodEnough() {
    Stream<Report.Tried> survivor = Stream.of(tried("operand y", new Verdict.Survived()));
    Report more = Report.of(Stream.concat(report(99, false).tried().stream(), survivor).toList(), LISTED, 102, false);
    assertThat(more.differences()).containsExactly("survives and is not on the list: A.java f: operand y");
    assertThat(more.holds()).isFalse();
  }

  @Test
  void whatWasStoppedOnTheWayIsNotGoodEnoughAndSaysSo() {
    Report stopped = Report.of(report(99, false).tried(), LISTED, 300, true);
    assertThat(stopped.holds()).isFalse();
    assertThat(stopped.lines()).contains("Stopped on the way: 101 of 300 guards were tried.");
    assertThat(stopped.json().pretty()).contains("\"stopped\": true", "\"guards\": 300");
  }

  @Test
  void theSurvivorsComeLastAndThenTheSums() {
    assertThat(report(2, false).lines()).containsExactly(
        "ran away  A.java:7 f: operand 0  <- the limit of time",
        "killed    A.java:7 f: operand 1  <- ATest.b",
        "no mutant A.java:7 f: operand x  <- no x",
        "SURVIVED  A.java:7 f: if (a)",
        "",
        "3 guards removed: 2 killed (1 of them by a limit), 1 survived; 66.6%. 1 more leave nothing that compiles.");
  }

  @Test
  void theSameIsThereForPrograms() {
    assertThat(report(2, false).json().pretty())
        .contains("\"mutants\": 3", "\"killed\": 2", "\"killedByALimit\": 1", "\"survived\": 1")
        .contains("\"percent\": \"66.6\"", "\"holds\": false")
        .contains("\"guard\": \"A.java f: if (a)\"", "\"verdict\": \"survived\"", "\"by\": \"ATest.b\"");
  }
}
