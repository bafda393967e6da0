/**
 * The file of a press report as plain text: in goes text, HTML or the text of a PDF; out comes a {@code Report}, or why
 * the file cannot be read. Nothing is fetched, nothing in a page is run. What is not the report itself (scripts, styles,
 * forms) is left out; the words are not looked at.
 */
@org.jspecify.annotations.NullMarked
package homeward.intake;
