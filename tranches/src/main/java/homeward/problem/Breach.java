package homeward.problem;

/**
 * One rule that a plan does not keep.
 *
 * @param words what exactly, with references, days and counts
 */
public record Breach(Rule rule, String words) {
  /** The rules a plan has to keep. */
  public enum Rule {
    KNOWN_PEOPLE, ONCE_EACH, KNOWN_TRIPS, FROM_WHERE_THEY_ARE, ABLE_TO_GO, EXACT_COUNTS, NAMED_PEOPLE_GO, GROUPS_TOGETHER,
    SEATS, ROUTE_VEHICLES, DAY_VEHICLES, OPEN_SITES, GUARDS, SITES_A_DAY,
    PINS, FIXED_SITES, FIXED_VEHICLES, STATED_VALUES
  }
}
