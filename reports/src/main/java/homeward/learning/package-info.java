/**
 * Answers to questions, learnt from lessons: many words for each, the traits of a case, and the answer that a person gave. In go
 * lessons; out come {@code Weights}, a table of how much each trait speaks for each answer, which a person can read and a program can
 * ask, or, for cases that have to be judged beside one another, a {@code Network}. Pure and deterministic: the same lessons give the
 * same table and the same network, to the digit. The table is multinomial logistic regression (Berger, Della Pietra and Della Pietra
 * 1996, "A Maximum Entropy Approach to Natural Language Processing"), fitted by L-BFGS (Liu and Nocedal 1989); what the network is
 * stands at {@code Pass} and {@code NetworkLearner}. Nothing here knows what a report is.
 */
@org.jspecify.annotations.NullMarked
package homeward.learning;
