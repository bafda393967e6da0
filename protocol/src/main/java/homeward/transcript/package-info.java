/**
 * The transcript, so that nobody can be told two stories: signed entries, the leaves the keeper made of them, one
 * append-only tree over the leaves, checkpoints of the tree that every side cosigns, and sealed attachments beside it.
 *
 * <p>In: bodies as JSON, keys and nonces as arguments (no clock and no randomness in here), bytes from strangers.
 * Out: the exact bytes that are signed and kept, and yes or no to every check. Knows nothing of exchanges.
 */
@org.jspecify.annotations.NullMarked
package homeward.transcript;
