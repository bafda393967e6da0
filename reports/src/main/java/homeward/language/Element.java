package homeward.language;

import java.util.Set;

/** One element of a pattern of the grammar. */
sealed interface Element {
  /** The beginning or the end of the sentence, full stop and the like left aside. */
  record Edge() implements Element {}

  /** Between 0 and {@code most} words; a gap that is not {@code crossing} holds no number and no semicolon. */
  record Gap(int most, boolean crossing) implements Element {}

  /** One chunk: one of the words or classes; perhaps absent. Ordinal numbers are the word ORDINAL. */
  record One(Set<String> words, Set<String> classes, boolean optional) implements Element {
    boolean fits(Chunk chunk) {
      if (words.contains("*") || words.contains(chunk.form())) {
        return true;
      }
      return classes.stream().anyMatch(chunk::is);
    }
  }

  /** What stands next is not this; takes up no room. */
  record Not(One one) implements Element {}

  /** Reads an element in the notation of the grammar file. */
  static Element of(String written) {
    if (written.equals("^") || written.equals("$")) {
      return new Edge();
    }
    if (written.startsWith("...") || written.startsWith("~")) {
      String most = written.replaceFirst("^(\\.\\.\\.|~)", "");
      boolean crossing = written.startsWith("~");
      return new Gap(most.isEmpty() ? (crossing ? 12 : 6) : Integer.parseInt(most), crossing);
    }
    if (written.startsWith("!")) {
      return new Not(named(written.substring(1), false));
    }
    boolean optional = written.endsWith("?");
    String bare = optional ? written.substring(0, written.length() - 1) : written;
    return switch (bare) {
      case "M" -> new One(Set.of(), Set.of(Chunker.NUMBER), optional);
      case "ORDINAL" -> new One(Set.of(), Set.of("ordinal"), optional);
      default -> named(bare, optional);
    };
  }

  private static One named(String bare, boolean optional) {
    if (bare.startsWith("<") && bare.endsWith(">")) {
      return new One(Set.of(), Set.copyOf(Resources.split(bare.substring(1, bare.length() - 1), "\\|")), optional);
    }
    return new One(Set.copyOf(Resources.split(bare, "\\|")), Set.of(), optional);
  }
}
