package homeward.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The root command: the one place where commands are registered, in the order in which the help lists them. */
@Command(
    name = "homeward",
    description = {
      "Coordinates exchanges of prisoners of war and detained civilians between two sides, through a mediator.",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    subcommands = {
      Demo.class,
      Serve.class,
      BackUp.class,
      Rehearse.class,
      Generate.class,
      Reports.class,
      MatchRegisters.class,
      MakePlan.class,
      Bench.class,
      Verify.class,
      RunTests.class,
      Mutate.class,
      Help.class,
    })
final class Homeward extends Group {
  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "After a fault of ours, show the whole stack trace (or set HOMEWARD_DEBUG=1).")
  boolean stacktrace;
}
