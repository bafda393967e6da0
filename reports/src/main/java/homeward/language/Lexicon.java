package homeward.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of one language by class, read from its resource file; the file's head explains the notation. */
final class Lexicon {
  static final String RESPUN = "respun";
  private static final Set<String> LISTS = Set.of("join", "startword", "dayword", "nextword", "monthlead", "monthfollow", "nounbreak",
      "abbreviation", "language", "joining", "ofword", "range", "adding", "sequel", "turnedto", "cameafter", "possessive", "partitive",
      "attribution", "besideverb", "speakerend", "clause", "talks", "linking", "relative", "participle",
      "aspect", "beginning", "beingword", "pronoun", "afterparticiple", "definite", "stretch", "agentword",
      "goalword", "placeword", "passiveword", "perfectword",
      "bothword", "togetherword", "beenword", "bareword", "trailing", "bounding");

  private final Map<String, List<Entry>> byFirstWord = new HashMap<>();
  private final Map<String, Integer> values = new HashMap<>();
  private final Map<String, Integer> scales = new HashMap<>();
  private final Map<String, Integer> months = new HashMap<>();
  private final Map<String, Integer> weekdays = new HashMap<>();
  private final Map<String, Set<String>> lists = new HashMap<>();

  /** A phrase and what it is; several classes may share one phrase. */
  record Entry(List<String> words, Set<String> classes) {}

  private Lexicon() {}

  static Lexicon read(String language) {
    Lexicon lexicon = new Lexicon();
    Resources.lines("lexicon-" + language + ".txt").forEach(lexicon::line);
    lexicon.byFirstWord.values().forEach(entries -> entries.sort(
        (one, other) -> Integer.compare(other.words().size(), one.words().size())));
    return lexicon;
  }

  private void line(String line) {
    int space = line.indexOf(' ');
    String kind = space < 0 ? line : line.substring(0, space);
    String rest = space < 0 ? "" : line.substring(space + 1).strip();
    switch (kind) {
      case "class", "when" -> phrases(kind, rest);
      case "value" -> numbered(values, rest);
      case "scale" -> numbered(scales, rest);
      case "month" -> numbered(months, rest);
      case "weekday" -> numbered(weekdays, rest);
      default -> list(kind, rest);
    }
  }

  private void list(String kind, String rest) {
    if (!LISTS.contains(kind)) {
      throw new IllegalStateException("the lexicon does not know a line that begins with " + kind);
    }
    lists.put(kind, Set.copyOf(Resources.split(rest, ",\\s*")));
  }

  private void phrases(String kind, String rest) {
    int colon = rest.indexOf(" : ");
    String name = (kind.equals("when") ? "when:" : "") + rest.substring(0, colon).strip();
    for (String phrase : Resources.split(rest.substring(colon + 3), ",\\s*")) {
      if (!phrase.isBlank()) {
        for (String form : Forms.of(phrase.strip())) {
          add(form, name);
        }
      }
    }
  }

  private void add(String form, String name) {
    boolean respun = form.endsWith("!");
    String plain = (respun ? form.substring(0, form.length() - 1) : form).toLowerCase(Locale.ROOT);
    List<String> words = Resources.split(plain, "\\s+");
    List<Entry> entries = byFirstWord.computeIfAbsent(words.getFirst(), first -> new ArrayList<>());
    Entry entry = entries.stream().filter(known -> known.words().equals(words)).findFirst().orElse(null);
    if (entry == null) {
      entry = new Entry(words, new HashSet<>());
      entries.add(entry);
    }
    entry.classes().add(name);
    if (respun) {
      entry.classes().add(RESPUN);
    }
  }

  private static void numbered(Map<String, Integer> into, String rest) {
    List<String> sides = Resources.split(rest, " = ");
    for (String word : Resources.split(sides.getFirst().strip(), "\\s+")) {
      into.put(word, Integer.parseInt(sides.getLast().strip()));
    }
  }

  /** The longest phrase that begins at a token; an entry without words when there is none. */
  Entry longest(List<Token> tokens, int at) {
    for (Entry entry : byFirstWord.getOrDefault(tokens.get(at).form(), List.of())) {
      if (standsAt(entry.words(), tokens, at)) {
        return entry;
      }
    }
    return new Entry(List.of(), Set.of());
  }

  static boolean standsAt(List<String> words, List<Token> tokens, int at) {
    if (at + words.size() > tokens.size()) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      if (!tokens.get(at + i).is(words.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The value of a number word, or -1. */
  int value(String word) {
    return values.getOrDefault(word, -1);
  }

  /** What a scale word multiplies by, or 0. */
  int scale(String word) {
    return scales.getOrDefault(word, 0);
  }

  /** The month a word names, negative when it is the respun form, or 0. */
  int month(String word) {
    int month = months.getOrDefault(word, 0);
    return month != 0 ? month : -months.getOrDefault(word + "!", 0);
  }

  /** The day of the week a word names (1 is Monday), or 0. */
  int weekday(String word) {
    return weekdays.getOrDefault(word, 0);
  }

  /** Whether a word stands in one of the plain lists. */
  boolean listed(String list, String word) {
    return lists.getOrDefault(list, Set.of()).contains(word);
  }

  /** The forms of a regular English word, from the notation of the lexicon: {@code release~}, {@code swap~~}, {@code captive+}. */
  private static final class Forms {
    private Forms() {}
  
    /** All forms of a phrase; a mark at the phrase's end stays at the end of every form. */
    static List<String> of(String phrase) {
      int doubled = phrase.indexOf("~~");
      int regular = phrase.indexOf('~');
      int plural = phrase.indexOf('+');
      if (doubled > 0) {
        String stem = phrase.substring(0, doubled);
        return verb(stem, stem + stem.charAt(doubled - 1), phrase.substring(doubled + 2));
      }
      if (regular > 0) {
        String stem = phrase.substring(0, regular);
        return verb(stem, stem, phrase.substring(regular + 1));
      }
      if (plural > 0) {
        String rest = phrase.substring(plural + 1);
        String stem = phrase.substring(0, plural);
        return List.of(stem + rest, stem + "s" + rest);
      }
      return List.of(phrase);
    }
  
    private static List<String> verb(String stem, String before, String rest) {
      String base = before.endsWith("e") ? before.substring(0, before.length() - 1) : before;
      boolean consonantY = before.endsWith("y") && "aeou".indexOf(before.charAt(before.length() - 2)) < 0;
      String past = consonantY ? before.substring(0, before.length() - 1) + "ied" : base + "ed";
      boolean hissing = stem.endsWith("sh") || stem.endsWith("ch") || stem.endsWith("ss");
      return List.of(stem + rest, stem + (hissing ? "es" : "s") + rest, past + rest, base + "ing" + rest);
    }
  }
}
