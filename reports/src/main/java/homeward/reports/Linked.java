package homeward.reports;

import homeward.language.Chunk;
import homeward.language.Chunk.Content.Counted;
import homeward.language.Quantity.Qualifier;
import homeward.language.Sentence;
import homeward.reports.Claim.Basis;
import homeward.reports.Claim.Mark;
import homeward.reports.Claim.Measure;
import homeward.reports.Claim.What;
import homeward.reports.Claim.Whose;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

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
      if (linked(i) && stock(i - 1) && claims.get(i).what().measure() == Measure.EXCHANGED) {
        Claim whole = claims.get(i - 1);
        Claim part = claims.get(i);
        claims.set(i, part.of(part.what().as(whole.what().measure())).by(whole.whose()).at(whole.when()));
      }
    }
    for (int i = 1; i < claims.size(); i++) {
      if ((apposed(i) || parts.get(i)) && counts(claims.get(i - 1)) && counts(claims.get(i))) {
        Claim whole = claims.get(i - 1);
        claims.set(i, claims.get(i).of(claims.get(i).what().as(whole.what().measure())).at(whole.when()));
      }
      if (linked(i)) {
        prisonersBesideCivilians(i - 1, i);
        prisonersBesideCivilians(i, i - 1);
      }
    }
    return bothHalves();
  }

  /** "307 of one side's servicemen, and 307 of the other's in return": two halves of one count. */
  private List<Claim> bothHalves() {
    List<Claim> whole = new ArrayList<>();
    boolean returned = sentence.has("inreturn", "swapfor");
    for (Claim claim : claims) {
      int half = half(whole, claim, returned);
      if (half >= 0) {
        whole.set(half, whole.get(half).by(new Whose(Basis.PER_SIDE, "", true)));
      } else {
        whole.add(claim);
      }
    }
    return whole;
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
    return parts.get(part) && claims.get(part).whose().basis() == Basis.TO_ONE_SIDE
        && claims.get(part).what().category().equals(claims.get(part - 1).what().category());
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
    if (!counts || taker.whose().basis() != Basis.UNCLEAR || giver.whose().basis() == Basis.UNCLEAR) {
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
    for (Chunk chunk : sentence.chunks().subList(from, drafts.get(first + 1).at())) {
      boolean adds = sentence.listed("adding", chunk);
      if (!adds && (chunk.is("include") || chunk.is("ofthem") || chunk.form().equals("(") || chunk.form().equals(":") || chunk.form().equals("\u2013"))) {
        return true;
      }
    }
    return false;
  }
}
