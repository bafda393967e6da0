package homeward.reports;

import homeward.clauses.NumberPhrase;
import homeward.clauses.Speakers;
import homeward.clauses.Telling;
import homeward.clauses.Times;
import homeward.language.Chunk;
import homeward.language.Chunk.Content.Counted;
import homeward.language.Chunk.Content.Named;
import homeward.language.Moment;
import homeward.language.Quantity.Qualifier;
import homeward.language.Sentence;
import homeward.language.Sentence.Finding;
import homeward.language.Sides;
import homeward.language.Span;
import homeward.language.When;
import homeward.reports.Claim.Basis;
import homeward.reports.Claim.Mark;
import homeward.reports.Claim.Measure;
import homeward.reports.Claim.What;
import homeward.reports.Claim.Whose;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns sentences into claims, one number or stage at a time; claims said twice are settled afterwards. */
final class Drafts {
  /** Beyond this many claims a text is no report, and is not read on. */
  static final int MOST = 2_000;

  private static final Set<String> ENDS = Set.of("completed", "last part");
  private static final Set<String> BY_SEX = Set.of("women", "men", "children");
  private static final int BESIDE = 5;
  private static final int PAIR = 14;
  private static final int RECENT = 6;
  private static final int LONGEST_EXCHANGE = 45;
  private static final String OPENING = "\u201c\u201e\u00ab";
  private static final String CLOSING = "\u201d\u00bb";
  private static final long MOST_PEOPLE = 100_000_000L;

  private final String text;
  private final List<String> parties;
  private final Optional<LocalDate> written;
  private final List<Claim> claims = new ArrayList<>();
  private final List<Met> numbers = new ArrayList<>();
  private final List<Course.Place> places = new ArrayList<>();
  private int paragraphs = -1;
  private @Nullable Sentence sentenceBefore;
  private boolean quoted;
  private int quotedTo;
  private @Nullable Sentence sentenceAfter;
  private boolean headline;
  private When carried = When.UNKNOWN;
  private When lastEvent = When.UNKNOWN;
  private final List<Sentence> sentences = new ArrayList<>();
  private String carriedSide = "";
  private Optional<Claim> latest = Optional.empty();
  /** Whether the latest claim stands in the paragraph at hand. */
  private boolean near;
  /** Whether the sentence before counts exchanges. */
  private boolean many;
  /** How many claims the sentence before made. */
  private int lately;

  Drafts(String text, Sides sides, Optional<LocalDate> written) {
    this.text = text;
    this.parties = sides.names().stream().map(Sides.Name::id).toList();
    this.written = written;
  }

  List<Claim> claims() {
    return claims;
  }

  /**
   * Reads a paragraph.
   *
   * @param following the first sentence of the next one: agencies give each sentence a paragraph, and "the same number went the other
   *     way" then speaks of the paragraph before
   */
  void paragraph(List<Sentence> sentences, boolean isHeadline, Optional<Sentence> following) {
    headline = isHeadline;
    paragraphs++;
    sentenceBefore = null;
    quoted = false;
    quotedTo = sentences.isEmpty() ? 0 : text.lastIndexOf('\n', sentences.getFirst().span().start() - 1) + 1;
    carried = When.UNKNOWN;
    carriedSide = "";
    near = false;
    many = false;
    for (int i = 0; i < sentences.size() && claims.size() < MOST; i++) {
      sentenceAfter = i + 1 < sentences.size() ? sentences.get(i + 1) : following.filter(Met::tellsOfTheSame).orElse(null);
      sentence(sentences.get(i));
    }
  }

  /** The sides a sentence names, each once, in order. */
  static List<String> sides(Sentence sentence) {
    return sentence.chunks().stream().filter(chunk -> chunk.content() instanceof Named)
        .map(chunk -> ((Named) chunk.content()).side()).distinct().toList();
  }

  private void sentence(Sentence sentence) {
    Times times = new Times(sentence, written, carried, lastEvent);
    List<Linked.Draft> drafts = new ArrayList<>();
    for (int at = 0; at < sentence.chunks().size(); at++) {
      Optional<Claim> claim = number(sentence, at, times);
      if (claim.isPresent() && !inReturn(sentence, at, claim.get())) {
        Claim told = definite(sentence, at, toldBefore(claim.get()));
        drafts.add(new Linked.Draft(at, told));
        latest = Optional.of(told);
        near = true;
      } else if (claim.isEmpty()) {
        paired(sentence, at, drafts);
      }
    }
    mutual(drafts);
    sameNumber(sentence);
    meet(sentence, times);
    List<Claim> linked = partsOfTheLast(new Linked(sentence, drafts).claims());
    for (Stages.Stage stage : Stages.of(sentence)) {
      claims.add(stage(sentence, stage, times));
    }
    claims.addAll(linked);
    lately = linked.size();
    latest = linked.isEmpty() ? latest : Optional.of(linked.getLast());
    carried = times.carry();
    many = IntStream.range(1, sentence.chunks().size()).anyMatch(
        at -> sentence.chunks().get(at).is("exchanges") && sentence.chunks().get(at - 1).is("N"));
    lastEvent = times.lastEvent();
    List<String> named = sides(sentence).stream().filter(parties::contains).toList();
    carriedSide = named.size() == 1 ? named.getFirst() : named.isEmpty() ? carriedSide : "";
  }

  /** "Of the 303 freed, 70 were ...": a count that was made before has the basis it had there, and so have its parts. */
  private Claim toldBefore(Claim claim) {
    boolean open = claim.whose().basis() == Basis.UNCLEAR && claim.what().measure() == Measure.EXCHANGED
        && claim.what().qualifier() == Qualifier.EXACT && !claim.is(Mark.PART) && !claim.is(Mark.ANOTHER);
    return claims.stream().filter(other -> open && other.whose().basis() != Basis.UNCLEAR
        && other.what().value() == claim.what().value() && sameKind(other.what().category(), claim.what().category())).findFirst()
        .map(other -> claim.by(other.whose())).orElse(claim);
  }

  /** "The group comprised 270 soldiers and 120 civilians", after 390 to one side: what adds up to them is the same people. */
  private List<Claim> partsOfTheLast(List<Claim> linked) {
    long sum = linked.stream().mapToLong(claim -> claim.what().value()).sum();
    boolean open = linked.size() > 1 && linked.stream().allMatch(claim -> claim.what().measure() == Measure.EXCHANGED)
        && linked.stream().anyMatch(claim -> claim.whose().basis() == Basis.UNCLEAR);
    Optional<Claim> whole = claims.subList(Math.max(0, claims.size() - RECENT), claims.size()).reversed().stream()
        .filter(claim -> open && claim.what().value() == sum && claim.what().measure() == Measure.EXCHANGED).findFirst();
    boolean bySex = linked.stream().anyMatch(claim -> claim.what().category().equals("women"));
    return whole.map(Claim::whose).filter(whose -> whose.basis() == Basis.TO_ONE_SIDE || (whose.basis() == Basis.PER_SIDE && !bySex))
        .map(whose -> linked.stream().map(part -> part.whose().basis() == Basis.UNCLEAR ? part.by(whose) : part).toList())
        .orElse(linked);
  }

  /** "The 22 Norlanders were wounded", after 22 wounded prisoners: the same people, and no other kind of them. */
  private Claim definite(Sentence sentence, int at, Claim claim) {
    boolean the = at > 0 && sentence.listed("definite", sentence.chunks().get(at - 1));
    List<Claim> recent = claims.subList(Math.max(0, claims.size() - RECENT), claims.size());
    return recent.reversed().stream().filter(other -> the && claim.whose().basis() == Basis.TO_ONE_SIDE
        && other.whose().basis() == Basis.TO_ONE_SIDE && other.what().value() == claim.what().value()
        && (other.whose().side().isEmpty() || claim.whose().side().isEmpty() || other.whose().side().equals(claim.whose().side()))
        && other.what().measure() == claim.what().measure()).findFirst()
        .map(other -> claim.of(claim.what().of(other.what().category()))).orElse(claim);
  }

  private static boolean sameKind(String one, String other) {
    boolean men = Set.of("men", "military").containsAll(List.of(one, other));
    return one.equals(other) || one.equals("all") || other.equals("all") || men;
  }

  /** "Each freed 390 on Friday. Another 307 followed": what has no words of its own for whose people it counts is counted as before. */
  private Whose elliptic(Sentence sentence, int at, Whose whose, boolean flow) {
    boolean elided = near && whose.basis() == Basis.UNCLEAR && (flow || sentence.find("elliptic", at).isPresent());
    return latest.map(Claim::whose).filter(before -> elided && before.basis() != Basis.TOTAL).orElse(whose);
  }

  /** "In exchange, 307 were handed over": the other half of a count already made. */
  private boolean inReturn(Sentence sentence, int at, Claim claim) {
    boolean also = alsoDone(sentence) && !claim.whose().side().isEmpty();
    if (sentence.find("inreturn", at).isEmpty() && !also) {
      return false;
    }
    for (int i = claims.size() - 1; i >= Math.max(0, claims.size() - 4); i--) {
      Claim earlier = claims.get(i);
      boolean other = !also || (earlier.whose().basis() == Basis.TO_ONE_SIDE && !earlier.whose().side().equals(claim.whose().side()));
      if (other && earlier.what().value() == claim.what().value() && earlier.what().measure() == Measure.EXCHANGED) {
        claims.set(i, earlier.by(new Whose(Basis.PER_SIDE, "", true)));
        return true;
      }
    }
    return false;
  }

  /** "It also took back 307"; but "also said that 307 were freed" is only said besides. */
  private static boolean alsoDone(Sentence sentence) {
    List<Chunk> chunks = sentence.chunks();
    return IntStream.range(0, chunks.size()).anyMatch(at -> chunks.get(at).is("besides")
        && !(at + 1 < chunks.size() && chunks.get(at + 1).is("say")));
  }

  /** "In exchange, the same number was handed over": the claim just made holds for both sides. */
  private void sameNumber(Sentence sentence) {
    if (claims.isEmpty() || claims.getLast().whose().basis() == Basis.PER_SIDE || !sentence.has("same")) {
      return;
    }
    boolean counted = sentence.chunks().stream().anyMatch(chunk -> chunk.content() instanceof Counted);
    if (!counted && claims.getLast().what().measure() == Measure.EXCHANGED) {
      for (int at = Math.max(0, claims.size() - Math.max(1, lately)); at < claims.size(); at++) {
        Claim claim = claims.get(at);
        boolean half = claim.what().measure() == Measure.EXCHANGED && claim.whose().basis() == claims.getLast().whose().basis()
            && !BY_SEX.contains(claim.what().category());
        claims.set(at, half ? claim.by(new Whose(Basis.PER_SIDE, "", true)) : claim);
      }
    }
  }

  private Claim stage(Sentence sentence, Stages.Stage stage, Times times) {
    What what = new What(Measure.STAGE, "", 0, Qualifier.EXACT, stage.wording());
    Whose whose = new Whose(Basis.NONE, "", true);
    Span span = sentence.chunks().get(stage.at()).span();
    boolean end = ENDS.contains(stage.wording());
    When when = end ? times.ended(stage.at()) : times.event(stage.at());
    return new Claim(what, whose, when, Speakers.of(text, sentence), marks(sentence, stage.at()), span);
  }

  private static When when(Measure measure, Sentence sentence, int at, Times times) {
    return switch (measure) {
      case AGREED -> times.agreement(at);
      case MONTHLY_AVERAGE, GROWTH_PER_YEAR_PERCENT -> When.UNKNOWN;
      case AVERAGE_PER_EXCHANGE -> times.stated(at);
      case STILL_HELD, RETURNED_TO_DATE -> times.today();
      case EXCHANGED -> sentence.find("cumulative", at).isPresent() || sentence.find("combined", at).isPresent()
          ? times.upToNow(at) : times.happened(at);
      case STAGE, YOUNGEST_AGE, OLDEST_AGE -> times.event(at);
    };
  }

  /** Every number met, with the claim that the rules make of it by now. */
  List<Met> numbers() {
    Map<Span, Claim> byPlace = new HashMap<>();
    claims.forEach(claim -> byPlace.put(claim.span(), claim));
    return numbers.stream().map(met -> met.with(Optional.ofNullable(byPlace.get(met.span())))).toList();
  }

  /** A claim of a number, as somebody else than the rules decided what it measures and whose people it counts. */
  Claim claim(Met met, What what, Whose whose) {
    Set<Mark> marks = marks(met.sentence(), met.at());
    mark(marks, Mark.HEADLINE, met.headline());
    return new Claim(what, whose, when(what.measure(), met.sentence(), met.at(), met.times()), Speakers.of(text, met.sentence()), marks,
        met.span());
  }

  private void meet(Sentence sentence, Times times) {
    for (int at = 0; at < sentence.chunks().size(); at++) {
      if (sentence.chunks().get(at).content() instanceof Counted counted && counted.quantity().value() <= MOST_PEOPLE
          && numbers.size() < MOST && !theTwo(sentence, at, counted)) {
        numbers.add(new Met(sentence, at, Optional.ofNullable(sentenceBefore), Optional.ofNullable(sentenceAfter), paragraphs,
            headline, quoted(sentence.chunks().get(at).span().start()), times, belonging(sentence).spokenOf(at, counted), Optional.empty()));
      }
    }
    if (!sentence.chunks().isEmpty()) {
      sentences.add(sentence);
    }
    if (places.size() < MOST) {
      places.addAll(Course.places(sentence, paragraphs, headline, times));
    }
    sentenceBefore = sentence;
  }

  /** Whether a place stands in a quotation of its paragraph; the places of a paragraph are asked for in their order. */
  private boolean quoted(int place) {
    for (; quotedTo < place; quotedTo++) {
      char mark = text.charAt(quotedTo);
      quoted = OPENING.indexOf(mark) >= 0 || (CLOSING.indexOf(mark) < 0 && quoted != (mark == '"'));
    }
    return quoted;
  }

  /** "The two operations", "the two have agreed": the sides or what they did, and no people. */
  private static boolean theTwo(Sentence sentence, int at, Counted counted) {
    return counted.quantity().value() == 2 && counted.category().isEmpty() && at > 0
        && sentence.listed("definite", sentence.chunks().get(at - 1));
  }

  /** What may say how far the exchange has come. */
  Course course() {
    return new Course(places, numbers(), written, telling());
  }

  /** The sentences that were met, as one row of words. */
  Telling telling() {
    return new Telling(sentences, parties);
  }

  /** The claim that a place says how far the exchange has come. */
  Claim stage(Course.Place place) {
    Claim claim = stage(place.sentence(), new Stages.Stage(place.wording(), place.at()), place.times());
    return place.headline() ? claim.marked(Mark.HEADLINE) : claim;
  }

  private Optional<Claim> number(Sentence sentence, int at, Times times) {
    Chunk chunk = sentence.chunks().get(at);
    if (!(chunk.content() instanceof Counted counted) || counted.quantity().value() > MOST_PEOPLE || theTwo(sentence, at, counted)) {
      return Optional.empty();
    }
    Measures measures = new Measures(sentence, at, counted, claims, latest, near);
    Optional<Measure> measure = measures.measure();
    if (measure.isEmpty() || secondOfPair(sentence, at, counted)) {
      return Optional.empty();
    }
    boolean sameAsBefore = sentence.find("measure", at).map(found -> found.value().equals("same_as_before")).orElse(false);
    Whose whose = sameAsBefore && latest.isPresent()
        ? latest.get().whose() : belonging(sentence).whose(at, measure.get(), counted, measures.toldWhole(), category(sentence, at));
    whose = elliptic(sentence, at, ofOneSide(sentence, at, measure.get(), whose), measures.gapped());
    boolean counts = measure.get() == Measure.EXCHANGED || measure.get() == Measure.AGREED;
    if (counts && whose.basis() == Basis.UNCLEAR && !measures.context()) {
      return Optional.empty();
    }
    boolean age = measure.get() == Measure.YOUNGEST_AGE || measure.get() == Measure.OLDEST_AGE;
    What what = new What(measure.get(), age ? "all" : category(sentence, at), counted.quantity().value(),
        Measures.qualifier(measure.get(), counted), "");
    When when = when(measure.get(), sentence, at, times);
    Claim claim = new Claim(what, whose, when, Speakers.of(text, sentence), marks(sentence, at), chunk.span());
    long dates = sentence.chunks().stream().filter(word -> word.is("date")).count();
    boolean stretch = dates == 1 || sentence.chunks().stream().anyMatch(word -> sentence.listed("stretch", word));
    boolean freed = stretch && !sentence.has("since") && sentence.has("give", "take", "come", "trade");
    return Optional.of(freed ? overMonths(claim) : sumOfMany(sentence, claim));
  }

  /** Border guards, sergeants, defenders of a town: such details are given of one side's people, where the report speaks of one. */
  private Whose ofOneSide(Sentence sentence, int at, Measure measure, Whose whose) {
    boolean spokenOf = !carriedSide.isEmpty() || sides(sentence).stream().filter(parties::contains).count() == 1
        || claims.stream().anyMatch(claim -> claim.whose().basis() == Basis.TO_ONE_SIDE);
    Chunk next = sentence.chunks().get(Math.min(at + 1, sentence.chunks().size() - 1));
    boolean rank = sentence.find("category", at).isPresent()
        && sentence.chunks().subList(at + 1, Math.min(at + BESIDE, sentence.chunks().size())).stream().anyMatch(word -> word.is("part"));
    boolean women = sentence.find("category", at).filter(found -> found.value().equals("women")).isPresent();
    boolean ofThem = (next.is("ofthem") || sentence.chunks().get(at).is("ofthose")) && !women;
    boolean detail = spokenOf && measure == Measure.EXCHANGED && whose.basis() == Basis.UNCLEAR
        && (rank || sentence.chunks().get(at).is("part") || sentence.find("part", at).isPresent()
        || ofThem);
    return detail ? new Whose(Basis.TO_ONE_SIDE, "", whose.bothNamed()) : whose;
  }

  /** "38 swaps have been held so far. In total 1,863 were released": the total of many exchanges. */
  private Claim sumOfMany(Sentence sentence, Claim claim) {
    boolean sum = many && sentence.has("total") && claim.what().measure() == Measure.EXCHANGED && claim.whose().basis() != Basis.PER_SIDE;
    return sum ? claim.of(claim.what().as(Measure.RETURNED_TO_DATE)).on(Basis.TOTAL) : claim;
  }

  /** "Between March and November 1,130 were freed": what was freed over months is the sum of many exchanges. */
  private static Claim overMonths(Claim claim) {
    boolean counts = claim.what().measure() == Measure.EXCHANGED && !claim.is(Mark.PART) && claim.whose().basis() != Basis.PER_SIDE;
    boolean sum = counts && claim.when().stated() && claim.when().known()
        && claim.when().from().orElseThrow().plusDays(LONGEST_EXCHANGE).isBefore(claim.when().to().orElseThrow());
    return sum ? claim.of(claim.what().as(Measure.RETURNED_TO_DATE)).on(Basis.TOTAL) : claim;
  }

  /** "270 soldiers and 120 civilians for 270 soldiers and 120 civilians": what is given for as many counts each side. */
  private static void paired(Sentence sentence, int at, List<Linked.Draft> drafts) {
    if (sentence.chunks().get(at).content() instanceof Counted counted && secondOfPair(sentence, at, counted)
        && drafts.stream().filter(draft -> draft.claim().what().value() == counted.quantity().value()).count() == 1) {
      drafts.replaceAll(draft -> draft.claim().what().value() == counted.quantity().value() && !counted.side().isEmpty()
          && !draft.claim().whose().side().isEmpty() && !draft.claim().whose().side().equals(counted.side())
          ? new Linked.Draft(draft.at(), draft.claim().by(new Whose(Basis.PER_SIDE, "", true))) : draft);
    }
  }

  /** "1,100 were released by the one side and 1,100 by the other": as many of each. */
  private static void mutual(List<Linked.Draft> drafts) {
    List<Claim> all = drafts.stream().map(Linked.Draft::claim).toList();
    drafts.replaceAll(draft -> all.stream().anyMatch(other -> ofTheOtherSide(draft.claim(), other))
        ? new Linked.Draft(draft.at(), draft.claim().by(new Whose(Basis.PER_SIDE, "", true))) : draft);
  }

  private static boolean ofTheOtherSide(Claim one, Claim other) {
    return one.whose().basis() == Basis.TO_ONE_SIDE && other.whose().basis() == Basis.TO_ONE_SIDE && one.what().equals(other.what())
        && !one.whose().side().isEmpty() && !other.whose().side().isEmpty() && !one.whose().side().equals(other.whose().side());
  }

  /** The second number of "303 for 303" says nothing new. */
  private static boolean secondOfPair(Sentence sentence, int at, Counted counted) {
    boolean earlier = false;
    for (int other = Math.max(0, at - PAIR); other < at; other++) {
      earlier |= sentence.chunks().get(other).content() instanceof Counted number
          && number.quantity().value() == counted.quantity().value();
    }
    return earlier && sentence.find("pair", at).filter(pair -> pair.value().equals("second")).isPresent();
  }

  private String category(Sentence sentence, int at) {
    boolean part = latest.filter(before -> sentence.chunks().get(at).content() instanceof Counted counted
        && before.what().value() < counted.quantity().value() && !before.what().category().equals("remains")).isEmpty();
    return new NumberPhrase(sentence, at).category(latest.filter(before -> part).map(claim -> claim.what().category()).orElse("all"));
  }

  private Belonging belonging(Sentence sentence) {
    return new Belonging(sentence, parties, new Belonging.Before(latest, carriedSide, near));
  }

  private Set<Mark> marks(Sentence sentence, int at) {
    Chunk chunk = sentence.chunks().get(at);
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    mark(marks, Mark.PART, chunk.is("part") || sentence.find("part", at).isPresent() || new NumberPhrase(sentence, at).sinceCapture());
    mark(marks, Mark.COMBINED, sentence.find("combined", at).isPresent());
    mark(marks, Mark.CUMULATIVE, sentence.find("cumulative", at).isPresent());
    mark(marks, Mark.ANOTHER, sentence.find("another", at).isPresent());
    mark(marks, Mark.FORMULA, sentence.find("formula", at).isPresent());
    mark(marks, Mark.DONE, sentence.find("deed", at).filter(deed -> deed.value().equals("exchanged")).isPresent()
        || sentence.find("name", at).filter(name -> name.value().equals("none")).isPresent());
    mark(marks, Mark.HEADLINE, headline);
    Optional<Moment.Kind> day = Times.only(sentence);
    mark(marks, Mark.BY_WEEKDAY, day.filter(Moment.Kind.WEEKDAY::equals).isPresent());
    mark(marks, Mark.DAY_OPEN, day.filter(kind -> kind == Moment.Kind.DAY || kind == Moment.Kind.WEEKDAY).isEmpty()
        || Times.ofAnotherDay(sentence, at));
    boolean respunBasis = sentence.find("basis", at).map(Finding::respun).orElse(false);
    boolean respunWord = sentence.chunks().stream().anyMatch(word -> word.is("respun"));
    mark(marks, Mark.RESPUN, respunBasis || respunWord);
    return marks;
  }

  private static void mark(Set<Mark> marks, Mark mark, boolean holds) {
    if (holds) {
      marks.add(mark);
    }
  }
}
