package homeward.play;

import homeward.agreement.Agreement;
import homeward.agreement.AgreementFile;
import homeward.agreement.Agreements;
import homeward.exchange.Digest;
import homeward.json.Json;
import homeward.node.Count;
import homeward.node.Store;
import homeward.verify.Bundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;

/** Plays what somebody wishes to see: an agreement and registers of their own, or one of the scenarios. */
public final class Plays {
  private Plays() {}

  /**
   * What to play.
   *
   * @param agreement an agreement file; else the scenario's
   * @param input a folder with four registers; else people are invented
   * @param scenario {@code reference} unless another is named
   * @param mishaps {@code none}, {@code reference} or {@code seeded}; else the scenario's own
   * @param bundle where to write the bundle
   */
  public record Wish(
      Optional<Path> agreement,
      Optional<Path> input,
      String scenario,
      Optional<String> mishaps,
      long seed,
      Optional<Path> bundle) {}

  /** What came of it. */
  public sealed interface Result {
    /** It was played; {@code report} is the account. */
    record Played(Json report, boolean nodesAgree) implements Result {}

    /** The node of a party will not count from its store: this entry of it, and what is wrong with it in words. */
    record WillNotCount(String party, long entry, String why) implements Result {}

    /** Nothing was played; each problem says what to do. */
    record Refused(List<String> problems) implements Result {}
  }

  /** The scenarios that can be named. */
  public static List<String> scenarios() {
    return List.of("reference", "unequal", "outside", "debt", "one-sided", "silent", "keeper-silent", "all-for-all", "equivalents");
  }

  /** Plays it, telling the course line by line. */
  public static Result run(Wish wish, Consumer<String> lines) {
    return run(wish, lines, stores -> {}, InThisProcess::new);
  }

  /** The same, with a hand on the stores between the play and the count. */
  public static Result run(Wish wish, Consumer<String> lines, Consumer<SequencedMap<String, Store>> beforeCount) {
    return run(wish, lines, beforeCount, InThisProcess::new);
  }

  /** The same, on nodes that somebody else puts together. */
  public static Result run(
      Wish wish, Consumer<String> lines, Consumer<SequencedMap<String, Store>> beforeCount, Company.Gathering gathering) {
    List<String> problems = new ArrayList<>();
    Optional<Agreement> agreement = agreement(wish, problems);
    return agreement
        .map(agreed -> played(agreed, new Way(wish, lines, beforeCount, gathering)))
        .orElseGet(() -> new Result.Refused(problems));
  }

  /** How it is played: what was wished, who listens, who lays a hand on the stores, and on which nodes. */
  private record Way(Wish wish, Consumer<String> lines, Consumer<SequencedMap<String, Store>> beforeCount, Company.Gathering gathering) {
    Way wishing(Wish other) {
      return new Way(other, lines, beforeCount, gathering);
    }
  }

  private static Optional<Agreement> agreement(Wish wish, List<String> problems) {
    if (wish.agreement().isEmpty()) {
      return Optional.of(Agreements.named(wish.scenario().equals("debt") ? "debt-first" : wish.scenario()));
    }
    return switch (AgreementFile.read(wish.agreement().get())) {
      case homeward.agreement.Reading.Read read -> Optional.of(read.agreement());
      case homeward.agreement.Reading.Refused refused -> {
        refused.problems().forEach(problem -> problems.add(problem.inWords()));
        yield Optional.empty();
      }
    };
  }

  private static Result played(Agreement agreement, Way way) {
    Wish wish = way.wish();
    Result first = one(agreement, mishaps(wish, agreement), way);
    if (!wish.scenario().equals("debt") || wish.agreement().isPresent() || !(first instanceof Result.Played(Json before, boolean agree))) {
      return first;
    }
    List.of("", "A later exchange pays what is owed", "").forEach(way.lines());
    Agreement later = Agreements.named("debt-later").citing(closing(before));
    Wish next = new Wish(wish.agreement(), wish.input(), wish.scenario(), wish.mishaps(), wish.seed() + 1, wish.bundle());
    Result second = one(later, Mishaps.none(), way.wishing(next));
    return second instanceof Result.Played(Json after, boolean agreeToo) ? new Result.Played(with(after, "before", before), agree && agreeToo) : second;
  }

  private static Json with(Json report, String name, Json value) {
    SequencedMap<String, Json> fields = new LinkedHashMap<>(((Json.Fields) report).values());
    fields.put(name, value);
    return new Json.Fields(fields);
  }

  private static Digest closing(Json report) {
    return new Digest(((Json.Text) java.util.Objects.requireNonNull(((Json.Fields) report).values().get("closing"))).value());
  }

  private static Mishaps mishaps(Wish wish, Agreement agreement) {
    boolean own = wish.agreement().isPresent() || wish.input().isPresent();
    String which = wish.mishaps().orElse(own ? "none" : wish.scenario());
    return switch (which) {
      case "reference" -> Mishaps.reference().within(agreement);
      case "seeded" -> Mishaps.seeded(agreement, wish.seed());
      case "debt" -> Mishaps.none().callingOff(2);
      case "silent" -> Mishaps.none().with(Mishaps.Silence.OTHER_SIDE);
      case "keeper-silent" -> Mishaps.none().with(Mishaps.Silence.KEEPER);
      default -> Mishaps.none();
    };
  }

  private static Result one(Agreement agreement, Mishaps mishaps, Way way) {
    Wish wish = way.wish();
    Registers registers;
    switch (registers(wish, agreement)) {
      case Registers.Brought.Refused refused -> {
        return new Result.Refused(refused.problems());
      }
      case Registers.Brought.Ready ready -> registers = ready.registers();
    }
    List<String> shortfalls = registers.shortfalls(agreement);
    if (!shortfalls.isEmpty()) {
      return new Result.Refused(shortfalls);
    }
    Cast cast = Cast.of(agreement, registers, mishaps, wish.seed());
    Telling telling = Telling.of(cast, registers, way.lines());
    try (Play play = new Play(cast, mishaps, wish.seed(), telling, way.gathering())) {
      play.run();
      way.beforeCount().accept(play.stores());
      return counted(wish, play, telling);
    }
  }

  private static Registers.Brought registers(Wish wish, Agreement agreement) {
    return wish.input()
        .map(dir -> Registers.read(dir, agreement))
        .orElseGet(() -> new Registers.Brought.Ready(Registers.invented(agreement, wish.seed())));
  }

  /** The bundle of the opening side's node: any node's would do, for they hold the same. */
  private static void write(Play play, Path directory) {
    try {
      String opens = play.cast.agreement.opens();
      Bundle.write(java.util.Objects.requireNonNull(play.stores().get(opens)).contents(), play.cast.agreement.exchange(), directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String inWords(Count.Why why) {
    return switch (why) {
      case ALTERED -> "is not what it was when the node verified it";
      case MISSING -> "is missing, or another stands in its place";
      case CANNOT_STAND -> "cannot stand in its place: its signature or what it follows does not hold";
      case ROOT_DIFFERS -> "or one after it is not what the parties signed";
      case CHECKPOINT_NOT_SIGNED -> "is covered by no checkpoint that a party signed";
      case TWO_HISTORIES -> "has two histories: somebody signed both";
    };
  }

  /** Every node counts from its own store. */
  private static Result counted(Wish wish, Play play, Telling telling) {
    SequencedMap<String, Count.Result.Counted> counts = new LinkedHashMap<>();
    for (var store : play.stores().entrySet()) {
      switch (Count.of(play.cast.agreement.exchange(), store.getValue().contents())) {
        case Count.Result.Counted counted -> counts.put(store.getKey(), counted);
        case Count.Result.WillNotCount refused -> {
          return new Result.WillNotCount(play.cast.agreement.party(store.getKey()).name(), refused.entry(), inWords(refused.why()));
        }
      }
    }
    telling.counted(counts);
    wish.bundle().ifPresent(directory -> write(play, directory));
    Account account = new Account(play.cast.agreement, play.cast.ids, counts);
    Json report = account.json(wish.seed());
    var closing = counts.firstEntry().getValue().state().closing();
    return new Result.Played(
        closing.isPresent() ? with(report, "closing", Json.of(closing.get().balance().value())) : report, account.nodesAgree());
  }
}
