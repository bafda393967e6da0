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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Asks a JVM beside this one, which runs {@link Trial}; one that does not answer in time is ended and replaced. */
final class Trials implements AutoCloseable {
  /** What a JVM ends with under {@code -XX:+ExitOnOutOfMemoryError}. */
  private static final int OUT_OF_MEMORY = 3;
  /** What a JVM ends with that somebody interrupted, as at a terminal, or ended. */
  private static final Set<Integer> STOPPED = Set.of(130, 143);
  /** However slow the machine, the tests come to an end in this time. */
  private static final Duration AT_MOST = Duration.ofMinutes(10);
  /** A mutant that takes so many times what a start and the tests take as things are takes for ever. */
  private static final int PATIENCE = 4;

  private final Workplace place;
  private final Duration atLeast;
  private final Thread lastWill = Thread.ofPlatform().unstarted(this::end);
  private volatile Beside beside;

  /** A JVM, what it said first (nothing, when it ended before), and how much work it may put into a mutant. */
  private record Beside(Process process, BufferedReader answers, String first, Duration limit) {}

  /**
   * Starts a JVM and waits until it has run the tests as things are.
   *
   * @param atLeast how long the tests may work on a mutant at least; otherwise by what they need as things are
   */
  Trials(Workplace place, Duration atLeast) throws InterruptedException {
    this.place = place;
    this.atLeast = atLeast;
    this.beside = start();
    Runtime.getRuntime().addShutdownHook(lastWill);
  }

  private Beside start() throws InterruptedException {
    Process process = process();
    BufferedReader answers = process.inputReader(StandardCharsets.UTF_8);
    try {
      String first = within(AT_MOST, process, () -> answer(answers)).orElse("");
      return new Beside(process, answers, first, atLeast.plus(worked(process).multipliedBy(PATIENCE)));
    } catch (TimeoutException silent) {
      process.destroyForcibly();
      throw new IllegalStateException("the tests do not come to an end even as things are", silent);
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      throw stopped;
    }
  }

  /** The compiler's first stage is enough: every class lives for one trial only. */
  private Process process() {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-ea", "-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError",
                "-Dstdout.encoding=UTF-8",
                "-cp", ours() + File.pathSeparator + place.libraries(),
                Trial.class.getName(), place.classes().toString(), place.tests().toString(), place.besides()));
    words.addAll(place.tested());
    try {
      var builder = new ProcessBuilder(words).directory(place.stand().toFile());
      return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
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

  /** The test that fails as things are, if one does; then nothing can be learned here. */
  Optional<String> failing() throws InterruptedException {
    String first = beside.first();
    if (first.isEmpty()) {
      throw gone();
    }
    return first.equals(Trial.READY) ? Optional.empty() : Optional.of(killer(first));
  }

  /**
   * What the tests say.
   *
   * @param mutant the directory of changed classes
   */
  Verdict of(Path mutant) throws InterruptedException {
    try {
      Optional<String> answer = within(beside.limit(), beside.process(), () -> ask(beside, mutant));
      return answer.isPresent() ? verdict(answer.get()) : ended();
    } catch (TimeoutException silent) {
      restart();
      return new Verdict.RanAway("time");
    }
  }

  /** Time counts while the JVM works, not while a busy machine lets it wait: that is no mutant that hangs. */
  private static Optional<String> within(Duration limit, Process process, Supplier<Optional<String>> asking)
      throws InterruptedException, TimeoutException {
    var asked = CompletableFuture.supplyAsync(asking, Thread::startVirtualThread);
    Duration before = worked(process);
    for (int seconds = 0; seconds < AT_MOST.toSeconds(); seconds++) {
      try {
        return asked.get(1, TimeUnit.SECONDS);
      } catch (TimeoutException silent) {
        if (worked(process).minus(before).compareTo(limit) > 0) {
          throw silent;
        }
      } catch (ExecutionException broken) {
        return Optional.empty(); // its end of the pipe is closed: it is gone, and its exit code says why
      }
    }
    throw new TimeoutException();
  }

  /** How long a process had a processor; where the system does not tell, no time is too long but {@link #AT_MOST}. */
  private static Duration worked(Process process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static Optional<String> ask(Beside beside, Path mutant) {
    try {
      var questions = beside.process().outputWriter(StandardCharsets.UTF_8);
      questions.write(mutant + "\n");
      questions.flush();
      return answer(beside.answers());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Optional<String> answer(BufferedReader answers) {
    try {
      String line = answers.readLine();
      while (line != null && !Trial.isAnswer(line)) { // a JVM that ends for want of memory says so here
        line = answers.readLine();
      }
      return Optional.ofNullable(line);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Verdict verdict(String answer) {
    return answer.equals(Trial.SURVIVED) ? new Verdict.Survived() : new Verdict.Killed(killer(answer));
  }

  private static String killer(String answer) {
    if (!answer.startsWith(Trial.KILLED)) {
      throw new IllegalStateException("no test was found to run");
    }
    return answer.substring(Trial.KILLED.length());
  }

  private Verdict ended() throws InterruptedException {
    if (beside.process().waitFor() != OUT_OF_MEMORY) {
      throw gone();
    }
    restart();
    return new Verdict.RanAway("memory");
  }

  /** Why a JVM ended that should not have: somebody stopped it, and so us, or it is our fault. */
  private RuntimeException gone() throws InterruptedException {
    int code = beside.process().waitFor();
    if (STOPPED.contains(code)) {
      throw new InterruptedException("the JVM that runs the tests was stopped");
    }
    return new IllegalStateException("the JVM that runs the tests ended with " + code);
  }

  private void restart() throws InterruptedException {
    end();
    beside = start();
  }

  private void end() {
    beside.process().destroyForcibly();
  }

  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(lastWill);
    } catch (IllegalStateException shuttingDown) {
      // then the hook has run, or runs now
    }
  }
}
