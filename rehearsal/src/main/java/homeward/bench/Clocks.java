package homeward.bench;

import java.util.function.LongSupplier;

/**
 * Clocks that count processor time in nanoseconds.
 *
 * @param process of the whole process since its start, with the compiler's and the collector's threads
 * @param thread of the calling thread alone
 */
public record Clocks(LongSupplier process, LongSupplier thread) {
  static final double SECOND = 1e9;

  /** Something done again and again. */
  interface Round {
    /** Does it once, and answers how many it did. */
    long run();
  }

  /** How many a second of the thread, after a warm-up of at least one round and as long as the measurement itself. */
  double rate(double seconds, Round round) {
    rounds(seconds, round);
    return rounds(seconds, round);
  }

  private double rounds(double seconds, Round round) {
    long from = thread.getAsLong();
    long done = 0;
    double spent;
    do {
      done += round.run();
      spent = (thread.getAsLong() - from) / SECOND;
    } while (spent < seconds);
    return done / spent;
  }
}
