package homeward.learning;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One way of a group through a network: forwards, from the traits of its cases and the words around them to the chances of
 * the answers, and, in learning, back again. The first layer sees the traits of each case by itself, the context the words
 * around it. The second layer sees what both made of the case, and the mean of what they made of the cases that it is tied to, for
 * each kind of tie (Gilmer and others 2017, "Neural Message Passing for Quantum Chemistry", with means for messages). Units
 * that come out below 0 are silent.
 */
final class Pass {
  private final Shape shape;
  private final float[][] numbers;
  private final Optional<Dropping> dropping;
  private final int cases;
  private final int width;
  private final Rows rows;
  private final int seen;
  private final int[][] traits;
  private final int[][][] ties;
  private final Context context;
  /** For each case what is made of its traits and of the words around it, joined with the means of what is made of the tied. */
  private final float[][] joined;
  /** For each case what is made of its traits, of the words around it, and of both and the tied. */
  private final float[][] made;

  /** A way through, with something left out of the traits and units, and of the words and the units of the context. */
  Pass(Shape shape, float[][] numbers, Group group, Optional<Dropping> dropping, Optional<Dropping> ofContext) {
    this.shape = shape;
    this.numbers = numbers;
    this.dropping = dropping;
    cases = group.size();
    width = shape.width;
    rows = new Rows(width);
    seen = shape.seen();
    context = new Context(shape, numbers, group.text(), ofContext);
    traits = shape.known(group);
    ties = shape.ties(group);
    joined = new float[cases][shape.joined()];
    made = new float[cases][shape.made()];
    dropping.ifPresent(drop -> Arrays.setAll(traits, i -> Arrays.stream(traits[i]).filter(trait -> !drop.drops()).toArray()));
    first();
    messages();
    second();
  }

  /** By how much more the rest counts when something is left out. */
  private float rest() {
    return dropping.map(Dropping::rest).orElse(1f);
  }

  private void first() {
    for (int i = 0; i < cases; i++) {
      float[] sums = numbers[Shape.FIRST_BIAS].clone();
      for (int trait : traits[i]) {
        rows.gather(trait * width, rest());
      }
      rows.addTo(sums, numbers[Shape.FIRST]);
      speak(sums);
      System.arraycopy(sums, 0, made[i], 0, width);
      System.arraycopy(context.of(i), 0, made[i], width, shape.narrow);
      System.arraycopy(made[i], 0, joined[i], 0, seen);
    }
  }

  private void messages() {
    for (int kind = 0; kind < ties.length; kind++) {
      for (int i = 0; i < cases; i++) {
        for (int other : ties[kind][i]) {
          add(seen, joined[i], (kind + 1) * seen, made[other], 1f / ties[kind][i].length);
        }
      }
    }
  }

  private void second() {
    for (int i = 0; i < cases; i++) {
      float[] sums = numbers[Shape.SECOND_BIAS].clone();
      for (int at = 0; at < joined[i].length; at++) {
        if (joined[i][at] != 0) {
          rows.gather(at * width, joined[i][at]);
        }
      }
      rows.addTo(sums, numbers[Shape.SECOND]);
      speak(sums);
      System.arraycopy(sums, 0, made[i], seen, width);
    }
  }

  /** Silences the units that are below 0 and, in learning, some more. */
  private void speak(float[] units) {
    for (int i = 0; i < width; i++) {
      boolean silent = units[i] <= 0 || dropping.filter(Dropping::drops).isPresent();
      units[i] = silent ? 0 : units[i] * rest();
    }
  }

  /** For each case the chances of the answers to a question; together they make 1. */
  double[][] chances(int question) {
    int columns = shape.answers(question);
    float[] table = numbers[Shape.at(question)];
    double[][] chances = new double[cases][columns];
    for (int i = 0; i < cases; i++) {
      for (int column = 0; column < columns; column++) {
        chances[i][column] = numbers[Shape.at(question) + 1][column];
        for (int at = 0; at < made[i].length; at++) {
          chances[i][column] += made[i][at] * table[at * columns + column];
        }
      }
      Weights.shares(chances[i]);
    }
    return chances;
  }

  /**
   * Adds to the slopes how the loss changes with each number of the network: minus the sum of the logarithms of the chances
   * of the given answers.
   *
   * @param given for each question and each case the place of the given answer; -1 where the question does not arise
   * @param share by what the loss is multiplied
   */
  void back(int[][] given, float share, float[][] slopes) {
    float[][] blamed = new float[cases][shape.made()];
    for (int question = 0; question < given.length; question++) {
      double[][] chances = chances(question);
      for (int i = 0; i < cases; i++) {
        if (given[question][i] >= 0) {
          chances[i][given[question][i]] -= 1;
          answered(question, i, chances[i], share, slopes, blamed[i]);
        }
      }
    }
    backToTheFirst(backToTheSecond(blamed, slopes), slopes);
  }

  private void answered(int question, int i, double[] off, float share, float[][] slopes, float[] blamed) {
    float[] table = numbers[Shape.at(question)];
    for (int column = 0; column < off.length; column++) {
      float by = (float) off[column] * share;
      slopes[Shape.at(question) + 1][column] += by;
      for (int at = 0; at < blamed.length; at++) {
        slopes[Shape.at(question)][at * off.length + column] += made[i][at] * by;
        blamed[at] += table[at * off.length + column] * by;
      }
    }
  }

  /**
   * Back through the second layer and the messages: how the loss changes with what is made of the traits of each case and the
   * words around it.
   */
  private float[][] backToTheSecond(float[][] blamed, float[][] slopes) {
    float[][] first = new float[cases][seen];
    for (int i = 0; i < cases; i++) {
      add(seen, first[i], 0, blamed[i], 1);
      float[] sums = spoken(made[i], seen, blamed[i]);
      rows.add(slopes[Shape.SECOND_BIAS], 0, sums, 0, 1);
      for (int at = 0; at < joined[i].length; at++) {
        if (joined[i][at] != 0) {
          rows.add(slopes[Shape.SECOND], at * width, sums, 0, joined[i][at]);
        }
      }
      int[] loud = IntStream.range(0, width).filter(column -> sums[column] != 0).toArray();
      for (int kind = -1; kind < ties.length; kind++) {
        toTheTied(kind < 0 ? new int[] {i} : ties[kind][i], (kind + 1) * seen, loud, sums, first);
      }
    }
    return first;
  }

  private void toTheTied(int[] tied, int from, int[] loud, float[] blamed, float[][] first) {
    for (int unit = 0; tied.length > 0 && unit < seen; unit++) {
      float sum = 0;
      for (int column : loud) {
        sum += numbers[Shape.SECOND][(from + unit) * width + column] * blamed[column];
      }
      for (int other : tied) {
        first[other][unit] += sum / tied.length;
      }
    }
  }

  private void backToTheFirst(float[][] blamed, float[][] slopes) {
    for (int i = 0; i < cases; i++) {
      float[] sums = spoken(made[i], 0, blamed[i]);
      rows.add(slopes[Shape.FIRST_BIAS], 0, sums, 0, 1);
      for (int trait : traits[i]) {
        rows.add(slopes[Shape.FIRST], trait * width, sums, 0, rest());
      }
    }
    context.back(Arrays.stream(blamed).map(all -> Arrays.copyOfRange(all, width, seen)).toArray(float[][]::new), slopes);
  }

  /** Of what is blamed on some units what is to be passed on: nothing for those that were silent. */
  private float[] spoken(float[] units, int from, float[] blamed) {
    float[] sums = new float[width];
    for (int i = 0; i < width; i++) {
      sums[i] = units[from + i] > 0 ? blamed[from + i] * rest() : 0;
    }
    return sums;
  }

  /** Adds the first numbers of a row, times something. */
  private static void add(int count, float[] to, int toAt, float[] from, float times) {
    for (int i = 0; i < count; i++) {
      to[toAt + i] += from[i] * times;
    }
  }
}
