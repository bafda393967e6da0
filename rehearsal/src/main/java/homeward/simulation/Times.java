package homeward.simulation;

/** The hours of a rehearsed exchange, epoch ms: agreed on a day in May, the first tranche four days later, one a day. */
final class Times {
  static final long MINUTE = 60_000L;
  static final long HOUR = 60 * MINUTE;
  static final long DAY = 24 * HOUR;
  /** 2025-05-05T10:00Z. */
  static final long START = 1_746_439_200_000L;

  private static final long MIDNIGHT = START - 10 * HOUR;

  private Times() {}

  static long from(int tranche) {
    return MIDNIGHT + (4L + tranche) * DAY + 5 * HOUR;
  }

  static long until(int tranche) {
    return MIDNIGHT + (4L + tranche) * DAY + 23 * HOUR;
  }

  static String day(int tranche) {
    return java.time.Instant.ofEpochMilli(from(tranche)).toString().substring(0, 10);
  }

  static String clock(long at) {
    return java.time.Instant.ofEpochMilli(at).toString().substring(0, 19).replace('T', ' ');
  }
}
