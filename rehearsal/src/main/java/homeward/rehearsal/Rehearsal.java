package homeward.rehearsal;

import homeward.exchange.State;
import homeward.invariant.Invariants.Broken;
import homeward.invariant.Invariants;
import homeward.simulation.Rehearsed;
import homeward.simulation.Saboteur;
import homeward.simulation.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What came of one seed.
 *
 * @param broken invariants that do not hold
 */
public record Rehearsal(long seed, boolean faultFree, Ending ending, List<Broken> broken, Set<Mark> marks) {

  /** How the exchange of a seed ended. */
  public enum Ending {
    /** Both sides closed it. */
    CLOSED,
    /** One side ended it. */
    ENDED,
    UNENDED
  }

  /** Rehearses one seed; a fault-free one is rehearsed once more with the codes of the sides exchanged. */
  public static Rehearsal of(long seed, Saboteur saboteur) {
    return of(Simulation.run(seed, saboteur), saboteur);
  }

  static Rehearsal of(Rehearsed rehearsed, Saboteur saboteur) {
    List<Broken> broken = new ArrayList<>(Invariants.broken(rehearsed.evidence()));
    if (rehearsed.faultFree()) {
      Rehearsed mirrored = Simulation.mirrored(rehearsed.seed(), saboteur);
      broken.addAll(Invariants.mirrored(rehearsed.evidence(), mirrored.evidence(), rehearsed.sides().getFirst(), rehearsed.sides().getLast()));
    }
    return new Rehearsal(rehearsed.seed(), rehearsed.faultFree(), ending(rehearsed), List.copyOf(broken), Marking.of(rehearsed));
  }

  private static Ending ending(Rehearsed rehearsed) {
    var judged = rehearsed.evidence().judged();
    if (judged.stream().allMatch(held -> held.log().state().course().phase() == State.Phase.CLOSED)) {
      return Ending.CLOSED;
    }
    return judged.stream().allMatch(held -> held.log().state().course().phase() == State.Phase.ENDED) ? Ending.ENDED : Ending.UNENDED;
  }
}
