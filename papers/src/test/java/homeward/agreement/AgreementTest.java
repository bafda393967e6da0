package homeward.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.PartyId;
import homeward.exchange.Terms;
import homeward.json.Shape;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a file means once it is read: its defaults, its terms, and that names count for nothing. */
class AgreementTest {
  private static final Agreement SMALL = Samples.read(Samples.SMALL);

  @Test
  void whatIsLeftOutHasADefault() {
    assertThat(SMALL.sides()).extracting(Agreement.Party::name).containsExactly("A", "B");
    assertThat(SMALL.sides()).noneMatch(Agreement.Party::onPaper);
    assertThat(SMALL.opens()).isEqualTo("A");
    assertThat(SMALL.begins()).isEqualTo("A");
    assertThat(SMALL.categories()).allMatch(category -> category.weight() == 1 && !category.all());
    assertThat(SMALL.balance()).isEqualTo(new Agreement.Balance(Terms.Parity.EQUAL, List.of(), List.of()));
    assertThat(SMALL.conduct()).isEqualTo(new Agreement.Conduct(true, false, false, 2, 100));
    assertThat(SMALL.deadlines()).isEqualTo(new Agreement.Deadlines(48, 72, 240, 24, 24, LocalDate.of(2025, 6, 23)));
    assertThat(SMALL.clauses()).isEqualTo(new Agreement.Clauses(List.of("status", "recognition"), List.of()));
  }

  @Test
  void aDayHasAWindowAndAnHourOfPublication() {
    assertThat(SMALL.tranches().getFirst().from()).isEqualTo(Instant.parse("2025-05-23T08:00:00Z"));
    assertThat(SMALL.tranches().getFirst().until()).isEqualTo(Instant.parse("2025-05-23T20:00:00Z"));
    assertThat(SMALL.tranches().getFirst().publishAt()).isEqualTo(Instant.parse("2025-05-23T21:00:00Z"));
  }

  @Test
  void theEmbargoIsHoursAfterTheWindowOrAMoment() {
    String hours = Samples.with("\"exchange\": \"spring\",", "\"exchange\": \"spring\", \"embargoHours\": 6,");
    assertThat(Samples.read(hours).tranches().getFirst().publishAt()).isEqualTo(Instant.parse("2025-05-24T02:00:00Z"));
    String moment = Samples.with("\"day\": \"2025-05-23\",", "\"day\": \"2025-05-23\", \"publishAt\": \"2025-05-24 06:30\",");
    assertThat(Samples.read(moment).tranches().getFirst().publishAt()).isEqualTo(Instant.parse("2025-05-24T06:30:00Z"));
  }

  @Test
  void theSideThatOpensKeepsTheTranscriptWhereNoThirdPartyHasANode() {
    String alone = Samples.with(
            "\"thirdParties\": [{\"id\": \"M\", \"functions\": [\"KEEPER\", \"HOST\", \"CLEARANCE\"]}],", "\"travelWithoutInterview\": \"allowed\",")
        .replace("{\"id\": \"A\"}", "{\"id\": \"A\", \"onPaper\": true}");
    assertThat(Samples.read(alone).opens()).isEqualTo("B");
    assertThat(Samples.read(alone).holder(Function.KEEPER)).contains(Samples.read(alone).party("B"));
    assertThat(Samples.read(alone).holder(Function.HOST)).isEmpty();
  }

  @Test
  void aLaterEndOfReconcilingMovesTheEnd() {
    String patient = Samples.with("\"exchange\": \"spring\",", "\"exchange\": \"spring\", \"deadlines\": {\"reconcileHours\": 1000},");
    assertThat(Samples.read(patient).deadlines().end()).isEqualTo(LocalDate.of(2025, 7, 5));
  }

  @Test
  void twoTranchesMayShareADayOneAfterTheOther() {
    String text = Samples.with("\"day\": \"2025-05-24\",", "\"day\": \"2025-05-23\", \"window\": {\"from\": \"20:00\", \"until\": \"23:00\"},");
    assertThat(Samples.read(text).tranches()).extracting(Agreement.Tranche::day).containsOnly(LocalDate.of(2025, 5, 23));
  }

  /** Edge case 26: 230 for 240 stands when a surplus, a debt or the parity says why. */
  @Test
  void anUnequalExchangeIsReadOnceItSaysWhy() {
    String unequal = Samples.with("\"B\": {\"military\": 230}", "\"B\": {\"military\": 240}");
    String debt = "\"debts\": [{\"owedBy\": \"A\", \"category\": \"military\", \"count\": 10, \"closing\": \""
        + Digest.OF_NOTHING.value() + "\"}]";
    for (String why : List.of("\"parity\": \"as agreed\"", "\"surplus\": [{\"to\": \"B\", \"category\": \"military\", \"count\": 10}]", debt)) {
      Agreement read = Samples.read(unequal.replace("\"exchange\": \"spring\",", "\"exchange\": \"spring\", " + why + ","));
      assertThat(read.quota("B", "military")).isEqualTo(240);
      assertThat(Proposed.refusal(read)).isEmpty();
    }
  }

  /** Edge case 27. */
  @Test
  void categoriesMayDifferWhereTotalsAreEqual() {
    String text = Samples.with("\"A\": {\"military\": 230}", "\"A\": {\"military\": 220, \"civilian\": 10}");
    assertThat(Samples.read(text).quota("A", "civilian")).isEqualTo(20);
  }

  /** Edge case 30: only as agreed may one side alone send everybody home. */
  @Test
  void allOfACategoryMayGoOneWayWhereThatWasAgreed() {
    String text = Samples.with("\"exchange\": \"spring\",", "\"exchange\": \"spring\", \"parity\": \"as agreed\",")
        .replace("\"Members of armed forces.\"", "\"Members of armed forces.\", \"all\": true")
        .replace("{\"A\": {\"military\": 230}, \"B\": {\"military\": 230}}", "{\"A\": {\"military\": \"all\"}}");
    Agreement read = Samples.read(text);
    assertThat(read.tranches().getFirst().carriesAll("A", "military")).isTrue();
    assertThat(read.tranches().getFirst().carriesAll("B", "military")).isFalse();
    assertThat(read.quota("A", "military")).isZero();
  }

  /** Beside its id or name a party may be called what it likes, in any script. */
  @Test
  void aNameMayBeWrittenInAnyScript() {
    String text = Samples.with("{\"id\": \"A\"}", "{\"id\": \"A\", \"name\": \"Північна сторона «1»\"}");
    assertThat(Samples.read(text).party("A").name()).isEqualTo("Північна сторона «1»");
  }

  @Test
  void theOrderOfTheFileIsTheOrderOfTheSides() {
    String text = Samples.with("{\"id\": \"A\"}, {\"id\": \"B\"}", "{\"id\": \"B\"}, {\"id\": \"A\"}");
    assertThat(Samples.read(text).sides()).extracting(Agreement.Party::id).containsExactly("B", "A");
    assertThat(Samples.read(text).tranches().getFirst().returns().sequencedKeySet()).containsExactly("B", "A");
  }

  @Test
  void whatIsWrittenIsReadBack() {
    Samples.all().forEach(agreement ->
        assertThat(AgreementFile.read(AgreementFile.write(agreement), "test.json")).isEqualTo(new Reading.Read(agreement)));
  }

  @Test
  void theRulesTakeItsTerms() {
    Samples.all().forEach(agreement -> assertThat(Proposed.refusal(agreement)).as(agreement.exchange()).isEmpty());
  }

  /** Invariant 9: swapping what the sides are called changes nothing else. */
  @Test
  void swappingTheNamesOfTheSidesChangesNothingElse() {
    Samples.all().forEach(AgreementTest::requireSymmetry);
  }

  private static void requireSymmetry(Agreement agreement) {
    Agreement.Party one = agreement.sides().getFirst();
    Agreement.Party other = agreement.sides().getLast();
    String written = Samples.text(agreement);
    Agreement swapped = Samples.read(Samples.swapped(written, one, other));

    assertThat(Samples.swapped(Samples.text(swapped), one, other)).isEqualTo(written);
    assertThat(swapped.words()).isEqualTo(agreement.words());
    Map<String, PartyId> codes = Samples.codes(agreement);
    Map<String, PartyId> swappedCodes = new HashMap<>(codes);
    swappedCodes.put(one.id(), codes.get(other.id()));
    swappedCodes.put(other.id(), codes.get(one.id()));
    assertThat(terms(swapped, swappedCodes)).isEqualTo(terms(agreement, codes));
  }

  /** A refusal too says the same of both sides. */
  @ParameterizedTest
  @MethodSource("homeward.agreement.RefusalCase#all")
  void refusalsAreTheSameForBothSides(RefusalCase refused) {
    String swapped = refused.text()
        .replace("\"A\"", "\"?\"").replace("\"B\"", "\"A\"").replace("\"?\"", "\"B\"")
        .replace("\"a\"", "\"?\"").replace("\"b\"", "\"a\"").replace("\"?\"", "\"b\"");
    assertThat(Samples.refused(swapped).stream().map(problem -> problem.fault().getClass()))
        .isEqualTo(Samples.refused(refused.text()).stream().map(problem -> problem.fault().getClass()).toList());
  }

  @Test
  void noPartysIdOrNameStandsInTheTermsOrTheWords() {
    Samples.all().forEach(AgreementTest::requireNoNames);
  }

  private static void requireNoNames(Agreement agreement) {
    String signed = new String(Shape.of(Terms.class).write(terms(agreement, Samples.codes(agreement))).canonical(), StandardCharsets.UTF_8);
    String words = new String(agreement.words(), StandardCharsets.UTF_8);
    for (Agreement.Party party : agreement.parties()) {
      assertThat(signed).doesNotContain("\"" + party.id() + "\"").doesNotContain("\"" + party.name() + "\"");
      assertThat(words).doesNotContain("\"" + party.id() + "\"").doesNotContain("\"" + party.name() + "\"");
    }
  }

  private static Terms terms(Agreement agreement, Map<String, PartyId> codes) {
    return agreement.terms(codes, Digest.of(agreement.words()));
  }

  @Test
  void theWordsChangeWithADefinition() {
    Agreement other = Samples.read(Samples.with("Everybody else.", "Everybody but minors."));
    assertThat(other.words()).isNotEqualTo(SMALL.words());
  }

  /** Of the days of public record: 390 = 270 + 120, then 307, then 303, so 1,000 = 880 + 120. */
  @Test
  void theReferenceAddsUp() {
    Agreement reference = Agreements.named("reference");
    for (String side : List.of("A", "B")) {
      assertThat(reference.quota(side, "military")).isEqualTo(880);
      assertThat(reference.quota(side, "civilian")).isEqualTo(120);
      assertThat(reference.tranches()).extracting(tranche -> tranche.counted(side, "military")).containsExactly(270, 307, 303);
    }
    assertThat(reference.agreedOn()).isEqualTo(LocalDate.of(2025, 5, 16));
    assertThat(reference.conduct().directRepatriation()).isTrue();
    assertThat(reference.party("M").functions())
        .containsExactly(Function.HOST, Function.KEEPER, Function.CLEARANCE, Function.HANDOVER, Function.AUTHORISER);
  }

  @Test
  void theOthersHaveTheShapeTheyAreNamedFor() {
    assertThat(Agreements.named("unequal").quota("A", "military")).isEqualTo(230);
    assertThat(Agreements.named("unequal").quota("B", "military")).isEqualTo(240);
    assertThat(Agreements.named("outside").tranches().getFirst().uncounted("A", "civilian")).isEqualTo(2);
    assertThat(Agreements.named("one-sided").party("B").onPaper()).isTrue();
    assertThat(Agreements.named("one-sided").holder(Function.AUTHORISER)).isEmpty();
    assertThat(Agreements.named("all-for-all").category("civilian").all()).isTrue();
    assertThat(Agreements.named("equivalents").category("officers").weight()).isEqualTo(3);
    assertThat(Agreements.named("keeper-silent").party("M").functions()).contains(Function.KEEPER);
    assertThat(Agreements.named("keeper-silent").party("N").onPaper()).isFalse();
  }

  @Test
  void whatATrancheCarriesWholeIsToldInCodesOfTheLog() {
    Agreement agreement = Agreements.named("all-for-all");
    Map<String, PartyId> codes = Samples.codes(agreement);
    assertThat(agreement.everybody(codes)).isEqualTo(Map.of(
        2, Map.of(codes.get("A"), Set.of("civilian"), codes.get("B"), Set.of("civilian"))));
    assertThat(SMALL.everybody(Samples.codes(SMALL))).isEmpty();
  }

  /** Edge case 29: what is left unpaid when the second day is called off is what the later exchange pays. */
  @Test
  void theLaterExchangePaysTheDebtOfTheFirst() {
    Agreement.Tranche played = Agreements.named("debt-first").tranches().getFirst();
    int debt = played.counted("A", "military") - played.counted("B", "military");
    Digest closing = Digest.of(new byte[] {1});
    assertThat(Agreements.named("debt-later").citing(closing).balance().debts())
        .containsExactly(new Agreement.Debt("A", "military", debt, closing));
  }

  @Test
  void anUnknownNameIsOurOwnFault() {
    assertThatThrownBy(() -> Agreements.named("reference2")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theSameSeedInventsTheSameAgreement() {
    assertThat(Agreements.generated(7)).isEqualTo(Agreements.generated(7)).isNotEqualTo(Agreements.generated(8));
  }

  @Test
  void inventedOnesHaveEveryShape() {
    Set<String> shapes = new HashSet<>();
    List<Integer> quotas = new ArrayList<>();
    Samples.generated().forEach(agreement -> {
      shapes.add(agreement.balance().parity().name());
      note(shapes, !agreement.balance().surplus().isEmpty(), "surplus");
      note(shapes, !agreement.balance().debts().isEmpty(), "debt");
      note(shapes, agreement.categories().stream().anyMatch(Agreement.Category::all), "all for all");
      note(shapes, agreement.categories().stream().anyMatch(category -> category.weight() > 1), "equivalents");
      note(shapes, agreement.sides().stream().anyMatch(Agreement.Party::onPaper), "on paper");
      note(shapes, agreement.holder(Function.AUTHORISER).isEmpty(), "no authoriser");
      note(shapes, agreement.tranches().stream().anyMatch(tranche -> !tranche.outside().values().stream().allMatch(Map::isEmpty)), "outside");
      shapes.add(agreement.thirdParties().size() + " third parties");
      shapes.add(agreement.tranches().size() + " tranches");
      agreement.sides().forEach(side -> agreement.categories().forEach(category -> quotas.add(agreement.quota(side.id(), category.code()))));
    });
    assertThat(shapes).containsExactlyInAnyOrder(
        "EQUAL", "AS_AGREED", "surplus", "debt", "all for all", "equivalents", "on paper", "no authoriser", "outside",
        "0 third parties", "1 third parties", "2 third parties", "1 tranches", "2 tranches", "3 tranches");
    assertThat(quotas).allMatch(quota -> quota < 40);
  }

  private static void note(Set<String> shapes, boolean has, String shape) {
    if (has) {
      shapes.add(shape);
    }
  }
}
