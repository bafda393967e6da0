package homeward.tranches;

import homeward.problem.Person;
import homeward.solver.Answer;
import homeward.solver.Engine;
import homeward.solver.Patience;
import homeward.solver.Terms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The lot: everybody in the order of the numbers drawn goes if they can while all goals, and everybody before them, keep
 * what they have. Then, in the same order, each who goes has the earliest day that is left. It is not a sum of numbers,
 * which would tie; so every engine comes to the same list.
 */
final class Lots {
  private final Engine.Session session;
  private final Formulation formulation;
  private final Patience patience;
  private final Tranches.Progress progress;
  private long[] point;

  Lots(Engine.Session session, Formulation formulation, Patience patience, Tranches.Progress progress, long[] point) {
    this.session = session;
    this.formulation = formulation;
    this.patience = patience;
    this.progress = progress;
    this.point = point;
  }

  /** One question of the pass. */
  private record Turn(int lot, int kind, int team, int rank) {}

  /** The point at which everything is decided. */
  long[] decide() {
    session.narrow(point, patience);
    people();
    days();
    return point;
  }

  private void people() {
    Crowd crowd = formulation.crowd();
    List<Turn> turns = new ArrayList<>();
    for (int kind = 0; kind < crowd.kinds().size(); kind++) {
      List<Person> people = crowd.kinds().get(kind).people();
      for (int rank = 0; rank < people.size(); rank++) {
        turns.add(new Turn(people.get(rank).lot(), kind, -1, rank + 1));
      }
    }
    for (int team = 0; team < crowd.teams().size(); team++) {
      turns.add(new Turn(crowd.teams().get(team).people().getFirst().lot(), -1, team, 1));
    }
    turns.sort(Comparator.comparingInt(Turn::lot));
    int done = 0;
    for (Turn turn : turns) {
      if (++done % 100 == 0) {
        progress.at("LOT", done, turns.size());
      }
      if (turn.kind() >= 0) {
        grant(formulation.at().kinds()[turn.kind()], turn.rank());
      } else {
        grantTeam(formulation.at().teams()[turn.team()]);
      }
    }
  }

  /** Whether a column can be so much; if it can it will be. */
  private boolean grant(int column, long wanted) {
    long lower = session.model().lower(column);
    long upper = session.model().upper(column);
    if (wanted <= lower) {
      return true;
    }
    if (wanted > upper) {
      return false;
    }
    if (point[column] < wanted) {
      long most = most(Terms.of(column), wanted);
      if (most < wanted) {
        session.bound(column, lower, most);
        return false;
      }
      session.bound(column, wanted, Math.min(most, upper));
    } else {
      session.bound(column, wanted, upper);
    }
    return true;
  }

  /** The most that terms can be, or a bound of it; when the point is moved it reaches what is wanted. */
  private long most(Terms terms, long wanted) {
    Engine.Bounded bounded = session.bound(terms, patience);
    if (bounded.value() < wanted) {
      return bounded.value();
    }
    if (bounded.point().length > 0 && terms.at(bounded.point()) >= wanted) {
      point = bounded.point();
      return bounded.value();
    }
    return switch (session.maximise(terms, point, patience)) {
      case Answer.Found(long[] found, long value, long bound) -> {
        if (value >= wanted) {
          point = found;
          yield bound;
        }
        yield value;
      }
      case Answer.Impossible(), Answer.Unknown() -> wanted - 1;
    };
  }

  private void grantTeam(int[] days) {
    Terms goes = Columns.goes(days);
    if (goes.size() == 0) {
      return;
    }
    if (goes.at(point) >= 1 || most(goes, 1) >= 1) {
      session.atLeast(goes, 1);
    } else {
      for (int column : days) {
        if (column >= 0) {
          session.bound(column, 0, 0);
        }
      }
    }
  }

  /** One who goes, with the columns of the days, and how many of the same cell have each day already. */
  @SuppressWarnings("ArrayRecordComponent") // never compared: given is shared by a cell
  private record Traveller(int lot, int[] days, int[] given) {}

  private void days() {
    Crowd crowd = formulation.crowd();
    int count = formulation.problem().days().size();
    int[][] given = new int[crowd.cells().size()][count];
    List<Traveller> travellers = new ArrayList<>();
    for (int kind = 0; kind < crowd.kinds().size(); kind++) {
      Crowd.Kind alike = crowd.kinds().get(kind);
      for (int rank = 0; rank < point[formulation.at().kinds()[kind]]; rank++) {
        travellers.add(new Traveller(alike.people().get(rank).lot(), formulation.at().cells()[alike.cell()], given[alike.cell()]));
      }
    }
    for (int team = 0; team < crowd.teams().size(); team++) {
      int[] days = formulation.at().teams()[team];
      if (Columns.goes(days).at(point) > 0) {
        travellers.add(new Traveller(crowd.teams().get(team).people().getFirst().lot(), days, new int[count]));
      }
    }
    travellers.sort(Comparator.comparingInt(Traveller::lot));
    int done = 0;
    for (Traveller traveller : travellers) {
      if (++done % 100 == 0) {
        progress.at("DAYS", done, travellers.size());
      }
      giveEarliest(traveller);
    }
  }

  private void giveEarliest(Traveller traveller) {
    for (int day = 0; day < traveller.days().length; day++) {
      int column = traveller.days()[day];
      if (column >= 0 && grant(column, traveller.given()[day] + 1L)) {
        traveller.given()[day]++;
        return;
      }
    }
    throw new IllegalStateException("somebody who goes has no day");
  }
}
