package homeward.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranscriptionTest {
  /** Which of two Cyrillic words a Latin one is nearer to. */
  @ParameterizedTest
  @CsvSource({
    "carte, карт, карти", "davydov, давыдов, давидов", "neena, нина, нена", "d'orlan, д’орлан, дорлана", "morven, морвен, марвин", "potocka, потоцкая, поток"
  })
  void aWordIsNearestToHowItIsWritten(String latin, String nearer, String farther) {
    assertThat(Transcription.cost(latin, nearer)).isLessThan(Transcription.cost(latin, farther));
  }

  @Test
  void aMarkOfStressAndASignThatNobodySeesCostNothing() {
    assertThat(Transcription.cost("morven", "мо\u0301рвен")).isEqualTo(Transcription.cost("morven", "морвен"));
    assertThat(Transcription.cost("mor\u200bven", "морвен")).isEqualTo(Transcription.cost("morven", "морвен"));
  }

  @Test
  void likelyPairsHoldThoseOfTheRightWordWithItsEdges() {
    assertThat(Transcription.pairs("zhuk")).contains("^ж", "жу", "ук", "к$").doesNotContain("ку");
  }
}
