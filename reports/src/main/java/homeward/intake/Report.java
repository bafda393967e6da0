package homeward.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A report as text.
 *
 * @param name what to call it: the name of its file
 * @param text its text; every span of a claim counts UTF-16 units of it
 * @param date the day it was published, when that is known from outside or from its page
 * @param notes what a reader of the result should know: another encoding, a part left unread
 */
public record Report(String name, String text, Optional<LocalDate> date, List<String> notes) {
  public Report {
    notes = List.copyOf(notes);
  }

  /** A report from its text alone. */
  public static Report of(String name, String text) {
    return new Report(name, text, Optional.empty(), List.of());
  }
}
