package homeward.reasons;

import homeward.problem.Plan;
import homeward.problem.Sentence.Form;
import homeward.problem.Sentence;
import homeward.problem.Wish;
import homeward.tranches.Planned;
import java.util.List;
import java.util.Optional;

/**
 * What a change costs, wish by wish in the order of the policy.
 *
 * @param lines every wish, with its value without the change and with it
 * @param difference who goes differently
 */
public record Price(List<Line> lines, Difference difference) {
  /** One wish; more is better. */
  public record Line(String wish, long before, long after) {
    Sentence sentence() {
      return Sentence.of(Form.WORTH, wish, before, after);
    }
  }

  /** The first wish that is worse, which is the one that decides; empty when none is. */
  public Optional<Line> decisive() {
    return lines.stream().filter(line -> line.after() != line.before()).findFirst().filter(line -> line.after() < line.before());
  }

  /** Whether the first wish that is different is better: then the plan without the change was not the best. */
  public boolean better() {
    return lines.stream().filter(line -> line.after() != line.before()).findFirst().map(line -> line.after() > line.before()).orElse(false);
  }

  /** Sites that are ordered count whether they are used or not, so with fixed sites their number decides nothing. */
  Price withoutSites() {
    return new Price(lines.stream().filter(line -> !line.wish().equals(Wish.Kind.FEWEST_SITES.name())).toList(), difference);
  }

  /** Line by line what is different; one line that says so when no wish is. */
  public List<Sentence> sentences() {
    List<Sentence> different = lines.stream().filter(line -> line.before() != line.after()).map(Line::sentence).toList();
    return different.isEmpty() ? List.of(Sentence.of(Form.COSTS_NOTHING)) : different;
  }

  /** What came of asking for a price. */
  public sealed interface Asked {
    record Told(Price price, Plan plan) implements Asked {}

    /** There is no plan then, for one of these reasons; see {@link Planned}. */
    record NoPlan(Planned why) implements Asked {}
  }
}
