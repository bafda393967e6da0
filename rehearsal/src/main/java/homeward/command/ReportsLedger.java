package homeward.command;

import homeward.ledger.Ledger;
import homeward.ledger.LedgerWriter;
import homeward.verify.Verdict;
import homeward.verify.Verdict.Standing;
import homeward.verify.Verification;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Exports the ledger of an exchange from its bundle. */
@Command(
    name = "ledger",
    description = {
      "Verifies a bundle and prints the ledger of its exchange: what was agreed, and what each side received, day by day.",
      "No name stands in a bundle: say with --name what a party is called, or the reports' words will not be known."
    })
final class ReportsLedger implements Callable<Exit> {
  @Spec private CommandSpec spec;

  @Mixin private Console console = new Console();

  @Parameters(paramLabel = "BUNDLE", description = "the directory of the bundle")
  private Path bundle = Path.of("");

  @Option(names = "--name", paramLabel = "ID=NAME",
      description = "what a party is called; its id stands in the ledger that is printed without names. May be given again")
  private Map<String, String> names = new LinkedHashMap<>();

  @Override
  public Exit call() {
    return switch (Verification.of(bundle)) {
      case Verdict.Valid valid -> export(valid.standing());
      case Verdict.ValidTo to -> {
        console.say("The end of this bundle does not stand (" + to.after() + "): the ledger holds what all sides cosigned.");
        yield export(to.standing());
      }
      case Verdict.Invalid invalid -> {
        console.say(bundle + ": invalid from entry " + invalid.entry() + " on, " + invalid.because() + ". No ledger is made of it.");
        yield Exit.NO;
      }
      case Verdict.Unknown unknown -> {
        console.say(bundle + ": " + unknown.missing() + ", " + unknown.detail());
        yield Exit.INPUT_REFUSED;
      }
    };
  }

  private Exit export(Standing standing) {
    if (standing.state().course().agreed().isEmpty()) {
      console.say(bundle + ": nothing is agreed in it yet, so there is nothing to put into a ledger");
      return Exit.NO;
    }
    Ledger ledger = new BundleLedger(standing, names).ledger();
    List<String> parties = ledger.exchanges().getFirst().sides().stream().map(Ledger.Side::id).toList();
    Optional<String> stranger = names.keySet().stream().filter(id -> !parties.contains(id) && !holdsAFunction(standing, id)).findFirst();
    if (stranger.isPresent()) {
      throw new ParameterException(spec.commandLine(),
          "--name " + stranger.get() + ": no party of this exchange has that id; the sides are " + String.join(" and ", parties));
    }
    console.out().print(LedgerWriter.write(ledger));
    console.out().flush();
    return Exit.DONE;
  }

  private static boolean holdsAFunction(Standing standing, String id) {
    return standing.state().course().functions().values().stream().anyMatch(party -> party.value().equals(id));
  }
}
