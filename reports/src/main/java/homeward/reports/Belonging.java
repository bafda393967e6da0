package homeward.reports;

import homeward.language.Chunk.Content.Counted;
import homeward.language.Chunk.Content.Named;
import homeward.language.Sentence;
import homeward.language.Sentence.Finding;
import homeward.reports.Claim.Basis;
import homeward.reports.Claim.Measure;
import homeward.reports.Claim.Whose;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whose people a number counts: of each side, of both, or of one, and of which. */
final class Belonging {
  private static final int PAIR = 14;

  private final Sentence sentence;
  private final List<String> parties;
  private final Before before;
  private final Predicates predicates;

  /**
   * What the text said before.
   *
   * @param latest the number before
   * @param side the party spoken of, empty when there is none or more than one
   */
  record Before(Optional<Claim> latest, String side) {}

  Belonging(Sentence sentence, List<String> parties, Before before) {
    this.sentence = sentence;
    this.parties = parties;
    this.before = before;
    this.predicates = new Predicates(sentence);
  }

  /**
   * Whose people the number at a place counts.
   *
   * @param whole the claim of which the number counts a part, if the sentence says so
   * @param category the people counted
   */
  Whose whose(int at, Measure measure, Counted counted, Optional<Claim> whole, String category) {
    boolean both = Drafts.sides(sentence).stream().filter(parties::contains).count() > 1
        || sentence.has("bothsides", "twosides", "eachside");
    return switch (measure) {
      case STILL_HELD, RETURNED_TO_DATE -> new Whose(Basis.TOTAL, side(at, counted), both);
      case GROWTH_PER_YEAR_PERCENT, STAGE -> new Whose(Basis.NONE, "", false);
      case YOUNGEST_AGE, OLDEST_AGE -> new Whose(Basis.TO_ONE_SIDE, side(at, counted), both);
      case EXCHANGED, AGREED, MONTHLY_AVERAGE, AVERAGE_PER_EXCHANGE -> exchange(at, counted, both, whole, category);
    };
  }

  private Whose exchange(int at, Counted counted, boolean both, Optional<Claim> whole, String category) {
    if (sentence.find("pair", at).isPresent()) {
      return paired(at, counted);
    }
    if (sentence.chunks().get(at).is("bothsided")) {
      return new Whose(Basis.BOTH_SIDES, "", true);
    }
    Optional<Finding> found = sentence.find("basis", at);
    String side = side(at, counted);
    if (found.isPresent()) {
      Basis basis = Basis.valueOf(found.get().value().toUpperCase(Locale.ROOT));
      return new Whose(basis, basis == Basis.TO_ONE_SIDE ? side : "", both);
    }
    boolean own = sentence.chunks().get(at).is("own") || sentence.chunks().get(at).is("we");
    boolean bySex = Set.of("women", "men", "children").contains(category);
    Optional<Whose> those = whole.map(Claim::whose)
        .filter(whose -> !bySex || whose.basis() == Basis.TO_ONE_SIDE).or(() -> those(at));
    if (side.isEmpty() && those.isPresent()) {
      return those.get();
    }
    return side.isEmpty() && !own ? governed(at, both) : new Whose(Basis.TO_ONE_SIDE, side, false);
  }

  /** What the governing word and its subject tell where no line of the grammar does. */
  private Whose governed(int at, boolean both) {
    if (predicates.byBoth(at)) {
      return new Whose(Basis.PER_SIDE, "", true);
    }
    return predicates.oneSide(at, parties).map(one -> new Whose(Basis.TO_ONE_SIDE, one, false))
        .orElse(new Whose(Basis.UNCLEAR, "", both));
  }

  /**
   * "Among those released were 12 civilians": a part of one side's people when the number before counts one side's.
   * "Of these, 270 were soldiers" shares the basis of that number, whatever it is.
   */
  private Optional<Whose> those(int at) {
    String inherited = sentence.find("inherit", at).map(Finding::value)
        .orElse(sentence.chunks().get(at).is("ofthose") ? "yes" : "");
    return before.latest().map(Claim::whose).filter(whose -> inherited.equals("all")
        || (inherited.equals("yes") && whose.basis() == Basis.TO_ONE_SIDE));
  }

  /** 303 for 303 is one count of each side; 230 for 240 are two counts, each of the people of one side. */
  private Whose paired(int at, Counted counted) {
    boolean equal = false;
    for (int other = Math.max(0, at - PAIR); other < Math.min(sentence.chunks().size(), at + PAIR + 1); other++) {
      equal |= other != at && sentence.chunks().get(other).content() instanceof Counted number
          && number.quantity().value() == counted.quantity().value();
    }
    return equal ? new Whose(Basis.PER_SIDE, "", true) : new Whose(Basis.TO_ONE_SIDE, side(at, counted), false);
  }

  /** The side whose people are counted: as the number phrase, the receiver, or the giver tells. */
  private String side(int at, Counted counted) {
    if (!counted.side().isEmpty()) {
      return counted.side();
    }
    String head = new Members(sentence).head(at);
    if (!head.isEmpty()) {
      return head;
    }
    String taker = sentence.find("takes", at).map(Finding::side).orElse("");
    if (!taker.isEmpty()) {
      return taker;
    }
    String giver = sentence.find("gives", at).filter(found -> !found.value().equals("none")).map(Finding::side).orElse("");
    if (!giver.isEmpty() && parties.contains(giver) && parties.size() == 2 && !predicates.eitherWay(at)) {
      return parties.get(1 - parties.indexOf(giver));
    }
    return sentence.chunks().get(at).is("own") ? lastNamed(at) : "";
  }

  /** Whose "its" is: the party named last before it, else the only one around. */
  private String lastNamed(int at) {
    for (int place = at - 1; place >= 0; place--) {
      if (sentence.chunks().get(place).content() instanceof Named name && parties.contains(name.side())) {
        return name.side();
      }
    }
    List<String> named = Drafts.sides(sentence).stream().filter(parties::contains).toList();
    return named.size() == 1 ? named.getFirst() : named.isEmpty() ? before.side() : "";
  }
}
