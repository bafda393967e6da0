package homeward.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a person gets who types a command line, right or wrong. */
class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** Stands for the commands of the rooms: a required option, a choice, and an end of every kind. */
  @Command(name = "sample")
  static final class Sample implements Callable<Exit> {
    @Mixin Console console;

    @Option(names = "--seed", required = true)
    long seed;

    @Option(names = "--pace")
    Pace pace = Pace.FAST;

    @Option(names = "--json")
    @Nullable Path json;

    @Option(names = "--ends")
    Exit ends = Exit.DONE;

    @Option(names = "--breaks")
    @Nullable String breaks;

    @Override
    public Exit call() {
      if (breaks != null && breaks.startsWith("assertion")) {
        throw new AssertionError(breaks);
      }
      if (breaks != null) {
        throw new IllegalStateException(breaks);
      }
      for (int day = 1; day <= 20; day++) {
        console.progress("Day", day, 20);
      }
      console.out().println("seed " + seed + " at pace " + pace);
      return ends;
    }
  }

  enum Pace {
    FAST,
    HUMAN
  }

  private int run(String... words) {
    return Main.run(List.of(words), new PrintWriter(out, true), new PrintWriter(err, true));
  }

  private int sample(String... words) {
    var root = new Homeward();
    var line = new CommandLine(root).addSubcommand(new Sample());
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return Main.run(root, line, Stream.concat(Stream.of("sample"), Stream.of(words)).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "--hlp, Unknown option '--hlp'. Did you mean '--help'?",
    "--vresion, Unknown option '--vresion'. Did you mean '--version'?",
    "genrate, Unknown command 'genrate'. Did you mean 'generate'?",
    "gen, Unknown command 'gen'. Did you mean 'generate'?",
    "help tets, Unknown command 'tets'. Did you mean 'test'?",
    "test --stactrace, Unknown option '--stactrace'. Did you mean '--stacktrace'?",
    "--sideways, Unknown option '--sideways'.",
    "exchange, Unknown command 'exchange'.",
  })
  void aMistypedWordGetsTheNearestRightOne(String words, String answer) {
    assertThat(run(words.split(" "))).isEqualTo(Exit.NOT_UNDERSTOOD.code());
    assertThat(err.toString().lines().findFirst()).contains(answer);
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--sed 3", "--sed=3", "--seed 3 --josn out.json", "--seed 3 --pcae fast"})
  void aMistypedOptionOfACommandComesBeforeWhatItMakesMissing(String words) {
    assertThat(sample(words.split(" "))).isEqualTo(Exit.NOT_UNDERSTOOD.code());
    assertThat(err.toString()).contains("Unknown option '--").contains("Did you mean '--");
  }

  @Test
  void anOptionIsNotTakenForTheValueOfTheOneBefore() {
    assertThat(sample("--seed", "3", "--json", "--pace", "fast")).isEqualTo(Exit.NOT_UNDERSTOOD.code());
    assertThat(err.toString()).contains("--json").contains("See './homeward sample --help'.");
  }

  @Test
  void aNegativeNumberIsAValue() {
    assertThat(sample("--seed", "-5")).isEqualTo(Exit.DONE.code());
    assertThat(out.toString()).contains("seed -5");
  }

  @Test
  void aWrongChoiceNamesTheRightOnes() {
    assertThat(sample("--seed", "3", "--pace", "fats")).isEqualTo(Exit.NOT_UNDERSTOOD.code());
    assertThat(err.toString()).containsIgnoringCase("fast").containsIgnoringCase("human").contains("fats");
  }

  @Test
  void aChoiceMayBeTypedInSmallLetters() {
    assertThat(sample("--seed", "3", "--pace", "human")).isEqualTo(Exit.DONE.code());
    assertThat(out.toString()).contains("HUMAN");
  }

  @ParameterizedTest
  @EnumSource(Exit.class)
  void theExitOfACommandIsTheCodeOfTheProcess(Exit exit) {
    assertThat(sample("--seed", "1", "--ends", exit.name())).isEqualTo(exit.code());
  }

  @Test
  void twoExitsNeverShareACode() {
    assertThat(Exit.list()).hasSameSizeAs(Exit.values());
  }

  @ParameterizedTest
  @ValueSource(strings = {"assertion planted", "state planted"})
  void aFaultOfOursIsOneLineAndAFile(String message) throws IOException {
    assertThat(sample("--seed", "1", "--breaks", message)).isEqualTo(Exit.FAULT.code());
    assertThat(err.toString().lines()).hasSize(1);
    Path details = Path.of(err.toString().strip().replaceFirst(".*Details: ", ""));
    assertThat(details).content().contains(message).contains("\tat ");
    Files.delete(details);
  }

  @Test
  void aFaultShowsItsStackTraceOnlyWhenAsked() {
    assertThat(sample("--seed", "1", "--breaks", "planted", "--stacktrace")).isEqualTo(Exit.FAULT.code());
    assertThat(err.toString()).contains("IllegalStateException: planted").contains("\tat ");
  }

  static Stream<List<String>> pages() {
    return paths(new CommandLine(new Homeward()), List.of());
  }

  private static Stream<List<String>> paths(CommandLine at, List<String> path) {
    Stream<List<String>> below = at.getSubcommands().entrySet().stream()
        .flatMap(entry -> paths(entry.getValue(), Stream.concat(path.stream(), Stream.of(entry.getKey())).toList()));
    return Stream.concat(Stream.of(path), below);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyCommandHasAPageWithTheExitCodes(List<String> path) {
    assertThat(run(Stream.concat(path.stream(), Stream.of("--help")).toArray(String[]::new))).isZero();
    String page = out.toString();
    assertThat(page).startsWith("Usage: " + String.join(" ", Stream.concat(Stream.of("homeward"), path.stream()).toList()));
    Exit.list().keySet().forEach(code -> assertThat(page).containsPattern("(?m)^ +" + code + " "));
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void helpBeforeACommandShowsTheSamePage(List<String> path) {
    run(Stream.concat(path.stream(), Stream.of("--help")).toArray(String[]::new));
    String page = out.toString();
    out.getBuffer().setLength(0);
    assertThat(run(Stream.concat(Stream.of("help"), path.stream()).toArray(String[]::new))).isZero();
    assertThat(out.toString()).isEqualTo(page);
  }

  @Test
  void aGroupAloneShowsItsCommandsAndIsNotUnderstood() {
    assertThat(run("generate")).isEqualTo(Exit.NOT_UNDERSTOOD.code());
    assertThat(err.toString()).contains("Usage: homeward generate");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void theVersionIsTheBuildsOwn() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).matches("Homeward \\d+\\.\\d+\\.\\d+ \\(Java 25.*\\)\\R");
  }

  @Test
  void progressOffATerminalIsALineAtEveryTenth() {
    sample("--seed", "1");
    assertThat(err.toString().lines()).hasSize(11).contains("Day: 10 of 20").doesNotContain("Day: 11 of 20");
    assertThat(err.toString()).doesNotContain("\u001b");
  }

  @ParameterizedTest
  @CsvSource({"seed, seed, 0", "sed, seed, 1", "seeed, seed, 1", "sede, seed, 1", "bench, demo, 4", "'', demo, 4"})
  void aSlipIsALetterMissingAddedChangedOrSwapped(String from, String to, int slips) {
    assertThat(Nearest.slips(from, to)).isEqualTo(slips);
    assertThat(Nearest.slips(to, from)).isEqualTo(slips);
  }
}
