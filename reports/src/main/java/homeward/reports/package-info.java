/**
 * What a press report claims about an exchange: who counted whom, on what basis, when, and who says so.
 * In goes the file of a report (text, HTML, the text of a PDF); out comes a {@code Reading}: claims with their places
 * in the text, remarks, and what was left out as furniture or another story. A file that cannot be read is a value too.
 * Pure and deterministic: nothing is fetched, nothing in a page is run, no clock is asked.
 * Nothing here knows what the ledger says.
 */
@org.jspecify.annotations.NullMarked
package homeward.reports;
