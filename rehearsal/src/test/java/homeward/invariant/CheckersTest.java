package homeward.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.balance.Manifests;
import homeward.exchange.Digest;
import homeward.exchange.PartyId;
import homeward.invariant.Invariants.Broken;
import homeward.node.Chronicle;
import homeward.node.OtherRules;
import homeward.node.Store;
import homeward.ruling.Protocol;
import homeward.sabotage.Bending;
import homeward.simulation.Rehearsed;
import homeward.simulation.Saboteur;
import homeward.simulation.Simulation;
import homeward.transcript.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each checker is shown a history that is well, and the same one with one thing wrong: none of them is blind. */
class CheckersTest {
  /** Without faults: two waves and no authoriser, a clearance function, a direct repatriation. */
  private static final long SEED = 145;

  private static Rehearsed well = new Rehearsed(0, true, new Evidence(List.of(), List.of(), List.of(), Set.of(), true), List.of(), List.of(), new TreeMap<>(), Map.of(), List.of());

  @BeforeAll
  static void rehearse() {
    well = Simulation.run(SEED, Saboteur.NOBODY);
  }

  /** Rules with one thing wrong. */
  private static OtherRules.Bent bent(Invariant invariant) {
    return switch (invariant) {
      case AUTHORITY -> Bending::onOneReady;
      case ELIGIBILITY -> Bending::seatedIsCleared;
      case EXPOSURE -> Bending::twoWaves;
      case BALANCE -> Bending::directCounts;
      case FACTS -> Bending::forgets;
      case QUORUM -> Bending::onePersonFewer;
      case PRIVACY, SAMENESS, MIRROR, ENDING -> throw new IllegalArgumentException(invariant + " has a test of its own");
    };
  }

  private static Set<Invariant> broken(Evidence evidence) {
    Set<Invariant> broken = new java.util.TreeSet<>();
    Invariants.broken(evidence).forEach(each -> broken.add(each.invariant()));
    return broken;
  }

  private static Evidence with(UnaryOperator<Evidence.Held> change) {
    List<Evidence.Held> nodes = new ArrayList<>(well.evidence().nodes());
    nodes.set(0, change.apply(nodes.getFirst()));
    return new Evidence(nodes, well.evidence().acknowledged(), well.evidence().commons(), well.evidence().words(), true);
  }

  private static Evidence.Held holding(Evidence.Held held, Chronicle log) {
    return new Evidence.Held(held.party(), held.honest(), held.lasting(), log, held.store(), held.sizeAfterResending(), Manifests.ofState(log.state()));
  }

  @Test
  void aHistoryThatIsWellBreaksNothing() {
    assertThat(Invariants.broken(well.evidence())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"AUTHORITY", "ELIGIBILITY", "EXPOSURE", "BALANCE", "FACTS", "QUORUM"})
  void theSameEntriesDecidedWronglyBreakTheInvariantThatIsBent(Invariant invariant) {
    Evidence evidence = with(held -> holding(held, OtherRules.decidedAgain(held.log(), bent(invariant))));

    assertThat(broken(evidence)).contains(invariant);
  }

  @Test
  void theSameEntriesDecidedTheSameWayAgainBreakNothing() {
    assertThat(Invariants.broken(with(held -> holding(held, OtherRules.decidedAgain(held.log(), Protocol::decide))))).isEmpty();
  }

  @Test
  void anAcknowledgedEntryThatIsInNoLogAndNoOutboxIsLost() {
    Evidence evidence = with(held -> shortened(held, held.log().size() - 1));

    assertThat(Invariants.broken(evidence).stream().filter(each -> each.invariant() == Invariant.FACTS).map(Broken::what))
        .anyMatch(what -> what.contains("acknowledged and are not in the log"));
  }

  private static Evidence.Held shortened(Evidence.Held held, long size) {
    Chronicle log = new Chronicle(held.log().exchange());
    for (long index = 0; index < size; index++) {
      log.append(held.log().leaf(index));
    }
    return holding(held, log);
  }

  @Test
  void twoHistoriesThatWereBothCommonAreNoticed() {
    List<Evidence.Common> commons = new ArrayList<>(well.evidence().commons());
    Evidence.Common last = commons.getLast();
    commons.add(new Evidence.Common(last.by(), last.size(), Hash.EMPTY));
    Evidence evidence = new Evidence(well.evidence().nodes(), well.evidence().acknowledged(), commons, Set.of(), true);

    assertThat(broken(evidence)).containsExactly(Invariant.FACTS);
  }

  @Test
  void aNodeThatHoldsAnotherHistoryMustHaveNoticed() {
    Rehearsed other = Simulation.run(SEED + 5, Saboteur.NOBODY);
    List<Evidence.Held> nodes = new ArrayList<>(well.evidence().nodes());
    nodes.add(other.evidence().nodes().getFirst());

    assertThat(Histories.of(new Evidence(nodes, List.of(), List.of(), Set.of(), true))).anyMatch(what -> what.contains("has not noticed"));
  }

  @Test
  void anAlarmThatProvesNothingIsNone() {
    Store.Alarm alarm = new Store.Alarm(Store.AlarmKind.FORK, 3, "one", "other");
    Evidence evidence = with(held -> {
      Store.Contents store = held.store();
      Store.Contents alarmed = new Store.Contents(store.lines(), store.latest(), store.checkpoints(), store.outbox(), List.of(alarm));
      return new Evidence.Held(held.party(), true, true, held.log(), alarmed, held.sizeAfterResending(), held.restarted());
    });

    assertThat(Invariants.broken(evidence).stream().map(Broken::what)).containsExactly("the alarm of " + evidence.nodes().getFirst().party().value() + " proves nothing");
  }

  @Test
  void aPrivateWordInALeafIsFound() {
    String code = well.evidence().nodes().getFirst().log().state().terms().tranches().getFirst().place();
    Evidence evidence = new Evidence(well.evidence().nodes(), List.of(), List.of(), Set.of(code), true);

    assertThat(broken(evidence)).containsExactly(Invariant.PRIVACY);
  }

  @Test
  void oneLogWithTwoStatesIsFound() {
    assertThat(broken(with(held -> holding(held, OtherRules.decidedAgain(held.log(), Bending::deaf))))).contains(Invariant.SAMENESS);
  }

  @Test
  void anotherStateAfterANewStartIsFound() {
    Evidence evidence = with(held -> new Evidence.Held(held.party(), true, true, held.log(), held.store(), held.sizeAfterResending(), Digest.OF_NOTHING));

    assertThat(broken(evidence)).containsExactly(Invariant.SAMENESS);
  }

  @Test
  void aLogThatGrowsByResendingIsFound() {
    Evidence evidence = with(held -> new Evidence.Held(held.party(), true, true, held.log(), held.store(), held.sizeAfterResending() + 1, held.restarted()));

    assertThat(broken(evidence)).containsExactly(Invariant.SAMENESS);
  }

  @Test
  void aRefusedEntryThatChangesSomethingIsFound() {
    Evidence.Held held = Simulation.run(12, Saboteur.NOBODY).evidence().nodes().getFirst();
    Chronicle bent = OtherRules.decidedAgain(held.log(), (now, entry) -> {
      var ruled = Protocol.decide(now, entry);
      return ruled.accepted() ? ruled : new homeward.exchange.Decision(ruled.next().with(ruled.next().course().at(homeward.exchange.State.Phase.ENDED)), ruled.refusal());
    });

    assertThat(new Sameness().of(Check.Log.of(held, Set.of()))).isEmpty();
    assertThat(new Sameness().of(Check.Log.of(holding(held, bent), Set.of()))).isNotEmpty();
  }

  @Test
  void anExchangeThatStopsInTheMiddleHasNoEnd() {
    Evidence evidence = with(held -> shortened(held, held.log().size() / 2));

    assertThat(broken(evidence)).contains(Invariant.ENDING);
  }

  @Test
  void theMirrorShowsADifferenceAndNothingWhereThereIsNone() {
    PartyId first = well.sides().getFirst();
    PartyId second = well.sides().getLast();
    Rehearsed mirrored = Simulation.mirrored(SEED, Saboteur.NOBODY);

    assertThat(Invariants.mirrored(well.evidence(), mirrored.evidence(), first, second)).isEmpty();
    assertThat(Invariants.mirrored(well.evidence(), well.evidence(), first, second)).isNotEmpty();
  }

  @Test
  void everyInvariantOfTheDocumentsHasANumberAndWords() {
    assertThat(Invariant.values()).hasSize(10);
    assertThat(Optional.of(Invariant.ENDING.number())).contains(10);
  }
}
