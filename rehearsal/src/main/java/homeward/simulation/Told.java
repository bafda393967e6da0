package homeward.simulation;

/** Something that happened outside the log: when (epoch ms), of which kind, and in words. */
public record Told(long at, Happening kind, String words) {
  /** The line as a reader of a replay sees it. */
  public String line() {
    return Times.clock(at) + "  ** " + words;
  }

  /** What can happen outside the log. */
  public enum Happening {
    CRASH_BEFORE_WRITE,
    CRASH_AFTER_WRITE,
    RESTART,
    CUT_OFF,
    MENDED,
    SILENT,
    NODE_GONE,
    NONSENSE,
    CONFUSION,
    SECOND_HISTORY,
    TWO_ENTRIES,
    BACKUP_RESTORED,
    OUTSIDER
  }
}
