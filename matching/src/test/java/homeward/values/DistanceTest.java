package homeward.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DistanceTest {
  private static final long SEED = 17;

  @Test
  void textsAsNumbersAreAsFarApartAsTheTexts() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 200_000; round++) {
      String one = text(random);
      String other = random.nextInt(3) == 0 ? text(random) : changed(changed(one, random), random);
      assertThat(Distance.between(Distance.fitted(one, 'а'), Distance.fitted(other, 'а')))
          .as("%s and %s, seed %d", one, other, SEED).isEqualTo(Distance.between(one, other));
    }
  }

  @Test
  void aTextWithoutALetterIsTheNumberOfThatText() {
    String text = "гайворук";
    for (int at = 0; at < text.length(); at++) {
      assertThat(Distance.without(Distance.fitted(text, 'а'), at))
          .isEqualTo(Distance.fitted(text.substring(0, at) + text.substring(at + 1), 'а'));
    }
    assertThat(Distance.start(Distance.fitted(text, 'а'), 2)).isEqualTo(Distance.fitted("га", 'а'));
  }

  @Test
  void whatIsLongerOrOfAnotherAlphabetDoesNotFit() {
    assertThat(Distance.fitted("абвгдежзийкл", 'а')).isNotEqualTo(Distance.UNFIT);
    assertThat(Distance.fitted("абвгдежзийклм", 'а')).isEqualTo(Distance.UNFIT);
    assertThat(Distance.fitted("абв-г", 'а')).isEqualTo(Distance.UNFIT);
    assertThat(Distance.fitted("abc", 'а')).isEqualTo(Distance.UNFIT);
  }

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(12);
    for (int i = 0; i < length; i++) {
      text.append((char) ('а' + random.nextInt(4)));
    }
    return text.toString();
  }

  private static String changed(String text, SplittableRandom random) {
    if (text.isEmpty()) {
      return "б";
    }
    int at = random.nextInt(text.length());
    String letter = String.valueOf((char) ('а' + random.nextInt(4)));
    return switch (random.nextInt(4)) {
      case 0 -> text.substring(0, at) + text.substring(at + 1);
      case 1 -> text.length() < 12 ? text.substring(0, at) + letter + text.substring(at) : text;
      case 2 -> text.substring(0, at) + letter + text.substring(at + 1);
      default -> at == 0 ? text : text.substring(0, at - 1) + text.charAt(at) + text.charAt(at - 1) + text.substring(at + 1);
    };
  }
}
