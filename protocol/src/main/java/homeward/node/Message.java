package homeward.node;

import java.util.Base64;
import java.util.List;

/** What nodes say to one another. All of it may be lost, doubled or late; every message can be handled again. */
public sealed interface Message {

  /** Entries (compact JWS) to be given their places. */
  record Submit(List<String> entries) implements Message {}

  /** There is this checkpoint, with the cosignatures collected so far (signed note). */
  record Head(String note) implements Message {}

  /** Send what follows this index, please. */
  record Pull(long from) implements Message {}

  /**
   * Leaves from an index on, and the checkpoint they lead to.
   *
   * @param leaves the lines of the log, as text
   */
  record Leaves(long from, List<String> leaves, String note) implements Message {}

  /** A checkpoint with the sender's cosignature added. */
  record Cosigned(String note) implements Message {}

  /** A sealed attachment and, for its recipient alone, its content key; both in base64url. */
  record Parcel(String ciphertext, String contentKey) implements Message {
    public Parcel {
      Base64.getUrlDecoder().decode(ciphertext);
      Base64.getUrlDecoder().decode(contentKey);
    }

    /** Of bytes as they come out of sealing. */
    public static Parcel of(byte[] ciphertext, byte[] contentKey) {
      Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
      return new Parcel(encoder.encodeToString(ciphertext), encoder.encodeToString(contentKey));
    }
  }
}
