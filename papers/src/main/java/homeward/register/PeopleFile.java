package homeward.register;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Files of people: CSV by RFC 4180 in strict UTF-8, the first row names the columns, in any order and case:
 * {@code id, surname, given_name, patronymic, birth_date, sex, rank, unit, service_number, birth_place, capture_place,
 * capture_date, category, health, status, father_given_name, mother_maiden_name, power_of_origin, remarks}.
 *
 * <p>Required are id, surname, given_name and birth_date, and category for people held; their cells may be empty but for
 * the id, which is unique within the file. Other columns are left out and named in a notice. White space around an id, a
 * date, a category and a word (sex, health, status; any case) is dropped; every other cell is kept as it stands, also
 * when it begins with = + - or @. Rows with nothing in them are left out. Nothing is read until everything can be.
 */
public final class PeopleFile {
  private static final long LARGEST_FILE = 1L << 30;

  /** Whom the people in a file are to the side that brings it. */
  public enum Kind {
    /** Its own people, whom it looks for. */
    SOUGHT,
    /** The other side's people, whom it holds. */
    HELD
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
    Problems problems = new Problems(name);
    Encoding.check(bytes, problems);
    return problems.any() ? problems.refused() : new Rows(kind, problems).read(bytes);
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
          csv.writeRecord(Arrays.stream(Column.values()).map(column -> column.text(person)).toList()));
      csv.flush();
    } catch (IOException cannotWrite) {
      throw new UncheckedIOException(cannotWrite);
    }
  }
}
