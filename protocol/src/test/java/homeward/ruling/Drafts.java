package homeward.ruling;

import static homeward.ruling.Cast.A;
import static homeward.ruling.Cast.B;
import static homeward.ruling.Cast.CIVILIANS;
import static homeward.ruling.Cast.SOLDIERS;
import static homeward.ruling.Play.HOUR;
import static homeward.ruling.Play.START;

import homeward.exchange.Function;
import homeward.exchange.PartyId;
import homeward.exchange.Terms;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The agreement that the tests play under, and the same with one thing changed: three soldiers for three on day 1 and one
 * for one on day 2, one soldier each outside the count on day 1, civilians all for all.
 */
final class Drafts {
  static final long FROM_1 = START + 48 * HOUR;
  static final long UNTIL_1 = START + 72 * HOUR;
  static final long PUBLISH_1 = START + 200 * HOUR;
  static final long END = START + 720 * HOUR;

  private Drafts() {}

  static Terms terms() {
    SortedMap<String, Terms.Category> categories = new TreeMap<>();
    categories.put(SOLDIERS, new Terms.Category(1, false));
    categories.put(CIVILIANS, new Terms.Category(1, true));
    Terms.Tranche first = new Terms.Tranche("2025-05-18", "bridge", FROM_1, UNTIL_1, PUBLISH_1, each(3, 3), each(1, 1));
    Terms.Tranche second = new Terms.Tranche(
        "2025-05-23", "bridge", START + 168 * HOUR, START + 192 * HOUR, START + 300 * HOUR, each(1, 1), each(0, 0));
    return new Terms(
        List.of(A, B), A, Cast.functions(), categories, Cast.digest("words"), List.of(first, second), Terms.Parity.EQUAL,
        new TreeMap<>(), List.of(), false, false, 2, new Terms.Deadlines(24, 12, 400, 24, 24, END), true,
        new TreeSet<>());
  }

  /** So many soldiers who return to each side. */
  static SortedMap<PartyId, SortedMap<String, Integer>> each(int toA, int toB) {
    SortedMap<PartyId, SortedMap<String, Integer>> counts = new TreeMap<>();
    counts.put(A, new TreeMap<>(java.util.Map.of(SOLDIERS, toA)));
    counts.put(B, new TreeMap<>(java.util.Map.of(SOLDIERS, toB)));
    return counts;
  }

  static Terms with(Terms t, SortedMap<Function, PartyId> functions) {
    return new Terms(
        t.sides(), t.begins(), functions, t.categories(), t.words(), t.tranches(), t.parity(), t.surplus(), t.debts(),
        t.notAskedMayTravel(), t.committedLists(), t.people(), t.deadlines(), t.withoutPrejudice(), t.clauses());
  }

  static Terms without(Terms t, Function vacant) {
    SortedMap<Function, PartyId> fewer = new TreeMap<>(t.functions());
    fewer.remove(vacant);
    return with(t, fewer);
  }

  static Terms withTranches(Terms t, Terms.Tranche... tranches) {
    return new Terms(
        t.sides(), t.begins(), t.functions(), t.categories(), t.words(), List.of(tranches), t.parity(), t.surplus(),
        t.debts(),
        t.notAskedMayTravel(), t.committedLists(), t.people(), t.deadlines(), t.withoutPrejudice(), t.clauses());
  }

  /** The first tranche alone, its figures to be published at this time, epoch ms. */
  static Terms publishing(Terms t, long at) {
    Terms.Tranche first = t.tranches().getFirst();
    return withTranches(
        t, new Terms.Tranche(first.day(), first.place(), first.from(), first.until(), at, first.returns(),
        first.outside()));
  }

  /** The first tranche alone, with so many counted and so many outside the count. */
  static Terms.Tranche tranche(
      SortedMap<PartyId, SortedMap<String, Integer>> returns, SortedMap<PartyId, SortedMap<String, Integer>> outside) {
    return new Terms.Tranche("2025-05-18", "bridge", FROM_1, UNTIL_1, PUBLISH_1, returns, outside);
  }

  static Terms withCategories(Terms t, SortedMap<String, Terms.Category> categories) {
    return new Terms(
        t.sides(), t.begins(), t.functions(), categories, t.words(), t.tranches(), t.parity(), t.surplus(), t.debts(),
        t.notAskedMayTravel(), t.committedLists(), t.people(), t.deadlines(), t.withoutPrejudice(), t.clauses());
  }

  static Terms asAgreed(Terms t) {
    return new Terms(
        t.sides(), t.begins(), t.functions(), t.categories(), t.words(), t.tranches(), Terms.Parity.AS_AGREED,
        t.surplus(), t.debts(),
        t.notAskedMayTravel(), t.committedLists(), t.people(), t.deadlines(), t.withoutPrejudice(), t.clauses());
  }

  static Terms withSurplus(Terms t, SortedMap<PartyId, SortedMap<String, Integer>> surplus) {
    return new Terms(
        t.sides(), t.begins(), t.functions(), t.categories(), t.words(), t.tranches(), t.parity(), surplus, t.debts(),
        t.notAskedMayTravel(), t.committedLists(), t.people(), t.deadlines(), t.withoutPrejudice(), t.clauses());
  }

  static Terms withDebts(Terms t, Terms.Debt... debts) {
    return new Terms(
        t.sides(), t.begins(), t.functions(), t.categories(), t.words(), t.tranches(), t.parity(), t.surplus(),
        List.of(debts),
        t.notAskedMayTravel(), t.committedLists(), t.people(), t.deadlines(), t.withoutPrejudice(), t.clauses());
  }

  static Terms notAskedMayTravel(Terms t) {
    return new Terms(
        t.sides(), t.begins(), t.functions(), t.categories(), t.words(), t.tranches(), t.parity(), t.surplus(),
        t.debts(), true,
        t.committedLists(), t.people(), t.deadlines(), t.withoutPrejudice(), t.clauses());
  }

  static Terms committed(Terms t) {
    return new Terms(
        t.sides(), t.begins(), t.functions(), t.categories(), t.words(), t.tranches(), t.parity(), t.surplus(), t.debts(),
        t.notAskedMayTravel(), true, t.people(), t.deadlines(), t.withoutPrejudice(), t.clauses());
  }

  static Terms binding(Terms t, int people) {
    return new Terms(
        t.sides(), t.begins(), t.functions(), t.categories(), t.words(), t.tranches(), t.parity(), t.surplus(), t.debts(),
        t.notAskedMayTravel(), t.committedLists(), people, t.deadlines(), t.withoutPrejudice(), t.clauses());
  }

  static Terms beginningWith(Terms t, PartyId begins) {
    return new Terms(
        t.sides(), begins, t.functions(), t.categories(), t.words(), t.tranches(), t.parity(), t.surplus(), t.debts(),
        t.notAskedMayTravel(), t.committedLists(), t.people(), t.deadlines(), t.withoutPrejudice(), t.clauses());
  }

  /** Between other sides; nobody returns to anybody. */
  static Terms between(Terms t, List<PartyId> sides) {
    return new Terms(
        sides, sides.getFirst(), t.functions(), t.categories(), t.words(),
        List.of(tranche(new TreeMap<>(), new TreeMap<>())), t.parity(), t.surplus(), t.debts(),
        t.notAskedMayTravel(), t.committedLists(), t.people(), t.deadlines(), t.withoutPrejudice(), t.clauses());
  }
}
