package homeward.names;

import java.util.List;

/**
 * One word of a name in all the forms it is compared by.
 *
 * @param text repaired, as it was written
 * @param language what its letters tell
 * @param spelling the spelling that Ukrainian and Russian share, of the form a man bears; the text itself when it is not
 *     Cyrillic
 * @param elsewhere further spellings that Russian may have of a Ukrainian word
 * @param skeletons what all scripts share, one for each way to read the letters, the likeliest first; the only one is
 *     empty when the script is not known
 * @param nameClass the class of the given name (in a patronymic of the father's), or -1
 * @param everyday the classes of which it is an everyday form
 */
public record Word(String text, Language language, String spelling, List<String> elsewhere, List<String> skeletons,
    int nameClass, List<Integer> everyday) {

  /** Whether two words share a spelling: in one language to the letter, across the two also by і for е or о. */
  public boolean sharesSpelling(Word other) {
    if (spelling.equals(other.spelling)) {
      return true;
    }
    boolean oneOfEach = language == Language.UKRAINIAN ^ other.language == Language.UKRAINIAN;
    return oneOfEach && (elsewhere.contains(other.spelling) || other.elsewhere.contains(spelling));
  }

  /** Whether two words are one name: by class, by shared spelling, or by skeleton where the alphabets differ. */
  public boolean isSameName(Word other) {
    if ((nameClass >= 0 && nameClass == other.nameClass) || sharesSpelling(other)) {
      return true;
    }
    boolean twoAlphabets = language.isCyrillic() != other.language.isCyrillic();
    return twoAlphabets && soundsLike(other);
  }

  /** The likeliest skeleton. */
  public String skeleton() {
    return skeletons.get(0);
  }

  /** Whether two words share a skeleton in some reading. */
  public boolean soundsLike(Word other) {
    if (skeleton().isEmpty()) {
      return false;
    }
    for (int i = 0; i < skeletons.size(); i++) {
      if (other.skeletons.contains(skeletons.get(i))) {
        return true;
      }
    }
    return false;
  }
}
