package homeward.server.setup;

import homeward.json.Shape;
import java.util.List;
import java.util.Optional;

/**
 * The configuration as it is written; docs/formats.md shows one. File names are relative to the directory of the file.
 *
 * @param homeward the form of the file: {@value #FORM}
 * @param exchange code of the exchange
 * @param party whose node it is
 * @param keeper who keeps the transcript until the log says otherwise
 * @param tickSeconds how often the node does what is due by the clock
 * @param parties the cards of all parties with a node, this one's own included
 */
record NodeFile(
    String homeward,
    String exchange,
    String party,
    String keeper,
    Keys keys,
    Desks desks,
    Door wire,
    Base database,
    int tickSeconds,
    List<Card> parties) {
  static final String FORM = "node 1";
  static final Shape<NodeFile> SHAPE = Shape.of(NodeFile.class);

  /** Files that nobody but their owner may read. */
  record Keys(String node, String sealing) {}

  /** Where the pages are; with a certificate over HTTPS. */
  record Desks(String address, int port, Optional<String> certificate, Optional<String> certificateKey) {}

  /** Where the other nodes come in. */
  record Door(String address, int port, String certificate, String certificateKey) {}

  /** Where the data are. */
  sealed interface Base {
    /** A PostgreSQL of the node's own. */
    record Own(String directory, Optional<String> programs, Optional<String> account) implements Base {}

    /** Any other. */
    record Elsewhere(String url, String user, String passwordFile) implements Base {}
  }
}
