package homeward.bench;

import homeward.names.Name;
import homeward.names.Names;
import homeward.names.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Ukrainian names beside their Russian ones: how many are told to be one, and how many surnames are told to be one and are not. */
final class DictionaryTrial {
  private final Function<String, Name> reader;
  private final boolean bySound;
  private final List<String> missed = new ArrayList<>();
  private final Map<String, Set<String>> russianOf = new HashMap<>();
  private int same;
  private int all;

  private DictionaryTrial(Function<String, Name> reader, boolean bySound) {
    this.reader = reader;
    this.bySound = bySound;
  }

  /**
   * Reads a dictionary: Ukrainian, Russian, and other Russian forms.
   *
   * @param forms how many columns hold Russian forms
   * @param bySound whether one skeleton is enough
   */
  static DictionaryTrial of(List<List<String>> rows, int forms, boolean bySound, Function<String, Name> reader) {
    DictionaryTrial trial = new DictionaryTrial(reader, bySound);
    rows.forEach(row -> trial.row(row, forms));
    return trial;
  }

  private void row(List<String> row, int forms) {
    Name ukrainian = reader.apply(row.get(0));
    List<Name> russian = row.stream().skip(1).limit(forms).filter(text -> !text.isBlank()).map(reader).toList();
    if (russian.isEmpty() || ukrainian.isEmpty()) {
      return;
    }
    all++;
    if (russian.stream().anyMatch(form -> ukrainian.isSameName(form) || (bySound && sound(ukrainian).equals(sound(form))))) {
      same++;
    } else {
      missed.add(row.get(0) + "/" + row.get(1));
    }
    if (ukrainian.words().size() == 1 && !russian.getFirst().isEmpty()) {
      russianOf.computeIfAbsent(ukrainian.words().getFirst().spelling(), name -> new HashSet<>())
          .add(russian.getFirst().words().getFirst().spelling());
    }
  }

  private static List<String> sound(Name name) {
    return name.words().stream().map(Word::skeleton).toList();
  }

  /** Of names in the dictionary, the share with the class, the spelling or the skeleton of their other form. */
  double share() {
    return same / (double) Math.max(1, all);
  }

  /** Of distinct Ukrainian spellings, the share under which names of several Russian spellings fell. */
  double merged() {
    long several = russianOf.values().stream().filter(forms -> forms.size() > 1).count();
    return several / (double) Math.max(1, russianOf.size());
  }

  int size() {
    return all;
  }

  List<String> missed() {
    return missed;
  }

  static Name surname(String text) {
    return Names.surname(text, false);
  }
}
