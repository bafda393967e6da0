package homeward.verify;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the command line asks for. Three options need no library, and a side has that much less to read. */
sealed interface Asked {
  /** Every option there is. */
  List<String> OPTIONS = List.of("--help", "--json", "--stacktrace");

  /** Somebody wants to know how to ask. */
  record Help() implements Asked {}

  /** Somebody wants a bundle verified. */
  record Check(Path bundle, boolean json, boolean stacktrace) implements Asked {}

  /** It cannot be understood; the text says what to write instead. */
  record NotUnderstood(String why) implements Asked {}

  /** Reads the words of a command line. */
  static Asked read(List<String> words) {
    List<String> options = words.stream().filter(word -> word.startsWith("-")).toList();
    List<String> bundles = words.stream().filter(word -> !word.startsWith("-")).toList();
    if (options.contains("--help") || options.contains("-h")) {
      return new Help();
    }
    Optional<String> unknown = options.stream().filter(option -> !OPTIONS.contains(option)).findFirst();
    if (unknown.isPresent()) {
      return new NotUnderstood("Unknown option '" + unknown.get() + "'. Did you mean '" + nearest(unknown.get()) + "'?");
    }
    if (bundles.size() != 1 || bundles.getFirst().isEmpty()) {
      return new NotUnderstood("Expected one directory, the bundle, and found " + bundles.size() + ".");
    }
    return new Check(Path.of(bundles.getFirst()), options.contains("--json"), options.contains("--stacktrace"));
  }

  private static String nearest(String typed) {
    String small = typed.toLowerCase(Locale.ROOT);
    boolean begun = small.length() > 3;
    return OPTIONS.stream()
        .min(Comparator.comparingInt(option -> begun && option.startsWith(small) ? 0 : slips(small, option)))
        .orElseThrow();
  }

  /** Letters missing, added or changed (Levenshtein, 1966). */
  private static int slips(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      int diagonal = i - 1;
      for (int j = 0; j <= to.length(); j++) {
        int above = row[j];
        boolean first = i == 0 || j == 0;
        row[j] = first ? i + j : Math.min(diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1), Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[to.length()];
  }
}
