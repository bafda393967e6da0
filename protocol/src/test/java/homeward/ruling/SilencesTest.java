package homeward.ruling;

import static homeward.ruling.Cast.*;
import static homeward.ruling.Situations.CLEARANCE;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.exchange.Function;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whose silence counts: the other side's always, and of third parties only of those whose turn it is. */
class SilencesTest {
  private static final Play SEALED = Situations.sealed(Drafts.terms());

  private static SortedMap<PartyId, Long> silentFrom(Play play, PartyId side) {
    return Protocol.silentFrom(play.state(), side);
  }

  @Test
  void aSideWaitsForTheOtherAndNotForItself() {
    assertThat(silentFrom(SEALED, A)).containsOnly(java.util.Map.entry(B, SEALED.heard(B) + 400 * Play.HOUR));
    assertThat(silentFrom(SEALED, B)).containsOnlyKeys(A);
  }

  @Test
  void whoeverClearsIsNotWaitedForOnAccountOfAWaveThatWasLetGo() {
    Play ready = Situations.bothReady(SEALED, 1);
    Play gone = Situations.authorised(ready, 1).says(CLEARANCE, Situations.clear(3));
    assertThat(silentFrom(gone, A)).containsOnlyKeys(B);
    Play over = Situations.wholeFirstWave(SEALED).says(CLEARANCE, Situations.clear(3));
    assertThat(silentFrom(over, A)).containsOnlyKeys(B);
    assertThat(silentFrom(SEALED.says(CLEARANCE, Situations.clear(3)), A)).containsOnlyKeys(B, M);
  }

  @Test
  void beforeTermsAThirdPartyThatHoldsNoFunctionIsNotWaitedFor() {
    PartyId observer = party("observer");
    Move.Open open = new Move.Open(
        sorted(member(A), member(B), member(M), member(observer), onPaper(N)), A, functions(), delegates(A1, A2, A3), 240);
    Play opened = Situations.enrolled(Play.begins().says(A1, open));
    assertThat(opened.state().course().phase()).isEqualTo(State.Phase.OFFERED);
    assertThat(silentFrom(opened, A)).containsOnlyKeys(B, M);
    SortedMap<Function, PartyId> functions = new TreeMap<>(functions());
    functions.put(Function.HOST, observer);
    Move.Open asHost = new Move.Open(open.parties(), A, functions, open.delegates(), 240);
    assertThat(silentFrom(Situations.enrolled(Play.begins().says(A1, asHost)), A)).containsOnlyKeys(B, M, observer);
  }
}
