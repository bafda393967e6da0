package homeward.problem;

import java.util.List;
import java.util.Optional;

/**
 * A place where people are held.
 *
 * @param site a code for it
 * @param route the route on which its vehicles go
 * @param escorted how many people its guards can bring to the vehicles on one day
 * @param closed days on which it cannot be opened, for everybody or for one category
 */
public record Site(String site, String route, Optional<Integer> escorted, Optional<List<Closure>> closed) {

  /** A day on which nobody, or nobody of one category, can be fetched here. */
  public record Closure(String day, Optional<String> category) {}

  /** Whether somebody of the category can be fetched here on that day. */
  public boolean opensFor(String category, String day) {
    return closed.orElse(List.of()).stream()
        .noneMatch(closure -> closure.day().equals(day) && closure.category().map(category::equals).orElse(true));
  }

  /** The same with guards for one person more. */
  public Site withOneMoreEscorted() {
    return new Site(site, route, escorted.map(most -> most + 1), closed);
  }

  /** The same, open on a day. */
  public Site opened(String day) {
    return new Site(site, route, escorted, closed.map(all -> all.stream().filter(closure -> !closure.day().equals(day)).toList()));
  }
}
