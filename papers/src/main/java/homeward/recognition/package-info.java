/**
 * Who of those sought is who on a list of people held, across scripts and spellings, and what may be answered about each. In go people
 * or rows of their cells; out come pairs with their weights and reasons, by the engine of matching, and suggestions. A person decides.
 */
@org.jspecify.annotations.NullMarked
package homeward.recognition;
