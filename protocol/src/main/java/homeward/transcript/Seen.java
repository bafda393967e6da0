package homeward.transcript;

import homeward.json.Json;

/** The checkpoint that an author had last seen when signing: it makes leaving out and reordering visible. */
public record Seen(long size, Hash root) {
  public Seen {
    if (size < 0 || size > Json.LARGEST_WHOLE) {
      throw new IllegalArgumentException("a tree cannot have " + size + " leaves");
    }
  }
}
