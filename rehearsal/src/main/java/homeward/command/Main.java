package homeward.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Where {@code ./homeward} enters Java. */
public final class Main {
  private Main() {}

  /** Runs one command line and ends the JVM with the code of its {@link Exit}. */
  public static void main(String[] words) {
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(List.of(words), out, err));
  }

  /** Runs one command line without ending the JVM, and answers the exit code; see {@link Exit} for what it means. */
  public static int run(List<String> words, PrintWriter out, PrintWriter err) {
    var root = new Homeward();
    return run(root, new CommandLine(root).setOut(out).setErr(err), words);
  }

  /** The same for a root that may have been given more commands, which is how the tests try this class. */
  static int run(Homeward root, CommandLine line, List<String> words) {
    try {
      return configure(root, line).execute(words.toArray(String[]::new));
    } catch (Error fault) { // picocli hands on exceptions only, and assertions are on: an AssertionError is a fault too
      return Fault.report(fault, root.stacktrace, line.getErr());
    } finally {
      line.getOut().flush();
      line.getErr().flush();
    }
  }

  private static CommandLine configure(Homeward root, CommandLine line) {
    describeExits(line);
    return line.setCaseInsensitiveEnumValuesAllowed(true)
        .setUnmatchedOptionsAllowedAsOptionParameters(false)
        .setUsageHelpAutoWidth(true)
        .setExecutionStrategy(Main::execute)
        .setParameterExceptionHandler((mistake, ignored) -> Mistake.report(mistake))
        .setExecutionExceptionHandler((fault, at, ignored) -> Fault.report(fault, root.stacktrace, at.getErr()));
  }

  private static int execute(ParseResult parsed) {
    int code = new RunLast().execute(parsed);
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    Object result = last.commandSpec().commandLine().getExecutionResult();
    return result instanceof Exit exit ? exit.code() : code;
  }

  private static void describeExits(CommandLine line) {
    line.getCommandSpec().usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(Exit.list());
    line.getSubcommands().values().forEach(Main::describeExits);
  }
}
