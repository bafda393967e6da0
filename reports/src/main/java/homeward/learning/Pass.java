package homeward.learning;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One way of a group through a network: forwards, from the traits of its cases to the chances of the answers, and, in
 * learning, back again. The first layer sees each case by itself. The second sees what the first made of the case, and the
 * mean of what it made of the cases that it is tied to, for each kind of tie (Gilmer and others 2017, "Neural Message
 * Passing for Quantum Chemistry", with means for messages). Units that come out below 0 are silent.
 */
final class Pass {
  private final Shape shape;
  private final float[][] numbers;
  private final Optional<Dropping> dropping;
  private final int cases;
  private final int width;
  private final int[][] traits;
  private final int[][][] ties;
  /** For each case what the first layer makes of it, joined with the means of what it makes of the tied. */
  private final float[][] joined;
  /** For each case what both layers make of it. */
  private final float[][] made;

  /**
   * What is left out in learning, so that no answer hangs by one trait or one unit (Srivastava and others 2014, "Dropout").
   *
   * @param draws decide
   * @param share the share of traits, and of units, that are left out
   */
  record Dropping(Draws draws, float share) {
    boolean drops() {
      return draws.share() < share;
    }
  }

  Pass(Shape shape, float[][] numbers, Group group, Optional<Dropping> dropping) {
    this.shape = shape;
    this.numbers = numbers;
    this.dropping = dropping;
    cases = group.size();
    width = shape.width;
    traits = shape.known(group);
    ties = shape.ties(group);
    joined = new float[cases][shape.joined()];
    made = new float[cases][2 * width];
    dropping.ifPresent(drop -> Arrays.setAll(traits, i -> Arrays.stream(traits[i]).filter(trait -> !drop.drops()).toArray()));
    first();
    messages();
    second();
  }

  /** By how much more the rest counts when something is left out. */
  private float rest() {
    return dropping.map(drop -> 1 / (1 - drop.share())).orElse(1f);
  }

  private void first() {
    for (int i = 0; i < cases; i++) {
      float[] sums = numbers[Shape.FIRST_BIAS].clone();
      for (int trait : traits[i]) {
        add(sums, 0, numbers[Shape.FIRST], trait * width, rest());
      }
      speak(sums);
      System.arraycopy(sums, 0, joined[i], 0, width);
      System.arraycopy(sums, 0, made[i], 0, width);
    }
  }

  private void messages() {
    for (int kind = 0; kind < ties.length; kind++) {
      for (int i = 0; i < cases; i++) {
        for (int other : ties[kind][i]) {
          add(joined[i], (kind + 1) * width, made[other], 0, 1f / ties[kind][i].length);
        }
      }
    }
  }

  private void second() {
    for (int i = 0; i < cases; i++) {
      float[] sums = numbers[Shape.SECOND_BIAS].clone();
      for (int at = 0; at < joined[i].length; at++) {
        if (joined[i][at] != 0) {
          add(sums, 0, numbers[Shape.SECOND], at * width, joined[i][at]);
        }
      }
      speak(sums);
      System.arraycopy(sums, 0, made[i], width, width);
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
    float[][] blamed = new float[cases][2 * width];
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

  /** Back through the second layer and the messages: how the loss changes with what the first layer makes of each case. */
  private float[][] backToTheSecond(float[][] blamed, float[][] slopes) {
    float[][] first = new float[cases][width];
    for (int i = 0; i < cases; i++) {
      add(first[i], 0, blamed[i], 0, 1);
      float[] sums = spoken(made[i], width, blamed[i]);
      add(slopes[Shape.SECOND_BIAS], 0, sums, 0, 1);
      for (int at = 0; at < joined[i].length; at++) {
        if (joined[i][at] != 0) {
          add(slopes[Shape.SECOND], at * width, sums, 0, joined[i][at]);
        }
      }
      int[] loud = IntStream.range(0, width).filter(column -> sums[column] != 0).toArray();
      for (int kind = -1; kind < ties.length; kind++) {
        toTheTied(kind < 0 ? new int[] {i} : ties[kind][i], (kind + 1) * width, loud, sums, first);
      }
    }
    return first;
  }

  private void toTheTied(int[] tied, int from, int[] loud, float[] blamed, float[][] first) {
    for (int unit = 0; tied.length > 0 && unit < width; unit++) {
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
      add(slopes[Shape.FIRST_BIAS], 0, sums, 0, 1);
      for (int trait : traits[i]) {
        add(slopes[Shape.FIRST], trait * width, sums, 0, rest());
      }
    }
  }

  /** Of what is blamed on some units what is to be passed on: nothing for those that were silent. */
  private float[] spoken(float[] units, int from, float[] blamed) {
    float[] sums = new float[width];
    for (int i = 0; i < width; i++) {
      sums[i] = units[from + i] > 0 ? blamed[from + i] * rest() : 0;
    }
    return sums;
  }

  /** Adds a row of one layer's width, times something. */
  private void add(float[] to, int toAt, float[] from, int fromAt, float times) {
    for (int i = 0; i < width; i++) {
      to[toAt + i] += from[fromAt + i] * times;
    }
  }
}
