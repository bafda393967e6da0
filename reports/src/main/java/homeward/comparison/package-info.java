/**
 * Reports beside the ledger and beside each other, for people and for programs.
 * In go reports and, if there is one, a ledger; out come rows, JSON, a text for the terminal and a page of HTML that
 * needs nothing else: the claims marked in the text, what the report contradicts in itself, what all reports share,
 * who seems to copy whom, and a plot of the readings. Pure and deterministic; nothing is run, fetched or sent.
 */
@org.jspecify.annotations.NullMarked
package homeward.comparison;
