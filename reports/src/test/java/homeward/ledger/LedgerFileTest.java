package homeward.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.ledger.LedgerReader.Answer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Ledger files: what is written is read back, and what does not add up is refused by name. */
class LedgerFileTest {
  private static Answer read(String json) {
    return LedgerReader.read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String reference() {
    return new String(LedgerReader.reference(), StandardCharsets.UTF_8);
  }

  @Test
  void theReferenceCaseAddsUpToAThousandASide() {
    assertThat(read(reference())).isInstanceOfSatisfying(Answer.Sound.class, sound -> {
      Run whole = new Run(sound.ledger().record().getFirst(), 0, 2);
      assertThat(whole.received("A", "all")).hasValue(1000);
      assertThat(whole.received("A", "military")).hasValue(880);
      assertThat(whole.received("B", "civilian")).hasValue(120);
    });
  }

  @Test
  void theOtherExchangesAreMarkedAsReported() {
    assertThat(read(reference())).isInstanceOfSatisfying(Answer.Sound.class,
        sound -> assertThat(sound.ledger().reported()).isNotEmpty());
  }

  @Test
  void whatIsWrittenIsReadBackEqual() {
    Ledger ledger = Ledgers.equal(Ledgers.sides("Norlandia", "Vestria"), LocalDate.of(2031, 9, 5),
        List.of(new Ledgers.Day(LocalDate.of(2031, 9, 12), 270, 120)));
    assertThat(read(LedgerWriter.write(ledger))).isEqualTo(new Answer.Sound(ledger));
  }

  @Test
  void aTotalThatIsNotTheSumOfItsPartsIsRefused() {
    Answer answer = read(reference().replaceFirst("\"total\": 390", "\"total\": 391"));
    assertThat(answer).isInstanceOfSatisfying(Answer.DoesNotAddUp.class, wrong -> {
      assertThat(wrong.stated()).isEqualTo(391);
      assertThat(wrong.sum()).isEqualTo(390);
    });
  }

  @Test
  void womenAndMenThatAreNotAllIsRefused() {
    assertThat(read(reference().replace("\"men\": 387", "\"men\": 386"))).isInstanceOf(Answer.DoesNotAddUp.class);
  }

  @Test
  void aSideThatTheExchangeDoesNotHaveIsRefused() {
    assertThat(read(reference().replaceFirst("\"B\": \\{\"military\": 270", "\"C\": {\"military\": 270")))
        .isInstanceOf(Answer.Inconsistent.class);
  }

  @Test
  void aNegativeCountIsRefused() {
    assertThat(read(reference().replaceFirst("\"military\": 270, \"civilian\": 120, \"total\": 390", "\"military\": -270")))
        .isInstanceOf(Answer.Inconsistent.class);
  }

  @Test
  void daysOutOfOrderAreRefused() {
    assertThat(read(reference().replace("\"date\": \"2025-05-24\"", "\"date\": \"2025-05-26\"")))
        .isInstanceOf(Answer.Inconsistent.class);
  }

  @Test
  void anotherVersionAnUnknownFieldAndADayThatIsNoneAreTold() {
    assertThat(read(reference().replace("homeward-ledger-1", "homeward-ledger-9"))).isInstanceOf(Answer.Unreadable.class);
    assertThat(read(reference().replace("\"title\"", "\"heading\""))).isInstanceOf(Answer.Unreadable.class);
    assertThat(read(reference().replace("2025-05-23\",", "2025-02-31\","))).isInstanceOf(Answer.Unreadable.class);
  }

  @Test
  void randomChangesOfTheFileAreReadOrTold() {
    SplittableRandom random = new SplittableRandom(7);
    byte[] sound = LedgerReader.reference();
    for (int trial = 0; trial < 500; trial++) {
      byte[] changed = sound.clone();
      for (int change = 0; change < 3; change++) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      assertThat(LedgerReader.read(changed)).isNotNull();
    }
  }
}
