package homeward.comparison;

import homeward.ledger.Judgement;
import homeward.reports.Claim;
import homeward.reports.Claim.Basis;
import homeward.reports.Claim.Measure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A claim as a row of a table; the names of its values are those of docs/formats.md.
 *
 * @param report the name of the report's file
 * @param claim the claim
 * @param judgement how it stands; absent when there was no ledger
 */
public record Row(String report, Claim claim, Optional<Judgement> judgement) {
  /** The names of the columns, in order. */
  public static final List<String> COLUMNS = List.of("report", "event_date", "party", "category", "measure", "value",
      "qualifier", "basis", "verdict", "explanation", "start", "end");

  static Row of(String report, Claim claim) {
    return new Row(report, claim, Optional.empty());
  }

  static Row of(String report, Judgement judgement) {
    return new Row(report, judgement.claim(), Optional.of(judgement));
  }

  /** The table's first line. */
  public static String heading() {
    return String.join(",", COLUMNS);
  }

  /** The row as a line of CSV (RFC 4180). */
  public String line() {
    return values().stream().map(Row::quoted).collect(Collectors.joining(","));
  }

  /** The values in the order of the columns. */
  public List<String> values() {
    return List.of(report, eventDate(), party(), claim.what().category(), measure().word(), value(), qualifier(),
        basis().word(), judgement.map(judged -> judged.verdict().name()).orElse(""),
        judgement.map(Judgement::explanation).orElse(""), Integer.toString(claim.span().start()),
        Integer.toString(claim.span().end()));
  }

  String eventDate() {
    return judgement.map(Judgement::eventDate).orElseGet(() -> claim.when().text());
  }

  String party() {
    return judgement.map(Judgement::party).orElseGet(claim::party);
  }

  Measure measure() {
    return claim.what().measure();
  }

  Basis basis() {
    return judgement.map(Judgement::basis).orElse(claim.whose().basis());
  }

  boolean stage() {
    return claim.what().measure() == Measure.STAGE;
  }

  String value() {
    return stage() ? "" : Long.toString(claim.what().value());
  }

  /** The qualifier of a number; the wording of a stage. */
  String qualifier() {
    return stage() ? claim.what().wording() : claim.what().qualifier().word();
  }

  /** The claim in a few words: "over 600 people exchanged, both sides". */
  String words() {
    if (stage()) {
      return claim.what().wording();
    }
    String exact = qualifier().equals("exact") ? "" : qualifier() + " ";
    String number = exact + String.format(Locale.ROOT, "%,d", claim.what().value());
    String people = number + " " + people();
    return switch (measure()) {
      case EXCHANGED -> people + " exchanged" + basisWords();
      case AGREED -> people + " agreed" + basisWords();
      case MONTHLY_AVERAGE -> people + " a month on average" + basisWords();
      case AVERAGE_PER_EXCHANGE -> people + " an exchange on average" + basisWords();
      case GROWTH_PER_YEAR_PERCENT -> "growth by " + number + "% a year";
      case YOUNGEST_AGE -> "the youngest is " + number;
      case OLDEST_AGE -> "the oldest is " + number;
      case STILL_HELD -> people + " still held";
      case RETURNED_TO_DATE -> people + " returned to date";
      case STAGE -> claim.what().wording();
    };
  }

  private String people() {
    return switch (claim.what().category()) {
      case "all" -> "people";
      case "military" -> "soldiers";
      case "civilian" -> "civilians";
      default -> claim.what().category();
    };
  }

  private String basisWords() {
    return switch (basis()) {
      case PER_SIDE -> ", each side";
      case BOTH_SIDES -> ", both sides together";
      case TO_ONE_SIDE -> ", to one side";
      case TOTAL -> ", in all";
      case UNCLEAR -> ", basis unclear";
      case NONE -> "";
    };
  }

  /** A cell that begins like a formula gets an apostrophe, so that a spreadsheet shows it and does not run it. */
  private static String quoted(String value) {
    String safe = !value.isEmpty() && "=+-@\t".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    boolean plain = safe.chars().noneMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r');
    return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
