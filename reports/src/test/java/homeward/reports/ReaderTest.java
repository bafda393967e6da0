package homeward.reports;

import static homeward.reports.Texts.told;
import static homeward.reports.Texts.read;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.intake.Report;
import homeward.language.Language;
import homeward.language.Sides;
import homeward.reports.Claim.Basis;
import homeward.reports.Claim.Mark;
import homeward.reports.Claim.Measure;
import homeward.reports.Reading.Remark;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for a report as a whole, beyond single sentences. */
class ReaderTest {
  private static final Reader READER = new Reader(Language.english());

  private static Claim only(Reading reading) {
    assertThat(reading.claims()).hasSize(1);
    return reading.claims().getFirst();
  }

  @Test
  void whatIsSaidTwiceCountsOnce() {
    Reading reading = read("""
        Norland and Vestria exchange 303 prisoners
        On Sunday, 14 September 2031, Norland and Vestria each released 303 prisoners.
        The 303 prisoners were exchanged at the border.
        """);
    assertThat(only(reading).whose().basis()).isEqualTo(Basis.PER_SIDE);
  }

  @Test
  void anOpenBasisIsWorkedOutFromTheReportsOtherFigures() {
    Reading reading = read("Norland and Vestria each released 390 prisoners on Friday. So far 780 people have been exchanged.");
    Claim both = reading.claims().getLast();
    assertThat(both.whose().basis()).isEqualTo(Basis.BOTH_SIDES);
    assertThat(both.is(Mark.WORKED_OUT)).isTrue();
  }

  /** Each side's, both sides', one side's: no basis is likely, but that so many were freed is. */
  @Test
  void aCountIsToldThoughNoBasisIsLikely() {
    Reading reading = read("""
        Norland and Vestria have started what may become the largest swap of prisoners of the war

        May 24, 2031

        The swap was agreed a week ago, where delegations of both countries sat at one table for the first time in three years.

        Relatives saw more than 600 freed in these two days, the soldiers first. The swap is to run into the weekend. Families with flags
        and photographs waited at the meeting point in the north from early morning.

        "My husband may be among them," said one of the women. Officials did not say how many more buses would come.
        """);
    assertThat(reading.claims()).anySatisfy(claim -> {
      assertThat(claim.what().value()).isEqualTo(600);
      assertThat(claim.marks()).contains(Mark.OPEN);
    });
  }

  @Test
  void aDayIsSureThatASentenceNamesAlone() {
    Reading date = read("On 5 September 2031 Norland and Vestria each released 390 prisoners.");
    assertThat(only(date).marks()).doesNotContain(Mark.DAY_OPEN, Mark.BY_WEEKDAY);
    Reading weekday = read("5 September 2031\n\nOn Friday Norland and Vestria each released 390 prisoners.");
    assertThat(only(weekday).marks()).contains(Mark.BY_WEEKDAY).doesNotContain(Mark.DAY_OPEN);
  }

  @Test
  void aDayIsNotSureThatASentenceLeavesOut() {
    assertThat(only(read("5 September 2031\n\nNorland and Vestria each released 390 prisoners.")).marks()).contains(Mark.DAY_OPEN);
  }

  @Test
  void aDayIsNotSureBesideAnother() {
    Reading reading = read("6 September 2031\n\nOn Friday both sides released 390 people each, and on Saturday 307 soldiers each.");
    assertThat(reading.claims()).isNotEmpty().allMatch(claim -> claim.is(Mark.DAY_OPEN));
  }

  @Test
  void theSidesAreThoseWhoseExchangeIsReported() {
    Reading reading = read("Norland and Vestria exchanged prisoners. The 303 Norlandic soldiers came home. Later 305 Vestrian soldiers came home.");
    assertThat(reading.claims()).allMatch(claim -> claim.whose().basis() == Basis.TO_ONE_SIDE);
    assertThat(reading.claims()).extracting(claim -> claim.whose().side()).containsExactly("Norland", "Vestria");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,000", "1.000", "1 000", "1\u202f000", "1\u2009000", "1\u00a0000", "1'000", "1000", "\u0661\u0660\u0660\u0660",
      "a thousand", "one thousand", "1 thousand", "1.0 thousand", "1,0 thousand"})
  void aThousandIsAThousandHoweverItIsWritten(String written) {
    assertThat(only(read("Each side released " + written + " prisoners on Sunday.")).what().value()).isEqualTo(1000);
  }

  @Test
  void theSameTextGivesTheSameReading() {
    String text = "Norland and Vestria each freed 390 prisoners on Friday, May 23, 2031. So far 780 people have been exchanged.";
    assertThat(read(text)).isEqualTo(read(text));
  }

  @Test
  void aLineThatSaysWhenItWasPublishedDatesTheReport() {
    Reading reading = read("""
        Norland and Vestria each released 205 soldiers on May 6, 2031. (File photo)
        Updated 23 May 2031
        Norland and Vestria each released 390 prisoners on Friday, officials said.
        """);
    assertThat(reading.written()).contains(LocalDate.of(2031, 5, 23));
    assertThat(reading.claims().getLast().when().to()).contains(LocalDate.of(2031, 5, 23));
  }

  @Test
  void aDateWithoutAYearTakesThatOfAFullDateBesideIt() {
    Reading reading = read("VESK, JANUARY 4 (Agency) - Vestria said on Wednesday that 248 of its soldiers were returned."
        + " On January 3, 2029, 230 prisoners were returned to Norland in the exchange.");
    assertThat(reading.written()).contains(LocalDate.of(2029, 1, 4));
  }

  @Test
  void aStretchOfDaysEndsWhenItsDaysAreOver() {
    Reading reading = read("Each side released 1,000 prisoners over a three-day period starting May 23, 2031.");
    assertThat(only(reading).when().to()).contains(LocalDate.of(2031, 5, 25));
  }

  @Test
  void weaponsAreNoPeople() {
    assertThat(read("Norland and Vestria swapped prisoners after Vestria had launched 367 aerial weapons and 298 drones.").claims()).isEmpty();
  }

  @Test
  void theSpeakerIsNamed() {
    Reading reading = read("Norland's Coordination Office said 303 soldiers were returned to Norland in an exchange with Vestria.");
    assertThat(only(reading).speaker()).contains("Coordination Office");
  }

  @Test
  void aYearIsFoundByTheDayOfTheWeek() {
    Reading reading = read("The war began in 2028. On Sunday, September 14, each side released 303 prisoners in an exchange.");
    assertThat(only(reading).when().to()).contains(LocalDate.of(2031, 9, 14));
  }

  @Test
  void aGivenDateResolvesTheDaysOfTheWeek() {
    Report report = new Report("r", "On Friday each side released 390 prisoners in an exchange.",
        Optional.of(LocalDate.of(2031, 9, 14)), List.of());
    assertThat(only(READER.read(report, Sides.UNKNOWN)).when().text()).isEqualTo("2031-09-12");
  }

  @Test
  void respunWordingIsFlagged() {
    Reading respun = read("On Friday each international locations launched 390 prisoners every in a swap.");
    assertThat(only(respun).is(Mark.RESPUN)).isTrue();
    Reading plain = read("On Friday both countries released 390 prisoners each in a swap.");
    assertThat(only(plain).is(Mark.RESPUN)).isFalse();
  }

  @Test
  void theLargestSinceIsARemarkAndNoCount() {
    Reading reading = read("It was the largest prisoner exchange since the war began.");
    assertThat(reading.claims()).isEmpty();
    assertThat(reading.remarks()).extracting(Remark::kind).containsExactly(Remark.Kind.LARGEST);
  }

  @Test
  void spansPointToTheWordsOfTheClaim() {
    String text = "Photo: somebody\nOn Friday each side released more than 390 prisoners in an exchange.";
    assertThat(only(read(text)).span().in(text)).isEqualTo("more than 390 prisoners");
  }

  @Test
  void linesOfAPdfAreJoined() {
    String text = """
        The delegations of the two states have confirmed in a common
        statement that the exchange took place as agreed, and that on
        Friday each side has released three hundred and ninety priso-
        ners of war, who were taken home by bus on the same evening,
        where doctors waited for them. The statement adds that on the
        following days more people will come home, and that both the
        delegations thank all who have taken part in the long talks
        that have made this day possible for so many of the families.
        """;
    assertThat(read(text).claims()).anyMatch(claim -> claim.what().value() == 390 && claim.whose().basis() == Basis.PER_SIDE);
  }

  private static final String COMPLETED = """
      Norland and Vestria complete largest prisoner exchange
      VESK, 14 September 2031 - Norland and Vestria released 303 soldiers each on Sunday, the last day of an exchange agreed in Port Selin.
      It was raining at the border. Relatives had waited there since the early morning with photographs and flags.
      """;

  @Test
  void aPresidentsWelcomeCountsHisOwnPeopleBesideTheCountOfBoth() {
    Reading reading = read(COMPLETED + "\"303 Norlandic defenders are home,\" the president of Norland wrote on Sunday.\n");
    assertThat(told(reading, 303)).extracting(claim -> claim.whose().basis()).containsExactlyInAnyOrder(Basis.PER_SIDE, Basis.TO_ONE_SIDE);
  }

  @Test
  void aSidesOwnCountAsToldByTheReportAddsNothingToTheCountOfBoth() {
    Reading reading = read(COMPLETED + "Vestria's defence ministry said that 303 Vestrian soldiers had been returned on Sunday.\n");
    assertThat(told(reading, 303)).extracting(claim -> claim.whose().basis()).containsExactly(Basis.PER_SIDE);
  }

  @Test
  void whatTheOtherSideGotAsWellIsCountedASide() {
    Reading reading = read("""
        Prisoner exchange between Norland and Vestria
        NORDHAVEN, 12 September 2031 - A large exchange of prisoners took place at the border on Friday.
        According to the Norlandic government 270 soldiers and 120 civilians returned to Norland. Vestria gave the same figures for its side.
        It was raining at the border. Relatives had waited there since the early morning.
        """);
    assertThat(told(reading, 270)).extracting(claim -> claim.whose().basis()).containsExactly(Basis.PER_SIDE);
    assertThat(told(reading, 120)).extracting(claim -> claim.whose().basis()).containsExactly(Basis.PER_SIDE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"prisoners of war (1790)  exchange (905)  border guards (331)", "Tags: army (4,118), exchange (263), captivity (512)",
      "Share this article (118) | Comments (40)", "\u2190 12 September: The bridge of 905 prisoners"})
  void howManyArticlesThereAreIsNoCountOfPeople(String furniture) {
    assertThat(read(COMPLETED + furniture + "\n").claims()).isEqualTo(read(COMPLETED).claims());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00ab303 Norlandic defenders are home\u00bb, the president of Norland wrote.", "Soldiers (303), civilians (0)"})
  void aQuotationOrAListOfKindsIsNoFurniture(String line) {
    Reading reading = read(COMPLETED + line + "\n");
    assertThat(reading.leftOut()).isEqualTo(read(COMPLETED).leftOut());
  }

  @Test
  void aCountOfWhichAllAreMenIsACountOfMenBesides() {
    Reading reading = read(COMPLETED + "Another 277 Norlandic defenders, all of them men, were brought back from captivity on Sunday.\n");
    assertThat(told(reading, 277)).extracting(claim -> claim.what().category()).containsExactlyInAnyOrder("military", "men");
  }

  @Test
  void theThirdAndFinalPhaseIsTheThirdPartAndTheLast() {
    Reading reading = read("""
        Prisoner exchange between Norland and Vestria
        NORDHAVEN, 14 September 2031 - The third and final phase of the exchange between Norland and Vestria was held on Sunday.
        Each side released 303 soldiers at the border. Relatives had waited there since the early morning.
        """);
    assertThat(reading.claims()).filteredOn(claim -> claim.what().measure() == Measure.STAGE)
        .extracting(claim -> claim.what().wording()).containsExactlyInAnyOrder("third part", "last part");
  }

  @Test
  void whatIsCountedOfTheOneSideAndThenOfTheOtherIsCountedASide() {
    Reading reading = read("""
        Prisoner exchange between Norland and Vestria
        NORDHAVEN, 12 September 2031 - A large exchange of prisoners took place at the border on Friday.
        The Norlandic government said that 270 Norlandic soldiers had returned to Norland.
        Vestria's defence ministry announced that 270 Vestrian soldiers had returned to Vestria.
        It was raining at the border. Relatives had waited there since the early morning.
        """);
    assertThat(told(reading, 270)).extracting(claim -> claim.whose().basis()).containsExactly(Basis.PER_SIDE);
  }

  @Test
  void theCountOfOneMonthBesideAnAverageIsNoAverage() {
    Reading reading = read(COMPLETED + """
        Exchanges have become a trade with rules. On average the two sides have exchanged 42 prisoners a month since the war began, \
        and lately far more; in August alone the number was 96.
        In 2029 an average exchange brought 18 people back to Norland, this year more than 75.
        """);
    assertThat(told(reading, 42)).extracting(claim -> claim.what().measure()).containsExactly(Measure.MONTHLY_AVERAGE);
    assertThat(told(reading, 96)).extracting(claim -> claim.what().measure()).containsExactly(Measure.EXCHANGED);
  }

  @Test
  void aHeadlineWithoutAWordOfWhoseStaysOpen() {
    Reading reading = read("""
        More than 850 soldiers go free as Norland and Vestria trade prisoners again
        NORDHAVEN, 14 September 2031 - The exchange between Norland and Vestria ended on Sunday.
        On Friday each side released 390 soldiers, on Saturday 307, on Sunday the last 303.
        It was raining at the border. Relatives had waited there since the early morning with photographs and flags.
        """);
    assertThat(told(reading, 850)).extracting(claim -> claim.whose().basis()).containsExactly(Basis.UNCLEAR);
  }

  @Test
  void theFirstDayOfAVisitAndTheSecondAttackAreNoPartsOfAnExchange() {
    Reading reading = read("""
        Envoy speaks of prisoners in Vesk
        VESK, 16 September 2031 - On the first day of his visit to Vestria the envoy spoke of the exchange of prisoners between Norland and Vestria.
        In two days it was the second major attack on the town, the mayor said. Each side released 303 people on Sunday.
        It was raining at the border. Relatives had waited there since the early morning with photographs and flags.
        """);
    assertThat(reading.claims()).filteredOn(claim -> claim.what().measure() == Measure.STAGE).isEmpty();
  }

  @Test
  void whatASentenceTellsOfOneSideOnlyIsAClaimBesideTheSameNumberOfEach() {
    Reading reading = read(COMPLETED + "On Sunday evening 303 Norlandic soldiers, released from Vestrian captivity, came home to Norland.\n");
    assertThat(told(reading, 303)).extracting(claim -> claim.whose().basis()).containsExactlyInAnyOrder(Basis.PER_SIDE, Basis.TO_ONE_SIDE);
  }

  @Test
  void aDateInFullBehindAStrokeDatesTheReport() {
    Reading reading = read("""
        Your paper for Saltwick, Orrin and all the villages of the lower valley | Monday 15 September 2031
        Norland and Vestria exchange prisoners
        The exchange of captives between Norland and Vestria has ended. Each side freed 303 soldiers.
        """);
    assertThat(reading.written()).contains(LocalDate.of(2031, 9, 15));
  }

  @Test
  void aDateInALineOfCellsDatesTheReportWithItsTime() {
    Reading reading = read("""
        Norland, Vestria swap 303 each
        The Valley Chronicle
        PTN | Nordhaven/Vesk | September 14, 2031 08:11 IST
        Each side released 303 soldiers on Sunday. Before this, the two had exchanged 205 prisoners each on May 6.
        """);
    assertThat(reading.written()).contains(LocalDate.of(2031, 9, 14));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Swap, part two: 303 \u21c4 303.", "Swap, part two: 303 \u2194\ufe0f 303, all soldiers.", "They exchanged 303 prisoners, man for man."})
  void anArrowAndManForManCountEachSide(String sentence) {
    assertThat(READER.drafts(Report.of("report", "Norland and Vestria exchange prisoners. " + sentence), Sides.UNKNOWN).numbers().getFirst().byRules())
        .hasValueSatisfying(claim -> assertThat(claim.whose().basis()).isEqualTo(Basis.PER_SIDE));
  }

  /** An agency gives each sentence a paragraph of its own. */
  @Test
  void theSameNumberOfTheNextParagraphIsThatOfTheWholeAndOfNoPart() {
    Reading reading = read("""
        Buses with freed soldiers reach Nordhaven
        NORDHAVEN, September 14, 2031 (Agency) - Buses from Vestria reached a hospital in the north of Norland on Sunday.
        The buses carried 303 Norlandic soldiers, all privates and sergeants except for 19 officers, the ministry said.
        The same number of Vestrian troops went the other way.
        It was raining at the border. Relatives had waited there since the early morning with photographs and flags.
        """);
    assertThat(told(reading, 303)).extracting(claim -> claim.whose().basis()).containsExactly(Basis.PER_SIDE);
    assertThat(told(reading, 19)).noneMatch(claim -> claim.whose().basis() == Basis.PER_SIDE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Port Selin talks | Tuesday 2 September 2031", "VESK, talks 2 September 2031 (Agency)"})
  void theDayOfTalksAtTheHeadOfAPageDatesNothing(String head) {
    Reading reading = read(head + "\nNorland and Vestria exchange prisoners\nOn Sunday, 14 September 2031, each side freed 303 soldiers.\n");
    assertThat(reading.written()).contains(LocalDate.of(2031, 9, 14));
  }

  @Test
  void theTwoNumbersOfAFormulaAreOneClaim() {
    Reading reading = read("""
        date 14 September 2031
        The third stage of the 1000-for-1000 prisoner exchange was held today, 14 September 2031. \
        Another 303 servicemen returned to Norland.
        "At home: 303 defenders. With this the third part of the 1,000-for-1,000 exchange, the one agreed upon in Port Selin, \
        has been completed," the president wrote.
        On Saturday Norland brought home another 307 servicemen. That was the second stage of the 1000-for-1000 exchange.
        The air force shot down 30 drones.
        """);
    assertThat(reading.claims().stream().filter(claim -> claim.what().value() == 1000)).hasSize(1);
  }

  /** A quotation goes on over its sentences, and ends with its paragraph if nobody closed it. */
  @Test
  void aNumberInTheSecondSentenceOfAQuotationIsInSomebodysOwnWords() {
    String text = """
        The ministry of Norland said that 303 soldiers were freed.
        "It is a great day. So far 307 people were returned," he said, and 40 prisoners were ill.
        \u201cThere are more to come. Another 120 civilians wait.\u201d Of 25 prisoners nothing is known. "But 17 soldiers went on.
        In Vestria 12 prisoners were freed.
        """;
    assertThat(READER.drafts(Report.of("report", text), Sides.UNKNOWN).numbers())
        .extracting(met -> met.value() + (met.inOwnWords() ? " in own words" : ""))
        .containsExactly("303", "307 in own words", "40", "120 in own words", "25", "17 in own words", "12");
  }
}
