package homeward.command;

import picocli.CommandLine.Command;

/** The group of commands that measure. */
@Command(
    name = "bench",
    description = "Measures how fast parts of the program are on this machine.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {BenchNode.class, BenchProtocol.class, BenchReports.class, BenchMatching.class, BenchTranches.class})
final class Bench extends Group {}
