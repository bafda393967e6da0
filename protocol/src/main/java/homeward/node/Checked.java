package homeward.node;

import homeward.transcript.PublicKey;
import homeward.transcript.SignedCheckpoint;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Signatures under notes that this node has verified and found to hold. The same few newest notes are asked about at every
 * message. What is remembered changes no answer: it is the whole note, to the byte, with the key; what does not hold is verified
 * again each time.
 */
final class Checked {
  private static final int MOST = 8;

  private enum Kind {
    LOG,
    COSIGNATURE
  }

  private record Held(Kind kind, PublicKey key, SignedCheckpoint note) {}

  private final Set<Held> held = new LinkedHashSet<>();

  /** Whether this key's holder signed the note as the log. */
  boolean signed(SignedCheckpoint note, PublicKey key) {
    Held asked = new Held(Kind.LOG, key, note);
    return held.contains(asked) || (note.signedBy(key, key.id().value()) && keep(asked));
  }

  /** Whether this key's holder cosigned the note. */
  boolean cosigned(SignedCheckpoint note, PublicKey key) {
    Held asked = new Held(Kind.COSIGNATURE, key, note);
    return held.contains(asked) || (note.cosignedBy(key, key.id().value()).isPresent() && keep(asked));
  }

  private boolean keep(Held found) {
    if (held.size() == MOST) {
      Iterator<Held> oldest = held.iterator();
      oldest.next();
      oldest.remove();
    }
    return held.add(found);
  }
}
