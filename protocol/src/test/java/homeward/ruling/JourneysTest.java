package homeward.ruling;

import static homeward.ruling.Cast.A1;
import static homeward.ruling.Cast.A2;
import static homeward.ruling.Cast.A;
import static homeward.ruling.Cast.B1;
import static homeward.ruling.Cast.B;
import static homeward.ruling.Cast.CIVILIANS;
import static homeward.ruling.Cast.DAY_1;
import static homeward.ruling.Cast.M1;
import static homeward.ruling.Cast.M;
import static homeward.ruling.Cast.SICK_1;
import static homeward.ruling.Cast.SOLDIERS;
import static homeward.ruling.Cast.arrival;
import static homeward.ruling.Cast.by;
import static homeward.ruling.Cast.nobody;
import static homeward.ruling.Cast.refs;
import static homeward.ruling.Cast.soldier;
import static homeward.ruling.Cast.soldiers;
import static homeward.ruling.Play.HOUR;
import static homeward.ruling.Play.START;
import static homeward.ruling.Situations.CLEARANCE;
import static homeward.ruling.Situations.HANDOVER;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.Person;
import homeward.exchange.Ref;
import homeward.exchange.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

/** Journeys: convened, acknowledged, their people seated and cleared. */
class JourneysTest {
  private static final Play FROZEN =
      Situations.frozen(Situations.listed(Situations.inForce(Situations.fresh(), Drafts.terms())));
  private static final Play CONVENED = Situations.convened(FROZEN);
  private static final Play DIRECT = FROZEN.agrees(Situations.direct(SICK_1, A), A1, A2);

  private static Refusal proposing(Play play, Matter matter) {
    return play.refusal(A1, new Move.Propose(matter, play.now() + HOUR));
  }

  private static String proposed(Play play, Matter matter) {
    return play.tries(A1, new Move.Propose(matter, play.now() + HOUR)).answer();
  }

  private static Move.Manifest part(int number, int of, int... soldiers) {
    return new Move.Manifest(DAY_1, 1, new Move.Part(number, of), by(SOLDIERS, soldiers(A, soldiers)), nobody());
  }

  private static Move.Manifest outside(int wave, PartyId holder, int... soldiers) {
    return new Move.Manifest(DAY_1, wave, Move.Part.whole(), nobody(), by(SOLDIERS, soldiers(holder, soldiers)));
  }

  @Test
  void aJourneyHasThePlaceAndWindowThatWereSigned() {
    Journey journey = CONVENED.journey(DAY_1);
    assertThat(journey.place()).isEqualTo("bridge");
    assertThat(journey.from()).isEqualTo(Drafts.FROM_1);
    assertThat(journey.until()).isEqualTo(Drafts.UNTIL_1);
    assertThat(journey.reconcileBy()).isEqualTo(Drafts.UNTIL_1 + 24 * HOUR);
    assertThat(journey.phase()).isEqualTo(Journey.Phase.CONVENED);
  }

  @Test
  void aWindowThatIsOverIsNotConvened() {
    assertThat(FROZEN.at(Drafts.UNTIL_1).refusal(A1, new Move.Propose(Situations.day1("late"), START + 500 * HOUR)))
        .isEqualTo(new Refusal.Lapsed(Drafts.UNTIL_1));
    Move propose = new Move.Propose(Situations.day1("late"), START + 500 * HOUR);
    assertThat(FROZEN.at(Drafts.UNTIL_1 - 1).tries(A1, propose).answer()).isEqualTo("+");
  }

  @Test
  void aTrancheIsOneOfTheTerms() {
    for (int tranche : List.of(0, -1, 3)) {
      Matter convene =
          new Matter.Convene("day", Optional.of(tranche), Optional.empty(), "bridge", Drafts.FROM_1, Drafts.UNTIL_1);
      assertThat(proposing(FROZEN, convene)).as("%s", tranche).isEqualTo(new Refusal.NoSuch("tranche"));
    }
  }

  @Test
  void aTrancheIsConvenedAgainOnceItsJourneyStoodDown() {
    assertThat(proposing(CONVENED, Situations.day1("again"))).isInstanceOf(Refusal.Exists.class);
    Play stoodDown = CONVENED.atHour(73).says(A1, new Move.Lapse(new Move.Lapsing.OfJourney(DAY_1)));
    Matter again =
        new Matter.Convene("again", Optional.of(1), Optional.empty(), "bridge", START + 80 * HOUR, START + 90 * HOUR);
    assertThat(proposed(stoodDown, again)).isEqualTo("+");
  }

  @Test
  void anotherTrancheIsPlannedWhileOneIsOnItsWay() {
    Matter second =
        new Matter.Convene("day-2", Optional.of(2), Optional.empty(), "bridge", Drafts.FROM_1, Drafts.UNTIL_1);
    assertThat(proposed(CONVENED, second)).isEqualTo("+");
  }

  @Test
  void onlyASideRepatriatesDirectly() {
    Play opened = Situations.fresh();
    assertThat(opened.refusal(M1, new Move.Propose(Situations.direct(SICK_1, M), opened.now() + HOUR)))
        .isEqualTo(new Refusal.NotYourFunction(Function.SIDE));
  }

  @Test
  void beforeTermsAJourneyIsReconciledWithinThePatienceOfTheOpening() {
    Play direct = Situations.fresh().agrees(Situations.direct(SICK_1, A), A1, A2);
    assertThat(direct.journey(SICK_1).reconcileBy()).isEqualTo(START + (120 + 240) * HOUR);
  }

  @Test
  void aManifestOfSeveralPartsStandsWhenTheLastIsIn() {
    Play first = CONVENED.says(A1, part(1, 2, 1));
    assertThat(first.refusal(A1, part(2, 3, 2))).isEqualTo(new Refusal.OtherPart(1));
    Play whole = first.says(A1, part(2, 2, 2));
    assertThat(whole.roll(1, A)).isEqualTo(soldiers(A, 1, 2));
    assertThat(Objects.requireNonNull(whole.wave(1).rolls().get(A)).whole()).isTrue();
    assertThat(Objects.requireNonNull(first.wave(1).rolls().get(A)).whole()).isFalse();
  }

  @Test
  void aPartOfAManifestFollowsTheOneBefore() {
    Play first = CONVENED.says(A1, part(1, 3, 1));
    assertThat(first.refusal(A1, part(3, 3, 3))).isEqualTo(new Refusal.OtherPart(2));
    assertThat(first.tries(A1, part(2, 3, 2)).answer()).isEqualTo("+");
    Play whole = CONVENED.says(A1, part(1, 1, 1));
    assertThat(whole.refusal(A1, part(2, 2, 2))).isEqualTo(new Refusal.OtherPart(1));
    Play both = CONVENED.says(A1, part(1, 2, 1)).says(A1, part(2, 2, 2));
    assertThat(both.refusal(A1, part(2, 2, 3))).isEqualTo(new Refusal.OtherPart(1));
  }

  @Test
  void whoeverSitsInOnePartDoesNotSitInTheNext() {
    Play first = CONVENED.says(A1, part(1, 2, 1));
    assertThat(first.refusal(A1, part(2, 2, 1))).isEqualTo(new Refusal.NotAgreed(soldiers(A, 1)));
  }

  @Test
  void aManifestLodgedAgainReplacesTheOneBeforeAndFreesItsPeople() {
    Play again = CONVENED.says(A1, Situations.roll(1, A, 1, 2)).says(A1, Situations.roll(1, A, 3));
    assertThat(again.roll(1, A)).isEqualTo(soldiers(A, 3));
    assertThat(again.person(soldier(A, 1)).promise()).isEqualTo(Person.Promise.AGREED);
    assertThat(again.person(soldier(A, 3)).seat()).contains(new Person.Seat(DAY_1, 1, true, again.lastIndex()));
  }

  @Test
  void aManifestBegunAgainForgetsThePartsBefore() {
    Play again = CONVENED.says(A1, part(1, 2, 1)).says(A1, part(1, 2, 3)).says(A1, part(2, 2, 4));
    assertThat(again.roll(1, A)).isEqualTo(soldiers(A, 3, 4));
    assertThat(again.person(soldier(A, 1)).promise()).isEqualTo(Person.Promise.AGREED);
  }

  @Test
  void bothHoldersFillTheSameWave() {
    Play both = CONVENED.says(A1, Situations.roll(1, A, 1)).says(B1, Situations.roll(1, B, 2));
    assertThat(both.roll(1, A)).isEqualTo(soldiers(A, 1));
    assertThat(both.roll(1, B)).isEqualTo(soldiers(B, 2));
  }

  @Test
  void aWaveIsOneThatThereIsOrTheNext() {
    Play one = CONVENED.says(A1, Situations.roll(1, A, 1));
    assertThat(one.refusal(A1, Situations.roll(3, A, 2))).isEqualTo(new Refusal.WrongWave(DAY_1, 3));
    assertThat(CONVENED.refusal(A1, Situations.roll(0, A, 2))).isEqualTo(new Refusal.WrongWave(DAY_1, 0));
    assertThat(one.tries(A1, Situations.roll(2, A, 2)).answer()).isEqualTo("+");
  }

  /** Seated nowhere else, counted or not. */
  @Test
  void whoeverSitsOutsideTheCountSitsNowhereElse() {
    Play seated = CONVENED.says(A1, outside(1, A, 1));
    assertThat(seated.person(soldier(A, 1)).seat()).contains(new Person.Seat(DAY_1, 1, false, seated.lastIndex()));
    assertThat(seated.refusal(A1, Situations.roll(2, A, 1))).isEqualTo(new Refusal.NotAgreed(soldiers(A, 1)));
    assertThat(CONVENED.says(A1, Situations.roll(1, A, 1)).refusal(A1, outside(2, A, 1)))
        .isEqualTo(new Refusal.NotAgreed(soldiers(A, 1)));
  }

  @Test
  void whoeverGoesOutsideTheCountIsAskedTheSame() {
    assertThat(CONVENED.refusal(A1, outside(1, A, 7))).isEqualTo(new Refusal.NotAgreed(soldiers(A, 7)));
    assertThat(CONVENED.refusal(A1, outside(1, B, 1))).isEqualTo(new Refusal.UnknownReferences(soldiers(B, 1)));
    assertThat(CONVENED.refusal(A1, outside(1, A, 8))).isEqualTo(new Refusal.UnknownReferences(soldiers(A, 8)));
    Move other = new Move.Manifest(DAY_1, 1, Move.Part.whole(), nobody(), by(CIVILIANS, soldiers(A, 1)));
    assertThat(CONVENED.refusal(A1, other)).isEqualTo(new Refusal.OtherCategory(soldiers(A, 1)));
  }

  @Test
  void aReferenceStandsOnceInAManifest() {
    SortedMap<String, SortedSet<Ref>> twice = by(SOLDIERS, soldiers(A, 1));
    twice.put(CIVILIANS, soldiers(A, 1));
    assertThat(CONVENED.refusal(A1, new Move.Manifest(DAY_1, 1, Move.Part.whole(), twice, nobody())))
        .isEqualTo(new Refusal.Twice(soldiers(A, 1)));
  }

  /** Edge case 12: already exchanged. */
  @Test
  void whoeverIsDeliveredTakesNoOtherSeat() {
    Play direct = Situations.handedOver(readySick(DIRECT, 6), A, 6);
    Play convened = Situations.convened(direct);
    assertThat(convened.refusal(A1, Situations.roll(1, A, 6))).isEqualTo(new Refusal.NotAgreed(soldiers(A, 6)));
  }

  @Test
  void whoeverIsOverTheLineWithoutASeatTakesNoneLater() {
    Play over = Situations.handedOver(CONVENED, A, 5);
    assertThat(over.refusal(A1, Situations.roll(1, A, 5))).isEqualTo(new Refusal.NotAgreed(soldiers(A, 5)));
  }

  private static Play readySick(Play direct, int soldier) {
    Play ready = direct.says(B1, new Move.Acknowledge(SICK_1))
        .says(A1, MovesOfJourneys.sick(SICK_1, soldier))
        .says(CLEARANCE, new Move.Clear(SICK_1, Move.Part.whole(), soldiers(A, soldier), refs()))
        .atHour(20);
    return ready.says(A1, MovesOfJourneys.readySick(ready, SICK_1));
  }

  @Test
  void aDirectRepatriationCarriesPeopleOfItsHolderWhoStandOnNoList() {
    Play seated = DIRECT.says(A1, MovesOfJourneys.sick(SICK_1, 50));
    Person.Seat seat = new Person.Seat(SICK_1, 1, true, seated.lastIndex());
    assertThat(seated.person(soldier(A, 50)))
        .isEqualTo(new Person(A, SOLDIERS, Person.Answered.NOT_YET, false, Optional.of(seat)));
    assertThat(DIRECT.tries(A1, MovesOfJourneys.sick(SICK_1, 7)).answer()).isEqualTo("+");
  }

  @Test
  void aDirectRepatriationCarriesNobodyHeldByTheOtherSideNorWhoeverArrived() {
    Move others = new Move.Manifest(SICK_1, 1, Move.Part.whole(), by(SOLDIERS, soldiers(B, 1)), nobody());
    assertThat(DIRECT.refusal(A1, others)).isEqualTo(new Refusal.UnknownReferences(soldiers(B, 1)));
    Move arrived = new Move.Manifest(SICK_1, 1, Move.Part.whole(), by(SOLDIERS, refs(arrival(1))), nobody());
    assertThat(DIRECT.refusal(A1, arrived)).isEqualTo(new Refusal.UnknownReferences(refs(arrival(1))));
  }

  @Test
  void aDirectRepatriationIsItsHoldersAndOneWave() {
    Move byB = new Move.Manifest(SICK_1, 1, Move.Part.whole(), by(SOLDIERS, soldiers(B, 50)), nobody());
    assertThat(DIRECT.refusal(B1, byB)).isEqualTo(new Refusal.NotAsked());
    Play one = DIRECT.says(A1, MovesOfJourneys.sick(SICK_1, 50));
    Move second = new Move.Manifest(SICK_1, 2, Move.Part.whole(), by(SOLDIERS, soldiers(A, 51)), nobody());
    assertThat(one.refusal(A1, second)).isEqualTo(new Refusal.WrongWave(SICK_1, 2));
  }

  @Test
  void whoeverSitsInADirectRepatriationSitsInNoTranche() {
    Play seated = Situations.convened(DIRECT.says(A1, MovesOfJourneys.sick(SICK_1, 1)));
    assertThat(seated.refusal(A1, Situations.roll(1, A, 1))).isEqualTo(new Refusal.NotAgreed(soldiers(A, 1)));
    Play other = Situations.convened(DIRECT).says(A1, Situations.roll(1, A, 1));
    assertThat(other.refusal(A1, MovesOfJourneys.sick(SICK_1, 1))).isEqualTo(new Refusal.NotAgreed(soldiers(A, 1)));
  }

  @Test
  void placeAndPassageAreAcknowledgedByWhoeverReceives() {
    assertThat(DIRECT.refusal(A1, new Move.Acknowledge(SICK_1))).isEqualTo(new Refusal.NotAsked());
    assertThat(DIRECT.refusal(M1.in(Function.HOST), new Move.Acknowledge(SICK_1))).isEqualTo(new Refusal.NotAsked());
    assertThat(DIRECT.says(HANDOVER, new Move.Acknowledge(SICK_1)).journey(SICK_1).acknowledged()).isTrue();
    assertThat(DIRECT.says(B1, new Move.Acknowledge(SICK_1)).journey(SICK_1).acknowledged()).isTrue();
  }

  @Test
  void aSetOfClearedPeopleInPartsStandsWhenTheLastIsIn() {
    Play manifested = Situations.manifested(CONVENED);
    Move first = new Move.Clear(DAY_1, new Move.Part(1, 2), soldiers(A, 1), refs());
    Play half = manifested.says(CLEARANCE, first);
    assertThat(half.journey(DAY_1).clearance().cleared()).isEqualTo(manifested.journey(DAY_1).clearance().cleared());
    assertThat(half.refusal(CLEARANCE, new Move.Clear(DAY_1, new Move.Part(2, 3), soldiers(A, 2), refs())))
        .isEqualTo(new Refusal.OtherPart(1));
    Play whole = half.says(CLEARANCE, new Move.Clear(DAY_1, new Move.Part(2, 2), soldiers(A, 2), refs()));
    assertThat(whole.journey(DAY_1).clearance().cleared()).isEqualTo(soldiers(A, 1, 2));
    Play again = half.says(CLEARANCE, new Move.Clear(DAY_1, Move.Part.whole(), soldiers(A, 3), refs()));
    assertThat(again.journey(DAY_1).clearance().cleared()).isEqualTo(soldiers(A, 3));
  }

  @Test
  void aPartOfASetFollowsTheOneBefore() {
    Play first = CONVENED.says(CLEARANCE, new Move.Clear(DAY_1, new Move.Part(1, 3), soldiers(A, 1), refs()));
    assertThat(first.refusal(CLEARANCE, new Move.Clear(DAY_1, new Move.Part(3, 3), soldiers(A, 1), refs())))
        .isEqualTo(new Refusal.OtherPart(2));
    assertThat(first.tries(CLEARANCE, new Move.Clear(DAY_1, new Move.Part(2, 3), soldiers(A, 1), refs())).answer())
        .isEqualTo("+");
  }

  /** Edge case 38: interview impossible is recorded as not interviewed, never as consent. */
  @Test
  void somebodyNotAskedTravelsOnlyWhereTheTermsAllowIt() {
    Move clear = new Move.Clear(DAY_1, Move.Part.whole(), soldiers(A, 1), soldiers(A, 2));
    assertThat(CONVENED.refusal(CLEARANCE, clear)).isEqualTo(new Refusal.NotAsked());
    Play allowed = Situations.convened(Drafts.notAskedMayTravel(Drafts.terms())).says(CLEARANCE, clear);
    assertThat(allowed.journey(DAY_1).clearance().covers(soldier(A, 2))).isTrue();
    Move both = new Move.Clear(DAY_1, Move.Part.whole(), soldiers(A, 1, 2), soldiers(A, 2, 3));
    assertThat(allowed.refusal(CLEARANCE, both)).isEqualTo(new Refusal.Twice(soldiers(A, 2)));
  }

  @Test
  void aSetBegunAgainForgetsThePartsBefore() {
    Play begun = CONVENED.says(CLEARANCE, clearing(1, soldiers(A, 1)));
    Play again = begun.says(CLEARANCE, clearing(1, soldiers(A, 2))).says(CLEARANCE, clearing(2, soldiers(A, 3)));
    assertThat(again.journey(DAY_1).clearance().cleared()).isEqualTo(soldiers(A, 2, 3));
  }

  private static Move clearing(int part, SortedSet<Ref> cleared) {
    return new Move.Clear(DAY_1, new Move.Part(part, 2), cleared, refs());
  }

  @Test
  void beforeTermsNobodyIsClearedWithoutBeingAsked() {
    Play early = Situations.at("op");
    Move unasked = new Move.Clear(SICK_1, Move.Part.whole(), refs(), soldiers(A, 90));
    assertThat(early.refusal(CLEARANCE, unasked)).isEqualTo(new Refusal.NotAsked());
  }
}
