package homeward.ledger;

import homeward.json.Json;
import homeward.json.Shape;

/** Writes ledger files: what the bundle of an exchange exports goes out through here. */
public final class LedgerWriter {
  private static final Shape<Ledger> SHAPE = Shape.of(Ledger.class);

  private LedgerWriter() {}

  /** The file's text, indented, with a final newline; {@link LedgerReader} reads it back to an equal ledger. */
  public static String write(Ledger ledger) {
    Json json = SHAPE.write(ledger);
    String text = json.pretty();
    return text.endsWith("\n") ? text : text + "\n";
  }
}
