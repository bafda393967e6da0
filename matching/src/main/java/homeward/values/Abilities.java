package homeward.values;

import homeward.names.Word;
import java.util.List;

/**
 * What names are read with; a measurement takes one away to see what it is worth.
 *
 * @param classes whether given names, patronymics and towns have classes
 * @param skeletons whether words have a skeleton that all scripts share
 */
public record Abilities(boolean classes, boolean skeletons) {
  /** Everything. */
  public static final Abilities ALL = new Abilities(true, true);

  Word limit(Word word) {
    if (classes && skeletons) {
      return word;
    }
    return new Word(word.text(), word.language(), word.spelling(), word.elsewhere(),
        skeletons ? word.skeletons() : List.of(""), classes ? word.nameClass() : -1, classes ? word.everyday() : List.of());
  }
}
