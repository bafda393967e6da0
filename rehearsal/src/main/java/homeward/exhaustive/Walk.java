package homeward.exhaustive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Walks every state of a shape, the nearest first, and asks of each whether the exchange can still end. */
public final class Walk {
  private static final int TELL_EVERY = 500;

  private final Shape shape;
  private final boolean lapse;
  private final Safety safety = new Safety();
  private final Steps steps;
  private final Map<Key, Integer> known = new HashMap<>();
  private final Graph graph = new Graph();
  private final ArrayDeque<Position> frontier = new ArrayDeque<>();
  private final BitSet over = new BitSet();
  private long transitions;

  private Walk(Shape shape, boolean lapse) {
    this.shape = shape;
    this.lapse = lapse;
    this.steps = new Steps(shape, lapse, safety);
  }

  /** Hears how far a walk is, and may stop it. */
  @FunctionalInterface
  public interface Progress {
    /**
     * Called every few hundred states.
     *
     * @param states how many were found
     * @param frontier how many of them are still to be looked at
     * @param transitions how many moves were accepted so far
     * @return whether to go on; a walk that does not go on has no result
     */
    boolean goesOn(long states, long frontier, long transitions);
  }

  /** A form as a key. */
  @SuppressWarnings("ArrayRecordComponent") // compared below by what is in it
  private record Key(byte[] form, int hash) {
    static Key of(byte[] form) {
      return new Key(form, Arrays.hashCode(form));
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
      return other instanceof Key key && Arrays.equals(form, key.form);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  /**
   * Walks a shape from before the opening on.
   *
   * @param lapse whether anything may be said to have lapsed
   * @return what was found, or nothing when the progress stopped it
   */
  public static Optional<Walked> of(Shape shape, boolean lapse, Progress progress) {
    Walk walk = new Walk(shape, lapse);
    return walk.everywhere(progress) ? Optional.of(walk.found()) : Optional.empty();
  }

  private boolean everywhere(Progress progress) {
    number(Position.before(), 0);
    for (int state = 0; !frontier.isEmpty(); state++) {
      if (state % TELL_EVERY == 0 && !progress.goesOn(graph.size(), frontier.size(), transitions)) {
        return false;
      }
      look(state, frontier.remove());
    }
    return true;
  }

  private void look(int state, Position at) {
    List<Step> out = steps.from(at);
    transitions += out.size();
    long[] packed = new long[out.size()];
    for (int i = 0; i < packed.length; i++) {
      Step step = out.get(i);
      safety.step(at, step.next());
      packed[i] = Graph.pack(number(step.next(), state), step.parties());
    }
    graph.out(state, packed);
  }

  private int number(Position at, int parent) {
    Key key = Key.of(Form.of(at, shape));
    Integer found = known.get(key);
    if (found != null) {
      return found;
    }
    int fresh = graph.add(parent);
    known.put(key, fresh);
    frontier.add(at);
    safety.state(at);
    over.set(fresh, at.over());
    return fresh;
  }

  private Walked found() {
    TreeMap<String, Long> stuckWithout = new TreeMap<>();
    List<String> example = List.of();
    int nearest = Integer.MAX_VALUE;
    for (int silent = 0; silent <= Stage.PARTIES.size(); silent++) {
      int without = silent == 0 ? 0 : Stage.bit(Stage.PARTIES.get(silent - 1));
      BitSet ends = graph.reaching(over, without);
      stuckWithout.put(who(silent), (long) graph.size() - ends.cardinality());
      int first = ends.nextClearBit(0);
      if (first < Math.min(nearest, graph.size())) {
        nearest = first;
        example = example(first, who(silent));
      }
    }
    long stuck = stuckWithout.values().stream().mapToLong(Long::longValue).sum();
    return new Walked(
        shape, lapse, graph.size(), transitions, steps.asked(), stuck, stuckWithout, example, safety.breaches());
  }

  private static String who(int silent) {
    return silent == 0 ? "nobody" : Stage.letter(Stage.PARTIES.get(silent - 1));
  }

  /** States are numbered the nearest first, so the way back over parents is a shortest one. */
  private List<String> example(int stuck, String silent) {
    List<Integer> way = new ArrayList<>();
    for (int state = stuck; state != 0; state = graph.parent(state)) {
      way.addFirst(state);
    }
    List<String> told = new ArrayList<>();
    Position at = Position.before();
    for (int target : way) {
      Step step = step(at, target);
      told.add(step.words().get());
      at = step.next();
    }
    told.add(silent.equals("nobody") ? "from here nothing ends it" : silent + " is silent from here on, and the others cannot end it");
    return List.copyOf(told);
  }

  private Step step(Position at, int target) {
    return steps.from(at).stream()
        .filter(step -> Integer.valueOf(target).equals(known.get(Key.of(Form.of(step.next(), shape)))))
        .findFirst()
        .orElseThrow();
  }
}
