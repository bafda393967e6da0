package homeward.people;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Two registers of invented people with the truth beside, to tune and measure matching: whom one side seeks and whom the
 * other holds, spelled by many hands in two languages and by eight ways into Latin letters. Four in ten of those sought are
 * held; among the others held are their brothers, twins, fathers, and people of all the same names. Three people in ten
 * have names that no table of given names knows.
 *
 * @param sought rows of those sought
 * @param held rows of those held
 * @param pairs who is who
 */
public record LinkedRegisters(List<Entry> sought, List<Entry> held, List<Pair> pairs) {
  /** The columns of the cells, after the id. */
  public static final List<String> COLUMNS = List.of("surname", "given_name", "patronymic", "birth_date", "sex", "rank", "unit",
      "service_number", "birth_place", "capture_place", "capture_date");

  private static final int PARTNERS_PERCENT = 40;

  public LinkedRegisters {
    sought = List.copyOf(sought);
    held = List.copyOf(held);
    pairs = List.copyOf(pairs);
  }

  /**
   * A row.
   *
   * @param script how the names are written: ukrainian, russian or latin
   * @param note what is hard about it: kin, twin, namesake, foreign, or empty
   */
  public record Entry(String id, List<String> cells, String script, String note) {
    public Entry {
      cells = List.copyOf(cells);
    }
  }

  /** Two rows of one person. */
  public record Pair(String sought, String held) {}

  /**
   * Invents registers.
   *
   * @param soughtRows how many are sought
   * @param heldRows how many are held, at least two fifths of those sought
   * @param noise how hasty the clerks are: 1 is a good office, 2.5 a bad one
   * @param seed which; the same numbers give the same rows
   */
  public static LinkedRegisters invent(int soughtRows, int heldRows, double noise, long seed) {
    List<Entry> sought = new ArrayList<>(soughtRows);
    List<Entry> held = new ArrayList<>(heldRows);
    List<Pair> pairs = new ArrayList<>();
    tell(soughtRows, heldRows, noise, seed, new Hearer() {
      @Override
      public void sought(Entry entry) {
        sought.add(entry);
      }

      @Override
      public void held(Entry entry, boolean partner) {
        held.add(entry);
        if (partner) {
          pairs.add(new Pair(sought.getLast().id(), entry.id()));
        }
      }
    });
    return new LinkedRegisters(sought, held, pairs);
  }

  /** Hears rows as they are invented, for registers that are larger than memory. */
  public interface Hearer {
    /** A row of somebody sought. */
    void sought(Entry entry);

    /**
     * A row of somebody held.
     *
     * @param partner whether it is the person of the last row sought
     */
    void held(Entry entry, boolean partner);
  }

  /** The same rows as {@link #invent} has, told one by one. */
  public static void tell(int soughtRows, int heldRows, double noise, long seed, Hearer hearer) {
    SplittableRandom random = new SplittableRandom(seed);
    int held = 0;
    for (int i = 0; i < soughtRows; i++) {
      Somebody person = Somebody.invent(random);
      Entry entry = Clerk.ofTheSeekers(noise, random).write("s" + (i + 1), person, person.isForeign() ? "foreign" : "");
      hearer.sought(entry);
      if (random.nextInt(100) < PARTNERS_PERCENT && held < heldRows) {
        held++;
        hearer.held(Clerk.ofTheHolders(noise, random).write("h" + held, person.later(random), entry.note()), true);
      }
      int chance = random.nextInt(200);
      if (held < heldRows && chance < 19) {
        held++;
        hearer.held(another(person, chance, "h" + held, noise, random), false);
      }
    }
    while (held < heldRows) {
      held++;
      hearer.held(Clerk.ofTheHolders(noise, random).write("h" + held, Somebody.invent(random), ""), false);
    }
  }

  /** Somebody who is easily taken for this one. */
  private static Entry another(Somebody person, int chance, String id, double noise, SplittableRandom random) {
    Clerk clerk = Clerk.ofTheHolders(noise, random);
    return chance < 7 ? clerk.write(id, person.brother(random), "kin")
        : chance < 8 ? clerk.write(id, person.twin(random), "twin")
        : chance < 12 ? clerk.write(id, person.father(random), "kin")
        : clerk.write(id, person.namesake(random), "namesake");
  }
}
