package homeward.ruling;

import static homeward.ruling.Cast.A1;
import static homeward.ruling.Cast.A2;
import static homeward.ruling.Cast.A;
import static homeward.ruling.Cast.B1;
import static homeward.ruling.Cast.B2;
import static homeward.ruling.Cast.B;
import static homeward.ruling.Cast.CIVILIANS;
import static homeward.ruling.Cast.M1;
import static homeward.ruling.Cast.SICK_1;
import static homeward.ruling.Cast.SOLDIERS;
import static homeward.ruling.Cast.arrival;
import static homeward.ruling.Cast.by;
import static homeward.ruling.Cast.civilian;
import static homeward.ruling.Cast.digest;
import static homeward.ruling.Cast.refs;
import static homeward.ruling.Cast.soldier;
import static homeward.ruling.Cast.soldiers;
import static homeward.ruling.Play.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.balance.Manifests;
import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.Person;
import homeward.exchange.Ref;
import homeward.exchange.Refusal;
import homeward.exchange.State;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Lists: offered version by version, answered name by name, frozen. */
class ListsTest {
  private static final Play IN_FORCE = Situations.inForce(Situations.fresh(), Drafts.terms());
  private static final Play LISTED = Situations.listed(IN_FORCE);
  private static final Play COMMITTING = Situations.inForce(Situations.fresh(), Drafts.committed(Drafts.terms()));
  private static final String SALT = Cast.opaque("salt");

  private static Move.Lodge part(int version, int number, int of, SortedMap<String, SortedSet<Ref>> refs) {
    return new Move.Lodge(version, new Move.Part(number, of), refs, Optional.empty(), Optional.empty());
  }

  private static Move.Lodge salted(String salt, SortedMap<String, SortedSet<Ref>> refs) {
    return new Move.Lodge(1, Move.Part.whole(), refs, Optional.empty(), Optional.of(salt));
  }

  private static Move answering(SortedSet<Ref> accepted, SortedSet<Ref> notAccepted, SortedSet<Ref> open) {
    return new Move.Answer(1, accepted, notAccepted, open, Optional.empty());
  }

  @Test
  void whoeverIsOfferedIsListedAndWhoeverIsAcceptedIsAgreed() {
    Play offered = IN_FORCE.says(A1, Situations.lodge(1, Situations.list(A)));
    assertThat(offered.person(soldier(A, 1)))
        .isEqualTo(new Person(A, SOLDIERS, Person.Answered.NOT_YET, false, Optional.empty()));
    assertThat(offered.person(soldier(A, 1)).promise()).isEqualTo(Person.Promise.LISTED);
    Play answered = offered.says(B1, answering(soldiers(A, 1), soldiers(A, 2), soldiers(A, 3)));
    assertThat(answered.person(soldier(A, 1)).promise()).isEqualTo(Person.Promise.AGREED);
    assertThat(answered.person(soldier(A, 2)).answer()).isEqualTo(Person.Answered.NOT_ACCEPTED);
    assertThat(answered.person(soldier(A, 3)).answer()).isEqualTo(Person.Answered.OPEN);
  }

  @Test
  void aLaterAnswerReplacesAnEarlierOne() {
    Play changed = LISTED.says(B1, answering(soldiers(A, 7), soldiers(A, 1), refs()));
    assertThat(changed.person(soldier(A, 7)).promise()).isEqualTo(Person.Promise.AGREED);
    assertThat(changed.person(soldier(A, 1)).promise()).isEqualTo(Person.Promise.LISTED);
  }

  @Test
  void aVersionStandsWhenItsLastPartIsIn() {
    Play first = IN_FORCE.says(A1, part(1, 1, 2, by(SOLDIERS, soldiers(A, 1))));
    assertThat(first.state().people()).isEmpty();
    assertThat(first.refusal(A1, part(1, 3, 3, by(SOLDIERS, soldiers(A, 2))))).isEqualTo(new Refusal.OtherPart(1));
    Play whole = first.says(A2, part(1, 2, 2, by(SOLDIERS, soldiers(A, 2))));
    assertThat(whole.state().people()).containsOnlyKeys(soldiers(A, 1, 2));
    assertThat(MovesOfLists.version(whole, A)).isEqualTo(1);
  }

  @Test
  void aPartFollowsTheOneBefore() {
    Play first = IN_FORCE.says(A1, part(1, 1, 3, by(SOLDIERS, soldiers(A, 1))));
    assertThat(first.refusal(A1, part(1, 3, 3, by(SOLDIERS, soldiers(A, 3))))).isEqualTo(new Refusal.OtherPart(2));
    assertThat(first.tries(A1, part(1, 2, 3, by(SOLDIERS, soldiers(A, 2)))).answer()).isEqualTo("+");
  }

  @Test
  void aVersionMayBeBegunAgain() {
    Play first = IN_FORCE.says(A1, part(1, 1, 2, by(SOLDIERS, soldiers(A, 1, 2))));
    Play again = first.says(A1, part(1, 1, 1, by(SOLDIERS, soldiers(A, 2))));
    assertThat(again.state().people()).containsOnlyKeys(soldiers(A, 2));
    Play alike = first.says(A1, part(1, 1, 2, by(SOLDIERS, soldiers(A, 1, 3)))).says(A1, part(1, 2, 2, by(SOLDIERS, soldiers(A, 4))));
    assertThat(alike.state().people()).containsOnlyKeys(soldiers(A, 1, 3, 4));
  }

  /** Edge case 11: one person twice, or in both categories. */
  @Test
  void aReferenceStandsOnceThroughAllParts() {
    Play first = IN_FORCE.says(A1, part(1, 1, 2, by(SOLDIERS, soldiers(A, 1))));
    assertThat(first.refusal(A1, part(1, 2, 2, by(CIVILIANS, soldiers(A, 1, 2)))))
        .isEqualTo(new Refusal.Twice(soldiers(A, 1)));
  }

  @Test
  void aVersionFollowsTheOneInForce() {
    assertThat(LISTED.refusal(A1, Situations.lodge(3, Situations.list(A)))).isEqualTo(new Refusal.OtherVersion(1));
    assertThat(LISTED.refusal(A1, Situations.lodge(1, Situations.list(A)))).isEqualTo(new Refusal.OtherVersion(1));
  }

  @Test
  void aCategoryIsOneOfTheTerms() {
    assertThat(IN_FORCE.refusal(A1, Situations.lodge(1, by("medics", soldiers(A, 1)))))
        .isEqualTo(new Refusal.UnknownCategory("medics"));
  }

  @Test
  void aHolderOffersItsOwnPeopleOnly() {
    assertThat(LISTED.refusal(A1, Situations.lodge(2, by(SOLDIERS, soldiers(B, 1)))).getClass()).isIn(
        Refusal.UnknownReferences.class, Refusal.Twice.class);
  }

  @Test
  void whoeverArrivedUnlistedIsNotOffered() {
    assertThat(IN_FORCE.refusal(A1, Situations.lodge(1, by(SOLDIERS, refs(arrival(1))))))
        .isEqualTo(new Refusal.UnknownReferences(refs(arrival(1))));
  }

  /** Edge case 56: opposite labels in two registers. */
  @Test
  void whoeverIsAgreedKeepsTheCategoryBothSidesLookedAt() {
    SortedMap<String, SortedSet<Ref>> other = Situations.list(A);
    other.put(SOLDIERS, soldiers(A, 1, 2, 3, 4, 5));
    other.put(CIVILIANS, soldiers(A, 6, 7));
    assertThat(LISTED.refusal(A1, Situations.lodge(2, other))).isEqualTo(new Refusal.OtherCategory(soldiers(A, 6)));
    other.put(SOLDIERS, soldiers(A, 1, 2, 3, 4, 5, 6));
    other.put(CIVILIANS, soldiers(A, 7));
    assertThat(LISTED.says(A1, Situations.lodge(2, other)).person(soldier(A, 7)).category()).isEqualTo(CIVILIANS);
  }

  /** Edge case 15: struck with no reason. */
  @Test
  void whoeverIsMissingFromALaterVersionIsStruckAndMayComeBack() {
    Play fewer = LISTED.says(A1, Situations.lodge(2, by(SOLDIERS, soldiers(A, 1))));
    assertThat(fewer.person(soldier(A, 2)).promise()).isEqualTo(Person.Promise.STRUCK);
    assertThat(fewer.person(soldier(A, 1)).promise()).isEqualTo(Person.Promise.AGREED);
    assertThat(fewer.person(soldier(B, 2)).promise()).isEqualTo(Person.Promise.AGREED);
    Play again = fewer.says(A1, Situations.lodge(3, Situations.list(A)));
    assertThat(again.person(soldier(A, 2)).promise()).isEqualTo(Person.Promise.AGREED);
  }

  @Test
  void whoeverWasStruckIsNotAnswered() {
    Play fewer = LISTED.says(A1, Situations.lodge(2, by(SOLDIERS, soldiers(A, 1))));
    Move answer = Situations.answer(2, soldiers(A, 2), refs());
    assertThat(fewer.refusal(B1, answer)).isEqualTo(new Refusal.UnknownReferences(soldiers(A, 2)));
  }

  @Test
  void whoeverIsSeatedInADirectRepatriationIsNotStruck() {
    Play seated = LISTED.agrees(Situations.direct(SICK_1, A), A1, A2).says(A1, MovesOfJourneys.sick(SICK_1, 6));
    Play fewer = seated.says(A1, Situations.lodge(2, by(SOLDIERS, soldiers(A, 1))));
    assertThat(fewer.person(soldier(A, 6)).promise()).isEqualTo(Person.Promise.SEATED);
  }

  @Test
  void whoeverIsSeatedIsNotTakenBack() {
    Play seated = LISTED.agrees(Situations.direct(SICK_1, A), A1, A2).says(A1, MovesOfJourneys.sick(SICK_1, 6));
    assertThat(seated.refusal(B1, answering(refs(), soldiers(A, 6), refs()))).isInstanceOf(Refusal.Exists.class);
    assertThat(seated.refusal(B1, answering(refs(), refs(), soldiers(A, 6)))).isInstanceOf(Refusal.Exists.class);
    assertThat(seated.tries(B1, answering(soldiers(A, 6), refs(), refs())).answer()).isEqualTo("+");
  }

  /** Edge case 19: version 3 answered against version 2. */
  @Test
  void anAnswerIsToTheVersionInForce() {
    Play second = LISTED.says(A1, Situations.lodge(2, Situations.list(A)));
    assertThat(second.refusal(B1, answering(soldiers(A, 7), refs(), refs()))).isEqualTo(new Refusal.OtherVersion(2));
    assertThat(LISTED.refusal(B1, Situations.answer(2, soldiers(A, 7), refs()))).isEqualTo(new Refusal.OtherVersion(1));
  }

  /** Edge case 13: whoever is not on the list is not answered, nor are one's own prisoners. */
  @Test
  void anAnswerIsAboutPeopleOnTheOtherSidesList() {
    assertThat(LISTED.refusal(B1, answering(soldiers(A, 8), refs(), refs())))
        .isEqualTo(new Refusal.UnknownReferences(soldiers(A, 8)));
    assertThat(LISTED.refusal(B1, answering(soldiers(B, 1), refs(), refs())))
        .isEqualTo(new Refusal.UnknownReferences(soldiers(B, 1)));
  }

  @Test
  void aReferenceIsAnsweredInOneWay() {
    SortedSet<Ref> one = soldiers(A, 7);
    Refusal twice = new Refusal.Twice(one);
    assertThat(LISTED.refusal(B1, answering(soldiers(A, 6, 7), one, refs()))).isEqualTo(twice);
    assertThat(LISTED.refusal(B1, answering(one, refs(), one))).isEqualTo(twice);
    assertThat(LISTED.refusal(B1, answering(refs(), one, one))).isEqualTo(twice);
  }

  @Test
  void aThirdPartyNeitherOffersNorAnswers() {
    Refusal side = new Refusal.NotYourFunction(Function.SIDE);
    assertThat(IN_FORCE.refusal(M1, Situations.lodge(1, Situations.list(A)))).isEqualTo(side);
    assertThat(LISTED.refusal(M1, answering(soldiers(A, 7), refs(), refs()))).isEqualTo(side);
    assertThat(IN_FORCE.refusal(M1, new Move.Complete(CIVILIANS))).isEqualTo(side);
    assertThat(COMMITTING.refusal(M1, new Move.Commit(digest("x")))).isEqualTo(side);
  }

  @Test
  void aCommitmentIsMadeOnceAndOnlyWhereTheTermsAskForIt() {
    assertThat(IN_FORCE.refusal(A1, new Move.Commit(digest("x")))).isEqualTo(new Refusal.NotNow(State.Phase.IN_FORCE));
    Play committed = COMMITTING.says(A1, new Move.Commit(digest("x")));
    assertThat(committed.refusal(A2, new Move.Commit(digest("y")))).isEqualTo(new Refusal.Exists("commitment"));
    assertThat(committed.tries(B1, new Move.Commit(digest("y"))).answer()).isEqualTo("+");
  }

  private static Play bothCommitted() {
    return COMMITTING
        .says(A1, new Move.Commit(Manifests.commitment(SALT, Situations.list(A))))
        .says(B1, new Move.Commit(Manifests.commitment(SALT, Situations.list(B))));
  }

  @Test
  void neitherSideLodgesBeforeBothCommitted() {
    Move lodge = salted(SALT, Situations.list(A));
    assertThat(COMMITTING.refusal(A1, lodge)).isEqualTo(new Refusal.CommitFirst());
    Play byOne = COMMITTING.says(A1, new Move.Commit(Manifests.commitment(SALT, Situations.list(A))));
    assertThat(byOne.refusal(A1, lodge)).isEqualTo(new Refusal.CommitFirst());
    assertThat(byOne.refusal(B1, salted(SALT, Situations.list(B)))).isEqualTo(new Refusal.CommitFirst());
    assertThat(bothCommitted().tries(A1, lodge).answer()).isEqualTo("+");
  }

  @Test
  void theFirstVersionIsTheOneThatWasCommittedTo() {
    Play committed = bothCommitted();
    Refusal other = new Refusal.OtherDigest(Manifests.commitment(SALT, Situations.list(A)));
    assertThat(committed.refusal(A1, salted(SALT, by(SOLDIERS, soldiers(A, 1))))).isEqualTo(other);
    assertThat(committed.refusal(A1, salted(Cast.opaque("pepper"), Situations.list(A)))).isEqualTo(other);
    assertThat(committed.refusal(A1, Situations.lodge(1, Situations.list(A)))).isEqualTo(other);
  }

  @Test
  void aCommitmentIsOpenedByTheLastPartOverAllParts() {
    Play committed = bothCommitted();
    SortedMap<String, SortedSet<Ref>> some = by(SOLDIERS, soldiers(A, 1, 2, 3, 4, 5, 6, 7));
    Move first = new Move.Lodge(1, new Move.Part(1, 2), some, Optional.empty(), Optional.of(SALT));
    SortedMap<String, SortedSet<Ref>> rest = by(CIVILIANS, refs(civilian(A, 1), civilian(A, 2)));
    Move last = new Move.Lodge(1, new Move.Part(2, 2), rest, Optional.empty(), Optional.of(SALT));
    assertThat(committed.says(A1, first).says(A1, last).state().people()).hasSize(9);
  }

  @Test
  void onlyTheFirstVersionIsCommittedTo() {
    Play lodged = bothCommitted().says(A1, salted(SALT, Situations.list(A)));
    assertThat(lodged.tries(A1, Situations.lodge(2, Situations.list(A))).answer()).isEqualTo("+");
  }

  @Test
  void aMissingCommitmentIsWaitedForAsLongAsTheTermsSay() {
    Play byA = COMMITTING.says(A1, new Move.Commit(Manifests.commitment(SALT, Situations.list(A))));
    long due = byA.state().course().agreed().orElseThrow().at() + 24 * HOUR;
    Move lapse = new Move.Lapse(new Move.Lapsing.OfCommitment());
    assertThat(byA.at(due - 1).refusal(A1, lapse)).isEqualTo(new Refusal.NotYetDue(due));
    Play lapsed = byA.at(due).says(A1, lapse);
    assertThat(lapsed.tries(A1, salted(SALT, Situations.list(A))).answer()).isEqualTo("+");
    assertThat(byA.at(due).refusal(B1, lapse)).isInstanceOf(Refusal.class);
  }

  @Test
  void aCommitmentThatWasMadeDoesNotLapse() {
    Move lapse = new Move.Lapse(new Move.Lapsing.OfCommitment());
    assertThat(bothCommitted().atHour(100).refusal(A1, lapse)).isEqualTo(new Refusal.Exists("commitment"));
    assertThat(IN_FORCE.atHour(100).refusal(A1, lapse)).isEqualTo(new Refusal.NoSuch("commitment"));
    assertThat(Situations.fresh().atHour(100).refusal(A1, lapse)).isEqualTo(new Refusal.NoSuch("commitment"));
    assertThat(COMMITTING.atHour(100).refusal(M1, lapse)).isEqualTo(new Refusal.NoSuch("commitment"));
  }

  @Test
  void aListIsWholeOnceAndByItsHolderForWhatGoesAllForAll() {
    Play whole = LISTED.says(A1, new Move.Complete(CIVILIANS));
    assertThat(whole.refusal(A1, new Move.Complete(CIVILIANS))).isEqualTo(new Refusal.Exists("complete"));
    assertThat(whole.tries(B1, new Move.Complete(CIVILIANS)).answer()).isEqualTo("+");
    assertThat(LISTED.refusal(A1, new Move.Complete(SOLDIERS))).isEqualTo(new Refusal.UnknownCategory(SOLDIERS));
    assertThat(LISTED.refusal(A1, new Move.Complete("medics"))).isEqualTo(new Refusal.UnknownCategory("medics"));
  }

  @Test
  void aFreezeNamesTheVersionsOfWhoeverLodged() {
    Play byA = IN_FORCE.says(A1, Situations.lodge(1, Situations.list(A)));
    Digest nobodyAgreed = Manifests.agreed(byA.state());
    Matter ofBoth = new Matter.Freeze(new TreeMap<>(Map.of(A, 1, B, 1)), nobodyAgreed);
    assertThat(byA.refusal(A1, new Move.Propose(ofBoth, byA.now() + HOUR))).isEqualTo(new Refusal.OtherVersion(1));
    Matter ofOne = new Matter.Freeze(new TreeMap<>(Map.of(A, 1)), nobodyAgreed);
    assertThat(byA.tries(A1, new Move.Propose(ofOne, byA.now() + HOUR)).answer()).isEqualTo("+");
  }

  @Test
  void aFreezeDoesNotNameWhoeverOfferedNobodyYet() {
    Play byA = IN_FORCE.says(A1, Situations.lodge(1, Situations.list(A))).says(B1, new Move.Complete(CIVILIANS));
    Matter ofOne = new Matter.Freeze(new TreeMap<>(Map.of(A, 1)), Manifests.agreed(byA.state()));
    assertThat(byA.tries(A1, new Move.Propose(ofOne, byA.now() + HOUR)).answer()).isEqualTo("+");
  }

  @Test
  void aFreezeIsOfEverybodyAgreedNow() {
    Play later = LISTED.says(B1, answering(soldiers(A, 7), refs(), refs()));
    Matter.Freeze before = Situations.freeze(LISTED);
    assertThat(later.refusal(A1, new Move.Propose(before, later.now() + HOUR)))
        .isEqualTo(new Refusal.OtherDigest(Manifests.agreed(later.state())));
  }

  @Test
  void anAnswerAfterTheProposalOfAFreezeUndoesIt() {
    Play waiting = LISTED.agrees(Situations.freeze(LISTED), A1, A2, B1)
        .says(B1, answering(soldiers(A, 7), refs(), refs()));
    assertThat(waiting.refusal(B2, new Move.Sign(waiting.pending(Matter.Freeze.class))))
        .isInstanceOf(Refusal.OtherDigest.class);
  }

  /** Edge case 16: added after the freeze. */
  @Test
  void afterTheFreezeAListOnlyGrowsByLaterFindsOfWhatGoesAllForAll() {
    Play frozen = Situations.frozen(LISTED);
    Refusal notNow = new Refusal.NotNow(State.Phase.IN_FORCE);
    assertThat(frozen.refusal(A1, Situations.lodge(2, by(SOLDIERS, soldiers(A, 8))))).isEqualTo(notNow);
    Play found = frozen.says(A1, Situations.lodge(2, by(CIVILIANS, refs(civilian(A, 9)))));
    assertThat(found.state().people()).containsKey(civilian(A, 9));
    assertThat(found.person(soldier(A, 1)).promise()).isEqualTo(Person.Promise.AGREED);
    assertThat(Objects.requireNonNull(found.state().offers().get(A)).refs().get(SOLDIERS))
        .isEqualTo(soldiers(A, 1, 2, 3, 4, 5, 6, 7));
  }

  /** A list that only grows strikes nobody, not even whoever stood on none and rode in a direct repatriation that stood down. */
  @Test
  void afterTheFreezeNobodyIsStruck() {
    Play direct = Situations.frozen(LISTED).agrees(Situations.direct(SICK_1, A), A1, A2)
        .says(A1, MovesOfJourneys.sick(SICK_1, 50))
        .atHour(121).says(A1, new Move.Lapse(new Move.Lapsing.OfJourney(SICK_1)));
    Play found = direct.says(A1, Situations.lodge(2, by(CIVILIANS, refs(civilian(A, 9)))));
    assertThat(found.person(soldier(A, 50)).struck()).isFalse();
    assertThat(found.person(soldier(A, 1)).struck()).isFalse();
  }

  @Test
  void afterTheFreezeOnlyLaterFindsAreAnsweredAndEachOnce() {
    Play found = Situations.frozen(LISTED).says(A1, Situations.lodge(2, by(CIVILIANS, refs(civilian(A, 9)))));
    Refusal notNow = new Refusal.NotNow(State.Phase.IN_FORCE);
    assertThat(found.refusal(B1, Situations.answer(2, soldiers(A, 7), refs()))).isEqualTo(notNow);
    assertThat(found.refusal(B1, Situations.answer(2, refs(), refs(civilian(A, 1))))).isEqualTo(notNow);
    Play answered = found.says(B1, Situations.answer(2, refs(civilian(A, 9)), refs()));
    assertThat(answered.person(civilian(A, 9)).promise()).isEqualTo(Person.Promise.AGREED);
  }

  @Test
  void whoeverWasNeverAnsweredOfACountedCategoryIsNotAnsweredAfterTheFreeze() {
    Play unanswered = IN_FORCE.says(A1, Situations.lodge(1, Situations.list(A)))
        .says(B1, answering(soldiers(A, 1), refs(), refs()));
    Play frozen = Situations.frozen(unanswered);
    assertThat(frozen.refusal(B1, answering(soldiers(A, 2), refs(), refs())))
        .isEqualTo(new Refusal.NotNow(State.Phase.IN_FORCE));
    assertThat(frozen.tries(B1, answering(refs(civilian(A, 1)), refs(), refs())).answer()).isEqualTo("+");
  }
}
