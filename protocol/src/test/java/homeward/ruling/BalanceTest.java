package homeward.ruling;

import static homeward.ruling.Cast.*;
import static homeward.ruling.Situations.CLEARANCE;
import static homeward.ruling.Situations.HANDOVER;
import static homeward.ruling.Situations.saw;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.balance.Balance;
import homeward.balance.Figure;
import homeward.balance.Manifests;
import homeward.balance.Publication;
import homeward.balance.Receipts;
import homeward.exchange.Function;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.Move.Sight;
import homeward.exchange.PartyId;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.exchange.Terms;
import homeward.exchange.Trail;
import homeward.ruling.Cast.Voice;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whom the balance counts, where, and from which entries. */
class BalanceTest {
  private static final Play SEALED = Situations.sealed(Drafts.terms());
  private static final Play GONE = Situations.authorised(Situations.bothReady(SEALED, 1), 1);

  private static Balance.Side of(Play play, PartyId side) {
    return Objects.requireNonNull(Balance.of(play.state()).sides().get(side));
  }

  private static Figure received(Play play, PartyId side) {
    return Objects.requireNonNull(of(play, side).received().get(SOLDIERS));
  }

  private static Map<String, Integer> onDay1(Play play, PartyId side) {
    return Balance.counts(Balance.of(play.state()).received(1, side));
  }

  private static Play both(Play play, Voice releases, Voice receives, Optional<String> journey, SortedSet<Ref> people) {
    return play.says(releases, new Move.Saw(Sight.HANDED_OVER, journey, people, Move.Device.desk()))
        .says(receives, new Move.Saw(Sight.RECEIVED, journey, people, Move.Device.desk()));
  }

  @Test
  void whoeverIsHandedOverAndReceivedIsReceivedByOneSideAndReleasedByTheOther() {
    Play over = Situations.handedOver(GONE, B, 1, 2);
    assertThat(Balance.counts(of(over, A).received())).isEqualTo(Map.of(SOLDIERS, 2, CIVILIANS, 0));
    assertThat(Balance.counts(of(over, B).released())).isEqualTo(Map.of(SOLDIERS, 2, CIVILIANS, 0));
    assertThat(Balance.counts(of(over, B).received())).isEqualTo(Map.of(SOLDIERS, 0, CIVILIANS, 0));
    assertThat(Balance.counts(of(over, A).released())).isEqualTo(Map.of(SOLDIERS, 0, CIVILIANS, 0));
    assertThat(received(over, A).entries()).containsExactly(over.lastIndex() - 1, over.lastIndex());
  }

  @Test
  void whoeverIsReceivedCountsInTheTrancheOfTheJourney() {
    Play over = Situations.handedOver(GONE, B, 1, 2);
    assertThat(onDay1(over, A)).isEqualTo(Map.of(SOLDIERS, 2, CIVILIANS, 0));
    assertThat(onDay1(over, B)).isEqualTo(Map.of(SOLDIERS, 0, CIVILIANS, 0));
    assertThat(Balance.counts(Balance.of(over.state()).received(2, A))).isEqualTo(Map.of(SOLDIERS, 0, CIVILIANS, 0));
    assertThat(Balance.of(over.state()).received(3, A)).isEmpty();
    Play unnamed = both(GONE, B1, A1, Optional.empty(), soldiers(B, 1));
    assertThat(received(unnamed, A).count()).isEqualTo(1);
    assertThat(onDay1(unnamed, A)).isEqualTo(Map.of(SOLDIERS, 0, CIVILIANS, 0));
  }

  @Test
  void nobodyIsCountedByOneHalfOfAReceipt() {
    Play released = GONE.says(B1, saw(Sight.HANDED_OVER, soldiers(B, 1)));
    Play arrived = GONE.says(HANDOVER, saw(Sight.RECEIVED, soldiers(B, 2)));
    for (Play half : List.of(released, arrived)) {
      assertThat(received(half, A).count()).isZero();
      assertThat(of(half, A).oneSided().count()).isEqualTo(1);
      assertThat(of(half, A).oneSided().entries()).containsExactly(half.lastIndex());
      assertThat(of(half, B).oneSided().count()).isZero();
    }
    assertThat(of(GONE.says(B1, saw(Sight.DEPARTED, soldiers(B, 1))), A).oneSided()).isEqualTo(Figure.ZERO);
    assertThat(of(Situations.handedOver(GONE, B, 1), A).oneSided()).isEqualTo(Figure.ZERO);
  }

  @Test
  void thereIsNoReceiptOfSomebodyNobodyOffered() {
    Play seen = Situations.handedOver(GONE, B, 77);
    assertThat(Receipts.of(seen.state(), soldier(B, 77))).isEmpty();
    assertThat(Receipts.oneSided(seen.state(), soldier(B, 77))).isFalse();
    assertThat(received(seen, A).count()).isZero();
  }

  @Test
  void onlyTheHolderReleasesAndOnlyTheHomeSideOrTheHandoverStateReceives() {
    Play wrong = GONE.says(A1, saw(Sight.HANDED_OVER, soldiers(B, 1))).says(B1, saw(Sight.RECEIVED, soldiers(B, 1)));
    assertThat(received(wrong, A).count()).isZero();
    assertThat(of(wrong, A).oneSided().count()).isZero();
    assertThat(received(both(GONE, B1, HANDOVER, Optional.of(DAY_1), soldiers(B, 1)), A).count()).isEqualTo(1);
  }

  @Test
  void whoeverWasBackAfterTheReceiptIsNotDelivered() {
    Play back = Situations.handedOver(GONE, B, 1).says(B1, saw(Sight.BACK, soldiers(B, 1)));
    assertThat(received(back, A).count()).isZero();
    assertThat(received(Situations.handedOver(back, B, 1), A).count()).isEqualTo(1);
  }

  @Test
  void whoeverIsReceivedIsInTransitUntilHomeOrDead() {
    assertThat(of(GONE.says(B1, saw(Sight.DEPARTED, soldiers(B, 1))), A).inTransit()).isEqualTo(Figure.ZERO);
    Play over = Situations.handedOver(GONE, B, 1, 2);
    assertThat(of(over, A).inTransit().count()).isEqualTo(2);
    assertThat(of(over, A).inTransit().entries()).containsExactly(over.lastIndex());
    Play home = over.says(A1, saw(Sight.HOME, soldiers(B, 1)));
    assertThat(of(home, A).inTransit().count()).isEqualTo(1);
    assertThat(of(home, A).home().count()).isEqualTo(1);
    assertThat(of(home, A).home().entries()).containsExactly(home.lastIndex());
    Play died = over.says(A1, saw(Sight.DIED, soldiers(B, 2)));
    assertThat(of(died, A).inTransit().count()).isEqualTo(1);
    assertThat(of(died, A).home()).isEqualTo(Figure.ZERO);
  }

  @Test
  void whoeverGoesOutsideTheCountWeighsNothing() {
    Play rolls = Situations.convened(Drafts.terms())
        .says(B1, new Move.Manifest(DAY_1, 1, Move.Part.whole(), by(SOLDIERS, soldiers(B, 1)), by(SOLDIERS, soldiers(B, 5))))
        .says(CLEARANCE, Situations.clear(1, 5));
    Play gone = Situations.authorised(Situations.bothReady(Situations.sealed(rolls).atHour(49), 1), 1);
    Play over = Situations.handedOver(gone, B, 1, 5);
    assertThat(of(over, A).outside().count()).isEqualTo(1);
    assertThat(received(over, A).count()).isEqualTo(1);
    assertThat(of(over, A).debt()).containsEntry(SOLDIERS, 1);
  }

  @Test
  void whoeverIsRepatriatedDirectlyWeighsNothing() {
    Play direct = SEALED.agrees(Situations.direct(SICK_1, B), B1, B2)
        .says(A1, new Move.Acknowledge(SICK_1))
        .says(B1, new Move.Manifest(SICK_1, 1, Move.Part.whole(), by(SOLDIERS, soldiers(B, 6)), nobody()))
        .says(CLEARANCE, new Move.Clear(SICK_1, Move.Part.whole(), soldiers(B, 6), refs()));
    Play over = both(direct.says(B1, MovesOfJourneys.readySick(direct, SICK_1)), B1, A1, Optional.of(SICK_1), soldiers(B, 6));
    assertThat(of(over, A).direct().count()).isEqualTo(1);
    assertThat(received(over, A).count()).isZero();
    assertThat(of(over, A).debt()).containsEntry(SOLDIERS, 0);
  }

  @Test
  void whoeverCameWithoutAuthorityIsCountedOnceBothSidesLetItStand() {
    Play over = both(SEALED, B1, A1, Optional.of(DAY_1), soldiers(B, 6));
    assertThat(of(over, A).withoutAuthority().count()).isEqualTo(1);
    assertThat(received(over, A).count()).isZero();
    String id = "without-authority-" + soldier(B, 6).value();
    Play stands = over.bothAgree(new Matter.Settlement(id, new Matter.Finding.Stands()));
    assertThat(of(stands, A).withoutAuthority().count()).isZero();
    assertThat(received(stands, A).count()).isEqualTo(1);
  }

  @Test
  void whoeverArrivesUnlistedIsShownUntilASettlementSaysWhoItIs() {
    Move arrived = new Move.Arrived(Optional.of(DAY_1), A, by(SOLDIERS, refs(arrival(1))), Move.Device.desk());
    Play unlisted = GONE.says(A1, arrived);
    assertThat(of(unlisted, A).unlisted().count()).isEqualTo(1);
    assertThat(of(unlisted, A).unlisted().entries()).containsExactly(unlisted.lastIndex());
    assertThat(of(unlisted, A).inTransit().count()).isEqualTo(1);
    Matter.Finding is = new Matter.Finding.ArrivalIs(arrival(1), soldier(B, 6));
    Play known = unlisted.bothAgree(new Matter.Settlement("unlisted-" + arrival(1).value(), is));
    assertThat(of(known, A).unlisted().count()).isZero();
    assertThat(of(known, A).inTransit().count()).isEqualTo(1);
    assertThat(received(known, A).count()).isEqualTo(1);
  }

  /** Where an opening was withdrawn, what was seen stays, of sides that nobody is any more. */
  @Test
  void beforeThereAreSidesNobodyIsCounted() {
    Play withdrawn = Play.begins().says(A1, opening(A, A1, A2, A3)).says(A1, new Move.Withdraw(Play.idAt(0)));
    Play seen = withdrawn.says(A1, new Move.Arrived(Optional.empty(), B, by(SOLDIERS, refs(arrival(1))), Move.Device.desk()));
    assertThat(seen.state().arrivals()).containsKey(arrival(1));
    assertThat(Balance.of(seen.state()).sides()).isEmpty();
  }

  @Test
  void figuresOfAWaveInDisputeSaySoUntilItIsSettled() {
    Play over = Situations.handedOver(GONE, B, 1, 2).atHour(97);
    assertThat(received(over, A).disputed()).isZero();
    Play disputed = over.says(A1, new Move.Lapse(new Move.Lapsing.OfWave(DAY_1, 1)));
    assertThat(received(disputed, A).disputed()).isEqualTo(2);
    Play unnamed = both(GONE, B1, A1, Optional.empty(), soldiers(B, 1)).atHour(97);
    assertThat(received(unnamed.says(A1, new Move.Lapse(new Move.Lapsing.OfWave(DAY_1, 1))), A).disputed()).isZero();
    Play elsewhere = both(secondDay(GONE), B1, A1, Optional.of("day-2"), soldiers(B, 1)).atHour(97);
    assertThat(received(elsewhere.says(A1, new Move.Lapse(new Move.Lapsing.OfWave(DAY_1, 1))), A).disputed()).isZero();
    Play whole = Situations.handedOver(disputed, A, 1, 2);
    Play settled = Situations.countedAs(Situations.countedAs(whole, 1, A, 2, 2), 1, B, 2, 2);
    assertThat(received(settled, A).disputed()).isZero();
  }

  private static Play secondDay(Play play) {
    Matter convene = new Matter.Convene("day-2", Optional.of(2), Optional.empty(), "bridge", Drafts.FROM_1, Drafts.UNTIL_1);
    return play.agrees(convene, A1, A2, B1, B2, HANDOVER);
  }

  /** Of a journey that stood down nothing is published, whatever both sides let stand beside it. */
  @Test
  void aJourneyThatStoodDownHasNoFigures() {
    String id = "without-authority-" + soldier(B, 6).value();
    Play stands = both(SEALED, B1, A1, Optional.of(DAY_1), soldiers(B, 6))
        .bothAgree(new Matter.Settlement(id, new Matter.Finding.Stands()));
    assertThat(Publication.figures(stands.state(), stands.journey(DAY_1), A)).containsEntry(SOLDIERS, 1);
    Play over = stands.at(Drafts.UNTIL_1 + 1).says(A1, new Move.Lapse(new Move.Lapsing.OfJourney(DAY_1)));
    assertThat(Publication.figures(over.state(), over.journey(DAY_1), A)).isEmpty();
  }

  @Test
  void whoeverIsAcceptedAndNotStruckIsAgreed() {
    Play listed = Situations.listed(Situations.inForce(Situations.fresh(), Drafts.terms()));
    SortedMap<String, SortedSet<Ref>> agreed = Manifests.agreedPeople(listed.state());
    assertThat(agreed).containsOnlyKeys(SOLDIERS, CIVILIANS);
    SortedSet<Ref> soldiers = new TreeSet<>(soldiers(A, 1, 2, 3, 4, 5, 6));
    soldiers.addAll(soldiers(B, 1, 2, 3, 4, 5, 6));
    assertThat(agreed).containsEntry(SOLDIERS, soldiers);
    Play fewer = listed.says(A1, Situations.lodge(2, by(SOLDIERS, soldiers(A, 1))));
    assertThat(Manifests.agreedPeople(fewer.state()).get(SOLDIERS)).contains(soldier(A, 1)).doesNotContain(soldier(A, 2));
    assertThat(Manifests.agreedPeople(GONE.state())).containsEntry(SOLDIERS, soldiers);
  }

  @Test
  void aFigureSaysHowManyOfItRestOnPaper() {
    Play arrived = reported(GONE, new Move.Arrived(Optional.of(DAY_1), A, by(SOLDIERS, refs(arrival(1))), Move.Device.desk()));
    assertThat(of(arrived, A).unlisted().reported()).isEqualTo(1);
    Play home = reported(Situations.handedOver(GONE, B, 1, 2), saw(Sight.HOME, soldiers(B, 1)));
    assertThat(of(home, A).home().reported()).isEqualTo(1);
    assertThat(of(home, A).inTransit().reported()).isZero();
  }

  @Test
  void aReceiptRestsOnPaperWhereEitherHalfDoes() {
    for (State.Provenance released : State.Provenance.values()) {
      for (State.Provenance arrived : State.Provenance.values()) {
        boolean signed = released == State.Provenance.SIGNED && arrived == State.Provenance.SIGNED;
        assertThat(new Receipts.Receipt(fact(released), fact(arrived)).provenance() == State.Provenance.SIGNED).isEqualTo(signed);
      }
    }
  }

  private static Trail.Fact fact(State.Provenance provenance) {
    return new Trail.Fact(Sight.RECEIVED, A, Optional.empty(), 1, provenance);
  }

  /** Where the handover state is on paper, what it received is in the figures, and marked. */
  @Test
  void whatAPartyOnPaperReceivedIsCountedAsReported() {
    SortedMap<Function, PartyId> functions = functions();
    functions.put(Function.HANDOVER, N);
    Play listed = Situations.listed(Situations.inForce(Situations.fresh(), Drafts.with(Drafts.terms(), functions)));
    Play over = reported(listed.says(B1, saw(Sight.HANDED_OVER, soldiers(B, 1))), saw(Sight.RECEIVED, soldiers(B, 1)));
    assertThat(of(over, A).withoutAuthority()).extracting(Figure::count, Figure::reported).containsExactly(1, 1);
  }

  private static Play reported(Play play, Move seen) {
    Play said = play.says(A1, new Move.Report(N, digest("paper"), Play.START, seen));
    return said.says(A2, new Move.Sign(said.last()));
  }

  @Test
  void whoeverReceivedMoreThanItReleasedOwesTheRestOfWhatWasAgreed() {
    Play over = Situations.handedOver(GONE, B, 1, 2);
    assertThat(of(over, A).debt()).isEqualTo(new TreeMap<>(Map.of(SOLDIERS, 2, CIVILIANS, 0)));
    assertThat(of(over, B).debt()).isEqualTo(new TreeMap<>(Map.of(SOLDIERS, 0, CIVILIANS, 0)));
    Terms.Tranche moreForA = Drafts.tranche(Drafts.each(3, 2), Drafts.each(0, 0));
    Play unequal = gone(Drafts.asAgreed(Drafts.withTranches(Drafts.terms(), moreForA)));
    assertThat(of(Situations.handedOver(unequal, B, 1, 2), A).debt()).containsEntry(SOLDIERS, 1);
  }

  private static Play gone(Terms terms) {
    Play rolls = Situations.convened(terms).says(B1, Situations.roll(1, B, 1, 2)).says(CLEARANCE, Situations.clear(1, 2));
    return Situations.authorised(Situations.bothReady(Situations.sealed(rolls).atHour(49), 1), 1);
  }

  @Test
  void whatGoesAllForAllIsNeverOwed() {
    Play over = both(SEALED, B1, A1, Optional.of(DAY_1), refs(civilian(B, 1)));
    String id = "without-authority-" + civilian(B, 1).value();
    Play stands = over.bothAgree(new Matter.Settlement(id, new Matter.Finding.Stands()));
    assertThat(of(stands, A).received().get(CIVILIANS)).extracting(Figure::count).isEqualTo(1);
    assertThat(of(stands, A).debt()).containsEntry(CIVILIANS, 0);
  }

  @Test
  void beforeTermsThereAreNeitherTranchesNorDebts() {
    State opened = Situations.fresh().state();
    assertThat(Balance.of(opened).tranches()).isEmpty();
    assertThat(Balance.of(opened).sides()).containsOnlyKeys(A, B);
    assertThat(Balance.of(opened).sides().values()).allSatisfy(side -> assertThat(side.debt()).isEmpty());
  }
}
