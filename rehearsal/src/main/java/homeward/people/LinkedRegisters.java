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
    SplittableRandom random = new SplittableRandom(seed);
    List<Entry> sought = new ArrayList<>(soughtRows);
    List<Entry> held = new ArrayList<>(heldRows);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < soughtRows; i++) {
      Somebody person = Somebody.invent(random);
      Entry entry = Clerk.ofTheSeekers(noise, random).write("s" + (i + 1), person, person.isForeign() ? "foreign" : "");
      sought.add(entry);
      if (random.nextInt(100) < PARTNERS_PERCENT && held.size() < heldRows) {
        Entry partner = Clerk.ofTheHolders(noise, random).write("h" + (held.size() + 1), person.later(random), entry.note());
        held.add(partner);
        pairs.add(new Pair(entry.id(), partner.id()));
      }
      addOthers(person, noise, heldRows, held, random);
    }
    while (held.size() < heldRows) {
      held.add(Clerk.ofTheHolders(noise, random).write("h" + (held.size() + 1), Somebody.invent(random), ""));
    }
    return new LinkedRegisters(sought, held, pairs);
  }

  /** People who are easily taken for this one. */
  private static void addOthers(Somebody person, double noise, int heldRows, List<Entry> held, SplittableRandom random) {
    int chance = random.nextInt(200);
    if (held.size() >= heldRows || chance >= 19) {
      return;
    }
    String id = "h" + (held.size() + 1);
    Clerk clerk = Clerk.ofTheHolders(noise, random);
    held.add(chance < 7 ? clerk.write(id, person.brother(random), "kin")
        : chance < 8 ? clerk.write(id, person.twin(random), "twin")
        : chance < 12 ? clerk.write(id, person.father(random), "kin")
        : clerk.write(id, person.namesake(random), "namesake"));
  }
}
