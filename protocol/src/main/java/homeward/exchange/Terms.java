package homeward.exchange;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * The agreement as the log carries it: codes, numbers and times; its words are an attachment, by digest.
 *
 * @param sides the two sides, ascending by id
 * @param begins the side whose people's wave goes first where no authoriser lets both go together
 * @param functions who holds which function; absent is vacant
 * @param categories by code
 * @param words digest of the agreement's words: what each category means, in both sides' languages
 * @param tranches in their order
 * @param parity whether the counts must balance
 * @param surplus what one side gives above parity and is not owed back: by side that receives it, by category
 * @param debts what is owed from earlier exchanges and is paid in this one
 * @param notAskedMayTravel whether somebody may travel who could not be asked in private
 * @param committedLists whether first list versions are committed by both before either lodges
 * @param people how many distinct people of a party bind it, at least two
 * @param deadlines in hours, and the end of it all
 * @param withoutPrejudice whether nothing in it bears on status or recognition
 * @param clauses codes of further clauses in the words
 */
public record Terms(
    List<PartyId> sides,
    PartyId begins,
    SortedMap<Function, PartyId> functions,
    SortedMap<String, Category> categories,
    Digest words,
    List<Tranche> tranches,
    Parity parity,
    SortedMap<PartyId, SortedMap<String, Integer>> surplus,
    List<Debt> debts,
    boolean notAskedMayTravel,
    boolean committedLists,
    int people,
    Deadlines deadlines,
    boolean withoutPrejudice,
    SortedSet<String> clauses) {

  public Terms {
    Codes.requireThat(sides.size() == 2 && sides.get(0).compareTo(sides.get(1)) < 0, "two sides, ascending by id");
    Codes.requireThat(sides.contains(begins), "a side that begins");
    Codes.requireThat(functions.keySet().stream().allMatch(Function::assignable), "functions that can be assigned");
    Codes.requireThat(functions.containsKey(Function.KEEPER), "a keeper of the transcript");
    Codes.requireThat(!categories.isEmpty() && categories.size() <= 50, "1 to 50 categories");
    categories.keySet().forEach(code -> Codes.requireCode(code, "a category"));
    Codes.requireThat(!tranches.isEmpty() && tranches.size() <= 200, "1 to 200 tranches");
    Codes.requireThat(people >= 2 && people <= 9, "2 to 9 people who bind a party");
    clauses.forEach(code -> Codes.requireCode(code, "a clause"));
    tranches.forEach(tranche -> tranche.requireWithin(sides, categories));
    surplus.values().forEach(counts -> Tranche.requireCounts(counts, categories));
  }

  /** The other side. */
  public PartyId otherSide(PartyId side) {
    return sides.get(0).equals(side) ? sides.get(1) : sides.get(0);
  }

  /** How many of a category return to a side in all counted tranches; meaningless for a category exchanged all for all. */
  public int quota(PartyId returnsTo, String category) {
    return tranches.stream().mapToInt(tranche -> tranche.counted(returnsTo, category)).sum();
  }

  /**
   * A category.
   *
   * @param weight what one person weighs in the balance (equivalents of a cartel, Lieber Code 105-106): 1 unless agreed
   * @param all exchanged all for all: everybody of it, however many
   */
  public record Category(int weight, boolean all) {
    public Category {
      Codes.requireThat(weight >= 1 && weight <= 1_000, "a weight of 1 to 1000");
    }
  }

  /**
   * A tranche.
   *
   * @param day ISO date
   * @param place code of the handover point
   * @param from start of the window, epoch ms
   * @param until its end, epoch ms
   * @param publishAt the hour agreed for publishing its figures, epoch ms
   * @param returns people who return to a side, by category, counted
   * @param outside people who return to a side in this tranche outside the count
   */
  public record Tranche(
      String day,
      String place,
      long from,
      long until,
      long publishAt,
      SortedMap<PartyId, SortedMap<String, Integer>> returns,
      SortedMap<PartyId, SortedMap<String, Integer>> outside) {
    private static final java.util.regex.Pattern DAY = java.util.regex.Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    public Tranche {
      Codes.require(DAY, day, "a day such as 2025-05-23");
      Codes.requireCode(place, "a place");
      Codes.requireThat(from < until, "a window that ends after it begins");
    }

    /** How many of a category return to a side, counted. */
    public int counted(PartyId returnsTo, String category) {
      return count(returns, returnsTo, category);
    }

    /** How many of a category return to a side, outside the count. */
    public int uncounted(PartyId returnsTo, String category) {
      return count(outside, returnsTo, category);
    }

    private static int count(SortedMap<PartyId, SortedMap<String, Integer>> counts, PartyId side, String category) {
      return Optional.ofNullable(counts.get(side)).map(by -> by.getOrDefault(category, 0)).orElse(0);
    }

    private void requireWithin(List<PartyId> sides, SortedMap<String, Category> categories) {
      Codes.requireThat(sides.containsAll(returns.keySet()), "quotas of the two sides");
      Codes.requireThat(sides.containsAll(outside.keySet()), "people outside the count of the two sides");
      returns.values().forEach(counts -> requireCounts(counts, categories));
      outside.values().forEach(counts -> requireCounts(counts, categories));
    }

    private static void requireCounts(SortedMap<String, Integer> counts, SortedMap<String, Category> categories) {
      Codes.requireThat(categories.keySet().containsAll(counts.keySet()), "counts of categories that the terms define");
      counts.values().forEach(n -> Codes.requireThat(n >= 0 && n <= 1_000_000, "counts of 0 to 1000000"));
    }
  }

  /** Whether the counts of the two sides must balance by weight ({@link Parity#EQUAL}) or stand as they were agreed. */
  public enum Parity {
    EQUAL,
    AS_AGREED
  }

  /**
   * A debt that this exchange pays.
   *
   * @param owedBy the side that releases more people for it
   * @param closing digest of the closing balance of the exchange it comes from
   */
  public record Debt(PartyId owedBy, String category, int count, Digest closing) {
    public Debt {
      Codes.requireCode(category, "a category");
      Codes.requireThat(count >= 1, "a debt of at least one person");
    }
  }

  /**
   * Deadlines in hours.
   *
   * @param reconcile after the window, until the figures of a wave are disputed
   * @param halt after a halt, until both sides may go on without whoever halted
   * @param silence without any entry of a party, until the other side may end the exchange
   * @param keeper without a new checkpoint, by a party's own clock, until it goes on without the keeper
   * @param commit for the other side's commitment
   * @param end epoch ms after which either side may end the exchange
   */
  public record Deadlines(int reconcile, int halt, int silence, int keeper, int commit, long end) {
    public Deadlines {
      for (int hours : List.of(reconcile, halt, silence, keeper, commit)) {
        Codes.requireThat(hours >= 1 && hours <= 10_000, "deadlines of 1 to 10000 hours");
      }
    }
  }
}
