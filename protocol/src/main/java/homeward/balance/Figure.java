package homeward.balance;

import homeward.exchange.State.Provenance;
import homeward.exchange.Trail;
import java.util.Collections;
import java.util.List;
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

  Figure plus(Receipts.Receipt receipt, boolean isDisputed) {
    boolean isReported = receipt.provenance() == Provenance.REPORTED;
    return one(isReported, isDisputed, List.of(receipt.handedOver().index(), receipt.received().index()));
  }

  Figure plus(List<Trail.Fact> facts) {
    boolean isReported = facts.stream().anyMatch(fact -> fact.provenance() == Provenance.REPORTED);
    return one(isReported, false, facts.stream().map(Trail.Fact::index).toList());
  }

  Figure plus(long entry, boolean isReported) {
    return one(isReported, false, List.of(entry));
  }

  private Figure one(boolean isReported, boolean isDisputed, List<Long> more) {
    return plus(new Figure(1, isReported ? 1 : 0, isDisputed ? 1 : 0, new TreeSet<>(more)));
  }

  Figure plus(Figure other) {
    TreeSet<Long> all = new TreeSet<>(entries);
    all.addAll(other.entries);
    return new Figure(
        count + other.count, reported + other.reported, disputed + other.disputed, Collections.unmodifiableSortedSet(all));
  }
}
