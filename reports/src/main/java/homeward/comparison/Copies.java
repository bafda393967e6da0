package homeward.comparison;

import homeward.comparison.Examination.Pair;
import homeward.language.Span;
import homeward.reports.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds reports that share so many runs of five words that one seems to copy the other. */
final class Copies {
  private static final int RUN = 5;
  private static final int LIKELY_PERCENT = 30;
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Copies() {}

  static List<Pair> among(List<Reading> readings) {
    List<Set<String>> runs = readings.stream().map(Copies::runs).toList();
    List<Pair> pairs = new ArrayList<>();
    for (int one = 0; one < readings.size(); one++) {
      for (int other = one + 1; other < readings.size(); other++) {
        boolean ordered = first(readings.get(one), readings.get(other));
        int early = ordered ? one : other;
        int late = ordered ? other : one;
        int percent = shared(runs.get(early), runs.get(late));
        if (percent >= LIKELY_PERCENT) {
          pairs.add(new Pair(readings.get(early).report().name(), readings.get(late).report().name(), percent));
        }
      }
    }
    return pairs;
  }

  private static boolean first(Reading one, Reading other) {
    Optional<LocalDate> day = one.written();
    Optional<LocalDate> otherDay = other.written();
    if (day.isPresent() && otherDay.isPresent() && !day.equals(otherDay)) {
      return day.get().isBefore(otherDay.get());
    }
    return one.report().text().length() >= other.report().text().length();
  }

  private static int shared(Set<String> early, Set<String> late) {
    if (late.isEmpty()) {
      return 0;
    }
    long common = late.stream().filter(early::contains).count();
    return (int) (common * 100 / late.size());
  }

  private static Set<String> runs(Reading reading) {
    StringBuilder text = new StringBuilder(reading.report().text());
    for (Span span : reading.leftOut()) {
      for (int at = span.start(); at < span.end(); at++) {
        text.setCharAt(at, ' ');
      }
    }
    List<String> words = NO_LETTER.splitAsStream(text.toString().toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty()).limit(100_000).toList();
    Set<String> runs = new HashSet<>();
    for (int at = 0; at + RUN <= words.size(); at++) {
      runs.add(String.join(" ", words.subList(at, at + RUN)));
    }
    return runs;
  }
}
