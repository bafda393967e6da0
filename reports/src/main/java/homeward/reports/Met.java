package homeward.reports;

import homeward.clauses.Times;
import homeward.language.Chunk;
import homeward.language.Chunk.Content.Counted;
import homeward.language.Chunk.Content.Dated;
import homeward.language.Sentence;
import homeward.language.Span;
import java.util.List;
import java.util.Optional;

/**
 * A number of a report as the first reading met it.
 *
 * @param sentence its sentence
 * @param at its place there
 * @param before the sentence before it in the paragraph
 * @param after the sentence after it in the paragraph
 * @param paragraph the paragraph, from 0
 * @param headline whether the paragraph is a headline
 * @param quoted whether it stands in a quotation
 * @param times the days that are told around it
 * @param side whose people it counts, where the words around it or the rules tell; else empty
 * @param byRules the claim that the rules of the grammar make of it
 */
record Met(
    Sentence sentence, int at, Optional<Sentence> before, Optional<Sentence> after, int paragraph, boolean headline, boolean quoted,
    Times times, String side, Optional<Claim> byRules) {
  /** How many words of a sentence say whose and of what kind "the same number" is: "the same number of the country's soldiers". */
  private static final int OF_AS_MANY = 6;

  Met with(Optional<Claim> claim) {
    String ofOne = claim.map(Claim::whose).filter(whose -> whose.basis() == Claim.Basis.TO_ONE_SIDE).map(Claim.Whose::side).orElse("");
    return new Met(sentence, at, before, after, paragraph, headline, quoted, times, side.isEmpty() ? ofOne : side, claim);
  }

  Counted counted() {
    return (Counted) sentence.chunks().get(at).content();
  }

  long value() {
    return counted().quantity().value();
  }

  Span span() {
    return sentence.chunks().get(at).span();
  }

  /**
   * Whether the number is said in somebody's own words: in a quotation, or to welcome people ("303 of our defenders are home"). "Today,
   * 390 people", and not a word more, is said of nobody's.
   */
  boolean inOwnWords() {
    boolean bare = sentence.chunks().stream().allMatch(chunk -> chunk.content() instanceof Counted || chunk.content() instanceof Dated
        || !Character.isLetter(chunk.form().charAt(0)));
    return (quoted && !bare) || sentence.has("arehome", "broughthome", "we");
  }

  /** Whether another number counts people of the other side, no more than so many paragraphs away. */
  boolean ofTheOtherSide(Met other, int paragraphs) {
    return !side.isEmpty() && !other.side.isEmpty() && !side.equals(other.side) && Math.abs(paragraph - other.paragraph) <= paragraphs;
  }

  /** Whether the words around it say that it counts each side's people. */
  boolean saysEach() {
    return sentence.find("basis", at).filter(found -> found.value().equals(Claim.Basis.PER_SIDE.word())).isPresent();
  }

  /** Whether the words around it say that it counts the people of both sides together. */
  boolean saysTogether() {
    return sentence.find("summed", at).filter(found -> found.value().equals("yes")).isPresent();
  }

  /** Whether the words around it say that the people whom it counts went to one side: "1,200 soldiers home to Norland". */
  boolean saysToward() {
    return sentence.find("toward", at).filter(found -> found.value().equals("yes")).isPresent();
  }

  /** Whether its sentence counts civilians too. */
  boolean besideCivilians() {
    return sentence.chunks().stream().anyMatch(chunk -> chunk.content() instanceof Counted other && other.category().equals("civilian"));
  }

  /** Whether it counts soldiers, and its sentence goes on with as many prisoners: "303 soldiers for the same number of prisoners of war". */
  boolean forAsManyPrisoners() {
    List<Chunk> behind = sentence.chunks().subList(at + 1, sentence.chunks().size());
    int same = 0;
    while (same < behind.size() && !behind.get(same).is("same")) {
      same++;
    }
    List<Chunk> ofWhom = behind.subList(same, Math.min(behind.size(), same + OF_AS_MANY));
    return counted().category().equals("military") && ofWhom.stream().anyMatch(chunk -> chunk.is("who:all"))
        && ofWhom.stream().noneMatch(chunk -> chunk.is("who:military")) && !besideCivilians();
  }

  /** Whether the next sentence, without a number of its own, says that there were as many: "The other side received the same number." */
  boolean sameNext() {
    return after.filter(Met::tellsOfTheSame).isPresent();
  }

  /** Whether a sentence says that there were as many, and gives no number of its own. */
  static boolean tellsOfTheSame(Sentence sentence) {
    return sentence.has("same") && sentence.chunks().stream().noneMatch(chunk -> chunk.content() instanceof Counted);
  }
}
