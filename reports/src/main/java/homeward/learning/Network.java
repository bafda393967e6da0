package homeward.learning;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Judges the cases of a group beside one another, by their traits, the words around them and what it makes of the cases they are tied to.
 */
public final class Network {
  private final Shape shape;
  private final float[][] numbers;

  Network(Shape shape, float[][] numbers) {
    this.shape = shape;
    this.numbers = numbers;
  }

  /**
   * A network learnt from groups.
   *
   * @param lessons at least one, with answers to the same questions
   * @param seldom traits of fewer cases, and words of fewer places, than this are left out
   * @param seed what is left to chance is drawn from this
   * @param progress told the percentage that is done
   */
  public static Network learnt(List<Group.Taught> lessons, int seldom, long seed, IntConsumer progress) {
    return NetworkLearner.learn(lessons, seldom, seed, progress);
  }

  /** The network of the lines of a file, as {@link #lines} gives them. */
  public static Network read(List<String> lines) {
    return NetworkFile.read(lines);
  }

  /** The network as lines of a file. */
  public List<String> lines() {
    return NetworkFile.lines(this);
  }

  Shape shape() {
    return shape;
  }

  float[][] numbers() {
    return numbers;
  }

  /** What a network thinks of the cases of a group. */
  public static final class Judged {
    private final Map<String, List<Chances>> chances;

    private Judged(Map<String, List<Chances>> chances) {
      this.chances = chances;
    }

    /** How likely each answer to a question is, for each case; the question is one that the network was taught. */
    public List<Chances> of(String question) {
      List<Chances> known = chances.get(question);
      if (known == null) {
        throw new IllegalArgumentException("nobody taught the question " + question);
      }
      return known;
    }
  }

  /**
   * Judges the cases of a group by several networks that were taught the same from different beginnings: what one of them
   * took for granted by chance the others did not.
   *
   * @param networks at least one
   */
  public static Judged judge(List<Network> networks, Group group) {
    List<Judged> all = networks.stream().map(network -> network.judge(group)).toList();
    Map<String, List<Chances>> chances = new TreeMap<>();
    for (String question : all.getFirst().chances.keySet()) {
      chances.put(question, IntStream.range(0, group.size())
          .mapToObj(i -> Chances.together(all.stream().map(judged -> judged.of(question).get(i)).toList())).toList());
    }
    return new Judged(chances);
  }

  /** Judges the cases of a group. */
  Judged judge(Group group) {
    Pass pass = new Pass(shape, numbers, group, Optional.empty(), Optional.empty());
    Map<String, List<Chances>> chances = new TreeMap<>();
    for (int i = 0; i < shape.questions.size(); i++) {
      Shape.Question question = shape.questions.get(i);
      chances.put(question.name(), Arrays.stream(pass.chances(i)).map(shares -> new Chances(question.answers(), shares)).toList());
    }
    return new Judged(chances);
  }
}
