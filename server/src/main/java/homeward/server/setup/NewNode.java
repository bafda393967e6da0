package homeward.server.setup;

import homeward.exchange.PartyId;
import homeward.node.Random;
import homeward.server.keys.NodeKey;
import homeward.transcript.SigningKey;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A directory with fresh keys and a configuration of their node, to be completed with the cards of the others.
 *
 * @param exchange code of the exchange
 * @param host under which other nodes find this one
 * @param desks port of the pages, on this machine alone
 * @param wire port for other nodes
 */
public record NewNode(String exchange, PartyId party, String host, int desks, int wire) {
  private static final int TICK_SECONDS = 2;
  private static final String CARD = "card.json";

  /** Who a party is for people: as the agreement names it, and what it is called. */
  public record Called(String id, String name) {}

  /** The configuration in a directory. */
  public static Path file(Path directory) {
    return directory.resolve("node.json");
  }

  /** A fresh id for a party. */
  public static PartyId party(Random random) {
    return new PartyId(Base64.getUrlEncoder().withoutPadding().encodeToString(random.bytes(16)));
  }

  /**
   * Makes the directory, the keys and the configuration, as if this party kept the transcript alone.
   *
   * @param called who the party is for people; it gets a root key then, in a file that is to be kept elsewhere
   * @param now epoch milliseconds
   * @return the card for the others
   * @throws IOException when there is a node in it already, or nothing can be written
   */
  public Card make(Path directory, Optional<Called> called, long now, Random random) throws IOException {
    if (Files.exists(file(directory))) {
      throw new FileAlreadyExistsException(file(directory).toString());
    }
    Card fresh = card(directory, Optional.empty(), now, random);
    Card card = called.isPresent() ? named(directory, fresh, called.get(), random) : fresh;
    Files.writeString(directory.resolve(CARD), card.json().pretty());
    write(directory, party, List.of(card), Optional.empty());
    return card;
  }

  private static Card named(Path directory, Card card, Called called, Random random) throws IOException {
    SigningKey root = NodeKey.make(rootKey(directory), random);
    return card.as(new Card.Named(called.id(), called.name(), root.publicKey().value()));
  }

  /** Where the root key of a party lies until somebody takes it away. */
  public static Path rootKey(Path directory) {
    return directory.resolve("root.key");
  }

  /**
   * The card of this node, with keys that are made where there are none yet.
   *
   * @param key the key of a node that is not to have one in a file
   */
  public Card card(Path directory, Optional<SigningKey> key, long now, Random random) throws IOException {
    Path file = directory.resolve(CARD);
    String url = "https://" + host + ":" + wire;
    Files.createDirectories(directory);
    Card card = Files.exists(file) ? Card.read(file).at(url) : FreshKeys.in(directory, key, now, random).card(party, url);
    Files.writeString(file, card.json().pretty());
    return card;
  }

  /**
   * Writes the configuration anew, with everybody's cards.
   *
   * @param programs where PostgreSQL is unpacked, when several nodes share it
   */
  public void write(Path directory, PartyId keeper, List<Card> parties, Optional<Path> programs) throws IOException {
    NodeFile written =
        new NodeFile(
            NodeFile.FORM,
            exchange,
            party.value(),
            keeper.value(),
            FreshKeys.FILES,
            new NodeFile.Desks("127.0.0.1", desks, Optional.empty(), Optional.empty()),
            new NodeFile.Door(host.equals("127.0.0.1") ? host : "0.0.0.0", wire, FreshKeys.CERTIFICATE, FreshKeys.CERTIFICATE_KEY),
            new NodeFile.Base.Own("database", programs.map(Path::toString), Optional.empty()),
            TICK_SECONDS,
            new ArrayList<>(parties));
    Files.writeString(file(directory), NodeFile.SHAPE.write(written).pretty());
  }
}
