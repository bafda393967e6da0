/**
 * The language of an exchange: what can be said ({@link homeward.exchange.Move}, {@link homeward.exchange.Matter},
 * {@link homeward.exchange.Terms}), what then stands ({@link homeward.exchange.State}), and why something was refused. All of
 * it is records, and the records are the schema of what is signed: there is no free text in them, so no name and no reason.
 * Nothing here decides; that is the room {@code ruling}.
 */
@org.jspecify.annotations.NullMarked
package homeward.exchange;
