/**
 * What a person types: one class a command, and one exit code that means the same everywhere.
 *
 * <p>In: a command line. Out: text on standard output, progress on standard error, an {@link homeward.command.Exit}.
 * A command translates, calls one room and prints what comes back; whatever decides lives in the rooms. To add a
 * command, write one class ({@code Callable<Exit>} with picocli's {@code @Command}) and name it in {@code Homeward}.
 */
@org.jspecify.annotations.NullMarked
package homeward.command;
