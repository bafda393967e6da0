package homeward.server.handover;

import homeward.balance.Receipts;
import homeward.exchange.Journey;
import homeward.exchange.Move;
import homeward.exchange.Move.Sight;
import homeward.exchange.PartyId;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.exchange.Trail;
import homeward.server.wording.Saying;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What does not fit on a wave, in plain words; beside each sentence stands one ({@code .then}) that says what happens next. */
final class Fit {
  private Fit() {}

  /** Everything that does not fit now; nothing when all of it does. */
  static List<Saying> of(State state, Journey journey, Journey.Wave wave, Map<PartyId, String> names) {
    List<Saying> misfits = new ArrayList<>();
    wave.rolls().forEach((holder, roll) -> {
      PartyId home = Receipts.home(state, holder);
      String to = names.getOrDefault(home, home.value());
      Optional<Integer> departure = last(wave, home, Move.Place.DEPARTURE);
      Optional<Integer> arrival = last(wave, home, Move.Place.ARRIVAL);
      int departed = seen(state, roll.everybody(), Sight.DEPARTED);
      int received = seen(state, roll.everybody(), Sight.RECEIVED);
      departure.filter(heads -> heads != departed).ifPresent(heads -> misfits.add(Saying.sentence("handover.fit.departure", heads, departed, to)));
      arrival.filter(heads -> heads != received).ifPresent(heads -> misfits.add(Saying.sentence("handover.fit.arrival", heads, received, to)));
      if (departure.isPresent() && arrival.isPresent() && departure.get() - arrival.get() != lost(state, roll.everybody())) {
        misfits.add(Saying.sentence("handover.fit.ends", departure.get(), arrival.get(), to));
      }
    });
    long open = state.discrepancies().values().stream().filter(each -> each.open() && each.journey().filter(journey.code()::equals).isPresent()).count();
    if (open > 0) {
      misfits.add(Saying.sentence("handover.fit.open", open));
    }
    return misfits;
  }

  private static Optional<Integer> last(Journey.Wave wave, PartyId home, Move.Place end) {
    return wave.counts().reversed().stream()
        .filter(count -> count.returnsTo().equals(home) && count.end() == end)
        .map(Journey.Count::heads)
        .findFirst();
  }

  private static int seen(State state, Collection<Ref> refs, Sight sight) {
    return (int) refs.stream().filter(ref -> state.trails().getOrDefault(ref, Trail.UNSEEN).standing(sight)).count();
  }

  /** Set off, and turned back or died before being received: they explain heads that are missing. */
  private static long lost(State state, Collection<Ref> refs) {
    return refs.stream()
        .map(ref -> state.trails().getOrDefault(ref, Trail.UNSEEN))
        .filter(trail -> turnedBack(trail) || (trail.standing(Sight.DIED) && !trail.standing(Sight.RECEIVED)))
        .count();
  }

  private static boolean turnedBack(Trail trail) {
    return trail.ever(Sight.DEPARTED) && !trail.standing(Sight.DEPARTED);
  }
}
