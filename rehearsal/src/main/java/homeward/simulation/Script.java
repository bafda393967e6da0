package homeward.simulation;

import homeward.exchange.Function;
import java.util.ArrayList;
import java.util.List;

/**
 * What one seed rehearses: the shape of the exchange and everything that goes wrong.
 *
 * @param calmFrom from when on the network loses nothing any more
 */
record Script(long seed, Shape shape, Weather weather, long calmFrom, List<Fault> faults) {
  private static final int FAULT_FREE_EVERY = 5;

  /** What goes wrong first of all; the others come beside it. Each seed in its turn gets the next. */
  private enum Headline {
    WEATHER,
    CRASHES,
    CUT,
    OPENER_SILENT,
    OTHER_SILENT,
    THIRD_SILENT,
    KEEPER_GONE,
    SIDE_GONE,
    NONSENSE,
    TWO_HISTORIES,
    TWO_ENTRIES,
    BACKUP,
    WRONG_CLOCK,
    CONFUSION,
    CONFUSED_THIRD,
    CUT_FOR_EVER
  }

  /** Every fifth seed has no fault. */
  static boolean faultFree(long seed) {
    return Math.floorMod(seed, FAULT_FREE_EVERY) == 0;
  }

  static Script of(long seed) {
    boolean fine = faultFree(seed);
    Headline[] all = Headline.values();
    Headline headline = all[(int) Math.floorMod(seed - Math.floorDiv(seed, FAULT_FREE_EVERY), (long) all.length)];
    Shape shape = shape(seed, fine, headline);
    if (fine) {
      return new Script(seed, shape, Weather.FINE, Times.START, List.of());
    }
    Lot lot = Lot.of(seed, "faults");
    long last = Times.until(shape.returns().size() - 1);
    List<Fault> faults = new ArrayList<>();
    headline(headline, shape, lot, last, faults);
    for (int crashes = lot.below(3); crashes > 0; crashes--) {
      faults.add(crash(lot, anybody(lot, shape), last));
    }
    return new Script(seed, shape, lot.oneIn(4) ? Weather.FINE : Weather.draw(lot), last + 12 * Times.HOUR, List.copyOf(faults));
  }

  /** Two histories need two listeners and a keeper beside them, or nothing could be learned of them. */
  private static Shape shape(long seed, boolean fine, Headline headline) {
    Lot lot = Lot.of(seed, "shape");
    Shape shape = Shape.draw(lot, fine);
    while (!fine && headline == Headline.TWO_HISTORIES && (shape.onPaper() || keeper(shape) < 2)) {
      shape = Shape.draw(lot, fine);
    }
    return shape;
  }

  private static int keeper(Shape shape) {
    return java.util.Objects.requireNonNull(shape.holders().get(Function.KEEPER));
  }

  private static void headline(Headline headline, Shape shape, Lot lot, long last, List<Fault> faults) {
    int keeper = keeper(shape);
    int third = shape.parties() > 2 ? 2 + lot.below(shape.parties() - 2) : 1;
    long at = lot.between(Times.START + 3 * Times.HOUR, last);
    long later = at + lot.between(Times.HOUR, 30 * Times.HOUR);
    switch (headline) {
      case WEATHER -> {}
      case CRASHES -> {
        for (int crashes = 0; crashes < 12; crashes++) {
          faults.add(crash(lot, anybody(lot, shape), last));
        }
      }
      case CUT -> faults.add(new Fault.Cut(anybody(lot, shape), at, later));
      case OPENER_SILENT -> silence(shape, 0, at, false, faults);
      case OTHER_SILENT -> faults.add(new Fault.Silence(1, at, false));
      case THIRD_SILENT -> silence(shape, third, at, lot.oneIn(2), faults);
      case KEEPER_GONE -> silence(shape, keeper, at, true, faults);
      case SIDE_GONE -> silence(shape, lot.below(2), at, true, faults);
      case NONSENSE -> faults.add(new Fault.Nonsense(anybody(lot, shape), Times.START, last));
      case TWO_HISTORIES -> faults.add(new Fault.TwoHistories(at));
      case TWO_ENTRIES -> faults.add(new Fault.TwoEntries(lot.oneIn(2) || shape.onPaper() ? 0 : 1, at));
      case BACKUP -> faults.add(new Fault.Backup(anybody(lot, shape), Math.max(Times.START + Times.HOUR, at - lot.between(Times.HOUR, 20 * Times.HOUR)), at));
      case WRONG_CLOCK -> faults.add(new Fault.WrongClock(anybody(lot, shape), lot.between(-40, 41) * Times.MINUTE));
      case CONFUSION -> faults.add(new Fault.Confusion(lot.oneIn(2) || shape.onPaper() ? 0 : 1, Times.START + 2 * Times.HOUR, last));
      case CONFUSED_THIRD -> faults.add(new Fault.Confusion(shape.onPaper() && third == 1 ? 0 : third, Times.START + 2 * Times.HOUR, last));
      case CUT_FOR_EVER -> silence(shape, anybody(lot, shape), at, true, faults);
    }
  }

  /** Where the other side is on paper, the opening side's people are the only ones left who could end anything. */
  private static void silence(Shape shape, int role, long at, boolean node, List<Fault> faults) {
    boolean nobodyLeft = shape.onPaper() && role == 0;
    boolean hasNode = !(shape.onPaper() && role == 1);
    if (!nobodyLeft) {
      faults.add(new Fault.Silence(role, at, node && hasNode));
    }
  }

  private static Fault crash(Lot lot, int role, long last) {
    return new Fault.Crash(role, lot.between(Times.START, last), 1 + lot.below(4), lot.oneIn(2), lot.between(Times.MINUTE, 5 * Times.HOUR));
  }

  /** Somebody with a node. */
  private static int anybody(Lot lot, Shape shape) {
    int role = lot.below(shape.parties());
    return shape.onPaper() && role == 1 ? 0 : role;
  }

  long lastFault() {
    return Math.max(calmFrom, faults.stream().mapToLong(Fault::over).max().orElse(calmFrom));
  }

  /**
   * What the network does to messages until it calms down.
   *
   * @param lost of a hundred messages, how many never arrive
   * @param doubled of a hundred, how many arrive twice
   * @param longest the longest delay, ms: whatever is sent later may arrive earlier
   */
  record Weather(int lost, int doubled, long longest) {
    static final Weather FINE = new Weather(0, 0, 0);

    static Weather draw(Lot lot) {
      long longest = lot.oneIn(4) ? 2 * Times.HOUR : lot.oneIn(2) ? 10 * Times.MINUTE : 20_000;
      return new Weather(lot.of(List.of(0, 5, 20, 40)), lot.of(List.of(0, 10, 30)), longest);
    }
  }
}
