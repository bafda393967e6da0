package homeward.ruling;

import static homeward.ruling.Cast.A1;
import static homeward.ruling.Cast.A;
import static homeward.ruling.Cast.B1;
import static homeward.ruling.Cast.B;
import static homeward.ruling.Cast.CIVILIANS;
import static homeward.ruling.Cast.DAY_1;
import static homeward.ruling.Cast.M1;
import static homeward.ruling.Cast.M;
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
import static homeward.ruling.Situations.saw;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.exchange.Journey;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.Person;
import homeward.exchange.State;
import homeward.exchange.Trail;
import homeward.ruling.Cast.Voice;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever was seen is recorded, in every state; what does not fit opens a discrepancy, and figures that fit reconcile. */
class ObservationsTest {
  private static final Play READY = Situations.bothReady(Situations.sealed(Drafts.terms()), 1);
  private static final Play LET_GO = Situations.authorised(READY, 1);
  private static final String COUNT_TO_B = "count-day-1-1-" + B.value();

  private static Journey.WavePhase wave(Play play) {
    return play.wave(1).phase();
  }

  private static Set<String> open(Play play) {
    return play.state().discrepancies().keySet();
  }

  private static State.DiscrepancyKind kind(Play play, String id) {
    return play.discrepancy(id).kind();
  }

  private static Play bothHandedOver(Play play) {
    return Situations.handedOver(Situations.handedOver(play, A, 1, 2), B, 1, 2);
  }

  private static Play countedBothWays(Play play) {
    return Situations.countedAs(Situations.countedAs(play, 1, A, 2, 2), 1, B, 2, 2);
  }

  private static Move sees(Move.Sight sight, int... soldiersOfA) {
    return saw(sight, soldiers(A, soldiersOfA));
  }

  @Test
  void whatWasSeenIsKeptWithWhoSawItWhereAndWhen() {
    Play seen = READY.says(B1, sees(Move.Sight.HOME, 1)).says(M1, sees(Move.Sight.HOME, 1));
    long index = seen.state().course().size() - 1;
    assertThat(seen.trail(soldier(A, 1)).facts()).containsExactly(
        new Trail.Fact(Move.Sight.HOME, B, Optional.of(DAY_1), index - 1, State.Provenance.SIGNED),
        new Trail.Fact(Move.Sight.HOME, M, Optional.of(DAY_1), index, State.Provenance.SIGNED));
  }

  @Test
  void somebodyNobodyKnowsIsSeenAllTheSame() {
    Play seen = Situations.fresh().says(B1, sees(Move.Sight.DIED, 77));
    assertThat(seen.state().trails()).containsOnlyKeys(soldier(A, 77));
    assertThat(seen.state().discrepancies()).isEmpty();
  }

  @Test
  void theFirstUnderWaySetTheWaveMoving() {
    for (Move.Sight sight : List.of(Move.Sight.DEPARTED, Move.Sight.HANDED_OVER, Move.Sight.RECEIVED)) {
      assertThat(wave(LET_GO.says(A1, sees(sight, 1)))).as("%s", sight).isEqualTo(Journey.WavePhase.MOVING);
    }
    for (Move.Sight sight : List.of(Move.Sight.BACK, Move.Sight.HOME, Move.Sight.DIED)) {
      assertThat(wave(LET_GO.says(A1, sees(sight, 1)))).as("%s", sight).isEqualTo(Journey.WavePhase.AUTHORISED);
    }
    assertThat(wave(LET_GO.says(A1, sees(Move.Sight.DEPARTED, 3)))).isEqualTo(Journey.WavePhase.AUTHORISED);
  }

  @Test
  void movementWithoutAuthorityIsRecordedAsThat() {
    for (Move.Sight sight : List.of(Move.Sight.DEPARTED, Move.Sight.HANDED_OVER, Move.Sight.RECEIVED)) {
      Play seen = READY.says(A1, sees(sight, 1));
      assertThat(kind(seen, "without-authority-" + soldier(A, 1).value()))
          .isEqualTo(State.DiscrepancyKind.WITHOUT_AUTHORITY);
      assertThat(wave(seen)).isEqualTo(Journey.WavePhase.READY);
    }
    assertThat(open(READY.says(A1, sees(Move.Sight.HOME, 1)))).isEmpty();
  }

  @Test
  void movementOfWhoeverSitsNowhereIsWithoutAuthority() {
    assertThat(open(LET_GO.says(A1, sees(Move.Sight.DEPARTED, 5))))
        .containsExactly("without-authority-" + soldier(A, 5).value());
    assertThat(open(LET_GO.says(A1, sees(Move.Sight.DEPARTED, 3))))
        .containsExactly("without-authority-" + soldier(A, 3).value());
    assertThat(open(LET_GO.says(A1, sees(Move.Sight.DEPARTED, 77))))
        .containsExactly("without-authority-" + soldier(A, 77).value());
  }

  @Test
  void movementOfAWaveThatWasLetGoHasAuthorityToItsEnd() {
    Play counted = countedBothWays(bothHandedOver(LET_GO));
    assertThat(wave(counted)).isEqualTo(Journey.WavePhase.RECONCILED);
    assertThat(open(counted.says(B1, sees(Move.Sight.RECEIVED, 1)))).isEmpty();
    Play disputed = LET_GO.at(START + 97 * HOUR).says(A1, new Move.Lapse(new Move.Lapsing.OfWave(DAY_1, 1)));
    assertThat(open(disputed.says(A1, sees(Move.Sight.DEPARTED, 1)))).isEmpty();
    Play waiting = countedBothWays(Situations.handedOver(LET_GO, B, 1, 2));
    assertThat(wave(waiting)).isEqualTo(Journey.WavePhase.COUNTED);
    assertThat(open(waiting.says(A1, sees(Move.Sight.HANDED_OVER, 1)))).isEmpty();
  }

  @Test
  void movementOfAWaveThatIsNotSealedYetIsWithoutAuthority() {
    Play planned = Situations.manifested(Situations.convened(Drafts.terms()));
    assertThat(open(planned.says(A1, sees(Move.Sight.DEPARTED, 1))))
        .containsExactly("without-authority-" + soldier(A, 1).value());
  }

  @Test
  void whoeverRidesAWaveThatStoodDownHasNoAuthority() {
    Play stoodDown = READY.atHour(73).says(A1, new Move.Lapse(new Move.Lapsing.OfJourney(DAY_1)));
    assertThat(open(stoodDown.says(A1, sees(Move.Sight.DEPARTED, 1))))
        .containsExactly("without-authority-" + soldier(A, 1).value());
  }

  /** Edge case 34: declines at the border. */
  @Test
  void whoeverTurnsBackAfterSettingOffIsOnRecord() {
    Play back = LET_GO.says(A1, sees(Move.Sight.DEPARTED, 1)).says(A1, sees(Move.Sight.BACK, 1));
    assertThat(kind(back, "turned-back-" + soldier(A, 1).value())).isEqualTo(State.DiscrepancyKind.TURNED_BACK);
    assertThat(open(LET_GO.says(A1, sees(Move.Sight.BACK, 1)))).isEmpty();
  }

  /** Edge case 41: death in transit. */
  @Test
  void whoeverDiesOnTheWayIsOnRecord() {
    Play died = LET_GO.says(A1, sees(Move.Sight.DEPARTED, 1)).says(B1, sees(Move.Sight.DIED, 1));
    assertThat(kind(died, "died-in-transit-" + soldier(A, 1).value())).isEqualTo(State.DiscrepancyKind.DIED_IN_TRANSIT);
    assertThat(open(LET_GO.says(B1, sees(Move.Sight.DIED, 1)))).isEmpty();
    Play home = LET_GO.says(A1, sees(Move.Sight.DEPARTED, 1)).says(B1, sees(Move.Sight.HOME, 1));
    assertThat(open(home.says(B1, sees(Move.Sight.DIED, 1)))).doesNotContain("died-in-transit-" + soldier(A, 1).value());
  }

  /** Edge case 51: identified dead, returns alive. */
  @Test
  void whoeverIsSeenAliveAfterDeathIsAContradiction() {
    Play dead = READY.says(B1, sees(Move.Sight.DIED, 1));
    assertThat(kind(dead.says(B1, sees(Move.Sight.HOME, 1)), "contradiction-" + soldier(A, 1).value()))
        .isEqualTo(State.DiscrepancyKind.CONTRADICTION);
    assertThat(open(dead.says(A1, sees(Move.Sight.DIED, 1)))).isEmpty();
    assertThat(open(READY.says(B1, sees(Move.Sight.HOME, 1)))).isEmpty();
  }

  @Test
  void aCountIsKeptWithWhoCounted() {
    Play counted = LET_GO.says(A1, Situations.counted(1, B, Move.Place.DEPARTURE, 2));
    assertThat(counted.wave(1).counts()).containsExactly(new Journey.Count(
        B, Move.Place.DEPARTURE, 2, A, counted.state().course().size() - 1, State.Provenance.SIGNED));
  }

  @Test
  void aCountOfAWaveNobodyKnowsIsADiscrepancyOfItsOwn() {
    Play noJourney = Situations.fresh().says(A1, Situations.counted(1, B, Move.Place.ARRIVAL, 2));
    assertThat(kind(noJourney, "count-" + noJourney.last().value())).isEqualTo(State.DiscrepancyKind.COUNT_DIFFERS);
    Play noWave = LET_GO.says(A1, Situations.counted(9, B, Move.Place.ARRIVAL, 2));
    assertThat(open(noWave)).containsExactly("count-" + noWave.last().value());
  }

  @Test
  void aWaveIsCountedWhenBothEndsOfEverybodyAre() {
    Play moving = bothHandedOver(LET_GO);
    Play three = Situations.countedAs(moving, 1, A, 2, 2).says(A1, Situations.counted(1, B, Move.Place.DEPARTURE, 2));
    assertThat(wave(three)).isEqualTo(Journey.WavePhase.MOVING);
    assertThat(wave(three.says(B1, Situations.counted(1, B, Move.Place.ARRIVAL, 2))))
        .isEqualTo(Journey.WavePhase.RECONCILED);
    Play other = Situations.countedAs(moving, 1, A, 2, 2).says(B1, Situations.counted(1, B, Move.Place.ARRIVAL, 2));
    assertThat(wave(other)).isEqualTo(Journey.WavePhase.MOVING);
  }

  @Test
  void aWaveCountedBeforeAllReceiptsAreInWaitsForThem() {
    Play counted = countedBothWays(Situations.handedOver(LET_GO, A, 1, 2));
    assertThat(wave(counted)).isEqualTo(Journey.WavePhase.COUNTED);
    assertThat(wave(Situations.handedOver(counted, B, 1, 2))).isEqualTo(Journey.WavePhase.RECONCILED);
  }

  @Test
  void onlyTheHolderCountsDepartureAndOnlyWhoeverReceivesArrival() {
    Play moving = Situations.countedAs(bothHandedOver(LET_GO), 1, A, 2, 2);
    Play strangers = moving.says(B1, Situations.counted(1, B, Move.Place.DEPARTURE, 2))
        .says(B1, Situations.counted(1, B, Move.Place.ARRIVAL, 2));
    assertThat(wave(strangers)).isEqualTo(Journey.WavePhase.MOVING);
    Play holder = moving.says(A1, Situations.counted(1, B, Move.Place.DEPARTURE, 2))
        .says(A1, Situations.counted(1, B, Move.Place.ARRIVAL, 2));
    assertThat(wave(holder)).isEqualTo(Journey.WavePhase.MOVING);
    assertThat(wave(holder.says(HANDOVER, Situations.counted(1, B, Move.Place.ARRIVAL, 2))))
        .isEqualTo(Journey.WavePhase.RECONCILED);
  }

  /** Edge case 40: one more or fewer than the manifest. */
  @Test
  void endsThatDifferAreADiscrepancyUntilItIsSettled() {
    Play less = Situations.countedAs(bothHandedOver(LET_GO), 1, A, 2, 2);
    less = Situations.countedAs(less, 1, B, 2, 1);
    assertThat(open(less)).containsExactly(COUNT_TO_B);
    assertThat(wave(less)).isEqualTo(Journey.WavePhase.COUNTED);
    Play more = Situations.countedAs(Situations.countedAs(bothHandedOver(LET_GO), 1, A, 2, 2), 1, B, 2, 3);
    assertThat(open(more)).containsExactly(COUNT_TO_B);
    Play settled = less.bothAgree(new Matter.Settlement(COUNT_TO_B, new Matter.Finding.CountIs(2)));
    assertThat(wave(settled)).isEqualTo(Journey.WavePhase.RECONCILED);
  }

  @Test
  void aSecondCountDoesNotEndADiscrepancy() {
    Play less = Situations.countedAs(Situations.countedAs(bothHandedOver(LET_GO), 1, A, 2, 2), 1, B, 2, 1);
    Play again = less.says(B1, Situations.counted(1, B, Move.Place.ARRIVAL, 2));
    assertThat(wave(again)).isEqualTo(Journey.WavePhase.COUNTED);
    assertThat(again.discrepancy(COUNT_TO_B).open()).isTrue();
  }

  @Test
  void theLastCountOfAnEndIsTheOneThatStands() {
    Play first = Situations.countedAs(bothHandedOver(LET_GO), 1, A, 2, 2)
        .says(B1, Situations.counted(1, B, Move.Place.ARRIVAL, 1));
    Play corrected = first.says(B1, Situations.counted(1, B, Move.Place.ARRIVAL, 2))
        .says(A1, Situations.counted(1, B, Move.Place.DEPARTURE, 2));
    assertThat(wave(corrected)).isEqualTo(Journey.WavePhase.RECONCILED);
    assertThat(open(corrected)).isEmpty();
  }

  @Test
  void endsDifferByWhoeverTurnedBackOrDiedOnTheWay() {
    Play moving = Situations.handedOver(LET_GO, B, 1, 2).says(A1, sees(Move.Sight.DEPARTED, 1, 2));
    Play one = moving.says(A1, sees(Move.Sight.HANDED_OVER, 1)).says(B1, sees(Move.Sight.RECEIVED, 1));
    for (Move.Sight lost : List.of(Move.Sight.BACK, Move.Sight.DIED)) {
      Play counted = Situations.countedAs(Situations.countedAs(one.says(A1, sees(lost, 2)), 1, A, 2, 2), 1, B, 2, 1);
      assertThat(open(counted)).as("%s", lost).doesNotContain(COUNT_TO_B);
      assertThat(wave(counted)).as("%s", lost).isEqualTo(Journey.WavePhase.RECONCILED);
    }
  }

  /** Edge case 47: promises roll back, facts do not. */
  @Test
  void whoeverTurnedBackIsAgreedAgainAndWhoeverDiedIsNot() {
    Play moving = Situations.handedOver(LET_GO, B, 1, 2).says(A1, sees(Move.Sight.DEPARTED, 1, 2));
    Play back = moving.says(A1, sees(Move.Sight.BACK, 1)).says(A1, sees(Move.Sight.DIED, 2));
    Play counted = Situations.countedAs(Situations.countedAs(back, 1, A, 2, 2), 1, B, 2, 0);
    assertThat(wave(counted)).isEqualTo(Journey.WavePhase.RECONCILED);
    assertThat(counted.person(soldier(A, 1)).promise()).isEqualTo(Person.Promise.AGREED);
    assertThat(counted.person(soldier(A, 2)).promise()).isEqualTo(Person.Promise.SEATED);
    assertThat(counted.person(soldier(B, 1)).promise()).isEqualTo(Person.Promise.SEATED);
  }

  @Test
  void whoeverDidNotSetOffIsResolvedOnceTheHolderSaysSo() {
    Play one = Situations.handedOver(Situations.handedOver(LET_GO, B, 1, 2), A, 1);
    Play counted = Situations.countedAs(Situations.countedAs(one, 1, A, 2, 2), 1, B, 1, 1);
    assertThat(wave(counted)).isEqualTo(Journey.WavePhase.COUNTED);
    assertThat(wave(counted.says(A1, sees(Move.Sight.BACK, 2)))).isEqualTo(Journey.WavePhase.RECONCILED);
  }

  @Test
  void whoeverSetOffAgainAfterTurningBackIsUnderWay() {
    Play one = Situations.handedOver(Situations.handedOver(LET_GO, B, 1, 2), A, 1);
    Play again = one.says(A1, sees(Move.Sight.DEPARTED, 2)).says(A1, sees(Move.Sight.BACK, 2))
        .says(A1, sees(Move.Sight.DEPARTED, 2));
    Play counted = Situations.countedAs(Situations.countedAs(again, 1, A, 2, 2), 1, B, 1, 1);
    assertThat(wave(counted)).isEqualTo(Journey.WavePhase.COUNTED);
  }

  @Test
  void aReceiptIsTheHoldersHandoverAndTheReceiversReceipt() {
    Play two = Situations.handedOver(Situations.handedOver(LET_GO, B, 1, 2), A, 1);
    Play halves = two.says(B1, sees(Move.Sight.HANDED_OVER, 2)).says(B1, sees(Move.Sight.RECEIVED, 2));
    assertThat(wave(countedBothWays(halves))).isEqualTo(Journey.WavePhase.COUNTED);
    Play whole = halves.says(A1, sees(Move.Sight.HANDED_OVER, 2));
    assertThat(wave(countedBothWays(whole))).isEqualTo(Journey.WavePhase.RECONCILED);
    Play atTheBorder = two.says(A1, sees(Move.Sight.HANDED_OVER, 2)).says(HANDOVER, sees(Move.Sight.RECEIVED, 2));
    assertThat(wave(countedBothWays(atTheBorder))).isEqualTo(Journey.WavePhase.RECONCILED);
    Play byHolder = two.says(A1, sees(Move.Sight.HANDED_OVER, 2)).says(A1, sees(Move.Sight.RECEIVED, 2));
    assertThat(wave(countedBothWays(byHolder))).isEqualTo(Journey.WavePhase.COUNTED);
  }

  @Test
  void headsAtArrivalAreTheReceipts() {
    Play one = Situations.handedOver(Situations.handedOver(LET_GO, B, 1, 2), A, 1).says(A1, sees(Move.Sight.BACK, 2));
    Play two = Situations.countedAs(Situations.countedAs(one, 1, A, 2, 2), 1, B, 2, 2);
    assertThat(wave(two)).isEqualTo(Journey.WavePhase.COUNTED);
  }

  @Test
  void aJourneyIsReconciledWithItsLastWave() {
    Play first = countedBothWays(bothHandedOver(LET_GO));
    assertThat(first.journey(DAY_1).phase()).isEqualTo(Journey.Phase.SEALED);
    assertThat(Situations.wholeSecondWave(first).journey(DAY_1).phase()).isEqualTo(Journey.Phase.RECONCILED);
  }

  @Test
  void aSideWithNobodyInTheWaveIsNotCounted() {
    Play rolls = Situations.convened(Drafts.terms())
        .says(A1, Situations.roll(1, A, 1))
        .says(B1, new Move.Manifest(DAY_1, 1, Move.Part.whole(), nobody(), nobody()))
        .says(CLEARANCE, Situations.clear(1));
    Play gone = Situations.authorised(Situations.bothReady(Situations.sealed(rolls).atHour(49), 1), 1);
    Play counted = Situations.countedAs(Situations.handedOver(gone, A, 1), 1, B, 1, 1);
    assertThat(counted.journey(DAY_1).phase()).isEqualTo(Journey.Phase.RECONCILED);
  }

  @Test
  void aDisputedWaveThatAddsUpAfterAllIsReconciled() {
    Play late = bothHandedOver(LET_GO).at(START + 97 * HOUR).says(A1, new Move.Lapse(new Move.Lapsing.OfWave(DAY_1, 1)));
    assertThat(wave(late)).isEqualTo(Journey.WavePhase.DISPUTED);
    assertThat(wave(countedBothWays(late))).isEqualTo(Journey.WavePhase.RECONCILED);
  }

  /** Edge case 39: somebody else sat in the seat; whoever arrives on no list gets a reference of the receiver's. */
  @Test
  void whoeverArrivesUnlistedIsRecordedAndADiscrepancy() {
    Move arrived =
        new Move.Arrived(Optional.of(DAY_1), B, by(SOLDIERS, refs(arrival(1), arrival(2))), Move.Device.desk());
    Play seen = LET_GO.says(B1, arrived);
    assertThat(seen.state().arrivals().get(arrival(1))).isEqualTo(new State.Arrival(
        B, SOLDIERS, B, Optional.of(DAY_1), seen.state().course().size() - 1, State.Provenance.SIGNED, Optional.empty()));
    assertThat(kind(seen, "unlisted-" + arrival(1).value())).isEqualTo(State.DiscrepancyKind.UNLISTED);
    assertThat(seen.trail(arrival(2)).standing(Move.Sight.RECEIVED, B)).isPresent();
    assertThat(open(seen)).hasSize(2);
  }

  @Test
  void whoeverArrivedOnceDoesNotArriveAgain() {
    Play seen =
        LET_GO.says(B1, new Move.Arrived(Optional.of(DAY_1), B, by(SOLDIERS, refs(arrival(1))), Move.Device.desk()));
    Play again =
        seen.says(A1, new Move.Arrived(Optional.empty(), A, by(CIVILIANS, refs(arrival(1))), Move.Device.desk()));
    assertThat(again.state().arrivals()).isEqualTo(seen.state().arrivals());
    assertThat(again.state().trails()).isEqualTo(seen.state().trails());
  }

  @Test
  void anArrivalForAPartyThatIsNoSideIsOfTheRecordersSide() {
    assertThat(returnsTo(B1, M)).isEqualTo(B);
    assertThat(returnsTo(A1, Cast.NOBODY)).isEqualTo(A);
    assertThat(returnsTo(HANDOVER, B)).isEqualTo(B);
    assertThat(returnsTo(HANDOVER, M)).isIn(A, B);
  }

  @Test
  void anArrivalThatNobodyCanPlaceIsOfASideWhateverTheOrderOfThePartiesIds() {
    PartyId first = new PartyId("0".repeat(22));
    Move open = new Move.Open(
        Cast.sorted(Cast.onPaper(first), Cast.member(A), Cast.member(B), Cast.member(M), Cast.onPaper(Cast.N)), A,
        Cast.functions(), Cast.delegates(A1, Cast.A2, Cast.A3), 240);
    Play seen = Situations.enrolled(Play.begins().says(A1, open)).says(HANDOVER,
        new Move.Arrived(Optional.empty(), first, by(SOLDIERS, refs(arrival(1))), Move.Device.desk()));
    assertThat(Objects.requireNonNull(seen.state().arrivals().get(arrival(1))).returnsTo()).isEqualTo(A);
  }

  private static PartyId returnsTo(Voice who, PartyId named) {
    Play seen =
        LET_GO.says(who,
        new Move.Arrived(Optional.of(DAY_1), named, by(SOLDIERS, refs(arrival(1))), Move.Device.desk()));
    return Objects.requireNonNull(seen.state().arrivals().get(arrival(1))).returnsTo();
  }

  @Test
  void whoeverArrivedUnlistedMovesOnWithoutFurtherAuthority() {
    Play seen =
        LET_GO.says(B1, new Move.Arrived(Optional.of(DAY_1), B, by(SOLDIERS, refs(arrival(1))), Move.Device.desk()));
    assertThat(open(seen.says(HANDOVER, saw(Move.Sight.RECEIVED, refs(arrival(1)))))).hasSize(1);
  }
}
