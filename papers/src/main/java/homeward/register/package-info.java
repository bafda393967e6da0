/**
 * Files of people: whom a side seeks, and whom it holds.
 * In go CSV files that anybody can bring (strict UTF-8, the columns of GC III 122 and GC IV 138).
 * Out come people, every row or none, or a list of problems that each say what to do;
 * and who on one list joins whom on another by a plain exact rule, with everybody it leaves open shown.
 */
@org.jspecify.annotations.NullMarked
package homeward.register;
