package homeward.ruling;

import homeward.balance.Manifests;
import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.Matter;
import homeward.exchange.Offer;
import homeward.exchange.PartyId;
import homeward.exchange.Refusal;
import homeward.exchange.State;
import homeward.exchange.Terms;
import java.util.SortedMap;
import java.util.TreeMap;

/** What binds both sides as a whole: the terms, the freeze of both lists, who succeeds in a function. */
final class Agreeing {
  private Agreeing() {}

  static Outcome agree(Turn turn, Matter.Agree agree) {
    Terms terms = agree.terms();
    State now = turn.now();
    return Ruling.begin()
        .require(() -> terms.sides().stream().allMatch(now.parties()::isSide), Refusal.OtherParties::new)
        .require(() -> Opening.knows(now, terms.functions().values()), Refusal.OtherParties::new)
        .require(() -> !now.parties().onPaper(keeper(terms)), () -> new Refusal.PaperStatus(keeper(terms)))
        .require(
            () -> terms.parity() == Terms.Parity.AS_AGREED || imbalance(terms) == 0,
            () -> new Refusal.ParityBroken(Math.abs(imbalance(terms))))
        .then(() -> now.with(now.course().with(new State.Agreed(turn.id(), turn.stamp(), terms))));
  }

  private static PartyId keeper(Terms terms) {
    return java.util.Objects.requireNonNull(terms.functions().get(Function.KEEPER));
  }

  /** Units by which the first side receives more than the second, beyond surplus and debts; all for all weighs nothing here. */
  private static int imbalance(Terms terms) {
    PartyId one = terms.sides().get(0);
    PartyId other = terms.sides().get(1);
    return units(terms, one) - units(terms, other);
  }

  private static int units(Terms terms, PartyId side) {
    int quotas =
        terms.categories().entrySet().stream()
            .filter(category -> !category.getValue().all())
            .mapToInt(category -> category.getValue().weight() * terms.quota(side, category.getKey()))
            .sum();
    int surplus =
        terms.surplus().getOrDefault(side, new TreeMap<>()).entrySet().stream()
            .mapToInt(given -> weight(terms, given.getKey()) * given.getValue())
            .sum();
    int repaid =
        terms.debts().stream()
            .filter(debt -> !debt.owedBy().equals(side))
            .mapToInt(debt -> weight(terms, debt.category()) * debt.count())
            .sum();
    return quotas - surplus - repaid;
  }

  private static int weight(Terms terms, String category) {
    Terms.Category known = terms.categories().get(category);
    return known == null ? 1 : known.weight();
  }

  static Outcome freeze(Turn turn, Matter.Freeze freeze) {
    State now = turn.now();
    Digest agreed = Manifests.agreed(now);
    return Ruling.begin()
        .require(() -> now.course().frozen().isEmpty(), () -> new Refusal.Exists("freeze"))
        .require(() -> versions(now).equals(freeze.versions()), () -> new Refusal.OtherVersion(highest(now)))
        .require(() -> agreed.equals(freeze.agreed()), () -> new Refusal.OtherDigest(agreed))
        .then(() -> now.with(now.course().frozenOn(agreed)));
  }

  private static SortedMap<PartyId, Integer> versions(State now) {
    TreeMap<PartyId, Integer> versions = new TreeMap<>();
    now.offers().forEach((holder, offer) -> versions.put(holder, offer.version()));
    versions.values().removeIf(version -> version == 0);
    return versions;
  }

  private static int highest(State now) {
    return now.offers().values().stream().mapToInt(Offer::version).max().orElse(0);
  }

  static Outcome succeed(Turn turn, Matter.Succession succession) {
    State now = turn.now();
    PartyId to = succession.to();
    return Ruling.begin()
        .require(() -> succession.function().assignable(), () -> new Refusal.NotYourFunction(succession.function()))
        .require(() -> now.parties().members().containsKey(to), Refusal.OtherParties::new)
        .require(() -> succession.function() != Function.KEEPER || !now.parties().onPaper(to), () -> new Refusal.PaperStatus(to))
        .require(() -> !turn.holds(to, succession.function()), () -> new Refusal.Exists("holder"))
        .then(() -> now.with(now.course().with(State.put(now.course().functions(), succession.function(), to))));
  }
}
