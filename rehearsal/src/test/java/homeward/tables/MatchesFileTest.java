package homeward.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchesFileTest {
  private static final long SEED = 17;

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, -0.001, .005, .995, 12.345, -12.345, 1, .9999999, 99.995, 2.675, 1e12, Double.NaN, Double.NEGATIVE_INFINITY})
  void decimalsAreThoseOfTheFormat(double value) {
    assertThat(MatchesFile.decimals(value, 2)).isEqualTo(String.format(Locale.ROOT, "%.2f", value));
    assertThat(MatchesFile.decimals(value, 6)).isEqualTo(String.format(Locale.ROOT, "%.6f", value));
  }

  @Test
  void anyProbabilityAndAnyWeightIsWrittenAsTheFormatWritesIt() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int at = 0; at < 20_000; at++) {
      double probability = random.nextDouble();
      double weight = at % 2 == 0 ? random.nextDouble(-150, 150) : random.nextInt(-200_000, 200_000) / 1e3;
      assertThat(MatchesFile.decimals(probability, 6)).as("seed %d", SEED).isEqualTo(String.format(Locale.ROOT, "%.6f", probability));
      assertThat(MatchesFile.decimals(weight, 2)).as("seed %d", SEED).isEqualTo(String.format(Locale.ROOT, "%.2f", weight));
    }
  }
}
