package homeward.reports;

import homeward.clauses.Times;
import homeward.language.Chunk.Content.Counted;
import homeward.language.Sentence;
import homeward.language.Span;
import java.util.Optional;

/**
 * A number of a report as the first reading met it.
 *
 * @param sentence its sentence
 * @param at its place there
 * @param before the sentence before it in the paragraph
 * @param paragraph the paragraph, from 0
 * @param headline whether the paragraph is a headline
 * @param times the days that are told around it
 * @param side whose people it counts, where the words around it tell; else empty
 * @param byRules the claim that the rules of the grammar make of it
 */
record Met(
    Sentence sentence, int at, Optional<Sentence> before, int paragraph, boolean headline, Times times, String side,
    Optional<Claim> byRules) {

  Met with(Optional<Claim> claim) {
    return new Met(sentence, at, before, paragraph, headline, times, side, claim);
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
}
