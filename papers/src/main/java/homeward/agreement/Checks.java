package homeward.agreement;

import homeward.exchange.Function;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Whether a well-written agreement can be carried out: its codes, its days. Each rule is a function of its own. */
final class Checks {
  /** An embargo lapses a day after the window at the latest, so that it never becomes a veto on truth. */
  private static final int HOURS_OF_EMBARGO = 24;

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);

  private final Agreement agreement;
  private final Findings findings;

  private Checks(Agreement agreement, Findings findings) {
    this.agreement = agreement;
    this.findings = findings;
  }

  static void of(Agreement agreement, Findings findings) {
    Checks checks = new Checks(agreement, findings);
    checks.clauses();
    checks.clearance();
    checks.tranches(checks::place);
    checks.tranches(checks::window);
    checks.tranches(checks::order);
    checks.tranches(checks::somebody);
    checks.days();
    Counting.check(agreement, findings);
  }

  /** Before anything that names a category is read: what is wrong with one is then said once. */
  static void categories(List<Agreement.Category> categories, ReadingParties parties, Findings findings) {
    once("categories", categories.stream().map(Agreement.Category::code).toList(), findings);
    each("categories", categories, (path, category) -> {
      namesNobody(path + ".code", category.code(), parties.all(), findings);
      if (category.code().equals("total")) {
        findings.add(path + ".code", new Fault.Reserved(category.code()));
      }
    });
  }

  private static void once(String list, List<String> codes, Findings findings) {
    Set<String> seen = new HashSet<>();
    each(list, codes, (path, code) -> {
      if (!seen.add(code)) {
        findings.add(path + ".code", new Fault.Twice(code));
      }
    });
  }

  /** Each value of a list, with its path. */
  static <T> void each(String list, List<T> values, BiConsumer<String, T> rule) {
    for (int i = 0; i < values.size(); i++) {
      rule.accept(Lines.item(list, i + 1), values.get(i));
    }
  }

  /** What is asked of a tranche, by its number from 1: two may be alike in everything else. */
  interface OfTranche {
    void check(int number, String path, Agreement.Tranche tranche);
  }

  private void tranches(OfTranche rule) {
    tranches(agreement, rule);
  }

  static void tranches(Agreement agreement, OfTranche rule) {
    for (int number = 1; number <= agreement.tranches().size(); number++) {
      rule.check(number, Lines.item("tranches", number), agreement.tranches().get(number - 1));
    }
  }

  private void clauses() {
    once("clauses", agreement.clauses().further().stream().map(Agreement.Clause::code).toList(), findings);
    each("clauses", agreement.clauses().further(), (path, clause) ->
        namesNobody(path + ".code", clause.code(), agreement.parties().stream(), findings));
  }

  /** Nobody rides who is not cleared; where nobody clears, the sides have to agree that people who were not asked may. */
  private void clearance() {
    if (agreement.holder(Function.CLEARANCE).isEmpty() && !agreement.conduct().travelWithoutInterview()) {
      findings.add("travelWithoutInterview", new Fault.NobodyClears());
    }
  }

  private void place(int number, String path, Agreement.Tranche tranche) {
    namesNobody(path + ".place", tranche.place(), agreement.parties().stream(), findings);
  }

  /** Codes go into the log, and no party's name may stand there (invariants 7 and 9). */
  private static void namesNobody(String path, String code, Stream<Agreement.Party> parties, Findings findings) {
    parties
        .filter(party -> Stream.of(party.id(), party.name()).anyMatch(called -> letters(called).equals(letters(code))))
        .forEach(party -> findings.add(path, new Fault.NamesAParty(code, party.id())));
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private void window(int number, String path, Agreement.Tranche tranche) {
    Instant latest = tranche.until().plusSeconds(HOURS_OF_EMBARGO * 3_600L);
    if (!tranche.from().isBefore(tranche.until())) {
      findings.add(
          path + ".window", new Fault.EndsBeforeItBegins(TIME.format(tranche.from()), TIME.format(tranche.until())));
    } else if (tranche.publishAt().isBefore(tranche.from()) || tranche.publishAt().isAfter(latest)) {
      findings.add(
          path + ".publishAt", new Fault.PublishedOutside(DAY_AND_TIME.format(tranche.from()), DAY_AND_TIME.format(latest)));
    }
  }

  private void order(int number, String path, Agreement.Tranche tranche) {
    if (number > 1 && tranche.from().isBefore(agreement.tranches().get(number - 2).until())) {
      findings.add(path + ".day", new Fault.OutOfOrder(tranche.day(), agreement.tranches().get(number - 2).day()));
    }
  }

  private void somebody(int number, String path, Agreement.Tranche tranche) {
    if (nobody(tranche)) {
      boolean ever = agreement.tranches().stream().anyMatch(each -> !nobody(each));
      findings.add(ever ? path : "tranches", ever ? new Fault.EmptyTranche() : new Fault.NothingToExchange());
    }
  }

  private static boolean nobody(Agreement.Tranche tranche) {
    return Stream.of(tranche.returns(), tranche.outside())
            .flatMap(counts -> counts.values().stream())
            .allMatch(Map::isEmpty)
        && tranche.everybody().values().stream().allMatch(List::isEmpty);
  }

  private void days() {
    LocalDate first = agreement.tranches().getFirst().day();
    LocalDate needed = agreement.tranches().getLast().day().plusDays(Written.days(agreement.deadlines().reconcileHours()));
    if (!agreement.agreedOn().isBefore(first)) {
      findings.add("agreedOn", new Fault.AgreedTooLate(agreement.agreedOn(), first));
    }
    if (agreement.deadlines().end().isBefore(needed)) {
      findings.add("deadlines.end", new Fault.EndsTooEarly(agreement.deadlines().end(), needed));
    }
  }
}
