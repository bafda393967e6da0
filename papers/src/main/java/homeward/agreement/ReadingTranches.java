package homeward.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The tranches as the file has them. */
final class ReadingTranches {
  private static final int MOST = 200;

  private final List<String> sides;
  private final List<Agreement.Category> categories;
  private final int embargoHours;

  /** Neither sides nor categories are known when they were wrong themselves; then names under them are not judged. */
  private ReadingTranches(List<String> sides, List<Agreement.Category> categories, int embargoHours) {
    this.sides = sides;
    this.categories = categories;
    this.embargoHours = embargoHours;
  }

  static List<Agreement.Tranche> of(Form top, List<String> sides, List<Agreement.Category> categories) {
    top.requireLength("tranches", 1, MOST, "[{\"day\": \"2025-05-23\", \"place\": \"north-crossing\", \"returns\": {…}}]");
    int hours = top.optional("embargoHours", Kind.whole(0, 24)).orElse(Written.EMBARGO_HOURS);
    ReadingTranches reading = new ReadingTranches(sides, categories, hours);
    return top.each("tranches", Written.TRANCHE).stream().map(reading::tranche).toList();
  }

  private Agreement.Tranche tranche(Form form) {
    LocalDate day = form.required("day", "\"2025-05-23\"", Kind.day());
    String place = form.required("place", "\"north-crossing\"", Kind.code());
    Form window = form.inside("window", Written.WINDOW);
    LocalTime from = window.optional("from", Kind.time()).orElse(LocalTime.parse(Written.FROM));
    LocalTime until = window.optional("until", Kind.time()).orElse(LocalTime.parse(Written.UNTIL));
    Counts returns = counts(form, "returns", Kind.countOrAll(Written.MOST_PEOPLE));
    Counts outside = counts(form, "outside", Kind.count(Written.MOST_PEOPLE));
    return new Agreement.Tranche(
        day, place, at(day, from), at(day, until), publishAt(form, day, at(day, until)),
        returns.numbers(), outside.numbers(), returns.everybody());
  }

  private static Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).toInstant(ZoneOffset.UTC);
  }

  private Instant publishAt(Form form, LocalDate day, Instant until) {
    return form.optional("publishAt", Kind.moment())
        .map(moment -> moment.on(day).toInstant(ZoneOffset.UTC))
        .orElse(until.plusSeconds(embargoHours * 3_600L));
  }

  private record Counts(
      SequencedMap<String, SequencedMap<String, Integer>> numbers, SequencedMap<String, List<String>> everybody) {}

  private Counts counts(Form form, String name, Kind<Optional<Integer>> kind) {
    SequencedMap<String, SequencedMap<String, Integer>> numbers = new LinkedHashMap<>();
    SequencedMap<String, List<String>> everybody = new LinkedHashMap<>();
    SequencedMap<String, Form> bySide = form.byName(name, Fault.Unknown.What.SIDE, sides);
    for (String side : sides) {
      SequencedMap<String, Integer> counted = new LinkedHashMap<>();
      List<String> all = new ArrayList<>();
      written(bySide.get(side), kind).forEach((category, count) -> {
        count.filter(people -> people > 0).ifPresent(people -> counted.put(category, people));
        if (count.isEmpty()) {
          all.add(category);
        }
      });
      numbers.put(side, Collections.unmodifiableSequencedMap(counted));
      everybody.put(side, List.copyOf(all));
    }
    return new Counts(Collections.unmodifiableSequencedMap(numbers), Collections.unmodifiableSequencedMap(everybody));
  }

  private SequencedMap<String, Optional<Integer>> written(@Nullable Form ofSide, Kind<Optional<Integer>> kind) {
    List<String> codes = categories.stream().map(Agreement.Category::code).toList();
    return ofSide == null
        ? new LinkedHashMap<>()
        : ofSide.valuesByName(Fault.Unknown.What.CATEGORY, codes, kind);
  }
}
