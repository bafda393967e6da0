package homeward.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NetworkTest {
  private static final long SEED = 11;
  private static final String MOOD = "mood";
  private static final String HAT = "hat";

  /** Two people at a table: the mood of each is the weather of the other's day, his hat that of his own. */
  private static Group.Taught table(String one, String other) {
    Group group = new Group(List.of(List.of(one), List.of(other)), Map.of("opposite", List.of(List.of(1), List.of(0))));
    return new Group.Taught(group, Map.of(MOOD, List.of(other + "y", one + "y"), HAT, List.of(one, other)));
  }

  private static List<Group.Taught> tables(int times) {
    List<Group.Taught> tables = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      tables.addAll(List.of(table("sun", "rain"), table("rain", "sun"), table("sun", "sun"), table("rain", "rain")));
    }
    return tables;
  }

  private static Network learnt(List<Group.Taught> lessons) {
    return NetworkLearner.learn(lessons, 1, SEED, percent -> { });
  }

  @Test
  void anAnswerIsLearntThatHangsByTheTiedCaseAlone() {
    Network network = learnt(tables(100));
    for (Group.Taught table : tables(1)) {
      Network.Judged judged = network.judge(table.group());
      for (int i = 0; i < 2; i++) {
        assertThat(judged.of(MOOD).get(i).best()).as("seed " + SEED).isEqualTo(table.given(MOOD).get(i));
        assertThat(judged.of(HAT).get(i).best()).as("seed " + SEED).isEqualTo(table.given(HAT).get(i));
        assertThat(judged.of(MOOD).get(i).of("suny") + judged.of(MOOD).get(i).of("rainy")).isCloseTo(1, within(1e-9));
      }
    }
  }

  @Test
  void whereAQuestionDoesNotAriseNothingIsLearntOfIt() {
    List<Group.Taught> lessons = new ArrayList<>(tables(100));
    for (int i = 0; i < 400; i++) {
      Group alone = new Group(List.of(List.of("sun")), Map.of());
      lessons.add(new Group.Taught(alone, Map.of(MOOD, List.of(""), HAT, List.of("rain"))));
    }
    Network network = learnt(lessons);
    assertThat(network.judge(table("rain", "sun").group()).of(MOOD).getFirst().best()).as("seed " + SEED).isEqualTo("suny");
    assertThat(network.judge(new Group(List.of(List.of("sun")), Map.of())).of(HAT).getFirst().best()).as("seed " + SEED).isEqualTo("rain");
  }

  @Test
  void theSameLessonsGiveTheSameNetworkToTheDigit() {
    assertThat(NetworkFile.lines(learnt(tables(20)))).isEqualTo(NetworkFile.lines(learnt(tables(20))));
  }

  @Test
  void aNetworkIsReadAsItWasWritten() {
    List<String> lines = NetworkFile.lines(learnt(tables(100)));
    Network read = NetworkFile.read(lines);
    assertThat(NetworkFile.lines(read)).isEqualTo(lines);
    assertThat(read.judge(table("sun", "rain").group()).of(MOOD).getFirst().best()).isEqualTo("rainy");
  }

  @Test
  void severalNetworksAnswerAsOneByTheMeanOfTheirChances() {
    Group group = table("sun", "rain").group();
    Network one = learnt(tables(2));
    Network other = NetworkLearner.learn(tables(1), 1, SEED + 1, percent -> { });
    double mean = Math.sqrt(of(one, group, "rainy") * of(other, group, "rainy"));
    double against = Math.sqrt(of(one, group, "suny") * of(other, group, "suny"));
    assertThat(Network.judge(List.of(one, other), group).of(MOOD).getFirst().of("rainy")).as("seed " + SEED)
        .isCloseTo(mean / (mean + against), within(1e-6));
  }

  private static double of(Network network, Group group, String answer) {
    return network.judge(group).of(MOOD).getFirst().of(answer);
  }

  /** A case of which nothing is known but the word that stands so far behind it. */
  private static Group.Taught told(String word, int behind) {
    List<List<String>> words = new ArrayList<>(Collections.nCopies(40, List.of("the")));
    words.set(20 + behind, List.of(word));
    return new Group.Taught(new Group(List.of(List.of("somebody")), Map.of(), new Group.Text(words, List.of(20))), Map.of(HAT, List.of(word)));
  }

  @Test
  void anAnswerIsLearntThatHangsByAWordFarFromThePlace() {
    List<Group.Taught> lessons = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      lessons.addAll(List.of(told("straw", i % 12 - 14), told("felt", i % 13 - 14)));
    }
    Network network = learnt(lessons);
    for (int behind : List.of(-13, -6, -3)) {
      assertThat(network.judge(told("straw", behind).group()).of(HAT).getFirst().best()).as("seed " + SEED).isEqualTo("straw");
      assertThat(network.judge(told("felt", behind).group()).of(HAT).getFirst().best()).as("seed " + SEED).isEqualTo("felt");
    }
  }

  @Test
  void wordsBeyondSightSayNothing() {
    Network network = learnt(List.of(told("straw", 3), told("felt", 3), told("straw", 15), told("felt", 15)));
    assertThat(network.judge(told("straw", 15).group()).of(HAT)).isEqualTo(network.judge(told("felt", 15).group()).of(HAT));
    assertThat(network.judge(told("straw", 14).group()).of(HAT)).isNotEqualTo(network.judge(told("felt", 14).group()).of(HAT));
  }

  @Test
  void everyCaseStandsInTheTextOrNoneDoes() {
    assertThatThrownBy(() -> new Group(List.of(List.of("sun"), List.of("rain")), Map.of(), new Group.Text(List.of(List.of("a")), List.of(0))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatWasNeverMetSaysNothing() {
    Network network = learnt(tables(20));
    Group strange = new Group(List.of(List.of("sun", "snow"), List.of("rain")), Map.of("behind", List.of(List.of(1), List.of(0))));
    Group known = new Group(List.of(List.of("sun"), List.of("rain")), Map.of());
    assertThat(network.judge(strange).of(MOOD)).isEqualTo(network.judge(known).of(MOOD));
    assertThat(network.judge(known).of(HAT).getFirst().of("hail")).isZero();
    assertThatThrownBy(() -> network.judge(known).of("shoe")).isInstanceOf(IllegalArgumentException.class);
  }

  /** The slopes are those of the loss: a number moved a little changes it by so much. */
  @Test
  void theSlopesAreThoseOfTheLoss() {
    Draws draws = new Draws(SEED);
    Shape shape = new Shape(List.of("rain", "sun"), List.of("a", "b", "c"), List.of("opposite"),
        List.of(new Shape.Question(HAT, List.of("rain", "sun")), new Shape.Question(MOOD, List.of("rainy", "suny"))), 6);
    float[][] numbers = shape.begun(draws);
    for (float[] part : numbers) {
      for (int i = 0; i < part.length; i++) {
        part[i] += (float) draws.normal() / 2;
      }
    }
    Group.Taught spoken = table("sun", "rain");
    List<List<String>> words = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      words.add(i % 5 == 0 ? List.of("a", "b") : List.of(List.of("a", "b", "c").get(i % 3)));
    }
    Group.Taught table = new Group.Taught(new Group(
        spoken.group().traits(), spoken.group().ties(), new Group.Text(words, List.of(0, 17))), spoken.answers());
    float[][] slopes = shape.blank();
    way(shape, numbers, table).back(shape.given(table), 1, slopes);
    float little = 1e-3f;
    for (int part = 0; part < numbers.length; part++) {
      for (int i = 0; i < numbers[part].length; i++) {
        float here = numbers[part][i];
        numbers[part][i] = here + little;
        double more = loss(shape, numbers, table);
        numbers[part][i] = here - little;
        double less = loss(shape, numbers, table);
        numbers[part][i] = here;
        assertThat((double) slopes[part][i]).as("seed " + SEED + ", part " + part + ", number " + i)
            .isCloseTo((more - less) / (2 * little), within(5e-3));
      }
    }
  }

  private static Pass way(Shape shape, float[][] numbers, Group.Taught lesson) {
    return new Pass(shape, numbers, lesson.group(), Optional.empty(), Optional.empty());
  }

  private static double loss(Shape shape, float[][] numbers, Group.Taught lesson) {
    Pass pass = way(shape, numbers, lesson);
    int[][] given = shape.given(lesson);
    double loss = 0;
    for (int question = 0; question < given.length; question++) {
      double[][] chances = pass.chances(question);
      for (int i = 0; i < chances.length; i++) {
        loss -= Math.log(chances[i][given[question][i]]);
      }
    }
    return loss;
  }

  @Test
  void theDrawsAreThoseOfTheStandardGenerator() {
    Random random = new Random(SEED);
    Draws draws = new Draws(SEED);
    for (int i = 0; i < 1000; i++) {
      assertThat(draws.share()).isEqualTo(random.nextFloat());
      assertThat(draws.normal()).isEqualTo(random.nextGaussian());
      List<Integer> ours = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7));
      List<Integer> standard = new ArrayList<>(ours);
      draws.shuffle(ours);
      Collections.shuffle(standard, random);
      assertThat(ours).isEqualTo(standard);
    }
  }

  @Test
  void nothingCanBeLearntFromNoGroups() {
    assertThatThrownBy(() -> learnt(List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}
