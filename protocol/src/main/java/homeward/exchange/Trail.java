package homeward.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was seen of one reference, in the order of the log. It only grows. */
public record Trail(List<Fact> facts) {
  /** Nothing seen yet. */
  public static final Trail UNSEEN = new Trail(List.of());

  public Trail with(Fact fact) {
    List<Fact> more = new ArrayList<>(facts);
    more.add(fact);
    return new Trail(List.copyOf(more));
  }

  /** The last fact of this kind by this party, unless the person was back with the holder after it. */
  public Optional<Fact> standing(Move.Sight sight, PartyId by) {
    return Optional.ofNullable(last(sight, by));
  }

  /** Whether this kind of fact stands, whoever saw it, and the person was not back with the holder after it. */
  public boolean standing(Move.Sight sight) {
    return last(sight, null) != null;
  }

  /** A plain loop: it is asked of everybody at every look at the state. */
  private @Nullable Fact last(Move.Sight sight, @Nullable PartyId by) {
    for (int i = facts.size() - 1; i >= 0 && facts.get(i).sight() != Move.Sight.BACK; i--) {
      Fact fact = facts.get(i);
      if (fact.sight() == sight && (by == null || fact.by().equals(by))) {
        return fact;
      }
    }
    return null;
  }

  /** Whether this was ever seen. */
  public boolean ever(Move.Sight sight) {
    return facts.stream().anyMatch(fact -> fact.sight() == sight);
  }

  /** One sight of one person: by whom, in which entry, on which journey. */
  public record Fact(
      Move.Sight sight, PartyId by, Optional<String> journey, long index, State.Provenance provenance) {}
}
