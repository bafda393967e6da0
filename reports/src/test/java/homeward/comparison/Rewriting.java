package homeward.comparison;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Other numbers, another month and other sides for reports of the reference case and for its ledger alike. */
final class Rewriting {
  private static final int WEEK = 7;

  private final Map<String, String> words = new LinkedHashMap<>();
  private final Map<String, String> figures = new HashMap<>();
  private final Map<String, String> days = new LinkedHashMap<>();

  private Rewriting() {}

  static Rewriting of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Rewriting rewriting = new Rewriting();
    long civilian = 100 + random.nextLong(60);
    long first = 250 + random.nextLong(40);
    long second = 305 + random.nextLong(40);
    long third = 305 + random.nextLong(40);
    rewriting.numbers(civilian, first, second, third);
    rewriting.dates(3 + random.nextInt(2));
    String[][] names = {{"Norland", "Norlandic", "Vestria", "Vestrian"}, {"Peru", "Peruvian", "Chile", "Chilean"},
        {"Russia", "Russian", "Ukraine", "Ukrainian"}, {"Belmora", "Belmoran", "Quintia", "Quintian"}};
    rewriting.sides(names[random.nextInt(names.length)]);
    return rewriting;
  }

  private void numbers(long civilian, long first, long second, long third) {
    long total = civilian + first + second + third;
    figure(390, first + civilian);
    figure(780, 2 * (first + civilian));
    figure(270, first);
    figure(120, civilian);
    figure(307, second);
    figure(303, third);
    figure(1000, total);
    figure(880, total - civilian);
    figure(387, first + civilian - 3);
    figure(600, 2 * second / 10 * 10 - 10);
    figure(1200, 2 * (second + third) / 10 * 10 - 10);
  }

  private void figure(long from, long to) {
    figures.put(Long.toString(from), Long.toString(to));
    words.put(Long.toString(from), Long.toString(to));
    words.put(String.format(Locale.ROOT, "%,d", from), String.format(Locale.ROOT, "%,d", to));
  }

  /** The same days of the week, some weeks later, all in June. */
  private void dates(int weeks) {
    for (int day : new int[] {16, 23, 24, 25}) {
      int later = day + WEEK * weeks - 31;
      String from = "May " + day;
      days.put("2025-05-" + day, String.format(Locale.ROOT, "2025-06-%02d", later));
      words.put(from, "June " + later);
      words.put("Might " + day, "June " + later);
    }
    words.put("May 23-25", "June " + (23 + WEEK * weeks - 31) + "-" + (25 + WEEK * weeks - 31));
  }

  private void sides(String[] names) {
    words.put("Ukrainians", names[1] + "s");
    words.put("Ukrainian", names[1]);
    words.put("Ukraine", names[0]);
    words.put("Russian", names[3]);
    words.put("Russia", names[2]);
  }

  String text(String text) {
    return replace(text, words);
  }

  String value(String value) {
    return figures.getOrDefault(value, value);
  }

  /** The ledger with the same changes; its words for the sides are the new ones. */
  byte[] ledger(String json) {
    Map<String, String> all = new LinkedHashMap<>(words);
    all.putAll(days);
    all.put("Kyiv", "Capital of the one");
    all.put("Kiev", "Seat of the one");
    all.put("Moscow", "Capital of the other");
    all.put("Kremlin", "Seat of the other");
    return replace(json, all).getBytes(StandardCharsets.UTF_8);
  }

  /** All at once, longest first, so that no replacement is replaced again; whole words and numbers only. */
  private static String replace(String text, Map<String, String> changes) {
    String any = String.join("|", changes.keySet().stream()
        .sorted((one, other) -> other.length() - one.length()).map(Pattern::quote).toList());
    Matcher found = Pattern.compile("(?<![\\w,.]|\\d-)(?:" + any + ")(?![\\w]|,\\d)").matcher(text);
    return found.replaceAll(hit -> Matcher.quoteReplacement(changes.getOrDefault(hit.group(), hit.group())));
  }
}
