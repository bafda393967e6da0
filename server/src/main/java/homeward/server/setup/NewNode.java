package homeward.server.setup;

import homeward.exchange.PartyId;
import homeward.node.Random;
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
   * @param now epoch milliseconds
   * @return the card for the others
   * @throws IOException when there is a node in it already, or nothing can be written
   */
  public Card make(Path directory, long now, Random random) throws IOException {
    if (Files.exists(file(directory))) {
      throw new FileAlreadyExistsException(file(directory).toString());
    }
    Card card = card(directory, Optional.empty(), now, random);
    write(directory, party, List.of(card), Optional.empty());
    return card;
  }

  /**
   * The card of this node, with keys that are made where there are none yet.
   *
   * @param key the key of a node that is not to have one in a file
   */
  public Card card(Path directory, Optional<SigningKey> key, long now, Random random) throws IOException {
    Path file = directory.resolve("card.json");
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
