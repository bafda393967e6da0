package homeward.story;

import homeward.node.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;

/** What each node counted from its own store, side by side. */
final class NodesTable {
  private static final int ENOUGH_OF_A_DIGEST = 16;

  private NodesTable() {}

  static List<String> of(SequencedMap<String, Count.Result.Counted> counts) {
    List<String> rows = new ArrayList<>();
    rows.add("Nodes, each counting from its own store");
    counts.forEach(
        (name, counted) ->
            rows.add(
                "  %-24s%8s entries   root %s…   state %s…"
                    .formatted(name, Wording.number(counted.entries()), start(counted.root().value()), start(counted.stateHash().value()))));
    boolean same = counts.values().stream().map(Count.Result.Counted::stateHash).distinct().count() == 1;
    rows.add(
        counts.size() == 1
            ? "One node: the other party acts on paper."
            : same ? "The same log and the same figures on every node." : "The nodes do not hold the same log.");
    return rows;
  }

  private static String start(String digest) {
    return digest.substring(0, Math.min(ENOUGH_OF_A_DIGEST, digest.length()));
  }
}
