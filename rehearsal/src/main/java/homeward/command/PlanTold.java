package homeward.command;

import homeward.problem.Day;
import homeward.problem.Person;
import homeward.problem.Plan;
import homeward.problem.Sentence;
import homeward.problem.Wish;
import homeward.reasons.Change;
import homeward.reasons.Difference;
import homeward.reasons.Price;
import homeward.reasons.Reasons;
import homeward.reasons.Why;
import homeward.tranches.Clash;
import homeward.tranches.Planned;
import homeward.tranches.Tranches;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A plan and its reasons in words, for a terminal. */
final class PlanTold {
  private static final int MOST_NAMED = 40;

  private final Tranches tranches;
  private final Plan plan;
  private final Optional<Plan> standing;
  private final Reasons reasons;

  PlanTold(Tranches tranches, Plan plan, Optional<Plan> standing) {
    this.tranches = tranches;
    this.plan = plan;
    this.standing = standing;
    this.reasons = new Reasons(tranches, plan, standing);
  }

  /** Day by day, wish by wish, and what became different from the plan that stood. */
  List<String> summary() {
    List<String> lines = new ArrayList<>();
    Map<String, Person> people = tranches.problem().byRef();
    for (Day day : tranches.problem().days()) {
      Map<String, Integer> counts = new TreeMap<>();
      List<Plan.Trip> trips = plan.trips().stream().filter(trip -> trip.day().equals(day.day())).toList();
      trips.forEach(trip -> trip.vehicles().forEach(vehicle -> vehicle.forEach(ref -> {
        Person person = people.get(ref);
        counts.merge(person == null ? "" : person.category(), 1, Integer::sum);
      })));
      int vehicles = trips.stream().mapToInt(trip -> trip.vehicles().size()).sum();
      lines.add(day.day() + ": " + counts + " from " + trips.size() + (trips.size() == 1 ? " site in " : " sites in ")
          + vehicles + (vehicles == 1 ? " vehicle" : " vehicles"));
    }
    plan.stages().forEach(stage -> lines.add("  " + told(stage)));
    if (!plan.proven()) {
      lines.add("  below that nothing is known, and the list may be another one with more --nodes");
    }
    standing.ifPresent(stood -> Difference.between(stood, plan).sentences().stream().limit(MOST_NAMED).forEach(line -> lines.add("  " + line.words())));
    lines.add("list " + plan.listHash());
    return lines;
  }

  static String told(Plan.Stage stage) {
    String what = stage.wish().equals(Plan.Stage.CHANGES) ? "people who go differently (counted below zero)" : Wish.Kind.valueOf(stage.wish()).words();
    return what + ": " + stage.value() + (stage.proven() ? ", proven" : ", NOT PROVEN: at most " + stage.bound());
  }

  /** Why somebody goes or not. */
  List<String> why(String ref) {
    Why why = reasons.why(ref);
    List<String> lines = new ArrayList<>(List.of(ref + (why.goes() ? " goes:" : " does not go:")));
    why.sentences().forEach(line -> lines.add("  " + line.words()));
    why.change().map(Change::sentences).ifPresent(parts -> {
      lines.add("  so that " + ref + " goes:");
      parts.forEach(part -> lines.add("    " + part.words()));
    });
    return lines;
  }

  /** What one more of something would be worth; empty when it is nothing of this problem. */
  Optional<List<String>> more(String what) {
    String[] words = what.split(":", 3);
    Clash.Kind kind = switch (words[0]) {
      case "sites" -> Clash.Kind.SITES;
      case "vehicles" -> Clash.Kind.VEHICLES;
      default -> Clash.Kind.ROUTE;
    };
    String day = words[words.length - 1];
    String route = kind == Clash.Kind.ROUTE && words.length == 3 ? words[1] : "";
    boolean known = tranches.problem().days().stream().anyMatch(each -> each.day().equals(day))
        && (kind != Clash.Kind.ROUTE ? words.length == 2
            : words[0].equals("route") && tranches.problem().routes().stream().anyMatch(each -> each.route().equals(route)));
    return known ? Optional.of(worth(what, reasons.oneMore(kind, route, day))) : Optional.empty();
  }

  private static List<String> worth(String what, Price.Asked asked) {
    List<String> lines = new ArrayList<>(List.of("with one more, " + what + ":"));
    switch (asked) {
      case Price.Asked.Told(Price price, Plan other) -> price.sentences().forEach(line -> lines.add("  " + line.words()));
      case Price.Asked.NoPlan(Planned why) -> lines.add("  " + Sentence.of(Sentence.Form.NOT_WORKED_OUT).words());
    }
    return lines;
  }
}
