package homeward.agreement;

import homeward.exchange.Function;
import homeward.exchange.Terms;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** The names and words of the file, once for its reader and its writer, and what is taken where nothing is written. */
final class Written {
  static final String FORMAT = "agreement/1";
  static final String ALL = "all";

  static final List<String> AGREEMENT =
      List.of(
          "homeward", "exchange", "agreedOn", "sides", "opens", "begins", "thirdParties", "vacant", "categories", "tranches",
          "embargoHours", "parity", "surplus", "debts", "directRepatriation", "travelWithoutInterview", "committedLists",
          "people", "seatsPerWave", "deadlines", "withoutPrejudice", "clauses");
  static final List<String> PARTY = List.of("id", "name", "onPaper", "functions");
  static final List<String> CATEGORY = List.of("code", "words", "weight", "all");
  static final List<String> TRANCHE = List.of("day", "place", "window", "publishAt", "returns", "outside");
  static final List<String> WINDOW = List.of("from", "until");
  static final List<String> SURPLUS = List.of("to", "category", "count");
  static final List<String> DEBT = List.of("owedBy", "category", "count", "closing");
  static final List<String> DEADLINES =
      List.of("reconcileHours", "haltHours", "silenceHours", "keeperHours", "commitHours", "end");
  static final List<String> CLAUSE = List.of("code", "words");

  static final SequencedMap<String, Function> FUNCTIONS = functions();
  static final SequencedMap<String, Terms.Parity> PARITY =
      ordered("equal", Terms.Parity.EQUAL, "as agreed", Terms.Parity.AS_AGREED);
  static final SequencedMap<String, Boolean> TRAVEL = ordered("not allowed", false, "allowed", true);

  static final String FROM = "08:00";
  static final String UNTIL = "20:00";
  static final int EMBARGO_HOURS = 1;
  static final int PEOPLE = 2;
  static final int SEATS = 100;
  static final Agreement.Deadlines HOURS = new Agreement.Deadlines(48, 72, 240, 24, 24, LocalDate.EPOCH);
  static final int END_DAYS_AFTER = 30;
  static final List<String> WITHOUT_PREJUDICE = List.of("status", "recognition");

  static final int MOST_PEOPLE = 1_000_000;
  static final int LONGEST_NAME = 100;
  static final int LONGEST_WORDS = 4_000;

  private Written() {}

  private static SequencedMap<String, Function> functions() {
    SequencedMap<String, Function> functions = new LinkedHashMap<>();
    Arrays.stream(Function.values())
        .filter(Function::assignable)
        .forEach(function -> functions.put(function.name(), function));
    return functions;
  }

  private static <T> SequencedMap<String, T> ordered(String first, T firstMeaning, String second, T secondMeaning) {
    SequencedMap<String, T> words = new LinkedHashMap<>();
    words.put(first, firstMeaning);
    words.put(second, secondMeaning);
    return words;
  }

  static <T> SequencedMap<String, T> each(List<String> words, java.util.function.Function<String, T> meaning) {
    SequencedMap<String, T> map = new LinkedHashMap<>();
    words.forEach(word -> map.put(word, meaning.apply(word)));
    return map;
  }

  /** How many days these hours need, whole ones. */
  static int days(int hours) {
    return (hours + 23) / 24;
  }

  /** The word for a meaning. */
  static <T> String word(SequencedMap<String, T> words, T meaning) {
    return words.entrySet().stream().filter(word -> word.getValue().equals(meaning)).findFirst().orElseThrow().getKey();
  }
}
