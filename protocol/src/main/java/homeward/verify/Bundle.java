package homeward.verify;

import homeward.balance.Manifests;
import homeward.exchange.Digest;
import homeward.json.Malformed;
import homeward.node.Chronicle;
import homeward.node.Store;
import homeward.transcript.Leaf;
import homeward.transcript.MerkleTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a node hands to anybody: a directory of three files, no name and no attachment in it. {@code entries.log} is the log, a
 * leaf a line; {@code checkpoints.log} the checkpoints that all sides cosigned, ascending, an empty line after each;
 * {@code bundle.json} says what is in them. Every line ends with a line feed, so that a cut shows.
 */
public final class Bundle {
  static final String HEADER = "bundle.json";
  static final String ENTRIES = "entries.log";
  static final String CHECKPOINTS = "checkpoints.log";
  static final Set<String> FILES = Set.of(HEADER, ENTRIES, CHECKPOINTS);

  private Bundle() {}

  /**
   * Writes what the store holds of an exchange, as it is: the same contents give the same bytes. A store that does not hold
   * together is written too, for {@link Verification} names what is wrong with it. The directory appears whole or not at all; a
   * bundle that was there before is replaced.
   *
   * @throws FileAlreadyExistsException when the directory holds something that is no part of a bundle
   * @throws IOException when it cannot be written
   */
  public static void write(Store.Contents contents, String exchange, Path directory) throws IOException {
    Path target = directory.toAbsolutePath().normalize();
    if (!strangers(target).isEmpty()) {
      throw new FileAlreadyExistsException(directory.toString());
    }
    Files.createDirectories(target.getParent());
    Path part = target.resolveSibling(target.getFileName() + ".part");
    clear(part);
    Files.createDirectory(part);
    Files.write(part.resolve(ENTRIES), entries(contents));
    Files.write(part.resolve(CHECKPOINTS), checkpoints(contents));
    Files.write(part.resolve(HEADER), header(contents, exchange).bytes());
    clear(target);
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** What stands in the directory and belongs to no bundle; nothing where there is no such directory. */
  public static Set<String> strangers(Path directory) throws IOException {
    Set<String> names = new TreeSet<>();
    if (Files.exists(directory)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
        files.forEach(file -> names.add(file.getFileName().toString()));
      }
    }
    names.removeAll(FILES);
    return names;
  }

  private static void clear(Path directory) throws IOException {
    for (String name : FILES) {
      Files.deleteIfExists(directory.resolve(name));
    }
    Files.deleteIfExists(directory);
  }

  private static byte[] entries(Store.Contents contents) {
    StringBuilder text = new StringBuilder();
    contents.lines().forEach(line -> text.append(line.leaf()).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] checkpoints(Store.Contents contents) {
    StringBuilder text = new StringBuilder();
    contents.checkpoints().forEach(note -> text.append(note).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The root is that of the leaves as they were when the node verified them, so that an altered line does not fit it. */
  private static Header header(Store.Contents contents, String exchange) {
    MerkleTree tree = new MerkleTree();
    contents.lines().forEach(line -> tree.append(line.leafHash()));
    return new Header(Header.FORMAT, exchange, contents.lines().size(), tree.root(), stateHash(contents, exchange));
  }

  private static Optional<Digest> stateHash(Store.Contents contents, String exchange) {
    Chronicle log = new Chronicle(exchange);
    for (Store.Line line : contents.lines()) {
      try {
        Leaf leaf = Leaf.read(line.leaf().getBytes(StandardCharsets.UTF_8));
        if (log.append(leaf) instanceof Chronicle.Placing.Refused) {
          return Optional.empty();
        }
      } catch (Malformed e) {
        return Optional.empty();
      }
    }
    return Optional.of(Manifests.ofState(log.state()));
  }
}
