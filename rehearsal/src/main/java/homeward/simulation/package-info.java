/**
 * One exchange rehearsed from a seed: real nodes under simulated clocks, a network that loses, doubles, reorders and delays, disks
 * under processes that end at any write, parties that fall silent, lie or lose their memory. In: a seed. Out: the evidence of
 * what the nodes hold, and what happened, hour by hour. One thread; the same seed gives the same rehearsal.
 */
@org.jspecify.annotations.NullMarked
package homeward.simulation;
