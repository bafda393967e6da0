package homeward.reports;

import homeward.clauses.Times;
import homeward.language.Chunk.Content.Counted;
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

  /** Whether the number is said in somebody's own words: in a quotation, or to welcome people ("303 of our defenders are home"). */
  boolean inOwnWords() {
    return quoted || sentence.has("arehome", "broughthome", "we");
  }

  /** Whether another number counts people of the other side, no more than so many paragraphs away. */
  boolean ofTheOtherSide(Met other, int paragraphs) {
    return !side.isEmpty() && !other.side.isEmpty() && !side.equals(other.side) && Math.abs(paragraph - other.paragraph) <= paragraphs;
  }

  /** Whether the words around it say that it counts each side's people. */
  boolean saysEach() {
    return sentence.find("basis", at).filter(found -> found.value().equals(Claim.Basis.PER_SIDE.word())).isPresent();
  }

  /** Whether its sentence counts civilians too. */
  boolean besideCivilians() {
    return sentence.chunks().stream().anyMatch(chunk -> chunk.content() instanceof Counted other && other.category().equals("civilian"));
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
