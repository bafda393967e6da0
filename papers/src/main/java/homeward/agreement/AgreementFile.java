package homeward.agreement;

import homeward.json.JsonReader;
import homeward.json.Malformed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** The file an agreement is written in (docs/formats.md shows one). Read whole or not at all. */
public final class AgreementFile {
  private static final long MOST_BYTES = 1_000_000;

  private AgreementFile() {}

  /** Reads a file; one that cannot be opened is a problem like any other. */
  public static Reading read(Path file) {
    String name = String.valueOf(file.getFileName());
    try {
      if (!Files.exists(file)) {
        return refused(name, new Fault.NotReadable("there is no such file"));
      } else if (!Files.isRegularFile(file)) {
        return refused(name, new Fault.NotReadable("this is not a file"));
      }
      return read(Files.size(file) > MOST_BYTES ? new byte[0] : Files.readAllBytes(file), name, Files.size(file));
    } catch (NoSuchFileException gone) {
      return refused(name, new Fault.NotReadable("there is no such file"));
    } catch (IOException closed) {
      return refused(name, new Fault.NotReadable("it cannot be opened"));
    }
  }

  /**
   * Reads the bytes of a file.
   *
   * @param name what to call the file in its problems
   */
  public static Reading read(byte[] utf8, String name) {
    return read(utf8, name, utf8.length);
  }

  private static Reading read(byte[] utf8, String name, long size) {
    if (size > MOST_BYTES) {
      return refused(name, new Fault.FileTooLarge(size, MOST_BYTES));
    }
    try {
      var json = JsonReader.read(utf8);
      Findings findings = new Findings(name, Lines.in(new String(utf8, StandardCharsets.UTF_8)));
      Agreement agreement = ReadingAgreement.of(json, findings);
      if (findings.none()) {
        Checks.of(agreement, findings);
      }
      return findings.none() ? new Reading.Read(agreement) : new Reading.Refused(findings.problems());
    } catch (Malformed malformed) {
      return refused(name, new Fault.NotJson(malformed.where(), malformed.what()));
    }
  }

  private static Reading refused(String name, Fault fault) {
    return new Reading.Refused(List.of(new Reading.Problem(name, 0, "", fault)));
  }

  /** The file of an agreement, every default written out; read again, it is the same agreement. */
  public static byte[] write(Agreement agreement) {
    return Writing.json(agreement).pretty().getBytes(StandardCharsets.UTF_8);
  }
}
