package homeward.simulation;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What is to happen when. At one moment the order is by rank, then as it was entered: chance has no part in it. */
final class Agenda {
  private record Item(long at, int rank, long order, Runnable what) {}

  private final PriorityQueue<Item> items =
      new PriorityQueue<>(Comparator.comparingLong(Item::at).thenComparingInt(Item::rank).thenComparingLong(Item::order));
  private long entered;
  private long now = Times.START;

  long now() {
    return now;
  }

  void at(long when, int rank, Runnable what) {
    items.add(new Item(Math.max(now, when), rank, entered++, what));
  }

  /** Does the next thing, if there is one before this time. */
  boolean next(long before) {
    Item item = items.peek();
    if (item == null || item.at() >= before) {
      return false;
    }
    items.poll();
    now = item.at();
    item.what().run();
    return true;
  }
}
