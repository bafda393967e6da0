package homeward.exhaustive;

import java.util.Arrays;
import java.util.BitSet;

/** The states that were found, by number in the order they were found, and the steps between them. */
final class Graph {
  private long[] steps = new long[1 << 16];
  private int[] begins = new int[1 << 12];
  private int[] parents = new int[1 << 12];
  private int size;
  private int count;

  /** Adds a state, found on the way from another; the first is its own parent. */
  int add(int parent) {
    parents = size < parents.length ? parents : Arrays.copyOf(parents, size * 2);
    parents[size] = parent;
    return size++;
  }

  int parent(int state) {
    return parents[state];
  }

  int size() {
    return size;
  }

  /** The steps out of a state, in the order of the states; each is a target and the parties it needs. Doubles are left out. */
  void out(int state, long[] packed) {
    begins = state + 1 < begins.length ? begins : Arrays.copyOf(begins, (state + 1) * 2);
    begins[state] = count;
    Arrays.sort(packed);
    long last = -1;
    for (long step : packed) {
      if (step != last) {
        steps = count < steps.length ? steps : Arrays.copyOf(steps, count + (count >> 1));
        steps[count++] = step;
        last = step;
      }
    }
    begins[state + 1] = count;
  }

  static long pack(int target, int parties) {
    return (long) target << 3 | parties;
  }

  /** From which states one of these is reached by steps that do not need a party. */
  BitSet reaching(BitSet goals, int without) {
    int[] into = new int[size + 1];
    for (int i = 0; i < count; i++) {
      into[(int) (steps[i] >> 3) + 1] += 1;
    }
    for (int i = 0; i < size; i++) {
      into[i + 1] += into[i];
    }
    int[] sources = new int[count];
    int[] next = Arrays.copyOf(into, size);
    for (int from = 0; from < size; from++) {
      for (int i = begins[from]; i < begins[from + 1]; i++) {
        boolean needed = (steps[i] & without) != 0;
        sources[next[(int) (steps[i] >> 3)]++] = needed ? -1 : from;
      }
    }
    return backwards(goals, into, sources);
  }

  private BitSet backwards(BitSet goals, int[] into, int[] sources) {
    BitSet reached = (BitSet) goals.clone();
    int[] queue = new int[size];
    int tail = 0;
    for (int goal = goals.nextSetBit(0); goal >= 0; goal = goals.nextSetBit(goal + 1)) {
      queue[tail++] = goal;
    }
    for (int head = 0; head < tail; head++) {
      for (int i = into[queue[head]]; i < into[queue[head] + 1]; i++) {
        if (sources[i] >= 0 && !reached.get(sources[i])) {
          reached.set(sources[i]);
          queue[tail++] = sources[i];
        }
      }
    }
    return reached;
  }
}
