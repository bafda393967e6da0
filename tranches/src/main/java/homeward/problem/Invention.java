package homeward.problem;

import homeward.problem.Person.Age;
import homeward.problem.Person.CannotGo;
import homeward.problem.Person.Health;
import homeward.problem.Person.Sex;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Problems of invented people, for trials and figures; the same size and seed give the same problem. Units lie together at
 * few sites, a quarter are civilians, 3 in 100 are seriously wounded and 8 sick, 14 in 100 cannot go, some are named, and
 * 2 in 100 belong to a group of two to four. Two fifths of the sites can be opened on one day, of more than thirty a third.
 */
public final class Invention {
  private static final List<CannotGo> REASONS = List.of(CannotGo.DECLINED, CannotGo.UNFIT, CannotGo.UNVERIFIED, CannotGo.HELD_BACK);
  private static final int SEATS = 50;
  private static final int SECTORS = 8;
  private static final int LONGEST = 42;

  private final int size;
  private final SplittableRandom random;
  private final int sites;
  private final int units;
  private final int routes;

  private Invention(int size, long seed) {
    this.size = size;
    this.random = new SplittableRandom(seed);
    this.sites = size <= 200 ? 4 : size <= 2_000 ? 10 : size <= 15_000 ? 30 : size <= 50_000 ? 45 : 80;
    this.units = size <= 200 ? 12 : size <= 2_000 ? 40 : size <= 15_000 ? 120 : size <= 50_000 ? 200 : 400;
    this.routes = size <= 2_000 ? 4 : size <= 50_000 ? 6 : 8;
  }

  /** Three days, on which half of 1,000 people go, or 1,000 of more. */
  public static Problem threeDays(int people, long seed) {
    int going = Math.min(1_000, people / 2);
    int civilians = going * 12 / 100;
    int first = going * 27 / 100;
    int second = going * 31 / 100;
    return new Invention(people, seed).problem(List.of(
        new int[] {first, civilians}, new int[] {second, 0}, new int[] {going - civilians - first - second, 0}));
  }

  /** Ten days, on which half of everybody who can go does. */
  public static Problem half(int people, long seed) {
    int military = people * 74 / 100 * 86 / 100 / 2;
    int civilians = people * 26 / 100 * 86 / 100 / 2;
    return new Invention(people, seed).problem(IntStream.range(0, 10)
        .mapToObj(day -> new int[] {military * (day + 1) / 10 - military * day / 10, civilians * (day + 1) / 10 - civilians * day / 10})
        .toList());
  }

  private Problem problem(List<int[]> counts) {
    List<Day> days = new ArrayList<>();
    int openings = sites <= 10 ? Math.max(2, sites * 2 / 5 + 2) : sites <= 30 ? sites * 2 / 5 : sites / 3;
    for (int i = 0; i < counts.size(); i++) {
      SortedMap<String, Integer> returns = new TreeMap<>();
      returns.put("military", counts.get(i)[0]);
      if (counts.get(i)[1] > 0) {
        returns.put("civilian", counts.get(i)[1]);
      }
      int people = counts.get(i)[0] + counts.get(i)[1];
      days.add(new Day("day-" + (i + 1), returns, Optional.empty(), Optional.of(openings), Optional.of(Math.ceilDiv(people, SEATS) + openings / 2)));
    }
    int most = counts.stream().mapToInt(each -> each[0] + each[1]).max().orElse(0);
    List<Route> roads = IntStream.range(0, routes)
        .mapToObj(i -> new Route("route-" + (i + 1), Math.ceilDiv(most * 2, SEATS * routes) + 1 + random.nextInt(2), SEATS)).toList();
    List<Site> places = IntStream.range(0, sites)
        .mapToObj(i -> new Site("site-" + (i + 1), "route-" + (i % routes + 1), Optional.of(Math.ceilDiv(most * 3, openings) - random.nextInt(Math.ceilDiv(most, openings) + 1)),
            Optional.empty())).toList();
    return new Problem(Problem.FORMAT, days, roads, places, Optional.empty(), people(counts));
  }

  private List<Person> people(List<int[]> counts) {
    int going = counts.stream().mapToInt(each -> each[0] + each[1]).sum();
    int[] lots = shuffled();
    int[] homes = IntStream.range(0, units).map(unit -> random.nextInt(sites)).toArray();
    List<Person> people = new ArrayList<>();
    String group = "";
    int left = 0;
    int groupSite = 0;
    for (int i = 0; i < size; i++) {
      if (left == 0 && random.nextInt(150) == 0) {
        left = 2 + random.nextInt(3);
        group = "group-" + i;
        groupSite = random.nextInt(sites);
      }
      int unit = random.nextInt(units);
      int site = left > 0 && random.nextInt(5) > 0 ? groupSite : random.nextInt(10) < 7 ? homes[unit] : random.nextInt(sites);
      Optional<String> together = left > 0 ? Optional.of(group) : Optional.empty();
      left = Math.max(0, left - 1);
      people.add(person(site, unit, together, lots[i], going));
    }
    return people;
  }

  private Person person(int site, int unit, Optional<String> group, int lot, int going) {
    boolean civilian = random.nextInt(100) < 26;
    int ill = random.nextInt(100);
    Health health = ill < 3 ? Health.SERIOUSLY_WOUNDED : ill < 11 ? Health.SICK : Health.WELL;
    Sex sex = random.nextInt(100) < (civilian ? 30 : 4) ? Sex.FEMALE : Sex.MALE;
    int years = random.nextInt(100);
    Age age = years < 3 ? Age.UNDER_20 : years < (civilian ? 20 : 5) ? Age.OVER_60 : Age.FROM_20_TO_59;
    Optional<CannotGo> cannot = group.isEmpty() && random.nextInt(100) < 14
        ? Optional.of(REASONS.get(random.nextInt(REASONS.size()))) : Optional.empty();
    boolean named = cannot.isEmpty() && group.isEmpty() && !civilian && random.nextInt(size) < Math.max(1, going / 100);
    int held = months();
    return new Person(reference(), civilian ? "civilian" : "military", "site-" + (site + 1), health, sex, age, held,
        "unit-" + (unit + 1), "sector-" + (unit % SECTORS + 1), group, named ? Optional.of(true) : Optional.empty(), cannot,
        Optional.empty(), lot);
  }

  /** More of them held for a short time than for a long one. */
  private int months() {
    int one = random.nextInt(LONGEST);
    int other = random.nextInt(LONGEST);
    return 1 + Math.min(one, other);
  }

  /** A reference says nothing: not even in which order people were written down. */
  private String reference() {
    return String.format(Locale.ROOT, "%012x", random.nextLong() >>> 16);
  }

  private int[] shuffled() {
    int[] lots = IntStream.rangeClosed(1, size).toArray();
    for (int i = size - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = lots[i];
      lots[i] = lots[other];
      lots[other] = kept;
    }
    return lots;
  }
}
