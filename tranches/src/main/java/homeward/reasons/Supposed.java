package homeward.reasons;

import homeward.problem.Person;
import homeward.problem.Problem;
import homeward.problem.Site;
import homeward.tranches.Clash;
import homeward.tranches.Setting;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A problem and a setting as they would be after a change; nothing of it is kept. */
record Supposed(Problem problem, Setting setting) {
  private static final int ONE = 1;

  Supposed after(Change change) {
    Supposed now = this;
    for (Change.Part part : change.parts()) {
      now = now.after(part);
    }
    return now;
  }

  private Supposed after(Change.Part part) {
    return switch (part) {
      case Change.Part.Able(String ref) -> people(ref, person -> person.with(Optional.empty(), person.heldMonths(), person.lot()));
      case Change.Part.HeldAtLeast(String ref, int months) -> people(ref, person -> person.with(person.cannotGo(), months, person.lot()));
      case Change.Part.Named(String ref) -> people(ref, Person::withName);
      case Change.Part.LotBefore(String ref, String other, int lot) -> new Supposed(problem.withPeople(person ->
          person.ref().equals(ref) ? person.with(person.cannotGo(), person.heldMonths(), lot)
              : person.lot() >= lot ? person.with(person.cannotGo(), person.heldMonths(), person.lot() + 1) : person), setting);
      case Change.Part.Eased eased -> eased(eased);
    };
  }

  private Supposed people(String ref, UnaryOperator<Person> change) {
    return new Supposed(problem.withPeople(person -> person.ref().equals(ref) ? change.apply(person) : person), setting);
  }

  private Supposed eased(Change.Part.Eased rule) {
    return switch (rule.kind()) {
      case NAMED -> people(rule.about(), Person::withoutName);
      case IN -> new Supposed(problem, setting.withPins(without(setting.in(), rule.about()), setting.out()));
      case OUT -> new Supposed(problem, setting.withPins(setting.in(), without(setting.out(), rule.about())));
      case QUOTA -> new Supposed(problem.withDays(day -> day.day().equals(rule.day()) ? day.withOneMoreOf(rule.about()) : day), setting);
      case GROUPS -> new Supposed(problem.withPeople(person ->
          person.group().equals(Optional.of(rule.about())) ? person.withoutGroup() : person), setting);
      case SITES, VEHICLES, ROUTE -> roomier(rule);
      case GUARDS -> new Supposed(problem.withSites(site -> site.site().equals(rule.site()) ? site.withOneMoreEscorted() : site), setting);
      case CLOSED -> new Supposed(problem.withSites(site -> site.site().equals(rule.site()) ? site.opened(rule.day()) : site), setting);
      case FIXED -> oneMoreVehicle(rule);
    };
  }

  private static Set<String> without(Set<String> refs, String ref) {
    Set<String> fewer = new HashSet<>(refs);
    fewer.remove(ref);
    return fewer;
  }

  private Supposed roomier(Change.Part.Eased rule) {
    Problem other = problem.withDays(day -> day.day().equals(rule.day()) && rule.kind() != Clash.Kind.ROUTE
        ? day.roomier(rule.kind() == Clash.Kind.SITES ? ONE : 0, rule.kind() == Clash.Kind.VEHICLES ? ONE : 0) : day);
    return new Supposed(rule.kind() == Clash.Kind.ROUTE
        ? problem.withRoutes(route -> route.route().equals(rule.about()) ? route.withOneMoreVehicle() : route) : other, setting);
  }

  /** One more vehicle at a site needs room for it on its route and on its day too. */
  private Supposed oneMoreVehicle(Change.Part.Eased rule) {
    List<String> sites = problem.sites().stream().map(Site::site).toList();
    int site = sites.indexOf(rule.site());
    int day = problem.days().stream().map(each -> each.day()).toList().indexOf(rule.day());
    String road = problem.sites().get(site).route();
    Problem roomier = problem.withDays(each -> each.day().equals(rule.day()) ? each.roomier(ONE, ONE) : each)
        .withRoutes(route -> route.route().equals(road) ? route.withOneMoreVehicle() : route);
    return new Supposed(roomier, setting.with(setting.frame().orElseThrow().oneMore(site, day)));
  }
}
