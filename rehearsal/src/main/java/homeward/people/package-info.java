/**
 * Invented people for rehearsals, tests and the demonstration: nobody here exists.
 * In go a number of people and a seed; the same two give the same bytes.
 * Out come the four registers that two sides would bring, with the spellings, gaps and mistakes that real registers
 * have, at stated rates, and beside them the truth: which row is who, and what is wrong with it.
 */
@org.jspecify.annotations.NullMarked
package homeward.people;
