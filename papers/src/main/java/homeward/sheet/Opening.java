package homeward.sheet;

/** What came of opening a workbook. */
public sealed interface Opening {
  /** It can be read; whoever opened it closes it. */
  record Opened(Sheet sheet) implements Opening {}

  /**
   * It cannot be read, and nothing of it was.
   *
   * @param part the part of the workbook that is meant, or empty
   */
  record Unfit(Why why, String part) implements Opening {}

  /** Why a workbook cannot be read. */
  enum Why {
    /** No workbook in the XLSX form, or a damaged one. */
    DAMAGED,
    /** An older workbook (XLS), or one with a password. */
    OLD_OR_LOCKED,
    /** Unpacked it would be larger than what is read. */
    GROWS_TOO_LARGE,
    /** It declares a document type, by which a file can reach for other files. */
    REACHES_OUTSIDE,
    /** It has cells beyond the last column that is read. */
    TOO_WIDE
  }
}
