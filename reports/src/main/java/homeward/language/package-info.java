/**
 * What the words of a text are: numbers, dates, people counted, names of sides, and the phrases that say what they mean.
 * In goes a stretch of text and the names of the sides; out come sentences of chunks and the first rule that fits one.
 * Lexicon and grammar are the resource files beside this package: a linguist extends them, or adds a language, without
 * touching the code. Pure and deterministic; it opens nothing but its own resources and asks no network and no clock.
 * Nothing here knows what a claim or a ledger is.
 */
@org.jspecify.annotations.NullMarked
package homeward.language;
