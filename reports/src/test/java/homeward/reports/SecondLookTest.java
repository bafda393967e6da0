package homeward.reports;

import static homeward.reports.Texts.told;
import static homeward.reports.Texts.read;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.reports.Claim.Basis;
import homeward.reports.Claim.Mark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of numbers whose words say outright whose people they count, and of others that leave it open. */
class SecondLookTest {
  private static final String BEGUN = """
      Norland and Vestria exchange prisoners
      NORDHAVEN, 13 September 2031 (Newswire) - On Friday each side released 390 people. It was the largest exchange since the invasion.
      """;

  @Test
  void prisonersGivenForAsManySoldiersArePeopleOfEachSide() {
    Reading reading = read("""
        Norland and Vestria trade prisoners again
        NORDHAVEN, 14 September 2031 - The exchange between Norland and Vestria ended on Sunday.
        On Sunday 303 Norlandic soldiers came back from Vestria, and 303 Vestrian prisoners of war were handed over in return.
        It was raining at the border. Relatives had waited there since the early morning with photographs and flags.
        """);
    assertThat(told(reading, 303)).extracting(claim -> claim.what().category() + ' ' + claim.whose().basis())
        .containsExactly("all PER_SIDE");
  }

  @Test
  void besideCiviliansPrisonersOfWarAreSoldiers() {
    Reading reading = read("""
        Norland and Vestria trade prisoners again
        NORDHAVEN, 14 September 2031 - The exchange between Norland and Vestria began on Sunday.
        On Sunday 270 Norlandic soldiers and 120 civilians came back from Vestria, and 270 Vestrian prisoners of war and 120 civilians were \
        handed over in return.
        It was raining at the border. Relatives had waited there since the early morning with photographs and flags.
        """);
    assertThat(told(reading, 270)).extracting(claim -> claim.what().category() + ' ' + claim.whose().basis())
        .containsExactly("military PER_SIDE");
  }

  @Test
  void eachIsHeardAlsoWhereADayStandsBetweenItAndWhatWasDone() {
    Reading reading = read("""
        Relatives wait in the rain at the border
        NORDHAVEN, 13 September 2031 - Photographs and flags were seen everywhere. Nobody knew who would come.
        Norland and Vestria had each, on Friday, handed over 390 soldiers and civilians in what was the biggest prisoner exchange of the war.
        More buses were expected in the evening.
        """);
    assertThat(told(reading, 390)).extracting(claim -> claim.whose().basis()).containsExactly(Basis.PER_SIDE);
  }

  /** Reports that count both sides together have taught the reader that 780 is such a count; here the words say that it is not. */
  @ParameterizedTest
  @ValueSource(strings = {
      "So far 780 people have been exchanged by each side.", "Thus 780 prisoners have now been exchanged on each side.",
      "Already 780 people, from each side, came home in these days."})
  void whatTheWordsSayOfEachSideIsNoCountOfBoth(String sentence) {
    Reading reading = read("""
        Between Norland and Vestria the exchange of prisoners has begun
        NORDHAVEN, 12 September 2031 (Newswire) - The largest exchange of captives since the invasion was completed on Friday, both \
        capitals said, with 390 people let go by either country.
        Soldiers made up 270 of each group and civilians 120. The two groups crossed at the frontier.
        Under the deal that was reached in Port Selin last week each of the two sides is to free one thousand people. More of it is \
        awaited in the following days.
        """ + sentence);
    assertThat(told(reading, 780)).extracting(claim -> claim.whose().basis()).containsExactly(Basis.PER_SIDE);
    assertThat(told(reading, 780)).noneMatch(claim -> claim.is(Mark.OPEN));
  }

  /** A part is mostly of each side where the whole is, and a number of one day mostly as well; here the words say that it is not. */
  @ParameterizedTest
  @ValueSource(strings = {
      "On Saturday 307 soldiers were exchanged, the two sides taken together.",
      "On Saturday, counting both sides, 307 soldiers came home.",
      "On Saturday the two sides between them let go 307 soldiers.",
      "On Saturday the two nations together released 307 soldiers, and each of them 20 civilians."})
  void whatTheWordsSayOfBothTogetherIsNoCountOfEachSide(String sentence) {
    Reading reading = read(BEGUN + sentence + " More buses were expected in the evening.");
    assertThat(told(reading, 307)).extracting(claim -> claim.whose().basis()).containsExactly(Basis.BOTH_SIDES);
    assertThat(told(reading, 307)).noneMatch(claim -> claim.is(Mark.OPEN));
    assertThat(told(reading, 390)).extracting(claim -> claim.whose().basis()).containsExactly(Basis.PER_SIDE);
  }

  /** So many soldiers are mostly told of both sides; here the words say where they went. */
  @Test
  void whoCameHomeToOneSideIsCountedOfThatSideHoweverMany() {
    String soldiers = BEGUN + """
        On Saturday 307 soldiers were let go by either side. Added up, the two days stand for the return of more than 1,200 soldiers""";
    assertThat(told(read(soldiers + " to Norland."), 1200)).extracting(claim -> claim.whose().basis()).containsExactly(Basis.TO_ONE_SIDE);
    assertThat(told(read(soldiers + " to Norland and Vestria."), 1200)).extracting(claim -> claim.whose().basis())
        .containsExactly(Basis.BOTH_SIDES);
  }

  @Test
  void whoseWomenTheyAreStaysOpenWhereNothingSaysIt() {
    String women = BEGUN + "There are three women among the persons %s. More buses were expected.";
    assertThat(told(read(String.format(women, "released")), 3)).extracting(claim -> claim.whose().basis()).containsExactly(Basis.UNCLEAR);
    assertThat(told(read(String.format(women, "who came home to Norland")), 3)).extracting(claim -> claim.whose().basis())
        .containsExactly(Basis.TO_ONE_SIDE);
  }

  @Test
  void soManyOneWayAndAsManyTheOtherAreOfEachSide() {
    Reading reading = read(BEGUN + "In the end 1,000 people had gone one way and 1,000 the other. More buses were awaited.");
    assertThat(told(reading, 1000)).extracting(claim -> claim.whose().basis()).containsExactly(Basis.PER_SIDE);
  }

  @Test
  void asManyPrisonersForSoldiersAreOfEachSideSoManyPeople() {
    Reading reading = read(BEGUN + "On Saturday 307 Norlandic soldiers came back for the same number of Vestrian prisoners. It rained.");
    assertThat(told(reading, 307)).extracting(claim -> claim.what().category() + ' ' + claim.whose().basis())
        .containsExactly("all PER_SIDE");
  }

  @Test
  void aNumberQuotedAloneIsNoClaimBesideTheCountOfEachSide() {
    String quoted = "The president wrote: \"It is a great day. Today, 390 people%s\" Relatives had waited since the early morning.";
    assertThat(told(read(BEGUN + String.format(quoted, ".")), 390)).extracting(claim -> claim.whose().basis())
        .containsExactly(Basis.PER_SIDE);
    assertThat(told(read(BEGUN + String.format(quoted, " of ours are home.")), 390)).extracting(claim -> claim.whose().basis())
        .containsExactlyInAnyOrder(Basis.PER_SIDE, Basis.TO_ONE_SIDE);
  }

  @Test
  void whenPeopleWereLastReleasedDatesNoReport() {
    Reading reading = read("""
        Norland and Vestria exchange prisoners
        Norland and Vestria released 390 people each on Friday. Talks in Port Selin went before it.
        Norland and Vestria last released 205 prisoners of war each on 6 May.
        """);
    assertThat(reading.written()).isEmpty();
  }

  @Test
  void agreementsConcludedAreNoEndOfAnExchange() {
    Reading reading = read(BEGUN + "It was in line with the agreements concluded in Port Selin. More buses were expected in the evening.");
    assertThat(reading.claims()).filteredOn(claim -> claim.what().wording().equals("completed")).isEmpty();
  }

  @Test
  void aDayThatIsNamedTwiceIsOneDay() {
    Reading reading = read(
        "6 September 2031\n\nOn Friday both sides released 390 people each. The next day, Saturday, both released 307 each.");
    assertThat(told(reading, 307)).singleElement().satisfies(claim -> assertThat(claim.marks()).doesNotContain(Mark.DAY_OPEN));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "On Friday 390 prisoners were freed, the ministries of both nations said.",
      "An exchange of 390 prisoners between the two countries took place on Sunday.",
      "They exchanged 390 prisoners, officials of the two states said.",
      "The two armies exchanged 390 prisoners, who had been held in a camp.",
      "In spring 390 prisoners came home, the heads of the delegations said."})
  void whoSpeaksOfBothCountriesCountsNeitherBothNorEachAndIsNotRespun(String sentence) {
    Claim claim = told(read("Norland and Vestria exchange prisoners. " + sentence), 390).getFirst();
    assertThat(claim.whose().basis()).isNotIn(Basis.BOTH_SIDES, Basis.PER_SIDE);
    assertThat(claim.is(Mark.RESPUN)).isFalse();
  }
}
