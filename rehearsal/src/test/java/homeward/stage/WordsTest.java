package homeward.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"uk-UA,uk;q=0.9,en;q=0.8 | uk", "en-GB,uk;q=0.5 | en", "de,uk;q=0.3 | uk", "de | en", "'' | en", "uk;q=nothing | en"})
  void thePageSpeaksTheFirstLanguageThatABrowserAsksForAndItHas(String accepted, String language) {
    assertThat(Words.of(accepted).language()).isEqualTo(language);
  }
}
