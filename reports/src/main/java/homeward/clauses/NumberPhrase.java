package homeward.clauses;

import homeward.language.Chunk.Content.Counted;
import homeward.language.Sentence;
import java.util.List;
import java.util.Optional;

/** A number in its sentence: what is said to happen to the people it counts, and which other numbers it stands with. */
public final class NumberPhrase {
  private final Sentence sentence;
  private final int at;
  private final Clauses clauses;
  private final Members members;
  private final Predicates predicates;

  /** Whether what governs a number is told as done. */
  public enum Tense {
    DONE,
    TO_COME,
    /** Nothing governs it, or a noun that tells of no time: "the return of 1,000". */
    OPEN
  }

  /**
   * A number and its sentence.
   *
   * @param at the place of the number's chunk in the sentence
   */
  public NumberPhrase(Sentence sentence, int at) {
    this.sentence = sentence;
    this.at = at;
    this.clauses = new Clauses(sentence);
    this.members = new Members(sentence);
    this.predicates = new Predicates(sentence);
  }

  /** Whether a verb or noun of the sentence governs it ("released 303", "303 were released", "the release of 303"). */
  public boolean governed() {
    return predicates.of(at).isPresent();
  }

  /** Whether that is told as done, as still to come, or neither. */
  public Tense tense() {
    return predicates.of(at).map(Predicates.Predicate::tense).orElse(Tense.OPEN);
  }

  /** "55 were being held": people who are held, not freed. */
  public boolean held() {
    return predicates.held(at);
  }

  /** "After 1,000 had been returned": people who are freed, whoever else is still held. */
  public boolean freed() {
    return predicates.freed(at);
  }

  /** "390 went home", "freed 390 on Friday": whoever is freed or comes home is people, without a noun for them. */
  public boolean people() {
    return predicates.people(at);
  }

  /** "Exchanged 307 of their prisoners": what is traded goes both ways. */
  public boolean traded() {
    return predicates.traded(at);
  }

  /** Whether they are given, taken or come, and not traded: what goes one way. */
  public boolean oneWay() {
    return predicates.oneWay(at);
  }

  /** "Returned" says of its subject both that it gave and that it got back. */
  public boolean eitherWay() {
    return predicates.eitherWay(at);
  }

  /** "Both sides freed 95": what both do, each does; "both sides exchanged 95" leaves it open. */
  public boolean byBoth() {
    return new Actors(sentence, predicates).byBoth(at);
  }

  /** "390, soldiers and civilians, were sent back by each side": as many by each. */
  public boolean byEach() {
    return new Actors(sentence, predicates).byEach(at);
  }

  /** "390 were freed by both sides": as many by each, or all of them by both. */
  public boolean givenByBoth() {
    return new Actors(sentence, predicates).givenByBoth(at);
  }

  /**
   * Whose people come back, as the governing word and what depends on it tell.
   *
   * @param parties the sides of the exchange
   * @return a side; empty words where it tells no more than that they are one side's; absent where it tells nothing
   */
  public Optional<String> oneSide(List<String> parties) {
    return new Actors(sentence, predicates).oneSide(at, parties);
  }

  /** "The two have never traded so many": a number that stands for the sides. */
  public boolean pronoun() {
    return predicates.pronoun(at);
  }

  /** "390 on Friday, 307 on Saturday": a number without a noun, in a clause that tells of no harm, weapons or other things counted. */
  public boolean bare() {
    return predicates.bare(at);
  }

  /** "205 soldiers, 10 foreigners and 3 medics": a member of a list of people counts people, whatever they are called. */
  public boolean amongPeople() {
    return members.amongPeople(at);
  }

  /** "880 of 1,000 were soldiers": where the number stands of which this one is a part, or -1. */
  public int whole() {
    return members.whole(at);
  }

  /** Whether it is the whole of a part named just before it. */
  public boolean isWhole() {
    return members.isWhole(at);
  }

  /** "The Norlandic prisoners, including four civilians": whose people those are of whom it counts a part; or empty. */
  public String head() {
    return members.head(at);
  }

  /** Whether "since" stands only in clauses beside its own: "released 95 in the ninth swap mediated since January". */
  public boolean sinceElsewhere() {
    return clauses.sinceElsewhere(at);
  }

  /** "122 had been in custody since 2023": since when they were held, not since when they were freed. */
  public boolean sinceCapture() {
    return clauses.sinceCapture(at);
  }

  /**
   * What kind of people it counts.
   *
   * @param latest the kind that the number before it counted, in this sentence or an earlier one
   * @return a category as claims name it: all, military, civilian, women, men, children, remains
   */
  public String category(String latest) {
    return sentence.chunks().get(at).content() instanceof Counted counted
        ? new Kinds(sentence, latest).category(at, counted) : latest;
  }

  /** "Soldiers (270 on either side)": whether it counts the people named before its brackets. */
  public boolean inBrackets() {
    return new Kinds(sentence, "all").inBrackets(at);
  }
}
