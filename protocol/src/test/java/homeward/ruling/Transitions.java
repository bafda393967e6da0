package homeward.ruling;

import homeward.exchange.Journey;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.Person;
import homeward.exchange.Ref;
import homeward.exchange.State;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Notes which state was seen to follow on which, by which move: of the exchange, of journeys, waves and people. */
final class Transitions {
  private static final String OUTSIDE = "[*]";

  private final Map<String, Set<String>> exchange = new TreeMap<>();
  private final Map<String, Set<String>> journeys = new TreeMap<>();
  private final Map<String, Set<String>> waves = new TreeMap<>();
  private final Map<String, Set<String>> people = new TreeMap<>();

  void note(State before, Move move, State after) {
    String by = by(before, move);
    note(exchange, before.course().phase().name(), after.course().phase().name(), by);
    after.journeys().forEach((code, journey) -> note(before.journeys().get(code), journey, by));
    after.people().forEach((ref, person) -> note(before, ref, person, by));
  }

  private void note(@org.jspecify.annotations.Nullable Journey before, Journey after, String by) {
    note(journeys, before == null ? OUTSIDE : before.phase().name(), after.phase().name(), by);
    for (Journey.Wave wave : after.waves()) {
      boolean known = before != null && before.hasWave(wave.number());
      note(waves, known ? Objects.requireNonNull(before).wave(wave.number()).phase().name() : OUTSIDE, wave.phase().name(), by);
    }
  }

  private void note(State before, Ref ref, Person after, String by) {
    Optional<Person> known = Optional.ofNullable(before.people().get(ref));
    note(people, known.map(person -> person.promise().name()).orElse(OUTSIDE), after.promise().name(), by);
  }

  private static void note(Map<String, Set<String>> seen, String from, String to, String by) {
    if (!from.equals(to)) {
      seen.computeIfAbsent(from + " --> " + to, none -> new TreeSet<>()).add(by);
    }
  }

  /** The move's name; for a signature that of what it completes. */
  private static String by(State before, Move move) {
    return switch (move) {
      case Move.Sign sign -> Optional.ofNullable(before.pending().get(sign.proposal())).map(pending -> subject(pending.subject())).orElse("sign");
      case Move.Withdraw withdraw -> "withdraw";
      case Move.Lapse lapse -> "lapse " + Docstrings.is(lapse.what().getClass());
      case Move.Saw saw -> "saw " + saw.sight();
      case Move other -> Docstrings.is(other.getClass());
    };
  }

  private static String subject(State.Subject subject) {
    return switch (subject) {
      case State.Subject.Opening opening -> "open";
      case State.Subject.Reported reported -> "report";
      case State.Subject.Proposal(Matter matter) -> Docstrings.is(matter.getClass());
    };
  }

  String text() {
    return "\nThe exchange:\n" + diagram(exchange)
        + "\nA journey:\n" + diagram(journeys)
        + "\nA wave:\n" + diagram(waves)
        + "\nWhat is promised of one person:\n" + diagram(people) + "\n";
  }

  private static String diagram(Map<String, Set<String>> seen) {
    StringBuilder lines = new StringBuilder("stateDiagram-v2\n");
    for (boolean first : List.of(true, false)) {
      seen.forEach((edge, by) -> lines.append(edge.startsWith(OUTSIDE) == first ? "  " + edge + " : " + String.join(", ", by) + "\n" : ""));
    }
    return Page.block("mermaid", lines.toString());
  }
}
