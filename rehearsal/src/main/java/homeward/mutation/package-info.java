/**
 * Shows that the tests of the rules hold the rules: every guard is removed once, and some test has to fail then.
 *
 * <p>In: the sources of all that deciding asks, their classes and their tests as the build left them, and the list of the
 * guards that no test can miss, each with a reason. Out: a {@link homeward.mutation.Report}, guard by guard. What counts as
 * a guard is written at {@link homeward.mutation.Guards}. The trials run in JVMs of their own, where a mutant may loop for
 * ever.
 */
@org.jspecify.annotations.NullMarked
package homeward.mutation;
