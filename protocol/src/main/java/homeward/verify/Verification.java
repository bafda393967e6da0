package homeward.verify;

import homeward.json.Malformed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Recomputes a bundle from its first entry on. Nothing is believed: every entry is read in its one form, verified with the key
 * that the log itself gave its author, decided again and hashed; every checkpoint needs the log's signature and that of each
 * side with keys. What cannot be recomputed is whose keys they are: the fingerprints are for that.
 */
public final class Verification {
  private static final long LARGEST_HEADER = 10_000;
  private static final long LARGEST_LOG = 500_000_000;

  private Verification() {}

  /** What the bundle in this directory is worth. */
  public static Verdict of(Path directory) {
    try {
      Optional<Verdict> unreadable = unreadable(directory);
      return unreadable.isPresent() ? unreadable.get() : of(header(directory), directory);
    } catch (IOException e) {
      return new Verdict.Unknown(Verdict.Missing.READABLE_FILE, String.valueOf(e.getMessage()));
    } catch (Malformed e) {
      return new Verdict.Unknown(Verdict.Missing.HEADER, String.valueOf(e.getMessage()));
    }
  }

  private static Optional<Verdict> unreadable(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return unknown(Verdict.Missing.FILE, "there is no directory " + directory);
    }
    Set<String> strangers = Bundle.strangers(directory);
    if (!strangers.isEmpty()) {
      return unknown(Verdict.Missing.BUNDLE_ALONE, "these are no part of a bundle, take them out: " + strangers);
    }
    for (String name : new TreeSet<>(Bundle.FILES)) {
      Path file = directory.resolve(name);
      long most = name.equals(Bundle.HEADER) ? LARGEST_HEADER : LARGEST_LOG;
      if (!Files.isRegularFile(file)) {
        return unknown(Verdict.Missing.FILE, name);
      }
      if (Files.size(file) > most) {
        return unknown(Verdict.Missing.READABLE_FILE, name + " has more than " + most + " bytes");
      }
    }
    return Optional.empty();
  }

  private static Optional<Verdict> unknown(Verdict.Missing missing, String detail) {
    return Optional.of(new Verdict.Unknown(missing, detail));
  }

  private static Header header(Path directory) throws IOException, Malformed {
    Header header = Header.read(Files.readAllBytes(directory.resolve(Bundle.HEADER)));
    if (!header.format().equals(Header.FORMAT)) {
      throw new Malformed("format", "this program reads " + Header.FORMAT);
    }
    return header;
  }

  private static Verdict of(Header header, Path directory) throws IOException {
    Notes notes;
    try {
      notes = Notes.read(Files.readAllBytes(directory.resolve(Bundle.CHECKPOINTS)));
    } catch (Malformed e) {
      return new Verdict.Invalid(0, Verdict.Because.ALTERED, Bundle.CHECKPOINTS + ": " + e.getMessage());
    }
    return new Replay(header, notes).run(Files.readAllBytes(directory.resolve(Bundle.ENTRIES)));
  }
}
