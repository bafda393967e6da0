package homeward.exhaustive;

import java.util.List;
import java.util.SortedMap;

/**
 * What a walk found.
 *
 * @param states how many different ones are reachable; everything closed is one, everything ended another
 * @param transitions how many moves were accepted in them, waiting included
 * @param asked how many entries were put to the rules
 * @param stuck pairs of a state and a party, or nobody, that is silent from then on, where neither CLOSED nor ENDED can be
 *     reached by what the others may do and by time
 * @param stuckWithout the same by the silent party: nobody, A, B, M
 * @param example a shortest way into a stuck state and who is silent there, as sentences; empty when there is none
 * @param breaches invariants that did not hold, in words
 */
public record Walked(
    Shape shape,
    boolean lapse,
    long states,
    long transitions,
    long asked,
    long stuck,
    SortedMap<String, Long> stuckWithout,
    List<String> example,
    List<String> breaches) {}
