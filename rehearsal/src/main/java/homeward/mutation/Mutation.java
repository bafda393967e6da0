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
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * Removes every guard in turn and has the tests run over what is left.
 *
 * @param place where the rules and their tests lie
 * @param atLeast how long the tests may take over one mutant at least; a slow machine gives them more
 */
public record Mutation(Workplace place, Duration atLeast) {
  private static final int AT_ONCE = Math.min(2, Runtime.getRuntime().availableProcessors());

  /** Is told after every guard how far it is; by several threads, one at a time. */
  public interface Progress {
    /** This is what became of the last one; so many of so many are done. */
    void done(Guard last, Verdict verdict, int done, int total);
  }

  /** Which test fails although every guard is in its place; then nothing can be learned from removing one. */
  public Optional<String> failing() throws InterruptedException {
    try (Trials trials = new Trials(place, atLeast)) {
      return trials.failing();
    }
  }

  /**
   * Tries the guards whose name contains a text. A thread that is interrupted here stops, and reports what it knows.
   *
   * @param only the text; an empty one is contained in every name
   * @param expected the guards that are known to survive
   */
  public Report run(String only, Survivors expected, Progress progress) {
    List<Guard> guards = place.guards().stream().filter(guard -> guard.name().contains(only)).toList();
    Found found = new Found(guards, progress);
    boolean stopped = false;
    try {
      atOnce(Math.min(AT_ONCE, guards.size()), () -> work(found));
    } catch (InterruptedException cancelled) {
      stopped = true;
    }
    return Report.of(found.tried(), expected, guards.size(), stopped || !only.isEmpty());
  }

  /** What is known so far, and what still waits. */
  private static final class Found {
    private final List<Guard> guards;
    private final Progress progress;
    private final ConcurrentLinkedQueue<Integer> waiting;
    private final AtomicReferenceArray<Verdict> verdicts;
    private int done;

    Found(List<Guard> guards, Progress progress) {
      this.guards = guards;
      this.progress = progress;
      this.waiting = new ConcurrentLinkedQueue<>(IntStream.range(0, guards.size()).boxed().toList());
      this.verdicts = new AtomicReferenceArray<>(guards.size());
    }

    synchronized void is(int guard, Verdict verdict) {
      verdicts.set(guard, verdict);
      done++;
      progress.done(guards.get(guard), verdict, done, guards.size());
    }

    List<Report.Tried> tried() {
      return IntStream.range(0, guards.size())
          .mapToObj(i -> Optional.ofNullable(verdicts.get(i)).map(verdict -> new Report.Tried(guards.get(i), verdict)))
          .flatMap(Optional::stream)
          .toList();
    }
  }

  private Object work(Found found) throws InterruptedException {
    try (Trials trials = new Trials(place, atLeast)) {
      for (Integer next = found.waiting.poll(); next != null; next = found.waiting.poll()) {
        found.is(next, without(found.guards.get(next), trials));
      }
    }
    return found;
  }

  private static void atOnce(int times, Callable<?> work) throws InterruptedException {
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<Future<?>> all = new ArrayList<>();
      IntStream.range(0, times).forEach(i -> all.add(threads.submit(work)));
      for (Future<?> each : all) {
        each.get();
      }
    } catch (ExecutionException broken) {
      if (broken.getCause() instanceof InterruptedException) {
        throw new InterruptedException();
      }
      throw new IllegalStateException(broken.getCause());
    } finally {
      threads.shutdownNow();
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
