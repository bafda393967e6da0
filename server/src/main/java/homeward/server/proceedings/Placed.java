package homeward.server.proceedings;

import homeward.exchange.Decision;
import homeward.transcript.Leaf;

/** An entry at its place in the log, and what it did. */
public record Placed(Leaf leaf, Decision decision) {}
