package homeward.transcript;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * Keys unpacked to points, which costs more than a verification does: authors are few and sign much. What is
 * remembered changes no answer, and strangers' keys cannot fill the memory.
 */
final class Points {
  private static final int MOST = 4096;
  private static final Map<String, Ed25519.PublicPoint> KNOWN = new ConcurrentHashMap<>();

  private Points() {}

  static Ed25519.PublicPoint of(String key) {
    Ed25519.PublicPoint known = KNOWN.get(key);
    if (known == null) {
      known = Ed25519.validatePublicKeyFullExport(Base64Url.decode(key), 0);
      if (known == null) {
        throw new IllegalArgumentException("not an Ed25519 public key (a canonical point of the full order): " + key);
      }
      if (KNOWN.size() >= MOST) {
        KNOWN.clear();
      }
      KNOWN.put(key, known);
    }
    return known;
  }
}
