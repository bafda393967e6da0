package homeward.command;

import homeward.json.Json;
import homeward.node.Store;
import homeward.play.Plays;
import homeward.stage.Grounds;
import homeward.stage.Show;
import homeward.verify.Bundle;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Plays a whole exchange and tells it, line by line; the figures at its end are the nodes' own. */
@Command(
    name = "demo",
    description = {
      "Plays a whole exchange, from the agreement to everybody home and a balance that adds up, and tells it line by line.",
      "Every party has a node of its own, with its database and its pages, and they speak over HTTPS; each counts from its",
      "own receipts, and the counts are compared. A page shows the course, lets you in at every desk and lets you take one over.",
      "Without --agreement and --input everybody in it is invented.",
      ""
    })
final class Demo implements Callable<Exit> {
  private static final List<String> PACES = List.of("fast", "human", "step");
  private static final List<String> MISHAPS = List.of("none", "reference", "seeded");

  @Mixin Console console;

  @Option(names = "--pace", paramLabel = "PACE", defaultValue = "human",
      description = "fast: as fast as it goes; human: to read along; step: a line for each Enter (default: ${DEFAULT-VALUE})")
  private String pace = "human";

  @Option(names = "--once", description = "end without a word on how to go on")
  private boolean once;

  @Option(names = "--core", description = "the core of the nodes alone, in one thread: no databases, no wire, no pages")
  private boolean core;

  @Option(names = "--port", paramLabel = "PORT", defaultValue = "0",
      description = "of the page with the course and the desks (default: any that is free); there is none with --pace fast")
  private int port;

  @Option(names = "--seed", paramLabel = "S", defaultValue = "1",
      description = "which people and keys are invented, and which mishaps are seeded (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(names = "--scenario", paramLabel = "NAME",
      description = {
        "reference (default), unequal: 230 for 240; outside: 45 for 45 and 2 outside the count;",
        "debt: a day is called off, and a later exchange settles it; one-sided: one node, an opponent on paper;",
        "silent: one side never answers again; keeper-silent: whoever keeps the log does not;",
        "all-for-all, equivalents"
      })
  private @Nullable String scenario;

  @Option(names = "--agreement", paramLabel = "FILE", description = "an agreement of your own instead of a scenario")
  private @Nullable Path agreement;

  @Option(names = "--input", paramLabel = "DIR",
      description = "a folder with the registers of both sides, such as a-sought.csv and a-held.csv; otherwise people are invented")
  private @Nullable Path input;

  @Option(names = "--mishaps", paramLabel = "WHICH",
      description = {
        "none, reference (as in the reference case) or seeded (default: what belongs to the scenario;",
        "none with --agreement or --input)"
      })
  private @Nullable String mishaps;

  @Option(names = "--json", paramLabel = "FILE",
      description = "write the figures here; - for standard output, the story then goes to standard error")
  private @Nullable Path json;

  @Option(names = "--bundle", paramLabel = "DIR", description = "write the bundle here, for ./homeward verify DIR")
  private @Nullable Path bundle;

  /** A hand on the nodes' stores after the play; only the tests, which damage them, lay one on. */
  Consumer<SequencedMap<String, Store>> betweenPlayAndCount = stores -> {};

  @Override
  public Exit call() {
    Teller.Pace chosen = Teller.Pace.valueOf(oneOf("--pace", pace, PACES).toUpperCase(Locale.ROOT));
    Plays.Wish wish = wish();
    refuseWhatCannotBeWritten();
    boolean piped = json != null && json.toString().equals("-");
    // With a page the page sets the tempo.
    Teller teller = new Teller(piped ? console.err() : console.out(), core ? chosen : Teller.Pace.FAST, piped ? Console.coloursErr() : Console.coloursOut());
    return switch (played(wish, teller)) {
      case Plays.Result.Played played -> played(played, teller);
      case Plays.Result.WillNotCount refusal -> {
        console.say(
            "The node of %s will not count: entry %d of its store %s.".formatted(refusal.party(), refusal.entry(), refusal.why()));
        console.say("No figure is given and nothing is written. Bring this store back from a copy that counts, or let the node follow the log anew.");
        yield Exit.WILL_NOT_COUNT;
      }
      case Plays.Result.Refused refused -> {
        refused.problems().forEach(console::say);
        yield Exit.INPUT_REFUSED;
      }
    };
  }

  private Plays.Result played(Plays.Wish wish, Teller teller) {
    try {
      return core ? Plays.run(wish, teller::tell, betweenPlayAndCount) : onRealNodes(wish, teller);
    } catch (UncheckedIOException unwritable) {
      throw refusal("--bundle " + bundle + " cannot be written to: name a folder where you may write, on a disk that is not full");
    }
  }

  /** With a page it goes at the page's tempo, and the nodes run on until somebody ends it. */
  private Plays.Result onRealNodes(Plays.Wish wish, Teller teller) {
    boolean looking = !pace.equalsIgnoreCase("fast");
    SecureRandom source = new SecureRandom();
    try (Grounds grounds = Grounds.fresh();
        Show show = new Show(grounds.directory(), looking ? Optional.of(port) : Optional.empty(), pace.equalsIgnoreCase("step") ? Show.Pace.STEPS : Show.Pace.READING, count -> bytes(source, count), teller::tell)) {
      Thread end = new Thread(show::close);
      Runtime.getRuntime().addShutdownHook(end);
      Plays.Result result = show.play(wish);
      if (looking && !once) {
        show.address().ifPresent(address -> console.say("The nodes run on; look at " + address + " and end with Ctrl-C."));
        waitForTheEnd();
      }
      Runtime.getRuntime().removeShutdownHook(end);
      return result;
    }
  }

  private static byte[] bytes(SecureRandom source, int count) {
    byte[] bytes = new byte[count];
    source.nextBytes(bytes);
    return bytes;
  }

  private static void waitForTheEnd() {
    try {
      Thread.sleep(Long.MAX_VALUE);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private Plays.Wish wish() {
    if (scenario != null && agreement != null) {
      throw refusal("--scenario has an agreement of its own: leave out --scenario or --agreement");
    }
    return new Plays.Wish(
        Optional.ofNullable(agreement),
        Optional.ofNullable(input),
        scenario == null ? "reference" : oneOf("--scenario", scenario, Plays.scenarios()),
        mishaps == null ? Optional.empty() : Optional.of(oneOf("--mishaps", mishaps, MISHAPS)),
        seed,
        Optional.ofNullable(bundle));
  }

  private String oneOf(String option, String typed, List<String> known) {
    String word = typed.toLowerCase(Locale.ROOT);
    if (!known.contains(word)) {
      String meant = Nearest.to(word, known).map(" Did you mean '%s'?"::formatted).orElse("");
      throw refusal(option + " must be one of " + String.join(", ", known) + ", not '" + typed + "'." + meant);
    }
    return word;
  }

  /** Asked before the play, so that nobody waits for figures that then cannot be kept. */
  private void refuseWhatCannotBeWritten() {
    if (json != null && !json.toString().equals("-") && (Files.isDirectory(json) || !Files.isDirectory(folder(json)) || !writable(json))) {
      throw refusal("--json " + json + " cannot be written to: name a file in a folder that is there and that you may write to");
    }
    if (bundle != null) {
      refuseForTheBundle(bundle);
    }
  }

  private void refuseForTheBundle(Path directory) {
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw refusal("--bundle " + directory + " is a file: name a folder");
    }
    if (!writable(directory)) {
      throw refusal("--bundle " + directory + " cannot be written to: name a folder where you may write");
    }
    try {
      if (!Bundle.strangers(directory).isEmpty()) {
        throw refusal(
            "--bundle " + directory + " holds other things (" + Bundle.strangers(directory).iterator().next()
                + "): a bundle lies in a folder of its own, so name a new one");
      }
    } catch (IOException unreadable) {
      throw refusal("--bundle " + directory + " cannot be read: name a new folder");
    }
  }

  private static Path folder(Path path) {
    return Optional.ofNullable(path.toAbsolutePath().getParent()).orElse(path.toAbsolutePath());
  }

  /** Whether it, or the nearest folder above it that is there, may be written to. */
  private static boolean writable(Path path) {
    return Stream.iterate(path.toAbsolutePath(), Demo::folder).filter(Files::exists).findFirst().map(Files::isWritable).orElse(false);
  }

  private Exit played(Plays.Result.Played played, Teller teller) {
    write(played.report());
    if (!once) {
      howToGoOn().forEach(teller::tell);
    }
    if (!played.nodesAgree()) {
      console.say("The nodes do not hold the same figures.");
      return Exit.NO;
    }
    return Exit.DONE;
  }

  private void write(Json report) {
    if (json == null) {
      return;
    }
    if (json.toString().equals("-")) {
      PrintWriter out = console.out();
      out.print(report.pretty());
      out.flush();
      return;
    }
    try {
      Files.writeString(json, report.pretty());
    } catch (IOException unwritable) {
      throw refusal("--json " + json + " cannot be written to: name a file in a folder that you may write to");
    }
  }

  private List<String> howToGoOn() {
    String others = String.join(", ", Plays.scenarios().stream().filter(name -> !name.equals(scenario == null ? "reference" : scenario)).toList());
    return List.of(
        "",
        "To go on",
        "  other people, other keys     ./homeward demo --seed " + (seed + 1),
        "  another course               ./homeward demo --scenario NAME",
        "                               " + others,
        "  something to verify          ./homeward demo --pace fast --bundle DIR, then ./homeward verify DIR",
        "  the figures as JSON          ./homeward demo --pace fast --once --json FILE",
        "  your own                     ./homeward demo --agreement FILE --input DIR");
  }

  private ParameterException refusal(String cure) {
    return new ParameterException(console.command.commandLine(), cure);
  }
}
