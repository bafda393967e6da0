package homeward.tranches;

import homeward.solver.Model;
import homeward.solver.Terms;

/**
 * What follows from the rules where sites are opened or not, said so that it holds for half an opening too: half a site has
 * half its wounded and half its guards. No plan is lost by it. Without it the relaxed problem opens every site a little and
 * fetches everybody who matters, its bounds are far too high, and a search has to find that out opening by opening.
 */
final class Tightening {
  private final Formulation formulation;
  private final Model model;
  private final Crowd crowd;
  private final Columns at;

  private Tightening(Formulation formulation) {
    this.formulation = formulation;
    this.model = formulation.model();
    this.crowd = formulation.crowd();
    this.at = formulation.at();
  }

  /** Adds all of it to the model of a formulation in which sites are open. */
  static void of(Formulation formulation) {
    Tightening tightening = new Tightening(formulation);
    tightening.cells();
    tightening.teams();
    tightening.kinds();
    tightening.sites();
  }

  /** Nobody of a cell rides on a day on which its site is not opened. */
  private void cells() {
    for (int cell = 0; cell < at.cells().length; cell++) {
      for (int day = 0; day < at.cells()[cell].length; day++) {
        int ride = at.cells()[cell][day];
        if (ride >= 0) {
          int open = at.open()[crowd.cells().get(cell).site()][day];
          model.row(new Terms.Sum().add(ride, 1).add(open, -model.upper(ride)).terms(), -Model.NONE, 0, Model.UNLABELLED);
        }
      }
    }
  }

  private void teams() {
    for (int team = 0; team < at.teams().length; team++) {
      int[] sites = crowd.teams().get(team).people().stream().mapToInt(crowd::site).distinct().toArray();
      for (int day = 0; day < at.teams()[team].length; day++) {
        int goes = at.teams()[team][day];
        for (int site : sites) {
          if (goes >= 0) {
            model.row(new Terms.Sum().add(goes, 1).add(at.open()[site][day], -1).terms(), -Model.NONE, 0, Model.UNLABELLED);
          }
        }
      }
    }
  }

  /** Nobody of a kind goes if their site is opened on no day on which they can be fetched. */
  private void kinds() {
    for (int kind = 0; kind < at.kinds().length; kind++) {
      int cell = crowd.kinds().get(kind).cell();
      int column = at.kinds()[kind];
      Terms.Sum sum = new Terms.Sum().add(column, 1);
      for (int day = 0; day < at.cells()[cell].length; day++) {
        int ride = at.cells()[cell][day];
        if (ride >= 0) {
          sum.add(at.open()[crowd.cells().get(cell).site()][day], -Math.min(model.upper(column), model.upper(ride)));
        }
      }
      model.consequence(sum.terms());
    }
  }

  private void sites() {
    for (int site = 0; site < at.open().length; site++) {
      for (int day = 0; day < at.open()[site].length; day++) {
        Terms riders = formulation.ridersAt(site, day).terms();
        long most = Math.min(riders.atMost(model), formulation.reach().people(site, day));
        if (most > 0) {
          site(site, day, most);
        }
      }
    }
  }

  /** All vehicles but the last of those a site can need are full, and the last takes the rest: the line through these corners. */
  private void site(int site, int day, long most) {
    int seats = formulation.reach().seats(site);
    long full = Math.ceilDiv(most, seats) - 1;
    long rest = most - full * seats;
    int open = at.open()[site][day];
    model.row(formulation.ridersAt(site, day).add(at.vehicles()[site][day], -rest).add(open, -full * (seats - rest)).terms(),
        -Model.NONE, 0, Model.UNLABELLED);
    model.consequence(formulation.ridersAt(site, day).add(open, -most).terms());
  }
}
