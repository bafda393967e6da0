package homeward.command;

import picocli.CommandLine.Command;

/** The group of commands that invent input; each names itself in the list of subcommands below. */
@Command(
    name = "generate",
    description = "Invents input for rehearsals: nobody in it exists.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {GenerateRegisters.class, GenerateProblem.class})
final class Generate extends Group {}
