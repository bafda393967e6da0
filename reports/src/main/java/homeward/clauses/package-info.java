/**
 * What a sentence tells of a number in it: what governs it and who does that, which list and which whole it belongs to,
 * what kind of people it counts, which of the dates is its own, and who is speaking.
 * In goes a {@code Sentence} and the place of a chunk; out come facts of this one sentence, nothing of the text around. {@code Telling}
 * alone is of many sentences: it puts them in a row for those who learn from the words around a place.
 * Pure and deterministic; every word it asks for is a class or a list of the lexicon, so that a language is added there.
 * Nothing here knows what a claim is.
 */
@org.jspecify.annotations.NullMarked
package homeward.clauses;
