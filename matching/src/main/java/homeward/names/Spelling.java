package homeward.names;

import java.util.ArrayList;
import java.util.List;

/**
 * The spelling that Ukrainian and Russian share: a word of either language in one set of letters, such that what the
 * one writes for the other's word comes out the same and words that differ in both languages stay apart. It goes by the
 * practice by which surnames are carried over: и for и and ы, і and ї for и, є for е, ськ for ск, apostrophe for a sign.
 */
final class Spelling {
  private Spelling() {}

  /**
   * The spellings under which Russian may have a Ukrainian word whose і stands for an old е or о (Білий, Белый; Підгорний,
   * Подгорный), beside the one that keeps it; none for a word without і. They join a Ukrainian word to a Russian one only:
   * two Ukrainian words that share no first spelling are two.
   */
  static List<String> elsewhere(String word) {
    if (word.indexOf('і') < 0 && word.indexOf('ї') < 0) {
      return List.of();
    }
    String suffix = word.replace("івськ", "овськ").replace("ївськ", "євськ");
    List<String> elsewhere = new ArrayList<>(3);
    for (String other : new String[] {suffix, suffix.replace('і', 'е'), suffix.replace('і', 'о')}) {
      String shared = other.equals(word) ? "" : shared(other);
      if (!shared.isEmpty() && !elsewhere.contains(shared)) {
        elsewhere.add(shared);
      }
    }
    return List.copyOf(elsewhere);
  }

  /** The shared spelling of one repaired Cyrillic word. */
  static String shared(String word) {
    StringBuilder letters = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      letter(word, i, letters);
    }
    return endings(letters.toString());
  }

  private static void letter(String word, int at, StringBuilder to) {
    char c = word.charAt(at);
    char next = at + 1 < word.length() ? word.charAt(at + 1) : ' ';
    switch (c) {
      case 'і', 'ы' -> to.append('и');
      case 'ї' -> to.append(at > 0 && !Letters.isCyrillicVowel(word.charAt(at - 1)) ? sign(to) : "").append('и');
      case 'є', 'э', 'ё' -> to.append('е');
      case 'ґ' -> to.append('г');
      case 'о' -> to.append(at > 0 && "йьжчшщ".indexOf(word.charAt(at - 1)) >= 0 ? 'е' : 'о');
      case 'й' -> to.append(next != 'о' ? "й" : at > 0 && !Letters.isCyrillicVowel(word.charAt(at - 1)) ? "ь" : "");
      case 'ь' -> to.append(next == 'о' || isLost(word, at, next) ? "" : "ь");
      case '\'', 'ъ' -> to.append("ь");
      case '-' -> {}
      default -> {
        boolean twice = !to.isEmpty() && to.charAt(to.length() - 1) == c && !Letters.isCyrillicVowel(c);
        if (!twice) {
          to.append(c);
        }
      }
    }
  }

  /** Nothing is written twice: an apostrophe before ї is there already. */
  private static String sign(StringBuilder to) {
    return to.length() > 0 && to.charAt(to.length() - 1) == 'ь' ? "" : "ь";
  }

  /** The soft sign that Ukrainian has in -ськ-, -цьк-, -зьк- and before -ц and Russian has not. */
  private static boolean isLost(String word, int at, char next) {
    char before = at > 0 ? word.charAt(at - 1) : ' ';
    return (next == 'к' && "сцз".indexOf(before) >= 0)
        || before == 'ц'
        || (next == ' ' && "ршщчж".indexOf(before) >= 0);
  }

  private static String endings(String word) {
    String same = word;
    if (same.endsWith("ьий") || same.endsWith("ией")) {
      same = same.substring(0, same.length() - 3) + "ий";
    }
    if (same.endsWith("ой") && same.length() > 4) {
      same = same.substring(0, same.length() - 2) + "ий";
    }
    return same;
  }

  /**
   * The form that a man of the family bears, of a shared spelling: -ова, -ева and -ская always, other endings only
   * when the bearer is known to be a woman.
   */
  static String ofMan(String shared, boolean woman) {
    int length = shared.length();
    if (length < 5) {
      return shared;
    }
    if (shared.endsWith("ая") && length > 5) {
      return ofMan(shared.substring(0, length - 1), woman);
    }
    if (shared.endsWith("ска") || shared.endsWith("цка") || shared.endsWith("зка")) {
      return shared.substring(0, length - 1) + "ий";
    }
    if (shared.endsWith("ова") || shared.endsWith("ева") || (shared.endsWith("ина") && woman)) {
      return shared.substring(0, length - 1);
    }
    return woman && shared.endsWith("на") ? shared.substring(0, length - 1) + "ий" : shared;
  }
}
