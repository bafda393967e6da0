package homeward.register;

import java.util.List;

/** What came of reading a file of people: every row of it, or none and the reasons. */
public sealed interface Reading {

  /**
   * The whole file was read.
   *
   * @param people in file order
   * @param notices sentences for whoever brought the file: what was left out, what is missing but allowed
   */
  record Read(List<Person> people, List<String> notices) implements Reading {
    public Read {
      people = List.copyOf(people);
      notices = List.copyOf(notices);
    }
  }

  /**
   * Nothing was read.
   *
   * @param problems the first hundred, in the order in which they were found
   * @param more how many there are beyond these
   */
  record Refused(List<Problem> problems, int more) implements Reading {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /**
   * One thing that has to be mended before the file can be read.
   *
   * @param file its name
   * @param row counted as a spreadsheet counts, the header is row 1; for kinds of {@link Kind} that concern bytes the
   *     line of the text; 0 when the whole file is meant
   * @param column the header's name of the column, or empty when no single column is meant
   * @param cure what is wrong and what to do, a sentence for whoever brought the file
   */
  record Problem(String file, int row, String column, Kind kind, String cure) {}

  /** The kinds of problem; tests and programs match these, never the sentence. */
  enum Kind {
    /** There is no such file, or it cannot be opened. */
    NOT_READABLE,
    /** The file is larger than a gigabyte. */
    FILE_TOO_LARGE,
    /** The file has no header. */
    EMPTY_FILE,
    /** UTF-16, with or without its byte order mark. */
    UTF_16,
    /** Windows-1251 or another encoding with one byte a letter. */
    WINDOWS_1251,
    /** A byte sequence that is not UTF-8; the row is the line of the text. */
    NOT_UTF_8,
    /** A byte 0, which no text has; the row is the line of the text. */
    NUL_BYTE,
    /** The cells are parted by semicolons or tabs. */
    WRONG_SEPARATOR,
    /** A required column is not in the header. */
    COLUMN_MISSING,
    /** A column stands twice in the header. */
    COLUMN_TWICE,
    /** A row with fewer cells than the header. */
    TOO_FEW_FIELDS,
    /** A row with more cells than the header. */
    TOO_MANY_FIELDS,
    /** A quotation mark opens a cell and none closes it. */
    QUOTE_NOT_CLOSED,
    /** Text follows the quotation mark that closes a cell. */
    TEXT_AFTER_QUOTE,
    /** A cell of more than 10,000 characters. */
    FIELD_TOO_LONG,
    /** More than 1,000,000 people. */
    TOO_MANY_ROWS,
    /** A row without an id. */
    ID_MISSING,
    /** An id that an earlier row has. */
    ID_TWICE,
    /** Not a date, or a day that no calendar has. */
    BAD_DATE,
    /** A word that is not among those the column allows: sex, health, status. */
    BAD_WORD,
    /** Characters that turn the direction of a text, so that it shows otherwise than it is written. */
    TURNED_TEXT,
    /** A control character other than tabulator and line break. */
    CONTROL_CHARACTER,
    /** A cell of a workbook with a formula. */
    FORMULA,
    /** A cell of a workbook with an error, such as a division by zero. */
    ERROR_CELL,
    /** A workbook that is damaged, or in another form than XLSX. */
    NOT_A_WORKBOOK,
    /** An older workbook (XLS), or one with a password. */
    OLD_OR_LOCKED,
    /** A workbook that unpacked is larger than what is read. */
    GROWS_TOO_LARGE,
    /** A workbook that declares a document type, by which it can reach for other files. */
    REACHES_OUTSIDE,
    /** A workbook with cells beyond the last column that is read. */
    TOO_WIDE,
    /** A register's code of a person that an earlier row has. */
    CODE_TWICE,
    /** A cell that was changed in the file, and in the register since the file was written. */
    CHANGED_MEANWHILE
  }
}
