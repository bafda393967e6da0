package homeward.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What has to be mended in a problem or a policy before anything is planned with it. */
public final class Sound {
  private static final int MOST_DAYS = 60;
  private static final int MOST_SITES = 5_000;
  private static final int MOST_MISTAKES = 50;
  private static final int LONGEST_CODE = 100;
  private static final int LONGEST_HELD_MONTHS = 1_200;
  private static final int MOST_OF_A_KIND = 1_000_000;

  private final List<Mistake> mistakes = new ArrayList<>();

  private Sound() {}

  /** Every mistake of a problem, up to fifty; empty when plans can be made for it. */
  public static List<Mistake> mistakes(Problem problem) {
    Sound sound = new Sound();
    sound.sizes(problem);
    if (sound.mistakes.isEmpty()) {
      sound.codes(problem);
      sound.routesAndSites(problem);
      sound.days(problem);
      sound.people(problem);
    }
    if (sound.mistakes.isEmpty()) {
      Eligible eligible = new Eligible(problem);
      sound.numbers(problem, eligible);
      sound.groups(problem);
      sound.named(problem, eligible);
    }
    return List.copyOf(sound.mistakes.subList(0, Math.min(MOST_MISTAKES, sound.mistakes.size())));
  }

  /** Every mistake of a policy. */
  public static List<Mistake> mistakes(Policy policy) {
    Sound sound = new Sound();
    Set<Wish.Kind> seen = new HashSet<>();
    sound.range("version", policy.version(), 1, MOST_OF_A_KIND);
    for (int i = 0; i < policy.order().size(); i++) {
      Wish wish = policy.order().get(i);
      String where = "order[" + i + "]";
      if (!seen.add(wish.wish())) {
        sound.add(Mistake.Kind.TWICE, where, wish.wish() + " stands there already; keep the place where it matters more");
      }
      if (wish.months().isPresent() && wish.wish() != Wish.Kind.LONGEST_HELD) {
        sound.add(Mistake.Kind.CONTRADICTION, where + ".months", "only LONGEST_HELD has steps of months; leave it out");
      }
      if (wish.percent().isPresent() && wish.wish() != Wish.Kind.SECTORS_IN_BAND) {
        sound.add(Mistake.Kind.CONTRADICTION, where + ".percent", "only SECTORS_IN_BAND has a band; leave it out");
      }
      wish.months().ifPresent(months -> sound.range(where + ".months", months, 1, 120));
      wish.percent().ifPresent(percent -> sound.range(where + ".percent", percent, 0, 1_000));
    }
    return List.copyOf(sound.mistakes);
  }

  /** One of many of a list: put into words only where there is a mistake, since there may be 100,000. */
  private record Place(String list, int at, String field) {
    @Override
    public String toString() {
      return list + "[" + at + "]" + field;
    }
  }

  private void add(Mistake.Kind kind, Object where, String words) {
    mistakes.add(new Mistake(kind, where.toString(), words));
  }

  private void range(Object where, int value, int least, int most) {
    if (value < least || value > most) {
      add(Mistake.Kind.OUT_OF_RANGE, where, value + " is not between " + least + " and " + most);
    }
  }

  private void sizes(Problem problem) {
    if (problem.people().size() > Problem.MOST_PEOPLE) {
      add(Mistake.Kind.TOO_LARGE, "people", problem.people().size() + " people, at most " + Problem.MOST_PEOPLE
          + ". Plan for one region or one category at a time");
    }
    if (problem.days().isEmpty()) {
      add(Mistake.Kind.EMPTY, "days", "no day; write at least one");
    }
    range("days", Math.max(1, problem.days().size()), 1, MOST_DAYS);
    range("sites", problem.sites().size(), 0, MOST_SITES);
    range("routes", problem.routes().size(), 0, MOST_SITES);
  }

  private void once(Set<Object> seen, Object value, Place where) {
    if (!seen.add(value)) {
      add(Mistake.Kind.TWICE, where, value + " stands there already; each is there once");
    }
    if (value instanceof String code && (code.isBlank() || code.length() > LONGEST_CODE || hasControls(code))) {
      add(Mistake.Kind.OUT_OF_RANGE, where, "a code has 1 to " + LONGEST_CODE + " characters and no line ends");
    }
  }

  private static boolean hasControls(String code) {
    for (int i = 0; i < code.length(); i++) {
      if (Character.isISOControl(code.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private void codes(Problem problem) {
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < problem.days().size(); i++) {
      once(seen, problem.days().get(i).day(), new Place("days", i, ".day"));
    }
    seen.clear();
    for (int i = 0; i < problem.routes().size(); i++) {
      once(seen, problem.routes().get(i).route(), new Place("routes", i, ".route"));
    }
    seen.clear();
    for (int i = 0; i < problem.sites().size(); i++) {
      once(seen, problem.sites().get(i).site(), new Place("sites", i, ".site"));
    }
    seen.clear();
    Set<Object> lots = new HashSet<>();
    for (int i = 0; i < problem.people().size(); i++) {
      once(seen, problem.people().get(i).ref(), new Place("people", i, ".ref"));
      once(lots, problem.people().get(i).lot(), new Place("people", i, ".lot"));
    }
  }

  private void routesAndSites(Problem problem) {
    Set<String> routes = new HashSet<>();
    for (int i = 0; i < problem.routes().size(); i++) {
      Route route = problem.routes().get(i);
      routes.add(route.route());
      range("routes[" + i + "].vehicles", route.vehicles(), 0, MOST_OF_A_KIND);
      range("routes[" + i + "].seats", route.seats(), 1, 1_000);
    }
    Set<String> days = new HashSet<>(problem.days().stream().map(Day::day).toList());
    for (int i = 0; i < problem.sites().size(); i++) {
      Site site = problem.sites().get(i);
      String where = "sites[" + i + "]";
      if (!routes.contains(site.route())) {
        add(Mistake.Kind.UNKNOWN, where + ".route", "there is no route " + site.route());
      }
      site.escorted().ifPresent(most -> range(where + ".escorted", most, 0, MOST_OF_A_KIND));
      site.closed().orElse(List.of()).stream().filter(closure -> !days.contains(closure.day()))
          .forEach(closure -> add(Mistake.Kind.UNKNOWN, where + ".closed", "there is no day " + closure.day()));
    }
  }

  private void days(Problem problem) {
    Set<String> allTaken = new HashSet<>();
    for (int i = 0; i < problem.days().size(); i++) {
      Day day = problem.days().get(i);
      String where = "days[" + i + "]";
      day.returns().forEach((category, count) -> {
        range(where + ".returns." + category, count, 0, MOST_OF_A_KIND);
        if (allTaken.contains(category) || day.takesAllOf(category)) {
          add(Mistake.Kind.CONTRADICTION, where + ".returns." + category, "everybody of it goes by all for all; no number stands beside or after that");
        }
      });
      for (String category : day.all().orElse(List.of())) {
        if (!allTaken.add(category)) {
          add(Mistake.Kind.TWICE, where + ".all", category + " goes by all for all already; only one day says it");
        }
      }
      day.sites().ifPresent(most -> range(where + ".sites", most, 0, MOST_OF_A_KIND));
      day.vehicles().ifPresent(most -> range(where + ".vehicles", most, 0, MOST_OF_A_KIND));
    }
  }

  private void people(Problem problem) {
    Set<String> sites = new HashSet<>(problem.sites().stream().map(Site::site).toList());
    for (int i = 0; i < problem.people().size(); i++) {
      Person person = problem.people().get(i);
      if (!sites.contains(person.site())) {
        add(Mistake.Kind.UNKNOWN, new Place("people", i, ".site"), "there is no site " + person.site());
      }
      range(new Place("people", i, ".heldMonths"), person.heldMonths(), 0, LONGEST_HELD_MONTHS);
      if (person.lot() < 0) {
        add(Mistake.Kind.OUT_OF_RANGE, new Place("people", i, ".lot"), "a lot is not below zero");
      }
    }
  }

  private void numbers(Problem problem, Eligible eligible) {
    for (String category : eligible.categories()) {
      int wanted = problem.days().stream().mapToInt(day -> day.returns().getOrDefault(category, 0)).sum();
      if (wanted > eligible.count(category)) {
        add(Mistake.Kind.MORE_THAN_ELIGIBLE, "days", wanted + " of " + category + " are to go, and only " + eligible.count(category)
            + " can; lower the number, or look again at who cannot go");
      }
    }
  }

  private void groups(Problem problem) {
    Map<String, Integer> seats = new HashMap<>();
    problem.routes().forEach(route -> seats.put(route.route(), route.seats()));
    Map<String, String> routes = new HashMap<>();
    problem.sites().forEach(site -> routes.put(site.site(), site.route()));
    Map<String, Integer> sizes = new HashMap<>();
    for (Person person : problem.people()) {
      person.group().ifPresent(group -> {
        int size = sizes.merge(group + "\n" + person.site(), 1, Integer::sum);
        int room = seats.getOrDefault(routes.getOrDefault(person.site(), ""), 0);
        if (size == room + 1) {
          add(Mistake.Kind.GROUP_TOO_LARGE, "people", "group " + group + " has more people at site " + person.site() + " than the " + room
              + " seats of a vehicle there, and a group rides together; part it with its consent, or send a larger vehicle");
        }
      });
    }
  }

  private void named(Problem problem, Eligible eligible) {
    for (int i = 0; i < problem.people().size(); i++) {
      Person person = problem.people().get(i);
      if (person.named() && !eligible.canGo(person)) {
        String why = person.cannotGo().map(Person.CannotGo::words)
            .orElseGet(() -> "waits with a group of which " + eligible.heldBy(person).orElse("one") + " cannot go");
        add(Mistake.Kind.CONTRADICTION, new Place("people", i, ""), person.ref() + " is named and " + why + "; take back one of the two");
      }
    }
  }
}
