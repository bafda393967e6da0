package homeward.bench;

import homeward.bench.Measure.Aim;
import homeward.json.Malformed;
import homeward.node.Chronicle;
import homeward.node.Store;
import homeward.play.Plays;
import homeward.transcript.Leaf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Measures the reference exchange, seed 1, and the parts that it spends its time in. */
public final class ProtocolBench {
  private static final double SECONDS_EACH = 3;
  private static final double PLAY_AIM = 10;
  private static final double VERIFY_AIM = 3;
  private static final int SEEDS = 60;

  /** Runs a command of ours as a process of its own, and answers the processor time (ns) that it took from its start. */
  public interface Command {
    /**
     * Runs it to its end.
     *
     * @throws IOException when it cannot be run, or ends with anything but success
     */
    long run(String... words) throws IOException;
  }

  private final Clocks clocks;
  private final Command command;
  private final Path bundle;
  private final Consumer<String> progress;

  /**
   * Measures nothing yet.
   *
   * @param command runs whole commands, as a person would
   * @param bundle a directory that is not there yet; what is written there is the caller's to delete
   * @param progress hears what is measured next
   */
  public ProtocolBench(Clocks clocks, Command command, Path bundle, Consumer<String> progress) {
    this.clocks = clocks;
    this.command = command;
    this.bundle = bundle;
    this.progress = progress;
  }

  /**
   * Measures everything: three commands as whole processes, then the parts in this one.
   *
   * @throws IOException when a command fails, or the bundle cannot be written
   */
  public List<Measure> measure() throws IOException {
    List<Measure> measures = new ArrayList<>(commands());
    progress.accept("the same exchange, for its entries");
    Store.Contents contents = play();
    measures.add(
        new Measure("bundle", "size of its bundle", "KB", OptionalDouble.of(size() / 1000.0), Optional.empty(),
            contents.lines().size() + " entries"));
    measures.addAll(rates(leaves(contents)));
    return List.copyOf(measures);
  }

  private List<Measure> commands() throws IOException {
    progress.accept("the reference exchange, from start to end");
    long played = command.run("demo", "--core", "--pace", "fast", "--once", "--seed", "1", "--bundle", bundle.toString());
    progress.accept("verify of its bundle");
    long verified = command.run("verify", bundle.toString());
    progress.accept("rehearsals, seeds 1 to " + SEEDS);
    long rehearsed = command.run("rehearse", "--seeds", "1.." + SEEDS);
    return List.of(
        seconds("play", "reference exchange, start to end", played, PLAY_AIM,
            "a process of its own: JVM, compiler, collector, the story told, every node's count, the bundle"),
        seconds("verify", "verify of its bundle", verified, VERIFY_AIM, "a process of its own, from the start of its JVM"),
        new Measure("rehearse", "rehearsal seeds", "a second", OptionalDouble.of(SEEDS * Clocks.SECOND / rehearsed), Optional.empty(),
            "seeds 1 to " + SEEDS + ", every check included, a process of its own"));
  }

  private static Store.Contents play() {
    List<Store> stores = new ArrayList<>();
    Plays.Wish wish = new Plays.Wish(Optional.empty(), Optional.empty(), "reference", Optional.empty(), 1, Optional.empty());
    Plays.Result result = Plays.run(wish, line -> {}, kept -> stores.addAll(kept.values()));
    if (!(result instanceof Plays.Result.Played played) || !played.nodesAgree()) {
      throw new IllegalStateException("the reference exchange can be played, and its nodes agree");
    }
    return stores.getFirst().contents();
  }

  private static Measure seconds(String code, String what, long nanoseconds, double aim, String how) {
    return new Measure(code, what, "s", OptionalDouble.of(nanoseconds / Clocks.SECOND), Optional.of(new Aim.AtMost(aim)), how);
  }

  private long size() throws IOException {
    long size = 0;
    try (Stream<Path> files = Files.list(bundle)) {
      for (Path file : files.toList()) {
        size += Files.size(file);
      }
    }
    return size;
  }

  private List<Measure> rates(List<Leaf> leaves) {
    String exchange = leaves.getFirst().entry().envelope().exchange();
    Chronicle log = new Chronicle(exchange);
    leaves.forEach(log::append);
    Deciding deciding = deciding(log);
    Signing signing = new Signing(log);
    return List.of(
        rate("decide", "decide", deciding::decideAll, "all entries of the log, each in the state it found"),
        rate("sign", "sign, verify, append", signing::signAll, "small entries: sign, read, verify, leaf, tree, root"),
        rate("append", "append to a node's log", () -> append(exchange, leaves), "all entries of the log: verify, decide, tree"));
  }

  private Measure rate(String code, String what, Clocks.Round round, String how) {
    progress.accept(what);
    double rate = clocks.rate(SECONDS_EACH, round);
    return new Measure(code, what, "a second", OptionalDouble.of(rate), Optional.empty(), "one thread, after a warm-up; " + how);
  }

  private static long append(String exchange, List<Leaf> leaves) {
    Chronicle log = new Chronicle(exchange);
    leaves.forEach(log::append);
    if (log.size() != leaves.size()) {
      throw new IllegalStateException("an entry that stood in the log stands in it again");
    }
    return leaves.size();
  }

  private static Deciding deciding(Chronicle log) {
    try {
      return new Deciding(log);
    } catch (Malformed e) {
      throw new IllegalStateException("an entry that stands in the log can be read", e);
    }
  }

  private static List<Leaf> leaves(Store.Contents contents) {
    List<Leaf> leaves = new ArrayList<>();
    for (Store.Line line : contents.lines()) {
      try {
        leaves.add(Leaf.read(line.leaf().getBytes(StandardCharsets.US_ASCII)));
      } catch (Malformed e) {
        throw new IllegalStateException("a leaf that was stored can be read", e);
      }
    }
    return leaves;
  }
}
