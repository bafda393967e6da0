package homeward.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A person's whole name in one text, in any order of its words: for lists that have no columns. Two are likened word by
 * word; what the shorter has and the longer has not counts against them most.
 */
public final class FullName {
  /** From this likeness on two full names are taken for one; fixed by one half of a public test set. */
  public static final double SAME = .76;

  private static final Set<String> TITLES = Set.of("dr", "mr", "mrs", "ms", "prof", "sir", "lord", "lady", "shaikh", "sheikh", "shaykh", "haji", "hajji",
      "mullah", "maulavi", "gen", "col", "president", "jr", "sr", "phd", "the", "qari");
  private static final Set<String> LINKS = Set.of("al", "el", "bin", "ben", "ibn", "bint", "abu", "de", "da", "del", "van", "von", "der", "la", "le", "di", "y");
  private static final double UNLIKE = .62;

  private final List<Word> words;

  private FullName(List<Word> words) {
    this.words = words;
  }

  /** Reads a full name. */
  public static FullName of(String raw) {
    List<Word> words = new ArrayList<>();
    for (Word word : Names.given(raw.replace('.', ' ')).words()) {
      if (!TITLES.contains(word.text()) && words.stream().noneMatch(one -> one.text().equals(word.text()))) {
        words.add(word);
      }
    }
    return new FullName(words);
  }

  /** From 0 to 1. */
  public double likeness(FullName other) {
    List<Word> shorter = words.size() <= other.words.size() ? words : other.words;
    List<Word> longer = words.size() <= other.words.size() ? other.words : words;
    if (shorter.isEmpty()) {
      return 0;
    }
    double[] best = best(shorter, longer);
    double sum = 0;
    double weights = 0;
    double least = 1;
    for (int at = 0; at < shorter.size(); at++) {
      double weight = LINKS.contains(shorter.get(at).text()) ? .3 : Math.sqrt(Math.min(9, shorter.get(at).text().length()));
      sum += weight * best[at];
      weights += weight;
      least = weight < .5 ? least : Math.min(least, best[at]);
    }
    double joined = joined(shorter, longer);
    long missing = longer.stream().filter(word -> !LINKS.contains(word.text())).count() - shorter.stream().filter(word -> !LINKS.contains(word.text())).count();
    double penalty = shorter.size() == 1 && longer.size() > 1 ? .3 : .035 * Math.max(0, missing);
    return Math.max(joined, Math.max(0, .5 * sum / weights + .5 * least - penalty));
  }

  /** Words that were run together or parted are one text without their spaces. */
  private static double joined(List<Word> one, List<Word> other) {
    String first = String.join("", one.stream().map(Word::text).sorted().toList());
    String second = String.join("", other.stream().map(Word::text).sorted().toList());
    String inOrder = String.join("", one.stream().map(Word::text).toList());
    String otherInOrder = String.join("", other.stream().map(Word::text).toList());
    return first.equals(second) || inOrder.equals(otherInOrder) ? .97 : 0;
  }

  /** The likeness of each word of the shorter to its partner, partners given to the likeliest first. */
  private static double[] best(List<Word> shorter, List<Word> longer) {
    double[][] table = new double[shorter.size()][longer.size()];
    for (int row = 0; row < shorter.size(); row++) {
      for (int column = 0; column < longer.size(); column++) {
        table[row][column] = likeness(shorter.get(row), longer.get(column));
      }
    }
    double[] best = new double[shorter.size()];
    boolean[] taken = new boolean[longer.size()];
    boolean[] placed = new boolean[shorter.size()];
    for (int round = 0; round < shorter.size(); round++) {
      int bestRow = -1;
      int bestColumn = -1;
      for (int row = 0; row < shorter.size(); row++) {
        for (int column = 0; column < longer.size(); column++) {
          boolean free = !placed[row] && !taken[column];
          if (free && (bestRow < 0 || table[row][column] > table[bestRow][bestColumn])) {
            bestRow = row;
            bestColumn = column;
          }
        }
      }
      placed[bestRow] = true;
      taken[bestColumn] = true;
      best[bestRow] = table[bestRow][bestColumn];
    }
    return best;
  }

  private static double likeness(Word one, Word other) {
    if (one.text().equals(other.text())) {
      return 1;
    }
    if (one.isSameName(other)) {
      return .96;
    }
    if (one.text().length() == 1 || other.text().length() == 1) {
      return one.text().charAt(0) == other.text().charAt(0) ? .85 : 0;
    }
    boolean everyday = one.everyday().contains(other.nameClass()) || other.everyday().contains(one.nameClass());
    double close = letters(one, other);
    double likely = Math.max(everyday ? .85 : 0, one.soundsLike(other) ? Math.max(.84, close) : close);
    return likely < UNLIKE ? likely / 2 : likely;
  }

  private static double letters(Word one, Word other) {
    boolean cyrillic = one.language().isCyrillic();
    int longer = Math.max(one.text().length(), other.text().length());
    if (cyrillic != other.language().isCyrillic() && (one.language() == Language.LATIN || other.language() == Language.LATIN)) {
      double cost = cyrillic ? Transcription.cost(other.text(), one.text()) : Transcription.cost(one.text(), other.text());
      return Math.max(0, 1 - 1.2 * cost / longer);
    }
    double changes = changes(one.text(), other.text());
    return Math.max(0, 1 - 1.15 * changes / longer);
  }

  /** Changes of letters, those of vowels half. */
  private static double changes(String one, String other) {
    double[] before = new double[other.length() + 1];
    double[] last = new double[other.length() + 1];
    for (int column = 1; column < last.length; column++) {
      last[column] = last[column - 1] + price(other.charAt(column - 1));
    }
    for (int row = 1; row <= one.length(); row++) {
      double[] now = new double[last.length];
      now[0] = last[0] + price(one.charAt(row - 1));
      for (int column = 1; column < now.length; column++) {
        char a = one.charAt(row - 1);
        char b = other.charAt(column - 1);
        double swap = a == b ? 0 : Math.max(price(a), price(b));
        now[column] = Math.min(last[column - 1] + swap, Math.min(last[column] + price(a), now[column - 1] + price(b)));
        boolean exchanged = row > 1 && column > 1 && a == other.charAt(column - 2) && one.charAt(row - 2) == b;
        now[column] = exchanged ? Math.min(now[column], before[column - 2] + 1) : now[column];
      }
      before = last;
      last = now;
    }
    return last[last.length - 1];
  }

  private static double price(char letter) {
    return "aeiouyаеиоуыэюя".indexOf(letter) >= 0 ? .7 : 1;
  }
}
