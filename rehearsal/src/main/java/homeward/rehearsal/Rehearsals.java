package homeward.rehearsal;

import homeward.simulation.Saboteur;
import homeward.simulation.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Rehearses a range of seeds, one after the other. */
public final class Rehearsals {
  private Rehearsals() {}

  /** Hears how far it is, and says when to stop. */
  public interface Watch {
    /** One more is done. */
    void done(Rehearsal rehearsal, long done, long total);

    /** Whether to begin no other. */
    boolean stop();
  }

  /**
   * From the first seed to the last, or until told to stop.
   *
   * @param processorTime nanoseconds of processor time so far
   */
  public static Report run(long from, long to, Saboteur saboteur, LongSupplier processorTime, Watch watch) {
    List<Rehearsal> done = new ArrayList<>();
    long began = processorTime.getAsLong();
    for (long seed = from; seed <= to && !watch.stop(); seed++) {
      Rehearsal rehearsal = Rehearsal.of(seed, saboteur);
      done.add(rehearsal);
      watch.done(rehearsal, done.size(), to - from + 1);
    }
    return new Report(from, to, List.copyOf(done), (processorTime.getAsLong() - began) / 1_000_000);
  }

  /** One seed, told line by line; the last lines are what came of it. */
  public static Rehearsal replay(long seed, Saboteur saboteur, Consumer<String> lines) {
    var rehearsed = Simulation.run(seed, saboteur);
    Rehearsal rehearsal = Rehearsal.of(rehearsed, saboteur);
    new Replay(rehearsed, rehearsal).lines().forEach(lines);
    return rehearsal;
  }

  /** Who breaks an invariant on purpose, when the tests' classes are on the class path: no installed jar holds one. */
  public static Optional<Saboteur> saboteur(int invariant) {
    return ServiceLoader.load(Saboteur.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(saboteur -> saboteur.breaks() == invariant)
        .findFirst();
  }
}
