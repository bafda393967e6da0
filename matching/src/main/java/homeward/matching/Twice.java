package homeward.matching;

import java.util.ArrayList;
import java.util.Collection;
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

  /** Where only some rows were looked for a pair may have been found from one of them: what that row says counts. */
  static List<Match> ofSome(List<Match> all) {
    Map<Rows, Match> once = new LinkedHashMap<>();
    for (Match match : all) {
      Rows rows = new Rows(Math.min(match.sought(), match.held()), Math.max(match.sought(), match.held()));
      once.merge(rows, new Match(rows.earlier(), rows.later(), match.weight(), match.probability(), match.decision()), Twice::doubtful);
    }
    return inOrder(once.values());
  }

  private static Match doubtful(Match one, Match other) {
    return one.decision() == Decision.MATCH ? other : one;
  }

  private static List<Match> inOrder(Collection<Match> all) {
    List<Match> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparingInt(Match::sought).thenComparing(Comparator.comparingDouble(Match::weight).reversed()).thenComparingInt(Match::held));
    return sorted;
  }

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
    return inOrder(once);
  }
}
