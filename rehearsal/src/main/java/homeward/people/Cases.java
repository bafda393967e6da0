package homeward.people;

import homeward.people.Case.Presence;
import homeward.people.Population.Flaw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Deals the cases to the people of one side. The numbers of each kind are exact shares within each category, only who
 * gets which is left to the seed: so every seed gives enough people for the exchange it is made for.
 */
final class Cases {
  private static final double CIVILIANS = 0.16;
  private static final double ONLY_HELD = 0.12;
  private static final double ONLY_SOUGHT = 0.18;
  private static final double ALIKE = 0.55;
  private static final double SERIOUSLY_WOUNDED = 0.025;
  /** From here on every flaw occurs at least once. */
  private static final int ENOUGH_FOR_EVERY_FLAW = 100;

  private Cases() {}

  /** As many cases as there are people held, in any order, then those who are only sought. */
  static Case[] deal(int held, SplittableRandom random) {
    int onlySought = share(held, ONLY_SOUGHT);
    Case[] cases = new Case[held + onlySought];
    int[] order = shuffled(held, random);
    int civilians = share(held, CIVILIANS);
    deal(cases, Arrays.copyOfRange(order, 0, civilians), true);
    deal(cases, Arrays.copyOfRange(order, civilians, held), false);
    int civiliansOnlySought = share(onlySought, CIVILIANS);
    for (int i = 0; i < onlySought; i++) {
      cases[held + i] = new Case(i < civiliansOnlySought, Presence.ONLY_SOUGHT, Flaw.NONE, false);
    }
    return cases;
  }

  private static void deal(Case[] cases, int[] people, boolean civilian) {
    int inBoth = people.length - share(people.length, ONLY_HELD);
    int alike = share(inBoth, ALIKE);
    List<Flaw> flaws = flaws(people.length, civilian);
    for (int i = 0; i < people.length; i++) {
      Presence presence = i < alike ? Presence.ALIKE_IN_BOTH
          : i < inBoth ? Presence.OTHERWISE_IN_BOTH
          : Presence.ONLY_HELD;
      // Flaws fall on people whom both registers spell alike, so that the plain join can find them.
      Flaw flaw = i < Math.min(alike, flaws.size()) ? flaws.get(i) : Flaw.NONE;
      boolean wounded = (long) ((i + 1) * SERIOUSLY_WOUNDED) > (long) (i * SERIOUSLY_WOUNDED);
      cases[people[i]] = new Case(civilian, presence, flaw, wounded);
    }
  }

  private static List<Flaw> flaws(int people, boolean civilian) {
    int least = !civilian && people >= ENOUGH_FOR_EVERY_FLAW ? 1 : 0;
    List<Flaw> flaws = new ArrayList<>();
    for (Flaw flaw : Flaw.values()) {
      for (int i = flaw == Flaw.NONE ? 0 : Math.max(least, share(people, flaw.rate())); i > 0; i--) {
        flaws.add(flaw);
      }
    }
    return flaws;
  }

  static int share(int people, double rate) {
    return (int) Math.round(people * rate);
  }

  static int[] shuffled(int size, SplittableRandom random) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = i;
    }
    shuffle(order, random);
    return order;
  }

  static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int moved = order[i];
      order[i] = order[other];
      order[other] = moved;
    }
  }
}
