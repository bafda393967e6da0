package homeward.bench;

import homeward.json.Malformed;
import homeward.node.Chronicle;
import homeward.transcript.Envelope;
import homeward.transcript.Hash;
import homeward.transcript.Leaf;
import homeward.transcript.MerkleTree;
import homeward.transcript.SignedEntry;
import homeward.transcript.SigningKey;

/** One author's chain of small entries: signed, read, verified and put into a tree, with the root after each. */
final class Signing {
  private static final int ENTRIES = 200;

  private final SigningKey key = new SigningKey(new byte[32]);
  private final Envelope small;

  /** Takes the smallest body of the log as the body of all. */
  Signing(Chronicle log) {
    Leaf smallest = log.leaf(0);
    for (long index = 1; index < log.size(); index++) {
      Leaf leaf = log.leaf(index);
      smallest = leaf.entry().jws().length() < smallest.entry().jws().length() ? leaf : smallest;
    }
    small = smallest.entry().envelope();
  }

  /** Signs and appends a number of them, and answers how many. */
  long signAll() {
    MerkleTree tree = new MerkleTree();
    Hash previous = Hash.EMPTY;
    Hash root = Hash.EMPTY;
    for (int sequence = 1; sequence <= ENTRIES; sequence++) {
      SignedEntry entry = taken(SignedEntry.sign(envelope(sequence, previous), key).jws());
      tree.append(new Leaf(sequence - 1L, small.sentAt(), key.id(), entry).leafHash());
      previous = entry.hash();
      root = tree.root();
    }
    if (root.equals(Hash.EMPTY)) {
      throw new IllegalStateException("a tree with leaves has a root");
    }
    return ENTRIES;
  }

  private Envelope envelope(long sequence, Hash previous) {
    return new Envelope(
        small.exchange(), key.id(), small.function(), sequence, previous, small.seen(), small.sentAt(), small.body());
  }

  private SignedEntry taken(String jws) {
    try {
      SignedEntry entry = SignedEntry.read(jws);
      if (!entry.verifies(key.publicKey())) {
        throw new IllegalStateException("what was signed with a key verifies with it");
      }
      return entry;
    } catch (Malformed e) {
      throw new IllegalStateException("what was signed can be read", e);
    }
  }
}
