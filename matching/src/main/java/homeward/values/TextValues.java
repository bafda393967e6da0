package homeward.values;

import homeward.names.Names;
import java.util.ArrayList;
import java.util.List;

/** Texts of any kind: by their words and their letters. */
final class TextValues extends Values {
  private static final int SHORT = 5;

  private final Strings texts = new Strings();

  @Override
  int read(String raw) {
    String repaired = Names.repaired(raw);
    return Names.isNothing(repaired) ? 0 : texts.intern(repaired);
  }

  @Override
  public int level(int one, int other) {
    if (one == 0 || other == 0) {
      return 0;
    }
    if (one == other) {
      return 1;
    }
    String first = texts.get(one);
    String second = texts.get(other);
    int shorter = Math.min(first.length(), second.length());
    int changes = shorter < 3 ? Distance.FAR : Distance.between(first, second);
    if (changes == 1 && shorter >= SHORT) {
      return 3;
    }
    int shared = shared(first, second);
    return shared == 2 ? 2 : changes <= 2 && shorter >= SHORT ? 4 : shared == 1 ? 5 : 6;
  }

  /** 2: the same words in another order; 1: at least half of the fewer are shared. */
  private static int shared(String first, String second) {
    List<String> one = List.of(first.split(" ", -1));
    List<String> other = new ArrayList<>(List.of(second.split(" ", -1)));
    int fewer = Math.min(one.size(), other.size());
    int same = 0;
    boolean equalCount = one.size() == other.size();
    for (String word : one) {
      if (other.remove(word)) {
        same++;
      }
    }
    return same == fewer && equalCount ? 2 : same * 2 >= fewer && same > 0 ? 1 : 0;
  }

  @Override
  public int group(int code) {
    return code;
  }

  /** The text without its spaces, and its longest word. */
  @Override
  public long[] forms(int code) {
    if (code == 0) {
      return NO_FORMS;
    }
    String text = texts.get(code);
    String longest = "";
    for (String word : text.split(" ", -1)) {
      longest = word.length() > longest.length() ? word : longest;
    }
    long whole = Hash.of(text.replace(" ", ""));
    return longest.equals(text) || longest.length() < SHORT ? new long[] {whole} : new long[] {whole, Hash.of(longest)};
  }

  @Override
  public String text(int code) {
    return code == 0 ? "" : texts.get(code);
  }

  @Override
  int[] extent() {
    return new int[] {texts.size()};
  }

  @Override
  void forget(int[] extent) {
    super.forget(extent);
    texts.forget(extent[0]);
  }
}
