package homeward.reports;

import homeward.learning.Weights;
import homeward.reports.Claim.Basis;
import homeward.reports.Claim.Mark;
import homeward.reports.Claim.Measure;
import homeward.reports.Claim.What;
import homeward.reports.Claim.Whose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Looks at every number of a report once more, with the experience of many marked reports: what the rules made of it is
 * one of its traits, and mostly the strongest.
 */
final class SecondLook {
  static final String NONE = "none";
  /** The answer of the rules stands unless another is this many times as likely, by what was tried on reports marked blind. */
  private static final double RULES = 2;
  /** The same where the rules have the stronger reason: a headline without a word of whose people, a number of one whole month. */
  private static final double FIRM = 8;
  /** Of claims less likely than this half are wrong, on reports marked blind: they are not told. */
  private static final double DOUBTFUL = 0.3;
  /** A number that somebody's own words tell this likely of one side's people is a claim beside the same number of both. */
  private static final double SURE = 0.75;
  /** The same where the grammar finds one direction told, in anybody's words: "307 Norlanders returned" beside 307 of each side. */
  private static final double DIRECTED = 0.6;
  /** How many paragraphs apart a count of the one side and the same count of the other may stand to be told in turn. */
  private static final int IN_TURN = 1;
  /** Of claims less likely than this six in ten are right, of the others nine in ten, on reports marked blind. */
  private static final double UNSURE = 0.6;
  /** How far the second number of a formula may stand from the first: "1,000 people for 1,000". */
  private static final int FORMULA = 3;
  private static final String ONE_SIDE = Basis.TO_ONE_SIDE.word();
  private static final Set<String> BY_SEX = Set.of("women", "men", "children");
  private static final Set<String> COUNTED = Set.of("exchanged", "agreed");

  private final List<Met> numbers;
  private final List<List<String>> traits;
  private final Experience experience;

  /**
   * What is thought of a number.
   *
   * @param what the measure's word, or none
   * @param who the kind of people
   * @param whose the basis' word
   * @param chance how likely all three are right, between 0 and 1
   */
  record Sight(String what, String who, String whose, double chance) {
    Sight on(String basis) {
      return new Sight(what, who, basis, chance);
    }
  }

  /** Takes the numbers of a report and the traits of each. */
  SecondLook(List<Met> numbers, List<List<String>> traits, Experience experience) {
    this.numbers = numbers;
    this.traits = traits;
    this.experience = experience;
  }

  static SecondLook of(Drafts drafts, List<String> parties, Experience experience) {
    List<Met> numbers = drafts.numbers();
    Traits traits = new Traits(numbers, drafts.course(), parties);
    return new SecondLook(numbers, IntStream.range(0, numbers.size()).mapToObj(traits::of).toList(), experience);
  }

  /** The claims of the report: those of the rules that count no numbers, and those that experience makes of the numbers. */
  List<Claim> claims(Drafts drafts) {
    List<Sight> sights = sights();
    Set<Integer> places = new TreeSet<>();
    numbers.forEach(met -> places.add(met.span().start()));
    List<Claim> claims = new ArrayList<>(drafts.claims().stream()
        .filter(claim -> claim.what().measure() == Measure.STAGE ? experience.course().isEmpty() : !places.contains(claim.span().start()))
        .toList());
    experience.course().ifPresent(weights -> drafts.course().said(weights).forEach(place -> claims.add(drafts.stage(place))));
    for (int i = 0; i < numbers.size(); i++) {
      Met met = numbers.get(i);
      if (!sights.get(i).what().equals(NONE) && sights.get(i).chance() >= DOUBTFUL) {
        claims.add(claim(met, sights.get(i), drafts));
        allOfASex(met, sights.get(i)).ifPresent(sight -> claims.add(claim(met, sight, drafts)));
      }
    }
    return claims.stream().sorted((one, other) -> Integer.compare(one.span().start(), other.span().start())).toList();
  }

  /** "307 defenders, all of them men": a count of men, besides that of the people. */
  private static Optional<Sight> allOfASex(Met met, Sight sight) {
    return met.sentence().find("sex", met.at()).filter(found -> sight.what().equals("exchanged"))
        .map(found -> new Sight(sight.what(), found.value(), ONE_SIDE, sight.chance()));
  }

  /** What is thought of each number in the end. */
  List<Sight> sights() {
    List<Sight> first = look(experience.first(), traits, false);
    if (experience.second().isEmpty()) {
      return first;
    }
    List<List<String>> more = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      List<String> both = new ArrayList<>(traits.get(i));
      both.addAll(others(numbers, first, i));
      more.add(both);
    }
    return mirrored(look(experience.second().get(), more, true));
  }

  /** How likely each answer to each of the three questions is. */
  private static final class Odds {
    private final double[] what;
    private final double[] who;
    private final double[] whose;

    private Odds(double[] what, double[] who, double[] whose) {
      this.what = what;
      this.who = who;
      this.whose = whose;
    }

    static Odds of(Experience.Look look, List<String> traits) {
      return new Odds(look.what().chances(traits), look.who().chances(traits), look.whose().chances(traits));
    }

    /** The odds of one claim that stands in two places: of each answer the mean of both, as a product. */
    static Odds ofBoth(Odds one, Odds other) {
      return new Odds(mean(one.what, other.what), mean(one.who, other.who), mean(one.whose, other.whose));
    }

    private static double[] mean(double[] one, double[] other) {
      double[] mean = new double[one.length];
      Arrays.setAll(mean, i -> Math.sqrt(one[i] * other[i]));
      double sum = Arrays.stream(mean).sum();
      return Arrays.stream(mean).map(share -> share / sum).toArray();
    }
  }

  private List<Sight> look(Experience.Look look, List<List<String>> known, boolean last) {
    List<Odds> odds = new ArrayList<>(known.stream().map(traits -> Odds.of(look, traits)).toList());
    List<Optional<Claim>> byRules = new ArrayList<>(numbers.stream().map(Met::byRules).toList());
    for (int i = 1; i < known.size(); i++) {
      if (twins(numbers.get(i - 1), numbers.get(i))) {
        odds.set(i, Odds.ofBoth(odds.get(i - 1), odds.get(i)));
        odds.set(i - 1, odds.get(i));
        byRules.set(i, byRules.get(i - 1));
      }
    }
    List<Sight> sights = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      sights.add(sight(look, odds.get(i), byRules.get(i), numbers.get(i).headline(), last));
    }
    return agreeing(look.whose(), sights, odds.stream().map(chances -> chances.whose).toList(), last);
  }

  /** "1,000 for 1,000": the two numbers of a formula are one claim. */
  private static boolean twins(Met first, Met second) {
    return first.sentence() == second.sentence() && first.value() == second.value() && second.at() - first.at() <= FORMULA
        && first.sentence().find("formula", first.at()).isPresent();
  }

  private static Sight sight(Experience.Look look, Odds odds, Optional<Claim> byRules, boolean headline, boolean last) {
    Optional<String> basis = byRules.map(claim -> claim.whose().basis().word());
    boolean ofAMonth = byRules.filter(claim -> claim.what().measure() == Measure.EXCHANGED && claim.when().wholeMonth()).isPresent();
    boolean open = headline && basis.filter(Basis.UNCLEAR.word()::equals).isPresent();
    double rules = last ? RULES : 1;
    String what = best(look.what(), odds.what, byRules.map(claim -> claim.what().measure().word()).orElse(NONE),
        last && ofAMonth ? FIRM : rules);
    if (what.equals(NONE)) {
      return new Sight(NONE, "", "", 1);
    }
    String who = best(look.who(), odds.who, byRules.map(claim -> claim.what().category()).orElse(""), rules);
    String whose = best(look.whose(), odds.whose, basis.orElse(""), last && open ? FIRM : rules);
    double counted = COUNTED.contains(what) ? odds.whose[look.whose().answers().indexOf(whose)] : 1;
    return new Sight(what, who, whose,
        odds.what[look.what().answers().indexOf(what)] * odds.who[look.who().answers().indexOf(who)] * counted);
  }

  /**
   * "Norland got 270 soldiers back. Vestria received the same number": what is told of one side's people, and in the next sentence of
   * the other's, is told of each side's; so is what is counted of the one side and then of the other, in turn. What somebody says of
   * his own side's people in his own words stays a count of theirs.
   */
  private List<Sight> mirrored(List<Sight> sights) {
    Map<Long, List<Integer>> byValue = new TreeMap<>();
    for (int i = 0; i < sights.size(); i++) {
      if (sights.get(i).whose().equals(ONE_SIDE) && COUNTED.contains(sights.get(i).what())) {
        byValue.computeIfAbsent(numbers.get(i).value(), value -> new ArrayList<>()).add(i);
      }
    }
    return IntStream.range(0, sights.size()).mapToObj(i -> {
      Sight sight = sights.get(i);
      List<Integer> alike = byValue.getOrDefault(numbers.get(i).value(), List.of());
      boolean same = numbers.get(i).sameNext() && !numbers.get(i).inOwnWords() && !BY_SEX.contains(sight.who());
      boolean inTurn = alike.stream().anyMatch(other -> sights.get(other).what().equals(sight.what())
          && numbers.get(i).ofTheOtherSide(numbers.get(other), IN_TURN));
      return alike.contains(i) && (same || inTurn) ? sight.on(Basis.PER_SIDE.word()) : sight;
    }).toList();
  }

  private static String best(Weights weights, double[] chances, String byRules, double rules) {
    int best = 0;
    for (int i = 1; i < chances.length; i++) {
      best = chances[i] > chances[best] ? i : best;
    }
    int kept = weights.answers().indexOf(byRules);
    return weights.answers().get(kept >= 0 && chances[kept] * rules >= chances[best] ? kept : best);
  }

  /** A count that is told several times is on one basis: the likeliest over all of its places. */
  private List<Sight> agreeing(Weights weights, List<Sight> sights, List<double[]> bases, boolean last) {
    int oneSide = weights.answers().indexOf(ONE_SIDE);
    Map<String, List<Integer>> told = new TreeMap<>();
    for (int i = 0; i < sights.size(); i++) {
      Sight sight = sights.get(i);
      boolean own = sight.whose().equals(ONE_SIDE) && numbers.get(i).inOwnWords()
          && bases.get(i)[oneSide] >= SURE;
      if (COUNTED.contains(sight.what()) && !own) {
        told.computeIfAbsent(String.join(" ", Long.toString(numbers.get(i).value()), sight.what(), sight.who()),
            count -> new ArrayList<>()).add(i);
      }
    }
    List<Sight> agreeing = new ArrayList<>(sights);
    told.values().stream().filter(places -> places.size() > 1).forEach(places -> {
      double[] sums = new double[weights.answers().size()];
      for (int place : places) {
        for (int i = 0; i < sums.length; i++) {
          sums[i] += Math.log(bases.get(place)[i] + 1e-9);
        }
      }
      String basis = best(weights, Arrays.stream(sums).map(sum -> Math.exp(sum / places.size())).toArray(), "", 1);
      boolean each = last && basis.equals(Basis.PER_SIDE.word()) && places.stream().flatMap(place -> directed(place).stream())
          .distinct().count() == 1;
      places.forEach(place -> agreeing.set(place, sights.get(place).on(
          each && directed(place).isPresent() && bases.get(place)[oneSide] >= DIRECTED ? ONE_SIDE : basis)));
    });
    return agreeing;
  }

  /** The side whose people a number counts, where the grammar finds that its sentence names one direction only. */
  private Optional<String> directed(int place) {
    return numbers.get(place).byRules().map(Claim::whose).filter(whose -> whose.basis() == Basis.TO_ONE_SIDE).map(Whose::side);
  }

  /** The traits of a number beside what is thought of the others. */
  static List<String> others(List<Met> numbers, List<Sight> sights, int index) {
    Set<String> traits = new TreeSet<>();
    Sight own = sights.get(index);
    long value = numbers.get(index).value();
    traits.add("thought=" + own.what());
    traits.add("thought-basis=" + own.whose());
    neighbour(traits, numbers, sights, index, -1);
    neighbour(traits, numbers, sights, index, 1);
    long most = 0;
    Map<String, Integer> bases = new TreeMap<>();
    for (int other = 0; other < sights.size(); other++) {
      Sight sight = sights.get(other);
      if (other == index || sight.what().equals(NONE)) {
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
    sums(traits, numbers, sights, index);
    return List.copyOf(traits);
  }

  private static void neighbour(Set<String> traits, List<Met> numbers, List<Sight> sights, int index, int step) {
    String tag = step < 0 ? "claim-before" : "claim-after";
    for (int other = index + step; other >= 0 && other < sights.size(); other += step) {
      Sight sight = sights.get(other);
      if (!sight.what().equals(NONE)) {
        long more = Long.signum(numbers.get(other).value() - numbers.get(index).value());
        traits.addAll(List.of(tag + '=' + sight.what(), tag + "-kind=" + sight.who(), tag + "-basis=" + sight.whose(),
            tag + "-both=" + sight.what() + '/' + sight.whose(), tag + "-size=" + more));
        return;
      }
    }
  }

  /** Numbers that add up to it, or to which it adds up with another. */
  private static void sums(Set<String> traits, List<Met> numbers, List<Sight> sights, int index) {
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

  private static Claim claim(Met met, Sight sight, Drafts drafts) {
    Measure measure = Measure.valueOf(sight.what().toUpperCase(Locale.ROOT));
    boolean age = measure == Measure.YOUNGEST_AGE || measure == Measure.OLDEST_AGE;
    What what = new What(measure, age ? "all" : sight.who(), met.value(), met.counted().quantity().qualifier(), "");
    Basis basis = switch (measure) {
      case STILL_HELD, RETURNED_TO_DATE -> Basis.TOTAL;
      case GROWTH_PER_YEAR_PERCENT, STAGE -> Basis.NONE;
      case YOUNGEST_AGE, OLDEST_AGE -> Basis.TO_ONE_SIDE;
      case EXCHANGED, AGREED, MONTHLY_AVERAGE, AVERAGE_PER_EXCHANGE -> Basis.valueOf(sight.whose().toUpperCase(Locale.ROOT));
    };
    Optional<Claim> byRules = met.byRules();
    String side = byRules.map(claim -> claim.whose().side()).filter(named -> !named.isEmpty()).orElse(met.side());
    Whose whose = byRules.map(Claim::whose).filter(same -> same.basis() == basis)
        .orElse(new Whose(basis, basis == Basis.TO_ONE_SIDE || basis == Basis.TOTAL ? side : "", basis != Basis.TO_ONE_SIDE));
    boolean same = byRules.filter(claim -> claim.what().measure() == measure).isPresent();
    boolean open = byRules.filter(claim -> claim.whose().basis() == Basis.UNCLEAR).isPresent() && basis != Basis.UNCLEAR;
    Claim claim = same ? byRules.get().of(what).by(whose) : drafts.claim(met, what, whose);
    Claim told = sight.chance() < UNSURE ? claim.marked(Mark.UNSURE) : claim;
    return open ? told.marked(Mark.WORKED_OUT) : told;
  }
}
