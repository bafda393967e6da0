package homeward.command;

import homeward.exhaustive.Shape;
import homeward.rehearsal.Rehearsal;
import homeward.rehearsal.Rehearsals;
import homeward.rehearsal.Report;
import homeward.simulation.Saboteur;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Rehearses small exchanges on the real node, under faults drawn from seeds, and checks what may never happen. */
@Command(
    name = "rehearse",
    description = {
      "Rehearses small exchanges from seeds: real nodes, simulated clocks, network and disks, parties that fall silent, lie,",
      "crash or lose their memory. Checks the ten invariants on what the nodes hold. Every fifth seed has no fault.",
      "Ends with 1 when an invariant is broken; --replay tells how. Ctrl-C ends it with what was found so far.",
      ""
    })
final class Rehearse implements Callable<Exit> {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,15})(?:\\.\\.(\\d{1,15}))?");
  private static final long MOST = 10_000_000;

  @Mixin Console console;

  @Option(names = "--seeds", paramLabel = "A..B", description = "the seeds to rehearse, such as 1..1000, or one")
  private @Nullable String seeds;

  @Option(names = "--replay", paramLabel = "S", description = "rehearse this one seed and tell it line by line")
  private @Nullable Long replay;

  @Option(names = "--sabotage", paramLabel = "N",
      description = "break invariant N (1 to 10) on purpose, to see that it is noticed; needs the tests' classes, as in a fresh clone")
  private @Nullable Integer sabotage;

  @Option(names = "--exhaustive",
      description = "instead of seeds, walk every state of small exchanges (2 + 2 people, 2 waves) by the real rules; takes minutes")
  private boolean exhaustive;

  @Option(names = "--small", description = "with --exhaustive: only the smallest exchange, in seconds")
  private boolean small;

  @Option(names = "--without-lapse", description = "with --exhaustive: as if nothing ever lapsed, to see that states are stuck then")
  private boolean withoutLapse;

  @Option(names = "--json", paramLabel = "FILE", description = "write the result here as well")
  private @Nullable Path json;

  private volatile boolean stopped;
  private boolean noticed;

  @Override
  public Exit call() throws IOException {
    if (exhaustive) {
      return walk();
    }
    if (small || withoutLapse) {
      throw refusal("--small and --without-lapse say how to walk every state: add --exhaustive");
    }
    if ((seeds == null) == (replay == null)) {
      throw refusal("name either the seeds (--seeds 1..100) or one seed to be told (--replay 7)");
    }
    long[] range = seeds == null ? new long[] {seed(), seed()} : range(seeds);
    Saboteur saboteur = saboteur();
    refuseWhatCannotBeWritten();
    if (seeds == null) {
      return replay(range[0], saboteur);
    }
    return rehearse(range[0], range[1], saboteur);
  }

  private Exit walk() throws IOException {
    if (seeds != null || replay != null || sabotage != null) {
      throw refusal("--exhaustive walks every state and takes no seed and no sabotage: leave them out");
    }
    refuseWhatCannotBeWritten();
    return new ExhaustiveWalk(console, !withoutLapse).run(small ? List.of(Shape.small()) : Shape.all(), Optional.ofNullable(json));
  }

  private long seed() {
    long seed = java.util.Objects.requireNonNull(replay);
    if (seed < 0) {
      throw refusal("--replay must be a seed from 0, not " + seed);
    }
    return seed;
  }

  private long[] range(String typed) {
    Matcher matcher = RANGE.matcher(typed);
    if (!matcher.matches()) {
      throw refusal("--seeds must be two whole numbers from 0 such as 1..1000, or one such as 7, not '" + typed + "'");
    }
    long from = Long.parseLong(matcher.group(1));
    long to = matcher.group(2) == null ? from : Long.parseLong(matcher.group(2));
    if (to < from) {
      throw refusal("--seeds goes from the lower to the higher: " + to + ".." + from + ", not " + typed);
    }
    if (to - from >= MOST) {
      throw refusal("--seeds " + typed + " are " + (to - from + 1) + " seeds: at most " + MOST + " at a time");
    }
    return new long[] {from, to};
  }

  private Saboteur saboteur() {
    if (sabotage == null) {
      return Saboteur.NOBODY;
    }
    int number = sabotage;
    if (number < 1 || number > 10) {
      throw refusal("--sabotage must be the number of an invariant, 1 to 10, not " + number);
    }
    Optional<Saboteur> found = Rehearsals.saboteur(number);
    return found.orElseThrow(() -> refusal(
        "--sabotage needs the saboteurs, which live among the tests: build the tests' classes too (./homeward in a clone does)"));
  }

  /** Asked before it begins, so that nobody waits for a result that then cannot be kept. */
  private void refuseWhatCannotBeWritten() {
    if (json != null) {
      Path folder = Optional.ofNullable(json.toAbsolutePath().getParent()).orElse(json.toAbsolutePath());
      if (Files.isDirectory(json) || !Files.isDirectory(folder) || !Files.isWritable(Files.exists(json) ? json : folder)) {
        throw refusal("--json " + json + " cannot be written to: name a file in a folder that is there and that you may write to");
      }
    }
  }

  private ParameterException refusal(String cure) {
    return new ParameterException(console.command.commandLine(), cure);
  }

  private Exit replay(long seed, Saboteur saboteur) throws IOException {
    Rehearsal rehearsal = Rehearsals.replay(seed, saboteur, console.out()::println);
    write(new Report(seed, seed, List.of(rehearsal), 0));
    return rehearsal.broken().isEmpty() ? Exit.DONE : Exit.NO;
  }

  private Exit rehearse(long from, long to, Saboteur saboteur) throws IOException {
    CountDownLatch told = new CountDownLatch(1);
    Thread ending = new Thread(() -> endCleanly(told));
    Runtime.getRuntime().addShutdownHook(ending);
    try {
      Report report = Rehearsals.run(from, to, saboteur, Rehearse::processorTime, new Progress());
      report.violations(options()).forEach(console.out()::println);
      report.summary().forEach(console.out()::println);
      if (!report.missed().isEmpty() && sabotage == null) {
        console.out().println("Not reached: " + String.join("; ", report.missed()));
      }
      if (sabotage != null) {
        console.out().println(noticed ? "The sabotage of invariant " + sabotage + " was noticed." : "The sabotage of invariant " + sabotage + " was not noticed.");
      }
      console.out().flush();
      write(report);
      return report.holds() ? Exit.DONE : Exit.NO;
    } finally {
      told.countDown();
      if (!stopped) {
        Runtime.getRuntime().removeShutdownHook(ending);
      }
    }
  }

  /** Ctrl-C: the seed that is being rehearsed is finished, and what was found so far is told. */
  private void endCleanly(CountDownLatch told) {
    stopped = true;
    try {
      told.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private String options() {
    return sabotage == null ? "" : " --sabotage " + sabotage;
  }

  private void write(Report report) throws IOException {
    if (json != null) {
      Files.writeString(json, report.json().pretty());
    }
  }

  private final class Progress implements Rehearsals.Watch {
    @Override
    public void done(Rehearsal rehearsal, long done, long total) {
      rehearsal.broken().stream().limit(1).forEach(broken ->
          console.say("Seed " + rehearsal.seed() + " breaks invariant " + broken.invariant().number() + ": " + broken.what()));
      noticed |= sabotage != null && rehearsal.broken().stream().anyMatch(broken -> broken.invariant().number() == sabotage);
      console.progress("Seeds", done, total);
    }

    /** A saboteur that was noticed has shown what there was to show. */
    @Override
    public boolean stop() {
      return stopped || noticed;
    }
  }
}
