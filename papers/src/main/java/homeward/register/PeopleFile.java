package homeward.register;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import homeward.sheet.Guard;
import homeward.sheet.Sheet;
import homeward.sheet.Sheet.Opening;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;

/**
 * Files of people: CSV by RFC 4180 in strict UTF-8, the first row names the columns, in any order and case:
 * {@code id, surname, given_name, patronymic, birth_date, sex, rank, unit, service_number, birth_place, capture_place,
 * capture_date, seen_place, seen_date, category, health, status, father_given_name, mother_maiden_name, power_of_origin, remarks}.
 *
 * <p>Required are id, surname, given_name and birth_date, and category for people held; their cells may be empty but for
 * the id, which is unique within the file. Other columns are left out and named in a notice. White space around an id, a
 * date, a category and a word (sex, health, status; any case) is dropped; every other cell is kept as it stands. A cell
 * that a spreadsheet program would work out (it begins with = + - or @) is text here, and is written with an apostrophe
 * before it, which reading takes away again. Rows with nothing in them are left out. Nothing is read until everything can
 * be. A workbook (XLSX) is read like a text, its first sheet.
 */
public final class PeopleFile {
  private static final long LARGEST_FILE = 1L << 30;

  /** Whom the people in a file are to the side that brings it. */
  public enum Kind {
    /** Its own people, whom it looks for. */
    SOUGHT,
    /** The other side's people, whom it holds. */
    HELD,
    /** Its own people still held, of whom those who came home tell: whom they saw, where and when. */
    SEEN
  }

  /** Takes the rows of a file while it is read. When a later row cannot be read, what was taken must not stand. */
  @FunctionalInterface
  public interface Taking {
    /** Takes one row. Whatever it throws ends the reading and reaches whoever reads. */
    void take(Listing listing, Person person);
  }

  private PeopleFile() {}

  /** Reads a file; that it is missing or cannot be opened is a problem like the others. */
  public static Reading read(Path file, Kind kind) {
    String name = Objects.requireNonNullElse(file.getFileName(), file).toString();
    Problems problems = new Problems(name);
    try {
      if (Files.isRegularFile(file) && Files.size(file) > LARGEST_FILE) {
        problems.add(Reading.Kind.FILE_TOO_LARGE, 0, "", "the file is larger than a gigabyte: part it in several");
        return problems.refused();
      }
      return read(Files.readAllBytes(file), name, kind);
    } catch (IOException notReadable) {
      problems.add(Reading.Kind.NOT_READABLE, 0, "",
          "the file cannot be opened: check that " + Words.quoted(name) + " exists and may be read");
      return problems.refused();
    }
  }

  /**
   * Reads the bytes of a file.
   *
   * @param name the file's name, for the problems
   */
  public static Reading read(byte[] bytes, String name, Kind kind) {
    List<Person> people = new ArrayList<>();
    return switch (take(bytes, name, kind, (listing, person) -> people.add(person))) {
      case Reading.Read(List<Person> none, List<String> notices) -> new Reading.Read(people, notices);
      case Reading.Refused refused -> refused;
    };
  }

  /**
   * Reads the bytes of a file, CSV or XLSX, and hands on one row after the other. Once something is wrong no further row is
   * handed on, but all that is wrong is still found.
   *
   * @param name the file's name, for the problems
   * @return as {@link #read(byte[], String, Kind)}, without the people: they were handed on
   */
  public static Reading take(byte[] bytes, String name, Kind kind, Taking taking) {
    Problems problems = new Problems(name);
    Rows rows = new Rows(kind, problems, taking);
    if (Sheet.isWorkbook(bytes)) {
      return takeSheet(bytes, problems, rows);
    }
    Encoding.check(bytes, problems);
    return problems.any() ? problems.refused() : rows.readCsv(bytes);
  }

  private static Reading takeSheet(byte[] bytes, Problems problems, Rows rows) {
    switch (Sheet.open(bytes)) {
      case Opening.Unfit unfit -> problems.add(kind(unfit), 0, "", cure(unfit));
      case Opening.Opened(Sheet opened) -> {
        try (Sheet sheet = opened) {
          return withOthers(rows.read(new Table.OfSheet(sheet)), sheet.others());
        } catch (ExcelReaderException | NumberFormatException damaged) {
          problems.add(Reading.Kind.NOT_A_WORKBOOK, 0, "", cure(new Opening.Unfit(Opening.Why.DAMAGED, "")));
        }
      }
    }
    return problems.refused();
  }

  private static Reading withOthers(Reading reading, int others) {
    if (others == 0 || !(reading instanceof Reading.Read(List<Person> people, List<String> notices))) {
      return reading;
    }
    String notice = "only the first sheet was read; the workbook has " + others + " more";
    return new Reading.Read(people, Stream.concat(notices.stream(), Stream.of(notice)).toList());
  }

  private static Reading.Kind kind(Opening.Unfit unfit) {
    return switch (unfit.why()) {
      case DAMAGED -> Reading.Kind.NOT_A_WORKBOOK;
      case OLD_OR_LOCKED -> Reading.Kind.OLD_OR_LOCKED;
      case GROWS_TOO_LARGE -> Reading.Kind.GROWS_TOO_LARGE;
      case REACHES_OUTSIDE -> Reading.Kind.REACHES_OUTSIDE;
      case TOO_WIDE -> Reading.Kind.TOO_WIDE;
    };
  }

  private static String cure(Opening.Unfit unfit) {
    return switch (unfit.why()) {
      case DAMAGED -> "the file is no workbook, or it is damaged: open it and save it again as XLSX, or as CSV UTF-8";
      case OLD_OR_LOCKED -> "the file is an older workbook (XLS) or has a password: save it as XLSX without a password";
      case GROWS_TOO_LARGE -> "the workbook is small but would grow far too large when unpacked, as files made to do harm"
          + " do: copy its cells into a new workbook, or part it in several";
      case REACHES_OUTSIDE -> "the workbook declares a document type, by which a file can reach for other files; no"
          + " spreadsheet program writes that: ask where the file comes from, and copy its cells into a new workbook";
      case TOO_WIDE -> "the workbook has cells beyond column ZZ: delete the columns that are not needed";
    };
  }

  /**
   * What one row says, in the form in which it is kept: for a person entered by hand.
   *
   * @param given by column; columns that are not given say nothing
   * @return the row's one person, or what is wrong with it
   */
  public static Reading check(Map<Column, String> given, Kind kind) {
    Problems problems = new Problems("");
    List<Column> columns = List.of(Column.values());
    Header header = new Header(List.of(), new EnumMap<>(Column.class), Map.of(), List.of());
    columns.forEach(column -> header.places().put(column, columns.indexOf(column)));
    List<String> cells = columns.stream().map(column -> Guard.put(given.getOrDefault(column, ""))).toList();
    cells.stream().filter(cell -> cell.length() > Rows.LONGEST_FIELD).findFirst().ifPresent(cell -> problems.add(
        Reading.Kind.FIELD_TOO_LONG, 0, columns.get(cells.indexOf(cell)).header(), "more than 10,000 characters: shorten it"));
    Person person = new Row(header, kind, problems).person(0, cells);
    return problems.any() ? problems.refused() : new Reading.Read(List.of(person), List.of());
  }

  /** The text of a file with these people, all columns, one line each; read back it gives equal people. */
  public static String write(List<Person> people) {
    StringWriter text = new StringWriter();
    write(people.stream(), text);
    return text.toString();
  }

  /** Writes what {@link #write(List)} returns, one person at a time, and leaves the writer open. */
  public static void write(Stream<Person> people, Writer to) {
    try {
      @SuppressWarnings("resource") // closing would close the caller's writer
      CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(to);
      csv.writeRecord(Arrays.stream(Column.values()).map(Column::header).toList());
      people.forEach(person ->
          csv.writeRecord(Arrays.stream(Column.values()).map(column -> Guard.put(column.text(person))).toList()));
      csv.flush();
    } catch (IOException cannotWrite) {
      throw new UncheckedIOException(cannotWrite);
    }
  }
}
