package homeward.server.clearance;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.text.ParseException;

/** The key of the clearance store, while somebody who may open it looks (JWE, A256GCM; RFC 7518 section 5.3). */
final class StoreKey {
  private final byte[] key;

  StoreKey(byte[] key) {
    this.key = key.clone();
  }

  byte[] bytes() {
    return key.clone();
  }

  /** Seals a word; which person it is about is sealed with it, so that no two rows can be exchanged. */
  String seal(String ref, Interview interview) {
    try {
      JWEObject sealed = new JWEObject(new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM), new Payload(ref + "|" + padded(interview.text())));
      sealed.encrypt(new DirectEncrypter(key));
      return sealed.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("sealing needs nothing that a JDK may lack", e);
    }
  }

  /** Every word has one length, so that its length tells nothing. */
  private static String padded(String text) {
    return "%-40s".formatted(text);
  }

  /** @throws IllegalStateException when the row is not this person's, or was changed */
  Interview open(String ref, String sealed) {
    try {
      JWEObject object = JWEObject.parse(sealed);
      object.decrypt(new DirectDecrypter(key));
      String[] parts = object.getPayload().toString().split("\\|", 2);
      if (parts.length != 2 || !parts[0].equals(ref)) {
        throw new IllegalStateException("a row of the clearance store stands in another's place");
      }
      return Interview.read(parts[1].strip()).orElseThrow(() -> new IllegalStateException("a row of the clearance store says nothing that is known"));
    } catch (JOSEException | ParseException e) {
      throw new IllegalStateException("a row of the clearance store was changed", e);
    }
  }
}
