package homeward.simulation;

/** Rehearses seeds. */
public final class Simulation {
  private Simulation() {}

  /** Whether a seed is rehearsed without any fault: every fifth is. */
  public static boolean faultFree(long seed) {
    return Script.faultFree(seed);
  }

  /** Rehearses one seed to its end. */
  public static Rehearsed run(long seed, Saboteur saboteur) {
    return new World(Script.of(seed), saboteur, false).run();
  }

  /** The same with the codes of the two sides exchanged, and nothing else. */
  public static Rehearsed mirrored(long seed, Saboteur saboteur) {
    return new World(Script.of(seed), saboteur, true).run();
  }
}
