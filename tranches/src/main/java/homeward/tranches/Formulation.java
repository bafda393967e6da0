package homeward.tranches;

import homeward.problem.Eligible;
import homeward.problem.Person;
import homeward.problem.Policy;
import homeward.problem.Problem;
import homeward.problem.Route;
import homeward.problem.Site;
import homeward.solver.Model;
import homeward.solver.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of a problem as rows over columns: how many of each kind go, how many of each cell ride on which day, which
 * groups go when, which sites open and how many vehicles they get. Where sites and vehicles are fixed they are no columns.
 */
final class Formulation {
  private final Problem problem;
  private final Setting setting;
  private final Eligible eligible;
  private final Crowd crowd;
  private final Model model = new Model();
  private final Columns columns;
  private final Words words;
  private final int days;
  private final Reach reach;
  /** How many columns the rules need; goals may add more. */
  private final int rules;

  Formulation(Problem problem, Policy policy, Setting setting) {
    this.problem = problem;
    this.setting = setting;
    this.words = new Words(problem);
    this.eligible = new Eligible(problem);
    this.days = problem.days().size();
    this.reach = new Reach(problem, setting);
    this.crowd = new Crowd(problem, policy, setting, eligible, reach);
    model.column(0, 0); // an engine takes no model without columns, and there may be nobody who can go
    this.columns = Columns.into(model, crowd, reach, setting);
    balances();
    quotas();
    if (setting.frame().isPresent()) {
      fixedSites(setting.frame().get());
    } else {
      openSites();
      vehicles();
    }
    pins();
    groups();
    cuts();
    this.rules = model.columns();
  }

  /** How many vehicles there are at a point, or as they are fixed. */
  Setting.Frame vehicles(long[] point) {
    return setting.frame().orElseGet(() -> Openings.at(columns.vehicles(), point));
  }

  /** The same point for the same crowd, where fewer sites can be reached; what the goals added comes in the same order. */
  long[] carry(Formulation other, long[] point) {
    long[] carried = new long[model.columns()];
    columns.carry(other.columns, point, carried);
    for (int extra = 0; rules + extra < carried.length; extra++) {
      carried[rules + extra] = point[other.rules + extra];
    }
    return carried;
  }

  Model model() {
    return model;
  }

  Crowd crowd() {
    return crowd;
  }

  Columns at() {
    return columns;
  }

  /** The rules behind the labels of rows. */
  Words words() {
    return words;
  }

  Problem problem() {
    return problem;
  }

  Eligible eligible() {
    return eligible;
  }

  Reach reach() {
    return reach;
  }

  /** Whoever of a cell goes rides on some day; a group rides on one day at most. */
  private void balances() {
    List<Terms.Sum> sums = new ArrayList<>();
    crowd.cells().forEach(cell -> sums.add(new Terms.Sum()));
    for (int kind = 0; kind < columns.kinds().length; kind++) {
      sums.get(crowd.kinds().get(kind).cell()).add(columns.kinds()[kind], 1);
    }
    for (int cell = 0; cell < sums.size(); cell++) {
      for (int column : columns.cells()[cell]) {
        Columns.add(sums.get(cell), column, -1);
      }
      model.row(sums.get(cell).terms(), 0, 0, Model.UNLABELLED);
    }
    for (int[] team : columns.teams()) {
      model.row(Columns.goes(team), 0, 1, Model.UNLABELLED);
    }
  }

  private interface Counted {
    boolean is(int site, String category);
  }

  /** How many ride on a day, of those that are counted. */
  private Terms.Sum riders(int day, Counted counted) {
    Terms.Sum sum = new Terms.Sum();
    for (int cell = 0; cell < columns.cells().length; cell++) {
      Crowd.Cell where = crowd.cells().get(cell);
      if (counted.is(where.site(), where.category())) {
        Columns.add(sum, columns.cells()[cell][day], 1);
      }
    }
    for (int team = 0; team < columns.teams().length; team++) {
      long people = crowd.teams().get(team).people().stream().filter(person -> counted.is(crowd.site(person), person.category())).count();
      Columns.add(sum, columns.teams()[team][day], people);
    }
    return sum;
  }

  private void quotas() {
    for (int day = 0; day < days; day++) {
      for (String category : eligible.categories()) {
        int quota = eligible.quota(day, category);
        model.row(riders(day, (site, of) -> of.equals(category)).terms(), quota, quota, words.quota(day, category, quota));
      }
    }
  }

  private void fixedSites(Setting.Frame frame) {
    for (int site = 0; site < problem.sites().size(); site++) {
      for (int day = 0; day < days; day++) {
        Terms riders = ridersAt(site, day).terms();
        if (riders.size() > 0) {
          model.row(riders, 0, (long) frame.at(site, day) * reach.seats(site), words.fixed(site, day, frame.at(site, day)));
          guards(site, day, riders);
        }
      }
      closures(site);
    }
  }

  Terms.Sum ridersAt(int site, int day) {
    return riders(day, (where, category) -> where == site);
  }

  private void guards(int site, int day, Terms riders) {
    problem.sites().get(site).escorted().ifPresent(most -> model.row(riders, 0, most, words.guards(site, day, most)));
  }

  private void closures(int site) {
    if (!setting.loose()) {
      return;
    }
    Site place = problem.sites().get(site);
    for (int day = 0; day < days; day++) {
      for (String category : eligible.categories()) {
        if (!place.opensFor(category, problem.days().get(day).day())) {
          Terms riders = riders(day, (where, of) -> where == site && of.equals(category)).terms();
          model.row(riders, 0, 0, words.closed(site, day, category));
        }
      }
    }
  }

  /** A site has vehicles when it is opened. */
  private void openSites() {
    for (int site = 0; site < problem.sites().size(); site++) {
      for (int day = 0; day < days; day++) {
        int vehicles = columns.vehicles()[site][day];
        Terms.Sum riders = ridersAt(site, day);
        guards(site, day, riders.terms());
        model.row(riders.add(vehicles, -reach.seats(site)).terms(), -Model.NONE, 0, Model.UNLABELLED);
        if (columns.open().length > 0) {
          opening(site, day, columns.open()[site][day]);
        }
      }
      closures(site);
    }
  }

  /** A site is opened where at least one vehicle goes. */
  private void opening(int site, int day, int open) {
    int vehicles = columns.vehicles()[site][day];
    model.row(new Terms.Sum().add(vehicles, 1).add(open, -model.upper(vehicles)).terms(), -Model.NONE, 0, Model.UNLABELLED);
    model.row(new Terms.Sum().add(vehicles, 1).add(open, -1).terms(), 0, Model.NONE, Model.UNLABELLED);
  }

  private void vehicles() {
    for (int day = 0; day < days; day++) {
      Terms.Sum ofDay = new Terms.Sum();
      Terms.Sum sites = new Terms.Sum();
      for (int site = 0; site < problem.sites().size(); site++) {
        ofDay.add(columns.vehicles()[site][day], 1);
        if (columns.open().length > 0) {
          sites.add(columns.open()[site][day], 1);
        }
      }
      int when = day;
      problem.days().get(day).vehicles().ifPresent(most -> model.row(ofDay.terms(), 0, most, words.vehicles(when, most)));
      problem.days().get(day).sites().ifPresent(most -> model.row(sites.terms(), 0, most, words.sites(when, most)));
      for (int route = 0; route < problem.routes().size(); route++) {
        Terms.Sum ofRoute = new Terms.Sum();
        for (int site = 0; site < reach.sites(); site++) {
          if (reach.route(site) == route) {
            ofRoute.add(columns.vehicles()[site][day], 1);
          }
        }
        Route road = problem.routes().get(route);
        model.row(ofRoute.terms(), 0, road.vehicles(), words.route(route, day, road.vehicles()));
      }
    }
  }

  private void pins() {
    for (int kind = 0; kind < columns.kinds().length; kind++) {
      Person person = crowd.kinds().get(kind).first();
      pin(Terms.of(columns.kinds()[kind]), person);
    }
    for (int team = 0; team < columns.teams().length; team++) {
      Terms goes = Columns.goes(columns.teams()[team]);
      crowd.teams().get(team).people().forEach(person -> pin(goes, person));
    }
  }

  private void pin(Terms goes, Person person) {
    if (person.named()) {
      model.row(goes, 1, 1, words.named(person));
    }
    if (setting.in().contains(person.ref())) {
      model.row(goes, 1, 1, words.putIn(person));
    }
    if (setting.out().contains(person.ref())) {
      model.row(goes, 0, 0, words.takenOut(person));
    }
  }

  /** Only for explanations, where each member of a group could go alone but for this. */
  private void groups() {
    Map<String, Integer> first = new HashMap<>();
    for (int kind = 0; kind < columns.kinds().length; kind++) {
      Person person = crowd.kinds().get(kind).first();
      int cell = crowd.kinds().get(kind).cell();
      if (person.group().isPresent()) {
        int other = first.computeIfAbsent(person.group().get(), group -> cell);
        int label = words.together(person.group().get());
        for (int day = 0; day < days && other != cell; day++) {
          model.row(new Terms.Sum().add(columns.cells()[cell][day], 1).add(columns.cells()[other][day], -1).terms(), 0, 0, label);
        }
      }
    }
  }

  private void cuts() {
    for (Setting.Cut cut : setting.cuts()) {
      Terms.Sum all = new Terms.Sum();
      cut.groups().forEach(group -> Columns.add(all, goesOn(group, cut.day()), cut.vehicles()));
      long slack = (long) cut.vehicles() * (cut.groups().size() - 1);
      int label = words.cut(cut);
      if (setting.frame().isPresent()) {
        model.row(all.terms(), -Model.NONE, slack + setting.frame().get().at(cut.site(), cut.day()), label);
      } else {
        model.row(all.add(columns.vehicles()[cut.site()][cut.day()], -1).terms(), -Model.NONE, slack, label);
      }
    }
  }

  private int goesOn(String group, int day) {
    for (int team = 0; team < columns.teams().length; team++) {
      if (crowd.teams().get(team).group().equals(group)) {
        return columns.teams()[team][day];
      }
    }
    for (Crowd.Kind kind : crowd.kinds()) {
      if (kind.first().group().equals(Optional.of(group))) {
        return columns.cells()[kind.cell()][day];
      }
    }
    throw new IllegalArgumentException("no group " + group);
  }
}
