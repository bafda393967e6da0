package homeward.ruling;

import static java.nio.charset.StandardCharsets.US_ASCII;

import homeward.node.Store;
import homeward.transcript.Leaf;
import homeward.verify.Bundle;
import homeward.verify.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The example of the protocol as a bundle, written and verified for real. */
final class WrittenBundle {
  private WrittenBundle() {}

  static String text() {
    try {
      Path place = Files.createTempDirectory("homeward-page-");
      Path bundle = place.resolve("example");
      Bundle.write(contents(), WrittenExample.EXCHANGE, bundle);
      String header = Files.readString(bundle.resolve("bundle.json"));
      String text = "\n`bundle.json` of the [example](protocol.md#an-example):\n" + Page.block("json", header)
          + "\nand what `./homeward verify --json` says of that bundle:\n" + Page.block("json", verdict(bundle)) + "\n";
      for (String file : List.of("bundle.json", "entries.log", "checkpoints.log")) {
        Files.delete(bundle.resolve(file));
      }
      Files.delete(bundle);
      Files.delete(place);
      return text;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static Store.Contents contents() {
    List<Leaf> leaves = WrittenExample.leaves();
    String note = WrittenExample.note(leaves).text();
    List<Store.Line> lines = leaves.stream().map(leaf -> new Store.Line(new String(leaf.bytes(), US_ASCII), leaf.leafHash())).toList();
    return new Store.Contents(lines, Optional.of(note), List.of(note), List.of(), List.of());
  }

  private static String verdict(Path bundle) {
    StringWriter said = new StringWriter();
    int exit = Main.run(List.of("--json", bundle.toString()), new PrintWriter(said), new PrintWriter(said));
    if (exit != 0) {
      throw new IllegalStateException("the example's bundle is not valid: " + said);
    }
    return said.toString();
  }
}
