package homeward.ruling;

import static homeward.ruling.Cast.A1;
import static homeward.ruling.Cast.A2;
import static homeward.ruling.Cast.A3;
import static homeward.ruling.Cast.A;
import static homeward.ruling.Cast.B1;
import static homeward.ruling.Cast.B2;
import static homeward.ruling.Cast.B;
import static homeward.ruling.Cast.DAY_1;
import static homeward.ruling.Cast.M;
import static homeward.ruling.Cast.SICK_1;
import static homeward.ruling.Cast.SOLDIERS;
import static homeward.ruling.Cast.by;
import static homeward.ruling.Cast.digest;
import static homeward.ruling.Cast.nobody;
import static homeward.ruling.Cast.refs;
import static homeward.ruling.Cast.soldier;
import static homeward.ruling.Cast.soldiers;
import static homeward.ruling.Play.HOUR;
import static homeward.ruling.Play.START;
import static homeward.ruling.Situations.AUTHORISER;
import static homeward.ruling.Situations.CLEARANCE;
import static homeward.ruling.Situations.HANDOVER;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.exchange.Digest;
import homeward.exchange.Entry;
import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.Refusal;
import homeward.exchange.Terms;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Ready, and let go: never more than one wave at once, and nobody who is not cleared. */
class WavesTest {
  private static final Play SEALED = Situations.sealed(Drafts.terms());

  private static Journey.Wave wave(Play play, int number) {
    return play.wave(number);
  }

  @Test
  void aWaveIsReadyWhenBothSidesAre() {
    Play one = Situations.ready(SEALED, B1, 1);
    assertThat(wave(one, 1).phase()).isEqualTo(Journey.WavePhase.STAGED);
    Play both = Situations.ready(one, A1, 1);
    assertThat(wave(both, 1).phase()).isEqualTo(Journey.WavePhase.READY);
    assertThat(wave(both, 1).ready()).containsEntry(A, new Journey.Given(both.last(), both.state().course().size() - 1));
  }

  @Test
  void aSideSaysOnceThatItIsReady() {
    Play one = Situations.ready(SEALED, A1, 1);
    assertThat(one.refusal(A2, Situations.readyFor(one, 1))).isEqualTo(new Refusal.Exists("ready"));
  }

  @Test
  void readyNamesTheManifestThatStands() {
    Move other = new Move.Ready(DAY_1, 1, Situations.manifest(SEALED, DAY_1, 2), Optional.empty());
    assertThat(SEALED.refusal(A1, other)).isEqualTo(new Refusal.OtherDigest(Situations.manifest(SEALED, DAY_1, 1)));
  }

  @Test
  void theWavesGoInTheirOrder() {
    assertThat(SEALED.refusal(A1, Situations.readyFor(SEALED, 2))).isEqualTo(new Refusal.WrongWave(DAY_1, 2));
    assertThat(SEALED.refusal(A1, Situations.readyFor(SEALED, 3))).isEqualTo(new Refusal.WrongWave(DAY_1, 3));
    Play after = Situations.wholeFirstWave(SEALED);
    assertThat(after.tries(A1, Situations.readyFor(after, 2)).answer()).isEqualTo("+");
    assertThat(after.refusal(A1, Situations.readyFor(after, 1))).isEqualTo(new Refusal.WrongWave(DAY_1, 1));
  }

  /** The window alone does: a dispute is declared after it. */
  @Test
  void aWaveInDisputeDoesNotHoldUpTheNext() {
    Play authorised = Situations.authorised(Situations.bothReady(SEALED, 1), 1);
    Play disputed = authorised.at(Drafts.UNTIL_1 + 200 * HOUR)
        .says(A1, new Move.Lapse(new Move.Lapsing.OfWave(DAY_1, 1)));
    assertThat(wave(disputed, 1).phase()).isEqualTo(Journey.WavePhase.DISPUTED);
    assertThat(disputed.refusal(A1, Situations.readyFor(disputed, 2))).isInstanceOf(Refusal.Lapsed.class);
  }

  /** Exposure is never more than one wave, whatever journey it is of. */
  @Test
  void noWaveIsReadyWhileAnotherIsUnderWay() {
    Play both = secondDay(SEALED);
    Play moving = Situations.authorised(Situations.bothReady(both, 1), 1);
    assertThat(moving.refusal(A1, readySecondDay(moving))).isEqualTo(new Refusal.WaveOpen(DAY_1, 1));
    assertThat(both.tries(A1, readySecondDay(both)).answer()).isEqualTo("+");
    Play after = Situations.wholeFirstWave(both);
    assertThat(after.tries(A1, readySecondDay(after)).answer()).isEqualTo("+");
  }

  private static Play secondDay(Play play) {
    Matter convene =
        new Matter.Convene("day-2", Optional.of(2), Optional.empty(), "bridge", Drafts.FROM_1, Drafts.UNTIL_1);
    Play rolls = play.agrees(convene, A1, A2, B1, B2, HANDOVER)
        .says(A1, new Move.Manifest("day-2", 1, Move.Part.whole(), by(SOLDIERS, soldiers(A, 4)), nobody()))
        .says(B1, new Move.Manifest("day-2", 1, Move.Part.whole(), by(SOLDIERS, soldiers(B, 4)), nobody()))
        .says(CLEARANCE, new Move.Clear("day-2", Move.Part.whole(), refs(soldier(A, 4), soldier(B, 4)), refs()));
    return rolls.bothAgree(new Matter.Seal("day-2", List.of(Situations.manifest(rolls, "day-2", 1))));
  }

  private static Move readySecondDay(Play play) {
    return new Move.Ready("day-2", 1, Situations.manifest(play, "day-2", 1), Optional.empty());
  }

  @Test
  void twoWavesThatAreReadyAreNotBothLetGo() {
    Play ready = secondDay(SEALED);
    ready = ready.says(A1, readySecondDay(ready)).says(B1, readySecondDay(ready));
    ready = Situations.authorised(Situations.bothReady(ready, 1), 1);
    SortedSet<Digest> readies = new TreeSet<>();
    ready.journey("day-2").wave(1).ready().values().forEach(given -> readies.add(given.entry()));
    long size = ready.state().course().size();
    Move second = new Move.Authorise("day-2", 1, readies, new Move.CosignedCheckpoint(size, digest("root"), "note"));
    Entry entry =
        Play.witnessed(ready.entry(AUTHORISER, second), new Entry.Witness(size, true, new TreeSet<>(List.of(A, B))));
    assertThat(ready.refusal(entry)).isEqualTo(new Refusal.WaveOpen(DAY_1, 1));
  }

  @Test
  void aDirectRepatriationIsNobodysExposure() {
    Play direct = SEALED.agrees(Situations.direct(SICK_1, A), A1, A2)
        .says(B1, new Move.Acknowledge(SICK_1))
        .says(A1, MovesOfJourneys.sick(SICK_1, 50))
        .says(CLEARANCE, new Move.Clear(SICK_1, Move.Part.whole(), soldiers(A, 50), refs()));
    direct = direct.says(A1, MovesOfJourneys.readySick(direct, SICK_1));
    assertThat(direct.journey(SICK_1).wave(1).phase()).isEqualTo(Journey.WavePhase.AUTHORISED);
    assertThat(direct.tries(A1, Situations.readyFor(direct, 1)).answer()).isEqualTo("+");
  }

  @Test
  void aDirectRepatriationGoesOnceWholeClearedAndInItsWindow() {
    Play direct = Situations.fresh().agrees(Situations.direct(SICK_1, A), A1, A2).says(B1, new Move.Acknowledge(SICK_1));
    Move half = new Move.Manifest(SICK_1, 1, new Move.Part(1, 2), by(SOLDIERS, soldiers(A, 50)), nobody());
    Move clear = new Move.Clear(SICK_1, Move.Part.whole(), soldiers(A, 50), refs());
    Play notWhole = direct.says(A1, half).says(CLEARANCE, clear);
    assertThat(notWhole.refusal(A1, MovesOfJourneys.readySick(notWhole, SICK_1)))
        .isEqualTo(new Refusal.WrongWave(SICK_1, 1));
    Play notCleared = direct.says(A1, MovesOfJourneys.sick(SICK_1, 50));
    assertThat(notCleared.refusal(A1, MovesOfJourneys.readySick(notCleared, SICK_1)))
        .isEqualTo(new Refusal.NotCleared(soldiers(A, 50)));
    Play good = notCleared.says(CLEARANCE, clear);
    assertThat(good.refusal(A1, new Move.Ready(SICK_1, 1, digest("x"), Optional.empty())))
        .isInstanceOf(Refusal.OtherDigest.class);
    assertThat(good.atHour(121).refusal(A1, MovesOfJourneys.readySick(good, SICK_1)))
        .isEqualTo(new Refusal.Lapsed(START + 120 * HOUR));
    Play gone = good.says(A1, MovesOfJourneys.readySick(good, SICK_1));
    assertThat(gone.refusal(A1, MovesOfJourneys.readySick(gone, SICK_1))).isEqualTo(new Refusal.WrongWave(SICK_1, 1));
  }

  @Test
  void aDirectRepatriationIsNeitherManifestedNorReadiedByTheOtherSide() {
    Play seated = Situations.fresh().agrees(Situations.direct(SICK_1, A), A1, A2)
        .says(A1, MovesOfJourneys.sick(SICK_1, 50));
    assertThat(seated.refusal(B1, MovesOfJourneys.readySick(seated, SICK_1))).isEqualTo(new Refusal.NotAsked());
    assertThat(seated.refusal(A1, MovesOfJourneys.readySick(seated, SICK_1)))
        .isEqualTo(new Refusal.NoSuch("acknowledgement"));
  }

  /** Edge case 36: unfit on the day. */
  @Test
  void aSetThatLeavesSomebodyOutVoidsReadyAndWithItTheRelease() {
    Play ready = Situations.bothReady(SEALED, 1);
    Play fewer = ready.says(CLEARANCE, Situations.clear(1, 3));
    assertThat(wave(fewer, 1).phase()).isEqualTo(Journey.WavePhase.STAGED);
    assertThat(wave(fewer, 1).ready()).isEmpty();
    assertThat(fewer.refusal(A1, Situations.readyFor(fewer, 1)))
        .isEqualTo(new Refusal.NotCleared(refs(soldier(A, 2), soldier(B, 2))));
  }

  @Test
  void aSetThatStillCoversTheWaveLeavesItReady() {
    Play ready = Situations.bothReady(SEALED, 1);
    assertThat(wave(ready.says(CLEARANCE, Situations.clear(1, 2)), 1).phase()).isEqualTo(Journey.WavePhase.READY);
    assertThat(wave(Situations.ready(SEALED, A1, 1).says(CLEARANCE, Situations.clear(1, 3)), 1).ready()).isEmpty();
  }

  @Test
  void aLaterSetDoesNotCallBackAWaveThatWasLetGo() {
    Play authorised = Situations.authorised(Situations.bothReady(SEALED, 1), 1);
    assertThat(wave(authorised.says(CLEARANCE, Situations.clear(3)), 1).phase()).isEqualTo(Journey.WavePhase.AUTHORISED);
  }

  @Test
  void whereNobodyClearsTheTermsAllowTravelUnaskedOrNobodyTravels() {
    Terms vacant = Drafts.without(Drafts.terms(), Function.CLEARANCE);
    Play refused = unclearedSeal(vacant);
    assertThat(refused.refusal(A1, Situations.readyFor(refused, 1))).isInstanceOf(Refusal.NotCleared.class);
    Play allowed = unclearedSeal(Drafts.notAskedMayTravel(vacant));
    assertThat(allowed.tries(A1, Situations.readyFor(allowed, 1)).answer()).isEqualTo("+");
    Play held = unclearedSeal(Drafts.notAskedMayTravel(Drafts.terms()));
    assertThat(held.refusal(A1, Situations.readyFor(held, 1))).isInstanceOf(Refusal.NotCleared.class);
  }

  private static Play unclearedSeal(Terms terms) {
    Play rolls = Situations.convened(terms).says(A1, Situations.roll(1, A, 1)).says(B1, Situations.roll(1, B, 1));
    return Situations.sealed(rolls).atHour(49);
  }

  @Test
  void readyIsSaidUntilTheWindowEnds() {
    assertThat(SEALED.at(Drafts.UNTIL_1).tries(A1, Situations.readyFor(SEALED, 1)).answer()).isEqualTo("+");
    assertThat(SEALED.at(Drafts.UNTIL_1 + 1).refusal(A1, Situations.readyFor(SEALED, 1)))
        .isEqualTo(new Refusal.Lapsed(Drafts.UNTIL_1));
  }

  @Test
  void aSideThatIsNoLongerReadyTakesTheWaveBackToStaged() {
    Play ready = Situations.bothReady(SEALED, 1);
    Play less = ready.says(A2, new Move.Unready(DAY_1, 1));
    assertThat(wave(less, 1).phase()).isEqualTo(Journey.WavePhase.STAGED);
    assertThat(wave(less, 1).ready()).containsOnlyKeys(B);
    assertThat(less.refusal(A1, new Move.Unready(DAY_1, 1))).isEqualTo(new Refusal.WrongWave(DAY_1, 1));
    assertThat(less.tries(B1, new Move.Unready(DAY_1, 1)).answer()).isEqualTo("+");
    assertThat(ready.refusal(A1, new Move.Unready(DAY_1, 9))).isEqualTo(new Refusal.WrongWave(DAY_1, 9));
  }

  @Test
  void unreadyStaysPossibleUnderAHalt() {
    Play halted = Situations.ready(SEALED, A1, 1).says(B1, new Move.Halt(Move.Cause.ATTACK));
    assertThat(halted.tries(A1, new Move.Unready(DAY_1, 1)).answer()).isEqualTo("+");
  }

  @Test
  void aReleaseNamesBothReadyThatStandNow() {
    Play ready = Situations.bothReady(SEALED, 1);
    long size = ready.state().course().size();
    SortedSet<Digest> both = MovesOfJourneys.readies(ready);
    SortedSet<Digest> one = new TreeSet<>(List.of(both.first()));
    assertThat(ready.refusal(Situations.authorisation(ready, 1, one, size, true, A, B)))
        .isEqualTo(new Refusal.NotReady());
    Play again = Situations.ready(ready.says(A1, new Move.Unready(DAY_1, 1)), A1, 1);
    assertThat(again.refusal(Situations.authorisation(again, 1, both, again.state().course().size(), true, A, B)))
        .isEqualTo(new Refusal.NotReady());
    assertThat(again.decide(Situations.authorisation(again, 1)).answer()).isEqualTo("+");
  }

  @Test
  void aReleaseStandsUnderACheckpointOfThisLogThatCoversBothReady() {
    Play ready = Situations.bothReady(SEALED, 1).says(A3, new Move.Erase(digest("something after")));
    long covering = ready.state().course().size() - 1;
    SortedSet<Digest> both = MovesOfJourneys.readies(ready);
    assertThat(ready.decide(Situations.authorisation(ready, 1, both, covering, true, A, B)).answer()).isEqualTo("+");
    assertThat(ready.refusal(Situations.authorisation(ready, 1, both, covering - 1, true, A, B)))
        .isEqualTo(new Refusal.NotCosigned(covering, Set.of()));
    assertThat(ready.refusal(Situations.authorisation(ready, 1, both, covering, false, A, B)))
        .isEqualTo(new Refusal.NotCosigned(covering, Set.of()));
  }

  @Test
  void aReleaseNeedsBothSidesCosignatures() {
    Play ready = Situations.bothReady(SEALED, 1);
    long size = ready.state().course().size();
    SortedSet<Digest> both = MovesOfJourneys.readies(ready);
    assertThat(ready.refusal(Situations.authorisation(ready, 1, both, size, true, A)))
        .isEqualTo(new Refusal.NotCosigned(size, Set.of(B)));
    assertThat(ready.refusal(Situations.authorisation(ready, 1, both, size, true, B, M)))
        .isEqualTo(new Refusal.NotCosigned(size, Set.of(A)));
    assertThat(ready.decide(Situations.authorisation(ready, 1, both, size, true, A, B, M)).answer()).isEqualTo("+");
  }

  @Test
  void aReleaseWithoutAnyCheckpointIsNone() {
    Play ready = Situations.bothReady(SEALED, 1);
    Move move = Situations.authorisation(ready, 1).move();
    assertThat(ready.refusal(AUTHORISER, move)).isInstanceOf(Refusal.NotCosigned.class);
  }

  @Test
  void aReleaseIsGivenUntilTheWindowEnds() {
    Play ready = Situations.bothReady(SEALED, 1);
    assertThat(ready.at(Drafts.UNTIL_1).decide(Situations.authorisation(ready.at(Drafts.UNTIL_1), 1)).answer())
        .isEqualTo("+");
    Play late = ready.at(Drafts.UNTIL_1 + 1);
    assertThat(late.refusal(Situations.authorisation(late, 1))).isEqualTo(new Refusal.Lapsed(Drafts.UNTIL_1));
  }

  @Test
  void onlyTheWaveThatBothAreReadyForIsLetGo() {
    Play ready = Situations.bothReady(SEALED, 1);
    assertThat(ready.refusal(Situations.authorisation(ready, 2))).isEqualTo(new Refusal.NotReady());
    Play gone = Situations.authorised(ready, 1);
    assertThat(wave(gone, 1).phase()).isEqualTo(Journey.WavePhase.AUTHORISED);
    assertThat(wave(gone, 2).phase()).isEqualTo(Journey.WavePhase.STAGED);
  }

  private static Play sealedWithoutAuthoriser() {
    Play rolls = Situations.convened(Drafts.without(Drafts.terms(), Function.AUTHORISER))
        .says(B1, Situations.roll(1, B, 1))
        .says(A1, Situations.roll(2, A, 1))
        .says(CLEARANCE, Situations.clear(1));
    return Situations.sealed(rolls).atHour(49);
  }

  private static Entry secondReady(Play play, long size, boolean ours, PartyId... cosigners) {
    Move move = new Move.Ready(
        DAY_1, 1, Situations.manifest(play, DAY_1, 1),
        Optional.of(new Move.CosignedCheckpoint(size, digest("root"), "note")));
    return Play.witnessed(play.entry(B1, move), new Entry.Witness(size, ours, new TreeSet<>(List.of(cosigners))));
  }

  /** Edge case 45: simultaneous release, neither signs first. */
  @Test
  void withoutAnAuthoriserTheSecondReadyLetsTheWaveGo() {
    Play first = Situations.ready(sealedWithoutAuthoriser(), A1, 1);
    assertThat(wave(first, 1).phase()).isEqualTo(Journey.WavePhase.STAGED);
    long size = first.state().course().size();
    assertThat(wave(first.goesOn(secondReady(first, size, true, A, B)), 1).phase())
        .isEqualTo(Journey.WavePhase.AUTHORISED);
  }

  @Test
  void withoutAnAuthoriserTheSecondReadyStandsUnderACosignedCheckpoint() {
    Play first = Situations.ready(sealedWithoutAuthoriser(), A1, 1);
    long size = first.state().course().size();
    assertThat(first.refusal(B1, Situations.readyFor(first, 1))).isInstanceOf(Refusal.NotCosigned.class);
    assertThat(first.refusal(secondReady(first, size, true, B))).isEqualTo(new Refusal.NotCosigned(size, Set.of(A)));
    assertThat(first.refusal(secondReady(first, size - 1, true, A, B)))
        .isEqualTo(new Refusal.NotCosigned(size, Set.of()));
    assertThat(first.refusal(secondReady(first, size, false, A, B))).isEqualTo(new Refusal.NotCosigned(size, Set.of()));
  }

  @Test
  void withAnAuthoriserASecondReadyNeedsNoCheckpoint() {
    Play first = Situations.ready(SEALED, A1, 1);
    assertThat(first.tries(B1, Situations.readyFor(first, 1)).answer()).isEqualTo("+");
  }

  /** Asked when the sides get ready, and again at the release: in between the function may have found somebody to hold it. */
  @Test
  void whoeverWasReadyWhereNobodyClearedIsNotLetGoOnceSomebodyDoes() {
    Terms unasked = Drafts.notAskedMayTravel(Drafts.without(Drafts.terms(), Function.CLEARANCE));
    Play rolls = Situations.convened(unasked).says(A1, Situations.roll(1, A, 1)).says(B1, Situations.roll(1, B, 1));
    Play ready = Situations.bothReady(Situations.sealed(rolls).atHour(49), 1);
    Play held = ready.agrees(new Matter.Succession(Function.CLEARANCE, M), A1, A2, B1, B2, Cast.M1);
    assertThat(held.refusal(Situations.authorisation(held, 1)))
        .isEqualTo(new Refusal.NotCleared(refs(soldier(A, 1), soldier(B, 1))));
    assertThat(ready.decide(Situations.authorisation(ready, 1)).answer()).isEqualTo("+");
  }
}
