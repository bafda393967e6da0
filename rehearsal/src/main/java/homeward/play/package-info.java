/**
 * Whole exchanges on one machine. In: an agreement, two sides' registers, a seed, what goes wrong. Out: the course as it is
 * placed in the log, line by line, and the figures as each node counts them from its own store. The parties' behaviour is the
 * room {@code conduct}; everything they do goes through real nodes.
 */
@org.jspecify.annotations.NullMarked
package homeward.play;
