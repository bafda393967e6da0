package homeward.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version as the build wrote it, with the Java it runs on: the first two things a report of a fault needs. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"Homeward %s (Java %s)".formatted(built(), Runtime.version())};
  }

  private static String built() {
    var properties = new Properties();
    try (InputStream file = Version.class.getResourceAsStream("version.properties")) {
      properties.load(Objects.requireNonNull(file, "version.properties is not in the jar"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return properties.getProperty("version");
  }
}
