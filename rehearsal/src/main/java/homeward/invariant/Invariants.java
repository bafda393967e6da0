package homeward.invariant;

import homeward.balance.Manifests;
import homeward.exchange.PartyId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All checkers. Each log that honest nodes hold is read once, however many of them hold the same. */
public final class Invariants {
  private static final Map<Invariant, Check> OF_A_LOG = new EnumMap<>(Map.of(
      Invariant.AUTHORITY, new Authority(),
      Invariant.ELIGIBILITY, new Eligibility(),
      Invariant.EXPOSURE, new Exposure(),
      Invariant.BALANCE, new Sums(),
      Invariant.FACTS, new Growth(),
      Invariant.QUORUM, new Signatures(),
      Invariant.PRIVACY, new Privacy(),
      Invariant.SAMENESS, new Sameness()));

  private Invariants() {}

  /** Everything that is broken, each thing once. */
  public static List<Broken> broken(Evidence evidence) {
    Set<Broken> broken = new java.util.LinkedHashSet<>();
    Set<Object> read = new HashSet<>();
    for (Evidence.Held held : evidence.judged()) {
      if (read.add(List.of(held.log().rootAt(held.log().size()), Manifests.ofState(held.log().state())))) {
        Check.Log log = Check.Log.of(held, evidence.words());
        OF_A_LOG.forEach((invariant, check) -> check.of(log).forEach(what -> broken.add(new Broken(invariant, what))));
      }
    }
    Histories.of(evidence).forEach(what -> broken.add(new Broken(Invariant.FACTS, what)));
    Sameness.between(evidence).forEach(what -> broken.add(new Broken(Invariant.SAMENESS, what)));
    Ending.of(evidence).forEach(what -> broken.add(new Broken(Invariant.ENDING, what)));
    return new ArrayList<>(broken);
  }

  /** Whether the same rehearsal with the sides' codes exchanged came out the same but for the codes. */
  public static List<Broken> mirrored(Evidence one, Evidence other, PartyId first, PartyId second) {
    return Mirror.of(one, other, first, second).stream().map(what -> new Broken(Invariant.MIRROR, what)).toList();
  }

  /** An invariant that does not hold, and where one sees it. */
  public record Broken(Invariant invariant, String what) {}
}
