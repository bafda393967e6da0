package homeward.learning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Finds where a smooth convex function is least: L-BFGS with the last ten steps remembered (Liu and Nocedal 1989, "On the
 * limited memory BFGS method", algorithm 2.1) and steps halved until they go down far enough (Armijo).
 */
final class Descent {
  private static final int REMEMBERED = 10;
  private static final int HALVINGS = 30;
  private static final double ENOUGH = 1e-4;
  private static final double FLAT = 1e-6;

  private final Function function;

  /** A function of many numbers: gives its value and puts its slopes into the second array. */
  @FunctionalInterface
  interface Function {
    double at(double[] point, double[] slopes);
  }

  /** One step: how the point moved, how the slopes changed. */
  private static final class Step {
    private final double[] moved;
    private final double[] bent;
    private final double product;

    Step(double[] moved, double[] bent, double product) {
      this.moved = moved;
      this.bent = bent;
      this.product = product;
    }
  }

  Descent(Function function) {
    this.function = function;
  }

  /** Goes down from a point, at most so many rounds, and gives the lowest point come to. */
  double[] from(double[] start, int rounds) {
    double[] point = start.clone();
    double[] slopes = new double[point.length];
    double value = function.at(point, slopes);
    Deque<Step> steps = new ArrayDeque<>();
    for (int round = 0; round < rounds; round++) {
      double[] direction = direction(slopes, steps);
      double slope = dot(direction, slopes);
      double[] next = new double[point.length];
      double[] nextSlopes = new double[point.length];
      double length = steps.isEmpty() ? 1 / Math.max(1, Math.sqrt(dot(slopes, slopes))) : 1;
      double lower = Double.POSITIVE_INFINITY;
      for (int halved = 0; halved < HALVINGS && !(lower <= value + ENOUGH * length * slope); halved++) {
        length = halved == 0 ? length : length / 2;
        for (int i = 0; i < next.length; i++) {
          next[i] = point[i] + length * direction[i];
        }
        lower = function.at(next, nextSlopes);
      }
      if (!(lower < value)) {
        return point;
      }
      remember(steps, difference(next, point), difference(nextSlopes, slopes));
      boolean flat = value - lower < FLAT * Math.abs(value);
      point = next;
      slopes = nextSlopes;
      value = lower;
      if (flat) {
        return point;
      }
    }
    return point;
  }

  private static void remember(Deque<Step> steps, double[] moved, double[] bent) {
    double product = dot(moved, bent);
    if (product > 0) {
      steps.addLast(new Step(moved, bent, product));
    }
    if (steps.size() > REMEMBERED) {
      steps.removeFirst();
    }
  }

  private static double[] direction(double[] slopes, Deque<Step> steps) {
    double[] direction = slopes.clone();
    List<Step> past = new ArrayList<>(steps).reversed();
    double[] shares = new double[past.size()];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = dot(past.get(i).moved, direction) / past.get(i).product;
      add(direction, past.get(i).bent, -shares[i]);
    }
    if (!past.isEmpty()) {
      double scale = past.getFirst().product / dot(past.getFirst().bent, past.getFirst().bent);
      for (int i = 0; i < direction.length; i++) {
        direction[i] *= scale;
      }
    }
    for (int i = shares.length - 1; i >= 0; i--) {
      add(direction, past.get(i).moved, shares[i] - dot(past.get(i).bent, direction) / past.get(i).product);
    }
    for (int i = 0; i < direction.length; i++) {
      direction[i] = -direction[i];
    }
    return direction;
  }

  private static void add(double[] to, double[] what, double times) {
    for (int i = 0; i < to.length; i++) {
      to[i] += times * what[i];
    }
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private static double[] difference(double[] one, double[] other) {
    double[] difference = new double[one.length];
    for (int i = 0; i < one.length; i++) {
      difference[i] = one[i] - other[i];
    }
    return difference;
  }
}
