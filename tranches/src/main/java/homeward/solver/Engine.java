package homeward.solver;

import java.util.BitSet;

/** Something that answers questions about models. */
public interface Engine {
  /** Name and version. */
  String name();

  /** Begins to work on a model; it takes a copy. */
  Session open(Model model);

  /** One model that questions are asked about, one after the other, while it is narrowed. For one thread. */
  interface Session extends AutoCloseable {
    /**
     * The largest value of a goal.
     *
     * @param start a point that keeps every rule, where one is known; empty array otherwise
     */
    Answer maximise(Terms goal, long[] start, Patience patience);

    /**
     * What the goal cannot exceed, quickly: a bound that may be too high; {@link Long#MIN_VALUE} when nothing keeps every
     * rule.
     */
    Bounded bound(Terms goal, Patience patience);

    /** After a question that was impossible: the labels of rows that cannot all be kept, as few as are known. */
    BitSet clashing();

    /** From now on the goal is at least so much. The bound of a goal asked just before may be used to narrow columns. */
    void atLeast(Terms goal, long value);

    /** From now on the column lies between these. */
    void bound(int column, long least, long most);

    /**
     * Narrows columns to what they can still be at most, as far as that saves the engine time later; it changes no answer.
     *
     * @param point a point that keeps every rule
     */
    void narrow(long[] point, Patience patience);

    /** The model as it is narrowed now. */
    Model model();

    @Override
    void close();
  }

  /**
   * A bound, and the point where it was found when that is in whole numbers.
   *
   * @param value the goal exceeds it nowhere
   * @param point empty when there is none in whole numbers
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared: a carrier of numbers
  record Bounded(long value, long[] point) {}
}
