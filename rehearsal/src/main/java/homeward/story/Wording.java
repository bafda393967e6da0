package homeward.story;

import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.exchange.Terms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How numbers, times, parties and journeys are said. It knows parties by what the agreement calls them and nobody by name.
 *
 * @param names what a party is called
 */
record Wording(java.util.function.Function<PartyId, String> names) {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  /** What a party is called. */
  String name(PartyId party) {
    return names.apply(party);
  }

  /** Whose deed it is, and whether it was done on paper. */
  String by(Deed deed) {
    return deed.by().map(this::name).orElse("Somebody") + (deed.reporter().isPresent() ? " (on paper)" : "");
  }

  /** In the order of their names, so that two sides stand in the same order everywhere. */
  List<PartyId> inOrder(Collection<PartyId> parties) {
    return parties.stream().sorted(Comparator.comparing(this::name)).toList();
  }

  /** "A, B and C"; "nobody" when there is none. */
  String names(Collection<PartyId> parties) {
    return and(inOrder(parties).stream().map(this::name).toList());
  }

  /** The same with those outside the count, when there are any. */
  String returning(SortedMap<PartyId, Integer> counted, SortedMap<PartyId, Integer> outside) {
    TreeMap<PartyId, Integer> some = new TreeMap<>(outside);
    some.values().removeIf(count -> count == 0);
    return returning(counted) + (some.isEmpty() ? "" : ", outside the count " + returning(some));
  }

  /** "390 to A and 307 to B": those who return to each side. */
  String returning(SortedMap<PartyId, Integer> counts) {
    return and(inOrder(counts.keySet()).stream().map(home -> number(counts.getOrDefault(home, 0)) + " to " + name(home)).toList());
  }

  /** "one, two and three". */
  static String and(List<String> words) {
    if (words.size() < 2) {
      return words.isEmpty() ? "nobody" : words.getFirst();
    }
    return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
  }

  /** 1,234. */
  static String number(long count) {
    return String.format(Locale.ENGLISH, "%,d", count);
  }

  /** "1 person", "12 people". */
  static String people(long count) {
    return many(count, "person", "people");
  }

  static String many(long count, String one, String several) {
    return number(count) + " " + (count == 1 ? one : several);
  }

  /** A code as words: {@code seriously_wounded} is "seriously wounded". */
  static String words(String code) {
    return code.replace('_', ' ').replace('-', ' ');
  }

  /** "390 (270 military, 120 civilian)"; the parentheses only where there is more than one category to tell. */
  static String counts(SortedMap<String, Integer> byCategory) {
    List<String> parts = new ArrayList<>();
    byCategory.forEach((category, count) -> parts.add(number(count) + " " + words(category)));
    parts.removeIf(part -> part.startsWith("0 "));
    if (parts.size() <= 1) {
      return parts.isEmpty() ? "0" : parts.getFirst();
    }
    return number(sum(byCategory)) + " (" + String.join(", ", parts) + ")";
  }

  static int sum(SortedMap<String, Integer> byCategory) {
    return byCategory.values().stream().mapToInt(Integer::intValue).sum();
  }

  static LocalDate date(long stamp) {
    return Instant.ofEpochMilli(stamp).atZone(ZoneOffset.UTC).toLocalDate();
  }

  static String hour(long stamp) {
    return HOUR.format(Instant.ofEpochMilli(stamp).atZone(ZoneOffset.UTC));
  }

  /** "Friday 23 May 2025". */
  static String day(LocalDate date) {
    return DAY.format(date);
  }

  /** "Fri 23 May". */
  static String shortDay(LocalDate date) {
    return SHORT_DAY.format(date);
  }

  /** "Fri 23 May 06:00". */
  static String moment(long stamp) {
    return shortDay(date(stamp)) + " " + hour(stamp);
  }

  /** What a journey is called: by its day where each tranche has one of its own. */
  String journey(State state, String code) {
    Journey journey = state.journeys().get(code);
    if (journey == null) {
      return "journey " + code;
    }
    return journey
        .holder()
        .map(holder -> name(holder) + "'s direct repatriation")
        .orElseGet(() -> tranche(state.terms(), journey.tranche().orElseThrow()));
  }

  static String tranche(Terms terms, int number) {
    long days = terms.tranches().stream().map(Terms.Tranche::day).distinct().count();
    return (days == terms.tranches().size() ? "day " : "tranche ") + number;
  }

  /** The same at the beginning of a sentence. */
  static String first(String words) {
    return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** "both sides and X"; a signature that came from paper says so. */
  String signers(State state, SortedSet<PartyId> signed, SortedSet<PartyId> onPaper) {
    TreeSet<PartyId> sides = new TreeSet<>(signed);
    sides.removeIf(party -> !state.parties().isSide(party));
    List<String> words = new ArrayList<>();
    if (sides.size() == 2) {
      words.add("both sides" + (onPaper.isEmpty() ? "" : " (" + names(onPaper) + " on paper)"));
    } else {
      inOrder(sides).forEach(side -> words.add(name(side) + (onPaper.contains(side) ? " (on paper)" : "")));
    }
    inOrder(signed).stream().filter(party -> !sides.contains(party)).map(this::name).forEach(words::add);
    return and(words);
  }

  private static final Map<Function, String> DUTIES =
      Map.of(
          Function.HOST, "gives the place for the talks",
          Function.KEEPER, "keeps the log",
          Function.CLEARANCE, "clears who may travel",
          Function.VERIFIER, "verifies lists",
          Function.HANDOVER, "has the border where people change hands",
          Function.AUTHORISER, "releases each wave",
          Function.TRACING, "traces the missing");

  /** What each party does by its functions. */
  List<String> duties(SortedMap<Function, PartyId> functions) {
    List<String> duties = new ArrayList<>();
    for (PartyId party : inOrder(new TreeSet<>(functions.values()))) {
      List<String> done = functions.keySet().stream().filter(function -> party.equals(functions.get(function))).map(this::duty).toList();
      duties.add(name(party) + " " + and(done));
    }
    return duties;
  }

  private String duty(Function function) {
    return DUTIES.getOrDefault(function, words(function.name().toLowerCase(Locale.ROOT)));
  }

  /** A function as a thing that somebody holds. */
  static String office(Function function) {
    return switch (function) {
      case SIDE -> "a side";
      case ROOT -> "a root key";
      case HOST -> "the place for the talks";
      case KEEPER -> "the keeping of the log";
      case CLEARANCE -> "the clearance";
      case VERIFIER -> "the verification of lists";
      case HANDOVER -> "the handover state's part";
      case AUTHORISER -> "the release of waves";
      case TRACING -> "tracing";
    };
  }
}
