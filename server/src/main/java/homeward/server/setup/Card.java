package homeward.server.setup;

import homeward.exchange.PartyId;
import homeward.json.Json;
import homeward.json.JsonReader;
import homeward.json.Malformed;
import homeward.json.Shape;
import homeward.server.keys.SealingPublicKey;
import homeward.server.wire.Peer;
import homeward.transcript.Hash;
import homeward.transcript.PublicKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a party hands to the others, in person: who it is, how its node is known again and where it is found. Nothing in it is secret,
 * but whoever could change it on its way could pass for that party.
 *
 * @param sealingKey under which names are sealed for it
 * @param url of its wire: https://host:port
 * @param fingerprint of a certificate that vouches for itself; without it an authority has to
 * @param named who it is for people, and its root key; the exchange is opened when every party's is known
 */
public record Card(
    String party, String nodeKey, Optional<String> sealingKey, String url, Optional<String> fingerprint, Optional<Named> named) {
  private static final Shape<Card> SHAPE = Shape.of(Card.class);

  public Card {
    URI address = URI.create(url);
    if (!"https".equals(address.getScheme()) || address.getHost() == null) {
      throw new IllegalArgumentException("expected the address of a wire, https://host:port");
    }
  }

  /**
   * Who a party is for people.
   *
   * @param id as the agreement names it
   * @param name what it is called
   * @param root its root key, which names its delegates; kept elsewhere than the node
   */
  public record Named(String id, String name, String root) {}

  /** The same with a name. */
  public Card as(Named other) {
    return new Card(party, nodeKey, sealingKey, url, fingerprint, Optional.of(other));
  }

  Peer peer() {
    return new Peer(
        new PartyId(party), new PublicKey(nodeKey), sealingKey.map(SealingPublicKey::new), URI.create(url), fingerprint.map(Hash::new));
  }

  /** The card in a file. */
  static Card read(Path file) throws IOException {
    try {
      return SHAPE.read(JsonReader.read(Files.readAllBytes(file)));
    } catch (Malformed unfit) {
      throw new IOException(file + " is no card of a node", unfit);
    }
  }

  /** The same at another address. */
  Card at(String other) {
    return new Card(party, nodeKey, sealingKey, other, fingerprint, named);
  }

  /** As it stands in the configurations of the others. */
  public Json json() {
    return SHAPE.write(this);
  }
}
