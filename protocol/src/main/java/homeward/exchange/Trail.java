package homeward.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    return facts.reversed().stream()
        .takeWhile(fact -> fact.sight() != Move.Sight.BACK)
        .filter(fact -> fact.sight() == sight && fact.by().equals(by))
        .findFirst();
  }

  /** Whether this kind of fact stands, whoever saw it, and the person was not back with the holder after it. */
  public boolean standing(Move.Sight sight) {
    return facts.reversed().stream()
        .takeWhile(fact -> fact.sight() != Move.Sight.BACK)
        .anyMatch(fact -> fact.sight() == sight);
  }

  /** Whether this was ever seen. */
  public boolean ever(Move.Sight sight) {
    return facts.stream().anyMatch(fact -> fact.sight() == sight);
  }

  /** One sight of one person: by whom, in which entry, on which journey. */
  public record Fact(
      Move.Sight sight, PartyId by, Optional<String> journey, long index, State.Provenance provenance) {}
}
