package homeward.tranches;

import homeward.problem.Policy;
import homeward.problem.Problem;
import homeward.problem.Sentence;
import homeward.solver.Answer;
import homeward.solver.Engine;
import homeward.solver.Model;
import homeward.solver.Patience;
import homeward.solver.Terms;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds rules that cannot all be kept, none of which can be left out (Junker's QuickXplain, 2004): first with rules about
 * people suspected last, then the other way round; the smaller set is answered.
 */
public final class Clash {
  /** What a rule is about. */
  public enum Kind { NAMED, IN, OUT, QUOTA, GROUPS, SITES, VEHICLES, ROUTE, GUARDS, CLOSED, FIXED }

  /**
   * A rule of a problem.
   *
   * @param about the person, category, route or group it is about; empty for none
   * @param site the site it is about; empty for none
   * @param day the day it is about; empty for none
   * @param sentence the rule in words
   */
  public record Rule(Kind kind, String about, String site, String day, Sentence sentence) {
    /** The rule in English. */
    public String words() {
      return sentence.words();
    }
  }

  private final Model model;
  private final Engine engine;
  private final Patience patience;
  /** What each point that was found does not keep. */
  private final List<BitSet> broken = new ArrayList<>();
  /** Rules that cannot all be kept, as few as an engine told. */
  private final List<BitSet> clashing = new ArrayList<>();

  private Clash(Model model, Engine engine, Patience patience) {
    this.model = model;
    this.engine = engine;
    this.patience = patience;
  }

  /** The rules that clash; empty when everything can be kept. */
  static List<Rule> smallest(Problem problem, Setting setting, Engine engine, Patience patience) {
    Formulation formulation = new Formulation(problem, Policy.of(), setting.loosened());
    List<Rule> rules = formulation.words().rules();
    Clash clash = new Clash(formulation.model(), engine, patience);
    List<Integer> all = IntStream.range(0, rules.size()).boxed().toList();
    if (clash.possible(all)) {
      return List.of();
    }
    List<Integer> found = clash.explain(List.of(), List.of(), all);
    List<Integer> other = clash.explain(List.of(), List.of(), all.reversed());
    List<Integer> smaller = other.size() < found.size() ? other : found;
    return smaller.stream().sorted().map(rules::get).toList();
  }

  /** Of which a point is known that keeps them, or a clash that is among them, is not asked about. */
  private boolean possible(List<Integer> labels) {
    BitSet kept = of(labels);
    if (broken.stream().anyMatch(some -> !some.intersects(kept))) {
      return true;
    }
    if (clashing.stream().anyMatch(some -> contains(kept, some))) {
      return false;
    }
    try (Engine.Session session = engine.open(model.keeping(kept::get))) {
      return switch (session.maximise(Terms.none(), new long[0], patience)) {
        case Answer.Found found -> {
          broken.add(model.broken(found.point()));
          yield true;
        }
        case Answer.Impossible() -> {
          clashing.add(session.clashing());
          yield false;
        }
        case Answer.Unknown() -> true;
      };
    }
  }

  private static BitSet of(List<Integer> labels) {
    BitSet set = new BitSet();
    labels.forEach(set::set);
    return set;
  }

  private static boolean contains(BitSet all, BitSet some) {
    BitSet outside = (BitSet) some.clone();
    outside.andNot(all);
    return outside.isEmpty();
  }

  private List<Integer> explain(List<Integer> assumed, List<Integer> latest, List<Integer> suspects) {
    if (!latest.isEmpty() && !possible(assumed)) {
      return List.of();
    }
    if (suspects.size() == 1) {
      return suspects;
    }
    List<Integer> first = suspects.subList(0, suspects.size() / 2);
    List<Integer> second = suspects.subList(suspects.size() / 2, suspects.size());
    List<Integer> ofSecond = explain(joined(assumed, first), first, second);
    List<Integer> ofFirst = explain(joined(assumed, ofSecond), ofSecond, first);
    return joined(ofFirst, ofSecond);
  }

  private static List<Integer> joined(List<Integer> some, List<Integer> others) {
    List<Integer> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }
}
