package homeward.ruling;

import static homeward.ruling.Cast.A1;
import static homeward.ruling.Cast.A;
import static homeward.ruling.Cast.B;
import static homeward.ruling.Cast.CIVILIANS;
import static homeward.ruling.Cast.M;
import static homeward.ruling.Cast.N;
import static homeward.ruling.Cast.SOLDIERS;
import static homeward.ruling.Cast.digest;
import static homeward.ruling.Play.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.exchange.Function;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.Refusal;
import homeward.exchange.State;
import homeward.exchange.Terms;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Terms of every shape: whom they may name, and whether they balance. */
class TermsTest {
  private static final Play OPENED = Situations.fresh();

  private static String proposed(Terms terms) {
    return OPENED.tries(A1, new Move.Propose(new Matter.Agree(terms), OPENED.now() + HOUR)).answer();
  }

  private static Refusal refused(Terms terms) {
    return OPENED.refusal(A1, new Move.Propose(new Matter.Agree(terms), OPENED.now() + HOUR));
  }

  private static Terms returning(int toA, int toB) {
    return Drafts.withTranches(Drafts.terms(), Drafts.tranche(Drafts.each(toA, toB), Drafts.each(0, 0)));
  }

  @Test
  void termsBindAtTheLastSignatureAndNameWhoHoldsWhat() {
    Terms terms = Drafts.without(Drafts.terms(), Function.AUTHORISER);
    State state = Situations.inForce(OPENED, terms).state();
    assertThat(state.course().phase()).isEqualTo(State.Phase.IN_FORCE);
    assertThat(state.terms()).isEqualTo(terms);
    assertThat(state.course().functions()).isEqualTo(terms.functions());
  }

  @Test
  void termsAreBetweenTheTwoSides() {
    Terms strange = Drafts.between(Drafts.terms(), Stream.of(A, Cast.party("third")).sorted().toList());
    assertThat(refused(strange)).isEqualTo(new Refusal.OtherParties());
    assertThat(refused(Drafts.between(Drafts.terms(), Stream.of(A, M).sorted().toList())))
        .isEqualTo(new Refusal.OtherParties());
  }

  @Test
  void aFunctionIsGivenToAPartyOfTheExchange() {
    SortedMap<Function, PartyId> functions = Cast.functions();
    functions.put(Function.HOST, Cast.NOBODY);
    assertThat(refused(Drafts.with(Drafts.terms(), functions))).isEqualTo(new Refusal.OtherParties());
  }

  @Test
  void thePartyThatKeepsTheTranscriptHasKeys() {
    SortedMap<Function, PartyId> functions = Cast.functions();
    functions.put(Function.KEEPER, N);
    assertThat(refused(Drafts.with(Drafts.terms(), functions))).isEqualTo(new Refusal.PaperStatus(N));
  }

  @Test
  void equalCountsBalance() {
    assertThat(proposed(returning(5, 5))).isEqualTo("+");
    assertThat(refused(returning(5, 3))).isEqualTo(new Refusal.ParityBroken(2));
    assertThat(refused(returning(3, 5))).isEqualTo(new Refusal.ParityBroken(2));
  }

  /** Edge case 26: 230 for 248. */
  @Test
  void unequalCountsStandWhereTheyWereAgreedAsSuch() {
    assertThat(proposed(Drafts.asAgreed(returning(230, 248)))).isEqualTo("+");
  }

  @Test
  void aDeclaredSurplusIsWeighedOut() {
    SortedMap<PartyId, SortedMap<String, Integer>> toA = new TreeMap<>(Map.of(A, new TreeMap<>(Map.of(SOLDIERS, 2))));
    assertThat(proposed(Drafts.withSurplus(returning(5, 3), toA))).isEqualTo("+");
    assertThat(refused(Drafts.withSurplus(returning(3, 5), toA))).isEqualTo(new Refusal.ParityBroken(4));
  }

  /** Edge case 29: whoever owes people from a tranche that was called off releases more. */
  @Test
  void aDebtIsPaidByWhoeverOwesIt() {
    Terms.Debt ofB = new Terms.Debt(B, SOLDIERS, 2, digest("closing"));
    assertThat(proposed(Drafts.withDebts(returning(5, 3), ofB))).isEqualTo("+");
    assertThat(refused(Drafts.withDebts(returning(3, 5), ofB))).isEqualTo(new Refusal.ParityBroken(4));
    assertThat(refused(Drafts.withDebts(returning(4, 4), ofB))).isEqualTo(new Refusal.ParityBroken(2));
  }

  /** Equivalents of a cartel: an officer for several soldiers (Lieber Code, articles 105 and 106). */
  @Test
  void aCategoryWeighsWhatWasAgreed() {
    assertThat(refused(officers(3, 2, Drafts.terms()))).isEqualTo(new Refusal.ParityBroken(3));
    SortedMap<PartyId, SortedMap<String, Integer>> surplus =
        new TreeMap<>(Map.of(A, new TreeMap<>(Map.of("officers", 1))));
    assertThat(proposed(officers(3, 2, Drafts.withSurplus(weighed(Drafts.terms()), surplus)))).isEqualTo("+");
    assertThat(proposed(officers(3, 2,
        Drafts.withDebts(weighed(Drafts.terms()), new Terms.Debt(B, "officers", 1, digest("closing"))))))
        .isEqualTo("+");
  }

  /** Edge case 27: categories unequal, totals equal. */
  @Test
  void categoriesMayDifferWhereTheWeightsBalance() {
    SortedMap<PartyId, SortedMap<String, Integer>> counts = new TreeMap<>();
    counts.put(A, new TreeMap<>(Map.of(SOLDIERS, 3)));
    counts.put(B, new TreeMap<>(Map.of("officers", 1)));
    assertThat(proposed(Drafts.withTranches(weighed(Drafts.terms()), Drafts.tranche(counts, Drafts.each(0, 0)))))
        .isEqualTo("+");
  }

  private static Terms officers(int toA, int toB, Terms terms) {
    SortedMap<PartyId, SortedMap<String, Integer>> counts = new TreeMap<>();
    counts.put(A, new TreeMap<>(Map.of("officers", toA)));
    counts.put(B, new TreeMap<>(Map.of("officers", toB)));
    return Drafts.withTranches(weighed(terms), Drafts.tranche(counts, Drafts.each(0, 0)));
  }

  private static Terms weighed(Terms terms) {
    SortedMap<String, Terms.Category> categories = new TreeMap<>(terms.categories());
    categories.put("officers", new Terms.Category(3, false));
    return Drafts.withCategories(terms, categories);
  }

  /** Edge case 30: all for all weighs nothing, whatever number somebody wrote beside it; neither does anybody outside the count. */
  @Test
  void allForAllAndOutsideTheCountWeighNothing() {
    SortedMap<PartyId, SortedMap<String, Integer>> civilians =
        new TreeMap<>(Map.of(A, new TreeMap<>(Map.of(CIVILIANS, 9))));
    assertThat(proposed(Drafts.withTranches(Drafts.terms(), Drafts.tranche(civilians, Drafts.each(0, 0)))))
        .isEqualTo("+");
    assertThat(proposed(Drafts.withTranches(Drafts.terms(), Drafts.tranche(Drafts.each(1, 1), Drafts.each(2, 0)))))
        .isEqualTo("+");
  }

  @Test
  void everyTrancheIsWeighed() {
    Terms.Tranche toA = Drafts.tranche(Drafts.each(2, 0), Drafts.each(0, 0));
    Terms.Tranche toB = Drafts.tranche(Drafts.each(0, 2), Drafts.each(0, 0));
    assertThat(proposed(Drafts.withTranches(Drafts.terms(), toA, toB))).isEqualTo("+");
  }

  /** It comes from an earlier exchange, which may have had other categories; then a person is a person. */
  @Test
  void aDebtOfACategoryThatTheTermsDoNotDefineWeighsOneAPerson() {
    Terms.Debt ofB = new Terms.Debt(B, "sailors", 2, digest("closing"));
    assertThat(proposed(Drafts.withDebts(returning(5, 3), ofB))).isEqualTo("+");
    assertThat(refused(Drafts.withDebts(returning(4, 4), ofB))).isEqualTo(new Refusal.ParityBroken(2));
  }
}
