package homeward.reports;

import homeward.clauses.Telling;
import homeward.learning.Chances;
import homeward.learning.Network;
import homeward.reports.Claim.Basis;
import homeward.reports.Claim.Mark;
import homeward.reports.Claim.Measure;
import homeward.reports.Claim.What;
import homeward.reports.Claim.Whose;
import java.util.ArrayList;
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
  /**
   * The answer of the rules stands unless another is this many times as likely, where they have the stronger reason: a headline
   * without a word of whose people, women or children without one, a number of one whole month. Chosen by what was tried on reports
   * marked blind.
   */
  private static final double FIRM = 8;
  /** Of claims less likely than this half are wrong, on reports marked blind: they are not told. */
  private static final double DOUBTFUL = 0.48;
  /** What is this likely a claim, and so only doubtful because of its basis, is told with its basis left open. */
  private static final double A_CLAIM = 0.6;
  /** A basis less likely than this gives way to another on which the claim is true; not where the words themselves say "each". */
  private static final double CERTAIN = 0.8;
  /** What is told as agreed, but carried out this likely, is told as carried out once the ledger has it. */
  private static final double AS_WELL_DONE = 0.2;
  /** A number that somebody's own words tell this likely of one side's people is a claim beside the same number of both. */
  private static final double SURE = 0.6;
  /** The same where the grammar finds one direction told, and by the report itself: "307 Norlanders returned" beside 307 of each side. */
  private static final double DIRECTED = 0.2;
  /** A number of which the grammar finds that it is told of each side does not stay open where that is this likely. */
  private static final double SAID = 0.3;
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
  private final Telling telling;
  private final Experience experience;

  /**
   * What is thought of a number.
   *
   * @param what the measure's word, or none
   * @param who the kind of people
   * @param whose the basis' word
   * @param sure how sure that is
   */
  record Sight(String what, String who, String whose, Sureness sure) {
    /** How likely all three are right. */
    double chance() {
      return sure.counted * sure.based;
    }

    Sight on(String basis) {
      return new Sight(what, who, basis, sure);
    }

    Sight ofAll() {
      return new Sight(what, "all", whose, sure);
    }

    /** On another basis, of which the chances at its place, or at all places where the same is told, are these. */
    Sight on(String basis, Chances bases) {
      return new Sight(what, who, basis, new Sureness(sure.counted, bases.of(basis), sure.perhapsDone));
    }
  }

  /**
   * How sure it is what a number is.
   *
   * @param counted how likely it is that the measure and the kind are right, between 0 and 1
   * @param based how likely it is that the basis is right; 1 where none is asked
   * @param perhapsDone whether what is taken for agreed may as well have been carried out
   */
  record Sureness(double counted, double based, boolean perhapsDone) {
    static final Sureness FULL = new Sureness(1, 1, false);
  }

  /** Takes the numbers of a report, the traits of each, and the report's words. */
  SecondLook(List<Met> numbers, List<List<String>> traits, Telling telling, Experience experience) {
    this.numbers = numbers;
    this.telling = telling;
    this.traits = traits;
    this.experience = experience;
  }

  static SecondLook of(Drafts drafts, List<String> parties, Experience experience) {
    List<Met> numbers = drafts.numbers();
    Traits traits = new Traits(numbers, drafts.course(), parties);
    return new SecondLook(numbers, IntStream.range(0, numbers.size()).mapToObj(traits::of).toList(), drafts.telling(), experience);
  }

  /** The claims of the report: those of the rules that count no numbers, and those that experience makes of the numbers. */
  List<Claim> claims(Drafts drafts) {
    List<Sight> sights = sights();
    Set<Integer> places = new TreeSet<>();
    numbers.forEach(met -> places.add(met.span().start()));
    List<Claim> claims = new ArrayList<>(drafts.claims().stream()
        .filter(claim -> claim.what().measure() == Measure.STAGE ? experience.course().isEmpty() : !places.contains(claim.span().start()))
        .toList());
    if (!experience.course().isEmpty()) {
      drafts.course().said(experience.course()).forEach(place -> claims.add(drafts.stage(place)));
    }
    for (int i = 0; i < numbers.size(); i++) {
      Met met = numbers.get(i);
      Sight sight = sights.get(i);
      if (!sight.what().equals(NONE) && sight.chance() >= DOUBTFUL) {
        claims.add(claim(met, sight, drafts));
        allOfASex(met, sight).ifPresent(more -> claims.add(claim(met, more, drafts)));
      } else if (COUNTED.contains(sight.what()) && sight.sure().counted() >= A_CLAIM) {
        claims.add(claim(met, sight.on(Basis.UNCLEAR.word()), drafts));
      }
    }
    return claims.stream().sorted((one, other) -> Integer.compare(one.span().start(), other.span().start())).toList();
  }

  /** "307 defenders, all of them men": a count of men, besides that of the people. */
  private static Optional<Sight> allOfASex(Met met, Sight sight) {
    return met.sentence().find("sex", met.at()).filter(found -> sight.what().equals("exchanged"))
        .map(found -> new Sight(sight.what(), found.value(), ONE_SIDE, sight.sure()));
  }

  /** What is thought of each number in the end. */
  List<Sight> sights() {
    List<Sight> first = look(traits.stream().map(known -> Odds.of(experience.first(), known)).toList(), false);
    return experience.second().isEmpty() ? first
        : people(mirrored(look(Odds.of(Network.judge(experience.second(), new Beside(numbers, first, telling).group(traits))), true)));
  }

  /** How likely each answer to each of the three questions is. */
  private record Odds(Chances what, Chances who, Chances whose) {
    static Odds of(Experience.Look look, List<String> traits) {
      return new Odds(look.what().chances(traits), look.who().chances(traits), look.whose().chances(traits));
    }

    static List<Odds> of(Network.Judged judged) {
      List<Chances> what = judged.of(Experience.WHAT);
      return IntStream.range(0, what.size())
          .mapToObj(i -> new Odds(what.get(i), judged.of(Experience.WHO).get(i), judged.of(Experience.WHOSE).get(i))).toList();
    }

    /** The odds of one claim that stands in two places. */
    static Odds ofBoth(Odds one, Odds other) {
      return new Odds(Chances.together(List.of(one.what, other.what)), Chances.together(List.of(one.who, other.who)),
          Chances.together(List.of(one.whose, other.whose)));
    }
  }

  private List<Sight> look(List<Odds> seen, boolean last) {
    List<Odds> odds = new ArrayList<>(seen);
    List<Optional<Claim>> byRules = new ArrayList<>(numbers.stream().map(Met::byRules).toList());
    for (int i = 1; i < odds.size(); i++) {
      if (twins(numbers.get(i - 1), numbers.get(i))) {
        odds.set(i, Odds.ofBoth(odds.get(i - 1), odds.get(i)));
        odds.set(i - 1, odds.get(i));
        byRules.set(i, byRules.get(i - 1));
      }
    }
    List<Sight> sights = new ArrayList<>();
    for (int i = 0; i < odds.size(); i++) {
      Sight sight = sight(odds.get(i), byRules.get(i), numbers.get(i).headline(), last);
      sights.add(last && numbers.get(i).saysEach() ? each(sight, odds.get(i)) : sight);
    }
    List<Sight> agreeing = agreeing(sights, odds.stream().map(Odds::whose).toList(), last);
    return last ? IntStream.range(0, agreeing.size()).mapToObj(i -> outright(agreeing.get(i), numbers.get(i))).toList() : agreeing;
  }

  /**
   * "391 soldiers, the two sides taken together" is no count of each side, and "1,200 soldiers home to Norland" none of both, however
   * used experience is to such numbers: they are judged as they are told.
   */
  private static Sight outright(Sight sight, Met met) {
    boolean both = sight.whose().equals(Basis.BOTH_SIDES.word());
    if (!COUNTED.contains(sight.what()) || both == met.saysTogether() || !(met.saysTogether() || met.saysToward())) {
      return sight;
    }
    return new Sight(sight.what(), sight.who(), met.saysTogether() ? Basis.BOTH_SIDES.word() : ONE_SIDE,
        new Sureness(sight.sure().counted(), 1, sight.sure().perhapsDone()));
  }

  /** "So far 780 have been released by each side" is no count of both together, however used experience is to such a number of both. */
  private static Sight each(Sight sight, Odds odds) {
    if (sight.whose().equals(Basis.BOTH_SIDES.word())) {
      return sight.on(Basis.PER_SIDE.word());
    }
    boolean open = sight.whose().equals(Basis.UNCLEAR.word()) && odds.whose.of(Basis.PER_SIDE.word()) >= SAID;
    return open ? sight.on(Basis.PER_SIDE.word(), odds.whose) : sight;
  }

  /** "1,000 for 1,000": the two numbers of a formula are one claim. */
  private static boolean twins(Met first, Met second) {
    return first.sentence() == second.sentence() && first.value() == second.value() && second.at() - first.at() <= FORMULA
        && first.sentence().find("formula", first.at()).isPresent();
  }

  private static Sight sight(Odds odds, Optional<Claim> byRules, boolean headline, boolean last) {
    Optional<String> basis = byRules.map(claim -> claim.whose().basis().word());
    boolean ofAMonth = byRules.filter(claim -> claim.what().measure() == Measure.EXCHANGED && claim.when().wholeMonth()).isPresent();
    String what = odds.what.best(byRules.map(claim -> claim.what().measure().word()).orElse(NONE), last && ofAMonth ? FIRM : 1);
    if (what.equals(NONE)) {
      return new Sight(NONE, "", "", Sureness.FULL);
    }
    String who = odds.who.best(byRules.map(claim -> claim.what().category()).orElse(""), 1);
    boolean open = (headline || BY_SEX.contains(who)) && basis.filter(Basis.UNCLEAR.word()::equals).isPresent();
    String whose = odds.whose.best(basis.orElse(""), last && open ? FIRM : 1);
    boolean perhapsDone = what.equals("agreed") && odds.what.of("exchanged") >= AS_WELL_DONE;
    return new Sight(what, who, whose,
        new Sureness(odds.what.of(what) * odds.who.of(who), COUNTED.contains(what) ? odds.whose.of(whose) : 1, perhapsDone));
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
      boolean same = numbers.get(i).sameNext() && !numbers.get(i).inOwnWords() && !BY_SEX.contains(sight.who()) && !ofMore(i, byValue);
      boolean inTurn = alike.stream().anyMatch(other -> sights.get(other).what().equals(sight.what())
          && numbers.get(i).ofTheOtherSide(numbers.get(other), IN_TURN));
      return alike.contains(i) && (same || inTurn) ? sight.on(Basis.PER_SIDE.word()) : sight;
    }).toList();
  }

  /** "305 came back, 19 officers among them. The same number went the other way": as many as the 305. */
  private boolean ofMore(int place, Map<Long, List<Integer>> toOneSide) {
    Met part = numbers.get(place);
    return toOneSide.entrySet().stream().filter(entry -> entry.getKey() > part.value()).flatMap(entry -> entry.getValue().stream())
        .anyMatch(whole -> whole < place && part.paragraph() - numbers.get(whole).paragraph() <= 1);
  }

  /**
   * "303 soldiers came back, and 303 prisoners of war were handed over in return", "303 soldiers for as many prisoners of war": of each
   * side so many people, not so many soldiers. Beside civilians prisoners of war are soldiers.
   */
  private List<Sight> people(List<Sight> sights) {
    return IntStream.range(0, sights.size()).mapToObj(i -> {
      Sight sight = sights.get(i);
      boolean soldiers = sight.what().equals("exchanged") && sight.who().equals("military") && sight.whose().equals(Basis.PER_SIDE.word());
      boolean others = numbers.get(i).forAsManyPrisoners()
          || IntStream.range(0, sights.size()).anyMatch(other -> prisonersFor(numbers.get(i), numbers.get(other)));
      return soldiers && others ? sight.ofAll() : sight;
    }).toList();
  }

  /** Whether two numbers count as many of the one side's soldiers as of the other side's prisoners, one way or the other. */
  private static boolean prisonersFor(Met one, Met other) {
    return one.value() == other.value() && one.ofTheOtherSide(other, IN_TURN)
        && Set.copyOf(List.of(one.counted().category(), other.counted().category())).equals(Set.of("military", "all"))
        && !one.besideCivilians() && !other.besideCivilians();
  }

  /** A count that is told several times is on one basis: the likeliest over all of its places. */
  private List<Sight> agreeing(List<Sight> sights, List<Chances> bases, boolean last) {
    Map<String, List<Integer>> told = new TreeMap<>();
    for (int i = 0; i < sights.size(); i++) {
      Sight sight = sights.get(i);
      boolean own = sight.whose().equals(ONE_SIDE) && numbers.get(i).inOwnWords() && bases.get(i).of(ONE_SIDE) >= SURE;
      if (COUNTED.contains(sight.what()) && !own) {
        told.computeIfAbsent(String.join(" ", Long.toString(numbers.get(i).value()), sight.what(), sight.who()),
            count -> new ArrayList<>()).add(i);
      }
    }
    List<Sight> agreeing = new ArrayList<>(sights);
    told.values().stream().filter(places -> places.size() > 1).forEach(places -> {
      Chances all = Chances.together(places.stream().map(bases::get).toList());
      boolean each = last && all.best().equals(Basis.PER_SIDE.word())
          && places.stream().flatMap(place -> directed(place).stream()).distinct().count() == 1;
      for (int place : places) {
        Chances here = bases.get(place);
        boolean mutual = places.stream().anyMatch(other -> numbers.get(place).ofTheOtherSide(numbers.get(other), Integer.MAX_VALUE));
        boolean own = each && !mutual && directed(place).isPresent() && here.of(ONE_SIDE) >= DIRECTED;
        agreeing.set(place, own ? sights.get(place).on(ONE_SIDE) : sights.get(place).on(all.best(), all));
      }
    });
    return agreeing;
  }

  /**
   * The side whose people a number counts, where the grammar finds that its sentence names one direction only; not where the report tells
   * what a side says of its own people.
   */
  private Optional<String> directed(int place) {
    return numbers.get(place).byRules().filter(claim -> !numbers.get(place).sentence().has("say")).map(Claim::whose)
        .filter(whose -> whose.basis() == Basis.TO_ONE_SIDE).map(Whose::side)
        .filter(side -> !side.isEmpty());
  }

  private static Claim claim(Met met, Sight sight, Drafts drafts) {
    Measure measure = Measure.valueOf(sight.what().toUpperCase(Locale.ROOT));
    boolean age = measure == Measure.YOUNGEST_AGE || measure == Measure.OLDEST_AGE;
    What what = new What(measure, age ? "all" : sight.who(), met.value(), Measures.qualifier(measure, met.counted()), "");
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
    boolean saidSo = (basis == Basis.PER_SIDE && met.saysEach()) || (basis == Basis.BOTH_SIDES && met.saysTogether());
    return claim.markedWhere(sight.chance() < UNSURE, Mark.UNSURE).markedWhere(sight.sure().based() < CERTAIN && !saidSo, Mark.OPEN)
        .markedWhere(sight.sure().perhapsDone(), Mark.PERHAPS_DONE).markedWhere(open, Mark.WORKED_OUT);
  }
}
