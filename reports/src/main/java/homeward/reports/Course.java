package homeward.reports;

import homeward.clauses.Surroundings;
import homeward.clauses.Telling;
import homeward.clauses.Times;
import homeward.language.Chunk;
import homeward.language.Sentence;
import homeward.language.Span;
import homeward.learning.Chances;
import homeward.learning.Group;
import homeward.learning.Network;
import homeward.reports.Claim.Measure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How far a report says that the exchange has come: of all words that may say it, those that do, by the experience of
 * marked reports. What the rules of the grammar say of a word is one of its traits.
 */
final class Course {
  static final String SAID = "said";
  static final String NOT_SAID = "not-said";
  /** "Second exchange in a week" is left to the rules: marked reports have too few. */
  private static final String ANOTHER = "exchange";
  private static final Map<String, List<String>> WORDS = Map.of(
      "first part", List.of("first", "stageone", "dayone", "maybegin"),
      "second part", List.of("second", "stagetwo", "daytwo"),
      "third part", List.of("third", "stagethree", "daythree"),
      "last part", List.of("last"),
      "completed", List.of("complete", "ended", "fulfilled", "mayend"));
  private static final int FIRST_PARAGRAPHS = 4;
  /** How likely it must be, by what was tried on reports marked blind. */
  private static final double LIKELY = 0.5;
  private static final double LIKELY_BY_RULES = 0.1;
  /** The same for "the third phase": where a report says more than one thing of its course, those who marked reports often chose another. */
  private static final double NUMBERED_BY_RULES = 0.01;
  private static final Set<String> NUMBERED = Set.of("second part", "third part");

  private final List<Place> places;
  private final List<Met> numbers;
  private final Optional<LocalDate> written;
  private final Telling telling;

  /**
   * A word that may say how far an exchange has come.
   *
   * @param wording what it would say
   * @param byRules whether the rules take it for a claim
   */
  record Place(String wording, Sentence sentence, int at, int paragraph, boolean headline, Times times, boolean byRules) {
    Span span() {
      return sentence.chunks().get(at).span();
    }
  }

  Course(List<Place> places, List<Met> numbers, Optional<LocalDate> written, Telling telling) {
    this.telling = telling;
    this.places = places;
    this.numbers = numbers;
    this.written = written;
  }

  /** The places in a sentence whose words may say how far the exchange has come. */
  static List<Place> places(Sentence sentence, int paragraph, boolean headline, Times times) {
    Map<Integer, String> byRules = new TreeMap<>();
    Stages.of(sentence).forEach(stage -> byRules.put(stage.at(), stage.wording()));
    List<Place> places = new ArrayList<>();
    for (int at = 0; at < sentence.chunks().size(); at++) {
      Chunk chunk = sentence.chunks().get(at);
      String said = byRules.getOrDefault(at, "");
      Optional<String> may = WORDS.entrySet().stream().filter(entry -> entry.getValue().stream().anyMatch(chunk::is))
          .map(Map.Entry::getKey).min(String::compareTo);
      if (!said.isEmpty() || may.isPresent()) {
        places.add(new Place(said.isEmpty() ? may.orElseThrow() : said, sentence, at, paragraph, headline, times, !said.isEmpty()));
      }
    }
    return places;
  }

  List<Place> places() {
    return places;
  }

  /** The traits of a place. */
  List<String> traits(int index) {
    Place place = places.get(index);
    Set<String> traits = new TreeSet<>();
    new Surroundings(place.sentence(), place.at()).addTo(traits);
    Surroundings.kinds(place.sentence().chunks().get(place.at())).forEach(kind -> traits.add("own." + kind));
    traits.add("own=" + Surroundings.form(place.sentence().chunks().get(place.at())));
    String wording = place.wording().replace(' ', '_');
    traits.add("wording=" + wording);
    traits.add("rules=" + place.byRules() + '/' + wording);
    traits.add("paragraph=" + Math.min(place.paragraph(), FIRST_PARAGRAPHS));
    place.sentence().find("nostage", place.at()).ifPresent(found -> traits.add("grammar.nostage"));
    if (place.headline()) {
      traits.add("headline");
    }
    traits.add("day=" + day(place) + '/' + wording);
    report(traits, index);
    return List.copyOf(traits);
  }

  /** When it was, beside the day of writing. */
  private String day(Place place) {
    Optional<LocalDate> day = place.times().event(place.at()).to();
    return day.isEmpty() || written.isEmpty() ? "unknown"
        : day.get().isAfter(written.get()) ? "ahead" : day.get().isBefore(written.get().minusDays(1)) ? "past" : "now";
  }

  /** What else the report says of its course, and how many counts it gives. */
  private void report(Set<String> traits, int index) {
    Place own = places.get(index);
    String wording = own.wording().replace(' ', '_');
    boolean earlier = false;
    for (int other = 0; other < places.size(); other++) {
      Place place = places.get(other);
      if (other != index && place.byRules()) {
        traits.add("rules-elsewhere=" + place.wording().replace(' ', '_') + '/' + wording);
      }
      if (place.headline() && other != index) {
        traits.add("in-headline=" + place.wording().replace(' ', '_') + '/' + wording);
      }
      earlier |= other < index && place.wording().equals(own.wording());
    }
    traits.add(earlier ? "said-before" : "first-time");
    long counts = numbers.stream().flatMap(met -> met.byRules().stream()).filter(claim -> claim.what().measure() == Measure.EXCHANGED)
        .map(claim -> claim.what().value()).distinct().count();
    traits.add("counts=" + Math.min(counts, FIRST_PARAGRAPHS) + '/' + wording);
    boolean agreed = numbers.stream().flatMap(met -> met.byRules().stream()).anyMatch(claim -> claim.what().measure() == Measure.AGREED);
    traits.add("agreed=" + agreed + '/' + wording);
  }

  /** "A visitor had declared the exchange completed": what somebody says is told as a claim, also by a report that knows better. */
  private static boolean declared(Place place) {
    return place.byRules() && place.wording().equals("completed") && place.sentence().has("say");
  }

  /** The places as cases that are judged together: each is tied to those before and after it, and to those of the same wording. */
  Group group() {
    List<List<Integer>> before = new ArrayList<>();
    List<List<Integer>> after = new ArrayList<>();
    List<List<Integer>> same = new ArrayList<>();
    List<List<Integer>> other = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      int own = i;
      String wording = places.get(i).wording();
      before.add(i == 0 ? List.of() : List.of(i - 1));
      after.add(i == places.size() - 1 ? List.of() : List.of(i + 1));
      same.add(all(place -> place != own && places.get(place).wording().equals(wording)));
      other.add(all(place -> places.get(place).byRules() && !places.get(place).wording().equals(wording)));
    }
    return new Group(IntStream.range(0, places.size()).mapToObj(this::traits).toList(),
        Map.of("before", before, "after", after, "same", same, "other", other),
        telling.text(places.stream().map(place -> telling.place(place.sentence(), place.at())).toList()));
  }

  private List<Integer> all(IntPredicate tied) {
    return IntStream.range(0, places.size()).filter(tied).boxed().toList();
  }

  /** The places that say it: of one wording the likeliest. */
  List<Place> said(List<Network> networks) {
    List<Chances> chance = Network.judge(networks, group()).of(Experience.COURSE);
    Map<String, Place> best = new TreeMap<>();
    Map<String, Double> chances = new TreeMap<>();
    for (int i = 0; i < places.size(); i++) {
      boolean another = places.get(i).byRules() && places.get(i).wording().startsWith(ANOTHER, places.get(i).wording().indexOf(' ') + 1);
      double likelihood = another || declared(places.get(i)) ? 1 : chance.get(i).of(SAID);
      String wording = places.get(i).wording();
      double likely = !places.get(i).byRules() ? LIKELY : NUMBERED.contains(wording) ? NUMBERED_BY_RULES : LIKELY_BY_RULES;
      if (likelihood > likely && likelihood > chances.getOrDefault(wording, 0.0)) {
        best.put(wording, places.get(i));
        chances.put(wording, likelihood);
      }
    }
    return List.copyOf(best.values());
  }
}
