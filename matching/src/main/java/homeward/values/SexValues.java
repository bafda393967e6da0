package homeward.values;

import java.util.Locale;
import java.util.Set;

/** Man (code 1) or woman (code 2), in the words that registers use. */
final class SexValues extends Values {
  static final int WOMAN = 2;
  private static final Set<String> MEN =
      Set.of("m", "male", "man", "ч", "чол", "чоловік", "чоловіча", "чоловічий", "м", "муж", "мужской", "мужчина", "1");
  private static final Set<String> WOMEN =
      Set.of("f", "female", "woman", "ж", "жін", "жінка", "жіноча", "жіночий", "жен", "женский", "женщина", "w", "2");

  @Override
  int read(String raw) {
    String word = raw.length() > 20 ? "" : raw.strip().toLowerCase(Locale.ROOT).replace(".", "");
    return MEN.contains(word) ? 1 : WOMEN.contains(word) ? WOMAN : 0;
  }

  @Override
  public int level(int one, int other) {
    return one == 0 || other == 0 ? 0 : one == other ? 1 : 2;
  }

  @Override
  public int group(int code) {
    return code;
  }

  @Override
  public long[] forms(int code) {
    return NO_FORMS;
  }

  @Override
  public String text(int code) {
    return code == 0 ? "" : code == WOMAN ? "female" : "male";
  }
}
