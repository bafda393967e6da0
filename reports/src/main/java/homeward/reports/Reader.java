package homeward.reports;

import homeward.intake.Passages;
import homeward.intake.Report;
import homeward.language.Chunk.Content.Dated;
import homeward.language.Language;
import homeward.language.Sentence;
import homeward.language.Sides;
import homeward.language.Span;
import homeward.language.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads reports: a pure function from a text, and the names of the sides if they are known, to its claims. */
public final class Reader {
  private static final int LIKE_THE_LANGUAGE = 12;
  /** Marked reports teach what whole reports mean; of a text of so few sentences the rules alone know more. */
  private static final int SHORTEST_REPORT = 3;

  private final Language language;
  private final Optional<Experience> experience;

  /** A reader of texts in one language, by its grammar and by what marked reports have taught. */
  public Reader(Language language) {
    this(language, Optional.of(Experience.english()));
  }

  private Reader(Language language, Optional<Experience> experience) {
    this.language = language;
    this.experience = experience;
  }

  /** A reader that goes by the rules of the grammar alone. */
  public static Reader byRules(Language language) {
    return new Reader(language, Optional.empty());
  }

  static Reader with(Language language, Experience experience) {
    return new Reader(language, Optional.of(experience));
  }

  /** What the first reading of a report makes of it, by the rules. */
  private record First(
      Sides sides, Passages passages, List<List<Sentence>> paragraphs, Optional<LocalDate> written, Drafts drafts) {
    long sentences() {
      return paragraphs.stream().mapToLong(List::size).sum();
    }

    List<String> parties() {
      return sides.names().stream().map(Sides.Name::id).toList();
    }
  }

  /** Whether a report is in this reader's language; its claims are not to be trusted otherwise. */
  public boolean understands(Report report) {
    return language.likeness(report.text()) >= LIKE_THE_LANGUAGE || report.text().length() < 200;
  }

  /**
   * Finds the claims of a report.
   *
   * @param report the report
   * @param sides the sides as a ledger names them; with {@link Sides#UNKNOWN} the two states that the report speaks of
   *     most take their place
   */
  public Reading read(Report report, Sides sides) {
    First first = first(report, sides);
    List<Reading.Remark> remarks = first.paragraphs().stream().flatMap(List::stream)
        .flatMap(sentence -> Stages.remarks(sentence).stream()).toList();
    Optional<Experience> taught = experience.filter(any -> first.sentences() > SHORTEST_REPORT);
    List<Claim> found = taught.map(experienced -> SecondLook.of(first.drafts(), first.parties(), experienced).claims(first.drafts()))
        .orElse(first.drafts().claims());
    Settling settling = new Settling(found.subList(0, Math.min(found.size(), Drafts.MOST)));
    List<Claim> claims = taught.isPresent() ? settling.once() : settling.settled();
    return new Reading(noted(report, found.size()), first.written(), claims, remarks, first.passages().leftOut(),
        parties(first.paragraphs()));
  }

  /** What the first reading of a report makes of it, by the rules. */
  Drafts drafts(Report report, Sides sides) {
    return first(report, sides).drafts();
  }

  private First first(Report report, Sides sides) {
    String text = report.text();
    Words any = language.words(sides);
    Passages passages = Passages.of(text, paragraph -> speaksOfAnExchange(any, paragraph));
    Sides known = new PartyNames(text, passages.kept()).complete(sides, any);
    Words words = language.words(known);
    List<List<Sentence>> paragraphs = passages.kept().stream().map(span -> words.sentences(text, span)).toList();
    Optional<LocalDate> written = report.date().or(() -> new Dateline(paragraphs,
        passages.stamps().stream().flatMap(span -> words.sentences(text, span).stream()).toList(), sides.around()).written());
    Drafts drafts = new Drafts(text, known, written);
    for (int i = 0; i < paragraphs.size() && drafts.claims().size() < Drafts.MOST; i++) {
      Optional<Sentence> following = i + 1 < paragraphs.size() ? paragraphs.get(i + 1).stream().findFirst() : Optional.empty();
      drafts.paragraph(paragraphs.get(i), i == 0 || !sentenceLike(text, passages.kept().get(i)), following);
    }
    return new First(known, passages, paragraphs, written, drafts);
  }

  private static Report noted(Report report, int claims) {
    if (claims < Drafts.MOST) {
      return report;
    }
    List<String> notes = new ArrayList<>(report.notes());
    notes.add("it makes more than " + Drafts.MOST + " claims; the rest was not read");
    return new Report(report.name(), report.text(), report.date(), notes);
  }

  private static boolean speaksOfAnExchange(Words words, String paragraph) {
    return words.sentences(paragraph, new Span(0, paragraph.length())).stream()
        .anyMatch(sentence -> sentence.has("exchange", "trade") && sentence.has("side", "eachside", "bothsides"));
  }

  private static boolean sentenceLike(String text, Span paragraph) {
    String line = paragraph.in(text).strip();
    return line.length() > 150 || ".!?\u201d\"':".indexOf(line.charAt(line.length() - 1)) >= 0;
  }

  private static Set<String> parties(List<List<Sentence>> paragraphs) {
    Set<String> named = new LinkedHashSet<>();
    for (List<Sentence> paragraph : paragraphs) {
      for (Sentence sentence : paragraph) {
        if (sentence.has("exchange", "trade", "give", "take", "come", "agree", "captive")) {
          Drafts.sides(sentence).forEach(named::add);
        }
      }
    }
    return named;
  }

  /** Whether a sentence names a day, for the report's own date. */
  static boolean dated(Sentence sentence) {
    return sentence.chunks().stream().anyMatch(chunk -> chunk.content() instanceof Dated);
  }
}
