package homeward.ruling;

import static homeward.ruling.Cast.A1;
import static homeward.ruling.Cast.A2;
import static homeward.ruling.Cast.A;
import static homeward.ruling.Cast.B1;
import static homeward.ruling.Cast.B2;
import static homeward.ruling.Cast.B;
import static homeward.ruling.Cast.CIVILIANS;
import static homeward.ruling.Cast.DAY_1;
import static homeward.ruling.Cast.SICK_1;
import static homeward.ruling.Cast.SOLDIERS;
import static homeward.ruling.Cast.by;
import static homeward.ruling.Cast.civilian;
import static homeward.ruling.Cast.digest;
import static homeward.ruling.Cast.nobody;
import static homeward.ruling.Cast.refs;
import static homeward.ruling.Cast.soldier;
import static homeward.ruling.Cast.soldiers;
import static homeward.ruling.Play.HOUR;
import static homeward.ruling.Situations.HANDOVER;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.balance.Manifests;
import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.Person;
import homeward.exchange.Ref;
import homeward.exchange.Refusal;
import homeward.exchange.State;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What both sides fix: who sits in which wave, how many of them, and every change before departure. */
class SealsTest {
  private static final Play FROZEN =
      Situations.frozen(Situations.listed(Situations.inForce(Situations.fresh(), Drafts.terms())));
  private static final Play CONVENED = Situations.convened(FROZEN);
  private static final Play SEALED = Situations.sealed(Situations.manifested(CONVENED));
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
  void aSealFixesEveryWaveByItsDigest() {
    assertThat(SEALED.journey(DAY_1).phase()).isEqualTo(Journey.Phase.SEALED);
    assertThat(SEALED.journey(DAY_1).waves()).extracting(Journey.Wave::phase).containsOnly(Journey.WavePhase.STAGED);
    Play manifested = Situations.manifested(CONVENED);
    Digest first = Manifests.digest(DAY_1, manifested.wave(1));
    Digest second = Manifests.digest(DAY_1, manifested.wave(2));
    assertThat(proposing(manifested, new Matter.Seal(DAY_1, List.of(second, first))))
        .isEqualTo(new Refusal.OtherDigest(first));
    assertThat(proposing(manifested, new Matter.Seal(DAY_1, List.of(first)))).isEqualTo(new Refusal.OtherDigest(second));
    assertThat(proposing(manifested, new Matter.Seal(DAY_1, List.of(first, digest("x")))))
        .isEqualTo(new Refusal.OtherDigest(second));
    assertThat(proposing(manifested, new Matter.Seal(DAY_1, List.of(first, second, second))))
        .isInstanceOf(Refusal.OtherDigest.class);
  }

  @Test
  void aRollThatIsNotWholeIsNotSealed() {
    Play half = Situations.manifested(CONVENED).says(A1, part(1, 2, 1));
    assertThat(proposing(half, Situations.seal(half))).isIn(
        new Refusal.OtherDigest(Situations.manifest(half, DAY_1, 1)), new Refusal.OtherPart(0), new Refusal.OtherPart(2));
  }

  @Test
  void aManifestLodgedAgainUndoesTheSealThatWaits() {
    Play manifested = Situations.manifested(CONVENED);
    Play waiting = manifested.agrees(Situations.seal(manifested), A1, A2, B1).says(A1, Situations.roll(1, A, 1, 4));
    assertThat(waiting.refusal(B2, new Move.Sign(waiting.pending(Matter.Seal.class))))
        .isInstanceOf(Refusal.OtherDigest.class);
  }

  @Test
  void aDirectRepatriationIsNotSealed() {
    Play seated = DIRECT.says(A1, MovesOfJourneys.sick(SICK_1, 50));
    Matter seal = new Matter.Seal(SICK_1, List.of(Situations.manifest(seated, SICK_1, 1)));
    assertThat(proposing(seated, seal)).isEqualTo(new Refusal.NotNow(State.Phase.IN_FORCE));
  }

  @Test
  void noMoreAreCountedThanTheTermsSay() {
    Play four = CONVENED.says(A1, Situations.roll(1, A, 1, 2, 3, 4)).says(B1, Situations.roll(1, B, 1, 2, 3, 4));
    assertThat(proposed(four, Situations.seal(four))).isEqualTo("+");
    Play five = CONVENED.says(A1, Situations.roll(1, A, 1, 2, 3, 4, 5)).says(B1, Situations.roll(1, B, 1, 2, 3, 4));
    assertThat(proposing(five, Situations.seal(five))).isEqualTo(new Refusal.OverQuota(B, SOLDIERS, 5, 4));
  }

  @Test
  void aSeatOnAnotherJourneyCountsAgainstTheQuotaAndADirectOneDoesNot() {
    Matter second =
        new Matter.Convene("day-2", Optional.of(2), Optional.empty(), "bridge", Drafts.FROM_1, Drafts.UNTIL_1);
    Play both = CONVENED.agrees(second, A1, A2, B1, B2, HANDOVER)
        .says(A1, new Move.Manifest("day-2", 1, Move.Part.whole(), by(SOLDIERS, soldiers(A, 4, 5)), nobody()))
        .says(A1, Situations.roll(1, A, 1, 2, 3));
    assertThat(proposing(both, Situations.seal(both))).isEqualTo(new Refusal.OverQuota(B, SOLDIERS, 5, 4));
    Play direct = Situations.convened(DIRECT).says(A1, MovesOfJourneys.sick(SICK_1, 4, 5))
        .says(A1, Situations.roll(1, A, 1, 2, 3));
    assertThat(proposed(direct, Situations.seal(direct))).isEqualTo("+");
  }

  /** Edge case 28: wounded must not count; they go outside the count by the terms' number. */
  @Test
  void peopleOutsideTheCountAreAsManyAsTheTrancheSays() {
    Play one = CONVENED.says(A1, Situations.roll(1, A, 1, 2, 3, 4)).says(A1, outside(2, A, 5));
    assertThat(proposed(one, Situations.seal(one))).isEqualTo("+");
    Play two = CONVENED.says(A1, outside(1, A, 5, 6));
    assertThat(proposing(two, Situations.seal(two))).isEqualTo(new Refusal.OverQuota(B, SOLDIERS, 2, 1));
    Play twoWaves = CONVENED.says(A1, outside(1, A, 5)).says(A1, outside(2, A, 6));
    assertThat(proposing(twoWaves, Situations.seal(twoWaves))).isEqualTo(new Refusal.OverQuota(B, SOLDIERS, 2, 1));
  }

  /** Edge case 30: all for all with N unknown has no quota. */
  @Test
  void allForAllHasNoQuota() {
    Move civilians =
        new Move.Manifest(DAY_1, 1, Move.Part.whole(), by(CIVILIANS, refs(civilian(A, 1), civilian(A, 2))), nobody());
    Play all = CONVENED.says(A1, civilians);
    assertThat(proposed(all, Situations.seal(all))).isEqualTo("+");
  }

  private static Play withoutAuthoriser(PartyId begins) {
    return Situations.convened(Drafts.beginningWith(Drafts.without(Drafts.terms(), Function.AUTHORISER), begins));
  }

  @Test
  void withoutAnAuthoriserAWaveCarriesOneSidesPeople() {
    Play both = withoutAuthoriser(A).says(B1, Situations.roll(1, B, 1)).says(A1, Situations.roll(1, A, 1));
    assertThat(proposing(both, Situations.seal(both))).isEqualTo(new Refusal.WrongWave(DAY_1, 1));
    Play inTurn = withoutAuthoriser(A).says(B1, Situations.roll(1, B, 1)).says(A1, Situations.roll(2, A, 1));
    assertThat(proposed(inTurn, Situations.seal(inTurn))).isEqualTo("+");
    Play later = inTurn.says(B1, Situations.roll(2, B, 2));
    assertThat(proposing(later, Situations.seal(later))).isEqualTo(new Refusal.WrongWave(DAY_1, 2));
    Play empty = inTurn.says(B1, Situations.roll(2, B));
    assertThat(proposed(empty, Situations.seal(empty))).isEqualTo("+");
  }

  @Test
  void withoutAnAuthoriserAChangeKeepsAWaveToOneSide() {
    Play rolls = withoutAuthoriser(A).says(B1, Situations.roll(1, B, 1)).says(A1, Situations.roll(2, A, 1));
    Play sealed = Situations.sealed(rolls);
    Digest stands = Situations.manifest(sealed, DAY_1, 1);
    Matter mixed = new Matter.Change(DAY_1, 1, stands, refs(), by(SOLDIERS, soldiers(A, 4)), nobody());
    assertThat(proposing(sealed, mixed)).isEqualTo(new Refusal.WrongWave(DAY_1, 1));
    Matter ofB = new Matter.Change(DAY_1, 1, stands, refs(), by(SOLDIERS, soldiers(B, 4)), nobody());
    assertThat(proposed(sealed, ofB)).isEqualTo("+");
  }

  @Test
  void withoutAnAuthoriserTheTermsSayWhosePeopleGoFirst() {
    Play ofB = withoutAuthoriser(A).says(A1, Situations.roll(1, A, 1)).says(B1, Situations.roll(2, B, 1));
    assertThat(proposing(ofB, Situations.seal(ofB))).isEqualTo(new Refusal.WrongWave(DAY_1, 1));
    Play agreed = withoutAuthoriser(B).says(A1, Situations.roll(1, A, 1)).says(B1, Situations.roll(2, B, 1));
    assertThat(proposed(agreed, Situations.seal(agreed))).isEqualTo("+");
  }

  @Test
  void whereOneSideHasNobodyLeftTheOtherSidesPeopleGo() {
    Play ofB = withoutAuthoriser(A).says(A1, Situations.roll(1, A, 1));
    assertThat(proposed(ofB, Situations.seal(ofB))).isEqualTo("+");
  }

  private static Matter.Change change(Play play, SortedSet<Ref> out, SortedMap<String, SortedSet<Ref>> in,
      SortedMap<String, SortedSet<Ref>> outside) {
    return new Matter.Change(DAY_1, 1, Situations.manifest(play, DAY_1, 1), out, in, outside);
  }

  /** Edge case 17: a late replacement to keep the number. */
  @Test
  void aChangeSwapsPeopleAndVoidsEveryReady() {
    Play ready = Situations.bothReady(SEALED.atHour(49), 1);
    Play changed = ready.bothAgree(Situations.change(ready));
    Journey.Wave wave = changed.wave(1);
    assertThat(changed.roll(1, A)).isEqualTo(soldiers(A, 1, 4));
    assertThat(changed.roll(1, B)).isEqualTo(soldiers(B, 1, 2));
    assertThat(wave.ready()).isEmpty();
    assertThat(wave.phase()).isEqualTo(Journey.WavePhase.STAGED);
    assertThat(changed.person(soldier(A, 2)).promise()).isEqualTo(Person.Promise.AGREED);
    assertThat(changed.person(soldier(A, 4)).seat()).contains(new Person.Seat(DAY_1, 1, true, changed.lastIndex()));
  }

  @Test
  void aChangeIsOfAWaveThatThereIs() {
    Matter none = new Matter.Change(DAY_1, 3, digest("x"), soldiers(A, 1), nobody(), nobody());
    assertThat(proposing(SEALED, none)).isEqualTo(new Refusal.WrongWave(DAY_1, 3));
    Matter direct = new Matter.Change(SICK_1, 1, digest("x"), soldiers(A, 1), nobody(), nobody());
    assertThat(proposing(DIRECT.says(A1, MovesOfJourneys.sick(SICK_1, 1)), direct))
        .isEqualTo(new Refusal.WrongWave(SICK_1, 1));
    assertThat(proposing(DIRECT, direct)).isEqualTo(new Refusal.WrongWave(SICK_1, 1));
  }

  @Test
  void aChangeOfEitherSidesPeopleKeepsThemApart() {
    SortedMap<String, SortedSet<Ref>> in = by(SOLDIERS, refs(soldier(A, 4), soldier(B, 4)));
    Play changed = SEALED.bothAgree(change(SEALED, refs(soldier(A, 2), soldier(B, 2)), in, nobody()));
    assertThat(changed.roll(1, A)).isEqualTo(soldiers(A, 1, 4));
    assertThat(changed.roll(1, B)).isEqualTo(soldiers(B, 1, 4));
  }

  @Test
  void whoeverComesInComesOnceAndIsAgreedAndSitsNowhere() {
    assertThat(proposing(SEALED,
        change(SEALED, soldiers(A, 2), by(SOLDIERS, soldiers(A, 4)), by(SOLDIERS, soldiers(A, 4)))))
        .isEqualTo(new Refusal.Twice(soldiers(A, 4)));
    assertThat(proposing(SEALED, change(SEALED, soldiers(A, 2), by(SOLDIERS, soldiers(A, 3)), nobody())))
        .isEqualTo(new Refusal.NotAgreed(soldiers(A, 3)));
    assertThat(proposing(SEALED, change(SEALED, soldiers(A, 2), by(SOLDIERS, soldiers(A, 50)), nobody())))
        .isEqualTo(new Refusal.NotAgreed(soldiers(A, 50)));
    assertThat(proposing(SEALED, change(SEALED, soldiers(A, 2), nobody(), by(CIVILIANS, soldiers(A, 4)))))
        .isEqualTo(new Refusal.OtherCategory(soldiers(A, 4)));
    assertThat(proposed(SEALED, change(SEALED, soldiers(A, 2), nobody(), by(SOLDIERS, soldiers(A, 2))))).isEqualTo("+");
  }

  @Test
  void aChangeStaysWithinTheTermsToo() {
    assertThat(proposed(SEALED, change(SEALED, refs(), by(SOLDIERS, soldiers(A, 4)), nobody()))).isEqualTo("+");
    assertThat(proposing(SEALED, change(SEALED, refs(), by(SOLDIERS, soldiers(A, 4, 5)), nobody())))
        .isEqualTo(new Refusal.OverQuota(B, SOLDIERS, 5, 4));
    assertThat(proposing(SEALED, change(SEALED, refs(), nobody(), by(SOLDIERS, soldiers(A, 4, 5)))))
        .isEqualTo(new Refusal.OverQuota(B, SOLDIERS, 2, 1));
  }

  @Test
  void aSecondChangeIsAskedAboutTheManifestTheFirstOneLeft() {
    Play waiting = SEALED.agrees(Situations.change(SEALED), A1, A2, B1);
    Play changed = waiting.bothAgree(change(waiting, soldiers(A, 1), by(SOLDIERS, soldiers(A, 5)), nobody()));
    assertThat(changed.refusal(B2, new Move.Sign(changed.pending(Matter.Change.class))))
        .isEqualTo(new Refusal.OtherDigest(Situations.manifest(changed, DAY_1, 1)));
  }

  @Test
  void aJourneyThatNobodyFilledIsNotSealed() {
    assertThat(proposing(CONVENED, new Matter.Seal(DAY_1, List.of()))).isEqualTo(new Refusal.OtherDigest(Digest.OF_NOTHING));
  }

  @Test
  void aSeatOfOneCategoryDoesNotCountAgainstAnother() {
    SortedMap<String, SortedSet<Ref>> all = new TreeMap<>(by(SOLDIERS, soldiers(A, 1, 2, 3, 4)));
    all.put(CIVILIANS, refs(civilian(A, 1)));
    Play rolls = CONVENED.says(A1, new Move.Manifest(DAY_1, 1, Move.Part.whole(), all, nobody()));
    assertThat(proposed(rolls, Situations.seal(rolls))).isEqualTo("+");
    Play more = CONVENED.says(A1, new Move.Manifest(DAY_1, 1, Move.Part.whole(), by(SOLDIERS, soldiers(A, 1, 2, 3, 4, 5)), nobody()));
    assertThat(proposing(more, Situations.seal(more))).isEqualTo(new Refusal.OverQuota(B, SOLDIERS, 5, 4));
  }

  /** What is signed is the digest of the rolls, so nobody's empty roll and no category without people may slip in. */
  @Test
  void aChangeLeavesRollsOfThoseWhoAreOnThemAlone() {
    Play rolls = CONVENED.says(B1, Situations.roll(1, B, 1, 2));
    Play sealed = Situations.sealed(rolls);
    Play swapped = sealed.bothAgree(changing(sealed, soldiers(B, 1), soldiers(B, 3)));
    assertThat(swapped.wave(1).rolls()).containsOnlyKeys(B);
    assertThat(swapped.roll(1, B)).isEqualTo(soldiers(B, 2, 3));
    Play joined = sealed.bothAgree(changing(sealed, soldiers(B, 1), soldiers(A, 3)));
    assertThat(joined.roll(1, A)).isEqualTo(soldiers(A, 3));
    assertThat(joined.roll(1, B)).isEqualTo(soldiers(B, 2));
    Play replaced = sealed.bothAgree(changing(sealed, soldiers(B, 1, 2), soldiers(A, 3)));
    assertThat(replaced.roll(1, B)).isEmpty();
    assertThat(java.util.Objects.requireNonNull(replaced.wave(1).rolls().get(B)).counted()).isEmpty();
  }

  private static Matter changing(Play play, SortedSet<Ref> out, SortedSet<Ref> in) {
    return new Matter.Change(DAY_1, 1, Situations.manifest(play, DAY_1, 1), out, by(SOLDIERS, in), nobody());
  }
}
