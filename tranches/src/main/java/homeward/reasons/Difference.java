package homeward.reasons;

import homeward.problem.Plan;
import homeward.problem.Sentence.Form;
import homeward.problem.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is different in a second plan.
 *
 * @param in who goes now and did not
 * @param out who went and does not now
 * @param moved who goes on another day
 */
public record Difference(List<String> in, List<String> out, List<Moved> moved) {
  /** One who goes on another day. */
  public record Moved(String ref, String from, String to) {}

  /** From one plan to another; each list sorted by reference. */
  public static Difference between(Plan before, Plan after) {
    Map<String, String> then = before.days();
    Map<String, String> now = after.days();
    List<Moved> moved = new ArrayList<>();
    now.forEach((ref, day) -> {
      String other = then.get(ref);
      if (other != null && !other.equals(day)) {
        moved.add(new Moved(ref, other, day));
      }
    });
    return new Difference(now.keySet().stream().filter(ref -> !then.containsKey(ref)).toList(),
        then.keySet().stream().filter(ref -> !now.containsKey(ref)).toList(), List.copyOf(moved));
  }

  /** How many go differently. */
  public int size() {
    return in.size() + out.size() + moved.size();
  }

  /** Line by line; one line that says so when nothing is different. */
  public List<Sentence> sentences() {
    List<Sentence> sentences = new ArrayList<>();
    in.forEach(ref -> sentences.add(Sentence.of(Form.GOES, ref)));
    out.forEach(ref -> sentences.add(Sentence.of(Form.GOES_NOT, ref)));
    moved.forEach(each -> sentences.add(Sentence.of(Form.MOVED, each.ref(), each.from(), each.to())));
    return sentences.isEmpty() ? List.of(Sentence.of(Form.SAME_PEOPLE)) : sentences;
  }
}
