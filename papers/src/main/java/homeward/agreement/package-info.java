/**
 * The agreement that people write, as one JSON file.
 *
 * <p>In: the bytes of a file, from anybody. Out: an {@link homeward.agreement.Agreement} that can be carried out as it
 * stands, or every {@link homeward.agreement.Reading.Problem} with its line and its cure; and from an agreement the
 * {@link homeward.exchange.Terms} that both sides sign, in which no side's id or name stands.
 */
@org.jspecify.annotations.NullMarked
package homeward.agreement;
