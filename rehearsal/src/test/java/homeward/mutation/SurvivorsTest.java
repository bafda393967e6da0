package homeward.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The list of guards that no test misses. */
class SurvivorsTest {
  private static final Survivors LIST = Survivors.parse("""
      # for the reader

      Door.java open: if (a)
        Because the next
        line asks it too.
      Turn.java acts: operand b
        Because nothing calls it so.
      """);

  @Test
  void aReasonMayTakeSeveralLines() {
    assertThat(LIST.reasons()).containsExactly(
        Map.entry("Door.java open: if (a)", "Because the next line asks it too."),
        Map.entry("Turn.java acts: operand b", "Because nothing calls it so."));
  }

  @Test
  void nothingDiffersWhenTheListedOnesAndNoOthersSurvive() {
    var tried = Map.of("Door.java open: if (a)", true, "Turn.java acts: operand b", true, "other", false);
    assertThat(LIST.differences(tried, false)).isEmpty();
  }

  @Test
  void aSurvivorThatIsNotListedDiffers() {
    assertThat(LIST.differences(Map.of("other", true), true))
        .singleElement().asString().contains("not on the list: other");
  }

  @Test
  void aListedGuardThatATestMissesDiffers() {
    assertThat(LIST.differences(Map.of("Door.java open: if (a)", false), true))
        .singleElement().asString().contains("a test misses it");
  }

  @Test
  void aListedGuardThatIsGoneDiffersUnlessOnlySomeWereTried() {
    Map<String, Boolean> tried = Map.of("Door.java open: if (a)", true);
    assertThat(LIST.differences(tried, true)).isEmpty();
    assertThat(LIST.differences(tried, false))
        .singleElement().asString().contains("no such guard").contains("Turn.java");
  }

  @Test
  void aListedGuardWithoutAReasonDiffers() {
    assertThat(Survivors.parse("A.java f: if (a)\n").differences(Map.of("A.java f: if (a)", true), false))
        .singleElement().asString().contains("without a reason");
  }
}
