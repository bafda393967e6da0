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
  private int[] slots = new int[1 << 8];
  private int size;

  /** How many texts there are. */
  int size() {
    return size;
  }

  /** The number of a text; a new one when it was not there. */
  int intern(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int slot = slot(bytes);
    if (slots[slot] != 0) {
      return slots[slot];
    }
    append(bytes);
    slots[slot] = size;
    if (size * 2 > slots.length) {
      rehash();
    }
    return size;
  }

  /** The number of a text, or 0. */
  int find(String text) {
    return slots[slot(text.getBytes(StandardCharsets.UTF_8))];
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
      slots[slot(bytes)] = 0;
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

  private int slot(byte[] bytes) {
    int slot = (int) (Hash.of(bytes, 0, bytes.length) >>> 20) & (slots.length - 1);
    while (slots[slot] != 0 && !isAt(slots[slot], bytes)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private boolean isAt(int number, byte[] bytes) {
    return Arrays.equals(heap, ends[number - 1], ends[number], bytes, 0, bytes.length);
  }

  private void rehash() {
    slots = new int[slots.length * 2];
    for (int number = 1; number <= size; number++) {
      int slot = (int) (Hash.of(heap, ends[number - 1], ends[number]) >>> 20) & (slots.length - 1);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = number;
    }
  }
}
