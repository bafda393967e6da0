package homeward.ledger;

import static homeward.ledger.Judging.FRIDAY;
import static homeward.ledger.Judging.LEDGER;
import static homeward.ledger.Judging.SIDES;
import static homeward.ledger.Judging.dated;
import static homeward.ledger.Judging.judge;
import static homeward.ledger.Judging.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.intake.Report;
import homeward.language.Quantity;
import homeward.language.Span;
import homeward.language.When;
import homeward.ledger.Judgement.Verdict;
import homeward.reports.Claim;
import homeward.reports.Claim.Basis;
import homeward.reports.Claim.Measure;
import homeward.reports.Reading;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the claims of one report, and the words beside a claim, say of its day and of its people. */
class TogetherTest {
  @Test
  void atLeastSoManyBesideTheAgreedNumberIsTheNextAgreements() {
    List<Claim> claims = Stream.of(Quantity.Qualifier.AT_LEAST, Quantity.Qualifier.EXACT).map(qualifier -> new Claim(
        new Claim.What(Measure.AGREED, "all", 1000, qualifier, ""), new Claim.Whose(Basis.PER_SIDE, "", true), When.UNKNOWN, "",
        Set.of(), new Span(0, 1))).toList();
    List<Judgement> judged = new Judge(LEDGER).judge(
        new Reading(Report.of("report", "-"), Optional.of(FRIDAY), claims, List.of(), List.of(), Set.of()));
    assertThat(judged).extracting(Judgement::verdict).containsExactly(Verdict.OUTSIDE, Verdict.AGREES);
  }

  @Test
  void completedWithoutADayIsTrueAsFarAsTheReportsOwnCountsCome() {
    String completed = "On %s each side released %d soldiers.\n\nNorlandia and Vestria have completed a prisoner exchange.";
    assertThat(dated(FRIDAY.plusDays(2), completed.formatted("Saturday", 307)).getLast().verdict()).isEqualTo(Verdict.CONTRADICTS);
    assertThat(dated(FRIDAY.plusDays(2), completed.formatted("Sunday", 303)).getLast().verdict()).isEqualTo(Verdict.AGREES);
    assertThat(dated(FRIDAY.plusDays(4), completed.formatted("Saturday", 307)).getLast().verdict()).isEqualTo(Verdict.AGREES);
  }

  /** The stamp of a picture is older than the text: a report that tells of Sunday was not written on Friday. */
  @Test
  void aReportIsNoOlderThanTheLastDayThatItTellsOfRightly() {
    List<Judgement> judged = dated(FRIDAY, """
        On 14 September 2031 each side released 303 soldiers. The exchange of prisoners was the largest of the war.

        Norlandia received 880 soldiers, officials said.
        """);
    assertThat(judged).extracting(Judgement::verdict).containsOnly(Verdict.AGREES);
  }

  /** As many civilians came on the first day as on all days together: that proves nothing of the last. */
  @Test
  void aNumberThatIsAsTrueOfAnEarlierDayDoesNotMakeAReportNewer() {
    List<Judgement> judged = judge(LEDGER, """
        Norlandia and Vestria complete an exchange of prisoners

        Each side released 390 prisoners. Norlandia got back 270 soldiers and 120 civilians, and more are to follow.
        """);
    assertThat(judged).filteredOn(judgement -> judgement.measure() == Measure.STAGE).extracting(Judgement::verdict)
        .containsExactly(Verdict.CONTRADICTS);
  }

  @Test
  void theFollowingDayIsTheDayAfterTheOneLastTold() {
    for (String words : List.of("The following day", "The next day", "A day later")) {
      assertThat(dated(FRIDAY.plusDays(3), "On Friday each side released 390 prisoners. " + words
          + " each side released 307 more, and on Sunday the last 303 on each side went home."))
          .filteredOn(judgement -> judgement.claim().what().value() == 307)
          .singleElement().satisfies(judgement -> {
            assertThat(judgement.eventDate()).as(words).isEqualTo("2031-09-13");
            assertThat(judgement.claim().when().from()).as(words).contains(FRIDAY.plusDays(1));
          });
    }
  }

  @Test
  void numbersInARowAreOfAsManyDays() {
    List<Judgement> judged = judge(LEDGER,
        "The exchange began on 12 September 2031, and each side released groups of 390, 307 and 303 prisoners over three days.");
    assertThat(judged).extracting(judgement -> judgement.claim().what().value()).contains(390L, 307L, 303L);
    assertThat(judged).extracting(Judgement::verdict).containsOnly(Verdict.AGREES);
  }

  @Test
  void whatAnEarlierSwapCountedIsOfAnotherDay() {
    assertThat(dated(FRIDAY.plusDays(1), "On Saturday each side released 307 soldiers, after an earlier swap of 390 prisoners on each side."))
        .extracting(Judgement::verdict).containsOnly(Verdict.AGREES);
    assertThat(dated(FRIDAY.plusDays(2), "On Sunday each side released 303 soldiers. On Saturday 390 on each side followed the exchange."))
        .extracting(Judgement::verdict).containsExactly(Verdict.AGREES, Verdict.CONTRADICTS);
    assertThat(dated(FRIDAY.plusDays(1), "On Saturday each side released 390 prisoners."))
        .extracting(Judgement::verdict).containsOnly(Verdict.CONTRADICTS);
  }

  @Test
  void peopleWhoHadBeenSentencedAreAPart() {
    assertThat(verdict("On 12 September 2031 Vestria got back 70 civilians convicted of spying.")).isEqualTo(Verdict.OUTSIDE);
    assertThat(verdict("On 12 September 2031 Vestria got back 70 civilians who were to be expelled.")).isEqualTo(Verdict.OUTSIDE);
    assertThat(verdict("On 12 September 2031 Vestria got back 70 civilians.")).isEqualTo(Verdict.CONTRADICTS);
  }

  /** "1,000 for 1,000" names what was agreed; said to have been carried out in days that are told, it is told too early. */
  @Test
  void aFormulaCarriedOutBeforeItsEndContradicts() {
    Function<String, Verdict> formula = sentence -> dated(FRIDAY.plusDays(1), """
        Norlandia and Vestria go on with their exchange of prisoners. On Saturday 307 soldiers were released on each side.

        """ + sentence).stream().filter(judgement -> judgement.claim().what().value() == 1000).findFirst().orElseThrow().verdict();
    assertThat(formula.apply("In the past two days they have carried out the exchange of 1,000 people for 1,000 people."))
        .isEqualTo(Verdict.CONTRADICTS);
    assertThat(formula.apply("The exchange of 1,000 for 1,000 goes on.")).isEqualTo(Verdict.AGREES);
  }

  /** Nobody knows civilians of Saturday: 120 of them came on Friday; five may have come besides. */
  @Test
  void theRightNumberOnADayWithoutItsKindContradicts() {
    assertThat(verdict("On 13 September 2031 each side released 120 civilians.")).isEqualTo(Verdict.CONTRADICTS);
    assertThat(verdict("On 13 September 2031 each side released 5 civilians.")).isEqualTo(Verdict.OUTSIDE);
  }

  @Test
  void peopleOfOneYearsCaptivityOrOneForceAreAPart() {
    assertThat(verdict("On 14 September 2031 200 soldiers of the Ground Forces came home to Norlandia.")).isEqualTo(Verdict.OUTSIDE);
    assertThat(verdict("On 14 September 2031 200 soldiers who had been taken captive in the north came home to Norlandia."))
        .isEqualTo(Verdict.OUTSIDE);
    assertThat(verdict("On 14 September 2031 200 soldiers came home to Norlandia.")).isEqualTo(Verdict.CONTRADICTS);
  }

  @Test
  void theDateOfAPictureDatesAPageThatHasNoOther() {
    String page = "The Norlandian delegation at the talks in Port Selin%s.\n\nEach side agreed on Monday to free at least 1,000 prisoners.";
    assertThat(verdict(page.formatted(" on 2 October 2031"))).isEqualTo(Verdict.OUTSIDE);
    assertThat(verdict(page.formatted(""))).isEqualTo(Verdict.AGREES);
  }

  @Test
  void anExchangeThatHasOnlyBeenAgreedStandsInNobodysWay() {
    Ledger.Exchange agreed = new Ledger.Exchange("next", Ledger.Standing.RECORD, SIDES, Optional.empty(), Optional.empty(), List.of(),
        Optional.empty());
    Ledger two = new Ledger(Ledger.FORMAT, "a test", List.of(agreed, LEDGER.exchanges().getFirst()));
    assertThat(judge(two, """
        On 14 September 2031 each side released 303 soldiers.

        Norlandia and Vestria have completed a prisoner exchange.
        """)).extracting(Judgement::verdict).containsOnly(Verdict.AGREES);
  }
}
