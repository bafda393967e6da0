package homeward.intake;

import homeward.language.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The paragraphs of a report without the furniture of its page and without other stories. */
public final class Passages {
  private static final int LONGEST_LINE_OF_FURNITURE = 300;
  private static final int HEAD = 4_000;
  private static final Pattern STAMP = Pattern.compile("(?i)(last )?(updated|published|posted)\\b.{0,60}");
  private static final List<Pattern> LINES = patterns("line ");
  private static final List<Pattern> STOPS = patterns("stop ");

  private final String text;
  private final Predicate<String> aboutAnExchange;
  private final List<Span> kept = new ArrayList<>();
  private final List<Span> leftOut = new ArrayList<>();
  private boolean otherStories;

  private Passages(String text, Predicate<String> aboutAnExchange) {
    this.text = text;
    this.aboutAnExchange = aboutAnExchange;
  }

  /**
   * Cuts a text into paragraphs.
   *
   * @param text the text of a report in English
   * @param aboutAnExchange tells whether a paragraph speaks of an exchange
   */
  public static Passages of(String text, Predicate<String> aboutAnExchange) {
    Passages passages = new Passages(text, aboutAnExchange);
    boolean wrapped = wrapped(text);
    int start = 0;
    while (start < text.length()) {
      int end = passages.paragraphEnd(start, wrapped);
      passages.take(start, end);
      start = end + 1;
    }
    return passages;
  }

  /** The paragraphs of the report itself, in their order. */
  public List<Span> kept() {
    return kept;
  }

  /** The paragraphs that are furniture of the page or belong to another story. */
  public List<Span> leftOut() {
    return leftOut;
  }

  /** The lines near the head of a page that say when it was published. */
  public List<Span> stamps() {
    return leftOut.stream().filter(span -> span.start() < HEAD && STAMP.matcher(span.in(text).strip()).matches()).toList();
  }

  /** The text of a PDF has lines of one width: paragraphs are then set apart by empty lines only. */
  private static boolean wrapped(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).limit(2000).toList();
    long full = lines.stream().filter(line -> line.strip().length() >= 45 && line.strip().length() <= 120).count();
    long open = lines.stream().filter(line -> line.strip().length() >= 45 && !closed(line.strip())).count();
    long longer = lines.stream().filter(line -> line.strip().length() > 130).count();
    return lines.size() >= 8 && longer * 20 <= lines.size() && full * 2 >= lines.size() && open * 10 >= lines.size() * 4L;
  }

  private static boolean closed(String line) {
    return !line.isEmpty() && ".!?:\"\u201d\u2019)".indexOf(line.charAt(line.length() - 1)) >= 0;
  }

  private int paragraphEnd(int start, boolean wrapped) {
    int end = lineEnd(start);
    while (end < text.length() && continues(start, end, wrapped)) {
      end = lineEnd(end + 1);
    }
    return end;
  }

  private boolean continues(int start, int end, boolean wrapped) {
    String next = text.substring(end + 1, lineEnd(end + 1)).strip();
    String line = text.substring(text.lastIndexOf('\n', end - 1) + 1, end).strip();
    if (next.isEmpty() || line.isEmpty() || end - start > 20_000 || furniture(next, LINES) || furniture(next, STOPS)) {
      return false;
    }
    boolean small = Character.isLowerCase(next.charAt(0)) && !closed(line) && line.length() > 20;
    return small || (wrapped && line.length() >= 40 && !page(next));
  }

  /** A page number or running head of a PDF. */
  private static boolean page(String line) {
    return line.startsWith("\f") || line.matches("(?i)(page )?\\d{1,3}( of \\d+)?");
  }

  private int lineEnd(int start) {
    int end = text.indexOf('\n', start);
    return end < 0 ? text.length() : end;
  }

  private void take(int start, int end) {
    String paragraph = text.substring(start, end).strip();
    if (paragraph.isEmpty()) {
      return;
    }
    boolean resumes = otherStories && closed(paragraph) && paragraph.length() > 80 && aboutAnExchange.test(paragraph);
    otherStories = (otherStories && !resumes) || furniture(paragraph, STOPS);
    boolean told = closed(paragraph) && aboutAnExchange.test(paragraph);
    if (otherStories || (furniture(paragraph, LINES) && !told) || page(paragraph)) {
      leftOut.add(new Span(start, end));
    } else {
      kept.add(new Span(start, end));
    }
  }

  private static boolean furniture(String line, List<Pattern> patterns) {
    String small = line.toLowerCase(Locale.ROOT);
    return small.length() <= LONGEST_LINE_OF_FURNITURE
        && patterns.stream().anyMatch(pattern -> pattern.matcher(small).matches());
  }

  private static List<Pattern> patterns(String kind) {
    try (InputStream file = Passages.class.getResourceAsStream("furniture-en.txt")) {
      if (file == null) {
        throw new IllegalStateException("the resource furniture-en.txt is missing from this program");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> line.startsWith(kind)).map(line -> Pattern.compile(line.substring(kind.length()))).toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
