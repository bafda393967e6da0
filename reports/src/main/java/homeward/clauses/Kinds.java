package homeward.clauses;

import homeward.language.Chunk;
import homeward.language.Chunk.Content.Counted;
import homeward.language.Sentence;
import homeward.language.Sentence.Finding;
import java.util.List;
import java.util.Optional;

/** What kind of people a number counts: its own noun tells, or the sentence, or the number before. */
final class Kinds {
  private static final int PAIR = 14;
  private static final String ALL = "all";
  private static final String REMAINS = "remains";

  private final Sentence sentence;
  private final List<Chunk> chunks;
  private final Members members;
  private final String latest;

  /** Takes the kind of people that the number before counted. */
  Kinds(Sentence sentence, String latest) {
    this.sentence = sentence;
    this.chunks = sentence.chunks();
    this.members = new Members(sentence);
    this.latest = latest;
  }

  String category(int at, Counted counted) {
    String said = said(at, counted);
    if (members.isWhole(at)) {
      return said;
    }
    Optional<String> beside = ofThePair(at, counted).or(() -> ofTheWhole(at, said)).or(() -> inBrackets(at, counted));
    if (beside.isPresent()) {
      return beside.get();
    }
    int whole = members.whole(at);
    int told = whole > at && counted.category().isEmpty() ? whole : at;
    return sentence.find("category", told).map(Finding::value).filter(value -> !value.equals("own")).orElse(said);
  }

  private String said(int at, Counted counted) {
    String amongst = sentence.find("amongst", at).map(Finding::value).orElseGet(() -> inherited(at, counted));
    boolean people = counted.category().equals(ALL)
        && sentence.find("amongst", at).filter(found -> !found.value().equals(REMAINS)).isPresent();
    return counted.category().isEmpty() || people ? amongst : counted.category();
  }

  /** What the number before says of this one: "of these, 12", "another 24". */
  private String inherited(int at, Counted counted) {
    boolean ofThose = at > 0 && (chunks.get(at - 1).is("ofthem") || (at > 1 && chunks.get(at - 2).is("ofthem")));
    Optional<String> inherit = sentence.find("inherit", at).map(Finding::value);
    boolean among = inherit.filter(value -> !value.equals("none")).isPresent();
    boolean more = counted.category().isEmpty() && inherit.filter(value -> value.equals("none")).isPresent();
    String before = more ? remainsOrAll(latest) : ofThose || among ? latest : ALL;
    return before.equals(ALL) && counted.category().isEmpty() ? gapped(at) : before;
  }

  private static String remainsOrAll(String category) {
    return category.equals(REMAINS) ? category : ALL;
  }

  /** "6,000 for 6,000 bodies": the first of a pair counts what the second does. */
  private Optional<String> ofThePair(int at, Counted counted) {
    boolean bare = counted.category().isEmpty() && at + 2 < chunks.size() && sentence.find("formula", at).isPresent();
    return bare && chunks.get(at + 2).content() instanceof Counted second && !second.category().isEmpty()
        ? Optional.of(second.category()) : Optional.empty();
  }

  /** "Soldiers (270 on either side) and civilians (120)": a number in brackets counts what stands before them. */
  private Optional<String> inBrackets(int at, Counted counted) {
    boolean brackets = counted.category().isEmpty() && at > 1 && chunks.get(at - 1).form().equals("(");
    return brackets ? chunks.get(at - 2).classes().stream().filter(name -> name.startsWith("who:"))
        .map(name -> name.substring(4)).findFirst() : Optional.empty();
  }

  /** Whether a bare number counts the people named before its brackets. */
  boolean inBrackets(int at) {
    return chunks.get(at).content() instanceof Counted counted && inBrackets(at, counted).isPresent();
  }

  /** "Of 2,500 fighters, 1,279 have returned": a part of soldiers are soldiers. */
  private Optional<String> ofTheWhole(int at, String said) {
    int whole = members.whole(at);
    boolean before = whole >= 0 && whole < at && said.equals(ALL) && sentence.find("category", at).isEmpty();
    return before && chunks.get(whole).content() instanceof Counted many && !many.category().isEmpty()
        ? Optional.of(many.category()) : Optional.empty();
  }

  /** "Returned the remains of 1,000 soldiers, while the other returned 24": a bare number takes the noun of the one before. */
  private String gapped(int at) {
    for (int place = at - 1; place >= Math.max(0, at - PAIR); place--) {
      if (chunks.get(place).form().equals(";")) {
        return ALL;
      }
      if (chunks.get(place).content() instanceof Counted) {
        return sentence.find("category", place).map(Finding::value).map(Kinds::remainsOrAll).orElse(ALL);
      }
    }
    return ALL;
  }
}
