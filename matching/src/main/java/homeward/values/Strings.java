package homeward.values;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts by number, each kept once, as UTF-8 in one array: a third of what a map of strings takes. Numbers start at 1.
 * The last texts can be taken back, which is how a question to an index leaves nothing behind.
 */
final class Strings {
  private static final int[] NO_ENDS = {0};

  private byte[] heap = new byte[1 << 10];
  private int[] ends = Arrays.copyOf(NO_ENDS, 1 << 7);
  /** Of each text its number, and above it as many bits of its hash as there is room for: most others are told apart by these. */
  private int[] slots = new int[1 << 8];
  private int size;

  /** How many texts there are. */
  int size() {
    return size;
  }

  /** The number of a text; a new one when it was not there. */
  int intern(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    long hash = Hash.of(bytes, 0, bytes.length);
    int slot = slot(bytes, hash);
    if (slots[slot] != 0) {
      return number(slots[slot]);
    }
    append(bytes);
    slots[slot] = size | mark(hash);
    if (size * 2 > slots.length) {
      rehash();
    }
    return size;
  }

  /** The number of a text, or 0. */
  int find(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return number(slots[slot(bytes, Hash.of(bytes, 0, bytes.length))]);
  }

  String get(int number) {
    return new String(heap, ends[number - 1], ends[number] - ends[number - 1], StandardCharsets.UTF_8);
  }

  int length(int number) {
    return ends[number] - ends[number - 1];
  }

  /** A byte of a text; the whole letter where the text is ASCII. */
  byte at(int number, int index) {
    return heap[ends[number - 1] + index];
  }

  /** Forgets the texts after the first {@code kept}: the newest are at the end of their probes, so no other is lost. */
  void forget(int kept) {
    while (size > kept) {
      byte[] bytes = Arrays.copyOfRange(heap, ends[size - 1], ends[size]);
      slots[slot(bytes, Hash.of(bytes, 0, bytes.length))] = 0;
      size--;
    }
  }

  private void append(byte[] bytes) {
    int start = ends[size];
    if (start + bytes.length > heap.length) {
      heap = Arrays.copyOf(heap, Math.max(heap.length + (heap.length >> 1), start + bytes.length));
    }
    System.arraycopy(bytes, 0, heap, start, bytes.length);
    size++;
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size + (size >> 1));
    }
    ends[size] = start + bytes.length;
  }

  private int slot(byte[] bytes, long hash) {
    int slot = first(hash);
    int mark = mark(hash);
    while (slots[slot] != 0 && ((slots[slot] & -slots.length) != mark || !isAt(number(slots[slot]), bytes))) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private int first(long hash) {
    return (int) (hash >>> 20) & (slots.length - 1);
  }

  /** No number has a bit there: there are at most half as many texts as slots. */
  private int mark(long hash) {
    return (int) hash & -slots.length;
  }

  private int number(int slot) {
    return slot & (slots.length - 1);
  }

  private boolean isAt(int number, byte[] bytes) {
    return Arrays.equals(heap, ends[number - 1], ends[number], bytes, 0, bytes.length);
  }

  private void rehash() {
    slots = new int[slots.length * 2];
    for (int number = 1; number <= size; number++) {
      long hash = Hash.of(heap, ends[number - 1], ends[number]);
      int slot = first(hash);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = number | mark(hash);
    }
  }
}
