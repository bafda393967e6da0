package homeward.names;

/** The language a word is written in, as far as its letters tell; told word by word, since registers mix them. */
public enum Language {
  /** Has і, ї, є, ґ or an apostrophe among Cyrillic letters. */
  UKRAINIAN,
  /** Has ы, э, ъ or ё. */
  RUSSIAN,
  /** Cyrillic letters that both languages have. */
  CYRILLIC,
  /** Latin letters; which table they came by is not known. */
  LATIN,
  /** Digits, another script, or nothing. */
  OTHER;

  /** The language of a repaired text. */
  public static Language of(String repaired) {
    Language found = OTHER;
    for (int i = 0; i < repaired.length(); i++) {
      char c = repaired.charAt(i);
      if (c == 'і' || c == 'ї' || c == 'є' || c == 'ґ') {
        return UKRAINIAN;
      }
      if (c == 'ы' || c == 'э' || c == 'ъ' || c == 'ё') {
        return RUSSIAN;
      }
      if (Letters.isCyrillic(c)) {
        found = CYRILLIC;
      } else if (found == OTHER && Letters.isLatin(c)) {
        found = LATIN;
      }
    }
    boolean apostrophe = found == CYRILLIC && repaired.indexOf('\'') > 0;
    return apostrophe ? UKRAINIAN : found;
  }

  /** Whether it is written in Cyrillic letters. */
  public boolean isCyrillic() {
    return this == UKRAINIAN || this == RUSSIAN || this == CYRILLIC;
  }
}
