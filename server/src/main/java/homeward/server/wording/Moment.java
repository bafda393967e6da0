package homeward.server.wording;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A time as every page writes it: to the minute, UTC, the same in every language, so that nobody has to guess which is the month. */
public final class Moment {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

  private Moment() {}

  /** Of milliseconds since 1970. */
  public static String utc(long epochMilli) {
    return MINUTE.format(Instant.ofEpochMilli(epochMilli));
  }
}
