package homeward.conduct;

import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.PartyId;
import homeward.exchange.Person;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.exchange.Terms;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who of a holder's people goes in which wave of a journey: as many as the terms say, in the order in which the holder chooses them. */
final class Loading {
  private final View view;
  private final Book book;
  private final Journey journey;
  private final Terms.Tranche tranche;
  private final List<SortedMap<String, SortedSet<Ref>>> counted = new ArrayList<>();
  private final List<SortedMap<String, SortedSet<Ref>>> outside = new ArrayList<>();

  private Loading(View view, Book book, Journey journey) {
    this.view = view;
    this.book = book;
    this.journey = journey;
    this.tranche = view.terms().tranches().get(journey.tranche().orElseThrow() - 1);
  }

  static Loading of(View view, Book book, Journey journey) {
    Loading loading = new Loading(view, book, journey);
    loading.fill();
    return loading;
  }

  /** How many waves the tranche of a journey takes. */
  static int waves(View view, Book book, Journey journey) {
    return new Loading(view, book, journey).order().size();
  }

  /**
   * Whose people each wave brings home: both sides' where a release authoriser lets both go together; else one side's, in turn,
   * beginning as the terms say, for as long as both have people left.
   */
  private List<List<PartyId>> order() {
    PartyId begins = view.terms().begins();
    PartyId other = view.terms().otherSide(begins);
    int first = wavesOf(begins);
    int second = wavesOf(other);
    List<List<PartyId>> order = new ArrayList<>();
    if (view.state().course().functions().containsKey(Function.AUTHORISER)) {
      for (int wave = 0; wave < Math.max(1, Math.max(first, second)); wave++) {
        order.add(List.of(begins, other));
      }
      return order;
    }
    for (int wave = 0; wave < Math.max(first, second); wave++) {
      if (wave < first) {
        order.add(List.of(begins));
      }
      if (wave < second) {
        order.add(List.of(other));
      }
    }
    return order;
  }

  private int wavesOf(PartyId home) {
    int people =
        view.terms().categories().keySet().stream()
            .mapToInt(category -> allotted(home, category) + tranche.uncounted(home, category))
            .sum();
    return (people + book.seats() - 1) / book.seats();
  }

  /** The quota; of a category that is exchanged all for all, everybody who is left, in the tranche that carries them. */
  private int allotted(PartyId home, String category) {
    boolean all = java.util.Objects.requireNonNull(view.terms().categories().get(category)).all();
    int number = view.terms().tranches().indexOf(tranche) + 1;
    boolean now = book.everybody().getOrDefault(number, State.none()).getOrDefault(home, new TreeSet<>()).contains(category);
    int left = now ? Math.max(0, left(home, category) - outsideFromNow(home, category)) : 0;
    return all ? left : tranche.counted(home, category);
  }

  /** Who goes outside the count, in this tranche or a later one, is not carried with the others. */
  private int outsideFromNow(PartyId home, String category) {
    return view.terms().tranches().stream()
        .dropWhile(earlier -> !earlier.equals(tranche))
        .mapToInt(each -> each.uncounted(home, category))
        .sum();
  }

  /** Agreed and not gone yet, or already on a roll of this journey. */
  private int left(PartyId home, String category) {
    return (int)
        view.state().people().entrySet().stream()
            .filter(entry -> !entry.getValue().holder().equals(home) && entry.getValue().category().equals(category))
            .filter(entry -> view.agreed(entry.getKey(), entry.getValue()) || seated(entry.getValue()))
            .count();
  }

  private boolean seated(Person person) {
    return person.seat().map(seat -> seat.journey().equals(journey.code())).orElse(false);
  }

  /** Place by place: the places of rolls that are lodged already are taken, in the order in which they were filled. */
  private void fill() {
    SortedMap<String, SortedSet<Ref>> free = view.free();
    int mine = (int) order().stream().filter(homes -> homes.contains(view.otherSide())).count();
    for (int wave = 0; wave < mine; wave++) {
      counted.add(new TreeMap<>());
      outside.add(new TreeMap<>());
    }
    int place = 0;
    for (String category : view.terms().categories().keySet()) {
      Iterator<Ref> people = book.choosing().order(journey.tranche().orElseThrow(), free.getOrDefault(category, new TreeSet<>())).iterator();
      place = seat(people, outside, category, tranche.uncounted(view.otherSide(), category), place);
      place = seat(people, counted, category, allotted(view.otherSide(), category), place);
    }
  }

  private int seat(
      Iterator<Ref> people, List<? extends SortedMap<String, SortedSet<Ref>>> rolls, String category, int count, int firstPlace) {
    int taken = book.seats() * (int) journey.waves().stream().filter(wave -> wave.rolls().containsKey(view.me())).count();
    for (int place = firstPlace; place < firstPlace + count; place++) {
      if (place >= taken && people.hasNext()) {
        rolls.get(place / book.seats()).computeIfAbsent(category, none -> new TreeSet<>()).add(people.next());
      }
    }
    return firstPlace + count;
  }

  int waves() {
    return order().size();
  }

  /** Whether this holder's people go in the wave of this number. */
  boolean mine(int number) {
    return order().get(number - 1).contains(view.otherSide());
  }

  /** Which of this holder's waves it is, from 0. */
  private int ordinal(int number) {
    return (int) order().stream().limit(number - 1L).filter(homes -> homes.contains(view.otherSide())).count();
  }

  SortedMap<String, SortedSet<Ref>> counted(int number) {
    return counted.get(ordinal(number));
  }

  SortedMap<String, SortedSet<Ref>> outside(int number) {
    return outside.get(ordinal(number));
  }

  /** How many holders' rolls make a wave whole. */
  static int rolls(View view) {
    return view.state().course().functions().containsKey(Function.AUTHORISER) ? 2 : 1;
  }
}
