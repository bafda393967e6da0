package homeward.reports;

import homeward.clauses.Telling;
import homeward.learning.Group;
import homeward.reports.SecondLook.Sight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/** The numbers of a report beside one another: what the others were thought to be at first sight, and by what they are tied to each. */
final class Beside {
  /** Numbers up to this are taken for no part of another. */
  private static final int SMALL = 20;

  private final List<Met> numbers;
  private final List<Sight> sights;
  private final Telling telling;

  /** Takes the numbers of a report, what was thought of each, and the report's words. */
  Beside(List<Met> numbers, List<Sight> sights, Telling telling) {
    this.numbers = numbers;
    this.sights = sights;
    this.telling = telling;
  }

  /** The numbers as cases that are judged together. */
  Group group(List<List<String>> traits) {
    List<List<String>> all = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      List<String> known = new ArrayList<>(traits.get(i));
      known.addAll(thoughts(i));
      all.add(known);
    }
    return new Group(all, ties(), telling.text(numbers.stream().map(met -> telling.place(met.sentence(), met.at())).toList()));
  }

  /** Tied to a number are its neighbours, the claims of the rules, and what is as many, half of it, twice as many, part of it or the whole. */
  private Map<String, List<List<Integer>>> ties() {
    List<Integer> claims = IntStream.range(0, numbers.size()).filter(i -> numbers.get(i).byRules().isPresent()).boxed().toList();
    Map<Long, List<Integer>> places = new HashMap<>();
    for (int i = 0; i < numbers.size(); i++) {
      places.computeIfAbsent(numbers.get(i).value(), value -> new ArrayList<>()).add(i);
    }
    Map<String, List<List<Integer>>> ties = new TreeMap<>();
    for (int i = 0; i < numbers.size(); i++) {
      int own = i;
      long value = numbers.get(i).value();
      LongPredicate part = other -> other > SMALL && other < value && 2 * other != value && places.containsKey(value - other);
      LongPredicate whole = other -> value > SMALL && other > value && places.containsKey(other - value);
      Map<String, List<Integer>> tied = Map.ofEntries(
          Map.entry("before", i == 0 ? List.of() : List.of(i - 1)),
          Map.entry("after", i == numbers.size() - 1 ? List.of() : List.of(i + 1)),
          Map.entry("claims", claims),
          Map.entry("claim-before", claims.reversed().stream().filter(other -> other < own).limit(1).toList()),
          Map.entry("claim-after", claims.stream().filter(other -> other > own).limit(1).toList()),
          Map.entry("as-many", places.getOrDefault(value, List.of()).stream().filter(other -> other != own).toList()),
          Map.entry("as-many-of-the-other-side", places.getOrDefault(value, List.of()).stream()
              .filter(other -> numbers.get(own).ofTheOtherSide(numbers.get(other), Integer.MAX_VALUE)).toList()),
          Map.entry("half", value % 2 == 0 && value > 0 ? places.getOrDefault(value / 2, List.of()) : List.of()),
          Map.entry("twice", value > 0 ? places.getOrDefault(2 * value, List.of()) : List.of()),
          Map.entry("part", claims.stream().filter(other -> part.test(numbers.get(other).value())).toList()),
          Map.entry("whole", claims.stream().filter(other -> whole.test(numbers.get(other).value())).toList()));
      tied.forEach((kind, others) -> ties.computeIfAbsent(kind, any -> new ArrayList<>()).add(others));
    }
    return ties;
  }

  /** The traits of a number beside what is thought of the others. */
  private List<String> thoughts(int index) {
    Set<String> traits = new TreeSet<>();
    Sight own = sights.get(index);
    long value = numbers.get(index).value();
    traits.add("thought=" + own.what());
    traits.add("thought-basis=" + own.whose());
    neighbour(traits, index, -1);
    neighbour(traits, index, 1);
    long most = 0;
    Map<String, Integer> bases = new TreeMap<>();
    for (int other = 0; other < sights.size(); other++) {
      Sight sight = sights.get(other);
      if (other == index || sight.what().equals(SecondLook.NONE)) {
        continue;
      }
      long theirs = numbers.get(other).value();
      most = Math.max(most, theirs);
      bases.merge(sight.whose(), 1, Integer::sum);
      if (theirs == value) {
        traits.addAll(List.of("twin=" + sight.what(), "twin-basis=" + sight.whose(), "twin-kind=" + sight.who()));
      }
      if (2 * theirs == value) {
        traits.add("twice-basis=" + sight.whose());
      }
      if (2 * value == theirs) {
        traits.add("half-basis=" + sight.whose());
      }
    }
    traits.add("thought-" + (value > most ? "above-all" : value == most ? "largest" : "smaller"));
    bases.entrySet().stream().max(Map.Entry.comparingByValue()).ifPresent(basis -> traits.add("mostly=" + basis.getKey()));
    sums(traits, index);
    return List.copyOf(traits);
  }

  private void neighbour(Set<String> traits, int index, int step) {
    String tag = step < 0 ? "claim-before" : "claim-after";
    for (int other = index + step; other >= 0 && other < sights.size(); other += step) {
      Sight sight = sights.get(other);
      if (!sight.what().equals(SecondLook.NONE)) {
        long more = Long.signum(numbers.get(other).value() - numbers.get(index).value());
        traits.addAll(List.of(tag + '=' + sight.what(), tag + "-kind=" + sight.who(), tag + "-basis=" + sight.whose(),
            tag + "-both=" + sight.what() + '/' + sight.whose(), tag + "-size=" + more));
        return;
      }
    }
  }

  /** Numbers that add up to it, or to which it adds up with another. */
  private void sums(Set<String> traits, int index) {
    Map<Long, String> told = new TreeMap<>();
    for (int other = 0; other < sights.size(); other++) {
      if (other != index && sights.get(other).what().equals("exchanged")) {
        told.put(numbers.get(other).value(), sights.get(other).whose());
      }
    }
    long value = numbers.get(index).value();
    told.forEach((part, basis) -> {
      if (2 * part < value && told.containsKey(value - part)) {
        traits.add("sum-basis=" + basis);
      }
      String whole = told.get(value + part);
      if (whole != null) {
        traits.add("part-basis=" + whole);
      }
    });
  }
}
