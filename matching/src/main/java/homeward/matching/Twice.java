package homeward.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pairs of one table, which are found from either row: each is told once, from the earlier row, and is a match when each row has the
 * other for its match.
 */
final class Twice {
  private Twice() {}

  private record Rows(int earlier, int later) {}

  static List<Match> once(List<Match> all) {
    Map<Rows, Match> first = new LinkedHashMap<>();
    Map<Rows, Match> second = new LinkedHashMap<>();
    for (Match match : all) {
      boolean inOrder = match.sought() < match.held();
      (inOrder ? first : second).put(new Rows(Math.min(match.sought(), match.held()), Math.max(match.sought(), match.held())), match);
    }
    List<Match> once = new ArrayList<>();
    second.forEach((rows, match) -> first.putIfAbsent(rows, new Match(rows.earlier(), rows.later(), match.weight(), match.probability(), Decision.REVIEW)));
    first.forEach((rows, match) -> {
      Match other = second.get(rows);
      boolean both = match.decision() == Decision.MATCH && other != null && other.decision() == Decision.MATCH;
      once.add(new Match(rows.earlier(), rows.later(), match.weight(), match.probability(), both ? Decision.MATCH : Decision.REVIEW));
    });
    once.sort(Comparator.comparingInt(Match::sought).thenComparing(Comparator.comparingDouble(Match::weight).reversed()).thenComparingInt(Match::held));
    return once;
  }
}
