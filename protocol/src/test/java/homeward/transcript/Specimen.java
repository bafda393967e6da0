package homeward.transcript;

import homeward.json.Json;
import homeward.json.Malformed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;

/** Invented keys, entries, leaves and checkpoints from fixed seeds, the same in every run. */
final class Specimen {
  static final SigningKey ALPHA = key(1);
  static final SigningKey BETA = key(2);
  static final SigningKey KEEPER = key(3);
  static final String ORIGIN = "homeward.example/may-2025";
  static final SignedCheckpoint.Log LOG =
      new SignedCheckpoint.Log(ORIGIN, KEEPER.publicKey(), KEEPER.id().value());

  private Specimen() {}

  static SigningKey key(int number) {
    byte[] seed = new byte[32];
    Arrays.fill(seed, (byte) number);
    return new SigningKey(seed);
  }

  static Envelope envelope(long sequence, Hash previous) {
    Json body = Json.fields("is", "observe", "kind", "counted", "count", sequence, "people", Json.items(List.of("a", "ж")));
    Seen seen = new Seen(sequence - 1, sequence == 1 ? Hash.EMPTY : Hash.of(new byte[] {1}));
    return new Envelope("may-2025", ALPHA.id(), "HANDOVER_STATE", sequence, previous, seen, 1747353600000L + sequence, body);
  }

  static SignedEntry entry() {
    return SignedEntry.sign(envelope(1, Hash.EMPTY), ALPHA);
  }

  static SignedEntry secondEntry() {
    return SignedEntry.sign(envelope(2, entry().hash()), ALPHA);
  }

  static Leaf leaf(long index, SignedEntry entry) {
    return new Leaf(index, 1747353700000L + index, KEEPER.id(), entry);
  }

  static MerkleTree tree(long size) {
    MerkleTree tree = new MerkleTree();
    LongStream.range(0, size).forEach(i -> tree.append(numbered(i)));
    return tree;
  }

  static Hash numbered(long number) {
    return Hash.of(("leaf " + number).getBytes(StandardCharsets.US_ASCII));
  }

  static SignedCheckpoint checkpoint(MerkleTree tree) {
    return SignedCheckpoint.sign(new Checkpoint(ORIGIN, tree.size(), tree.root()), KEEPER, LOG.name());
  }

  static SignedCheckpoint cosigned() {
    return checkpoint(tree(5))
        .cosign(ALPHA, ALPHA.id().value(), 1747353800)
        .cosign(BETA, BETA.id().value(), 1747353801);
  }

  /** A vector beside this class, with its lines as they are. */
  static String vector(String name) {
    try (InputStream in = Objects.requireNonNull(Specimen.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] flipped(byte[] bytes, int index, int bit) {
    byte[] flipped = bytes.clone();
    flipped[index] ^= (byte) (1 << bit);
    return flipped;
  }

  /** A check that reads first; what cannot be read does not pass. */
  interface Reading {
    boolean passes() throws Malformed;
  }

  static boolean passes(Reading reading) {
    try {
      return reading.passes();
    } catch (Malformed _) {
      return false;
    }
  }
}
