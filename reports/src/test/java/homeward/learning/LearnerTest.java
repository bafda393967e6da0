package homeward.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LearnerTest {
  private static final double WITHIN = 0.02;

  private static List<Lesson> lessons(int times, String answer, String... traits) {
    return Collections.nCopies(times, new Lesson(List.of(traits), answer));
  }

  private static List<Lesson> weather() {
    List<Lesson> lessons = new ArrayList<>(lessons(30, "stay", "rain", "cold"));
    lessons.addAll(lessons(10, "go", "rain"));
    lessons.addAll(lessons(40, "go", "sun", "cold"));
    lessons.addAll(lessons(20, "swim", "sun", "hot"));
    return lessons;
  }

  @Test
  void aTraitSpeaksForTheAnswerItCameWith() {
    Weights weights = Learner.learn(weather(), 0.1, 1);
    assertThat(chance(weights, "swim", "sun", "hot")).isGreaterThan(0.9);
    assertThat(chance(weights, "stay", "rain", "cold")).isGreaterThan(0.9);
    assertThat(chance(weights, "go", "sun", "cold")).isGreaterThan(0.9);
  }

  @Test
  void chancesMakeOneAlsoOfTraitsThatWereNeverMet() {
    Weights weights = Learner.learn(weather(), 0.1, 1);
    for (List<String> known : List.of(List.of("sun", "hot"), List.of("snow"), List.<String>of())) {
      double sum = 0;
      for (String answer : List.of("stay", "go", "swim")) {
        sum += weights.chances(known).of(answer);
      }
      assertThat(sum).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void withoutTraitsAnAnswerIsAsLikelyAsItWasGiven() {
    List<Lesson> lessons = new ArrayList<>(lessons(300, "yes"));
    lessons.addAll(lessons(100, "no"));
    assertThat(chance(Learner.learn(lessons, 1, 1), "yes")).isCloseTo(0.75, within(WITHIN));
  }

  @Test
  void theChancesOfWhatWasLearntAreThoseOfTheLessons() {
    List<Lesson> lessons = new ArrayList<>(lessons(800, "go", "rain"));
    lessons.addAll(lessons(200, "stay", "rain"));
    lessons.addAll(lessons(300, "go", "sun"));
    lessons.addAll(lessons(700, "stay", "sun"));
    Weights weights = Learner.learn(lessons, 0.01, 1);
    assertThat(chance(weights, "go", "rain")).isCloseTo(0.8, within(WITHIN));
    assertThat(chance(weights, "go", "sun")).isCloseTo(0.3, within(WITHIN));
  }

  @Test
  void theOrderOfLessonsDoesNotMatter() {
    long seed = 7;
    List<Lesson> shuffled = new ArrayList<>(weather());
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(WeightsFile.lines(Map.of("out", Learner.learn(shuffled, 1, 1)))).as("seed " + seed)
        .isEqualTo(WeightsFile.lines(Map.of("out", Learner.learn(weather(), 1, 1))));
  }

  @Test
  void aTraitOfTooFewLessonsIsLeftOut() {
    List<Lesson> lessons = new ArrayList<>(weather());
    lessons.addAll(lessons(2, "stay", "hail"));
    assertThat(WeightsFile.lines(Map.of("out", Learner.learn(lessons, 1, 3)))).noneMatch(line -> line.startsWith("hail "));
    assertThat(WeightsFile.lines(Map.of("out", Learner.learn(lessons, 1, 2)))).anyMatch(line -> line.startsWith("hail "));
  }

  @Test
  void aTableIsReadAsItWasWritten() {
    Weights weights = Learner.learn(weather(), 1, 1);
    List<String> lines = WeightsFile.lines(Map.of("out", weights));
    Map<String, Weights> read = WeightsFile.read(lines);
    assertThat(read).containsOnlyKeys("out");
    assertThat(WeightsFile.lines(read)).isEqualTo(lines);
    assertThat(read.values().iterator().next().chances(List.of("sun", "hot"))).isEqualTo(weights.chances(List.of("sun", "hot")));
  }

  @Test
  void nothingCanBeLearntFromNoLessons() {
    assertThatThrownBy(() -> Learner.learn(List.of(), 1, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static double chance(Weights weights, String answer, String... traits) {
    return weights.chances(List.of(traits)).of(answer);
  }
}
