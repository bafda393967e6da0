package homeward.reports;

import homeward.clauses.NumberPhrase;
import homeward.clauses.Surroundings;
import homeward.language.Chunk;
import homeward.language.Chunk.Content.Counted;
import homeward.language.Chunk.Content.Named;
import homeward.language.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What holds of a number in a report, as short words: the number itself, the words and kinds of words around it, what the
 * lines of the grammar say of it, and what the other numbers of the report are. Weights are learnt for these words.
 */
final class Traits {
  private static final int FIRST_PARAGRAPHS = 4;
  private static final int FEW = 3;
  private static final int TENS = 10;
  private static final long[] SIZES = {2, 10, 30, 100, 400, 1000, 2100, 10_000};
  private static final List<String> FIELDS = List.of("drop", "measure", "deed", "name", "formula", "pair", "inreturn", "basis", "gives",
      "takes", "elliptic", "category", "inherit", "amongst", "part", "combined", "summed", "toward", "cumulative", "another", "whole",
      "schedule", "count");

  private static final Set<String> ENDS = Set.of("completed", "last part", "third part");
  private static final int MANY = 50;
  private static final String NOWHERE = "nowhere";
  private static final List<String> FAR = List.of("sentence", "paragraph", "later", "earlier", NOWHERE);

  private final List<Met> numbers;
  private final List<String> parties;
  private final TreeSet<Long> told = new TreeSet<>();
  private final Map<Long, List<Integer>> byValue = new HashMap<>();
  /** The numbers beside which the other side is said to have got as many. */
  private final List<Met> matched;
  private final boolean civilians;
  /** What the rules find said of how far the exchange has come. */
  private final List<Course.Place> course;
  private final boolean ended;

  Traits(List<Met> numbers, Course course, List<String> parties) {
    this.numbers = numbers;
    this.parties = parties;
    this.course = course.places().stream().filter(Course.Place::byRules).toList();
    ended = this.course.stream().anyMatch(place -> ENDS.contains(place.wording()));
    matched = numbers.stream().filter(Traits::saysTheSame).toList();
    civilians = numbers.stream().anyMatch(met -> met.counted().category().equals("civilian"));
    numbers.stream().filter(met -> met.byRules().isPresent()).forEach(met -> told.add(met.value()));
    for (int i = 0; i < numbers.size(); i++) {
      byValue.computeIfAbsent(numbers.get(i).value(), value -> new ArrayList<>()).add(i);
    }
  }

  /** The traits of the number at a place in the list of numbers. */
  List<String> of(int index) {
    Met met = numbers.get(index);
    Set<String> traits = new TreeSet<>();
    own(traits, met);
    new Surroundings(met.sentence(), met.at()).addTo(traits);
    sentences(traits, met);
    grammar(traits, met);
    report(traits, index);
    halves(traits, index);
    civilians(traits, met);
    course(traits, met);
    return List.copyOf(traits);
  }

  private static void own(Set<String> traits, Met met) {
    Counted counted = met.counted();
    long value = met.value();
    traits.add("size=" + size(value));
    traits.add("qualifier=" + counted.quantity().qualifier().word().replace(' ', '_'));
    traits.add("noun=" + counted.category());
    traits.add(counted.side().isEmpty() ? "no-side" : "of-a-side");
    Surroundings.kinds(met.sentence().chunks().get(met.at())).forEach(kind -> traits.add("own." + kind));
    traits.add("paragraph=" + Math.min(met.paragraph(), FIRST_PARAGRAPHS));
    when(traits, counted.inWords(), "in-words");
    when(traits, counted.quantity().percent(), "percent");
    when(traits, met.headline(), "headline");
    when(traits, value >= 1900 && value <= 2100 && counted.category().isEmpty(), "like-a-year");
    when(traits, value % 100 == 0, "round");
  }

  private static void when(Set<String> traits, boolean holds, String trait) {
    if (holds) {
      traits.add(trait);
    }
  }

  private static int size(long value) {
    int size = 0;
    while (size < SIZES.length && value >= SIZES[size]) {
      size++;
    }
    return size;
  }

  private void sentences(Set<String> traits, Met met) {
    List<Chunk> chunks = met.sentence().chunks();
    traits.add("sides=" + sides(chunks));
    traits.add("sides-left=" + sides(chunks.subList(0, met.at())));
    traits.add("sides-before=" + met.before().map(before -> Integer.toString(sides(before.chunks()))).orElse("none"));
    met.before().ifPresent(before -> before.chunks().forEach(
        chunk -> Surroundings.kinds(chunk).forEach(kind -> traits.add("earlier." + kind))));
    traits.add("sides-after=" + met.after().map(after -> Integer.toString(sides(after.chunks()))).orElse("none"));
    met.after().ifPresent(after -> after.chunks().forEach(
        chunk -> Surroundings.kinds(chunk).forEach(kind -> traits.add("later." + kind))));
  }

  private int sides(List<Chunk> chunks) {
    return (int) chunks.stream().filter(chunk -> chunk.content() instanceof Named named && parties.contains(named.side()))
        .map(chunk -> ((Named) chunk.content()).side()).distinct().count();
  }

  /** What the lines of the grammar and the governing word say. */
  private void grammar(Set<String> traits, Met met) {
    Sentence sentence = met.sentence();
    for (String field : FIELDS) {
      sentence.find(field, met.at()).ifPresent(found -> traits.add("grammar." + field + '=' + found.value().replace(' ', '_')));
    }
    NumberPhrase phrase = new NumberPhrase(sentence, met.at());
    traits.add("tense=" + phrase.tense());
    traits.add("one-side=" + phrase.oneSide(parties).map(side -> side.isEmpty() ? "some" : "named").orElse("no"));
    when(traits, phrase.governed(), "governed");
    when(traits, phrase.held(), "held");
    when(traits, phrase.freed(), "freed");
    when(traits, phrase.people(), "people");
    when(traits, phrase.traded(), "traded");
    when(traits, phrase.byBoth(), "by-both");
    when(traits, phrase.byEach(), "by-each");
    when(traits, phrase.givenByBoth(), "given-by-both");
    when(traits, phrase.amongPeople(), "among-people");
    when(traits, phrase.whole() >= 0, "part");
    when(traits, phrase.isWhole(), "whole");
    when(traits, phrase.bare(), "bare");
    when(traits, phrase.sinceElsewhere(), "since-elsewhere");
    when(traits, phrase.sinceCapture(), "since-capture");
    traits.add("rules=" + met.byRules().map(claim -> claim.what().measure().word()).orElse("none"));
    traits.add("rules-basis=" + met.byRules().map(claim -> claim.whose().basis().word()).orElse("none"));
    traits.add("rules-both=" + met.byRules().map(claim -> claim.what().measure().word() + '/' + claim.whose().basis().word()).orElse("none")
        + '/' + met.counted().category());
    String kind = met.byRules().map(claim -> claim.what().category()).orElse("none");
    traits.addAll(List.of("rules-kind=" + kind, "rules-kind-of=" + kind + '/' + met.counted().category()));
  }

  /** What the other numbers of the report are to this one. */
  private void report(Set<String> traits, int index) {
    Met met = numbers.get(index);
    int same = 0;
    int sameBefore = 0;
    for (int other : byValue.getOrDefault(met.value(), List.of())) {
      Met twin = numbers.get(other);
      if (other != index) {
        same++;
        sameBefore += other < index ? 1 : 0;
        when(traits, twin.sentence().find("formula", twin.at()).isPresent(), "formula-elsewhere");
        twin.byRules().ifPresent(claim -> traits.add("elsewhere=" + claim.what().measure().word()));
        twin.byRules().ifPresent(claim -> traits.add("elsewhere-basis=" + claim.whose().basis().word()));
      }
    }
    traits.add("again=" + Math.min(same, FEW));
    traits.add("again-before=" + Math.min(sameBefore, 2));
    sums(traits, met.value());
    last(traits, index);
  }

  private void sums(Set<String> traits, long value) {
    long most = told.isEmpty() ? 0 : told.last();
    when(traits, value >= 2 * TENS && value % 2 == 0 && told.contains(value / 2), "twice-another");
    when(traits, value >= TENS && told.contains(2 * value), "half-another");
    when(traits, told.headSet((value + 1) / 2).stream().anyMatch(part -> told.contains(value - part)), "sum-of-two");
    when(traits, value == most, "largest");
    when(traits, value > most, "above-all");
  }

  /** The claim before it. */
  private void last(Set<String> traits, int index) {
    Met met = numbers.get(index);
    for (int other = index - 1; other >= 0; other--) {
      Met before = numbers.get(other);
      if (before.byRules().isPresent()) {
        Claim claim = before.byRules().get();
        String where = before.sentence() == met.sentence() ? "last1" : before.paragraph() == met.paragraph() ? "last2" : "last3";
        traits.add(where + '=' + claim.what().measure().word());
        traits.add(where + "-basis=" + claim.whose().basis().word());
        traits.add(where + "-kind=" + claim.what().category());
        traits.add(where + (claim.what().value() > met.value() ? "-more" : claim.what().value() < met.value() ? "-fewer" : "-same"));
        return;
      }
    }
    traits.add("last=none");
  }

  /** Whose people it is said to count, and where the report counts as many of the same side's and of the other side's. */
  private void halves(Set<String> traits, int index) {
    Met met = numbers.get(index);
    List<Met> twins = byValue.getOrDefault(met.value(), List.of()).stream().filter(other -> other != index).map(numbers::get)
        .filter(twin -> !twin.side().isEmpty() && !met.side().isEmpty()).toList();
    traits.add("same-side=" + nearest(met, twins.stream().filter(twin -> twin.side().equals(met.side()))));
    traits.add("spoken-of=" + (met.side().isEmpty() ? "nobody" : parties.indexOf(met.side()) == 0 ? "one" : "other"));
    String other = nearest(met, twins.stream().filter(twin -> !twin.side().equals(met.side())));
    String same = nearest(met, matched.stream());
    traits.add("other-side=" + other);
    traits.add("same-told=" + same);
    String basis = met.byRules().map(claim -> claim.whose().basis().word()).orElse("none");
    String words = met.inOwnWords() ? "own-words" : "told";
    traits.add(words);
    traits.add("parity=" + (FAR.indexOf(other) <= FAR.indexOf(same) ? "other-" + other : "same-" + same) + '/' + basis + '/' + words);
    boolean each = traits.contains("formula-elsewhere") || traits.contains("elsewhere-basis=per_side");
    traits.add("each=" + each + '/' + basis + '/' + words);
  }

  /** How near to a number the nearest of some others stands. */
  private static String nearest(Met met, Stream<Met> others) {
    return others.map(other -> far(met, other)).min(Comparator.comparingInt(FAR::indexOf)).orElse(NOWHERE);
  }

  private static String far(Met met, Met other) {
    return other.sentence() == met.sentence() ? "sentence" : other.paragraph() == met.paragraph() ? "paragraph"
        : other.paragraph() > met.paragraph() ? "later" : "earlier";
  }

  /** "The other side got the same number": said beside a number, of it or of those before. */
  private static boolean saysTheSame(Met met) {
    return met.sentence().has("same") || met.after().filter(after -> after.has("same")).isPresent();
  }

  /** Where a report tells of civilians, its prisoners of war are soldiers. */
  private void civilians(Set<String> traits, Met met) {
    if (civilians) {
      traits.add("page-civilians");
      traits.add("civilians-and=" + met.counted().category());
    }
  }

  /** How far the exchange has come, here and in the whole report, and whether the days that are told add up to this number. */
  private void course(Set<String> traits, Met met) {
    String measure = met.byRules().map(claim -> claim.what().measure().word()).orElse("none");
    String formula = met.sentence().find("formula", met.at()).isPresent() ? "formula" : "no-formula";
    Set<String> here = new TreeSet<>();
    course.stream().filter(place -> place.sentence() == met.sentence()).forEach(place -> here.add(place.wording().replace(' ', '_')));
    here.forEach(wording -> traits.addAll(List.of("course-here=" + wording, "course-here-of=" + wording + '/' + measure)));
    when(traits, here.isEmpty(), "course-here=none");
    course.forEach(place -> traits.add("course-told=" + place.wording().replace(' ', '_')));
    String end = ended ? "ended" : course.isEmpty() ? "untold" : "begun";
    String days = days(met.value());
    traits.add("end-of=" + end + '/' + measure + '/' + formula);
    traits.add("days=" + days + '/' + formula);
    traits.add("days-end=" + days + '/' + end + '/' + formula);
  }

  /** What the counts of people exchanged that are smaller than a number add up to. */
  private String days(long value) {
    long sum = numbers.stream().flatMap(met -> met.byRules().stream()).map(Claim::what)
        .filter(what -> what.measure() == Claim.Measure.EXCHANGED && !what.category().equals("civilian"))
        .mapToLong(Claim.What::value).filter(part -> part >= MANY && part < value).distinct().sum();
    return sum == 0 ? "untold" : sum == value ? "all" : sum < value ? "some" : "more";
  }
}
