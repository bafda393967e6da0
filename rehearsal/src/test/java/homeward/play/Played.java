package homeward.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plays files as {@code ./homeward demo --agreement FILE --input DIR --mishaps none} does, and reads what it writes as JSON. */
final class Played {
  private Played() {}

  /** What is written, whole. */
  static Map<String, Object> report(Path agreement, Path folder, long seed) {
    Plays.Wish wish = new Plays.Wish(
        Optional.of(agreement), Optional.of(folder), "reference", Optional.of("none"), seed, Optional.empty());
    Plays.Result result = Plays.run(wish, line -> {});
    assertThat(result).as("%s", agreement).isInstanceOf(Plays.Result.Played.class);
    assertThat(((Plays.Result.Played) result).nodesAgree()).isTrue();
    return PlainJson.object(((Plays.Result.Played) result).report().pretty());
  }

  /** What is written, but for what no adder can know: roots, digests, how many entries. Every node has to count the same. */
  static Map<String, Object> account(Path agreement, Path folder, long seed) {
    Map<String, Object> report = new HashMap<>(report(agreement, folder, seed));
    for (Map<String, Object> node : PlainJson.objects(report, "nodes")) {
      assertThat(node.get("sides")).as("node %s", node.get("name")).isEqualTo(report.get("sides"));
    }
    report.keySet().removeAll(Set.of("nodes", "provenance", "seed", "closing"));
    return report;
  }
}
