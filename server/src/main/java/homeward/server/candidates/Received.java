package homeward.server.candidates;

import homeward.register.Column;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** The other side's list as this node has it, for comparing; the room that opens it gives it. */
public interface Received {

  /** The list that stands; empty before one was lodged, and while its file of names is not here or was erased. */
  Optional<Listed> listed();

  /**
   * A list.
   *
   * @param basis differs whenever who stands on it or what is said of them differs; tells nothing of anybody
   * @param entries by reference, those with names
   */
  record Listed(String basis, SortedMap<String, Entry> entries) {}

  /**
   * Somebody on it.
   *
   * @param version grows when what the list says of the person changes
   * @param texts what it says, by column, empty ones left out
   * @param repeats whether an earlier entry is surely the same person
   */
  record Entry(String ref, long version, Map<Column, String> texts, boolean repeats) {}
}
