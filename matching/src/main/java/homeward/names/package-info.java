/**
 * What a written name is, whatever the script: one person's name as two registers spell it is told to be one.
 * In goes the text of a field; out comes a {@link homeward.names.Name}: the repaired text, its language, a spelling that
 * Ukrainian and Russian share, a skeleton that every script shares, and the class of a given name or of a father's name.
 * The tables (letters, romanisations, given names, endings) are written for this project from the standards named beside
 * them and from knowledge of the languages. Pure and deterministic; it opens nothing but its own resources.
 */
@org.jspecify.annotations.NullMarked
package homeward.names;
