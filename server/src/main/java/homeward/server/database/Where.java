package homeward.server.database;

import java.nio.file.Path;
import java.util.Optional;

/** Where a node keeps what it must not lose. */
public sealed interface Where {

  /**
   * A PostgreSQL of the node's own. It listens on 127.0.0.1 alone, on a port that is free at the time.
   *
   * @param directory everything of this database; one running node a directory
   * @param programs where PostgreSQL itself is unpacked, once for all nodes that name the same directory
   * @param account who runs PostgreSQL where the node runs as root, since PostgreSQL refuses to be root; unset: the owner of data
   *     that is there, else homeward, postgres or nobody, whichever the system knows first
   */
  record Own(Path directory, Path programs, Optional<String> account) implements Where {}

  /**
   * Any PostgreSQL from 15 on.
   *
   * @param url as JDBC has it: jdbc:postgresql://host:port/database
   * @param passwordFile its first line is the password, so that it stands in no configuration
   */
  record Elsewhere(String url, String user, Path passwordFile) implements Where {}
}
