package homeward.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code help}, {@code help demo}, {@code help generate registers}: the same pages as {@code --help}. */
@Command(name = "help", description = "Shows the help of a command.")
final class Help implements Callable<Exit> {
  @Spec CommandSpec spec;

  @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "The command, with its group when it has one.")
  List<String> path = List.of();

  @Override
  public Exit call() {
    CommandLine at = spec.parent().commandLine();
    for (String word : path) {
      CommandLine below = at.getSubcommands().get(word);
      if (below == null) {
        throw new UnmatchedArgumentException(at, List.of(word));
      }
      at = below;
    }
    at.usage(spec.commandLine().getOut());
    return Exit.DONE;
  }
}
