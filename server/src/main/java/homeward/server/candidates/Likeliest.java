package homeward.server.candidates;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The candidates of one record, the best first, at most three.
 *
 * @param near whether the two best are so near to each other that the weights cannot tell them apart
 */
public record Likeliest(List<Candidate> best, boolean near) {
  static final int MOST = 3;
  /** Bits: what the engine asks a match to be ahead by. */
  private static final double MARGIN = 3;
  private static final Comparator<Candidate> ORDER = Comparator.comparing((Candidate each) -> !each.is(Ruling.Word.ACCEPTED))
      .thenComparing(Comparator.comparingDouble(Candidate::weight).reversed()).thenComparing(Candidate::one).thenComparing(Candidate::other);

  /** Nobody. */
  public static final Likeliest NOBODY = new Likeliest(List.of(), false);

  public Likeliest {
    best = List.copyOf(best);
  }

  /** Of all pairs of one record. */
  static Likeliest of(List<Candidate> all) {
    List<Candidate> best = all.stream().filter(Candidate::offered).sorted(ORDER).limit(MOST).toList();
    boolean near = best.size() > 1 && accepted(best) != 1 && best.get(0).weight() - best.get(1).weight() < MARGIN;
    return new Likeliest(best, near || accepted(best) > 1);
  }

  private static long accepted(List<Candidate> best) {
    return best.stream().filter(each -> each.is(Ruling.Word.ACCEPTED)).count();
  }

  /**
   * The pair that counts as one person: the only one that a person accepted, else the match of the engine, unless a person was not sure.
   * Where two were accepted nobody is known.
   */
  public Optional<Candidate> known() {
    if (best.isEmpty() || accepted(best) > 1) {
      return Optional.empty();
    }
    Candidate first = best.getFirst();
    boolean proposed = first.proposal() == Candidate.Proposal.MATCH && !first.is(Ruling.Word.UNSURE);
    return first.is(Ruling.Word.ACCEPTED) || proposed ? Optional.of(first) : Optional.empty();
  }

  /** Whether a person has to look: there are candidates, and none of them is known. */
  public boolean look() {
    return !best.isEmpty() && known().isEmpty();
  }
}
