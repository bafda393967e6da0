package homeward.mutation;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a JVM beside this one, which runs {@link Trial}; one that does not answer in time is ended and replaced. */
final class Trials implements AutoCloseable {
  /** What a JVM ends with under {@code -XX:+ExitOnOutOfMemoryError}. */
  private static final int OUT_OF_MEMORY = 3;

  private final Workplace place;
  private final Duration limit;
  private final Thread lastWill = Thread.ofPlatform().unstarted(this::end);
  private volatile Beside beside;

  private record Beside(Process process, BufferedReader answers) {}

  Trials(Workplace place, Duration limit) {
    this.place = place;
    this.limit = limit;
    this.beside = start(place);
    Runtime.getRuntime().addShutdownHook(lastWill);
  }

  /** The compiler's first stage is enough: every class lives for one trial only. */
  private static Beside start(Workplace place) {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-ea", "-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError",
                "-Dstdout.encoding=UTF-8",
                "-cp", ours() + File.pathSeparator + place.libraries(),
                Trial.class.getName(), place.classes().toString(), place.tests().toString()));
    words.addAll(place.rooms());
    try {
      var builder = new ProcessBuilder(words).directory(place.stand().toFile());
      Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
      return new Beside(process, process.inputReader(StandardCharsets.UTF_8));
    } catch (IOException unstartable) {
      throw new UncheckedIOException(unstartable);
    }
  }

  /** Where this class itself lies. Nothing else of ours goes beside the tests, least of all the rules as they were. */
  private static Path ours() {
    try {
      return Path.of(Trials.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException malformed) {
      throw new IllegalStateException(malformed);
    }
  }

  /**
   * What the tests say.
   *
   * @param mutant the directory of changed classes; an empty one asks whether the tests pass as things are
   */
  Verdict of(Path mutant) throws InterruptedException {
    try {
      var answer = CompletableFuture.supplyAsync(() -> ask(beside, mutant), Thread::startVirtualThread);
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS).map(Trials::verdict).orElseGet(this::ended);
    } catch (TimeoutException silent) {
      restart();
      return new Verdict.RanAway("time");
    } catch (ExecutionException broken) {
      throw new IllegalStateException("the JVM that runs the tests does not answer", broken);
    }
  }

  private static Optional<String> ask(Beside beside, Path mutant) {
    try {
      var questions = beside.process().outputWriter(StandardCharsets.UTF_8);
      questions.write(mutant + "\n");
      questions.flush();
      String line = beside.answers().readLine();
      while (line != null && !Trial.isAnswer(line)) { // a JVM that ends for want of memory says so here
        line = beside.answers().readLine();
      }
      return Optional.ofNullable(line);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Verdict verdict(String answer) {
    if (answer.equals(Trial.NOTHING)) {
      throw new IllegalStateException("no test was found to run");
    }
    return answer.startsWith(Trial.KILLED)
        ? new Verdict.Killed(answer.substring(Trial.KILLED.length()))
        : new Verdict.Survived();
  }

  private Verdict ended() {
    int code = beside.process().onExit().join().exitValue();
    if (code != OUT_OF_MEMORY) {
      throw new IllegalStateException("the JVM that runs the tests ended with " + code);
    }
    restart();
    return new Verdict.RanAway("memory");
  }

  private void restart() {
    end();
    beside = start(place);
  }

  private void end() {
    beside.process().destroyForcibly();
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(lastWill);
    end();
  }
}
