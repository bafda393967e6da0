/**
 * How much two rows tell for being one person.
 * In go the levels at which two rows agree; out come bits of evidence, by the model of Fellegi and Sunter (1969): at
 * each level the logarithm of how much likelier it is among pairs of one person (m) than among any two (u), names by how
 * frequent they are, against kin and namesakes, who agree in much and are two. A {@link homeward.evidence.Model} is learnt
 * from the tables themselves, can be kept, and explains each pair. Pure and deterministic.
 */
@org.jspecify.annotations.NullMarked
package homeward.evidence;
