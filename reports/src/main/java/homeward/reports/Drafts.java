package homeward.reports;

import homeward.language.Chunk;
import homeward.language.Chunk.Content.Counted;
import homeward.language.Chunk.Content.Named;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Turns sentences into claims, one number or stage at a time; claims said twice are settled afterwards. */
final class Drafts {
  /** Beyond this many claims a text is no report, and is not read on. */
  static final int MOST = 2_000;

  private static final Set<String> HARM = Set.of("dead", "hurt", "missing");
  private static final int BESIDE = 5;
  private static final int SHORT_LINE = 16;
  private static final int LONG_LIST = 40;
  private static final int PAIR = 14;
  private static final int RECENT = 6;
  private static final int FORMULA = 10;
  private static final int LONGEST_EXCHANGE = 45;
  private static final long MOST_PEOPLE = 100_000_000L;
  private static final String[] DEEDS = {"exchange", "trade", "give", "take", "come", "pastverb", "deed", "home", "arehome"};

  private final String text;
  private final List<String> parties;
  private final Optional<LocalDate> written;
  private final List<Claim> claims = new ArrayList<>();
  private boolean headline;
  private When carried = When.UNKNOWN;
  private When lastEvent = When.UNKNOWN;
  private String carriedSide = "";
  private Optional<Claim> latest = Optional.empty();
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

  void paragraph(List<Sentence> sentences, boolean isHeadline) {
    headline = isHeadline;
    carried = When.UNKNOWN;
    carriedSide = "";
    sentences.stream().takeWhile(sentence -> claims.size() < MOST).forEach(this::sentence);
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
      }
    }
    sameNumber(sentence);
    List<Claim> linked = partsOfTheLast(new Linked(sentence, drafts).claims());
    for (Stages.Stage stage : Stages.of(sentence)) {
      claims.add(stage(sentence, stage, times));
    }
    claims.addAll(linked);
    lately = linked.size();
    latest = linked.isEmpty() ? latest : Optional.of(linked.getLast());
    carried = times.carry();
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
    return one.equals(other) || one.equals("all") || other.equals("all");
  }

  /** "In exchange, 307 were handed over": the other half of a count already made. */
  private boolean inReturn(Sentence sentence, int at, Claim claim) {
    boolean also = sentence.has("besides") && !claim.whose().side().isEmpty();
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

  /** "In exchange, the same number was handed over": the claim just made holds for both sides. */
  private void sameNumber(Sentence sentence) {
    if (claims.isEmpty() || claims.getLast().whose().basis() == Basis.PER_SIDE || !sentence.has("same")) {
      return;
    }
    boolean counted = sentence.chunks().stream().anyMatch(chunk -> chunk.content() instanceof Counted);
    if (!counted && claims.getLast().what().measure() == Measure.EXCHANGED) {
      for (int at = Math.max(0, claims.size() - Math.max(1, lately)); at < claims.size(); at++) {
        Claim claim = claims.get(at);
        boolean half = claim.what().measure() == Measure.EXCHANGED && claim.whose().basis() == claims.getLast().whose().basis();
        claims.set(at, half ? claim.by(new Whose(Basis.PER_SIDE, "", true)) : claim);
      }
    }
  }

  private Claim stage(Sentence sentence, Stages.Stage stage, Times times) {
    What what = new What(Measure.STAGE, "", 0, Qualifier.EXACT, stage.wording());
    Whose whose = new Whose(Basis.NONE, "", true);
    Span span = sentence.chunks().get(stage.at()).span();
    return new Claim(what, whose, times.event(stage.at()), Speakers.of(text, sentence), marks(sentence, stage.at()), span);
  }

  private Optional<Claim> number(Sentence sentence, int at, Times times) {
    Chunk chunk = sentence.chunks().get(at);
    if (!(chunk.content() instanceof Counted counted) || counted.quantity().value() > MOST_PEOPLE) {
      return Optional.empty();
    }
    Optional<Measure> measure = measure(sentence, at, counted);
    if (measure.isEmpty() || secondOfPair(sentence, at, counted)) {
      return Optional.empty();
    }
    boolean sameAsBefore = sentence.find("measure", at).map(found -> found.value().equals("same_as_before")).orElse(false);
    Whose whose = sameAsBefore && latest.isPresent()
        ? latest.get().whose() : belonging(sentence).whose(at, measure.get(), counted, toldWhole(sentence, new Members(sentence).whole(at)),
        category(sentence, at, counted));
    boolean age = measure.get() == Measure.YOUNGEST_AGE || measure.get() == Measure.OLDEST_AGE;
    What what = new What(measure.get(), age ? "all" : category(sentence, at, counted), counted.quantity().value(),
        counted.quantity().qualifier(), "");
    When when = switch (measure.get()) {
      case AGREED -> times.agreement(at);
      case MONTHLY_AVERAGE, GROWTH_PER_YEAR_PERCENT -> When.UNKNOWN;
      case AVERAGE_PER_EXCHANGE -> times.stated(at);
      case STILL_HELD, RETURNED_TO_DATE -> times.today();
      case EXCHANGED -> sentence.find("cumulative", at).isPresent() ? times.upToNow(at) : times.happened(at);
      case STAGE, YOUNGEST_AGE, OLDEST_AGE -> times.event(at);
    };
    Claim claim = new Claim(what, whose, when, Speakers.of(text, sentence), marks(sentence, at), chunk.span());
    long dates = sentence.chunks().stream().filter(word -> word.is("date")).count();
    boolean stretch = dates == 1 || sentence.chunks().stream().anyMatch(word -> sentence.listed("stretch", word));
    boolean freed = stretch && !sentence.has("since") && sentence.has("give", "take", "come", "trade");
    return Optional.of(freed ? overMonths(claim) : claim);
  }

  /** "Between March and November 1,130 were freed": what was freed over months is the sum of many exchanges. */
  private static Claim overMonths(Claim claim) {
    boolean counts = claim.what().measure() == Measure.EXCHANGED && !claim.is(Mark.PART) && claim.whose().basis() != Basis.PER_SIDE;
    boolean sum = counts && claim.when().stated() && claim.when().known()
        && claim.when().from().orElseThrow().plusDays(LONGEST_EXCHANGE).isBefore(claim.when().to().orElseThrow());
    return sum ? claim.of(claim.what().as(Measure.RETURNED_TO_DATE)).on(Basis.TOTAL) : claim;
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

  private Optional<Measure> measure(Sentence sentence, int at, Counted counted) {
    String worded = sentence.find("measure", at).map(Finding::value).orElse("");
    Predicates predicates = new Predicates(sentence);
    Members members = new Members(sentence);
    Clauses clauses = new Clauses(sentence);
    boolean sinceOther = worded.equals("returned_to_date") && (clauses.sinceElsewhere(at) || clauses.sinceCapture(at));
    String value = sinceOther ? "" : worded.isEmpty() && predicates.held(at) ? "still_held" : worded;
    if (value.equals("same_as_before")) {
      return before(counted);
    }
    boolean deed = sentence.has(DEEDS);
    if (members.isWhole(at)) {
      return Optional.empty();
    }
    if (!value.isEmpty() && !value.equals("none")) {
      return special(Measure.valueOf(value.toUpperCase(Locale.ROOT)), sentence, at, counted, deed);
    }
    boolean per = sentence.find("basis", at).map(basis -> basis.value().equals("per_side")).orElse(false);
    boolean ofThem = sentence.find("inherit", at).filter(inherited -> inherited.value().equals("all")).isPresent();
    boolean list = sentence.has("include") && sentence.chunks().size() < LONG_LIST;
    boolean context = deed || formula(sentence, at, counted) || (list && sentence.has("held"))
        || ((per || ofThem || list) && !claims.isEmpty());
    if (besideTheDead(sentence, at)) {
      return Optional.empty();
    }
    boolean people = !counted.category().isEmpty() || sentence.find("count", at).isPresent() || members.amongPeople(at);
    context |= toldWhole(sentence, members.whole(at)).isPresent();
    people |= members.whole(at) >= 0;
    context |= !claims.isEmpty() && sentence.chunks().get(at).is("ofthose") && !counted.category().isEmpty();
    boolean line = !claims.isEmpty() && !counted.side().isEmpty() && sentence.chunks().size() < SHORT_LINE;
    boolean one = counted.quantity().value() < 2
        && !(sentence.has("include") && Set.of("women", "men", "children", "civilian").contains(counted.category()));
    if (!(context || line) || !people || one || counted.quantity().percent() || dropped(sentence, at)) {
      return Optional.empty();
    }
    return Optional.of(agreed(sentence, at) ? Measure.AGREED : Measure.EXCHANGED);
  }

  /** Whether people are promised rather than freed: the governing word tells, else the wording around. */
  private static boolean agreed(Sentence sentence, int at) {
    boolean named = sentence.find("formula", at).isPresent();
    Predicates.Tense tense = named ? Predicates.Tense.OPEN
        : new Predicates(sentence).of(at).map(Predicates.Predicate::tense).orElse(Predicates.Tense.OPEN);
    boolean worded = sentence.find("deed", at).map(done -> done.value().equals("agreed")).orElse(false)
        || sentence.find("name", at).filter(name -> name.value().equals("yes")).isPresent();
    return tense == Predicates.Tense.OPEN ? worded : tense == Predicates.Tense.TO_COME;
  }

  /** "Part of the 1,000-for-1,000 agreement" speaks of an exchange without a verb for it. */
  private static boolean formula(Sentence sentence, int at, Counted counted) {
    return counted.quantity().value() >= FORMULA && sentence.has("agree") && sentence.find("formula", at).isPresent();
  }

  /** "Killed 12 people, including three children": what belongs to a number that counts no released people is dropped too. */
  private static boolean besideTheDead(Sentence sentence, int at) {
    for (int other = at - 1; other >= Math.max(0, at - BESIDE); other--) {
      Chunk chunk = sentence.chunks().get(other);
      if (chunk.form().equals(";") || chunk.is("give") || chunk.is("trade") || chunk.is("take") || chunk.is("exchange")) {
        return false;
      }
      if (chunk.content() instanceof Counted) {
        return sentence.find("drop", other).filter(found -> HARM.contains(found.value())).isPresent()
            || besideTheDead(sentence, other);
      }
    }
    return false;
  }

  private static boolean dropped(Sentence sentence, int at) {
    boolean told = sentence.chunks().get(at).is("ofthose");
    boolean fallen = sentence.find("category", at).filter(found -> found.value().equals("remains")).isPresent();
    return sentence.find("drop", at).map(Finding::value).filter(value -> !value.equals("none")
        && !(fallen && value.equals("dead")) && !(told && value.equals("gathered"))).isPresent();
  }

  /** The claim that the whole of "880 of 1,000 were soldiers" made before. */
  private Optional<Claim> toldWhole(Sentence sentence, int whole) {
    return whole >= 0 && sentence.chunks().get(whole).content() instanceof Counted counted
        ? claims.stream().filter(claim -> claim.what().value() == counted.quantity().value()).findFirst() : Optional.empty();
  }

  private Optional<Measure> before(Counted counted) {
    return counted.quantity().percent() ? Optional.empty() : latest.map(claim -> claim.what().measure())
        .filter(last -> last == Measure.AVERAGE_PER_EXCHANGE || last == Measure.MONTHLY_AVERAGE);
  }

  /** The other measures need a number of their own kind: a share for growth, years for ages, people for the rest. */
  private Optional<Measure> special(Measure measure, Sentence sentence, int at, Counted counted, boolean deed) {
    long value = counted.quantity().value();
    boolean people = !counted.category().isEmpty() || sentence.find("count", at).isPresent();
    boolean fits = switch (measure) {
      case GROWTH_PER_YEAR_PERCENT -> counted.quantity().percent() && (deed || sentence.has("who:all", "who:military"));
      case YOUNGEST_AGE, OLDEST_AGE -> value >= 14 && value <= 100 && !counted.quantity().percent() && !sentence.has("lost");
      case MONTHLY_AVERAGE, AVERAGE_PER_EXCHANGE -> !counted.quantity().percent() && value > 1 && (people || deed);
      case STILL_HELD -> people && value > 1 && !dropped(sentence, at);
      case RETURNED_TO_DATE, EXCHANGED, AGREED, STAGE -> value > 1 && (people || (deed && value >= 100))
          && sentence.find("drop", at).filter(found -> found.value().equals("place")).isEmpty();
    };
    return fits ? Optional.of(measure) : Optional.empty();
  }

  private String category(Sentence sentence, int at, Counted counted) {
    boolean ofThose = at > 0 && (sentence.chunks().get(at - 1).is("ofthem") || (at > 1 && sentence.chunks().get(at - 2).is("ofthem")));
    boolean among = sentence.find("inherit", at).filter(found -> !found.value().equals("none")).isPresent();
    String before = ofThose || among ? latest.map(claim -> claim.what().category()).orElse("all") : "all";
    boolean more = counted.category().isEmpty() && sentence.find("inherit", at).filter(found -> found.value().equals("none")).isPresent();
    before = more ? latest.map(claim -> claim.what().category()).filter(category -> category.equals("remains")).orElse("all") : before;
    before = before.equals("all") && counted.category().isEmpty() ? gapped(sentence, at) : before;
    String amongst = sentence.find("amongst", at).map(Finding::value).orElse(before);
    boolean people = counted.category().equals("all")
        && sentence.find("amongst", at).filter(found -> !found.value().equals("remains")).isPresent();
    String said = counted.category().isEmpty() || people ? amongst : counted.category();
    int whole = new Members(sentence).whole(at);
    int told = whole > at && counted.category().isEmpty() ? whole : at;
    return sentence.find("category", told).map(Finding::value).filter(value -> !value.equals("own")).orElse(said);
  }

  /** "Returned the remains of 1,000 soldiers, while the other returned 24": a bare number takes the noun of the one before. */
  private static String gapped(Sentence sentence, int at) {
    for (int place = at - 1; place >= Math.max(0, at - PAIR); place--) {
      if (sentence.chunks().get(place).form().equals(";")) {
        return "all";
      }
      if (sentence.chunks().get(place).content() instanceof Counted) {
        return sentence.find("category", place).map(Finding::value).filter(value -> value.equals("remains")).orElse("all");
      }
    }
    return "all";
  }

  private Belonging belonging(Sentence sentence) {
    return new Belonging(sentence, parties, new Belonging.Before(latest, carriedSide));
  }

  private Set<Mark> marks(Sentence sentence, int at) {
    Chunk chunk = sentence.chunks().get(at);
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    mark(marks, Mark.PART, chunk.is("part") || sentence.find("part", at).isPresent());
    mark(marks, Mark.COMBINED, sentence.find("combined", at).isPresent());
    mark(marks, Mark.CUMULATIVE, sentence.find("cumulative", at).isPresent());
    mark(marks, Mark.ANOTHER, sentence.find("another", at).isPresent());
    mark(marks, Mark.FORMULA, sentence.find("formula", at).isPresent());
    mark(marks, Mark.HEADLINE, headline);
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
