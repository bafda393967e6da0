package homeward.evidence;

import homeward.values.Rows;

/** What held rows tell about pairs: the door of this room. Counting is for one thread; everything else for many. */
public final class Evidence {
  private final Rows held;
  private final Frequencies frequencies;

  public Evidence(Rows held) {
    this.held = held;
    this.frequencies = new Frequencies(held);
  }

  /** Counts a held row in, or out when {@code by} is -1: how frequent its names are. */
  public void count(int row, int by) {
    frequencies.count(row, by);
  }

  /** A weigher of pairs by a model; each thread takes its own. */
  public Weigher weigher(Model model, Rows sought) {
    return weigher(model, sought, true);
  }

  /**
   * The same for a measurement.
   *
   * @param frequencyCounts whether a frequent name weighs less
   */
  public Weigher weigher(Model model, Rows sought, boolean frequencyCounts) {
    return new Weigher(sought, held, new Comparing(sought, held), new Scale(model, held, frequencies, frequencyCounts));
  }

  /** An empty sample of candidates of sought rows, to learn from. */
  public Sample sample(Rows sought) {
    return new Sample(new Comparing(sought, held));
  }

  /** A model learnt from a sample. */
  public Model learn(Rows sought, Sample sample, long seed) {
    return new Learning(sought, held, frequencies, seed).learn(sample);
  }

  /** The model that learnt nothing but how often any two rows agree. */
  public Model untaught(Rows sought, long seed) {
    return new Learning(sought, held, frequencies, seed).untaught();
  }

  /** Why a pair weighs what it weighs. */
  public Waterfall explain(Model model, Rows sought, int soughtRow, int heldRow) {
    return reasons(model, sought).of(soughtRow, heldRow);
  }

  /** The same for many pairs; each thread takes its own. */
  public Reasons reasons(Model model, Rows sought) {
    Scale scale = new Scale(model, held, frequencies, true);
    Comparing comparing = new Comparing(sought, held);
    return (soughtRow, heldRow) -> Waterfall.of(scale, comparing, sought, held, soughtRow, heldRow);
  }

  /** Tells of one pair after another why it weighs what it weighs. */
  @FunctionalInterface
  public interface Reasons {
    /** Of a sought and a held row. */
    Waterfall of(int soughtRow, int heldRow);
  }
}
