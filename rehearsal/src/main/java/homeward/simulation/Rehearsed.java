package homeward.simulation;

import homeward.exchange.PartyId;
import homeward.invariant.Evidence;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * One seed, rehearsed.
 *
 * @param setting what the seed made of it, line by line, for whoever reads a replay
 * @param told what happened outside the log, in the order of time
 * @param ignored how many messages each node could not read or would not believe
 * @param names what each party is called, by role
 * @param sides the opening side and the other one
 */
public record Rehearsed(
    long seed,
    boolean faultFree,
    Evidence evidence,
    List<String> setting,
    List<Told> told,
    SortedMap<PartyId, Long> ignored,
    Map<PartyId, String> names,
    List<PartyId> sides) {}
