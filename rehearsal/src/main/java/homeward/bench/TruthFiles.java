package homeward.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Truth that other people made, read where it lies; it is no part of the project. */
final class TruthFiles {
  private final Optional<Path> folder;

  TruthFiles(Optional<Path> folder) {
    this.folder = folder;
  }

  /** The rows of a CSV file, the header among them; empty when it is absent. */
  Optional<List<List<String>>> csv(String name) throws IOException {
    Optional<Path> file = folder.map(all -> all.resolve(name)).filter(Files::isRegularFile);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file.get())) {
      List<List<String>> rows = new ArrayList<>();
      csv.forEach(row -> rows.add(row.getFields().stream().map(String::strip).toList()));
      return Optional.of(rows);
    }
  }

  /** The lines of a packed table, parted at tabs; empty when it is absent. */
  Optional<List<List<String>>> packed(String name) throws IOException {
    Optional<Path> file = folder.map(all -> all.resolve(name)).filter(Files::isRegularFile);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try (BufferedReader lines = new BufferedReader(
        new InputStreamReader(new GZIPInputStream(Files.newInputStream(file.get())), StandardCharsets.UTF_8))) {
      return Optional.of(lines.lines().map(line -> List.of(line.split("\t", -1))).toList());
    }
  }
}
