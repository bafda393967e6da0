package homeward.balance;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A number and where it comes from.
 *
 * @param reported how many of it rest on a report of what a party did on paper
 * @param disputed how many of it come from a wave whose figures are disputed
 * @param entries the entries behind it, by their index in the log
 */
public record Figure(int count, int reported, int disputed, SortedSet<Long> entries) {
  /** Nobody. */
  public static final Figure ZERO = new Figure(0, 0, 0, Collections.unmodifiableSortedSet(new TreeSet<>()));
}
