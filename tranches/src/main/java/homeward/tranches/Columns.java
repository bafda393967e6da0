package homeward.tranches;

import homeward.solver.Model;
import homeward.solver.Terms;
import java.util.Arrays;

/**
 * Where the columns of a formulation stand; -1 where there is none because it could only be 0.
 *
 * @param kinds how many of a kind go
 * @param cells how many of a cell go on a day: {@code cells[cell][day]}
 * @param teams whether a group goes on a day: {@code teams[team][day]}
 * @param open whether a site is opened on a day: {@code open[site][day]}; empty where sites are fixed
 * @param vehicles how many vehicles serve it then; empty where they are fixed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared: a carrier of numbers
record Columns(int[] kinds, int[][] cells, int[][] teams, int[][] open, int[][] vehicles) {
  private interface Making {
    int at(int first, int day);
  }

  /** Adds the columns to a model. */
  static Columns into(Model model, Crowd crowd, Reach reach, Setting setting) {
    int[] sizes = new int[crowd.cells().size()];
    crowd.kinds().forEach(kind -> sizes[kind.cell()] += kind.people().size());
    int[] kinds = crowd.kinds().stream().mapToInt(kind -> model.impliedColumn(0, kind.people().size())).toArray();
    int[][] cells = perDay(sizes.length, reach, (cell, day) -> {
      Crowd.Cell where = crowd.cells().get(cell);
      return reach.at(where.site(), where.category(), day) ? model.column(0, Math.min(sizes[cell], reach.people(where.site(), day))) : -1;
    });
    int[][] teams = perDay(crowd.teams().size(), reach, (team, day) ->
        crowd.teams().get(team).people().stream().allMatch(person -> reach.at(crowd.site(person), person.category(), day)) ? model.column(0, 1) : -1);
    int[][] open = setting.frame().isPresent() || setting.opened().isPresent() ? new int[0][]
        : perDay(reach.sites(), reach, (site, day) -> model.column(0, 1));
    return new Columns(kinds, cells, teams, open, vehicles(model, reach, setting));
  }

  private static int[][] vehicles(Model model, Reach reach, Setting setting) {
    if (setting.frame().isPresent()) {
      return new int[0][];
    }
    return perDay(reach.sites(), reach, (site, day) -> {
      int opened = setting.opened().map(open -> open.at(site, day)).orElse(1);
      return setting.loose() ? model.roundedUpColumn(0, reach.everybody())
          : model.roundedUpColumn(setting.opened().isPresent() ? opened : 0, (long) opened * reach.vehicles(site, day));
    });
  }

  private static int[][] perDay(int count, Reach reach, Making making) {
    int[][] made = new int[count][reach.days()];
    for (int first = 0; first < count; first++) {
      for (int day = 0; day < reach.days(); day++) {
        made[first][day] = making.at(first, day);
      }
    }
    return made;
  }

  static void add(Terms.Sum sum, int column, long factor) {
    if (column >= 0) {
      sum.add(column, factor);
    }
  }

  /** Whether a group goes on any day. */
  static Terms goes(int[] team) {
    Terms.Sum sum = new Terms.Sum();
    Arrays.stream(team).forEach(column -> add(sum, column, 1));
    return sum.terms();
  }

  /** Brings a point from where other columns stand; what can be nothing but 0 here is dropped. */
  void carry(Columns other, long[] point, long[] carried) {
    carry(new int[][] {kinds}, new int[][] {other.kinds}, point, carried);
    carry(cells, other.cells, point, carried);
    carry(teams, other.teams, point, carried);
    carry(vehicles, other.vehicles, point, carried);
  }

  private static void carry(int[][] to, int[][] from, long[] point, long[] carried) {
    for (int i = 0; i < to.length; i++) {
      for (int j = 0; j < to[i].length; j++) {
        if (to[i][j] >= 0) {
          carried[to[i][j]] = point[from[i][j]];
        }
      }
    }
  }
}
