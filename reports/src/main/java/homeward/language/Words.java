package homeward.language;

import java.util.ArrayList;
import java.util.List;

/** Cuts text into sentences of chunks, knowing the names of the sides. */
public final class Words {
  private static final int LONGEST_SENTENCE = 400;

  private final Language language;
  private final Lexicon lexicon;
  private final Places places;

  Words(Language language, Lexicon lexicon, Places places) {
    this.language = language;
    this.lexicon = lexicon;
    this.places = places;
  }

  /**
   * The sentences of a paragraph. A sentence of more than 400 words is cut, so that no text can make reading slow.
   *
   * @param text the whole text
   * @param paragraph the stretch to read
   */
  public List<Sentence> sentences(String text, Span paragraph) {
    List<Sentence> sentences = new ArrayList<>();
    List<Token> tokens = Tokens.of(text, paragraph);
    int start = 0;
    for (int at = 0; at < tokens.size(); at++) {
      if (ends(tokens, at) || at - start >= LONGEST_SENTENCE || at + 1 == tokens.size()) {
        sentences.add(sentence(tokens.subList(start, at + 1)));
        start = at + 1;
      }
    }
    return sentences;
  }

  private Sentence sentence(List<Token> tokens) {
    Span span = new Span(tokens.getFirst().start(), tokens.getLast().end());
    return new Sentence(language, span, Chunker.chunks(lexicon, places, tokens));
  }

  /** A full stop ends a sentence unless it follows an abbreviation or the next word begins small. */
  private boolean ends(List<Token> tokens, int at) {
    Token token = tokens.get(at);
    if (token.kind() != Token.Kind.MARK || ".!?\u2026".indexOf(token.form().charAt(0)) < 0 || at + 1 >= tokens.size()) {
      return false;
    }
    Token next = tokens.get(at + 1);
    boolean small = next.kind() == Token.Kind.WORD && !next.capital();
    boolean abbreviated = token.is(".") && at > 0 && lexicon.listed("abbreviation", tokens.get(at - 1).form());
    return !small && !abbreviated;
  }

}
