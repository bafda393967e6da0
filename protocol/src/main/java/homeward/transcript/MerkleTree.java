package homeward.transcript;

import java.util.ArrayList;
import java.util.List;

/**
 * The tree of RFC 6962, section 2.1, over the leaves of one log; grows at its end. Keeps the root of every complete
 * subtree, so that appending costs two hashes on average and a root or a proof of any earlier size a few. For one
 * thread; {@link #copy} for another.
 */
public final class MerkleTree {
  /** Level 0 holds the leaves' hashes, level k the roots of the complete subtrees of 2^k leaves. */
  private final List<List<byte[]>> levels = new ArrayList<>(List.of(new ArrayList<>()));

  /** A tree without leaves. */
  public MerkleTree() {}

  /** Adds a leaf at the end; see {@link Leaf#leafHash}. */
  public void append(Hash leafHash) {
    byte[] hash = leafHash.bytes();
    for (int level = 0; ; level++) {
      if (level == levels.size()) {
        levels.add(new ArrayList<>());
      }
      List<byte[]> nodes = levels.get(level);
      nodes.add(hash);
      if (nodes.size() % 2 == 1) {
        return;
      }
      hash = Proofs.node(nodes.get(nodes.size() - 2), nodes.getLast());
    }
  }

  /** The number of leaves. */
  public long size() {
    return levels.getFirst().size();
  }

  /** The root over all leaves; {@link Hash#EMPTY} when there is none. */
  public Hash root() {
    return rootAt(size());
  }

  /** The root over the first leaves. */
  public Hash rootAt(long size) {
    requireSize(size);
    return size == 0 ? Hash.EMPTY : Hash.wrap(subtree(0, size));
  }

  /** The audit path of a leaf in the tree of the first {@code size} leaves (RFC 6962, section 2.1.1). */
  public List<Hash> inclusion(long index, long size) {
    requireSize(size);
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("No leaf " + index + " in a tree of " + size);
    }
    List<Hash> path = new ArrayList<>();
    long start = 0;
    long end = size;
    while (end - start > 1) {
      long middle = start + split(end - start);
      boolean left = index < middle;
      path.addFirst(Hash.wrap(left ? subtree(middle, end) : subtree(start, middle)));
      start = left ? start : middle;
      end = left ? middle : end;
    }
    return List.copyOf(path);
  }

  /** The proof that the first {@code to} leaves begin with the first {@code from} (RFC 6962, section 2.1.2). */
  public List<Hash> consistency(long from, long to) {
    requireSize(to);
    if (from < 0 || from > to) {
      throw new IllegalArgumentException("A tree of " + to + " leaves does not begin with " + from);
    }
    List<Hash> proof = new ArrayList<>();
    long start = 0;
    long end = to;
    while (from > 0 && from < end) {
      long middle = start + split(end - start);
      boolean left = from <= middle;
      proof.addFirst(Hash.wrap(left ? subtree(middle, end) : subtree(start, middle)));
      start = left ? start : middle;
      end = left ? middle : end;
    }
    if (from > 0 && start > 0) {
      proof.addFirst(Hash.wrap(subtree(start, end)));
    }
    return List.copyOf(proof);
  }

  /**
   * Whether the leaf is at this index of the log whose checkpoint this is. Takes the signed checkpoint and not a bare
   * root, because a proof against a root that the log never signed proves nothing.
   */
  public static boolean includes(
      Hash leafHash, long index, List<Hash> proof, SignedCheckpoint checkpoint, SignedCheckpoint.Log log) {
    Checkpoint signed = checkpoint.checkpoint();
    return checkpoint.isOf(log) && Proofs.includes(leafHash, index, signed.size(), proof, signed.root());
  }

  /** Whether the later checkpoint's tree begins with the earlier one's, both signed by the log. */
  public static boolean consistent(
      SignedCheckpoint earlier, SignedCheckpoint later, List<Hash> proof, SignedCheckpoint.Log log) {
    Checkpoint from = earlier.checkpoint();
    Checkpoint to = later.checkpoint();
    return earlier.isOf(log)
        && later.isOf(log)
        && Proofs.consistent(from.size(), from.root(), to.size(), to.root(), proof);
  }

  /** A tree of the same leaves that grows on its own. */
  public MerkleTree copy() {
    MerkleTree copy = new MerkleTree();
    copy.levels.clear();
    levels.forEach(level -> copy.levels.add(new ArrayList<>(level)));
    return copy;
  }

  /** Forgets all leaves after the first {@code size}. */
  public void truncate(long size) {
    requireSize(size);
    for (int level = 0; level < levels.size(); level++) {
      List<byte[]> nodes = levels.get(level);
      nodes.subList((int) (size >> level), nodes.size()).clear();
    }
  }

  /** The root over leaves start to end; start is a multiple of the power of two that is not below end - start. */
  private byte[] subtree(long start, long end) {
    long length = end - start;
    if (Long.bitCount(length) == 1) {
      int level = Long.numberOfTrailingZeros(length);
      return levels.get(level).get((int) (start >> level));
    }
    long middle = start + split(length);
    return Proofs.node(subtree(start, middle), subtree(middle, end));
  }

  /** The largest power of two below length. */
  private static long split(long length) {
    return Long.highestOneBit(length - 1);
  }

  private void requireSize(long size) {
    if (size < 0 || size > size()) {
      throw new IllegalArgumentException("The tree has " + size() + " leaves, not " + size);
    }
  }
}
