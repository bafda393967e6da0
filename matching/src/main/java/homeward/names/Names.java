package homeward.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads names: the door of this room. */
public final class Names {
  /** Words that stand beside a name and are none; "son of" and "daughter of" in names of the Caucasus. */
  private static final Set<String> BESIDE =
      Set.of("оглы", "огли", "огло", "кызы", "кизи", "гызы", "ogly", "oglu", "oghlu", "kyzy", "kizi", "jr");
  /** What people write where they know nothing. */
  private static final Set<String> NOTHING = Set.of(
      "невідомо", "невідомий", "невідома", "неизвестно", "неизвестный", "неизвестна", "неизвестная", "unknown", "нет", "немає", "нема",
      "none", "null", "не встановлено", "не установлено", "без", "відсутнє", "отсутствует", "nan", "нд", "tbd");

  private Names() {}

  /**
   * A text as it is compared: repaired, in small letters; empty when nothing in it can be. Apostrophes, hyphens, spaces,
   * stress marks and letters of the other alphabet that look alike are made one.
   */
  public static String repaired(String raw) {
    return Repair.text(raw);
  }

  /**
   * A surname.
   *
   * @param woman whether the bearer is known to be a woman: endings that may be a man's as well are hers then
   */
  public static Name surname(String raw, boolean woman) {
    return read(raw, text -> word(text, GivenNames.UNKNOWN, woman));
  }

  /** A given name. */
  public static Name given(String raw) {
    return read(raw, text -> word(text, GivenNames.table().classOf(text), false));
  }

  /** A patronymic, or the father's given name written in its place. */
  public static Name patronymic(String raw) {
    return read(raw, text -> new Word(text, Language.of(text), GivenNames.stem(text), List.of(), List.of(GivenNames.stem(text)),
        GivenNames.table().fatherOf(text), GivenNames.table().everydayOf(text)));
  }

  /** A place: what kind of place it is does not count, and towns with two names are one. */
  public static Name place(String raw) {
    return Places.read(raw);
  }

  /** Whether a repaired text says that nothing is known. */
  public static boolean isNothing(String repaired) {
    return repaired.isEmpty() || NOTHING.contains(repaired);
  }

  /**
   * The class whose name a word without a class may be with one letter wrong, or -1: for finding candidates, never for
   * saying that two names are one.
   */
  public static int nearestClass(Word word) {
    return GivenNames.table().nearest(word.skeleton());
  }

  /** The class of a repaired word as a given name, whatever field it stands in, or -1. */
  public static int classOf(Word word) {
    return GivenNames.table().classOf(word.text(), word.skeleton());
  }

  private interface Reader {
    Word word(String text);
  }

  private static Name read(String raw, Reader reader) {
    String text = Repair.text(raw);
    if (isNothing(text)) {
      return new Name("", List.of());
    }
    List<Word> words = new ArrayList<>(1);
    int start = 0;
    for (int i = 0; i <= text.length() && words.size() < Name.MOST_WORDS; i++) {
      if (i == text.length() || text.charAt(i) == ' ' || text.charAt(i) == '-') {
        String word = text.substring(start, i);
        start = i + 1;
        if (!word.isEmpty() && !BESIDE.contains(word)) {
          words.add(reader.word(word));
        }
      }
    }
    return new Name(text, words);
  }

  private static List<String> elsewhere(String text, boolean woman) {
    List<String> elsewhere = Spelling.elsewhere(text);
    return elsewhere.isEmpty() ? elsewhere : elsewhere.stream().map(one -> Spelling.ofMan(one, woman)).toList();
  }

  private static Word word(String text, int nameClass, boolean woman) {
    Language language = Language.of(text);
    boolean cyrillic = language.isCyrillic();
    return new Word(text, language,
        cyrillic ? Spelling.ofMan(Spelling.shared(text), woman) : text,
        cyrillic ? elsewhere(text, woman) : List.of(),
        Skeleton.all(text, language), nameClass, GivenNames.table().everydayOf(text));
  }
}
