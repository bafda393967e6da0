package homeward.conduct;

import homeward.exchange.Ref;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** The lowest references go first. */
record ByLot() implements Choosing {
  @Override
  public List<Ref> order(int tranche, SortedSet<Ref> free) {
    return List.copyOf(free);
  }

  @Override
  public Optional<Ref> instead(int tranche, Ref stays, SortedSet<Ref> free) {
    return free.stream().findFirst();
  }
}
