package homeward.reports;

import homeward.clauses.NumberPhrase;
import homeward.clauses.NumberPhrase.Tense;
import homeward.language.Chunk;
import homeward.language.Chunk.Content.Counted;
import homeward.language.Quantity.Qualifier;
import homeward.language.Sentence;
import homeward.language.Sentence.Finding;
import homeward.reports.Claim.Measure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a number in a sentence measures: people exchanged, agreed upon, held, an average, an age; or nothing of an exchange. */
final class Measures {
  private static final Set<String> HARM = Set.of("dead", "hurt", "missing");
  private static final String[] DEEDS = {"exchange", "trade", "give", "take", "come", "pastverb", "deed", "home", "arehome"};
  private static final Set<Measure> AVERAGES = Set.of(Measure.AVERAGE_PER_EXCHANGE, Measure.MONTHLY_AVERAGE);
  private static final Set<Measure> STOCKS = Set.of(Measure.STILL_HELD, Measure.RETURNED_TO_DATE);
  private static final int BESIDE = 5;
  private static final int SHORT_LINE = 16;
  private static final int LONG_LIST = 40;
  private static final int FORMULA = 10;
  private static final int MOST_IN_THE_FLOW = 20_000;

  private final Sentence sentence;
  private final int at;
  private final Counted counted;
  private final NumberPhrase phrase;
  private final List<Claim> claims;
  private final Optional<Claim> latest;
  private final boolean near;

  /** A number, the claims made before its sentence, the number before it, and whether that stands in the same paragraph. */
  Measures(Sentence sentence, int at, Counted counted, List<Claim> claims, Optional<Claim> latest, boolean near) {
    this.sentence = sentence;
    this.at = at;
    this.counted = counted;
    this.phrase = new NumberPhrase(sentence, at);
    this.claims = claims;
    this.latest = latest;
    this.near = near;
  }

  /** What it measures; absent where it is no number of an exchange. */
  Optional<Measure> measure() {
    String value = worded();
    if (value.equals("same_as_before") && (before(AVERAGES).isPresent() || !found("basis"))) {
      return before(AVERAGES);
    }
    if (value.equals("more_of_it") && before(STOCKS).isPresent()) {
      return before(STOCKS);
    }
    if (phrase.isWhole() && told(at).isPresent()) {
      return Optional.empty();
    }
    if (!value.isEmpty() && !value.equals("none") && !value.equals("more_of_it") && !value.equals("same_as_before")) {
      return special(Measure.valueOf(value.toUpperCase(Locale.ROOT)), sentence.has(DEEDS));
    }
    boolean counts = found("count") && !ofRespunVerb() && counted.quantity().value() <= MOST_IN_THE_FLOW;
    boolean people = !counted.category().isEmpty() || counts || phrase.amongPeople() || phrase.whole() >= 0 || phrase.people()
        || phrase.inBrackets() || inTheFlow();
    boolean spokenOf = context() || (!claims.isEmpty() && !counted.category().isEmpty());
    boolean one = counted.quantity().value() < 2
        && !(sentence.has("include") && Set.of("women", "men", "children", "civilian").contains(counted.category()));
    if (phrase.pronoun() || besideTheDead(at) || !spokenOf || !people || one || counted.quantity().percent() || dropped()) {
      return Optional.empty();
    }
    return Optional.of(agreed() ? Measure.AGREED : Measure.EXCHANGED);
  }

  /** What the grammar's lines say of it, where the clause it stands in does not say otherwise. */
  private String worded() {
    String worded = sentence.find("measure", at).map(Finding::value).orElse("");
    boolean sinceOther = worded.equals("returned_to_date") && (phrase.sinceElsewhere() || phrase.sinceCapture());
    boolean freed = worded.equals("still_held") && phrase.freed();
    return sinceOther || freed ? "" : worded.isEmpty() && phrase.held() ? "still_held" : worded;
  }

  private boolean found(String field) {
    return sentence.find(field, at).isPresent();
  }

  private boolean found(String field, String value) {
    return sentence.find(field, at).filter(finding -> finding.value().equals(value)).isPresent();
  }

  /** "Wave two, a day later, was another 307": a bare number where people freed are spoken of counts more of them. */
  boolean inTheFlow() {
    long value = counted.quantity().value();
    return counted.category().isEmpty() && value >= FORMULA && value <= MOST_IN_THE_FLOW && phrase.bare()
        && (near || sentence.has(DEEDS) || told(at).isPresent());
  }

  /** Whether it stands in the flow without noun or verb of its own. */
  boolean gapped() {
    return inTheFlow() && counted.category().isEmpty() && !phrase.governed()
        && latest.filter(before -> before.what().measure() == Measure.EXCHANGED).isPresent();
  }

  /** "Launched 14" may be respun for "released 14", but says nothing of people by itself. */
  private boolean ofRespunVerb() {
    return at > 0 && sentence.chunks().get(at - 1).is("respun") && sentence.chunks().get(at - 1).is("give");
  }

  /** Whether the sentence tells of an exchange: by a verb for it, by a list or a row of days, or as more on what was told. */
  boolean context() {
    boolean per = found("basis", "per_side");
    boolean list = sentence.has("include") && sentence.chunks().size() < LONG_LIST;
    boolean named = !counted.side().isEmpty() && sentence.chunks().size() < SHORT_LINE;
    boolean ofThose = sentence.chunks().get(at).is("ofthose") && !counted.category().isEmpty();
    boolean more = per || found("inherit", "all") || list || named || ofThose || found("schedule");
    boolean onADay = found("formula") && !claims.isEmpty() && (sentence.has("carriedout", "follow", "partof") || sentence.has("date"));
    return sentence.has(DEEDS) || formula() || onADay || (near && inTheFlow())
        || (list && sentence.has("held")) || (more && !claims.isEmpty())
        || (per && sentence.has("partof")) || toldWhole().isPresent() || toldAgain();
  }

  /** Whether people are promised rather than freed: the governing word tells, else the wording around. */
  private boolean agreed() {
    if (beside(at + 1) || beside(at - 1) || found("deed", "promised")) {
      return true;
    }
    Tense tense = found("formula") ? Tense.OPEN : phrase.tense();
    boolean worded = found("deed", "agreed") || found("name", "yes") || (found("name", "usual") && largest());
    boolean promised = worded || (!found("deed") && onlyPromised());
    return tense == Tense.OPEN ? promised : tense == Tense.TO_COME;
  }

  /** Whether no more people were told of before: a formula of fewer names a part that was carried out. */
  private boolean largest() {
    return claims.stream().noneMatch(claim -> (claim.what().measure() == Measure.AGREED || claim.what().measure() == Measure.EXCHANGED)
        && claim.what().value() > counted.quantity().value());
  }

  /** "The release of 1,000", where 1,000 were agreed and none of them is told to be free. */
  private boolean onlyPromised() {
    List<Measure> told = claims.stream().filter(claim -> claim.what().value() == counted.quantity().value())
        .map(claim -> claim.what().measure()).toList();
    return told.contains(Measure.AGREED) && !told.contains(Measure.EXCHANGED);
  }

  /** "The 1,000 agreed", "the agreed 1,000". */
  private boolean beside(int place) {
    return place >= 0 && place < sentence.chunks().size() && sentence.chunks().get(place).is("agree")
        && sentence.listed("participle", sentence.chunks().get(place));
  }

  /** "Part of the 1,000-for-1,000 agreement" speaks of an exchange without a verb for it. */
  private boolean formula() {
    return counted.quantity().value() >= FORMULA && sentence.has("agree") && found("formula");
  }

  /** "Killed 12 people, including three children": what belongs to a number that counts no released people is dropped too. */
  private boolean besideTheDead(int place) {
    for (int other = place - 1; other >= Math.max(0, place - BESIDE); other--) {
      Chunk chunk = sentence.chunks().get(other);
      boolean clause = chunk.form().equals(";") || sentence.listed("clause", chunk);
      if (clause || chunk.is("give") || chunk.is("trade") || chunk.is("take") || chunk.is("exchange")) {
        return false;
      }
      if (chunk.content() instanceof Counted) {
        return sentence.find("drop", other).filter(found -> HARM.contains(found.value())).isPresent() || besideTheDead(other);
      }
    }
    return false;
  }

  private boolean dropped() {
    boolean told = sentence.chunks().get(at).is("ofthose");
    boolean fallen = found("category", "remains");
    return sentence.find("drop", at).map(Finding::value).filter(value -> !value.equals("none")
        && !(fallen && value.equals("dead")) && !(told && value.equals("gathered"))).isPresent();
  }

  /** "All 303 are men", after 303 were freed: a number told before needs no verb to be known again. */
  private boolean toldAgain() {
    return counted.quantity().value() >= FORMULA && found("category")
        && claims.stream().anyMatch(claim -> claim.what().measure() == Measure.EXCHANGED
        && claim.what().value() == counted.quantity().value());
  }

  /** The claim that the whole of "880 of 1,000 were soldiers" made before. */
  Optional<Claim> toldWhole() {
    return told(phrase.whole());
  }

  /** The first claim of the number at a place, made before. */
  private Optional<Claim> told(int number) {
    return number >= 0 && sentence.chunks().get(number).content() instanceof Counted many
        ? claims.stream().filter(claim -> claim.what().value() == many.quantity().value()).findFirst() : Optional.empty();
  }

  /** What the number before measures, where it is one of these. */
  private Optional<Measure> before(Set<Measure> measures) {
    return counted.quantity().percent() ? Optional.empty() : latest.map(claim -> claim.what().measure()).filter(measures::contains);
  }

  /** How exactly a number is meant: that people were "aged between 21 and 60" tells how old the youngest and the oldest are. */
  static Qualifier qualifier(Measure measure, Counted counted) {
    Qualifier said = counted.quantity().qualifier();
    boolean age = measure == Measure.YOUNGEST_AGE || measure == Measure.OLDEST_AGE;
    return age && (said == Qualifier.AT_LEAST || said == Qualifier.UP_TO) ? Qualifier.EXACT : said;
  }

  /** The other measures need a number of their own kind: a share for growth, years for ages, people for the rest. */
  private Optional<Measure> special(Measure measure, boolean deed) {
    long value = counted.quantity().value();
    boolean people = !counted.category().isEmpty() || found("count");
    boolean sum = sentence.has("exchanges") || (sentence.has("total") && !claims.isEmpty());
    boolean fits = switch (measure) {
      case GROWTH_PER_YEAR_PERCENT -> counted.quantity().percent() && (deed || sentence.has("who:all", "who:military"));
      case YOUNGEST_AGE, OLDEST_AGE -> value >= 14 && value <= 100 && !counted.quantity().percent() && !sentence.has("lost");
      case MONTHLY_AVERAGE, AVERAGE_PER_EXCHANGE -> !counted.quantity().percent() && value > 1 && (people || deed);
      case STILL_HELD -> people && value > 1 && !dropped();
      case RETURNED_TO_DATE, EXCHANGED, AGREED, STAGE -> value > 1 && (deed || sum) && (people || (deed && value >= 100))
          && !found("drop", "place");
    };
    return fits ? Optional.of(measure) : Optional.empty();
  }
}
