package homeward.conduct;

import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.Ref;
import homeward.exchange.State;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A third party: does the functions it holds and nothing else. */
public final class ThirdConduct implements Conduct {
  private final Ward ward;

  /**
   * What a third party knows by itself.
   *
   * @param delegates whom it enrols
   * @param staying references that its doctors and interviewers tell it do not travel, at the moment it asks. Why is not told
   * @param shortCounts waves whose people it counts one short on arrival at first
   * @param silentFrom epoch ms from which it never says anything again
   * @param guests sides whose people it receives and lets rest
   */
  public record Ward(
      List<Move.Delegate> delegates,
      Supplier<SortedSet<Ref>> staying,
      List<String> shortCounts,
      long silentFrom,
      List<PartyId> guests) {}

  /** A third party with what it knows privately. */
  public ThirdConduct(Ward ward) {
    this.ward = ward;
  }

  @Override
  public Stream<Supplier<List<Intent>>> duties(View view) {
    if (view.now() >= ward.silentFrom()) {
      return Stream.of();
    }
    return Stream.concat(
        Stream.of(() -> lapses(view), () -> Talks.enrols(view, ward.delegates()), () -> signs(view)), functions(view));
  }

  /** What the functions that a party holds ask of it; a side may hold some. */
  Stream<Supplier<List<Intent>>> functions(View view) {
    return Stream.of(() -> receives(view), () -> counts(view), () -> clears(view), () -> authorises(view));
  }

  private static boolean holds(View view, Function function) {
    return view.me().equals(view.state().course().functions().get(function));
  }

  /** A function of its own to speak in: it need not hold any to sign what it is asked. */
  private static Function voice(View view) {
    return view.state().course().functions().entrySet().stream()
        .filter(held -> held.getValue().equals(view.me()))
        .map(java.util.Map.Entry::getKey)
        .findFirst()
        .orElse(Function.HOST);
  }

  private List<Intent> signs(View view) {
    return view.state().pending().values().stream().flatMap(pending -> Talks.signatures(view, pending, voice(view))).toList();
  }

  private static List<Intent> lapses(View view) {
    Function voice = voice(view);
    return Wrapping.overdue(view).stream().map(intent -> new Intent(voice, intent.person(), intent.move())).toList();
  }

  /** A whole set for every journey whose seats it does not cover as it should; one entry tells all, singling out nobody. */
  private List<Intent> clears(View view) {
    List<Intent> intents = new ArrayList<>();
    if (!holds(view, Function.CLEARANCE) || view.phase() == State.Phase.CLOSED || view.phase() == State.Phase.ENDED) {
      return intents;
    }
    for (Journey journey : view.underWay()) {
      if (loaded(view, journey)) {
        intents.addAll(clears(journey));
      }
    }
    return intents;
  }

  private List<Intent> clears(Journey journey) {
    SortedSet<Ref> travelling = travelling(journey);
    boolean current = journey.clearance().set() && journey.clearance().cleared().equals(travelling);
    return current ? List.of() : sets(journey, travelling);
  }

  /** Everybody who may sit in it has been named by both holders. */
  private static boolean loaded(View view, Journey journey) {
    boolean whole = !journey.waves().isEmpty() && journey.waves().stream().allMatch(wave -> wave.rolls().values().stream().allMatch(Journey.Roll::whole));
    boolean alternates = !view.state().course().functions().containsKey(Function.AUTHORISER);
    long rolls = journey.waves().stream().mapToLong(wave -> wave.rolls().size()).sum();
    return whole && (journey.direct() || alternates || rolls == 2L * journey.waves().size());
  }

  private SortedSet<Ref> travelling(Journey journey) {
    TreeSet<Ref> travelling = new TreeSet<>();
    for (Journey.Wave wave : journey.waves()) {
      wave.rolls().values().forEach(roll -> travelling.addAll(roll.everybody()));
    }
    travelling.removeAll(ward.staying().get());
    return travelling;
  }

  private static List<Intent> sets(Journey journey, SortedSet<Ref> travelling) {
    TreeMap<Ref, Boolean> people = new TreeMap<>();
    travelling.forEach(ref -> people.put(ref, true));
    List<SortedMap<Ref, Boolean>> parts = ListWork.parts(people);
    List<Intent> intents = new ArrayList<>();
    for (int number = 1; number <= parts.size(); number++) {
      Move.Part part = new Move.Part(number, parts.size());
      intents.add(
          Intent.first(
              Function.CLEARANCE,
              new Move.Clear(journey.code(), part, new TreeSet<>(parts.get(number - 1).keySet()), new TreeSet<>())));
    }
    return intents;
  }

  /** As soon as both sides are ready for the same manifest and both have cosigned a checkpoint that shows it. */
  private static List<Intent> authorises(View view) {
    List<Intent> intents = new ArrayList<>();
    if (!holds(view, Function.AUTHORISER) || view.state().course().halted().isPresent() || view.common().isEmpty()) {
      return intents;
    }
    for (Journey journey : view.underWay()) {
      for (Journey.Wave wave : journey.waves()) {
        long from = wave.ready().values().stream().mapToLong(Journey.Given::index).max().orElse(0);
        boolean due = wave.phase() == Journey.WavePhase.READY && view.common().get().size() > from && view.now() <= journey.until();
        if (due) {
          TreeSet<Digest> readies = new TreeSet<>();
          wave.ready().values().forEach(given -> readies.add(given.entry()));
          intents.add(Intent.first(Function.AUTHORISER, new Move.Authorise(journey.code(), wave.number(), readies, view.common().get())));
        }
      }
    }
    return intents;
  }

  private List<Intent> receives(View view) {
    List<Intent> intents = new ArrayList<>();
    if (holds(view, Function.HANDOVER)) {
      ward.guests().forEach(side -> intents.addAll(DayWork.receives(view, Function.HANDOVER, side)));
    }
    return intents;
  }

  private List<Intent> counts(View view) {
    List<Intent> intents = new ArrayList<>();
    if (holds(view, Function.HANDOVER)) {
      ward.guests().forEach(side -> intents.addAll(DayWork.countsAtArrival(view, Function.HANDOVER, side, ward.shortCounts())));
    }
    return intents;
  }
}
