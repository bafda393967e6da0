package homeward.people;

/** The two languages in which the invented registers are kept, and how each writes a surname of the other. */
enum Tongue {
  UKRAINIAN,
  RUSSIAN;

  private static final SpellingRules INTO_RUSSIAN = SpellingRules.of(
      "ський$=ский ська$=ская ець$=ец ій$=ий ьо=ё і=и ї=и є=е ґ=г '=ь");
  private static final SpellingRules INTO_UKRAINIAN = SpellingRules.of(
      "ский$=ський ская$=ська ец$=ець ин$=ін ина$=іна ий$=ій ^и=і кья=к'я мья=м'я пья=п'я ы=и э=е ^ё=йо ъё='йо ё=ьо ъ='");

  Tongue other() {
    return this == UKRAINIAN ? RUSSIAN : UKRAINIAN;
  }

  /** A word of another tongue as this one writes it. */
  String write(String word, Tongue from) {
    if (from == this) {
      return word;
    }
    return (this == RUSSIAN ? INTO_RUSSIAN : INTO_UKRAINIAN).spell(word);
  }
}
