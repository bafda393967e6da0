package homeward.register;

import homeward.register.Person.Captivity;
import homeward.register.Person.Health;
import homeward.register.Person.Name;
import homeward.register.Person.Particulars;
import homeward.register.Person.Seen;
import homeward.register.Person.Sex;
import homeward.register.Person.Status;
import homeward.register.Reading.Kind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes people of rows; what a cell cannot mean becomes a problem and the row goes on, so that all are named at once. */
final class Row {
  private static final int POOLED = 200_000;
  private static final Status[] STATUS_WHEN_SOUGHT = Status.values();
  private static final Status[] STATUS_WHEN_HELD = Arrays.stream(Status.values())
      .filter(status -> status != Status.SOUGHT && status != Status.MISSING)
      .toArray(Status[]::new);

  private static final Pattern VERSION = Pattern.compile("[0-9]{0,15}");

  private final Header header;
  private final Problems problems;
  private final Status[] statuses;
  private final Map<String, String> pool = new HashMap<>();
  private int number;
  private List<String> cells = List.of();

  Row(Header header, PeopleFile.Kind kind, Problems problems) {
    this.header = header;
    this.problems = problems;
    this.statuses = switch (kind) {
      case SOUGHT -> STATUS_WHEN_SOUGHT;
      case HELD, SEEN -> STATUS_WHEN_HELD;
    };
  }

  Person person(int rowNumber, List<String> rowCells) {
    number = rowNumber;
    cells = rowCells;
    return new Person(
        stripped(Column.ID),
        new Name(text(Column.SURNAME), text(Column.GIVEN_NAME), text(Column.PATRONYMIC)),
        date(Column.BIRTH_DATE),
        word(Column.SEX, Sex.values(), Sex.NOT_GIVEN),
        particulars(),
        captivity(),
        text(Column.REMARKS));
  }

  /** The row that was read last, with the register's own columns. */
  Listing listing(Person person) {
    String code = header.mark(cells, Listing.CODE);
    String version = header.mark(cells, Listing.VERSION);
    if (!VERSION.matcher(version).matches()) {
      problems.add(Kind.BAD_WORD, number, Listing.VERSION,
          Words.quoted(version) + " is not a version that a register wrote: bring the column back as it was, or delete it");
      return new Listing(number, code, 0, Listing.cells(person));
    }
    return new Listing(number, code, version.isEmpty() ? 0 : Long.parseLong(version), Listing.cells(person));
  }

  private Particulars particulars() {
    return new Particulars(
        text(Column.RANK),
        text(Column.UNIT),
        text(Column.SERVICE_NUMBER),
        text(Column.BIRTH_PLACE),
        text(Column.FATHER_GIVEN_NAME),
        text(Column.MOTHER_MAIDEN_NAME),
        text(Column.POWER_OF_ORIGIN));
  }

  private Captivity captivity() {
    return new Captivity(
        text(Column.CAPTURE_PLACE),
        date(Column.CAPTURE_DATE),
        new Seen(text(Column.SEEN_PLACE), date(Column.SEEN_DATE)),
        pooled(stripped(Column.CATEGORY)),
        word(Column.HEALTH, Health.values(), Health.NOT_GIVEN),
        word(Column.STATUS, statuses, Status.NOT_GIVEN));
  }

  private String text(Column column) {
    return pooled(checked(column));
  }

  private String stripped(Column column) {
    return Words.strip(checked(column));
  }

  private String checked(Column column) {
    String text = header.cell(cells, column);
    if (text.codePoints().anyMatch(Words::turns)) {
      problems.add(Kind.TURNED_TEXT, number, column.header(), "the cell holds hidden characters that turn the direction of"
          + " its text, so that it shows otherwise than it is written: write the cell again by hand");
    } else if (text.codePoints().anyMatch(Words::controls)) {
      problems.add(Kind.CONTROL_CHARACTER, number, column.header(),
          "the cell holds a control character that no text has: write the cell again by hand");
    }
    return text;
  }

  /** A million rows share a few thousand names, ranks and places: each is kept once. */
  private String pooled(String text) {
    if (pool.size() >= POOLED) {
      return pool.getOrDefault(text, text);
    }
    String known = pool.putIfAbsent(text, text);
    return known == null ? text : known;
  }

  private PartialDate date(Column column) {
    String text = stripped(column);
    return PartialDate.parse(text).orElseGet(() -> {
      problems.add(Kind.BAD_DATE, number, column.header(), DateText.cure(text));
      return new PartialDate.NotKnown();
    });
  }

  private <W extends Person.Word> W word(Column column, W[] words, W otherwise) {
    String text = stripped(column);
    return Words.find(words, text).orElseGet(() -> {
      problems.add(Kind.BAD_WORD, number, column.header(),
          Words.quoted(text) + " is not a word of this column: use one of " + Words.listed(words));
      return otherwise;
    });
  }
}
