package homeward.server.transcript;

import homeward.node.Store;
import homeward.server.proceedings.Standing;
import homeward.transcript.SignedCheckpoint;
import homeward.verify.Bundle;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The log as a bundle in one file. The same log gives the same bytes. */
final class Bundled {
  private Bundled() {}

  /** Writes it; what lies on the disk meanwhile is gone when this returns. The newest checkpoint that all cosigned vouches for all before it. */
  static void write(Standing standing, OutputStream out) throws IOException {
    Path scratch = Files.createTempDirectory("homeward-bundle");
    Path bundle = scratch.resolve("exchange.bundle");
    try {
      Bundle.write(contents(standing), standing.state().course().exchange(), bundle);
      zip(bundle, out);
    } finally {
      clear(bundle);
      Files.deleteIfExists(scratch);
    }
  }

  private static Store.Contents contents(Standing standing) {
    List<Store.Line> lines = standing.log().stream()
        .map(placed -> new Store.Line(new String(placed.leaf().bytes(), StandardCharsets.US_ASCII), placed.leaf().leafHash()))
        .toList();
    return new Store.Contents(
        lines, standing.latest().map(SignedCheckpoint::text), standing.common().map(SignedCheckpoint::text).stream().toList(), List.of(), List.of());
  }

  private static void zip(Path bundle, OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Path file : files(bundle)) {
        ZipEntry entry = new ZipEntry("exchange.bundle/" + file.getFileName());
        entry.setLastModifiedTime(FileTime.fromMillis(0));
        zip.putNextEntry(entry);
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
  }

  private static SortedSet<Path> files(Path directory) throws IOException {
    SortedSet<Path> files = new TreeSet<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(directory)) {
      found.forEach(files::add);
    }
    return files;
  }

  private static void clear(Path directory) throws IOException {
    if (Files.exists(directory)) {
      for (Path file : files(directory)) {
        Files.delete(file);
      }
      Files.delete(directory);
    }
  }
}
