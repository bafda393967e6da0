package homeward.tranches;

import homeward.problem.Person;
import homeward.problem.Problem;
import homeward.problem.Sentence.Form;
import homeward.problem.Sentence;
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

  private int rule(Clash.Kind kind, String about, String site, String day, Sentence sentence) {
    rules.add(new Clash.Rule(kind, about, site, day, sentence));
    return rules.size() - 1;
  }

  private String day(int day) {
    return problem.days().get(day).day();
  }

  private String site(int site) {
    return problem.sites().get(site).site();
  }

  int quota(int day, String category, int quota) {
    return rule(Clash.Kind.QUOTA, category, "", day(day), Sentence.of(Form.QUOTA, category, day(day), quota));
  }

  int fixed(int site, int day, int vehicles) {
    return rule(Clash.Kind.FIXED, "", site(site), day(day), Sentence.of(Form.FIXED, site(site), day(day), vehicles));
  }

  int guards(int site, int day, int most) {
    return rule(Clash.Kind.GUARDS, "", site(site), day(day), Sentence.of(Form.GUARDS, site(site), day(day), most));
  }

  int closed(int site, int day, String category) {
    return rule(Clash.Kind.CLOSED, category, site(site), day(day), Sentence.of(Form.CLOSED, site(site), day(day), category));
  }

  int vehicles(int day, int most) {
    return rule(Clash.Kind.VEHICLES, "", "", day(day), Sentence.of(Form.VEHICLES, day(day), most));
  }

  int sites(int day, int most) {
    return rule(Clash.Kind.SITES, "", "", day(day), Sentence.of(Form.SITES, day(day), most));
  }

  int route(int route, int day, int most) {
    String name = problem.routes().get(route).route();
    return rule(Clash.Kind.ROUTE, name, "", day(day), Sentence.of(Form.ROUTE, name, day(day), most));
  }

  int named(Person person) {
    return rule(Clash.Kind.NAMED, person.ref(), person.site(), "", about(Form.HAS_TO_GO, person));
  }

  int putIn(Person person) {
    return rule(Clash.Kind.IN, person.ref(), person.site(), "", about(Form.PUT_IN, person));
  }

  int takenOut(Person person) {
    return rule(Clash.Kind.OUT, person.ref(), person.site(), "", about(Form.TAKEN_OUT, person));
  }

  static Sentence about(Form form, Person person) {
    return Sentence.of(form, person.ref(), person.category(), person.site());
  }

  /** One rule a group, however many rows it needs. */
  int together(String group) {
    return groups.computeIfAbsent(group, some -> rule(Clash.Kind.GROUPS, group, "", "", Sentence.of(Form.TOGETHER, group)));
  }

  int cut(Setting.Cut cut) {
    return rule(Clash.Kind.GROUPS, "", site(cut.site()), day(cut.day()), Sentence.of(
        Form.TOO_LARGE_TOGETHER, String.join(", ", new TreeSet<>(cut.groups())), site(cut.site()), day(cut.day()), cut.vehicles()));
  }
}
