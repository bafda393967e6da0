package homeward.command;

import picocli.CommandLine.Command;

/** The group of commands about what the press says of an exchange. */
@Command(
    name = "reports",
    description = "Reads what the press says of an exchange, and says how it stands to a ledger.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ReportsRead.class, ReportsCheck.class, ReportsLedger.class})
final class Reports extends Group {}
