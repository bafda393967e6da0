package homeward.agreement;

import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.Terms;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Invents an agreement that can be carried out, of any shape, from a seed. */
final class Inventing {
  private static final LocalDate AGREED_ON = LocalDate.of(2025, 6, 2);
  private static final List<String> CODES = List.of("military", "civilian", "medical");
  private static final List<String> PLACES = List.of("north-crossing", "river-bridge", "airfield-4");
  private static final int MOST_OF_A_CATEGORY = 20;
  private static final int MOST_ABOVE = 9;

  private final long seed;
  private final SplittableRandom random;
  private final Parties parties;
  private final List<Agreement.Category> categories;
  private final int tranches;

  Inventing(long seed) {
    this.seed = seed;
    this.random = new SplittableRandom(seed);
    this.parties = Parties.draw(random);
    this.categories = inventCategories();
    this.tranches = 1 + random.nextInt(3);
  }

  Agreement agreement() {
    boolean equal = random.nextInt(4) > 0;
    int[][][] returns = counts(equal);
    List<Agreement.Surplus> surplus = new ArrayList<>();
    List<Agreement.Debt> debts = new ArrayList<>();
    above(returns, surplus, debts);
    List<Agreement.Tranche> drawn = inventTranches(returns, equal);
    boolean committed = oneIn(4);
    return new Agreement(
        "invented-" + Math.abs(seed % 1_000_000),
        AGREED_ON,
        parties.sides(),
        parties.thirdParties(),
        parties.opens(),
        parties.sides().get(random.nextInt(2)).id(),
        categories,
        drawn,
        new Agreement.Balance(equal ? Terms.Parity.EQUAL : Terms.Parity.AS_AGREED, surplus, debts),
        new Agreement.Conduct(random.nextBoolean(), oneIn(3) || parties.nobodyClears(), committed, 2 + random.nextInt(2), 3 + random.nextInt(30)),
        new Agreement.Deadlines(48, 72, 240, 24, 24, drawn.getLast().day().plusDays(30 + random.nextInt(30))),
        clauses());
  }

  private boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  private List<Agreement.Category> inventCategories() {
    int many = 1 + random.nextInt(CODES.size());
    boolean byWeight = oneIn(4);
    int all = oneIn(4) ? random.nextInt(many) : -1;
    List<Agreement.Category> invented = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      String words = "Whoever both lists name as " + CODES.get(i) + ".";
      invented.add(new Agreement.Category(CODES.get(i), words, byWeight ? 1 + random.nextInt(4) : 1, i == all));
    }
    return List.copyOf(invented);
  }

  /** How many return, by side, category and tranche; nobody of a category exchanged all for all. */
  private int[][][] counts(boolean equal) {
    int[][][] counts = new int[2][categories.size()][tranches];
    for (int category = 0; category < categories.size(); category++) {
      int first = random.nextInt(MOST_OF_A_CATEGORY);
      int second = equal ? first : random.nextInt(MOST_OF_A_CATEGORY);
      if (!categories.get(category).all()) {
        spread(counts[0][category], first);
        spread(counts[1][category], second);
      }
    }
    shift(counts);
    return counts;
  }

  /** One tranche may carry more to one side and a later one more to the other. */
  private void spread(int[] byTranche, int people) {
    for (int i = 0; i < people; i++) {
      byTranche[random.nextInt(byTranche.length)]++;
    }
  }

  /** Categories unequal, totals equal (edge case 27): one of the first for one of the second of equal weight. */
  private void shift(int[][][] counts) {
    boolean possible = categories.size() > 1
        && categories.stream().limit(2).noneMatch(Agreement.Category::all)
        && categories.get(0).weight() == categories.get(1).weight();
    for (int tranche = 0; possible && tranche < tranches; tranche++) {
      int moved = random.nextInt(1 + Math.min(MOST_ABOVE / tranches, counts[0][0][tranche]));
      counts[0][0][tranche] -= moved;
      counts[0][1][tranche] += moved;
    }
  }

  /** More people for one side, and the surplus or the debt that says why. */
  private void above(int[][][] counts, List<Agreement.Surplus> surplus, List<Agreement.Debt> debts) {
    int category = random.nextInt(categories.size());
    if (categories.get(category).all() || random.nextBoolean()) {
      return;
    }
    int side = random.nextInt(2);
    int people = 1 + random.nextInt(MOST_ABOVE);
    spread(counts[side][category], people);
    String code = categories.get(category).code();
    if (random.nextBoolean()) {
      surplus.add(new Agreement.Surplus(parties.sides().get(side).id(), code, people));
    } else {
      Digest closing = Digest.of(("an earlier exchange " + seed).getBytes(StandardCharsets.UTF_8));
      debts.add(new Agreement.Debt(parties.sides().get(1 - side).id(), code, people, closing));
    }
  }

  /** Those in which somebody returns; a first one is always made to have somebody. */
  private List<Agreement.Tranche> inventTranches(int[][][] returns, boolean equal) {
    int carrier = random.nextInt(tranches);
    boolean oneSide = !equal && oneIn(2);
    List<Agreement.Tranche> drawn = new ArrayList<>();
    LocalDate day = AGREED_ON.plusDays(3 + random.nextInt(10));
    for (int tranche = 0; tranche < tranches; tranche++) {
      var counted = bySide(returns, tranche);
      var everybody = everybody(tranche == carrier, oneSide);
      boolean empty = counted.values().stream().allMatch(SequencedMap::isEmpty)
          && everybody.values().stream().allMatch(List::isEmpty);
      boolean needed = drawn.isEmpty() && tranche == tranches - 1;
      var outside = bySide(outside(empty && needed), tranche);
      if (!empty || needed) {
        drawn.add(inventTranche(day, counted, outside, everybody));
        day = day.plusDays(1 + random.nextInt(3));
      }
    }
    return List.copyOf(drawn);
  }

  private Agreement.Tranche inventTranche(
      LocalDate day,
      SequencedMap<String, SequencedMap<String, Integer>> counted,
      SequencedMap<String, SequencedMap<String, Integer>> outside,
      SequencedMap<String, List<String>> everybody) {
    Instant from = at(day, 6 + random.nextInt(6));
    Instant until = at(day, 15 + random.nextInt(8));
    Instant publishAt = until.plusSeconds(3_600L * random.nextInt(25));
    return new Agreement.Tranche(
        day, PLACES.get(random.nextInt(PLACES.size())), from, until, publishAt, counted, outside, everybody);
  }

  private static Instant at(LocalDate day, int hour) {
    return day.atTime(LocalTime.of(hour, 0)).toInstant(ZoneOffset.UTC);
  }

  /** One or two people outside the count, for one side in one tranche (edge case 26); mostly none. */
  private int[][][] outside(boolean needed) {
    int[][][] outside = new int[2][categories.size()][tranches];
    if (needed || oneIn(5)) {
      outside[random.nextInt(2)][random.nextInt(categories.size())] = random.ints(tranches, 1, 3).toArray();
    }
    return outside;
  }

  private SequencedMap<String, SequencedMap<String, Integer>> bySide(int[][][] counts, int tranche) {
    SequencedMap<String, SequencedMap<String, Integer>> bySide = new LinkedHashMap<>();
    for (int side = 0; side < 2; side++) {
      SequencedMap<String, Integer> byCategory = new LinkedHashMap<>();
      for (int category = 0; category < categories.size(); category++) {
        if (counts[side][category][tranche] > 0) {
          byCategory.put(categories.get(category).code(), counts[side][category][tranche]);
        }
      }
      bySide.put(parties.sides().get(side).id(), byCategory);
    }
    return bySide;
  }

  private SequencedMap<String, List<String>> everybody(boolean carrier, boolean oneSide) {
    List<String> all = categories.stream().filter(Agreement.Category::all).map(Agreement.Category::code).toList();
    SequencedMap<String, List<String>> everybody = new LinkedHashMap<>();
    everybody.put(parties.sides().getFirst().id(), carrier && !oneSide ? all : List.of());
    everybody.put(parties.sides().getLast().id(), carrier ? all : List.of());
    return everybody;
  }

  private Agreement.Clauses clauses() {
    List<Agreement.Clause> further =
        oneIn(2) ? List.of(new Agreement.Clause("belongings", "What was taken from people is returned to them.")) : List.of();
    return new Agreement.Clauses(oneIn(3) ? List.of() : Written.WITHOUT_PREJUDICE, further);
  }

  /** Two sides, perhaps one on paper, no third party or up to two, and functions held here and there or by nobody. */
  private record Parties(List<Agreement.Party> sides, List<Agreement.Party> thirdParties, String opens) {
    private static final List<List<String>> SIDES =
        List.of(List.of("A", "B"), List.of("Upper", "Lower"), List.of("2", "1"), List.of("z9", "East"));

    static Parties draw(SplittableRandom random) {
      List<String> ids = SIDES.get(random.nextInt(SIDES.size()));
      int onPaper = random.nextInt(5) == 0 ? random.nextInt(2) : -1;
      int opens = onPaper < 0 ? random.nextInt(2) : 1 - onPaper;
      List<String> third = List.of("M", "N").subList(0, random.nextInt(3));
      Map<Function, String> holders = holders(random, third, ids.get(opens));
      return new Parties(
          List.of(side(ids.get(0), onPaper == 0, holders), side(ids.get(1), onPaper == 1, holders)),
          third.stream().map(id -> party(id, "Third party " + id, false, holders)).toList(),
          ids.get(opens));
    }

    /** Then people who were not asked have to be let go, or nobody could be. */
    boolean nobodyClears() {
      return Stream.concat(sides.stream(), thirdParties.stream()).noneMatch(party -> party.functions().contains(Function.CLEARANCE));
    }

    /** The transcript is always kept. A side with a node may hold what a third party may, but it authorises nothing. */
    private static Map<Function, String> holders(SplittableRandom random, List<String> third, String side) {
      Map<Function, String> holders = new EnumMap<>(Function.class);
      for (Function function : Written.FUNCTIONS.values()) {
        boolean vacant = function != Function.KEEPER && random.nextInt(4) == 0;
        boolean bySide = third.isEmpty() || random.nextInt(6) == 0;
        if (!vacant && bySide && function != Function.AUTHORISER) {
          holders.put(function, side);
        } else if (!vacant && !third.isEmpty()) {
          holders.put(function, third.get(random.nextInt(third.size())));
        }
      }
      return holders;
    }

    private static Agreement.Party side(String id, boolean onPaper, Map<Function, String> holders) {
      return party(id, "Side " + id, onPaper, holders);
    }

    private static Agreement.Party party(String id, String name, boolean onPaper, Map<Function, String> holders) {
      TreeSet<Function> functions = new TreeSet<>();
      holders.forEach((function, holder) -> {
        if (holder.equals(id)) {
          functions.add(function);
        }
      });
      return new Agreement.Party(id, name, onPaper, Collections.unmodifiableSortedSet(functions));
    }
  }
}
