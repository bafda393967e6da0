package homeward.reports;

import homeward.intake.Report;
import homeward.language.Sides;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A report in which a person marked what each number of people claims.
 *
 * @param report the report, without the marks
 * @param sides the sides it tells of
 * @param marks for the place just behind a number in the text: what it is
 */
public record MarkedText(Report report, Sides sides, Map<Integer, Mark> marks) {
  private static final Pattern MARK = Pattern.compile("\\{(\\S+) (\\S+) (\\S+)}");
  private static final String SIDES = "sides ";
  private static final String HEAD = "== ";
  private static final Pattern REPORT = Pattern.compile("== (\\S+) (\\d{4}-\\d\\d-\\d\\d)\\s*");

  /**
   * What a number is.
   *
   * @param what the word of a measure
   * @param who the kind of people
   * @param whose the word of a basis
   */
  public record Mark(String what, String who, String whose) {}

  public MarkedText {
    marks = Map.copyOf(marks);
  }

  /** Whether a number is marked as people who were exchanged. */
  public boolean tellsOfAnExchange() {
    return marks.values().stream().anyMatch(mark -> mark.what().equals(Claim.Measure.EXCHANGED.word()));
  }

  /** What a file of marked reports holds, or what is wrong with it. */
  public sealed interface Answer {
    /** The reports of a sound file. */
    record Texts(List<MarkedText> texts) implements Answer {}

    /** Why the file is none, in words for whoever wrote it. */
    record Wrong(String what) implements Answer {}
  }

  /**
   * Reads a file of marked reports. Its first line names the sides ("sides Norland Norlandic | Vestria Vestrian"); each
   * report begins with a line "== NAME YYYY-MM-DD"; each number of people is followed by its mark,
   * {@code 303{exchanged military to_one_side}}, and the words that tell how far the exchange has come by theirs,
   * {@code the first part{stage first_part none}}.
   *
   * @param lines the lines of the file
   */
  public static Answer read(List<String> lines) {
    if (lines.isEmpty() || !lines.getFirst().startsWith(SIDES)) {
      return new Answer.Wrong("the first line has to name the sides: \"sides Norland Norlandic | Vestria Vestrian\"");
    }
    Sides sides = sides(lines.getFirst());
    List<MarkedText> texts = new ArrayList<>();
    int from = 1;
    while (from < lines.size()) {
      int to = from + 1;
      while (to < lines.size() && !lines.get(to).startsWith(HEAD)) {
        to++;
      }
      Matcher head = REPORT.matcher(lines.get(from));
      if (lines.get(from).startsWith(HEAD) && !head.matches()) {
        return new Answer.Wrong("a report begins with a line \"== NAME YYYY-MM-DD\", not with \"" + lines.get(from) + '"');
      }
      if (head.matches() && day(head).isEmpty()) {
        return new Answer.Wrong(head.group(1) + " was written on no such day: " + head.group(2));
      }
      if (head.matches()) {
        Optional<MarkedText> text = text(head, String.join("\n", lines.subList(from + 1, to)).strip(), sides);
        if (text.isEmpty()) {
          return new Answer.Wrong(head.group(1) + " has a mark of other than three words: \"303{exchanged military to_one_side}\"");
        }
        texts.add(text.get());
      }
      from = to;
    }
    return new Answer.Texts(texts);
  }

  private static Sides sides(String line) {
    List<Sides.Name> names = new ArrayList<>();
    for (String side : line.substring(SIDES.length()).split(" \\| ", -1)) {
      List<String> words = Arrays.asList(side.split(" ", -1));
      names.add(new Sides.Name(words.getFirst(), words));
    }
    return new Sides(names, Optional.empty());
  }

  private static Optional<MarkedText> text(Matcher head, String marked, Sides sides) {
    StringBuilder text = new StringBuilder();
    Map<Integer, Mark> marks = new TreeMap<>();
    Matcher mark = MARK.matcher(marked);
    int last = 0;
    while (mark.find()) {
      text.append(marked, last, mark.start());
      marks.put(text.length(), new Mark(mark.group(1), mark.group(2), mark.group(3)));
      last = mark.end();
    }
    text.append(marked.substring(last));
    Report report = new Report(head.group(1), text.toString(), day(head), List.of());
    return text.indexOf("{") >= 0 ? Optional.empty() : Optional.of(new MarkedText(report, sides, marks));
  }

  private static Optional<LocalDate> day(Matcher head) {
    try {
      return Optional.of(LocalDate.parse(head.group(2)));
    } catch (DateTimeParseException noSuchDay) {
      return Optional.empty();
    }
  }
}
