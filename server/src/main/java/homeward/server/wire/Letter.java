package homeward.server.wire;

import homeward.exchange.PartyId;
import homeward.json.JsonReader;
import homeward.json.Malformed;
import homeward.json.Shape;
import homeward.node.Message;
import homeward.server.keys.SealingKey;
import homeward.server.keys.SealingPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What is inside: messages as they are, and parcels whose content keys only the recipient can open.
 *
 * @param messages none of them a parcel
 */
record Letter(List<Message> messages, List<Sealed> parcels) {
  private static final Shape<Letter> SHAPE = Shape.of(Letter.class);

  /**
   * A parcel under way.
   *
   * @param ciphertext in base64url
   * @param sealedKey its content key, compact JWE
   */
  record Sealed(String ciphertext, String sealedKey) {}

  /** Parcels for somebody whose sealing key is not known cannot be written. */
  static Letter of(List<Message> messages, Optional<SealingPublicKey> key, PartyId to) {
    List<Message> plain = new ArrayList<>();
    List<Sealed> parcels = new ArrayList<>();
    for (Message message : messages) {
      if (message instanceof Message.Parcel(String ciphertext, String contentKey)) {
        key.ifPresent(known -> parcels.add(new Sealed(ciphertext, known.seal(Base64.getUrlDecoder().decode(contentKey), to))));
      } else {
        plain.add(message);
      }
    }
    return new Letter(plain, parcels);
  }

  byte[] bytes() {
    return SHAPE.write(this).canonical();
  }

  static Letter read(byte[] bytes) throws Malformed {
    Letter letter = SHAPE.read(JsonReader.read(bytes));
    if (letter.messages().stream().anyMatch(Message.Parcel.class::isInstance)) {
      throw new Malformed("messages", "expected no parcel with an open key");
    }
    return letter;
  }

  /** All of it as the node takes it; what was sealed for somebody else is left out. */
  List<Message> opened(SealingKey key, PartyId me) {
    List<Message> all = new ArrayList<>(messages);
    for (Sealed parcel : parcels) {
      key.open(parcel.sealedKey(), me)
          .map(contentKey -> new Message.Parcel(parcel.ciphertext(), Base64.getUrlEncoder().withoutPadding().encodeToString(contentKey)))
          .ifPresent(all::add);
    }
    return all;
  }
}
