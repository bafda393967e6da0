package homeward.language;

import java.util.List;

/** The forms of a regular English word, from the notation of the lexicon: {@code release~}, {@code swap~~}, {@code captive+}. */
final class Forms {
  private Forms() {}

  /** All forms of a phrase; a mark at the phrase's end stays at the end of every form. */
  static List<String> of(String phrase) {
    int doubled = phrase.indexOf("~~");
    int regular = phrase.indexOf('~');
    int plural = phrase.indexOf('+');
    if (doubled > 0) {
      String stem = phrase.substring(0, doubled);
      return verb(stem, stem + stem.charAt(doubled - 1), phrase.substring(doubled + 2));
    }
    if (regular > 0) {
      String stem = phrase.substring(0, regular);
      return verb(stem, stem, phrase.substring(regular + 1));
    }
    if (plural > 0) {
      String rest = phrase.substring(plural + 1);
      String stem = phrase.substring(0, plural);
      return List.of(stem + rest, stem + "s" + rest);
    }
    return List.of(phrase);
  }

  private static List<String> verb(String stem, String before, String rest) {
    String base = before.endsWith("e") ? before.substring(0, before.length() - 1) : before;
    boolean consonantY = before.endsWith("y") && "aeou".indexOf(before.charAt(before.length() - 2)) < 0;
    String past = consonantY ? before.substring(0, before.length() - 1) + "ied" : base + "ed";
    boolean hissing = stem.endsWith("sh") || stem.endsWith("ch") || stem.endsWith("ss");
    return List.of(stem + rest, stem + (hissing ? "es" : "s") + rest, past + rest, base + "ing" + rest);
  }
}
