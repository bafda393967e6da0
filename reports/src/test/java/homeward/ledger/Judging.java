package homeward.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.intake.Report;
import homeward.language.Language;
import homeward.ledger.Judgement.Verdict;
import homeward.reports.Reader;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Judges texts by the ledger of an exchange of three days that began on a Friday: 390 (270 soldiers, 120 civilians), 307, 303 a side. */
final class Judging {
  private static final Reader READER = new Reader(Language.english());
  static final LocalDate FRIDAY = LocalDate.of(2031, 9, 12);
  static final List<Ledger.Side> SIDES = Ledgers.sides("Norlandia", "Vestria");
  static final Ledger LEDGER = Ledgers.equal(SIDES, LocalDate.of(2031, 9, 5), List.of(
      new Ledgers.Day(FRIDAY, 270, 120), new Ledgers.Day(FRIDAY.plusDays(1), 307, 0), new Ledgers.Day(FRIDAY.plusDays(2), 303, 0)));

  static List<Judgement> judge(Ledger ledger, String text) {
    return new Judge(ledger).judge(READER.read(Report.of("report", text), ledger.sides()));
  }

  static Judgement only(String text) {
    List<Judgement> judgements = judge(LEDGER, text);
    assertThat(judgements).as(text).hasSize(1);
    return judgements.getFirst();
  }

  static Verdict verdict(String text) {
    return only(text).verdict();
  }

  static List<Judgement> dated(LocalDate written, String text) {
    Report report = new Report("report", text, Optional.of(written), List.of());
    return new Judge(LEDGER).judge(READER.read(report, LEDGER.sides()));
  }

  private Judging() {}
}
