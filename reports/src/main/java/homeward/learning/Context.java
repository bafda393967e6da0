package homeward.learning;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a network makes of the words around the places of a text: three layers, of which each sees of every word and of
 * words at its sides, nearer ones and farther ones, what the layer below made of them, and adds to it (dilated convolutions:
 * Yu and Koltun 2016, "Multi-Scale Context Aggregation by Dilated Convolutions"; what is added to: He and others 2016, "Deep
 * Residual Learning"). Only what the places can see is worked out.
 */
final class Context {
  /** How far apart the words are that a layer sees of the one below. */
  private static final int[] SPREAD = {1, 2, 4};
  /** How many words to each side a layer sees. */
  private static final int REACH = 2;
  static final int LAYERS = SPREAD.length;
  /** How many words a layer sees. */
  static final int SEEN = 2 * REACH + 1;

  private final float[][] numbers;
  private final int width;
  private final int[][] words;
  private final int[] places;
  private final Rows rows;
  private final Optional<Dropping> dropping;
  /** For each layer, below all of them the words, what is made of each word that is seen; null for those that are not. */
  private final float[][][] made;
  /** What each layer adds. */
  private final float[][][] added;

  Context(Shape shape, float[][] numbers, Group.Text text, Optional<Dropping> dropping) {
    this.numbers = numbers;
    this.dropping = dropping;
    width = shape.narrow;
    rows = new Rows(width);
    words = shape.words(text);
    places = text.places().stream().mapToInt(Integer::intValue).toArray();
    made = new float[LAYERS + 1][words.length][];
    added = new float[LAYERS + 1][words.length][];
    see();
    for (int word = 0; word < words.length; word++) {
      if (made[0][word] != null) {
        hear(word);
      }
    }
    for (int layer = 1; layer <= LAYERS; layer++) {
      for (int word = 0; word < words.length; word++) {
        if (made[layer][word] != null) {
          make(layer, word);
        }
      }
    }
  }

  /** Marks what the places can see. */
  private void see() {
    for (int place : places) {
      made[LAYERS][place] = new float[width];
    }
    for (int layer = LAYERS; layer > 0; layer--) {
      for (int word = 0; word < words.length; word++) {
        for (int step = -REACH; made[layer][word] != null && step <= REACH; step++) {
          int seen = word + step * SPREAD[layer - 1];
          if (seen >= 0 && seen < words.length && made[layer - 1][seen] == null) {
            made[layer - 1][seen] = new float[width];
          }
        }
      }
    }
  }

  private void hear(int word) {
    dropping.ifPresent(drop -> words[word] = Arrays.stream(words[word]).filter(name -> !drop.drops()).toArray());
    for (int name : words[word]) {
      rows.add(made[0][word], 0, numbers[Shape.WORDS], name * width, rest());
    }
  }

  private float rest() {
    return dropping.map(Dropping::rest).orElse(1f);
  }

  private void make(int layer, int word) {
    float[] sums = numbers[Shape.bias(layer)].clone();
    for (int step = -REACH; step <= REACH; step++) {
      gather(below(layer, word, step), step);
    }
    rows.addTo(sums, numbers[Shape.layer(layer)]);
    for (int i = 0; i < width; i++) {
      boolean silent = sums[i] <= 0 || dropping.filter(Dropping::drops).isPresent();
      sums[i] = silent ? 0 : sums[i] * rest();
    }
    added[layer][word] = sums;
    System.arraycopy(made[layer - 1][word], 0, made[layer][word], 0, width);
    rows.add(made[layer][word], 0, sums, 0, 1);
  }

  private void gather(float[] units, int step) {
    for (int unit = 0; unit < units.length; unit++) {
      if (units[unit] != 0) {
        rows.gather(row(step, unit), units[unit]);
      }
    }
  }

  /** What the layer below made of a word beside; nothing beyond the ends of the text. */
  private float[] below(int layer, int word, int step) {
    int seen = word + step * SPREAD[layer - 1];
    return seen < 0 || seen >= words.length ? new float[0] : made[layer - 1][seen];
  }

  private int row(int step, int unit) {
    return ((step + REACH) * width + unit) * width;
  }

  /** What is made of the words around a case; nothing where the group has no text. */
  float[] of(int place) {
    return places.length == 0 ? new float[width] : made[LAYERS][places[place]];
  }

  /**
   * Adds to the slopes how the loss changes with each number.
   *
   * @param blamed for each case how the loss changes with what was made of the words around it
   */
  void back(float[][] blamed, float[][] slopes) {
    float[][] above = new float[words.length][];
    IntStream.range(0, places.length).forEach(i -> {
      above[places[i]] = above[places[i]] == null ? new float[width] : above[places[i]];
      rows.add(above[places[i]], 0, blamed[i], 0, 1);
    });
    float[][] blame = above;
    for (int layer = LAYERS; layer > 0; layer--) {
      blame = backThrough(layer, blame, slopes);
    }
    for (int word = 0; word < words.length; word++) {
      for (int name : blame[word] == null ? new int[0] : words[word]) {
        rows.add(slopes[Shape.WORDS], name * width, blame[word], 0, rest());
      }
    }
  }

  private float[][] backThrough(int layer, float[][] above, float[][] slopes) {
    float[] turned = turned(numbers[Shape.layer(layer)]);
    float[][] blame = new float[words.length][];
    for (int word = 0; word < words.length; word++) {
      if (above[word] == null) {
        continue;
      }
      float[] sums = new float[width];
      for (int i = 0; i < width; i++) {
        sums[i] = added[layer][word][i] > 0 ? above[word][i] * rest() : 0;
      }
      rows.add(slopes[Shape.bias(layer)], 0, sums, 0, 1);
      for (int step = -REACH; step <= REACH; step++) {
        float[] below = below(layer, word, step);
        if (below.length > 0) {
          int seen = word + step * SPREAD[layer - 1];
          blame[seen] = blame[seen] == null ? new float[width] : blame[seen];
          toTheSeen(layer, step, below, sums, slopes);
          gather(sums, step);
          rows.addTo(blame[seen], turned);
        }
      }
      rows.add(blame[word], 0, above[word], 0, 1);
    }
    return blame;
  }

  private void toTheSeen(int layer, int step, float[] below, float[] sums, float[][] slopes) {
    for (int unit = 0; unit < width; unit++) {
      if (below[unit] != 0) {
        rows.add(slopes[Shape.layer(layer)], row(step, unit), sums, 0, below[unit]);
      }
    }
  }

  /** The numbers of a layer with inputs and outputs in each other's place. */
  private float[] turned(float[] layer) {
    float[] turned = new float[layer.length];
    for (int step = -REACH; step <= REACH; step++) {
      for (int unit = 0; unit < width; unit++) {
        for (int column = 0; column < width; column++) {
          turned[row(step, column) + unit] = layer[row(step, unit) + column];
        }
      }
    }
    return turned;
  }
}
