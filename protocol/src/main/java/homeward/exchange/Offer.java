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

  /** A version whose parts are coming in. */
  public record Building(int version, int of, int next, SortedMap<String, SortedSet<Ref>> refs, Optional<String> salt) {}
}
