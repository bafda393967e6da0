package homeward.server.setup;

import homeward.exchange.PartyId;
import homeward.json.JsonReader;
import homeward.json.Malformed;
import homeward.server.database.Where;
import homeward.server.keys.KeyProblem;
import homeward.server.keys.NodeKey;
import homeward.server.keys.SealingKey;
import homeward.server.keys.WireCertificate;
import homeward.transcript.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Makes a configuration out of what is written, relative to where it is written. */
final class ConfigReader {
  private final Path directory;
  private final Optional<SigningKey> given;

  private ConfigReader(Path directory, Optional<SigningKey> given) {
    this.directory = directory;
    this.given = given;
  }

  static Reading read(Path file, Optional<SigningKey> given) {
    try {
      NodeFile written = NodeFile.SHAPE.read(JsonReader.read(Files.readAllBytes(file)));
      Path directory = Objects.requireNonNull(file.toAbsolutePath().normalize().getParent());
      return new Reading.Read(new ConfigReader(directory, given).config(written));
    } catch (IOException unreadable) {
      return new Reading.Refused(file + " cannot be read: name the configuration of a node (./homeward serve --new DIR makes one).");
    } catch (Malformed unfit) {
      return new Reading.Refused(file + ", " + unfit.where() + ": " + unfit.what() + ".");
    } catch (KeyProblem problem) {
      return new Reading.Refused(problem.sentence());
    } catch (IllegalArgumentException unfit) {
      return new Reading.Refused(file + ": " + unfit.getMessage() + ".");
    }
  }

  private NodeConfig config(NodeFile written) throws KeyProblem {
    if (!written.homeward().equals(NodeFile.FORM)) {
      throw new IllegalArgumentException("expected \"homeward\": \"" + NodeFile.FORM + "\", the form that this program reads");
    }
    if (written.tickSeconds() < 1) {
      throw new IllegalArgumentException("expected tickSeconds from 1");
    }
    return new NodeConfig(
        written.exchange(),
        new PartyId(written.party()),
        given.isPresent() ? given.get() : NodeKey.read(directory.resolve(written.keys().node())),
        SealingKey.read(directory.resolve(written.keys().sealing())),
        new PartyId(written.keeper()),
        List.copyOf(written.parties()),
        where(written.database()),
        desks(written.desks()),
        door(written.wire()),
        Duration.ofSeconds(written.tickSeconds()));
  }

  private Where where(NodeFile.Base base) {
    return switch (base) {
      case NodeFile.Base.Own(String place, Optional<String> programs, Optional<String> account) -> {
        Path data = directory.resolve(place);
        yield new Where.Own(data, programs.map(directory::resolve).orElse(data.resolve("programs")), account);
      }
      case NodeFile.Base.Elsewhere(String url, String user, String passwordFile) ->
          new Where.Elsewhere(url, user, directory.resolve(passwordFile));
    };
  }

  private NodeConfig.Desks desks(NodeFile.Desks desks) {
    if (desks.certificate().isPresent() != desks.certificateKey().isPresent()) {
      throw new IllegalArgumentException("expected for the desks both certificate and certificateKey, or neither");
    }
    Optional<NodeConfig.Certificate> certificate =
        desks.certificate().flatMap(file -> desks.certificateKey().map(key -> new NodeConfig.Certificate(directory.resolve(file), directory.resolve(key))));
    return new NodeConfig.Desks(Addresses.of("desks", desks.address(), desks.port()), certificate);
  }

  private NodeConfig.Door door(NodeFile.Door door) throws KeyProblem {
    WireCertificate certificate = WireCertificate.read(directory.resolve(door.certificate()), directory.resolve(door.certificateKey()));
    return new NodeConfig.Door(Addresses.of("wire", door.address(), door.port()), certificate);
  }
}
