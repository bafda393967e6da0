package homeward.server.proceedings;

import homeward.exchange.PartyId;
import homeward.node.Message;
import homeward.transcript.Hash;
import java.util.Base64;
import java.util.Optional;

/** Parcels as they travel, and as they lie in the store: two attachments, each under its own hash. */
final class Parcels {
  static PostgresStore.Due due(Message.Parcel parcel, PartyId to) {
    Base64.Decoder decoder = Base64.getUrlDecoder();
    Hash ciphertext = Hash.of(decoder.decode(parcel.ciphertext()));
    Hash contentKey = Hash.of(decoder.decode(parcel.contentKey()));
    return new PostgresStore.Due(new PostgresStore.Parcel(ciphertext, contentKey), to.value());
  }

  /** The parcel again, unless a part of it was erased meanwhile. */
  static Optional<Message.Parcel> parcel(PostgresStore store, PostgresStore.Due due) {
    return store
        .attachment(due.parcel().ciphertext())
        .flatMap(ciphertext -> store.attachment(due.parcel().contentKey()).map(key -> Message.Parcel.of(ciphertext, key)));
  }

  private Parcels() {}
}
