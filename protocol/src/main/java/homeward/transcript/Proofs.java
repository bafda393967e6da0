package homeward.transcript;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * The hashes and the two verifications of RFC 6962 (section 2.1; algorithms as in RFC 9162, sections 2.1.3.2 and
 * 2.1.4.2). Not public, since a proof against a root that nobody signed proves nothing: see {@link MerkleTree}.
 */
final class Proofs {
  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private Proofs() {}

  static byte[] leaf(byte[] content) {
    return Sha256.of(LEAF, content);
  }

  static byte[] node(byte[] left, byte[] right) {
    return Sha256.of(NODE, left, right);
  }

  static boolean includes(Hash leafHash, long index, long size, List<Hash> proof, Hash root) {
    if (index < 0 || index >= size) {
      return false;
    }
    long node = index;
    long last = size - 1;
    byte[] hash = leafHash.bytes();
    for (Hash sibling : proof) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        hash = node(sibling.bytes(), hash);
        int skipped = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
        node >>= skipped;
        last >>= skipped;
      } else {
        hash = node(hash, sibling.bytes());
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && Arrays.equals(hash, root.bytes());
  }

  /** Whether the tree of {@code to} leaves begins with the tree of {@code from} leaves. */
  static boolean consistent(long from, Hash fromRoot, long to, Hash toRoot, List<Hash> proof) {
    if (from < 0 || from > to) {
      return false;
    } else if (from == to) {
      return proof.isEmpty() && fromRoot.equals(toRoot);
    } else if (from == 0) {
      return proof.isEmpty() && fromRoot.equals(Hash.EMPTY);
    }
    boolean complete = Long.bitCount(from) == 1;
    Iterator<Hash> rest = proof.iterator();
    if (!complete && !rest.hasNext()) {
      return false;
    }
    return grown(from, fromRoot, to, toRoot, complete ? fromRoot : rest.next(), rest);
  }

  private static boolean grown(long from, Hash fromRoot, long to, Hash toRoot, Hash start, Iterator<Hash> rest) {
    int shared = Long.numberOfTrailingZeros(from);
    long node = (from - 1) >> shared;
    long last = (to - 1) >> shared;
    byte[] older = start.bytes();
    byte[] newer = older;
    while (rest.hasNext()) {
      byte[] sibling = rest.next().bytes();
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        older = node(sibling, older);
        newer = node(sibling, newer);
        int skipped = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
        node >>= skipped;
        last >>= skipped;
      } else {
        newer = node(newer, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && Arrays.equals(older, fromRoot.bytes()) && Arrays.equals(newer, toRoot.bytes());
  }
}
