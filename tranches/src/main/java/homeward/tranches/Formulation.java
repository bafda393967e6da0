package homeward.tranches;

import homeward.problem.Day;
import homeward.problem.Eligible;
import homeward.problem.Person;
import homeward.problem.Policy;
import homeward.problem.Problem;
import homeward.problem.Route;
import homeward.problem.Site;
import homeward.solver.Model;
import homeward.solver.Terms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The rules of a problem as rows over columns: how many of each kind go, how many of each cell ride on which day, which
 * groups go when, which sites open and how many vehicles they get. Where sites and vehicles are fixed they are no columns.
 */
final class Formulation {
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
  record Columns(int[] kinds, int[][] cells, int[][] teams, int[][] open, int[][] vehicles) {}

  private final Problem problem;
  private final Setting setting;
  private final Eligible eligible;
  private final Crowd crowd;
  private final Model model = new Model();
  private final Columns columns;
  private final Words words;
  private final int days;
  private final int[] seats;
  private final int[] routeOf;
  /** How many columns the rules need; goals may add more. */
  private final int rules;

  Formulation(Problem problem, Policy policy, Setting setting) {
    this.problem = problem;
    this.setting = setting;
    this.words = new Words(problem);
    this.eligible = new Eligible(problem);
    this.days = problem.days().size();
    Map<String, Integer> routes = new HashMap<>();
    problem.routes().forEach(route -> routes.put(route.route(), routes.size()));
    this.routeOf = problem.sites().stream().mapToInt(site -> routes.getOrDefault(site.route(), -1)).toArray();
    this.seats = Arrays.stream(routeOf).map(route -> problem.routes().get(route).seats()).toArray();
    this.crowd = new Crowd(problem, policy, setting, eligible, this::ever);
    model.column(0, 0); // an engine takes no model without columns, and there may be nobody who can go
    this.columns = columns();
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
    for (int kind = 0; kind < columns.kinds().length; kind++) {
      carried[columns.kinds()[kind]] = point[other.columns.kinds()[kind]];
    }
    carry(columns.cells(), other.columns.cells(), point, carried);
    carry(columns.teams(), other.columns.teams(), point, carried);
    carry(columns.vehicles(), other.columns.vehicles(), point, carried);
    for (int extra = 0; rules + extra < carried.length; extra++) {
      carried[rules + extra] = point[other.rules + extra];
    }
    return carried;
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

  int seats(int site) {
    return seats[site];
  }

  private Columns columns() {
    List<Crowd.Cell> cells = crowd.cells();
    int[] sizes = new int[cells.size()];
    crowd.kinds().forEach(kind -> sizes[kind.cell()] += kind.people().size());
    int[] kinds = crowd.kinds().stream().mapToInt(kind -> model.impliedColumn(0, kind.people().size())).toArray();
    int[][] rides = new int[cells.size()][days];
    for (int cell = 0; cell < rides.length; cell++) {
      for (int day = 0; day < days; day++) {
        Crowd.Cell where = cells.get(cell);
        rides[cell][day] = reachable(where.site(), where.category(), day) ? model.column(0, Math.min(sizes[cell], room(where.site(), day))) : -1;
      }
    }
    int[][] teams = new int[crowd.teams().size()][days];
    for (int team = 0; team < teams.length; team++) {
      for (int day = 0; day < days; day++) {
        int when = day;
        boolean can = crowd.teams().get(team).people().stream().allMatch(person -> reachable(crowd.site(person), person.category(), when));
        teams[team][day] = can ? model.column(0, 1) : -1;
      }
    }
    return new Columns(kinds, rides, teams, openings(), vehicleColumns());
  }

  /** Whether it can be otherwise than 0 that somebody is fetched there; for explanations it always can. */
  private boolean reachable(int site, String category, int day) {
    if (setting.loose()) {
      return true;
    }
    boolean served = setting.frame().or(setting::opened).map(frame -> frame.at(site, day) > 0).orElse(true);
    Day when = problem.days().get(day);
    boolean called = when.returns().getOrDefault(category, 0) > 0 || when.takesAllOf(category);
    return served && called && problem.sites().get(site).opensFor(category, when.day());
  }

  /** With openings fixed and vehicles not everybody stays in, since a point of the open problem is carried over. */
  private boolean ever(int site, String category) {
    return setting.frame().isEmpty() || IntStream.range(0, days).anyMatch(day -> reachable(site, category, day));
  }

  private int most(int site, int day) {
    int ofRoute = problem.routes().get(routeOf[site]).vehicles();
    return Math.min(ofRoute, problem.days().get(day).vehicles().orElse(ofRoute));
  }

  private int mostServed(int site, int day) {
    return setting.opened().map(open -> open.at(site, day)).orElse(1) * most(site, day);
  }

  /** How many people can be fetched at a site on a day at most; no bound for explanations. */
  int room(int site, int day) {
    if (setting.loose()) {
      return Integer.MAX_VALUE;
    }
    int vehicles = setting.frame().map(frame -> frame.at(site, day)).orElseGet(() -> most(site, day));
    return Math.min(vehicles * seats[site], problem.sites().get(site).escorted().orElse(Integer.MAX_VALUE));
  }

  private int[][] openings() {
    return setting.frame().isPresent() || setting.opened().isPresent() ? new int[0][] : perSite((site, day) -> model.column(0, 1));
  }

  private int[][] vehicleColumns() {
    return setting.frame().isPresent() ? new int[0][]
        : perSite((site, day) -> setting.loose() ? model.roundedUpColumn(0, problem.people().size())
            : model.roundedUpColumn(setting.opened().map(open -> open.at(site, day)).orElse(0), mostServed(site, day)));
  }

  private interface Making {
    int at(int site, int day);
  }

  private int[][] perSite(Making making) {
    int[][] made = new int[problem.sites().size()][days];
    for (int site = 0; site < made.length; site++) {
      for (int day = 0; day < days; day++) {
        made[site][day] = making.at(site, day);
      }
    }
    return made;
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
        add(sums.get(cell), column, -1);
      }
      model.row(sums.get(cell).terms(), 0, 0, Model.UNLABELLED);
    }
    for (int[] team : columns.teams()) {
      model.row(goes(team), 0, 1, Model.UNLABELLED);
    }
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

  private interface Counted {
    boolean is(int site, String category);
  }

  /** How many ride on a day, of those that are counted. */
  private Terms.Sum riders(int day, Counted counted) {
    Terms.Sum sum = new Terms.Sum();
    for (int cell = 0; cell < columns.cells().length; cell++) {
      Crowd.Cell where = crowd.cells().get(cell);
      if (counted.is(where.site(), where.category())) {
        add(sum, columns.cells()[cell][day], 1);
      }
    }
    for (int team = 0; team < columns.teams().length; team++) {
      long people = crowd.teams().get(team).people().stream().filter(person -> counted.is(crowd.site(person), person.category())).count();
      add(sum, columns.teams()[team][day], people);
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
          model.row(riders, 0, (long) frame.at(site, day) * seats[site], words.fixed(site, day, frame.at(site, day)));
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
        model.row(riders.add(vehicles, -seats[site]).terms(), -Model.NONE, 0, Model.UNLABELLED);
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
        for (int site = 0; site < routeOf.length; site++) {
          if (routeOf[site] == route) {
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
      Terms goes = goes(columns.teams()[team]);
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
      cut.groups().forEach(group -> add(all, goesOn(group, cut.day()), cut.vehicles()));
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
