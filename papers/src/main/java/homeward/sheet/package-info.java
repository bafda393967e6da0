/**
 * Workbooks (XLSX) as rows of texts, and back. In go bytes that anybody can bring: they are looked through before they are
 * read, so that a file that would grow without end, reaches for other files or claims a million columns is refused with
 * its reason. Out come rows of texts, formulas and errors named and never worked out. It knows nothing of people.
 */
@org.jspecify.annotations.NullMarked
package homeward.sheet;
