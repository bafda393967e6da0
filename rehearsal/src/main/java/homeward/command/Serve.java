package homeward.command;

import homeward.server.Running;
import homeward.server.Server;
import homeward.server.Start;
import homeward.server.delegations.Accounts;
import homeward.server.setup.Card;
import homeward.server.setup.NewNode;
import homeward.server.setup.NodeConfig;
import homeward.server.setup.Reading;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Runs one party's node alone, or makes the directory of a new one. */
@Command(
    name = "serve",
    description = {
      "Runs one party's node: its pages, its database and its wire to the other nodes, until Ctrl-C or SIGTERM stops it.",
      "With --new it makes a directory with fresh keys and a configuration instead, and prints the card for the others.",
      ""
    })
final class Serve implements Callable<Exit> {
  @Mixin private Console console = new Console();

  @ArgGroup(multiplicity = "1")
  private What what = new What();

  /** One of the two. */
  static final class What {
    @Option(names = "--config", paramLabel = "FILE", description = "the configuration of the node (docs/formats.md shows one)")
    private @Nullable Path config;

    @Option(names = "--new", paramLabel = "DIR", description = "make a new node in this directory")
    private @Nullable Path fresh;
  }

  @Option(names = "--exchange", paramLabel = "CODE", defaultValue = "exchange-1",
      description = "with --new: the code of the exchange (default: ${DEFAULT-VALUE})")
  private String exchange = "exchange-1";

  @Option(names = "--host", paramLabel = "HOST", defaultValue = "127.0.0.1",
      description = "with --new: under which name or address the other nodes find this one (default: ${DEFAULT-VALUE})")
  private String host = "127.0.0.1";

  @Option(names = "--desks-port", paramLabel = "PORT", defaultValue = "8080",
      description = "with --new: port of the pages, on this machine alone (default: ${DEFAULT-VALUE})")
  private int desks = 8080;

  @Option(names = "--wire-port", paramLabel = "PORT", defaultValue = "7443",
      description = "with --new: port for the other nodes (default: ${DEFAULT-VALUE})")
  private int wire = 7443;

  @Option(names = "--id", paramLabel = "ID", description = "with --new: as the agreement names the party, such as A; it gets a root key then")
  private @Nullable String id;

  @Option(names = "--name", paramLabel = "NAME", description = "with --new and --id: what the party is called (default: its id)")
  private @Nullable String name;

  @Option(names = "--administrator", paramLabel = "LOGIN",
      description = "with --config: make the first account, once; its password and the secret for its phone are printed")
  private @Nullable String administrator;

  /** What is done while the node runs: it waits to be stopped; the tests look at it instead. */
  Consumer<Running> meanwhile = Serve::untilStopped;

  @Override
  public Exit call() {
    if (what.fresh != null) {
      return make(what.fresh);
    }
    return switch (Reading.of(java.util.Objects.requireNonNull(what.config))) {
      case Reading.Read(NodeConfig config) -> run(config);
      case Reading.Refused(String sentence) -> refused(sentence, Exit.INPUT_REFUSED);
    };
  }

  private Exit refused(String sentence, Exit exit) {
    console.say(sentence);
    return exit;
  }

  private Exit run(NodeConfig config) {
    return switch (Server.start(config)) {
      case Start.Started(Running node) -> {
        try (node) {
          console.out().println("The node runs. Its pages: " + node.url());
          console.out().println("Other nodes come in at port " + node.wirePort() + ". Ctrl-C stops it.");
          Optional.ofNullable(administrator).ifPresent(login -> employ(node, login));
          console.out().flush();
          meanwhile.accept(node);
        }
        yield Exit.DONE;
      }
      case Start.Refused(String sentence) -> refused(sentence, Exit.NOT_STARTED);
    };
  }

  /** The first account makes the others; whoever gets it changes nothing of what it can do by knowing this machine. */
  private void employ(Running node, String login) {
    Accounts.First first = node.part(Accounts.class).employFirst(login);
    switch (first) {
      case Accounts.First.Employed(String password, String secret) -> {
        console.out().println("The first account: " + login);
        console.out().println("  password              " + password);
        console.out().println("  secret for the phone  " + secret);
        console.out().println("Both are shown this once. It makes the other accounts, at " + node.url() + "/accounts");
      }
      case Accounts.First.ThereAlready() -> console.say("There are accounts already: --administrator makes the first one only, and did nothing.");
    }
  }

  private static void untilStopped(Running node) {
    try {
      node.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private Exit make(Path directory) {
    try {
      Optional<NewNode.Called> called =
          Optional.ofNullable(id).map(party -> new NewNode.Called(party, java.util.Objects.requireNonNullElse(name, party)));
      Card card = Server.make(directory, exchange, host, desks, wire, called);
      console.out().print(card.json().pretty());
      console.out().flush();
      console.say("This is the card of the new node; it is in " + directory.resolve("card.json") + ", too.");
      console.say("Hand it to the other parties in person, add their cards to \"parties\" in " + NewNode.file(directory) + ",");
      console.say("and name there who keeps the transcript. Then: ./homeward serve --config " + NewNode.file(directory));
      if (called.isPresent()) {
        console.say("The party's root key is in " + NewNode.rootKey(directory) + ": take it off this machine now. It is brought to name who signs.");
      }
      return Exit.DONE;
    } catch (FileAlreadyExistsException there) {
      throw refusal("--new " + directory + " holds a node already: name a new directory");
    } catch (IOException unwritable) {
      throw refusal("--new " + directory + " cannot be written to: name a directory where you may write");
    } catch (IllegalArgumentException unfit) {
      throw refusal("--new: " + unfit.getMessage());
    }
  }

  private ParameterException refusal(String cure) {
    return new ParameterException(console.command.commandLine(), cure);
  }
}
