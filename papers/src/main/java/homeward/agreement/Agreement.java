package homeward.agreement;

import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.PartyId;
import homeward.exchange.Terms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * An agreement as people wrote it, with its defaults filled in. One that {@link AgreementFile} read can be carried out:
 * it balances, somebody keeps the transcript, its days follow each other.
 *
 * @param exchange a code by which people know this exchange
 * @param agreedOn the day it was agreed on, before the first tranche
 * @param sides the two sides in the order of the file, which is the order of every output
 * @param thirdParties in the order of the file, perhaps none
 * @param opens the side that opens the exchange; never one on paper
 * @param begins the side whose people come home first where nobody authorises releases
 * @param categories in the order of the file
 * @param tranches by day
 */
public record Agreement(
    String exchange,
    LocalDate agreedOn,
    List<Party> sides,
    List<Party> thirdParties,
    String opens,
    String begins,
    List<Category> categories,
    List<Tranche> tranches,
    Balance balance,
    Conduct conduct,
    Deadlines deadlines,
    Clauses clauses) {

  public Agreement {
    sides = List.copyOf(sides);
    thirdParties = List.copyOf(thirdParties);
    categories = List.copyOf(categories);
    tranches = List.copyOf(tranches);
  }

  /**
   * A side or a third party.
   *
   * @param id letters and digits, as outputs and file names show it
   * @param name what people call it
   * @param onPaper whether it has no node, so that others report what it does
   * @param functions what it does for the exchange beside being a side
   */
  public record Party(String id, String name, boolean onPaper, SortedSet<Function> functions) {}

  /**
   * A category of people.
   *
   * @param words who belongs to it
   * @param weight what one person weighs in the balance
   * @param all whether everybody of it goes home, however many
   */
  public record Category(String code, String words, int weight, boolean all) {}

  /**
   * A tranche. Its maps hold both sides in the order of the file, and the categories with somebody in them.
   *
   * @param day the day of its window, UTC
   * @param from start of the window
   * @param until its end, on the same day
   * @param publishAt when its figures may be published at the earliest
   * @param returns how many people return to a side, by category
   * @param outside how many return to it outside the count
   * @param everybody the categories of which all who are left return to it in this tranche
   */
  public record Tranche(
      LocalDate day,
      String place,
      Instant from,
      Instant until,
      Instant publishAt,
      SequencedMap<String, SequencedMap<String, Integer>> returns,
      SequencedMap<String, SequencedMap<String, Integer>> outside,
      SequencedMap<String, List<String>> everybody) {

    /** How many of a category return to a side, counted; 0 where all return, for nobody knows how many those are. */
    public int counted(String side, String category) {
      return count(returns, side, category);
    }

    /** How many of a category return to a side outside the count. */
    public int uncounted(String side, String category) {
      return count(outside, side, category);
    }

    /** Whether all of a category return to a side in this tranche. */
    public boolean carriesAll(String side, String category) {
      return everybody.containsKey(side) && everybody.get(side).contains(category);
    }

    private static int count(
        SequencedMap<String, SequencedMap<String, Integer>> counts, String side, String category) {
      return counts.containsKey(side) ? counts.get(side).getOrDefault(category, 0) : 0;
    }
  }

  /** What balances what. */
  public record Balance(Terms.Parity parity, List<Surplus> surplus, List<Debt> debts) {
    public Balance {
      surplus = List.copyOf(surplus);
      debts = List.copyOf(debts);
    }
  }

  /** People whom a side receives above parity and does not owe back. */
  public record Surplus(String to, String category, int count) {}

  /**
   * A debt of an earlier exchange that this one pays.
   *
   * @param owedBy the side that releases more people for it
   * @param closing digest of the earlier exchange's closing balance; {@link Digest#OF_NOTHING} stands in for one that is
   *     still to come (see {@link #citing})
   */
  public record Debt(String owedBy, String category, int count, Digest closing) {}

  /**
   * How it is carried out.
   *
   * @param directRepatriation whether seriously wounded and sick people go home at once, outside every count
   * @param travelWithoutInterview whether somebody may travel who could not be asked in private
   * @param committedLists whether both sides commit to their first lists before either shows its own
   * @param people how many distinct people bind a party
   * @param seatsPerWave how many people of a side travel in a wave at most
   */
  public record Conduct(
      boolean directRepatriation, boolean travelWithoutInterview, boolean committedLists, int people, int seatsPerWave) {}

  /** Deadlines in hours ({@link Terms.Deadlines} tells of what), and the last day. */
  public record Deadlines(
      int reconcileHours, int haltHours, int silenceHours, int keeperHours, int commitHours, LocalDate end) {}

  /**
   * What else was agreed.
   *
   * @param withoutPrejudice codes of what nothing in the agreement bears on
   */
  public record Clauses(List<String> withoutPrejudice, List<Clause> further) {
    public Clauses {
      withoutPrejudice = List.copyOf(withoutPrejudice);
      further = List.copyOf(further);
    }
  }

  /** A further clause. */
  public record Clause(String code, String words) {}

  /** The sides, then the third parties. */
  public List<Party> parties() {
    return Stream.concat(sides.stream(), thirdParties.stream()).toList();
  }

  /** The party with this id, which must be one of the agreement. */
  public Party party(String id) {
    return parties().stream().filter(party -> party.id().equals(id)).findFirst().orElseThrow();
  }

  /** The other side's id. */
  public String otherSide(String side) {
    return sides.getFirst().id().equals(side) ? sides.getLast().id() : sides.getFirst().id();
  }

  /** Who holds a function; empty when it is vacant. */
  public Optional<Party> holder(Function function) {
    return parties().stream().filter(party -> party.functions().contains(function)).findFirst();
  }

  /** The category with this code, which must be one of the agreement. */
  public Category category(String code) {
    return categories.stream().filter(category -> category.code().equals(code)).findFirst().orElseThrow();
  }

  /** How many of a category return to a side in all tranches, counted; 0 for a category exchanged all for all. */
  public int quota(String side, String category) {
    return tranches.stream().mapToInt(tranche -> tranche.counted(side, category)).sum();
  }

  /** The same, with this closing balance wherever a debt cites one that was still to come. */
  public Agreement citing(Digest closing) {
    List<Debt> debts = balance.debts().stream()
        .map(debt -> debt.closing().equals(Digest.OF_NOTHING)
            ? new Debt(debt.owedBy(), debt.category(), debt.count(), closing)
            : debt)
        .toList();
    Balance cited = new Balance(balance.parity(), balance.surplus(), debts);
    return new Agreement(
        exchange, agreedOn, sides, thirdParties, opens, begins, categories, tranches, cited, conduct, deadlines, clauses);
  }

  /** How many people of a side travel in a wave at most. */
  public int seatsPerWave() {
    return conduct.seatsPerWave();
  }

  /**
   * The document that says what the codes mean, the same bytes for the same agreement whatever the parties are called: what
   * each category and clause means, and what nothing bears on. Canonical JSON.
   */
  public byte[] words() {
    return TermsOf.words(this);
  }

  /**
   * Which tranche carries everybody of which category, for the terms leave that to the sides: by the tranche's number from 1
   * and the side to which they return. Holds only what there is.
   *
   * @param partyOf the code in the log for each party's id
   */
  public SortedMap<Integer, SortedMap<PartyId, SortedSet<String>>> everybody(Map<String, PartyId> partyOf) {
    return new TermsOf(this, partyOf).everybody();
  }

  /**
   * The terms as both sides sign them. Nothing in them tells what a party is called.
   *
   * @param partyOf the code in the log for each party's id
   * @param words digest of {@link #words}
   */
  public Terms terms(Map<String, PartyId> partyOf, Digest words) {
    return new TermsOf(this, partyOf).terms(words);
  }
}
