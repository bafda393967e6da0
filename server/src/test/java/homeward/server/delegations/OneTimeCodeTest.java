package homeward.server.delegations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodeTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  /** RFC 6238, appendix B, the last six of its eight digits. */
  @ParameterizedTest
  @CsvSource({"59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037", "20000000000, 353130"})
  void codesAreThoseOfTheStandard(long second, String code) {
    assertThat(OneTimeCode.at(SECRET, second / 30)).isEqualTo(code);
  }

  @Test
  void aPhoneMayBeHalfAMinuteOff() {
    long now = 1_234_567_890_000L;
    assertThat(OneTimeCode.step(SECRET, OneTimeCode.at(SECRET, now / 30_000 - 1), now, 0)).isEqualTo(OptionalLong.of(now / 30_000 - 1));
    assertThat(OneTimeCode.step(SECRET, OneTimeCode.at(SECRET, now / 30_000 - 2), now, 0)).isEmpty();
  }

  @Test
  void aCodeOpensOnce() {
    long now = 1_234_567_890_000L;
    long step = now / 30_000;
    assertThat(OneTimeCode.step(SECRET, OneTimeCode.at(SECRET, step), now, step)).isEmpty();
  }

  /** RFC 4648, section 10, without its padding. */
  @ParameterizedTest
  @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
  void secretsAreShownAsPhonesTakeThem(String text, String base32) {
    assertThat(OneTimeCode.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(base32);
  }
}
