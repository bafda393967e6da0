package homeward.register;

import homeward.register.Person.Captivity;
import homeward.register.Person.Health;
import homeward.register.Person.Name;
import homeward.register.Person.Particulars;
import homeward.register.Person.Sex;
import homeward.register.Person.Status;
import homeward.register.Reading.Kind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes people of rows; what a cell cannot mean becomes a problem and the row goes on, so that all are named at once. */
final class Row {
  private static final int POOLED = 200_000;
  private static final Status[] STATUS_WHEN_SOUGHT = Status.values();
  private static final Status[] STATUS_WHEN_HELD = Arrays.stream(Status.values())
      .filter(status -> status != Status.SOUGHT && status != Status.MISSING)
      .toArray(Status[]::new);

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
      case HELD -> STATUS_WHEN_HELD;
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
        pooled(stripped(Column.CATEGORY)),
        word(Column.HEALTH, Health.values(), Health.NOT_GIVEN),
        word(Column.STATUS, statuses, Status.NOT_GIVEN));
  }

  private String text(Column column) {
    return pooled(header.cell(cells, column));
  }

  private String stripped(Column column) {
    return Words.strip(header.cell(cells, column));
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
