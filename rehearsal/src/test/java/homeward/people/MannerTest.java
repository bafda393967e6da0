package homeward.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MannerTest {
  private static List<String> latin(Tongue tongue, String word) {
    return Manner.latin(tongue).stream().map(manner -> manner.write(word, tongue)).toList();
  }

  @ParameterizedTest
  @CsvSource({
      "UKRAINIAN,Лук'яненко,Лукьяненко",
      "UKRAINIAN,Їжаченко,Ижаченко",
      "UKRAINIAN,Тихогайський-Єфремчук,Тихогайский-Ефремчук",
      "RUSSIAN,Лукьянихин,Лук'янихін",
      "RUSSIAN,Ёлочкин,Йолочкін",
      "RUSSIAN,Объёмов,Об'йомов",
      "RUSSIAN,Быстроледский,Бистроледський",
  })
  void eachTongueWritesTheOthersSurnamesInItsOwnLetters(Tongue from, String surname, String written) {
    assertThat(from.other().write(surname, from)).isEqualTo(written);
  }

  @Test
  void oneNameHasSeveralLatinSpellings() {
    // Edge 3: Сергій, Сергей, Serhii, Sergei are one person.
    assertThat(latin(Tongue.UKRAINIAN, "Сергій")).contains("Serhii", "Sergij", "Serhiy");
    assertThat(latin(Tongue.RUSSIAN, "Сергей")).contains("Sergei", "Sergey", "Sergej");
    assertThat(latin(Tongue.UKRAINIAN, "Юрій").stream().distinct()).hasSizeGreaterThan(2);
    assertThat(latin(Tongue.UKRAINIAN, "Згурський").getFirst()).isEqualTo("Zghurskyi");
    assertThat(latin(Tongue.UKRAINIAN, "Їжак").getFirst()).isEqualTo("Yizhak");
  }

  @Test
  void whatIsNotALetterStaysAndCapitalsAreKept() {
    assertThat(latin(Tongue.RUSSIAN, "Щедрогай-Яров 12").getFirst()).isEqualTo("Shchedrogai-Iarov 12");
    assertThat(latin(Tongue.RUSSIAN, "").getFirst()).isEmpty();
  }

  @Test
  void aWomansSurnameIsItsOwnForm() {
    assertThat(new Surname(Tongue.UKRAINIAN, "Згурський").ofWoman().text()).isEqualTo("Згурська");
    assertThat(new Surname(Tongue.UKRAINIAN, "Чуйко").ofWoman().text()).isEqualTo("Чуйко");
    assertThat(new Surname(Tongue.RUSSIAN, "Тиходубский").ofWoman().text()).isEqualTo("Тиходубская");
    assertThat(new Surname(Tongue.RUSSIAN, "Яровхлебов").ofWoman().text()).isEqualTo("Яровхлебова");
  }
}
