package homeward.server.setup;

import homeward.transcript.SigningKey;
import java.nio.file.Path;
import java.util.Optional;

/** What came of reading a configuration. */
public sealed interface Reading {
  record Read(NodeConfig config) implements Reading {}

  /** What is wrong, and what to do about it. */
  record Refused(String sentence) implements Reading {}

  /** Reads a configuration and the key files that it names. */
  static Reading of(Path file) {
    return ConfigReader.read(file, Optional.empty());
  }

  /** The same for a node whose key is not in a file. */
  static Reading of(Path file, SigningKey key) {
    return ConfigReader.read(file, Optional.of(key));
  }
}
