package homeward.clauses;

import homeward.language.Chunk;
import homeward.language.Chunk.Content.Counted;
import homeward.language.Chunk.Content.Dated;
import homeward.language.Chunk.Content.Named;
import homeward.language.Chunk.Content.Words;
import homeward.language.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What stands around a place in a sentence, as short words ("before1.give", "right2.date"): the chunks next to it, the
 * kinds of words nearer and farther to its left and right, its clause, and the verbs nearest to it.
 */
public final class Surroundings {
  private static final int NEAREST = 4;
  private static final int NEAR = 3;
  private static final int FAR = 8;
  private static final int FARTHEST_WORD = 12;
  private static final String BREAKS = ",;:()\u2013";
  private static final List<String> VERBS = List.of(
      "give", "take", "come", "trade", "hold", "held", "capture", "agree", "say", "dead", "hurt", "exchange");

  private final List<Chunk> chunks;
  private final int at;

  /** A place in a sentence. */
  public Surroundings(Sentence sentence, int at) {
    this.chunks = sentence.chunks();
    this.at = at;
  }

  /** Adds all that stands around to a set of traits. */
  public void addTo(Set<String> traits) {
    beside(traits);
    around(traits);
    clause(traits);
    pairs(traits);
  }

  /** The kinds of a chunk, as the lexicon names them, and "side" for the name of a side. */
  public static List<String> kinds(Chunk chunk) {
    List<String> kinds = new ArrayList<>(chunk.classes().stream().filter(kind -> !kind.equals("capital")).toList());
    if (chunk.content() instanceof Named) {
      kinds.add("side");
    }
    return kinds;
  }

  private void beside(Set<String> traits) {
    for (int step = -NEAREST; step <= NEAREST; step++) {
      int place = at + step;
      String tag = step < 0 ? "before" + -step : "after" + step;
      if (step != 0 && outside(place)) {
        traits.add(tag + "=edge");
      } else if (step != 0) {
        kinds(chunks.get(place)).forEach(kind -> traits.add(tag + '.' + kind));
        neighbour(traits, tag, chunks.get(place));
      }
    }
  }

  private void neighbour(Set<String> traits, String tag, Chunk chunk) {
    switch (chunk.content()) {
      case Counted other -> traits.add(tag + (chunks.get(at).content() instanceof Counted own
          && own.quantity().value() == other.quantity().value() ? ".same" : ".other"));
      case Words words -> traits.add(tag + '=' + form(chunk));
      case Named name -> { }
      case Dated date -> { }
    }
  }

  private void around(Set<String> traits) {
    for (int place = 0; place < chunks.size(); place++) {
      if (place == at) {
        continue;
      }
      Chunk chunk = chunks.get(place);
      int distance = Math.abs(place - at);
      String side = place < at ? "left" : "right";
      String tag = side + (distance <= NEAR ? 1 : distance <= FAR ? 2 : 3);
      for (String kind : kinds(chunk)) {
        traits.add(tag + '.' + kind);
        traits.add("sentence." + kind);
      }
      if (distance <= FARTHEST_WORD && chunk.classes().isEmpty() && Character.isLetter(chunk.form().charAt(0))) {
        traits.add(side + '=' + chunk.form());
      }
    }
  }

  private void clause(Set<String> traits) {
    int from = at;
    int to = at + 1;
    while (from > 0 && !BREAKS.contains(chunks.get(from - 1).form())) {
      from--;
    }
    while (to < chunks.size() && !BREAKS.contains(chunks.get(to).form())) {
      to++;
    }
    for (int place = from; place < to; place++) {
      if (place != at) {
        kinds(chunks.get(place)).forEach(kind -> traits.add("clause." + kind));
      }
    }
  }

  private void pairs(Set<String> traits) {
    traits.add("pair-before=" + word(at - 1) + '/' + word(at - 2));
    traits.add("pair-after=" + word(at + 1) + '/' + word(at + 2));
    traits.add("between=" + word(at - 1) + '/' + word(at + 1));
    verb(traits, -1, "verb-left");
    verb(traits, 1, "verb-right");
  }

  private void verb(Set<String> traits, int step, String tag) {
    for (int place = at + step; !outside(place); place += step) {
      Chunk chunk = chunks.get(place);
      List<String> verbs = VERBS.stream().filter(chunk::is).toList();
      if (!verbs.isEmpty()) {
        traits.add(tag + '=' + verbs.getFirst());
        if (chunks.get(at).content() instanceof Counted own) {
          traits.add(tag + "-of=" + verbs.getFirst() + '/' + own.category());
        }
        return;
      }
    }
  }

  /** The words of a chunk as one word; a sign beyond the letters of any script (an emoji) is only a sign. */
  public static String form(Chunk chunk) {
    return chunk.form().chars().anyMatch(letter -> Character.isSurrogate((char) letter)) ? "sign" : chunk.form().replace(' ', '_');
  }

  private boolean outside(int place) {
    return place < 0 || place >= chunks.size();
  }

  private String word(int place) {
    if (outside(place)) {
      return "edge";
    }
    return switch (chunks.get(place).content()) {
      case Counted number -> "number";
      case Named name -> "side";
      case Dated date -> "date";
      case Words words -> form(chunks.get(place));
    };
  }
}
