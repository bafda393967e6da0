package homeward.reports;

import homeward.clauses.NumberPhrase;
import homeward.language.Chunk;
import homeward.language.Chunk.Content.Counted;
import homeward.language.Chunk.Content.Dated;
import homeward.language.Quantity.Qualifier;
import homeward.language.Sentence;
import homeward.language.When;
import homeward.reports.Claim.Basis;
import homeward.reports.Claim.Mark;
import homeward.reports.Claim.Measure;
import homeward.reports.Claim.What;
import homeward.reports.Claim.Whose;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Numbers that stand in one breath ("270 soldiers and 120 civilians each") share what one of them says. */
final class Linked {
  private static final Set<String> MARKS = Set.of(",", "(", ")", "\u2013", ":", "-");
  private static final int FARTHEST = 6;
  private static final int FARTHEST_PART = 10;
  private static final int CLOSE_PERCENT = 10;

  private final Sentence sentence;
  private final List<Draft> drafts;
  private final BitSet parts;
  private final List<Claim> claims;

  /** A claim and the place of its number in the sentence. */
  record Draft(int at, Claim claim) {}

  Linked(Sentence sentence, List<Draft> drafts) {
    this.sentence = sentence;
    this.drafts = drafts;
    this.parts = parts(drafts);
    this.claims = new ArrayList<>(drafts.stream().map(Draft::claim).toList());
  }

  List<Claim> claims() {
    sharedBases();
    partsOfEach();
    stocks();
    for (int i = 1; i < claims.size(); i++) {
      if ((apposed(i) || parts.get(i)) && counts(claims.get(i - 1)) && counts(claims.get(i))) {
        Claim whole = claims.get(i - 1);
        Claim part = claims.get(i).of(claims.get(i).what().as(whole.what().measure()));
        claims.set(i, dated(i) ? part : part.at(whole.when()));
      }
      if (linked(i)) {
        prisonersBesideCivilians(i - 1, i);
        prisonersBesideCivilians(i, i - 1);
      }
    }
    doubledSums();
    stretches();
    return bothHalves();
  }

  /** Whose people a number counts, from the numbers beside it. */
  private void sharedBases() {
    for (int i = 1; i < claims.size(); i++) {
      if (sentence.find("elliptic", drafts.get(i).at()).isPresent()) {
        share(spokenOf(i), i);
      }
    }
    for (int i = 1; i < claims.size(); i++) {
      if (linked(i)) {
        share(i - 1, i);
      }
    }
    for (int i = claims.size() - 2; i >= 0; i--) {
      if (linked(i + 1) && !follows(i + 1) && !oneOfTwo(i + 1)) {
        share(i + 1, i);
      }
    }
    for (int i = 1; i < claims.size(); i++) {
      if (outOf(i) && claims.get(i).whose().basis() == Basis.UNCLEAR && counts(claims.get(i - 1))) {
        claims.set(i, claims.get(i).by(claims.get(i - 1).whose()));
      }
    }
    for (int i = 1; i < claims.size(); i++) {
      if (elided(i)) {
        share(i - 1, i);
      }
    }
  }

  /** "390 each: 270 soldiers and 120 civilians, some of them seized by Vestria": parts of what is counted a side are counted a side. */
  private void partsOfEach() {
    for (int i = 1; i < claims.size(); i++) {
      int whole = parts.previousClearBit(i);
      boolean own = sentence.chunks().get(drafts.get(i).at()).content() instanceof Counted counted && !counted.side().isEmpty();
      if (parts.get(i) && whole >= 0 && !own && counts(claims.get(whole)) && counts(claims.get(i))
          && claims.get(whole).whose().basis() == Basis.PER_SIDE) {
        claims.set(i, claims.get(i).by(claims.get(whole).whose()));
      }
    }
  }

  /** A part of the people held, or freed so far, is counted with them. */
  private void stocks() {
    for (int i = 1; i < claims.size(); i++) {
      if (linked(i) && stock(i - 1) && claims.get(i).what().measure() == Measure.EXCHANGED) {
        Claim whole = claims.get(i - 1);
        Claim part = claims.get(i);
        claims.set(i, part.of(part.what().as(whole.what().measure())).by(whole.whose()).at(whole.when()));
      }
    }
  }

  /** "1,000 each (390 on Friday, 307 on Saturday, 303 on Sunday)": the whole has the days of its parts. */
  private void stretches() {
    for (int whole = 0; whole + 1 < claims.size(); whole++) {
      int last = parts.nextClearBit(whole + 1) - 1;
      if (!parts.get(whole) && last > whole + 1 && IntStream.rangeClosed(whole + 1, last).allMatch(this::dated)) {
        When first = claims.get(whole + 1).when();
        When end = claims.get(last).when();
        claims.set(whole, first.known() && end.known()
            ? claims.get(whole).at(When.days(first.from().orElseThrow(), end.to().orElseThrow(), true)) : claims.get(whole));
      }
    }
  }

  /** Whether a date follows a number before the next one does. */
  private boolean dated(int i) {
    int from = drafts.get(i).at() + 1;
    int to = Math.min(i + 1 < drafts.size() ? drafts.get(i + 1).at() : sentence.chunks().size(), from + 3);
    return sentence.chunks().subList(from, Math.max(from, to)).stream().anyMatch(chunk -> chunk.content() instanceof Dated);
  }

  /** "270 soldiers and 120 civilians each, 780 people in all": twice the sum of numbers a side is the number of both sides. */
  private void doubledSums() {
    for (int whole = 0; whole < claims.size(); whole++) {
      if (counts(claims.get(whole)) && (doublesRun(whole, 1) || doublesRun(whole, -1))) {
        claims.set(whole, claims.get(whole).on(Basis.BOTH_SIDES).marked(Mark.WORKED_OUT));
      }
    }
  }

  /** "Nearly 800 in all". */
  private boolean inAll(int i) {
    int after = drafts.get(i).at() + 1;
    return after < sentence.chunks().size() && sentence.chunks().get(after).is("total");
  }

  private boolean doublesRun(int whole, int step) {
    long sum = 0;
    int taken = 0;
    for (int at = whole + step; at >= 0 && at < claims.size() && claims.get(at).whose().basis() == Basis.PER_SIDE; at += step) {
      sum += claims.get(at).what().value();
      taken++;
      boolean one = taken == 1 && inAll(whole) && doubles(claims.get(whole).what(), claims.get(at).what());
      if (one || (taken > 1 && 2 * sum == claims.get(whole).what().value())) {
        return true;
      }
    }
    return false;
  }

  /** "307 of one side's servicemen, and 307 of the other's in return": two halves of one count. */
  private List<Claim> bothHalves() {
    List<Claim> whole = new ArrayList<>();
    boolean returned = sentence.has("inreturn", "swapfor");
    for (Claim claim : claims) {
      int half = half(whole, claim, returned);
      if ((claim.is(Mark.FORMULA) && toldBeside(claim)) || (sentence.has("swapfor") && secondHalf(whole, claim))) {
        continue;
      }
      if (half >= 0) {
        whole.set(half, whole.get(half).by(new Whose(Basis.PER_SIDE, "", true)));
      } else {
        whole.add(claim);
      }
    }
    return whole;
  }

  /** The other side's 120 of "120 civilians for 120 civilians". */
  private static boolean secondHalf(List<Claim> whole, Claim claim) {
    return claim.whose().basis() == Basis.TO_ONE_SIDE && counts(claim) && whole.stream().anyMatch(first ->
        first.whose().basis() == Basis.PER_SIDE && first.what().equals(claim.what()));
  }

  /** "1,000 were returned by each side under the 1,000-for-1,000 formula": the formula says nothing beside the count. */
  private boolean toldBeside(Claim formula) {
    return claims.stream().anyMatch(claim -> claim.what().measure() == Measure.EXCHANGED && claim.whose().basis() == Basis.PER_SIDE
        && !claim.is(Mark.FORMULA) && claim.what().value() == formula.what().value());
  }

  private static int half(List<Claim> whole, Claim claim, boolean returned) {
    for (int i = 0; i < whole.size(); i++) {
      Claim other = whole.get(i);
      boolean oneSided = other.whose().basis() == Basis.TO_ONE_SIDE && claim.whose().basis() == Basis.TO_ONE_SIDE;
      boolean twoSides = !other.whose().side().isEmpty() && !claim.whose().side().isEmpty()
          && !other.whose().side().equals(claim.whose().side());
      if (oneSided && (returned || twoSides) && counts(other) && counts(claim) && other.what().value() == claim.what().value()) {
        return i;
      }
    }
    return -1;
  }

  /** "The first group was of 390 from each side, the second of 307": what has no verb of its own shares what was said before. */
  private boolean elided(int i) {
    return claims.get(i - 1).whose().basis() != Basis.UNCLEAR && !claims.get(i).is(Mark.PART) && !part(i - 1)
        && !new NumberPhrase(sentence, drafts.get(i).at()).governed();
  }

  /** "697 on each side, out of the 1,000 agreed": a number and the whole it belongs to are counted alike. */
  private boolean outOf(int i) {
    int number = drafts.get(i).at();
    return sentence.chunks().subList(Math.max(0, number - 3), number).stream().anyMatch(chunk -> chunk.is("outof"));
  }

  /** "2,000 people - 1,000 from each side": nothing but a dash between, so that both were promised or both were freed. */
  private boolean apposed(int i) {
    List<Chunk> between = sentence.chunks().subList(drafts.get(i - 1).at() + 1, drafts.get(i).at());
    return !between.isEmpty() && between.stream().noneMatch(chunk -> Character.isLetterOrDigit(chunk.form().charAt(0)))
        && between.stream().noneMatch(chunk -> chunk.form().equals(",") || chunk.form().equals(";"));
  }

  /** "55 were being held, including six civilians": people held, or freed so far, and a part of them. */
  private boolean stock(int whole) {
    Measure measure = claims.get(whole).what().measure();
    boolean part = sentence.chunks().get(drafts.get(whole + 1).at() - 1).is("include");
    return measure == Measure.STILL_HELD || (measure == Measure.RETURNED_TO_DATE && part);
  }

  /** Of "142 prisoners - 55 freed by one side and 87 by the other" the parts say nothing of whose people the whole is. */
  private boolean oneOfTwo(int part) {
    boolean bothWays = claims.get(part - 1).whose().bothNamed() && new NumberPhrase(sentence, drafts.get(part - 1).at()).traded();
    boolean sameKind = claims.get(part).what().category().equals(claims.get(part - 1).what().category());
    return parts.get(part) && claims.get(part).whose().basis() == Basis.TO_ONE_SIDE && (bothWays || sameKind);
  }

  private boolean link(Chunk chunk) {
    return MARKS.contains(chunk.form()) || sentence.listed("linking", chunk);
  }

  /** The number before that counts people as such, and not a part of them. */
  private int spokenOf(int i) {
    int before = i - 1;
    while (before > 0 && claims.get(before).is(Mark.PART)) {
      before--;
    }
    return before;
  }

  private boolean linked(int i) {
    return parts.get(i) || joined(i);
  }

  /** "390 came home - 270 soldiers and 120 civilians": numbers that add up to the one before them are its parts. */
  private static BitSet parts(List<Draft> drafts) {
    BitSet parts = new BitSet();
    for (int whole = 0; whole < drafts.size(); whole++) {
      long sum = 0;
      for (int last = whole + 1; last < drafts.size() && sum < value(drafts, whole); last++) {
        sum += value(drafts, last);
        if (sum == value(drafts, whole) && last > whole + 1) {
          parts.set(whole + 1, last + 1);
        }
      }
    }
    return parts;
  }

  private static long value(List<Draft> drafts, int at) {
    return drafts.get(at).claim().what().value();
  }

  private boolean joined(int i) {
    int from = drafts.get(i - 1).at() + 1;
    int to = drafts.get(i).at();
    if (sentence.find("whole", drafts.get(i - 1).at()).isPresent()) {
      return true;
    }
    if (to > from && to - from <= FARTHEST_PART && sentence.chunks().get(to - 1).is("include")) {
      return true;
    }
    if (to - from > FARTHEST) {
      return false;
    }
    for (Chunk chunk : sentence.chunks().subList(from, to)) {
      boolean people = chunk.classes().stream().anyMatch(name -> name.startsWith("who:"));
      boolean quiet = chunk.is("include") || chunk.is("also") || chunk.is("modifier") || chunk.is("ofthem") || chunk.is("total")
          || chunk.is("each") || chunk.is("perside") || chunk.is("date") || chunk.is("captive") || chunk.is("pastverb") || chunk.is("side");
      if (!people && !quiet && !link(chunk)) {
        return false;
      }
    }
    return true;
  }

  /** "270 soldiers, followed by a 307-for-307 swap": what comes after another count says nothing of the first. */
  private boolean follows(int i) {
    return sentence.chunks().subList(drafts.get(i - 1).at() + 1, drafts.get(i).at()).stream()
        .anyMatch(chunk -> sentence.listed("sequel", chunk));
  }

  private void share(int from, int to) {
    Claim giver = claims.get(from);
    Claim taker = claims.get(to);
    boolean counts = counts(giver) && counts(taker);
    boolean nameless = taker.whose().basis() == Basis.TO_ONE_SIDE && taker.whose().side().isEmpty();
    if (counts && nameless && from < to && giver.whose().basis() == Basis.TO_ONE_SIDE) {
      claims.set(to, taker.by(giver.whose()));
      return;
    }
    boolean homely = from > to && nameless && giver.whose().basis() == Basis.PER_SIDE;
    if (!counts || (taker.whose().basis() != Basis.UNCLEAR && !homely) || giver.whose().basis() == Basis.UNCLEAR
        || (from > to && giver.is(Mark.PART) && part(to) && !parts.get(from))) {
      return;
    }
    boolean doubled = giver.whose().basis() == Basis.PER_SIDE && doubles(taker.what(), giver.what());
    Claim shared = doubled ? taker.on(Basis.BOTH_SIDES).marked(Mark.WORKED_OUT) : taker.by(giver.whose());
    boolean later = !taker.when().stated() && giver.when().stated();
    Claim dated = later ? shared.at(giver.when()) : shared;
    claims.set(to, giver.what().measure() == Measure.AGREED && !doubled && from < to
        ? dated.of(dated.what().as(Measure.AGREED)).at(giver.when()) : dated);
  }

  /** 780 beside 390 a side, or "nearly 800": the number of both sides together. */
  private static boolean doubles(What both, What side) {
    long sum = 2 * side.value();
    boolean near = sum * 100 >= both.value() * (100 - CLOSE_PERCENT) && sum * 100 <= both.value() * (100 + CLOSE_PERCENT);
    return both.qualifier() == Qualifier.EXACT ? sum == both.value() : near && side.qualifier() == Qualifier.EXACT;
  }

  private static boolean counts(Claim claim) {
    return claim.what().measure() == Measure.EXCHANGED || claim.what().measure() == Measure.AGREED;
  }

  /** "270 prisoners of war and 120 civilians": beside civilians, prisoners of war are soldiers. */
  private void prisonersBesideCivilians(int prisoners, int civilians) {
    Claim claim = claims.get(prisoners);
    boolean plain = sentence.chunks().get(drafts.get(prisoners).at()).content() instanceof Counted counted && counted.plainNoun();
    boolean beside = claims.get(civilians).what().category().equals("civilian") && !part(Math.min(prisoners, civilians));
    if (plain && beside && claim.what().category().equals("all") && counts(claim)) {
      claims.set(prisoners, claim.of(claim.what().of("military")));
    }
  }

  /** Whether the second of two numbers is a part of the first. */
  private boolean part(int first) {
    int from = drafts.get(first).at() + 1;
    int after = drafts.get(first + 1).at() + 1;
    if (after < sentence.chunks().size() && (sentence.chunks().get(after).is("ofthem") || sentence.chunks().get(after).is("amongthose"))) {
      return true;
    }
    for (Chunk chunk : sentence.chunks().subList(from, drafts.get(first + 1).at())) {
      boolean adds = sentence.listed("adding", chunk);
      if (!adds && (chunk.is("include") || chunk.is("ofthem") || chunk.form().equals("(") || chunk.form().equals(":") || chunk.form().equals("\u2013"))) {
        return true;
      }
    }
    return false;
  }
}
