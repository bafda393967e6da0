package homeward.server.lists;

import homeward.recognition.Suggestion;
import homeward.recognition.Suggestion.Why;
import homeward.register.Column;
import homeward.register.Person.Status;
import homeward.server.candidates.Candidate;
import homeward.server.candidates.Candidates;
import homeward.server.candidates.Comparisons;
import homeward.server.candidates.Likeliest;
import homeward.server.candidates.Received;
import homeward.server.delegations.Right;
import homeward.server.delegations.Viewer;
import homeward.server.register.Register;
import homeward.server.register.Register.Compared;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What may be answered about the entries of the other side's list, by what was found when it was compared and what people ruled on it. */
@Component
class Suggestions {
  private final Names names;
  private final Candidates candidates;
  private final Comparisons comparisons;
  private final Register register;
  private volatile Captivity captivity = new Captivity(-1, -1, Map.of());

  Suggestions(Names names, Candidates candidates, Comparisons comparisons, Register register) {
    this.names = names;
    this.candidates = candidates;
    this.comparisons = comparisons;
    this.register = register;
  }

  /**
   * About one entry.
   *
   * @param why what may be answered
   * @param likeliest whom it may be among those sought
   */
  record Suggested(Why why, Likeliest likeliest) {}

  /** What is known of the captivity of candidates, by code, after so many changes here and there. */
  private record Captivity(long candidates, long register, Map<String, Compared> known) {}

  /** About the entries of the list, by reference, from their categories; nothing before the list, as it stands, was compared. */
  Map<String, Suggested> of(Viewer by, Map<String, String> categories) {
    Optional<Received.Listed> listed = names.listed();
    if (listed.isEmpty() || !comparisons.compared(listed.get().basis())) {
      return Map.of();
    }
    Map<String, Likeliest> theirs = candidates.ofTheirs(by);
    Map<String, Compared> known = captivity(by, theirs);
    Map<String, Suggested> suggested = new HashMap<>();
    listed.get().entries().forEach((ref, entry) -> {
      Likeliest likeliest = theirs.getOrDefault(ref, Likeliest.NOBODY);
      suggested.put(ref, new Suggested(entry.repeats() ? Why.REPEATED : why(categories.getOrDefault(ref, ""), likeliest, known), likeliest));
    });
    return suggested;
  }

  private static Why why(String category, Likeliest likeliest, Map<String, Compared> known) {
    return likeliest.known().map(Candidate::one).flatMap(code -> Optional.ofNullable(known.get(code)))
        .map(sought -> Suggestion.why(category, status(sought), sought.texts().getOrDefault(Column.CATEGORY, "")))
        .orElse(Why.ACCEPT);
  }

  private static Status status(Compared sought) {
    String word = sought.texts().getOrDefault(Column.STATUS, "");
    return Arrays.stream(Status.values()).filter(each -> each.word().equals(word)).findFirst().orElse(Status.NOT_GIVEN);
  }

  private Map<String, Compared> captivity(Viewer by, Map<String, Likeliest> theirs) {
    by.require(Right.PERSON_CAPTIVITY);
    Captivity kept = captivity;
    long here = candidates.changes();
    long there = register.changes();
    if (kept.candidates() != here || kept.register() != there) {
      Set<String> codes = theirs.values().stream().flatMap(likeliest -> likeliest.best().stream()).map(Candidate::one).collect(Collectors.toSet());
      kept = new Captivity(here, there, register.captivity(by, codes));
      captivity = kept;
    }
    return kept.known();
  }
}
