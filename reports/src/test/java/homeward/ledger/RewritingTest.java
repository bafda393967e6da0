package homeward.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.language.Language;
import homeward.ledger.Judgement.Verdict;
import homeward.ledger.Ledgers.Day;
import homeward.reports.Reader;
import homeward.intake.Report;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Rewrites reports mechanically: numbers, dates, names of the sides and the words for the basis change together with
 * the ledger, and every verdict must follow. What is expected comes from the ledger's numbers, not from the judge.
 */
class RewritingTest {
  private static final Reader READER = new Reader(Language.english());
  private static final List<String> NAMES = List.of("Norlandia", "Vestria", "Belmora", "Ostravia", "Quintia", "Harnovia");

  /** How a wording counts. */
  private enum Counts { EACH, BOTH, ONE, OPEN }

  /** A wording: X is the number, D the day, A the first side. */
  private record Wording(Counts counts, String text) {}

  private static final List<Wording> WORDINGS = List.of(
      new Wording(Counts.EACH, "On D, each side released X prisoners."),
      new Wording(Counts.EACH, "A and B exchanged X prisoners each on D."),
      new Wording(Counts.EACH, "On D the exchange of X people from each side took place."),
      new Wording(Counts.EACH, "X captives for X captives were swapped on D."),
      new Wording(Counts.EACH, "Both sides returned X people on D, officials said."),
      new Wording(Counts.EACH, "On D, A handed over X prisoners of war in exchange for the same number of its own people."),
      new Wording(Counts.EACH, "Either side freed X captives every on D."),
      new Wording(Counts.BOTH, "On D, X prisoners were released by both countries together."),
      new Wording(Counts.BOTH, "A combined total of X people went home on D."),
      new Wording(Counts.BOTH, "X prisoners were traded by both nations on D."),
      new Wording(Counts.ONE, "X An prisoners came home on D."),
      new Wording(Counts.ONE, "On D, X people were returned to A."),
      new Wording(Counts.ONE, "A received X of its people on D."),
      new Wording(Counts.ONE, "B handed over X people on D."),
      new Wording(Counts.OPEN, "In the exchange on D, X prisoners were freed."),
      new Wording(Counts.OPEN, "A and B swapped X prisoners on D."));

  /** One trial: the ledger, the number written, and the verdict that must follow. */
  private record Trial(Ledger ledger, String text, Verdict expected) {}

  @Test
  void everyVerdictFollowsTheLedger() {
    SplittableRandom random = new SplittableRandom(20310912);
    List<String> wrong = new ArrayList<>();
    for (int trial = 0; trial < 2000; trial++) {
      Trial made = trial(random);
      List<Judgement> judgements = new Judge(made.ledger()).judge(READER.read(
          new Report("r", made.text(), Optional.empty(), List.of()), made.ledger().sides()));
      if (judgements.size() != 1 || judgements.getFirst().verdict() != made.expected()) {
        wrong.add(made.text() + " expected " + made.expected() + ", found "
            + judgements.stream().map(judgement -> judgement.verdict() + " " + judgement.explanation()).toList());
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static Trial trial(SplittableRandom random) {
    String first = NAMES.get(random.nextInt(3));
    String second = NAMES.get(3 + random.nextInt(3));
    LocalDate start = LocalDate.of(2026 + random.nextInt(10), 1 + random.nextInt(12), 1 + random.nextInt(25));
    List<Day> days = List.of(
        new Day(start, 200 + random.nextInt(100), 100 + random.nextInt(50)),
        new Day(start.plusDays(1), 400 + random.nextInt(100), 0),
        new Day(start.plusDays(2), 520 + random.nextInt(70), 0));
    Ledger ledger = Ledgers.equal(Ledgers.sides(first, second), start.minusDays(7), days);
    Wording wording = WORDINGS.get(random.nextInt(WORDINGS.size()));
    Day day = days.get(random.nextInt(days.size()));
    long number = switch (random.nextInt(3)) {
      case 0 -> day.all();
      case 1 -> 2 * day.all();
      default -> day.all() + 3 + random.nextInt(40);
    };
    String text = wording.text().replaceAll("\\bX\\b", written(number, random)).replaceAll("\\bD\\b", date(day.date(), random))
        .replaceAll("\\bAn\\b", first + "n").replaceAll("\\bA\\b", first).replaceAll("\\bB\\b", second);
    String capital = Character.toUpperCase(text.charAt(0)) + text.substring(1);
    return new Trial(ledger, capital, expected(wording.counts(), number, day.all()));
  }

  private static Verdict expected(Counts counts, long number, long side) {
    boolean one = number == side;
    boolean two = number == 2 * side;
    return switch (counts) {
      case EACH, ONE -> one ? Verdict.AGREES : Verdict.CONTRADICTS;
      case BOTH -> two ? Verdict.AGREES_BOTH_SIDES : Verdict.CONTRADICTS;
      case OPEN -> one ? Verdict.AMBIGUOUS : two ? Verdict.AGREES_BOTH_SIDES : Verdict.CONTRADICTS;
    };
  }

  private static String written(long number, SplittableRandom random) {
    return switch (random.nextInt(3)) {
      case 0 -> Long.toString(number);
      case 1 -> String.format(Locale.ROOT, "%,d", number);
      default -> String.format(Locale.ROOT, "%,d", number).replace(',', '\u2009');
    };
  }

  private static String date(LocalDate date, SplittableRandom random) {
    String month = date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    String weekday = date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    return switch (random.nextInt(5)) {
      case 0 -> month + " " + date.getDayOfMonth() + ", " + date.getYear();
      case 1 -> date.getDayOfMonth() + " " + month;
      case 2 -> weekday + ", " + month + " " + date.getDayOfMonth();
      case 3 -> date.toString();
      default -> weekday;
    };
  }
}
