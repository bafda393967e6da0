package homeward.mutation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * Removes every guard in turn and has the tests run over what is left.
 *
 * @param place where the rules and their tests lie
 * @param limit how long the tests may take over one mutant
 */
public record Mutation(Workplace place, Duration limit) {
  private static final int AT_ONCE = Math.min(2, Runtime.getRuntime().availableProcessors());

  /** Is told how many of how many guards are done; by several threads, one at a time. */
  public interface Progress {
    void done(int done, int total);
  }

  /** Which test fails although every guard is in its place; then nothing can be learned from removing one. */
  public Optional<String> failing() throws InterruptedException {
    Path nothing = Mutants.directory();
    try (Trials trials = new Trials(place, limit)) {
      return switch (trials.of(nothing)) {
        case Verdict.Killed killed -> Optional.of(killed.by());
        case Verdict.RanAway ran -> Optional.of("the limit of " + ran.limit());
        case Verdict.Survived passed -> Optional.empty();
        case Verdict.NoMutant none -> throw new IllegalStateException(none.why());
      };
    } finally {
      Mutants.discard(nothing);
    }
  }

  /**
   * Tries the guards whose name contains a text.
   *
   * @param only the text; an empty one is contained in every name
   * @param expected the guards that are known to survive
   */
  public Report run(String only, Survivors expected, Progress progress) throws InterruptedException {
    List<Guard> guards = place.guards().stream().filter(guard -> guard.name().contains(only)).toList();
    var verdicts = new AtomicReferenceArray<Verdict>(guards.size());
    var done = new AtomicInteger();
    var waiting = new ConcurrentLinkedQueue<>(IntStream.range(0, guards.size()).boxed().toList());
    atOnce(
        Math.min(AT_ONCE, guards.size()),
        () -> {
          try (Trials trials = new Trials(place, limit)) {
            for (Integer next = waiting.poll(); next != null; next = waiting.poll()) {
              verdicts.set(next, without(guards.get(next), trials));
              synchronized (done) {
                progress.done(done.incrementAndGet(), guards.size());
              }
            }
          }
          return null;
        });
    var tried = IntStream.range(0, guards.size()).mapToObj(i -> new Report.Tried(guards.get(i), verdicts.get(i)));
    return Report.of(tried.toList(), expected, !only.isEmpty());
  }

  private static void atOnce(int times, Callable<?> work) throws InterruptedException {
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<?>> all = new ArrayList<>();
      IntStream.range(0, times).forEach(i -> all.add(threads.submit(work)));
      for (Future<?> each : all) {
        each.get();
      }
    } catch (ExecutionException broken) {
      throw new IllegalStateException(broken.getCause());
    }
  }

  private Verdict without(Guard guard, Trials trials) throws InterruptedException {
    Path directory = Mutants.directory();
    try {
      Optional<String> none = new Mutants(place).compile(guard, directory);
      return none.isPresent() ? new Verdict.NoMutant(none.get()) : trials.of(directory);
    } finally {
      Mutants.discard(directory);
    }
  }
}
