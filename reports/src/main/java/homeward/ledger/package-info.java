/**
 * What is on record of exchanges, and how a claim stands to it.
 * In goes a ledger file and what a report claims; out come judgements: a verdict, its arithmetic in words, and the
 * readings under which an ambiguous claim would be true. The same records write a ledger, so that the bundle of an
 * exchange can export one. Pure and deterministic; files are read and written by the caller.
 * Reported exchanges stand beside the record and never make a claim right.
 */
@org.jspecify.annotations.NullMarked
package homeward.ledger;
