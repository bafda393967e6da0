package homeward.server.keys;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.util.Base64URL;
import homeward.exchange.PartyId;

/** The one form in which a content key is sealed: nothing is negotiated by whoever writes. */
final class SealedForm {
  /** A content key takes some 300 characters. */
  static final int LONGEST = 2_000;

  static JWEHeader header(PartyId recipient) {
    return new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM)
        .agreementPartyVInfo(Base64URL.encode(recipient.value()))
        .build();
  }

  static boolean isFor(PartyId recipient, JWEHeader header) {
    return JWEAlgorithm.ECDH_ES.equals(header.getAlgorithm())
        && EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())
        && header.getCompressionAlgorithm() == null
        && Base64URL.encode(recipient.value()).equals(header.getAgreementPartyVInfo());
  }

  private SealedForm() {}
}
