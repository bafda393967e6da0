package homeward.reports;

import homeward.clauses.NumberPhrase;
import homeward.language.Chunk.Content.Counted;
import homeward.language.Chunk.Content.Named;
import homeward.language.Quantity.Qualifier;
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

  /**
   * What the text said before.
   *
   * @param latest the number before
   * @param side the party spoken of, empty when there is none or more than one
   * @param near whether the number before stands in the same paragraph
   */
  record Before(Optional<Claim> latest, String side, boolean near) {}

  Belonging(Sentence sentence, List<String> parties, Before before) {
    this.sentence = sentence;
    this.parties = parties;
    this.before = before;
  }

  /**
   * Whose people the number at a place counts.
   *
   * @param whole the claim of which the number counts a part, if the sentence says so
   * @param category the people counted
   */
  Whose whose(int at, Measure measure, Counted counted, Optional<Claim> whole, String category) {
    Whose whose = told(at, measure, counted, whole, category);
    boolean nameless = whose.basis() == Basis.TO_ONE_SIDE && whose.side().isEmpty();
    return nameless ? new Whose(Basis.TO_ONE_SIDE, speaker(at), whose.bothNamed()) : whose;
  }

  private NumberPhrase phrase(int at) {
    return new NumberPhrase(sentence, at);
  }

  /** "Norland said that 303 had come home": whoever speaks of one side's people speaks of its own. */
  private String speaker(int at) {
    int said = -1;
    for (int place = at - 1; place > 0 && said < 0; place--) {
      said = sentence.chunks().get(place).is("say") ? place : -1;
    }
    List<String> speaking = said < 0 ? List.of() : sentence.chunks().subList(0, said).stream()
        .filter(chunk -> chunk.content() instanceof Named).map(chunk -> ((Named) chunk.content()).side())
        .filter(parties::contains).distinct().toList();
    return speaking.size() == 1 ? speaking.getFirst() : "";
  }

  private Whose told(int at, Measure measure, Counted counted, Optional<Claim> whole, String category) {
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
    Optional<Finding> found = sentence.find("basis", at).filter(
        basis -> counted.side().isEmpty() || !basis.value().equals(Basis.BOTH_SIDES.word()));
    boolean theirs = both && phrase(at).traded();
    String side = side(at, counted);
    if (found.isPresent()) {
      Basis basis = Basis.valueOf(found.get().value().toUpperCase(Locale.ROOT));
      if (basis == Basis.TO_ONE_SIDE && side.isEmpty() && theirs) {
        return new Whose(Basis.UNCLEAR, "", true);
      }
      boolean each = basis == Basis.BOTH_SIDES && counted.quantity().qualifier() == Qualifier.EXACT && phrase(at).givenByBoth();
      return new Whose(each ? Basis.UNCLEAR : basis, basis == Basis.TO_ONE_SIDE ? side : "", both);
    }
    boolean own = (sentence.chunks().get(at).is("own") && !theirs) || sentence.chunks().get(at).is("we");
    boolean bySex = Set.of("women", "men", "children").contains(category);
    Optional<Whose> those = whole.map(Claim::whose)
        .filter(whose -> !bySex || whose.basis() == Basis.TO_ONE_SIDE).or(() -> those(at, bySex));
    if (side.isEmpty() && those.isPresent()) {
      return asSaid(those.get(), at);
    }
    return side.isEmpty() && !own ? governed(at, both) : new Whose(Basis.TO_ONE_SIDE, side, false);
  }

  /** "Norland said that those freed are 387 men", after a count of Vestria's: whoever speaks of one side's people speaks of its own. */
  private Whose asSaid(Whose those, int at) {
    String speaking = speaker(at);
    boolean another = those.basis() == Basis.TO_ONE_SIDE && !speaking.isEmpty() && !speaking.equals(those.side());
    return another ? new Whose(Basis.TO_ONE_SIDE, speaking, those.bothNamed()) : those;
  }

  /** What the governing word and its subject tell where no line of the grammar does. */
  private Whose governed(int at, boolean both) {
    if (phrase(at).byBoth() || phrase(at).byEach()) {
      return new Whose(Basis.PER_SIDE, "", true);
    }
    return phrase(at).oneSide(parties).map(one -> new Whose(Basis.TO_ONE_SIDE, one, false)).or(() -> spokenOf(at, both))
        .orElse(new Whose(Basis.UNCLEAR, "", both));
  }

  /** "390 of our people are home. In two days 697 have been returned": where nobody is named, those spoken of are meant. */
  private Optional<Whose> spokenOf(int at, boolean both) {
    boolean named = both || !Drafts.sides(sentence).isEmpty();
    boolean returned = phrase(at).oneWay();
    return before.latest().filter(latest -> before.near() && !named && returned && latest.what().measure() == Measure.EXCHANGED)
        .map(Claim::whose).filter(whose -> whose.basis() == Basis.TO_ONE_SIDE);
  }

  /**
   * "Among those released were 12 civilians": a part of one side's people when the number before counts one side's.
   * "Of these, 270 were soldiers" shares the basis of that number, whatever it is.
   */
  private Optional<Whose> those(int at, boolean bySex) {
    String inherited = sentence.find("inherit", at).map(Finding::value)
        .orElse(sentence.chunks().get(at).is("ofthose") ? "yes" : "");
    return before.latest().map(Claim::whose).filter(whose -> inherited.equals("all")
        || (inherited.equals("yes") && whose.basis() == Basis.TO_ONE_SIDE))
        .filter(whose -> !bySex || whose.basis() == Basis.TO_ONE_SIDE);
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
    String head = phrase(at).head();
    if (!head.isEmpty()) {
      return head;
    }
    int of = phrase(at).whole();
    if (of > at && sentence.chunks().get(of).content() instanceof Counted whole && !whole.side().isEmpty()) {
      return whole.side();
    }
    String taker = sentence.find("takes", at).map(Finding::side).orElse("");
    if (!taker.isEmpty()) {
      return taker;
    }
    String giver = sentence.find("gives", at).filter(found -> !found.value().equals("none")).map(Finding::side).orElse("");
    if (!giver.isEmpty() && parties.contains(giver) && parties.size() == 2 && !phrase(at).eitherWay()) {
      return parties.get(1 - parties.indexOf(giver));
    }
    return sentence.chunks().get(at).is("own") ? lastNamed(at) : "";
  }

  /** The side whose people a number counts, or at least who speaks of them; empty where nobody is named. */
  String spokenOf(int at, Counted counted) {
    String side = side(at, counted);
    String speaking = side.isEmpty() ? speaker(at) : side;
    return speaking.isEmpty() ? before.side() : speaking;
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
