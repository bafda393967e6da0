package homeward.command;

import homeward.balance.Balance;
import homeward.exchange.Function;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.exchange.Terms;
import homeward.ledger.Ledger;
import homeward.verify.Verdict.Standing;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Turns what stands in a verified bundle into a ledger: what was agreed, and what each side received by its own
 * receipts, day by day. Days on which nobody was received are left out: they are not on record yet.
 */
final class BundleLedger {
  private static final String TOTAL = "total";

  private final Standing standing;
  private final Terms terms;
  private final Balance balance;
  private final Map<String, String> names;

  /**
   * Takes a bundle that stands and holds terms.
   *
   * @param names what people call a party, by its id
   */
  BundleLedger(Standing standing, Map<String, String> names) {
    this.standing = standing;
    this.terms = standing.state().terms();
    this.balance = standing.balance();
    this.names = Map.copyOf(names);
  }

  Ledger ledger() {
    String exchange = standing.state().course().exchange();
    Ledger.Exchange only = new Ledger.Exchange(exchange, Ledger.Standing.RECORD,
        terms.sides().stream().map(side -> new Ledger.Side(side.value(), name(side), Optional.empty())).toList(),
        thirdParties(), standing.state().course().agreed().map(this::agreed), days(), facts());
    return new Ledger(Ledger.FORMAT, "Exchange " + exchange + ", from its bundle of " + standing.entries() + " entries",
        List.of(only));
  }

  private String name(PartyId party) {
    return names.getOrDefault(party.value(), party.value());
  }

  private Optional<List<Ledger.ThirdParty>> thirdParties() {
    SortedMap<PartyId, List<String>> functions = new TreeMap<>();
    for (Map.Entry<Function, PartyId> held : standing.state().course().functions().entrySet()) {
      if (!terms.sides().contains(held.getValue())) {
        functions.computeIfAbsent(held.getValue(), party -> new ArrayList<>())
            .add(held.getKey().name().toLowerCase(Locale.ROOT));
      }
    }
    List<Ledger.ThirdParty> parties = functions.entrySet().stream()
        .map(party -> new Ledger.ThirdParty(name(party.getKey()), party.getValue())).toList();
    return parties.isEmpty() ? Optional.empty() : Optional.of(parties);
  }

  /** What was agreed; a category exchanged all for all has no number, and then there is no total either. */
  private Ledger.Agreement agreed(State.Agreed agreed) {
    boolean numbered = terms.categories().values().stream().noneMatch(Terms.Category::all);
    SortedMap<String, SortedMap<String, Long>> received = new TreeMap<>();
    for (PartyId side : terms.sides()) {
      SortedMap<String, Long> counts = new TreeMap<>();
      terms.categories().forEach((code, category) -> {
        if (!category.all()) {
          counts.put(code, (long) terms.quota(side, code));
        }
      });
      received.put(side.value(), numbered ? withTotal(counts) : counts);
    }
    String day = Instant.ofEpochMilli(agreed.at()).atZone(ZoneOffset.UTC).toLocalDate().toString();
    return new Ledger.Agreement(day, Optional.empty(), received);
  }

  private List<Ledger.Tranche> days() {
    SortedMap<String, List<Integer>> byDay = new TreeMap<>();
    for (int tranche = 1; tranche <= terms.tranches().size(); tranche++) {
      byDay.computeIfAbsent(terms.tranches().get(tranche - 1).day(), day -> new ArrayList<>()).add(tranche);
    }
    return byDay.entrySet().stream().map(day -> day(day.getKey(), day.getValue()))
        .filter(BundleLedger::somebodyCame).toList();
  }

  private static boolean somebodyCame(Ledger.Tranche day) {
    return day.received().values().stream().anyMatch(counts -> counts.getOrDefault(TOTAL, 0L) > 0)
        || day.outside().map(outside -> outside.values().stream().anyMatch(count -> count > 0)).orElse(false);
  }

  private Ledger.Tranche day(String day, List<Integer> tranches) {
    SortedMap<String, SortedMap<String, Long>> received = new TreeMap<>();
    for (PartyId side : terms.sides()) {
      SortedMap<String, Long> counts = new TreeMap<>();
      for (int tranche : tranches) {
        balance.received(tranche, side).forEach((category, figure) -> counts.merge(category, (long) figure.count(), Long::sum));
      }
      received.put(side.value(), withTotal(counts));
    }
    String place = terms.tranches().get(tranches.getFirst() - 1).place();
    return new Ledger.Tranche(day, Optional.of(place), received, Optional.empty(), outside(tranches));
  }

  /** Who came on a day outside the count. */
  private Optional<SortedMap<String, Long>> outside(List<Integer> tranches) {
    SortedMap<String, Long> outside = new TreeMap<>();
    for (int tranche : tranches) {
      Balance day = Balance.ofTranche(standing.state(), tranche);
      for (PartyId side : terms.sides()) {
        Balance.Side people = day.sides().get(side);
        outside.merge(side.value(), people == null ? 0L : people.outside().count(), Long::sum);
      }
    }
    return outside.values().stream().anyMatch(count -> count > 0) ? Optional.of(outside) : Optional.empty();
  }

  private static SortedMap<String, Long> withTotal(SortedMap<String, Long> counts) {
    SortedMap<String, Long> all = new TreeMap<>(counts);
    all.put(TOTAL, counts.values().stream().mapToLong(Long::longValue).sum());
    return all;
  }

  /** Who came home by the direct lane; a bundle says of which side, and not on which day of the exchange. */
  private Optional<List<Ledger.Fact>> facts() {
    List<Ledger.Fact> facts = new ArrayList<>();
    for (PartyId side : terms.sides()) {
      Balance.Side people = balance.sides().get(side);
      if (people != null) {
        fact(facts, side, "direct_repatriation", people.direct().count());
      }
    }
    return facts.isEmpty() ? Optional.empty() : Optional.of(facts);
  }

  private static void fact(List<Ledger.Fact> facts, PartyId side, String measure, long count) {
    if (count > 0) {
      facts.add(new Ledger.Fact(measure, Optional.of(side.value()), Optional.empty(), Optional.of(count), Optional.empty(),
          "the side's own receipts, in the bundle"));
    }
  }
}
