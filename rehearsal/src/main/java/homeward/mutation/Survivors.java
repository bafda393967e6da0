package homeward.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The guards that no test misses, each with the reason why none can. In the file a guard's name stands at the beginning
 * of a line and its reason in the indented lines below; a line that begins with {@code #} is for the reader.
 *
 * @param reasons by the name of the guard, in the order of the file
 */
public record Survivors(SequencedMap<String, String> reasons) {
  /** Reads the list; a file that is not there is an empty list. */
  public static Survivors read(Path file) {
    try {
      return Files.exists(file) ? parse(Files.readString(file)) : new Survivors(new LinkedHashMap<>());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Survivors parse(String text) {
    SequencedMap<String, String> reasons = new LinkedHashMap<>();
    for (String line : text.lines().filter(each -> !each.isBlank() && !each.startsWith("#")).toList()) {
      if (line.startsWith(" ") && !reasons.isEmpty()) {
        reasons.merge(reasons.lastEntry().getKey(), line.strip(), (before, more) -> (before + " " + more).strip());
      } else {
        reasons.put(line.strip(), "");
      }
    }
    return new Survivors(reasons);
  }

  /**
   * What differs between the list and what was found, in words; nothing when they are equal.
   *
   * @param tried the name of every guard that was tried, and whether it survived
   * @param partly when only some guards were tried, so that the rest of the list says nothing
   */
  List<String> differences(Map<String, Boolean> tried, boolean partly) {
    List<String> differences = new ArrayList<>();
    tried.forEach(
        (name, survived) -> {
          if (survived && !reasons.containsKey(name)) {
            differences.add("survives and is not on the list: " + name);
          }
        });
    reasons.forEach((name, reason) -> {
      if (reason.isEmpty()) {
        differences.add("is on the list without a reason: " + name);
      }
      if (!tried.containsKey(name) && !partly) {
        differences.add("is on the list, and there is no such guard to remove: " + name);
      }
      if (!tried.getOrDefault(name, true)) {
        differences.add("is on the list, and a test misses it: " + name);
      }
    });
    return differences;
  }
}
