package homeward.tranches;

import homeward.problem.Person;
import homeward.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The rules of a problem in words, each with the number that its rows are labelled with. */
final class Words {
  private final Problem problem;
  private final List<Clash.Rule> rules = new ArrayList<>();
  private final Map<String, Integer> groups = new HashMap<>();

  Words(Problem problem) {
    this.problem = problem;
  }

  List<Clash.Rule> rules() {
    return rules;
  }

  private int rule(Clash.Kind kind, String about, String site, String day, String words) {
    rules.add(new Clash.Rule(kind, about, site, day, words));
    return rules.size() - 1;
  }

  private String day(int day) {
    return problem.days().get(day).day();
  }

  private String site(int site) {
    return problem.sites().get(site).site();
  }

  int quota(int day, String category, int quota) {
    return rule(Clash.Kind.QUOTA, category, "", day(day),
        quota == 0 ? "nobody of " + category + " goes on day " + day(day) : "exactly " + quota + " of " + category + " go on day " + day(day));
  }

  int fixed(int site, int day, int vehicles) {
    return rule(Clash.Kind.FIXED, "", site(site), day(day), vehicles == 0
        ? "site " + site(site) + " is not opened on day " + day(day) + " in this plan"
        : "site " + site(site) + " has " + count(vehicles, "vehicle") + " on day " + day(day) + " in this plan");
  }

  int guards(int site, int day, int most) {
    return rule(Clash.Kind.GUARDS, "", site(site), day(day),
        "the guards of site " + site(site) + " can bring " + count(most, "person") + " on day " + day(day));
  }

  int closed(int site, int day, String category) {
    return rule(Clash.Kind.CLOSED, category, site(site), day(day),
        "site " + site(site) + " is not opened for " + category + " on day " + day(day));
  }

  int vehicles(int day, int most) {
    return rule(Clash.Kind.VEHICLES, "", "", day(day), "there are " + count(most, "vehicle") + " on day " + day(day));
  }

  int sites(int day, int most) {
    return rule(Clash.Kind.SITES, "", "", day(day), "at most " + count(most, "site") + " can be opened on day " + day(day));
  }

  int route(int route, int day, int most) {
    String name = problem.routes().get(route).route();
    return rule(Clash.Kind.ROUTE, name, "", day(day), "route " + name + " has " + count(most, "vehicle") + " on day " + day(day));
  }

  int named(Person person) {
    return rule(Clash.Kind.NAMED, person.ref(), person.site(), "", person.ref() + " (" + person.category() + ", site " + person.site() + ") is named and has to go");
  }

  int putIn(Person person) {
    return rule(Clash.Kind.IN, person.ref(), person.site(), "", person.ref() + " (" + person.category() + ", site " + person.site() + ") is put in");
  }

  int takenOut(Person person) {
    return rule(Clash.Kind.OUT, person.ref(), person.site(), "", person.ref() + " (" + person.category() + ", site " + person.site() + ") is taken out");
  }

  /** One rule a group, however many rows it needs. */
  int together(String group) {
    return groups.computeIfAbsent(group, some -> rule(Clash.Kind.GROUPS, group, "", "", "group " + group + " goes together on one day"));
  }

  int cut(Setting.Cut cut) {
    return rule(Clash.Kind.GROUPS, "", site(cut.site()), day(cut.day()), "the groups " + String.join(", ", new TreeSet<>(cut.groups()))
        + " need " + count(cut.vehicles(), "vehicle") + " at site " + site(cut.site()) + " on day " + day(cut.day()) + " to ride together");
  }

  private static String count(int count, String what) {
    return count + " " + (count == 1 ? what : what.equals("person") ? "people" : what + "s");
  }
}
