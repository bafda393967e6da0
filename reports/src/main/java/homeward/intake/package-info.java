/**
 * The file of a press report as plain text: in goes text, HTML or the text of a PDF; out comes a {@code Report}, or why
 * the file cannot be read. Nothing is fetched, nothing in a page is run. What is not the report itself (scripts, styles,
 * forms) is left out, and {@code Passages} tells the paragraphs of the report from the furniture of its page and from other stories.
 */
@org.jspecify.annotations.NullMarked
package homeward.intake;
