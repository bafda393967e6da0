package homeward.agreement;

import homeward.exchange.Terms;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether the numbers of an agreement hold together. */
final class Counting {
  private final Agreement agreement;
  private final Findings findings;

  private Counting(Agreement agreement, Findings findings) {
    this.agreement = agreement;
    this.findings = findings;
  }

  static void check(Agreement agreement, Findings findings) {
    Counting counting = new Counting(agreement, findings);
    Checks.tranches(agreement, counting::allOrNumber);
    Checks.tranches(agreement, counting::allOnce);
    agreement.categories().stream().filter(Agreement.Category::all).forEach(counting::allCarried);
    counting.surplusAndDebts();
    if (findings.none()) {
      agreement.sides().forEach(counting::people);
      counting.parity();
    }
  }

  private void allOrNumber(int number, String path, Agreement.Tranche tranche) {
    tranche.returns().forEach((side, counts) -> counts.keySet().stream()
        .filter(code -> agreement.category(code).all())
        .forEach(code -> findings.add(returns(path, side, code), new Fault.NumberForAll(code))));
    tranche.everybody().forEach((side, codes) -> codes.stream()
        .filter(code -> !agreement.category(code).all())
        .forEach(code -> findings.add(returns(path, side, code), new Fault.NotAllForAll(code))));
  }

  private static String returns(String tranche, String side, String category) {
    return Lines.field(Lines.field(tranche + ".returns", side), category);
  }

  private void allOnce(int number, String path, Agreement.Tranche tranche) {
    List<Agreement.Tranche> before = agreement.tranches().subList(0, number - 1);
    tranche.everybody().forEach((side, codes) -> codes.stream()
        .filter(code -> before.stream().anyMatch(earlier -> earlier.carriesAll(side, code)))
        .forEach(code -> findings.add(returns(path, side, code), new Fault.AllTwice(side, code))));
  }

  /** All for all means both sides; only parity as agreed lets one side alone send everybody home. */
  private void allCarried(Agreement.Category category) {
    List<String> nowhere = ReadingParties.ids(agreement.sides()).stream()
        .filter(side -> agreement.tranches().stream().noneMatch(tranche -> carries(tranche, side, category.code())))
        .toList();
    int allowed = agreement.balance().parity() == Terms.Parity.EQUAL ? 0 : 1;
    if (nowhere.size() > allowed) {
      nowhere.forEach(side -> findings.add("tranches", new Fault.AllNowhere(category.code(), side)));
    }
  }

  /** One that wrongly says a number is told so, and not also that it carries nobody. */
  private static boolean carries(Agreement.Tranche tranche, String side, String category) {
    return tranche.carriesAll(side, category) || tranche.counted(side, category) > 0;
  }

  private void surplusAndDebts() {
    Checks.each("surplus", agreement.balance().surplus(), (path, surplus) ->
        returning(path, surplus.to(), surplus.category()));
    Checks.each("debts", agreement.balance().debts(), (path, debt) ->
        returning(path, agreement.otherSide(debt.owedBy()), debt.category()));
  }

  private void returning(String path, String side, String category) {
    int returning = agreement.quota(side, category);
    long written = above(side, category).asLongStream().sum();
    if (agreement.category(category).all()) {
      findings.add(path + ".category", new Fault.NotCounted(category));
    } else if (written > returning) {
      findings.add(path + ".count", new Fault.MoreThanReturn(side, category, written, returning));
    }
  }

  /** What a side receives of a category as a surplus or in payment of a debt. */
  private IntStream above(String side, String category) {
    return IntStream.concat(
        agreement.balance().surplus().stream()
            .filter(surplus -> surplus.to().equals(side) && surplus.category().equals(category))
            .mapToInt(Agreement.Surplus::count),
        agreement.balance().debts().stream()
            .filter(debt -> !debt.owedBy().equals(side) && debt.category().equals(category))
            .mapToInt(Agreement.Debt::count));
  }

  private void people(Agreement.Party side) {
    long people = agreement.tranches().stream()
        .flatMap(tranche -> Stream.of(tranche.returns(), tranche.outside()))
        .flatMap(counts -> counts.getOrDefault(side.id(), new java.util.LinkedHashMap<>()).values().stream())
        .mapToLong(Integer::longValue)
        .sum();
    if (people > Written.MOST_PEOPLE) {
      findings.add("tranches", new Fault.TooManyPeople(side.id(), people, Written.MOST_PEOPLE));
    }
  }

  private void parity() {
    String one = agreement.sides().getFirst().id();
    String other = agreement.sides().getLast().id();
    String more = units(one) > units(other) ? one : other;
    String fewer = agreement.otherSide(more);
    if (agreement.balance().parity() == Terms.Parity.EQUAL && units(more) != units(fewer)) {
      findings.add("tranches", new Fault.DoesNotBalance(more, units(more), fewer, units(fewer)));
    }
  }

  /** What a side receives, by weight, beyond its surplus and what is repaid to it: the rule by which terms are signed. */
  private long units(String side) {
    return agreement.categories().stream()
        .mapToLong(category ->
            (long) category.weight() * (agreement.quota(side, category.code()) - above(side, category.code()).sum()))
        .sum();
  }
}
