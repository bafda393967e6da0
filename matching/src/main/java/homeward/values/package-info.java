/**
 * What a cell of a register means and how two cells compare.
 * In go the columns of a table and the texts of its rows; out come numbers: a code for each value, shared by all tables
 * of one {@link homeward.values.Lexicon}, and for two codes the level at which they agree. A value is read once, however
 * many rows have it. Everything lies in arrays of numbers, so that a million rows fit and comparing makes no garbage.
 */
@org.jspecify.annotations.NullMarked
package homeward.values;
