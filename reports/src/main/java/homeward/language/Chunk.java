package homeward.language;

import java.util.Set;

/**
 * One word, phrase, number phrase, date or name of a text.
 *
 * @param form the words in small letters, repaired (ligatures, hyphenation at a line's end)
 * @param span where it stands
 * @param classes what the lexicon says it is
 * @param content what it holds beyond words
 */
public record Chunk(String form, Span span, Set<String> classes, Content content) {
  /** What a chunk holds. */
  public sealed interface Content {
    /** A word or phrase. */
    record Words() implements Content {}

    /** The name of a side or of another state, by its id. */
    record Named(String side) implements Content {}

    /** A date, not yet resolved. */
    record Dated(Moment moment) implements Content {}

    /**
     * A number phrase.
     *
     * @param quantity the number
     * @param category what people are counted; empty when the phrase has no noun
     * @param side whose people, when the phrase says so; else empty
     * @param plainNoun whether the noun names captives as such ("prisoners"), neither one kind of them nor anybody ("people")
     * @param inWords whether the number is written in letters
     */
    record Counted(Quantity quantity, String category, String side, boolean plainNoun, boolean inWords)
        implements Content {}
  }

  static final Content WORDS = new Content.Words();

  /** Whether it is of a class of the lexicon. */
  public boolean is(String name) {
    return classes.contains(name);
  }
}
