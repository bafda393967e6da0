package homeward.server.candidates;

import java.util.Comparator;
import java.util.Locale;

/**
 * Which candidates somebody wants to see.
 *
 * @param text part of a name of a register's person, or the beginning of a reference; empty for anybody
 * @param show what a candidate stands as ({@link Candidate#standing}), or empty for all
 */
record Wanted(String text, String show) {
  static final Wanted EVERYTHING = new Wanted("", "");

  /** By what they are sorted. */
  enum Sort { LIKELIEST, UNSUREST, LATEST }

  public boolean isOpen() {
    return text.isEmpty() && show.isEmpty();
  }

  /** Whether it stands as wanted. What is proposed no longer is shown to nobody who does not ask for it. */
  boolean fits(Candidate candidate) {
    return show.isEmpty() ? !candidate.standing().equals("NONE") : candidate.standing().equals(show.toUpperCase(Locale.ROOT));
  }

  static Comparator<Candidate> order(Sort sort) {
    Comparator<Candidate> likeliest =
        Comparator.comparingDouble(Candidate::weight).reversed().thenComparing(Candidate::one).thenComparing(Candidate::other);
    return switch (sort) {
      case LIKELIEST -> likeliest;
      case UNSUREST -> Comparator.comparingDouble((Candidate each) -> Math.abs(each.probability() - .5)).thenComparing(likeliest);
      case LATEST -> Comparator.comparingLong((Candidate each) -> each.ruling().map(Ruling::at).orElse(0L)).reversed().thenComparing(likeliest);
    };
  }
}
