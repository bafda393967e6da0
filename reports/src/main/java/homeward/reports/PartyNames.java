package homeward.reports;

import homeward.language.Chunk;
import homeward.language.Chunk.Content.Named;
import homeward.language.Sentence;
import homeward.language.Sides;
import homeward.language.Span;
import homeward.language.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Completes what is known of the sides' names: their people's names as the text derives them ("Norland", hence
 * "Norlandic"), and, when no ledger says, which two states the report speaks of.
 */
final class PartyNames {
  private static final Pattern CAPITALISED = Pattern.compile("\\b\\p{Lu}\\p{Ll}{3,}\\b");
  private static final Pattern TWO_NAMES = Pattern.compile("\\b(\\p{Lu}\\p{Ll}{3,})(?: and | \u2013 |-|\u2013|, )(\\p{Lu}\\p{Ll}{3,})\\b"
      + "(?= (?:have |has |had |each |both |on \\w+ |to )*(?:exchang|swap|trad|releas|hand|agree|free|return|prison|complet|conduct|carr|bring|brought))");
  private static final int SHORTEST_STEM = 4;
  /** The parties are named in the first pages of whatever is a report at all. */
  private static final int ENOUGH = 60_000;

  private final String text;
  private final List<Span> paragraphs;

  PartyNames(String text, List<Span> paragraphs) {
    this.text = text;
    this.paragraphs = paragraphs;
  }

  Sides complete(Sides sides, Words words) {
    List<Sides.Name> parties = sides.names().isEmpty() ? guess(words) : sides.names();
    Set<String> capitalised = new LinkedHashSet<>();
    for (Span paragraph : paragraphs) {
      CAPITALISED.matcher(paragraph.in(text)).results().forEach(found -> capitalised.add(found.group()));
    }
    return new Sides(parties.stream().map(name -> withDerived(name, capitalised)).toList(), sides.around());
  }

  private static Sides.Name withDerived(Sides.Name name, Set<String> capitalised) {
    List<String> words = new ArrayList<>(name.words());
    for (String word : name.words()) {
      String stem = word.substring(0, Math.max(Math.min(word.length(), SHORTEST_STEM), word.length() - 2));
      boolean single = word.indexOf(' ') < 0 && stem.length() >= SHORTEST_STEM && Character.isUpperCase(word.charAt(0));
      capitalised.stream().filter(other -> single && other.startsWith(stem)).forEach(words::add);
    }
    return new Sides.Name(name.id(), words.stream().distinct().toList());
  }

  /** The two states named most in sentences about an exchange, else the two names of "X and Y exchanged". */
  private List<Sides.Name> guess(Words words) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Span paragraph : paragraphs.stream().filter(span -> span.end() < ENOUGH).toList()) {
      for (Sentence sentence : words.sentences(text, paragraph)) {
        int weight = sentence.has("exchange", "trade", "give", "take", "come") ? 1 : 0;
        for (Chunk chunk : sentence.chunks()) {
          if (weight > 0 && chunk.content() instanceof Named name) {
            counts.merge(name.side(), 1, Integer::sum);
          }
        }
      }
    }
    List<String> most = counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed()).limit(2).map(Map.Entry::getKey).toList();
    return most.size() == 2 ? most.stream().map(name -> new Sides.Name(name, List.of(name))).toList() : byPairs();
  }

  private List<Sides.Name> byPairs() {
    Map<List<String>, Integer> pairs = new LinkedHashMap<>();
    Matcher found = TWO_NAMES.matcher(text);
    while (found.find()) {
      pairs.merge(List.of(found.group(1), found.group(2)), 1, Integer::sum);
    }
    List<String> best = pairs.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(List.of());
    return best.stream().map(name -> new Sides.Name(name, List.of(name))).toList();
  }
}
