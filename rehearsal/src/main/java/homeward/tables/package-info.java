/**
 * The files of matching: tables of any columns in, proposals and their report out.
 * In go CSV files with a schema, models and schemas as JSON; out come rows of numbers, {@code matches.csv}, a model, a
 * page. What a file has wrong is a value that says where and how to mend it. Nothing here decides who is who.
 */
@org.jspecify.annotations.NullMarked
package homeward.tables;
