package homeward.ruling;

import static homeward.ruling.Cast.A1;
import static homeward.ruling.Cast.A2;
import static homeward.ruling.Cast.A3;
import static homeward.ruling.Cast.A4;
import static homeward.ruling.Cast.A;
import static homeward.ruling.Cast.B1;
import static homeward.ruling.Cast.B2;
import static homeward.ruling.Cast.B3;
import static homeward.ruling.Cast.DEVICE;
import static homeward.ruling.Cast.M1;
import static homeward.ruling.Cast.M2;
import static homeward.ruling.Cast.N;
import static homeward.ruling.Cast.ROOT_A;
import static homeward.ruling.Cast.ROOT_B;
import static homeward.ruling.Cast.ROOT_M;
import static homeward.ruling.Cast.digest;
import static homeward.ruling.Cast.soldier;
import static homeward.ruling.Play.HOUR;
import static homeward.ruling.Play.START;
import static homeward.ruling.Situations.CLEARANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import homeward.exchange.Entry;
import homeward.exchange.Function;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.Refusal;
import homeward.exchange.State;
import homeward.ruling.Cast.Voice;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose keys speak, and what every entry is asked before its own rules. */
class DoorTest {
  private static final Move HALT = new Move.Halt(Move.Cause.OTHER);

  @Test
  void aThirdPartyNeedsOneDelegate() {
    Play opened = Situations.fresh();
    assertThat(opened.says(ROOT_M, new Move.Enrol(Cast.delegates(M1))).author(M2).withdrawn()).isTrue();
    assertThat(opened.refusal(ROOT_M, new Move.Enrol(List.of()))).isEqualTo(new Refusal.TooFewDelegates(1));
  }

  @Test
  void aRootKeyReplacesItsOwnDelegatesOnly() {
    Play again = Situations.fresh().says(ROOT_B, new Move.Enrol(Cast.delegates(B1, B2, B3)));
    assertThat(again.author(A1).withdrawn()).isFalse();
  }

  @Test
  void whoeverIsNotNamedAgainIsWithdrawnAndComesBackToTheirOwnChain() {
    Play opened = Situations.fresh().says(A3, HALT);
    Play without = opened.says(ROOT_A, new Move.Enrol(Cast.delegates(A1, A2, A4)));
    assertThat(without.refusal(A3, new Move.Erase(digest("x")))).isEqualTo(new Refusal.NotEnrolled(A3.author()));
    Play again = without.says(ROOT_A, new Move.Enrol(Cast.delegates(A1, A2, A3)));
    assertThat(again.author(A3).sequence()).isEqualTo(1);
    assertThat(again.says(A3, new Move.Erase(digest("x"))).author(A3).sequence()).isEqualTo(2);
  }

  @Test
  void whoeverIsTurnedAwayAtTheDoorGoesOnFromThere() {
    Play opened = Situations.fresh();
    Play turnedAway = opened.passing(A1.in(Function.CLEARANCE), HALT);
    assertThat(opened.refusal(A1.in(Function.CLEARANCE), HALT)).isNotNull();
    assertThat(turnedAway.author(A1).sequence()).isEqualTo(opened.author(A1).sequence() + 1);
    assertThat(turnedAway.says(A1, HALT).state().course().halted()).isPresent();
  }

  @Test
  void aDelegateDoesNotGetTheRootsOwnKeyNorADevices() {
    Play opened = Situations.fresh()
        .says(A1, new Move.EnrolDevice(DEVICE.key(), Cast.opaque("person device"), START + 10 * HOUR));
    assertThat(opened.refusal(ROOT_A, new Move.Enrol(Cast.delegates(A1, A2, ROOT_A))))
        .isEqualTo(new Refusal.Exists("key"));
    assertThat(opened.refusal(ROOT_A, new Move.Enrol(Cast.delegates(A1, A2, DEVICE))))
        .isEqualTo(new Refusal.Exists("key"));
  }

  @Test
  void aRootKeyEnrolsAsRoot() {
    assertThat(Situations.fresh().refusal(ROOT_A.in(Function.SIDE), new Move.Enrol(Cast.delegates(A1, A2, A3))))
        .isEqualTo(new Refusal.NotYourFunction(Function.ROOT));
  }

  @Test
  void aDeviceIsLentForATimeToCome() {
    Play opened = Situations.fresh();
    Move ended = new Move.EnrolDevice(DEVICE.key(), Cast.opaque("person device"), opened.now());
    assertThat(opened.refusal(A1, ended)).isEqualTo(new Refusal.Lapsed(opened.now()));
    Move.EnrolDevice good = new Move.EnrolDevice(DEVICE.key(), Cast.opaque("person device"), opened.now() + 1);
    assertThat(opened.says(A1, good).author(DEVICE).until()).isEqualTo(opened.now() + 1);
  }

  @Test
  void aDeviceWhoseTimeIsOverStillObservesAndNothingElse() {
    Play lent = Situations.fresh()
        .says(A1, new Move.EnrolDevice(DEVICE.key(), Cast.opaque("person device"), START + 10 * HOUR));
    assertThat(lent.refusal(DEVICE, HALT)).isInstanceOf(Refusal.NotYourFunction.class);
    Play over = lent.atHour(11);
    assertThat(over.refusal(DEVICE, HALT)).isEqualTo(new Refusal.NotEnrolled(DEVICE.author()));
    assertThat(over.says(DEVICE, Situations.reportOfHome().move()).state().trails()).isNotEmpty();
  }

  @Test
  void aFunctionIsSpokenInByWhoeverHoldsIt() {
    Play opened = Situations.fresh();
    assertThat(opened.refusal(A1.in(Function.CLEARANCE), HALT))
        .isEqualTo(new Refusal.NotYourFunction(Function.CLEARANCE));
    assertThat(opened.refusal(M1.in(Function.SIDE), HALT)).isEqualTo(new Refusal.NotYourFunction(Function.SIDE));
    assertThat(opened.refusal(M1.in(Function.VERIFIER), HALT)).isEqualTo(new Refusal.NotYourFunction(Function.VERIFIER));
    assertThat(opened.refusal(A1.in(Function.ROOT), HALT)).isInstanceOf(Refusal.NotYourFunction.class);
    assertThat(opened.says(M1.in(Function.HOST), HALT).state().course().halted()).isPresent();
  }

  @Test
  void aFunctionThatPassedOnIsSpokenInByItsNewHolderOnly() {
    Play passed = Situations.fresh().bothAgree(new Matter.Succession(Function.CLEARANCE, A));
    assertThat(passed.refusal(CLEARANCE, HALT)).isEqualTo(new Refusal.NotYourFunction(Function.CLEARANCE));
    assertThat(passed.says(A1.in(Function.CLEARANCE), HALT).state().course().halted()).isPresent();
  }

  @Test
  void anEntryNamesItsAuthorsLastOne() {
    Play opened = Situations.fresh();
    Entry good = opened.entry(A1, HALT);
    Refusal stale = new Refusal.StaleHead(good.sequence() - 1, good.previous());
    assertThat(opened.refusal(Play.chained(good, good.sequence(), digest("another head")))).isEqualTo(stale);
    assertThat(opened.refusal(Play.chained(good, good.sequence() + 1, good.previous()))).isEqualTo(stale);
    assertThat(opened.decide(good).decision().accepted()).isTrue();
  }

  @Test
  void aStaleEntryDoesNotMoveItsAuthorsHead() {
    Play opened = Situations.fresh();
    Entry good = opened.entry(A1, HALT);
    Play stale = opened.after(opened.decide(Play.chained(good, good.sequence() + 1, good.previous())));
    assertThat(stale.state().parties().authors()).isEqualTo(opened.state().parties().authors());
    assertThat(stale.state().discrepancies()).isEmpty();
  }

  @Test
  void aRefusedActMovesItsAuthorsHead() {
    Play opened = Situations.fresh();
    Play refused = opened.passing(A1, new Move.Sign(digest("nothing")));
    assertThat(refused.author(A1).head()).isEqualTo(refused.last());
    assertThat(refused.says(A1, HALT).state().course().halted()).isPresent();
  }

  /** Edge case 60: a side that restores an old backup says two things at one place of its chain. */
  @Test
  void aSequenceUsedTwiceIsEquivocation() {
    Play opened = Situations.fresh();
    Entry next = opened.entry(A1, HALT);
    Play twice = opened.after(opened.decide(Play.chained(next, next.sequence() - 1, next.previous())));
    String id = "equivocation-" + A1.author().value() + "-" + (next.sequence() - 1);
    assertThat(twice.discrepancy(id).kind()).isEqualTo(State.DiscrepancyKind.EQUIVOCATION);
    assertThat(twice.state().parties().authors()).isEqualTo(opened.state().parties().authors());
  }

  /** Edge case 43: no network for hours, entries arrive in another order than they were made in. */
  @Test
  void anObservationIsTakenWhereverItStandsInItsChain() {
    Play opened = Situations.fresh();
    Entry next = opened.entry(A1, Situations.reportOfHome().move());
    Play ahead = opened.after(opened.decide(Play.chained(next, next.sequence() + 3, digest("not here yet"))));
    assertThat(ahead.state().trails()).hasSize(1);
    assertThat(ahead.author(A1).sequence()).isEqualTo(next.sequence() + 3);
    assertThat(ahead.state().discrepancies()).isEmpty();
    Entry late = Play.chained(ahead.entry(A1, next.move()), next.sequence() + 1, digest("late"));
    Play behind = ahead.after(ahead.decide(late));
    assertThat(behind.author(A1).sequence()).isEqualTo(next.sequence() + 3);
    assertThat(behind.trail(soldier(A, 91)).facts()).hasSize(2);
    assertThat(behind.state().discrepancies())
        .containsOnlyKeys("equivocation-" + A1.author().value() + "-" + (next.sequence() + 1));
  }

  @Test
  void anEntryOfAnotherPlaceOrAnEarlierStampIsTheCallersFault() {
    Play opened = Situations.fresh();
    Entry good = opened.entry(A1, HALT);
    assertThatIllegalArgumentException().isThrownBy(() -> Protocol.decide(Situations.at("un").state(), good));
    Play earlier = new Play(opened.state(), opened.state().course().stamp() - 1, opened.keeper());
    assertThatIllegalArgumentException().isThrownBy(() -> earlier.tries(A1, HALT));
    Play sameStamp = new Play(opened.state(), opened.state().course().stamp(), opened.keeper());
    assertThat(sameStamp.tries(A1, HALT).decision().accepted()).isTrue();
  }

  @Test
  void aPartyOnPaperIsAdmittedByTwoPeopleOfASideAndThenSpeaksForItself() {
    Move.Keys keys = new Move.Keys(Cast.key("later root"), Cast.key("later node"));
    Voice root = new Voice("later root", N, Function.ROOT);
    Voice person = new Voice("n1", N, Function.TRACING);
    Play admitted = Situations.fresh().agrees(new Matter.Admission(N, keys), B1, B2);
    assertThat(admitted.state().parties().onPaper(N)).isFalse();
    assertThat(admitted.says(root, new Move.Enrol(Cast.delegates(person))).says(person, HALT).state().course().halted())
        .isPresent();
    assertThat(admitted.refusal(A1, Situations.reportOfHome())).isEqualTo(new Refusal.PaperStatus(N));
  }

  @Test
  void aPartyIsNotAdmittedWithAKeyThatSomebodyHas() {
    Play opened = Situations.fresh();
    Matter taken = new Matter.Admission(N, new Move.Keys(A1.key(), Cast.key("later node")));
    assertThat(opened.refusal(B1, new Move.Propose(taken, opened.now() + HOUR))).isEqualTo(new Refusal.Exists("key"));
  }

  @Test
  void aDeviceOpensNothing() {
    Play lent = Situations.at("op");
    assertThat(lent.refusal(DEVICE, Cast.opening(A, A1, A2, A3)))
        .isEqualTo(new Refusal.NotYourFunction(Function.SIDE));
  }
}
