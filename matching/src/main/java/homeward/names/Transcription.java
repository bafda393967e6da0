package homeward.names;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How far a Latin word is from a Cyrillic one when it may come from any language: the cheapest way to read the one as the
 * other, group by group (file {@code sounds.txt}). Finer and slower than a skeleton; for the few that are compared closely.
 */
public final class Transcription {
  private static final double ANOTHER_CONSONANT = 1.1;
  private static final double ANOTHER_VOWEL = .55;
  private static final double ONE_MORE = .8;
  private static final int LONGEST = 40;
  private static final String END = "$";
  private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");
  /** The mark over a stressed vowel, as encyclopedias write it. */
  private static final Pattern UNHEARD = Pattern.compile("\u0301");
  private static final double LIKELY = .35;
  private static final String VOWELS = "аеёиоуыэюяйь";
  private static final Map<String, List<Sound>> SOUNDS = sounds();
  private static final int LONGEST_GROUP = SOUNDS.keySet().stream().mapToInt(String::length).max().orElse(1);

  private record Sound(String cyrillic, double cost) {}

  private Transcription() {}

  private static Map<String, List<Sound>> sounds() {
    Map<String, List<Sound>> sounds = new HashMap<>();
    try (InputStream file = Transcription.class.getResourceAsStream("sounds.txt")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().filter(one -> !one.startsWith("#")).toList()) {
        String[] parts = line.split(" ", -1);
        List<Sound> list = sounds.computeIfAbsent(parts[0], latin -> new ArrayList<>());
        for (int i = 1; i < parts.length; i++) {
          String letters = parts[i].replaceAll("[0-9-]", "");
          list.add(new Sound(letters, Integer.parseInt(parts[i].replaceAll("[^0-9]", "")) / 100.0));
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return sounds;
  }

  /** A word as it is most often written in Cyrillic, by the longest groups: rough, for finding what may be near. */
  public static String likeliest(String latin) {
    StringBuilder cyrillic = new StringBuilder(latin.length());
    int at = 0;
    while (at < latin.length()) {
      int length = Math.min(LONGEST_GROUP, latin.length() - at);
      while (length > 1 && !SOUNDS.containsKey(latin.substring(at, at + length))) {
        length--;
      }
      List<Sound> sounds = SOUNDS.getOrDefault(latin.substring(at, at + length), List.of());
      cyrillic.append(sounds.isEmpty() ? "" : sounds.get(0).cyrillic());
      at += length;
    }
    return cyrillic.toString();
  }

  /**
   * Every two letters that stand side by side in some likely Cyrillic form of a Latin word; {@code ^} and {@code $} stand for its edges.
   * What shares few of them with a word cannot be near it.
   */
  public static Set<String> pairs(String word) {
    String latin = shortened(word) + END;
    Set<String> pairs = new HashSet<>();
    List<StringBuilder> before = new ArrayList<>();
    for (int at = 0; at <= latin.length(); at++) {
      before.add(new StringBuilder(at == 0 ? "^" : ""));
    }
    for (int at = 0; at < latin.length(); at++) {
      String letters = before.get(at).toString();
      boolean read = false;
      for (int length = Math.min(LONGEST_GROUP, latin.length() - at); length > 0; length--) {
        for (Sound sound : SOUNDS.getOrDefault(latin.substring(at, at + length), List.of())) {
          if (sound.cost() <= LIKELY) {
            read = true;
            follow(letters, sound.cyrillic(), before.get(at + length), pairs);
          }
        }
      }
      if (!read) {
        follow(letters, "", before.get(at + 1), pairs);
      }
    }
    follow(before.get(latin.length()).toString(), "$", new StringBuilder(), pairs);
    return pairs;
  }

  private static void follow(String letters, String sound, StringBuilder after, Set<String> pairs) {
    String last = sound.isEmpty() ? letters : sound.substring(sound.length() - 1);
    last.chars().filter(letter -> after.indexOf(Character.toString(letter)) < 0).forEach(letter -> after.append((char) letter));
    for (int i = 0; i + 1 < sound.length(); i++) {
      pairs.add(sound.substring(i, i + 2));
    }
    if (!sound.isEmpty()) {
      letters.chars().forEach(letter -> pairs.add((char) letter + sound.substring(0, 1)));
    }
  }

  /** From 0, when the one is how the other is written, upwards; about 1 for each letter that cannot be. */
  public static double cost(String latin, String cyrillic) {
    String from = shortened(latin) + END;
    String to = shortened(UNHEARD.matcher(cyrillic).replaceAll(""));
    double[][] cost = new double[from.length() + 1][to.length() + 1];
    for (double[] row : cost) {
      Arrays.fill(row, Double.MAX_VALUE);
    }
    cost[0][0] = 0;
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        if (cost[i][j] < Double.MAX_VALUE) {
          step(from, i, to, j, cost);
        }
      }
    }
    return cost[from.length()][to.length()];
  }

  private static String shortened(String word) {
    String heard = UNSEEN.matcher(word).replaceAll("");
    return heard.length() > LONGEST ? heard.substring(0, LONGEST) : heard;
  }

  private static void step(String from, int i, String to, int j, double[][] cost) {
    for (int length = Math.min(LONGEST_GROUP, from.length() - i); length > 0; length--) {
      for (Sound sound : SOUNDS.getOrDefault(from.substring(i, i + length), List.of())) {
        if (to.startsWith(sound.cyrillic(), j)) {
          lower(cost, i + length, j + sound.cyrillic().length(), cost[i][j] + sound.cost());
        }
      }
    }
    boolean vowel = j < to.length() && VOWELS.indexOf(to.charAt(j)) >= 0;
    if (j < to.length()) {
      lower(cost, i, j + 1, cost[i][j] + (vowel ? ANOTHER_VOWEL : ONE_MORE));
    }
    if (i < from.length() && !from.startsWith(END, i)) {
      lower(cost, i + 1, j, cost[i][j] + ("aeiouy".indexOf(from.charAt(i)) >= 0 ? ANOTHER_VOWEL : ONE_MORE));
      if (j < to.length()) {
        boolean vowels = vowel && "aeiouy".indexOf(from.charAt(i)) >= 0;
        lower(cost, i + 1, j + 1, cost[i][j] + (vowels ? ANOTHER_VOWEL : ANOTHER_CONSONANT));
      }
    }
  }

  private static void lower(double[][] cost, int i, int j, double value) {
    cost[i][j] = Math.min(cost[i][j], value);
  }
}
