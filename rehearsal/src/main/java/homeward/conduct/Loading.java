package homeward.conduct;

import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.PartyId;
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

/**
 * Who of a holder's people goes in which wave of a tranche. The lot decides, as references are drawn at random: the lowest ones
 * go first. Planning by a written policy comes in their place.
 */
final class Loading {
  private final View view;
  private final int waves;
  private final int offset;
  private final int step;
  private final List<SortedMap<String, SortedSet<Ref>>> counted = new ArrayList<>();
  private final List<SortedMap<String, SortedSet<Ref>>> outside = new ArrayList<>();

  private Loading(View view, int waves, int offset, int step) {
    this.view = view;
    this.waves = waves;
    this.offset = offset;
    this.step = step;
  }

  static Loading of(View view, Book book, Journey journey, Terms.Tranche tranche) {
    boolean authoriser = view.state().course().functions().containsKey(Function.AUTHORISER);
    boolean mineFirst = view.terms().begins().equals(view.otherSide());
    Loading loading = new Loading(view, waves(view, book, tranche), authoriser || mineFirst ? 1 : 2, authoriser ? 1 : 2);
    loading.fill(book, tranche);
    return loading;
  }

  /** How many waves a tranche takes: by the larger part, and twice that where each wave carries one side's people. */
  static int waves(View view, Book book, Terms.Tranche tranche) {
    int largest = view.terms().sides().stream().mapToInt(side -> people(view, book, tranche, side)).max().orElse(0);
    int each = Math.max(1, (largest + book.seats() - 1) / book.seats());
    return view.state().course().functions().containsKey(Function.AUTHORISER) ? each : 2 * each;
  }

  private static int people(View view, Book book, Terms.Tranche tranche, PartyId side) {
    return view.terms().categories().keySet().stream()
        .mapToInt(category -> allotted(view, book, tranche, side, category) + tranche.uncounted(side, category))
        .sum();
  }

  /** The quota; of a category that is exchanged all for all, everybody agreed, in the tranche that carries them. */
  private static int allotted(View view, Book book, Terms.Tranche tranche, PartyId side, String category) {
    boolean all = java.util.Objects.requireNonNull(view.terms().categories().get(category)).all();
    int number = view.terms().tranches().indexOf(tranche) + 1;
    boolean now = book.everybody().getOrDefault(number, State.none()).getOrDefault(side, new TreeSet<>()).contains(category);
    return all ? (now ? agreed(view, side, category) : 0) : tranche.counted(side, category);
  }

  private static int agreed(View view, PartyId home, String category) {
    return (int)
        view.state().people().values().stream()
            .filter(person -> !person.holder().equals(home) && person.category().equals(category))
            .filter(person -> person.promise() == homeward.exchange.Person.Promise.AGREED || seatedOnTranche(view, person))
            .count();
  }

  private static boolean seatedOnTranche(View view, homeward.exchange.Person person) {
    return person.seat().map(seat -> !java.util.Objects.requireNonNull(view.state().journeys().get(seat.journey())).direct()).orElse(false);
  }

  private void fill(Book book, Terms.Tranche tranche) {
    int seats = book.seats();
    SortedMap<String, SortedSet<Ref>> free = view.free();
    int mine = waves / step;
    for (int wave = 0; wave < mine; wave++) {
      counted.add(new TreeMap<>());
      outside.add(new TreeMap<>());
    }
    int seated = 0;
    for (String category : view.terms().categories().keySet()) {
      Iterator<Ref> people = free.getOrDefault(category, new TreeSet<>()).iterator();
      seated = seat(people, outside, category, tranche.uncounted(view.otherSide(), category), seated, seats, mine);
      seated = seat(people, counted, category, allotted(view, book, tranche, view.otherSide(), category), seated, seats, mine);
    }
  }

  private static int seat(
      Iterator<Ref> people,
      List<? extends SortedMap<String, SortedSet<Ref>>> rolls,
      String category,
      int count,
      int seatedBefore,
      int seats,
      int waves) {
    int seated = seatedBefore;
    for (int left = count; left > 0 && people.hasNext(); left--) {
      int wave = Math.min(waves - 1, seated / seats);
      rolls.get(wave).computeIfAbsent(category, none -> new TreeSet<>()).add(people.next());
      seated++;
    }
    return seated;
  }

  int waves() {
    return waves;
  }

  /** Whether this holder's people go in the wave of this number. */
  boolean mine(int number) {
    return (number - offset) % step == 0;
  }

  SortedMap<String, SortedSet<Ref>> counted(int number) {
    return counted.get((number - offset) / step);
  }

  SortedMap<String, SortedSet<Ref>> outside(int number) {
    return outside.get((number - offset) / step);
  }
}
