package homeward.language;

import homeward.language.Chunk.Content.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A sentence as chunks, together with the grammar that reads it; for one thread at a time. */
public final class Sentence {
  private final Language language;
  private final Span span;
  private final List<Chunk> chunks;
  private final Set<String> present;
  /** What was asked before: the same lines are asked of a number again and again. */
  private final Map<String, Map<Integer, Optional<Finding>>> asked = new HashMap<>();

  Sentence(Language language, Span span, List<Chunk> chunks) {
    this.language = language;
    this.span = span;
    this.chunks = List.copyOf(chunks);
    this.present = chunks.stream().flatMap(chunk -> chunk.classes().stream()).collect(Collectors.toSet());
  }

  /** Where it stands in the text. */
  public Span span() {
    return span;
  }

  /** Its chunks in order. */
  public List<Chunk> chunks() {
    return chunks;
  }

  /** Whether any of its chunks is of one of the classes. */
  public boolean has(String... classes) {
    for (String name : classes) {
      if (present.contains(name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a chunk stands in one of the lexicon's plain lists of small words. */
  public boolean listed(String list, Chunk chunk) {
    return language.listed(list, chunk.form());
  }

  /**
   * What the first rule of the grammar that fits says of a chunk.
   *
   * @param field the field asked for, as the grammar file names it
   * @param at the chunk's place
   * @return the value and the side named; absent when no rule fits
   */
  public Optional<Finding> find(String field, int at) {
    return asked.computeIfAbsent(field, name -> new HashMap<>()).computeIfAbsent(at, place -> first(field, place));
  }

  private Optional<Finding> first(String field, int at) {
    for (Rule rule : language.rules(field)) {
      Optional<Rule.Fit> fit = rule.fit(chunks, at);
      if (fit.isPresent()) {
        int side = fit.get().side();
        if (side >= 0 && pair(side)) {
          continue;
        }
        String named = side >= 0 && chunks.get(side).content() instanceof Named name ? name.side() : "";
        return Optional.of(new Finding(rule.value(), named, rule.respun()));
      }
    }
    return Optional.empty();
  }

  /** "Norland and Vestria" is nobody alone. */
  private boolean pair(int side) {
    return side(side - 1) || side(side + 1) || (side(side - 2) && joins(side - 1)) || (side(side + 2) && joins(side + 1));
  }

  private boolean joins(int at) {
    return listed("joining", chunks.get(at)) || List.of(",", "-", "\u2013", "/").contains(chunks.get(at).form());
  }

  private boolean side(int at) {
    return at >= 0 && at < chunks.size() && chunks.get(at).content() instanceof Named;
  }

  /**
   * What a rule found.
   *
   * @param value the value of the grammar's line
   * @param side the side that the rule asked for; empty when it asked for none
   * @param respun whether the wording is machine-respun
   */
  public record Finding(String value, String side, boolean respun) {}
}
