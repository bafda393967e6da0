package homeward.command;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A command line that was not understood: says what was wrong, what was probably meant, and where the help is. */
final class Mistake {
  private Mistake() {}

  static int report(ParameterException mistake) {
    CommandLine at = mistake.getCommandLine();
    at.getErr().println(message(mistake));
    at.getErr().println("See './homeward%s --help'.".formatted(path(at)));
    return Exit.NOT_UNDERSTOOD.code();
  }

  /** A mistyped word comes first: that "--seed" is missing is only a consequence when "--sed" was typed. */
  private static String message(ParameterException mistake) {
    CommandLine at = mistake.getCommandLine();
    List<String> unmatched =
        mistake instanceof UnmatchedArgumentException words ? words.getUnmatched() : at.getUnmatchedArguments();
    String otherwise = Objects.requireNonNullElse(mistake.getMessage(), "This was not understood.")
        .replaceFirst("is not (a long|an int)$", "is not a whole number");
    return unmatched.isEmpty() ? otherwise : unknown(unmatched.getFirst(), at);
  }

  private static String unknown(String typed, CommandLine at) {
    String word = typed.startsWith("-") ? typed.replaceFirst("=.*", "") : typed;
    String kind = word.startsWith("-") ? "option" : at.getSubcommands().isEmpty() ? "word" : "command";
    return "Unknown %s '%s'.%s".formatted(
        kind, word, nearest(word, at).map(" Did you mean '%s'?"::formatted).orElse(""));
  }

  private static Optional<String> nearest(String word, CommandLine at) {
    Stream<String> known = word.startsWith("-")
        ? at.getCommandSpec().optionsMap().keySet().stream()
        : at.getSubcommands().keySet().stream();
    return Nearest.to(word, known.toList());
  }

  private static String path(CommandLine at) {
    String name = at.getCommandSpec().qualifiedName(" ");
    return name.substring("homeward".length());
  }
}
