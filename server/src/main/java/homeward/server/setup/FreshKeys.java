package homeward.server.setup;

import homeward.exchange.PartyId;
import homeward.node.Random;
import homeward.server.keys.NodeKey;
import homeward.server.keys.SealingKey;
import homeward.server.keys.SealingPublicKey;
import homeward.server.keys.WireCertificate;
import homeward.transcript.Hash;
import homeward.transcript.PublicKey;
import homeward.transcript.SigningKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What everybody may know of the keys that were just made in a directory. */
record FreshKeys(PublicKey node, SealingPublicKey sealing, Hash fingerprint) {
  static final NodeFile.Keys FILES = new NodeFile.Keys("node.key", "sealing.key");
  static final String CERTIFICATE = "wire.crt";
  static final String CERTIFICATE_KEY = "wire.key";

  /** Makes them, each in a file of its own; the key of the node only when none is given. */
  static FreshKeys in(Path directory, Optional<SigningKey> given, long now, Random random) throws IOException {
    SigningKey node = given.isPresent() ? given.get() : NodeKey.make(directory.resolve(FILES.node()), random);
    SealingPublicKey sealing = SealingKey.make(directory.resolve(FILES.sealing()));
    Hash fingerprint = WireCertificate.make(directory.resolve(CERTIFICATE), directory.resolve(CERTIFICATE_KEY), now, random);
    return new FreshKeys(node.publicKey(), sealing, fingerprint);
  }

  Card card(PartyId party, String url) {
    return new Card(party.value(), node.value(), Optional.of(sealing.value()), url, Optional.of(fingerprint.value()), Optional.empty());
  }
}
