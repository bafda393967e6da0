package homeward.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.balance.Manifests;
import homeward.json.Json;
import homeward.rehearsal.Rehearsal.Ending;
import homeward.simulation.Rehearsed;
import homeward.simulation.Saboteur;
import homeward.simulation.Simulation;
import homeward.simulation.Told.Happening;
import homeward.simulation.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A few dozen seeds; {@code ./homeward rehearse --seeds 1..1000} runs more. */
class RehearsalsTest {
  private static final int LAST = 40;
  private static Report report = new Report(0, 0, List.of(), 0);

  private static Rehearsals.Watch stoppingAfter(long seeds) {
    return new Rehearsals.Watch() {
      private long rehearsed;

      @Override
      public void done(Rehearsal rehearsal, long done, long total) {
        rehearsed = done;
      }

      @Override
      public boolean stop() {
        return rehearsed >= seeds;
      }
    };
  }

  @BeforeAll
  static void rehearse() {
    report = Rehearsals.run(1, LAST, Saboteur.NOBODY, () -> 0, stoppingAfter(LAST));
  }

  @Test
  void noInvariantIsBroken() {
    assertThat(report.violations("")).isEmpty();
    assertThat(report.done()).hasSize(LAST);
  }

  @Test
  void everyExchangeComesToAnEndAndThoseWithoutFaultsAreClosed() {
    assertThat(report.ended(Ending.UNENDED)).isZero();
    assertThat(report.done().stream().filter(Rehearsal::faultFree)).hasSize(LAST / 5)
        .allMatch(seed -> seed.ending() == Ending.CLOSED, "closed");
  }

  @Test
  void fewSeedsReachMostOfTheRareSituations() {
    assertThat(report.reached().keySet()).hasSizeGreaterThan(30);
    assertThat(report.missed()).hasSize(Mark.values().length - report.reached().size());
  }

  @Test
  void theReportAddsUp() {
    long ended = LongStream.of(report.ended(Ending.CLOSED), report.ended(Ending.ENDED)).sum();

    assertThat(ended).isEqualTo(LAST);
    assertThat(report.json()).isInstanceOf(Json.Fields.class);
    assertThat(((Json.Fields) report.json()).values().keySet())
        .containsExactly("seeds", "violations", "closed", "ended", "unended", "faultFree", "marks", "processorMillis", "seedsPerProcessorMinute");
    assertThat(((Json.Fields) report.json()).values()).containsEntry("violations", Json.items(List.of()));
  }

  @Test
  void aSeedIsTheSameEachTime() {
    for (long seed : List.of(2, 9)) {
      assertThat(told(Simulation.run(seed, Saboteur.NOBODY))).as("seed %d", seed).isEqualTo(told(Simulation.run(seed, Saboteur.NOBODY)));
    }
  }

  private static List<Object> told(Rehearsed rehearsed) {
    List<Object> told = new ArrayList<>(rehearsed.told());
    told.addAll(rehearsed.evidence().commons());
    rehearsed.evidence().nodes().forEach(held -> told.addAll(List.of(held.party(), held.store(), Manifests.ofState(held.log().state()))));
    return told;
  }

  /** In seed 36 a confused delegate speaks before the root key has told of anybody. */
  @Test
  void whoeverSpeaksBeforeBeingEnrolledHoldsUpNobody() {
    assertThat(Simulation.run(36, Saboteur.NOBODY).evidence().judged()).allMatch(held -> held.log().state().course().agreed().isPresent());
  }

  @Test
  void aFaultFreeSeedHasNoFault() {
    assertThat(LongStream.rangeClosed(1, 20).filter(Simulation::faultFree)).containsExactly(5L, 10L, 15L, 20L);
    Rehearsed fine = Simulation.run(10, Saboteur.NOBODY);
    assertThat(fine.told().stream().map(Told::kind)).allMatch(kind -> kind == Happening.OUTSIDER);
  }

  @Test
  void whoeverStopsEarlyIsToldWhatWasFound() {
    Report some = Rehearsals.run(1, 100, Saboteur.NOBODY, () -> 0, stoppingAfter(1));

    assertThat(some.done()).hasSize(1);
    assertThat(some.summary().getFirst()).startsWith("1 of 100 seeds rehearsed");
  }

  @Test
  void tooFewClosedOfManyWithoutFaultsIsANo() {
    List<Rehearsal> many = new ArrayList<>();
    for (long seed = 1; seed <= 40; seed++) {
      Ending ending = seed <= 38 ? Ending.CLOSED : Ending.ENDED;
      many.add(new Rehearsal(seed, true, ending, List.of(), java.util.Set.of()));
    }
    assertThat(new Report(1, 40, many, 1).holds()).isTrue();
    many.set(0, new Rehearsal(1, true, Ending.ENDED, List.of(), java.util.Set.of()));
    assertThat(new Report(1, 40, many, 1).holds()).isFalse();
    assertThat(new Report(1, 40, many, 1).summary().getLast()).contains("at least 95 in a hundred");
  }

  @Test
  void aReplayTellsFaultsEntriesAndTheVerdict() {
    List<String> lines = new ArrayList<>();

    Rehearsals.replay(12, Saboteur.NOBODY, lines::add);
    assertThat(lines.getFirst()).isEqualTo("seed 12");
    assertThat(lines).anyMatch(line -> line.contains("** ")).anyMatch(line -> line.contains("the opening side: Propose")).anyMatch(line -> line.contains("- refused, "));
    assertThat(lines.getLast()).isEqualTo("Seed 12: CLOSED, every invariant holds.");
  }
}
