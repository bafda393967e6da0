package homeward.command;

import homeward.server.database.Backup;
import homeward.server.database.Database;
import homeward.server.database.Opening;
import homeward.server.setup.NodeConfig;
import homeward.server.setup.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Writes all that a node's database holds into one file, while the node runs or not; or brings it back. */
@Command(
    name = "backup",
    description = {
      "Writes all that a node's database holds at one moment into a file, while the node runs or not.",
      "With --restore it brings such a file back into a database that has no entries yet; the node must not run.",
      "Names are in the file: it is as secret as the database. The keys of the node are not in it.",
      ""
    })
final class BackUp implements Callable<Exit> {
  @Mixin private Console console = new Console();

  @Option(names = "--config", paramLabel = "FILE", required = true, description = "the configuration of the node")
  private Path config = Path.of("");

  @Option(names = "--file", paramLabel = "FILE", required = true, description = "the backup")
  private Path file = Path.of("");

  @Option(names = "--restore", description = "bring it back")
  private boolean restore;

  @Override
  public Exit call() throws SQLException {
    return switch (Reading.of(config)) {
      case Reading.Refused(String sentence) -> told(sentence, Exit.INPUT_REFUSED);
      case Reading.Read(NodeConfig node) -> with(node);
    };
  }

  private Exit with(NodeConfig node) throws SQLException {
    var random = new SecureRandom();
    homeward.node.Random bytes = count -> random.generateSeed(count);
    return switch (restore ? Database.open(node.database(), bytes) : Database.beside(node.database(), bytes)) {
      case Opening.Refused(var refusal) -> told(refusal.sentence(), Exit.NOT_STARTED);
      case Opening.Opened(Database database) -> {
        try (database) {
          yield restore ? restored(database) : written(database);
        } catch (IOException failed) {
          throw new ParameterException(
              console.command.commandLine(), "--file " + file + (restore ? " cannot be read" : " cannot be written to: name a file in a folder where you may write"));
        }
      }
    };
  }

  private Exit written(Database database) throws IOException, SQLException {
    Backup.write(database.source(), file);
    return told("All that the database held is in " + file + ". Keep it as safe as the database: names are in it.", Exit.DONE);
  }

  private Exit restored(Database database) throws IOException, SQLException {
    return switch (Backup.restore(database.source(), file)) {
      case DONE -> told("The database holds again what is in " + file + ".", Exit.DONE);
      case NOT_EMPTY -> told("The database has entries already, and nothing was changed: name a new directory for it.", Exit.INPUT_REFUSED);
      case NOT_UNDERSTOOD -> told(file + " is no backup that this program understands; nothing was changed.", Exit.INPUT_REFUSED);
    };
  }

  private Exit told(String sentence, Exit exit) {
    console.say(sentence);
    return exit;
  }
}
