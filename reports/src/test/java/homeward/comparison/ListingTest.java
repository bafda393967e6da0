package homeward.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.json.Json;
import homeward.json.JsonReader;
import homeward.json.Malformed;
import homeward.language.Language;
import homeward.ledger.Ledger;
import homeward.ledger.LedgerReader;
import homeward.ledger.LedgerReader.Answer;
import homeward.reports.Claim;
import homeward.reports.Reader;
import homeward.intake.Report;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What comes out for people and programs. */
class ListingTest {
  private static final String STORY = """
      On Friday, May 23, 2025, each side released 390 prisoners, 270 soldiers and 120 civilians, in a first exchange.
      The 780 people exchanged so far went home by bus, and the ministry thanked all who had helped on that long day.
      """;

  private static Ledger reference() {
    if (LedgerReader.read(LedgerReader.reference()) instanceof Answer.Sound sound) {
      return sound.ledger();
    }
    throw new IllegalStateException("the reference ledger does not add up");
  }

  private static Examination examine(Report... reports) {
    return Examination.of(List.of(reports), Optional.of(reference()), new Reader(Language.english()));
  }

  @Test
  void aRowHasTheColumnsInTheirOrder() {
    String csv = Listing.csv(examine(Report.of("a.txt", STORY)));
    assertThat(csv.lines().findFirst()).contains(
        "report,event_date,party,category,measure,value,qualifier,basis,verdict,explanation,start,end");
    assertThat(csv.lines().toList().get(1)).startsWith("a.txt,2025-05-23,both,all,exchanged,390,exact,per_side,AGREES,");
  }

  @Test
  void aCellThatLooksLikeAFormulaIsMadeHarmless() {
    String csv = Listing.csv(examine(Report.of("=cmd()", STORY)));
    assertThat(csv.lines().toList().get(1)).startsWith("'=cmd()");
  }

  /** Told as done on the second of three days: what was agreed bears the number out, but it is told as done. */
  @Test
  void aRowKeepsTheMeasureThatTheReportTells() {
    Examination examination = examine(Report.of("a.txt", "May 24, 2025\n\nRussia and Ukraine each released 1,000 prisoners of war, officials said.\n"));
    assertThat(Listing.csv(examination).lines().skip(1)).singleElement().asString().contains(",exchanged,1000,exact,per_side,AGREES,");
  }

  @Test
  void theJsonHoldsTheSameRows() throws Malformed {
    Examination examination = examine(Report.of("a.txt", STORY));
    Json json = JsonReader.read(Listing.json(examination));
    assertThat(json).isInstanceOfSatisfying(Json.Fields.class, fields -> assertThat(fields.values().get("rows"))
        .isInstanceOfSatisfying(Json.Items.class, rows -> assertThat(rows.values()).hasSize(examination.rows().size())));
  }

  /** "Over 600 swapped" may count a side or both: the reader says that it is not sure, and only there. */
  @Test
  void whatTheReaderIsNotSureOfIsToldSo() {
    Examination examination = examine(Report.of("a.txt", """
        Over 600 Swapped In Largest Exchange

        May 25, 2025

        On Sunday, Russia and Ukraine each released 303 prisoners of war, officials said. Buses brought them to the border before noon.
        Many families had waited there since the night. Talks on a ceasefire are to go on in June.
        """));
    assertThat(examination.rows()).extracting(row -> row.claim().what().value() + " " + row.claim().is(Claim.Mark.UNSURE))
        .containsExactly("600 true", "303 false");
    assertThat(Listing.text(examination)).containsOnlyOnce("The reader is not sure of this one: read the sentence yourself.");
    assertThat(Listing.json(examination)).containsOnlyOnce("\"unsure\"");
    assertThat(Page.html(examination)).containsOnlyOnce("The reader is not sure of this one: read the sentence yourself.");
  }

  @Test
  void theReportsOwnFiguresAreAddedUp() {
    assertThat(Listing.text(examine(Report.of("a.txt", STORY)))).contains("270 + 120 = 390, as it says.")
        .contains("2 x 390 = 780");
  }

  @Test
  void growthThatDoesNotFitItsAveragesIsTold() {
    String text = "Since 2022 the number of prisoners exchanged has increased by approximately 50% each year. In 2022, an average of"
        + " 50 prisoners were returned to Ukraine per exchange, while in 2025, this number has risen to more than 200.";
    assertThat(Listing.text(examine(Report.of("a.txt", text))))
        .contains("50 growing by 50% each year from 2022 is 169 in 2025, not over 200.");
  }

  @Test
  void aReportThatCopiesAnotherIsNamed() {
    String more = "It was a long day at the border, with buses that came and went until late at night, and doctors waiting. ";
    Examination examination = examine(Report.of("first.txt", STORY + more), Report.of("second.txt", STORY));
    assertThat(examination.copies()).singleElement().satisfies(pair -> {
      assertThat(pair.earlier()).isEqualTo("first.txt");
      assertThat(pair.later()).isEqualTo("second.txt");
    });
    String other = "Both countries freed 307 soldiers each on Saturday in the second part of the swap, as was confirmed by officials.";
    assertThat(examine(Report.of("first.txt", STORY), Report.of("third.txt", other)).copies()).isEmpty();
  }

  @Test
  void whatReportsShareStandsInOneLine() {
    String other = "On May 23, 2025, 390 prisoners from each side were freed in an exchange.";
    String text = Listing.text(examine(Report.of("a.txt", STORY), Report.of("b.txt", other)));
    assertThat(text).contains("390 people exchanged, each side (2 reports)").contains("(only a.txt)");
  }

  @Test
  void aTextInAnotherLanguageIsToldSo() {
    String german = "Beide Seiten haben am Freitag jeweils 390 Gefangene freigelassen, teilte das Ministerium mit. ".repeat(5);
    assertThat(Listing.text(examine(Report.of("a.txt", german)))).contains("not in English");
  }
}
