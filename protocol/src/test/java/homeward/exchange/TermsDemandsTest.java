package homeward.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What terms demand of themselves, before anybody is asked to sign them: each demand at its edge and beyond it. */
class TermsDemandsTest {
  private static final PartyId A = new PartyId("a".repeat(22));
  private static final PartyId B = new PartyId("b".repeat(22));
  private static final PartyId THIRD = new PartyId("c".repeat(22));

  /** Terms that may be made, to change one thing of. */
  private static final class Draft {
    private List<PartyId> sides = List.of(A, B);
    private PartyId begins = A;
    private SortedMap<Function, PartyId> functions = new TreeMap<>(Map.of(Function.KEEPER, THIRD));
    private SortedMap<String, Terms.Category> categories = new TreeMap<>(Map.of("soldiers", new Terms.Category(1, false)));
    private List<Terms.Tranche> tranches = List.of(tranche(counts(A, "soldiers", 3), counts(B, "soldiers", 1)));
    private SortedMap<PartyId, SortedMap<String, Integer>> surplus = counts(A, "soldiers", 1);
    private int people = 2;
    private List<String> clauses = List.of("no-media");

    Terms terms() {
      return new Terms(
          sides, begins, functions, categories, Digest.OF_NOTHING, tranches, Terms.Parity.AS_AGREED, surplus, List.of(), false,
          false, people, new Terms.Deadlines(1, 1, 1, 1, 1, 1), true, new TreeSet<>(clauses));
    }
  }

  private static Terms.Tranche tranche(
      SortedMap<PartyId, SortedMap<String, Integer>> returns, SortedMap<PartyId, SortedMap<String, Integer>> outside) {
    return new Terms.Tranche("2025-05-23", "bridge", 1, 2, 3, returns, outside);
  }

  private static SortedMap<PartyId, SortedMap<String, Integer>> counts(PartyId side, String category, int count) {
    return new TreeMap<>(Map.of(side, new TreeMap<>(Map.of(category, count))));
  }

  private static SortedMap<String, Terms.Category> categories(int many) {
    SortedMap<String, Terms.Category> categories = new TreeMap<>();
    IntStream.range(0, many).forEach(i -> categories.put(i == 0 ? "soldiers" : "category-" + i, new Terms.Category(1, false)));
    return categories;
  }

  private static void can(Consumer<Draft> change) {
    Draft draft = new Draft();
    change.accept(draft);
    assertThatCode(draft::terms).doesNotThrowAnyException();
  }

  private static void cannot(Consumer<Draft> change, String demand) {
    Draft draft = new Draft();
    change.accept(draft);
    refused(draft::terms, demand);
  }

  private static void refused(ThrowingCallable making, String demand) {
    assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(demand);
  }

  @Test
  void termsAreBetweenTwoSidesInTheOrderOfTheirIds() {
    can(draft -> draft.begins = B);
    cannot(draft -> draft.sides = List.of(B, A), "two sides");
    cannot(draft -> draft.sides = List.of(A, A), "two sides");
    cannot(draft -> draft.sides = List.of(A, B, THIRD), "two sides");
  }

  @Test
  void eachSideIsTheOtherOfTheOther() {
    assertThat(new Draft().terms().otherSide(A)).isEqualTo(B);
    assertThat(new Draft().terms().otherSide(B)).isEqualTo(A);
  }

  @Test
  void aSideBegins() {
    cannot(draft -> draft.begins = THIRD, "a side that begins");
  }

  @Test
  void onlyWhatCanBeAssignedIsAndTheKeeperAlwaysIs() {
    can(draft -> draft.functions.put(Function.HOST, A));
    cannot(draft -> draft.functions.put(Function.SIDE, A), "functions that can be assigned");
    cannot(draft -> draft.functions.put(Function.ROOT, A), "functions that can be assigned");
    cannot(draft -> draft.functions = new TreeMap<>(Map.of(Function.HOST, THIRD)), "a keeper");
  }

  @Test
  void thereAreOneToFiftyCategoriesAndEachIsACode() {
    can(draft -> draft.categories = categories(50));
    cannot(draft -> draft.categories = categories(51), "1 to 50 categories");
    cannot(draft -> draft.categories = new TreeMap<>(), "1 to 50 categories");
    cannot(draft -> draft.categories.put("All Others", new Terms.Category(1, true)), "a category");
  }

  @Test
  void thereAreOneToTwoHundredTranches() {
    can(draft -> draft.tranches = IntStream.range(0, 200).mapToObj(i -> draft.tranches.getFirst()).toList());
    cannot(draft -> draft.tranches = IntStream.range(0, 201).mapToObj(i -> draft.tranches.getFirst()).toList(), "1 to 200 tranches");
    cannot(draft -> draft.tranches = List.of(), "1 to 200 tranches");
  }

  @Test
  void twoToNinePeopleBindAParty() {
    can(draft -> draft.people = 9);
    cannot(draft -> draft.people = 1, "2 to 9 people");
    cannot(draft -> draft.people = 10, "2 to 9 people");
  }

  @Test
  void aClauseIsACode() {
    cannot(draft -> draft.clauses = List.of("No media at the border"), "a clause");
  }

  @Test
  void peopleReturnToTheSidesAndToNobodyElse() {
    SortedMap<PartyId, SortedMap<String, Integer>> astray = counts(THIRD, "soldiers", 1);
    cannot(draft -> draft.tranches = List.of(tranche(astray, new TreeMap<>())), "quotas of the two sides");
    cannot(draft -> draft.tranches = List.of(tranche(new TreeMap<>(), astray)), "outside the count of the two sides");
  }

  @Test
  void onlyWhatIsDefinedIsCounted() {
    SortedMap<PartyId, SortedMap<String, Integer>> unknown = counts(A, "sailors", 1);
    cannot(draft -> draft.tranches = List.of(tranche(unknown, new TreeMap<>())), "categories that the terms define");
    cannot(draft -> draft.tranches = List.of(tranche(new TreeMap<>(), unknown)), "categories that the terms define");
    cannot(draft -> draft.surplus = unknown, "categories that the terms define");
  }

  @Test
  void countsAreNoughtToAMillion() {
    can(draft -> draft.surplus = counts(A, "soldiers", 0));
    can(draft -> draft.surplus = counts(A, "soldiers", 1_000_000));
    cannot(draft -> draft.surplus = counts(A, "soldiers", -1), "counts of 0 to 1000000");
    cannot(draft -> draft.surplus = counts(A, "soldiers", 1_000_001), "counts of 0 to 1000000");
  }

  @Test
  void aPersonWeighsOneToAThousand() {
    assertThatCode(() -> new Terms.Category(1_000, false)).doesNotThrowAnyException();
    refused(() -> new Terms.Category(0, false), "a weight");
    refused(() -> new Terms.Category(1_001, false), "a weight");
  }

  @Test
  void aTrancheHasADayAPlaceAndAWindow() {
    SortedMap<PartyId, SortedMap<String, Integer>> none = new TreeMap<>();
    refused(() -> new Terms.Tranche("23 May", "bridge", 1, 2, 3, none, none), "a day");
    refused(() -> new Terms.Tranche("2025-05-23", "The bridge", 1, 2, 3, none, none), "a place");
    refused(() -> new Terms.Tranche("2025-05-23", "bridge", 2, 2, 3, none, none), "a window");
  }

  @Test
  void aDebtIsOfSomebodyInACategory() {
    assertThatCode(() -> new Terms.Debt(A, "soldiers", 1, Digest.OF_NOTHING)).doesNotThrowAnyException();
    refused(() -> new Terms.Debt(A, "soldiers", 0, Digest.OF_NOTHING), "a debt");
    refused(() -> new Terms.Debt(A, "Soldiers", 1, Digest.OF_NOTHING), "a category");
  }

  @Test
  void everyDeadlineIsOneToTenThousandHours() {
    assertThatCode(() -> new Terms.Deadlines(10_000, 1, 1, 1, 1, 0)).doesNotThrowAnyException();
    for (int wrong : List.of(0, 10_001)) {
      for (int at = 0; at < 5; at++) {
        int[] hours = {1, 1, 1, 1, 1};
        hours[at] = wrong;
        refused(() -> new Terms.Deadlines(hours[0], hours[1], hours[2], hours[3], hours[4], 0), "deadlines");
      }
    }
  }
}
