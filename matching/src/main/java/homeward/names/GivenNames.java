package homeward.names;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The classes of given names (file {@code given-names.txt}): what Ukrainian, Russian and other languages make of one
 * name, its everyday forms, and the patronymics it gives. A class is a number from 0; everyday forms may be of several.
 */
final class GivenNames {
  /** Not in the table. */
  static final int UNKNOWN = -1;
  private static final int SHORT = 3;

  private static final List<String> PATRONYMIC_ENDS =
      List.of("InIqnA", "AvIq", "IvIq", "AvnA", "IvnA", "IqnA", "Iq", "AvIc", "IvIc");
  private static final GivenNames TABLE = new GivenNames();

  private final Map<String, Integer> formal = new HashMap<>();
  private final Map<String, Integer> bySound = new HashMap<>();
  private final Map<String, Integer> byRoot = new HashMap<>();
  private final Map<String, List<Integer>> everyday = new HashMap<>();
  private final Map<String, Integer> patronymics = new HashMap<>();
  private final Map<String, Integer> fathers = new HashMap<>();
  private final Map<String, Integer> near = new HashMap<>();
  private int classes;
  private int men;

  private GivenNames() {
    boolean male = true;
    for (String line : lines()) {
      if (line.startsWith("[")) {
        male = line.equals("[men]");
      } else if (!line.isBlank() && !line.startsWith("#")) {
        read(line, male);
        classes++;
        men = male ? classes : men;
      }
    }
  }

  static GivenNames table() {
    return TABLE;
  }

  private static List<String> lines() {
    try (InputStream file = GivenNames.class.getResourceAsStream("given-names.txt")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void read(String line, boolean male) {
    String[] named = line.split("=", -1);
    String[] parts = named[0].split("\\|", -1);
    for (int part = 0; part < parts.length; part++) {
      for (String word : parts[part].strip().split(" +", -1)) {
        String form = Repair.text(word);
        if (form.isEmpty()) {
          continue;
        }
        if (part == 1) {
          everyday.computeIfAbsent(form, one -> new ArrayList<>(2)).add(classes);
        } else {
          learn(form, male);
        }
      }
    }
    for (String word : named.length > 1 ? named[1].strip().split(" +", -1) : new String[0]) {
      patronymics.putIfAbsent(Skeleton.full(Repair.text(word)), classes);
    }
  }

  private void learn(String form, boolean male) {
    formal.putIfAbsent(form, classes);
    bySound.putIfAbsent(Skeleton.full(form), classes);
    byRoot.merge(Skeleton.of(form), classes, (one, other) -> one.equals(other) ? one : UNKNOWN);
    String skeleton = Skeleton.of(form);
    for (int i = 0; i < skeleton.length() && skeleton.length() > SHORT; i++) {
      near.merge(without(skeleton, i), classes, (one, other) -> one.equals(other) ? one : UNKNOWN);
    }
    if (male) {
      fathers.putIfAbsent(root(Skeleton.full(form)), classes);
    }
  }

  private static String root(String full) {
    int end = full.length();
    while (end > 1 && "AIUY".indexOf(full.charAt(end - 1)) >= 0) {
      end--;
    }
    return full.substring(0, end).replace('Y', 'I');
  }

  private static String without(String skeleton, int at) {
    return skeleton.substring(0, at) + skeleton.substring(at + 1);
  }

  /** The one class that has a skeleton which differs from this in a letter, or UNKNOWN. */
  int nearest(String skeleton) {
    int found = near.getOrDefault(skeleton, UNKNOWN);
    for (int i = 0; i < skeleton.length() && found == UNKNOWN && skeleton.length() > SHORT - 1; i++) {
      String shorter = without(skeleton, i);
      found = byRoot.getOrDefault(shorter, near.getOrDefault(shorter, UNKNOWN));
    }
    return found;
  }

  /** Whether a class is of men's names; the table has those first. */
  boolean ofMen(int nameClass) {
    return nameClass < men;
  }

  /** The class of a repaired word that is a full given name in some spelling, or UNKNOWN. */
  int classOf(String word) {
    return classOf(word, Skeleton.of(word));
  }

  /** The same with its skeleton: most words share it with no given name, and are none in whatever spelling. */
  int classOf(String word, String root) {
    if (!root.isEmpty() && !byRoot.containsKey(root)) {
      return UNKNOWN;
    }
    Integer written = formal.get(word);
    if (written != null) {
      return written;
    }
    if (everyday.containsKey(word)) {
      return UNKNOWN;
    }
    Integer sounded = bySound.get(Skeleton.full(word));
    if (sounded != null) {
      return sounded;
    }
    return root.length() < 4 ? UNKNOWN : byRoot.getOrDefault(root, UNKNOWN);
  }

  /** The classes whose everyday form a repaired word is. */
  List<Integer> everydayOf(String word) {
    return everyday.getOrDefault(word, List.of());
  }

  /** The class of the father's name in a patronymic, or in his name itself; UNKNOWN when the table has him not. */
  int fatherOf(String word) {
    String full = Skeleton.full(word);
    Integer known = patronymics.get(full);
    if (known != null) {
      return known;
    }
    for (String end : PATRONYMIC_ENDS) {
      Integer father = full.endsWith(end) ? fathers.get(root(full.substring(0, full.length() - end.length()))) : null;
      if (father != null) {
        return father;
      }
    }
    int himself = classOf(word);
    return himself != UNKNOWN && ofMen(himself) ? himself : UNKNOWN;
  }

  /** What is left of a patronymic's skeleton without its ending, so that son, daughter and both languages share it. */
  static String stem(String word) {
    String full = Skeleton.full(word);
    for (String end : PATRONYMIC_ENDS) {
      if (full.endsWith(end) && full.length() > end.length() + 1) {
        return root(full.substring(0, full.length() - end.length()));
      }
    }
    return root(full);
  }
}
