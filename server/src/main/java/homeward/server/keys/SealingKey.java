package homeward.server.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import homeward.exchange.PartyId;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.text.ParseException;
import java.util.Base64;
import java.util.Optional;

/** The secret half of the key under which a party is written to. */
public final class SealingKey {
  private final ECPrivateKey key;

  private SealingKey(ECPrivateKey key) {
    this.key = key;
  }

  /** A fresh one in a new file, in PEM form; what is returned is for everybody. */
  public static SealingPublicKey make(Path file) throws IOException {
    KeyPair pair = Curve.generate();
    Pem.write(file, pair.getPrivate());
    return new SealingPublicKey(Base64.getUrlEncoder().withoutPadding().encodeToString(pair.getPublic().getEncoded()));
  }

  /** The one in this file. */
  public static SealingKey read(Path file) throws KeyProblem {
    return new SealingKey((ECPrivateKey) Pem.read(file));
  }

  /** The content key that was sealed for this party; nothing when it is for another one, changed, or no such thing. */
  public Optional<byte[]> open(String sealed, PartyId me) {
    if (sealed.length() > SealedForm.LONGEST) {
      return Optional.empty();
    }
    try {
      JWEObject envelope = JWEObject.parse(sealed);
      if (!SealedForm.isFor(me, envelope.getHeader())) {
        return Optional.empty();
      }
      envelope.decrypt(new ECDHDecrypter(key));
      return Optional.of(envelope.getPayload().toBytes());
    } catch (ParseException | JOSEException | RuntimeException unfit) {
      return Optional.empty();
    }
  }
}
