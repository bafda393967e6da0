package homeward.language;

import homeward.language.Chunk.Content.Named;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A line of the grammar.
 *
 * @param field what it decides
 * @param value what it decides upon
 * @param respun whether the wording is one that only machine-respun text has
 * @param anchor the chunk that the line is about
 * @param before the elements before it, nearest first
 * @param after the elements after it
 */
record Rule(String field, String value, boolean respun, Element anchor, List<Element> before, List<Element> after) {
  private static final Element NUMBER = new Element.One(Set.of(), Set.of(Chunker.NUMBER), false);

  static Rule of(String line) {
    int colon = line.indexOf(" : ");
    String head = line.substring(0, colon).strip();
    int space = head.indexOf(' ');
    String field = space < 0 ? head : head.substring(0, space);
    String value = space < 0 ? "" : head.substring(space + 1).strip();
    List<String> written = Resources.split(line.substring(colon + 3).strip(), "\\s+");
    int anchor = anchorAt(written);
    if (anchor < 0) {
      throw new IllegalStateException("the grammar has a line without N or @: " + line);
    }
    Element at = written.get(anchor).equals("N") ? NUMBER : Element.of(written.get(anchor).substring(1));
    List<Element> before = written.subList(0, anchor).reversed().stream().map(Element::of).toList();
    List<Element> after = written.subList(anchor + 1, written.size()).stream().map(Element::of).toList();
    boolean respun = value.endsWith("!");
    return new Rule(field, respun ? value.substring(0, value.length() - 1) : value, respun, at, before, after);
  }

  private static int anchorAt(List<String> written) {
    return Stream.iterate(0, i -> i < written.size(), i -> i + 1)
        .filter(i -> written.get(i).equals("N") || written.get(i).startsWith("@")).findFirst().orElse(-1);
  }

  /** Where the elements on both sides of a chunk fit: from the first chunk to the last, with the side named in between. */
  Optional<Fit> fit(List<Chunk> chunks, int at) {
    if (!(anchor instanceof Element.One one) || !one.fits(chunks.get(at))) {
      return Optional.empty();
    }
    Walk left = new Walk(chunks, -1);
    Walk right = new Walk(chunks, 1);
    boolean fits = left.go(before, 0, at - 1) && right.go(after, 0, at + 1);
    int side = left.side >= 0 ? left.side : right.side;
    return fits ? Optional.of(new Fit(this, side)) : Optional.empty();
  }

  /**
   * A rule that fits.
   *
   * @param side where the name of a side stands that the rule asked for, or -1
   */
  record Fit(Rule rule, int side) {}

  /** Walks over the chunks in one direction, trying short gaps first. */
  private static final class Walk {
    private final List<Chunk> chunks;
    private final int step;
    private int side = -1;

    Walk(List<Chunk> chunks, int step) {
      this.chunks = chunks;
      this.step = step;
    }

    boolean go(List<Element> elements, int next, int at) {
      if (next == elements.size()) {
        return true;
      }
      return switch (elements.get(next)) {
        case Element.Edge edge -> edge(at);
        case Element.Gap gap -> gap(gap, elements, next, at);
        case Element.Not not -> !(inside(at) && not.one().fits(chunks.get(at))) && go(elements, next + 1, at);
        case Element.One one -> one(one, elements, next, at);
      };
    }

    private boolean inside(int at) {
      return at >= 0 && at < chunks.size();
    }

    private boolean edge(int at) {
      int place = at;
      while (inside(place) && !Character.isLetterOrDigit(chunks.get(place).form().charAt(0))) {
        place += step;
      }
      return !inside(place);
    }

    private boolean gap(Element.Gap gap, List<Element> elements, int next, int at) {
      int place = at;
      for (int taken = 0; taken <= gap.most(); taken++) {
        if (go(elements, next + 1, place)) {
          return true;
        }
        if (!inside(place) || blocks(gap, chunks.get(place))) {
          return false;
        }
        place += step;
      }
      return false;
    }

    private static boolean blocks(Element.Gap gap, Chunk chunk) {
      return !gap.crossing() && (chunk.is(Chunker.NUMBER) || chunk.form().equals(";") || chunk.form().equals(":"));
    }

    private boolean one(Element.One one, List<Element> elements, int next, int at) {
      if (inside(at) && one.fits(chunks.get(at)) && go(elements, next + 1, at + step)) {
        if (one.classes().contains("side") && chunks.get(at).content() instanceof Named) {
          side = at;
        }
        return true;
      }
      return one.optional() && go(elements, next + 1, at);
    }
  }
}
