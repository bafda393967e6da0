package homeward.verify;

import homeward.exchange.Digest;
import homeward.json.JsonReader;
import homeward.json.Malformed;
import homeward.json.Shape;
import homeward.transcript.Hash;
import java.util.Optional;

/**
 * The file {@code bundle.json}: what the writer says is in the other two. All of it is recomputed; a root or a state that comes
 * out otherwise shows that a file was altered, or that the writer's rules are not ours.
 *
 * @param stateHash absent when the writer itself could not replay what it holds
 */
record Header(String format, String exchange, long entries, Hash root, Optional<Digest> stateHash) {
  /** This layout of a bundle. Another one gets another name. */
  static final String FORMAT = "homeward-bundle-1";

  private static final Shape<Header> SHAPE = Shape.of(Header.class);

  byte[] bytes() {
    return SHAPE.write(this).canonical();
  }

  static Header read(byte[] bytes) throws Malformed {
    return SHAPE.read(JsonReader.readCanonical(bytes));
  }
}
