package homeward.exhaustive;

import java.util.function.Supplier;

/**
 * One step of a walk that the rules allow.
 *
 * @param words what is done, by whom
 * @param parties a bit for each party without which it cannot be done: those who speak, sign or cosign, and whoever gives the
 *     entries their places
 */
record Step(Supplier<String> words, int parties, Position next) {}
