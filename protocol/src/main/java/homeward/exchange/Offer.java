package homeward.exchange;

import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What a holder offers: the versions of its list.
 *
 * @param version the last whole version; 0 before the first
 * @param committed the commitment to the first version, if one was made
 * @param commitLapsed whether the other side may lodge without waiting for this commitment
 * @param building the version that is coming in, part by part
 * @param refs the references of the last whole version by category
 * @param complete categories of which the holder said that its list is whole
 */
public record Offer(
    int version,
    Optional<Digest> committed,
    boolean commitLapsed,
    Optional<Building> building,
    SortedMap<String, SortedSet<Ref>> refs,
    SortedSet<String> complete) {

  /** Nothing offered yet. */
  public static final Offer NONE =
      new Offer(
          0, Optional.empty(), false, Optional.empty(), State.none(), java.util.Collections.unmodifiableSortedSet(new java.util.TreeSet<>()));

  public Offer committedTo(Digest digest) {
    return new Offer(version, Optional.of(digest), commitLapsed, building, refs, complete);
  }

  public Offer withoutCommitment() {
    return new Offer(version, committed, true, building, refs, complete);
  }

  public Offer coming(Building parts) {
    return new Offer(version, committed, commitLapsed, Optional.of(parts), refs, complete);
  }

  public Offer whole(int next, SortedMap<String, SortedSet<Ref>> all) {
    return new Offer(next, committed, commitLapsed, Optional.empty(), all, complete);
  }

  public Offer completed(SortedSet<String> categories) {
    return new Offer(version, committed, commitLapsed, building, refs, categories);
  }

  /** A version whose parts are coming in. */
  public record Building(int version, int of, int next, SortedMap<String, SortedSet<Ref>> refs, Optional<String> salt) {}
}
