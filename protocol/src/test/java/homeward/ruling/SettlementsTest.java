package homeward.ruling;

import static homeward.ruling.Cast.A1;
import static homeward.ruling.Cast.A;
import static homeward.ruling.Cast.B1;
import static homeward.ruling.Cast.B;
import static homeward.ruling.Cast.DAY_1;
import static homeward.ruling.Cast.SOLDIERS;
import static homeward.ruling.Cast.arrival;
import static homeward.ruling.Cast.by;
import static homeward.ruling.Cast.refs;
import static homeward.ruling.Cast.soldier;
import static homeward.ruling.Cast.soldiers;
import static homeward.ruling.Play.HOUR;
import static homeward.ruling.Situations.saw;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.balance.Receipts;
import homeward.exchange.Journey;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.Person;
import homeward.exchange.Ref;
import homeward.exchange.Refusal;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Discrepancies end by what both sides find, and by nothing else. */
class SettlementsTest {
  private static final Play SEALED = Situations.sealed(Drafts.terms());
  private static final Play ARRIVED = SEALED.says(B1, arrives(1));
  private static final String UNLISTED = "unlisted-" + arrival(1).value();

  private static Move arrives(int number) {
    return new Move.Arrived(Optional.of(DAY_1), B, by(SOLDIERS, refs(arrival(number))), Move.Device.desk());
  }

  private static Refusal proposing(Play play, String id, Matter.Finding finding) {
    return play.refusal(A1, new Move.Propose(new Matter.Settlement(id, finding), play.now() + HOUR));
  }

  private static Play settled(Play play, String id, Matter.Finding finding) {
    return play.bothAgree(new Matter.Settlement(id, finding));
  }

  private static Matter.Finding is(int arrival, Ref reference) {
    return new Matter.Finding.ArrivalIs(arrival(arrival), reference);
  }

  private static boolean settled(Play play, String id) {
    return !play.discrepancy(id).open();
  }

  @Test
  void whatIsNotOpenIsNotSettled() {
    assertThat(proposing(ARRIVED, "unlisted-nobody", new Matter.Finding.Stands())).isInstanceOf(Refusal.NoSuch.class);
    Play once = settled(ARRIVED, UNLISTED, new Matter.Finding.Stands());
    assertThat(proposing(once, UNLISTED, new Matter.Finding.Stands())).isInstanceOf(Refusal.NoSuch.class);
  }

  @Test
  void whatWasSettledStaysSettledWhateverIsSeenLater() {
    Play without = SEALED.says(A1, saw(Move.Sight.DEPARTED, soldiers(A, 5)));
    String id = "without-authority-" + soldier(A, 5).value();
    Play again = settled(without, id, new Matter.Finding.Stands()).says(A1, saw(Move.Sight.HANDED_OVER, soldiers(A, 5)));
    assertThat(settled(again, id)).isTrue();
  }

  @Test
  void whatWasRecordedMayStandAsItIs() {
    Play seen = SEALED.says(A1, saw(Move.Sight.DEPARTED, soldiers(A, 5)));
    assertThat(settled(settled(seen, "without-authority-" + soldier(A, 5).value(), new Matter.Finding.Stands()),
        "without-authority-" + soldier(A, 5).value())).isTrue();
  }

  @Test
  void aFindingFitsWhatItIsAbout() {
    Play both = ARRIVED.says(A1, saw(Move.Sight.DEPARTED, soldiers(A, 5)))
        .says(A1, Situations.counted(9, B, Move.Place.ARRIVAL, 1));
    String count = "count-" + both.last().value();
    Refusal other = new Refusal.OtherFinding();
    assertThat(proposing(both, UNLISTED, new Matter.Finding.CountIs(1))).isEqualTo(other);
    assertThat(proposing(both, UNLISTED, new Matter.Finding.SamePerson(soldier(A, 1), soldier(A, 2)))).isEqualTo(other);
    assertThat(proposing(both, count, is(1, soldier(A, 5)))).isEqualTo(other);
    assertThat(proposing(both, count, new Matter.Finding.SamePerson(soldier(A, 1), soldier(A, 2)))).isEqualTo(other);
    assertThat(proposing(both, count, new Matter.Finding.CountIs(-1))).isEqualTo(other);
    assertThat(settled(settled(both, count, new Matter.Finding.CountIs(0)), count)).isTrue();
    assertThat(proposing(both, "without-authority-" + soldier(A, 5).value(), new Matter.Finding.CountIs(1)))
        .isEqualTo(other);
  }

  @Test
  void anArrivalIsSettledUnderItsOwnName() {
    Play two = ARRIVED.says(B1, arrives(2));
    assertThat(proposing(two, UNLISTED, is(2, soldier(A, 5)))).isEqualTo(new Refusal.OtherFinding());
    assertThat(settled(settled(two, UNLISTED, is(1, soldier(A, 5))), UNLISTED)).isTrue();
  }

  @Test
  void whoeverArrivedIsSomebodyKnownWhoIsNotDeliveredYet() {
    assertThat(proposing(ARRIVED, UNLISTED, is(1, soldier(A, 77))))
        .isEqualTo(new Refusal.UnknownReferences(soldiers(A, 77)));
    Play delivered = Situations.handedOver(ARRIVED, A, 5);
    assertThat(proposing(delivered, UNLISTED, is(1, soldier(A, 5))))
        .isEqualTo(new Refusal.UnknownReferences(soldiers(A, 5)));
  }

  /** At most one settlement in effect for a reference. */
  @Test
  void twoArrivalsAreNotTheSamePerson() {
    Play one = settled(ARRIVED.says(B1, arrives(2)), UNLISTED, is(1, soldier(A, 5)));
    assertThat(proposing(one, "unlisted-" + arrival(2).value(), is(2, soldier(A, 5))))
        .isEqualTo(new Refusal.UnknownReferences(soldiers(A, 5)));
  }

  @Test
  void anArrivalThatIsSomebodyDeliversThem() {
    Play known = settled(ARRIVED, UNLISTED, is(1, soldier(A, 5)));
    assertThat(Receipts.of(known.state(), soldier(A, 5))).isPresent();
    assertThat(Objects.requireNonNull(known.state().arrivals().get(arrival(1))).is()).contains(soldier(A, 5));
  }

  @Test
  void whoeverArrivedSitsNoLongerInAWaveAndBothGetReadyWithoutThem() {
    Play ready = Situations.bothReady(ARRIVED, 1);
    Play known = settled(ready, UNLISTED, is(1, soldier(A, 2)));
    Journey.Wave wave = known.wave(1);
    assertThat(known.roll(1, A)).isEqualTo(soldiers(A, 1));
    assertThat(known.roll(1, B)).isEqualTo(soldiers(B, 1, 2));
    assertThat(wave.ready()).isEmpty();
    assertThat(wave.phase()).isEqualTo(Journey.WavePhase.STAGED);
    assertThat(known.person(soldier(A, 2)).seat()).isEmpty();
  }

  @Test
  void whoeverArrivedAndSitsNowhereVoidsNothing() {
    Play ready = Situations.bothReady(ARRIVED, 1);
    Play known = settled(ready, UNLISTED, is(1, soldier(A, 5)));
    assertThat(known.wave(1).phase()).isEqualTo(Journey.WavePhase.READY);
  }

  @Test
  void whoeverArrivedWithAWaveThatWasLetGoKeepsTheSeat() {
    Play gone = Situations.authorised(Situations.bothReady(ARRIVED, 1), 1);
    Play known = settled(gone, UNLISTED, is(1, soldier(A, 2)));
    assertThat(known.person(soldier(A, 2)).seat()).isPresent();
    assertThat(known.roll(1, A)).isEqualTo(soldiers(A, 1, 2));
  }

  @Test
  void whoeverArrivedLeavesAManifestThatIsNotSealedYet() {
    Play manifested = Situations.manifested(Situations.convened(Drafts.terms())).says(B1, arrives(1));
    Play known = settled(manifested, UNLISTED, is(1, soldier(A, 2)));
    Journey.Wave wave = known.wave(1);
    assertThat(known.roll(1, A)).isEqualTo(soldiers(A, 1));
    assertThat(wave.phase()).isEqualTo(Journey.WavePhase.PLANNED);
  }

  /** Edge cases 1 and 11: two references are one person. */
  @Test
  void twoReferencesThatAreOnePersonLeaveOneOfThem() {
    Play seen = SEALED.says(A1, saw(Move.Sight.DEPARTED, soldiers(A, 5)));
    String id = "without-authority-" + soldier(A, 5).value();
    assertThat(proposing(seen, id, new Matter.Finding.SamePerson(soldier(A, 5), soldier(A, 77))))
        .isEqualTo(new Refusal.UnknownReferences(soldiers(A, 77)));
    assertThat(proposing(seen, id, new Matter.Finding.SamePerson(soldier(A, 77), soldier(A, 5))))
        .isEqualTo(new Refusal.UnknownReferences(soldiers(A, 77)));
    Play same = settled(seen, id, new Matter.Finding.SamePerson(soldier(A, 5), soldier(A, 6)));
    assertThat(same.person(soldier(A, 6)).promise()).isEqualTo(Person.Promise.STRUCK);
    assertThat(same.person(soldier(A, 5)).promise()).isEqualTo(Person.Promise.AGREED);
  }

  /** Edge case 51: the one who died and the one who is alive were two references of one list. */
  @Test
  void aContradictionMayBeTwoReferencesOfOnePerson() {
    Play seen = SEALED.says(B1, saw(Move.Sight.DIED, soldiers(A, 5))).says(B1, saw(Move.Sight.HOME, soldiers(A, 5)));
    String id = "contradiction-" + soldier(A, 5).value();
    Play same = settled(seen, id, new Matter.Finding.SamePerson(soldier(A, 5), soldier(A, 6)));
    assertThat(settled(same, id)).isTrue();
    assertThat(same.person(soldier(A, 6)).promise()).isEqualTo(Person.Promise.STRUCK);
  }

  @Test
  void aReferenceThatFallsSitsNoLongerInAWaveAndBothGetReadyWithoutIt() {
    Play ready = Situations.bothReady(SEALED, 1).says(A1, saw(Move.Sight.DEPARTED, soldiers(A, 5)));
    String id = "without-authority-" + soldier(A, 5).value();
    Play same = settled(ready, id, new Matter.Finding.SamePerson(soldier(A, 5), soldier(A, 2)));
    assertThat(same.person(soldier(A, 2)).promise()).isEqualTo(Person.Promise.STRUCK);
    assertThat(same.person(soldier(A, 2)).seat()).isEmpty();
    assertThat(same.roll(1, A)).isEqualTo(soldiers(A, 1));
    assertThat(same.wave(1).ready()).isEmpty();
    assertThat(same.wave(1).phase()).isEqualTo(Journey.WavePhase.STAGED);
    Play other = settled(ready, id, new Matter.Finding.SamePerson(soldier(A, 2), soldier(A, 5)));
    assertThat(other.wave(1).phase()).isEqualTo(Journey.WavePhase.READY);
  }
}
