package homeward.ledger;

import static homeward.ledger.Judging.FRIDAY;
import static homeward.ledger.Judging.LEDGER;
import static homeward.ledger.Judging.SIDES;
import static homeward.ledger.Judging.dated;
import static homeward.ledger.Judging.judge;
import static homeward.ledger.Judging.only;
import static homeward.ledger.Judging.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.intake.Report;
import homeward.language.Quantity;
import homeward.language.Span;
import homeward.language.When;
import homeward.ledger.Judgement.Verdict;
import homeward.reports.Claim;
import homeward.reports.Claim.Basis;
import homeward.reports.Claim.Mark;
import homeward.reports.Claim.Measure;
import homeward.reports.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How claims stand to the ledger: each verdict with the wording that earns it and one that does not. */
class JudgeTest {
  @Test
  void aCountOfEachSideAgreesOrContradicts() {
    assertThat(verdict("On 12 September 2031 each side released 390 prisoners.")).isEqualTo(Verdict.AGREES);
    assertThat(verdict("On 12 September 2031 each side released 391 prisoners.")).isEqualTo(Verdict.CONTRADICTS);
  }

  @Test
  void theArithmeticIsInTheExplanation() {
    assertThat(only("On 12 September 2031 each side released 390 prisoners.").explanation())
        .contains("270 military + 120 civilian = 390");
    assertThat(only("On 12 September 2031 a total of 780 prisoners were released by both sides.").explanation())
        .contains("780 = 2 x 390");
    assertThat(only("On 13 and 14 September 2031 over 1,200 soldiers were freed by both sides.").explanation())
        .contains("614 + 606 = 1,220: days 2 and 3, both sides; day 1 left out");
  }

  @Test
  void bothSidesTogetherIsAVerdictOfItsOwn() {
    assertThat(verdict("On 12 September 2031 a total of 780 prisoners were released by both sides."))
        .isEqualTo(Verdict.AGREES_BOTH_SIDES);
    assertThat(verdict("On 12 September 2031 a total of 390 prisoners were released by both sides together."))
        .isEqualTo(Verdict.CONTRADICTS);
  }

  @Test
  void anOpenBasisIsAmbiguousWhenOnlyOneReadingIsTrue() {
    Judgement judgement = only("In the exchange of 12 September 2031 390 prisoners were freed.");
    assertThat(judgement.verdict()).isEqualTo(Verdict.AMBIGUOUS);
    assertThat(judgement.explanation()).contains("each side").contains("780");
  }

  @Test
  void anOpenBasisCountsBothSidesWhenOnlyTheirSumFits() {
    Judgement judgement = only("In the exchange of 12 September 2031 nearly 800 prisoners were freed.");
    assertThat(judgement.verdict()).isEqualTo(Verdict.AGREES_BOTH_SIDES);
    assertThat(judgement.basis()).isEqualTo(Basis.BOTH_SIDES);
  }

  private static Judgement judged(Measure measure, long people, Basis basis, LocalDate day, LocalDate written, Mark... marks) {
    Claim claim = new Claim(new Claim.What(measure, "all", people, Quantity.Qualifier.EXACT, ""),
        new Claim.Whose(basis, "", true), When.day(day, true), "", Set.of(marks), new Span(0, 1));
    List<Judgement> judgements = new Judge(LEDGER).judge(
        new Reading(Report.of("report", "-"), Optional.of(written), List.of(claim), List.of(), List.of(), Set.of()));
    assertThat(judgements).hasSize(1);
    return judgements.getFirst();
  }

  private static Judgement exchanged(long people, Basis basis, LocalDate day, Mark... marks) {
    return judged(Measure.EXCHANGED, people, basis, day, FRIDAY.plusDays(3), marks);
  }

  @Test
  void aBasisThatIsNotSureGivesWayToOneOnWhichTheClaimIsTrue() {
    assertThat(exchanged(780, Basis.PER_SIDE, FRIDAY).verdict()).isEqualTo(Verdict.CONTRADICTS);
    Judgement both = exchanged(780, Basis.PER_SIDE, FRIDAY, Mark.OPEN);
    assertThat(both.verdict()).isEqualTo(Verdict.AGREES_BOTH_SIDES);
    assertThat(both.basis()).isEqualTo(Basis.BOTH_SIDES);
    assertThat(both.explanation()).contains("780 = 2 x 390").contains("may also mean another basis");
    assertThat(exchanged(390, Basis.BOTH_SIDES, FRIDAY, Mark.OPEN).verdict()).isEqualTo(Verdict.AMBIGUOUS);
  }

  @Test
  void aClaimThatIsTrueOnNoReadingStaysFalse() {
    Judgement judgement = exchanged(350, Basis.PER_SIDE, FRIDAY, Mark.OPEN, Mark.DAY_OPEN);
    assertThat(judgement.verdict()).isEqualTo(Verdict.CONTRADICTS);
    assertThat(judgement.basis()).isEqualTo(Basis.PER_SIDE);
  }

  @Test
  void aBasisThatIsNotSureStaysWhereTheClaimIsTrueOnIt() {
    Judgement judgement = exchanged(390, Basis.PER_SIDE, FRIDAY, Mark.OPEN);
    assertThat(judgement.verdict()).isEqualTo(Verdict.AGREES);
    assertThat(judgement.explanation()).doesNotContain("may also mean");
  }

  @Test
  void aDayThatIsNotSureGivesWayToOneOnWhichTheClaimIsTrue() {
    assertThat(exchanged(390, Basis.PER_SIDE, FRIDAY.plusDays(1)).verdict()).isEqualTo(Verdict.CONTRADICTS);
    Judgement open = exchanged(390, Basis.PER_SIDE, FRIDAY.plusDays(1), Mark.DAY_OPEN);
    assertThat(open.verdict()).isEqualTo(Verdict.AGREES);
    assertThat(open.explanation()).contains("12 September").contains("may also mean another day");
  }

  @Test
  void aWeekdayIsSureWhereItLeadsToADayOfHandover() {
    assertThat(exchanged(390, Basis.PER_SIDE, FRIDAY.plusDays(1), Mark.BY_WEEKDAY).verdict()).isEqualTo(Verdict.CONTRADICTS);
    assertThat(exchanged(390, Basis.PER_SIDE, FRIDAY.plusDays(7), Mark.BY_WEEKDAY).verdict()).isEqualTo(Verdict.AGREES);
  }

  @Test
  void whatWasAgreedIsTakenForDoneWhereAllHadGoneHomeBeforeTheReport() {
    LocalDate after = FRIDAY.plusDays(3);
    assertThat(judged(Measure.AGREED, 1000, Basis.PER_SIDE, after, after, Mark.PERHAPS_DONE).claim().what().measure())
        .isEqualTo(Measure.EXCHANGED);
    assertThat(judged(Measure.AGREED, 1000, Basis.PER_SIDE, after, after).claim().what().measure()).isEqualTo(Measure.AGREED);
    LocalDate during = FRIDAY.plusDays(2);
    assertThat(judged(Measure.AGREED, 1000, Basis.PER_SIDE, during, during, Mark.PERHAPS_DONE).claim().what().measure())
        .isEqualTo(Measure.AGREED);
  }

  @Test
  void aCountToldOnceExactlyAndOnceRoughlyIsOneClaim() {
    assertThat(judge(LEDGER, """
        12 September 2031

        On Friday Norlandia and Vestria each released 270 soldiers and about 120 civilians. The 120 civilians on each side were home by noon.
        """)).extracting(judgement -> judgement.claim().what().value()).containsExactly(270L, 120L);
  }

  /** Soon after the exchange another number is wrong; weeks later it is another agreement. */
  @Test
  void anotherNumberPromisedLongAfterTheExchangeIsAnotherAgreements() {
    assertThat(verdict("16 September 2031\n\nEach side agreed to free 1,200 prisoners.")).isEqualTo(Verdict.CONTRADICTS);
    assertThat(verdict("30 September 2031\n\nEach side agreed to free 1,200 prisoners.")).isEqualTo(Verdict.OUTSIDE);
  }

  @Test
  void atLeastSoManyPromisedWhenAllHaveGoneHomeIsTheNextAgreements() {
    assertThat(verdict("13 September 2031\n\nEach side agreed to free at least 1,000 prisoners.")).isEqualTo(Verdict.AGREES);
    assertThat(verdict("16 September 2031\n\nEach side agreed to free at least 1,000 prisoners.")).isEqualTo(Verdict.OUTSIDE);
  }

  /** A date of its own decides; without one the day of the report does. */
  @Test
  void aStageToldLongAfterTheExchangeIsAnotherExchanges() {
    assertThat(verdict("16 September 2031\n\nThe exchange between Norlandia and Vestria has been completed.")).isEqualTo(Verdict.AGREES);
    assertThat(verdict("3 January 2032\n\nThe exchange between Norlandia and Vestria has been completed.")).isEqualTo(Verdict.OUTSIDE);
    assertThat(verdict("20 August 2031\n\nThe exchange between Norlandia and Vestria has been completed.")).isEqualTo(Verdict.OUTSIDE);
  }

  @Test
  void theRightNumberOnTheWrongDayContradicts() {
    Judgement judgement = only("On 13 September 2031 each side released 303 prisoners.");
    assertThat(judgement.verdict()).isEqualTo(Verdict.CONTRADICTS);
  }

  @Test
  void anotherExchangeIsOutside() {
    assertThat(verdict("On 3 April 2031 each side released 205 prisoners in an exchange.")).isEqualTo(Verdict.OUTSIDE);
    assertThat(verdict("Since the war began 4,500 prisoners have been exchanged.")).isEqualTo(Verdict.OUTSIDE);
  }

  @Test
  void aPartThatTheLedgerDoesNotCountIsOutside() {
    assertThat(verdict("Among the Norlandian soldiers released on 14 September 2031 were 27 who defended the port."))
        .isEqualTo(Verdict.OUTSIDE);
  }

  @Test
  void anExchangeOfOtherStatesIsOutside() {
    assertThat(judge(LEDGER, "Chile and Peru exchanged prisoners. On 12 September 2031 Chile and Peru each released 390 prisoners."))
        .allMatch(judgement -> judgement.verdict() == Verdict.OUTSIDE);
  }

  @Test
  void completedIsTrueOnTheLastDayOnly() {
    assertThat(verdict("On 12 September 2031 the prisoner exchange was completed.")).isEqualTo(Verdict.CONTRADICTS);
    assertThat(verdict("On 14 September 2031 the prisoner exchange was completed.")).isEqualTo(Verdict.AGREES);
  }

  @Test
  void partsOfOneExchangeAreNoSecondExchange() {
    assertThat(verdict("On 14 September 2031 the second prisoner exchange in a week took place.")).isEqualTo(Verdict.CONTRADICTS);
    assertThat(verdict("On 13 September 2031 the second part of the exchange took place.")).isEqualTo(Verdict.AGREES);
    assertThat(verdict("On 14 September 2031 the second part of the exchange took place.")).isEqualTo(Verdict.CONTRADICTS);
  }

  @Test
  void whatWasAgreedIsJudgedByTheAgreement() {
    assertThat(verdict("The sides agreed to exchange 1,000 prisoners each.")).isEqualTo(Verdict.AGREES);
    assertThat(verdict("The sides agreed to exchange 2,000 prisoners each.")).isEqualTo(Verdict.CONTRADICTS);
  }

  /** (26) 230 for 248, published as 230 each. */
  @Test
  void unequalCountsAreJudgedBySide() {
    Ledger unequal = Ledgers.unequal(SIDES, FRIDAY, 230, 248);
    assertThat(judge(unequal, "On 12 September 2031 230 Norlandian soldiers were exchanged for 248 Vestrian soldiers."))
        .extracting(Judgement::verdict).containsExactly(Verdict.AGREES, Verdict.AGREES);
    assertThat(judge(unequal, "On 12 September 2031 248 Norlandian soldiers came home."))
        .extracting(Judgement::verdict).containsExactly(Verdict.CONTRADICTS);
    assertThat(judge(unequal, "On 12 September 2031 each side released 230 soldiers."))
        .extracting(Judgement::verdict).containsExactly(Verdict.AMBIGUOUS);
  }

  /** (32) 115 + 115 reported as 230. */
  @Test
  void twoHalvesReportedAsOneNumberCountBothSides() {
    Ledger equal = Ledgers.equal(SIDES, FRIDAY.minusDays(7), List.of(new Ledgers.Day(FRIDAY, 115, 0)));
    assertThat(judge(equal, "Norlandia and Vestria exchanged 230 prisoners on 12 September 2031."))
        .extracting(Judgement::verdict).containsExactly(Verdict.AGREES_BOTH_SIDES);
  }

  @Test
  void aDayOfTheWeekSixDaysBackIsTheDayAfterThePageWasStamped() {
    assertThat(dated(FRIDAY, "On Saturday each side released 307 soldiers.")).singleElement().satisfies(judged -> {
      assertThat(judged.verdict()).isEqualTo(Verdict.AGREES);
      assertThat(judged.eventDate()).isEqualTo("2031-09-13");
    });
  }

  @Test
  void theDayOfTheTalksIsNotTheDayOfWriting() {
    List<Judgement> judged = judge(LEDGER, """
        On September 5, 2031, in Port Selin, the exchange of prisoners had been agreed upon.
        On Sunday 303 prisoners were handed over to each side.
        """);
    assertThat(judged).singleElement().satisfies(claim -> {
      assertThat(claim.verdict()).isEqualTo(Verdict.AGREES);
      assertThat(claim.eventDate()).isEqualTo("2031-09-14");
    });
  }

  @Test
  void aDayOnWhichItIsDueToGoOnDatesNothingDone() {
    String text = "The exchange started on Friday, when each side freed 390 prisoners in a swap due to continue on Saturday and Sunday.";
    assertThat(dated(FRIDAY, text)).singleElement().satisfies(claim -> assertThat(claim.eventDate()).isEqualTo("2031-09-12"));
  }

  @Test
  void aNumberMuchSmallerThanOneThatIsRightIsOfAPart() {
    String whole = "On 14 September 2031 each side released 303 soldiers. ";
    assertThat(judge(LEDGER, whole + "Norlandia got back 70 servicemen on Sunday.").getLast().verdict()).isEqualTo(Verdict.OUTSIDE);
    assertThat(judge(LEDGER, whole + "Norlandia got back 290 servicemen on Sunday.").getLast().verdict()).isEqualTo(Verdict.CONTRADICTS);
    assertThat(verdict("Norlandia got back 70 servicemen on 14 September 2031.")).isEqualTo(Verdict.CONTRADICTS);
  }

  @Test
  void aWrongCountOfAKindIsNoPartOfAll() {
    String whole = "On 12 September 2031 each side released 390 prisoners. ";
    assertThat(judge(LEDGER, whole + "Norlandia got back 100 civilians on Friday.").getLast().verdict()).isEqualTo(Verdict.CONTRADICTS);
    assertThat(judge(LEDGER, whole + "Norlandia got back 150 soldiers on Friday.").getLast().verdict()).isEqualTo(Verdict.CONTRADICTS);
  }

  @Test
  void aSumOfDaysIsJudgedUpToTheDayOfWriting() {
    String text = "On Friday 390 prisoners returned to Norlandia. 697 prisoners have been returned to Norlandia in these days.";
    assertThat(dated(FRIDAY.plusDays(1), text).getLast().verdict()).isEqualTo(Verdict.AGREES);
    assertThat(dated(FRIDAY, text).getLast().verdict()).isEqualTo(Verdict.CONTRADICTS);
  }

  @Test
  void whatTheLedgerDoesNotCountOnADayOfTheExchangeIsNoOtherExchange() {
    Judgement men = only("On 13 September 2031 Norlandia got back 307 men.");
    assertThat(men.verdict()).isEqualTo(Verdict.OUTSIDE);
    assertThat(men.explanation()).isEqualTo("The ledger has no count of that kind (men).");
  }

  @Test
  void whatFollowedOnADayIsDatedByIt() {
    List<Judgement> judged = dated(FRIDAY.plusDays(2), """
        On Sunday Norlandia and Vestria ended an exchange of prisoners. Each side released 303 soldiers. The talks were held in Port Selin.
        270 soldiers and 120 civilians were exchanged by both sides on Friday, and a 307-for-307 swap of military personnel followed on Saturday.
        """);
    assertThat(judged).anySatisfy(claim -> {
      assertThat(claim.claim().what().value()).isEqualTo(307);
      assertThat(claim.eventDate()).isEqualTo("2031-09-13");
      assertThat(claim.verdict()).isEqualTo(Verdict.AGREES);
    });
  }

  @Test
  void aPartIsOfTheDayOnWhichItBegan() {
    List<Judgement> judged = dated(FRIDAY.plusDays(2), """
        Norlandia and Vestria have exchanged prisoners. The first part of the exchange began on Saturday. It was raining.
        Each side released 303 soldiers on Sunday.
        """);
    assertThat(judged.getFirst().claim().what().wording()).isEqualTo("first part");
    assertThat(judged.getFirst().verdict()).isEqualTo(Verdict.CONTRADICTS);
  }

  @Test
  void theDayOfAnAirRaidIsNoDayOfTheExchange() {
    List<Judgement> judged = dated(FRIDAY.plusDays(2), """
        On Saturday Norlandia and Vestria swapped hundreds more prisoners. On Sunday, officials said, Vestria sent a second round of drones.

        Each side brought home 307 soldiers, a day after each had released a total of 390 people.
        """);
    assertThat(judged).anySatisfy(claim -> {
      assertThat(claim.claim().what().value()).isEqualTo(390);
      assertThat(claim.eventDate()).isEqualTo("2031-09-12");
      assertThat(claim.verdict()).isEqualTo(Verdict.AGREES);
    });
  }

  @Test
  void soManySoldiersAreFalseWhereSoManyPeopleOfEveryKindWereAgreed() {
    Judgement soldiers = only("The sides agreed to exchange 1,000 soldiers each.");
    assertThat(soldiers.verdict()).isEqualTo(Verdict.CONTRADICTS);
    assertThat(soldiers.explanation()).isEqualTo("The ledger has 1,000 a side were agreed on 5 September, people of every kind.");
    Ledger ofSoldiers = Ledgers.equal(SIDES, LocalDate.of(2031, 9, 5), List.of(new Ledgers.Day(FRIDAY, 1000, 0)));
    assertThat(judge(ofSoldiers, "The sides agreed to exchange 1,000 soldiers each.")).singleElement()
        .satisfies(judgement -> assertThat(judgement.verdict()).isEqualTo(Verdict.AGREES));
  }

  /** Of the first day the reference ledger knows that three women came to one side, of the others nothing. */
  @Test
  void aKindThatSomeDaysDoNotCountIsFalseOnlyOfTheOthers() {
    assertThat(women(5, When.UNKNOWN)).isEqualTo(Verdict.OUTSIDE);
    assertThat(women(3, When.UNKNOWN)).isEqualTo(Verdict.AGREES);
    assertThat(women(5, When.day(LocalDate.of(2025, 5, 23), true))).isEqualTo(Verdict.CONTRADICTS);
  }

  private static Verdict women(long women, When when) {
    LedgerReader.Answer read = LedgerReader.read(LedgerReader.reference());
    assertThat(read).isInstanceOf(LedgerReader.Answer.Sound.class);
    Ledger reference = ((LedgerReader.Answer.Sound) read).ledger();
    Claim claim = new Claim(new Claim.What(Measure.EXCHANGED, "women", women, Quantity.Qualifier.EXACT, ""),
        new Claim.Whose(Basis.TO_ONE_SIDE, "A", true), when, "", Set.of(), new Span(0, 1));
    return new Judge(reference).judge(new Reading(Report.of("report", "-"), Optional.of(LocalDate.of(2025, 5, 26)), List.of(claim),
        List.of(), List.of(), Set.of())).getFirst().verdict();
  }
}
