package homeward.stage;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.json.Json;
import homeward.json.JsonReader;
import homeward.json.Malformed;
import homeward.play.Plays;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The whole exchange while the power goes, again and again: the program, its databases or both are killed at seeded moments, and it is
 * started where it was. {@code -Dhomeward.cuts=20 -Dhomeward.cuts.seed=7 -Dhomeward.cuts.scenario=reference} cuts another exchange.
 */
class PowerCutsTest {
  private static final int CUTS = Integer.getInteger("homeward.cuts", 5);
  private static final long SEED = Long.getLong("homeward.cuts.seed", 1);
  private static final Optional<String> SCENARIO = Optional.ofNullable(System.getProperty("homeward.cuts.scenario"));

  /** What dies. */
  private enum Cut {
    PROGRAM,
    ONE_DATABASE,
    EVERY_DATABASE,
    EVERYTHING
  }

  private final Grounds grounds = Grounds.fresh();
  private final CutPlay.Place place = new CutPlay.Place(grounds.directory());
  private final SplittableRandom draws = new SplittableRandom(SEED);
  private final List<String> cuts = new ArrayList<>();
  private final List<String> acknowledged = new ArrayList<>();

  private static Optional<Path> folder() {
    try {
      return SCENARIO.isPresent()
          ? Optional.empty()
          : Optional.of(Path.of(Objects.requireNonNull(PowerCutsTest.class.getResource("/homeward/play/one-for-one-and-nobody-else")).toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @Timeout(1_200)
  void nothingAcknowledgedIsLostAndEveryNodeStandsAtTheSameStateInTheEnd() throws IOException, InterruptedException, Malformed {
    Plays.Result undisturbed = Plays.run(CutPlay.wish(folder(), SCENARIO.orElse("reference"), SEED), line -> {});
    Json account = ((Plays.Result.Played) undisturbed).report();
    try (grounds) {
      Process play = start();
      for (int moment : moments(entries(account))) {
        play = cut(play, moment);
      }
      awaitAcknowledged(play, Integer.MAX_VALUE);
      assertThat(play.waitFor()).as(told()).isZero();
      Json after = JsonReader.read(Files.readString(place.account()));
      assertThat(field(after, "state")).as(told()).isEqualTo(field(account, "state"));
      assertThat(field(after, "sides")).as(told()).isEqualTo(field(account, "sides"));
      assertThat(states(after)).as(told()).hasSize(1);
      everythingAcknowledgedStandsEverywhere();
      System.out.println(told());
    }
  }

  private void everythingAcknowledgedStandsEverywhere() throws IOException {
    assertThat(acknowledged).hasSizeGreaterThan(CUTS);
    try (Stream<Path> files = Files.list(place.directory())) {
      List<Path> stores = files.filter(file -> file.getFileName().toString().startsWith("entries-")).toList();
      assertThat(stores).hasSizeGreaterThan(1);
      for (Path store : stores) {
        assertThat(new HashSet<>(Files.readAllLines(store))).as(told()).containsAll(acknowledged);
      }
    }
  }

  /** After how many acknowledged entries something dies, ascending. */
  private List<Integer> moments(int entries) {
    TreeSet<Integer> moments = new TreeSet<>();
    while (moments.size() < CUTS) {
      moments.add(1 + draws.nextInt(entries - 1));
    }
    return List.copyOf(moments);
  }

  private Process cut(Process play, int moment) throws IOException, InterruptedException {
    Cut kind = Cut.values()[draws.nextInt(Cut.values().length)];
    int later = draws.nextInt(40);
    awaitAcknowledged(play, moment);
    play.waitFor(later, TimeUnit.MILLISECONDS);
    cuts.add(kind + " " + later + " ms after " + moment + " entries");
    boolean dies = kind == Cut.PROGRAM || kind == Cut.EVERYTHING;
    if (dies) {
      play.toHandle().destroyForcibly();
      play.waitFor();
      awaitAcknowledged(play, Integer.MAX_VALUE);
    }
    if (kind != Cut.PROGRAM) {
      List<Path> databases = databases();
      (kind == Cut.ONE_DATABASE ? List.of(databases.get(draws.nextInt(databases.size()))) : databases).forEach(PowerCutsTest::kill);
    }
    return dies ? start() : play;
  }

  /** Until so many were acknowledged in all, or it is over. */
  private void awaitAcknowledged(Process play, int moment) throws IOException {
    for (String line = ""; acknowledged.size() < moment && line != null; ) {
      line = play.inputReader().readLine();
      if (line != null) {
        acknowledged.add(line);
      }
    }
  }

  private List<Path> databases() throws IOException {
    try (Stream<Path> nodes = Files.walk(place.directory(), 4)) {
      return nodes.filter(file -> file.getFileName().toString().equals("postmaster.pid")).sorted().toList();
    }
  }

  /** The postmaster alone: what it leaves behind has to be found and ended by whoever starts it again. */
  private static void kill(Path pidFile) {
    try {
      long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static Json field(Json fields, String name) {
    return Objects.requireNonNull(((Json.Fields) fields).values().get(name), name);
  }

  private static List<Json> nodes(Json account) {
    return ((Json.Items) field(account, "nodes")).values();
  }

  private static Set<Json> states(Json account) {
    return nodes(account).stream().map(node -> field(node, "stateHash")).collect(Collectors.toSet());
  }

  private static int entries(Json account) {
    return (int) ((Json.Whole) field(nodes(account).getFirst(), "entries")).value();
  }

  private Process start() throws IOException {
    List<String> words = new ArrayList<>(List.of(
        ProcessHandle.current().info().command().orElse("java"), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m",
        "-cp", System.getProperty("java.class.path"), CutPlay.class.getName(),
        place.directory().toString(), SCENARIO.orElse("reference"), Long.toString(SEED)));
    folder().ifPresent(folder -> words.add(folder.toString()));
    return new ProcessBuilder(words)
        .redirectError(ProcessBuilder.Redirect.appendTo(place.directory().resolve("log.txt").toFile()))
        .start();
  }

  private String told() {
    return "seed " + SEED + ": " + String.join("; ", cuts);
  }
}
