package homeward.people;

import homeward.people.Population.Flaw;
import homeward.people.Population.Truth;
import homeward.register.Person;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The people of one side, as it seeks them and as the other side holds them. Only cases and orders are kept; a row is
 * made anew from the person's own seed whenever it is asked for, so that a million people need little memory.
 */
final class OneSide {
  private final String name;
  private final Tongue home;
  private final long seed;
  private final String soughtPrefix;
  private final String heldPrefix;
  private final Case[] cases;
  private final int[] soughtOrder;
  /** Who stands in which row; the complement of the number for somebody's second row. */
  private final int[] heldOrder;

  /** @param prefixes of the ids in the two files */
  OneSide(String name, Tongue home, int held, long seed, List<String> prefixes) {
    this.name = name;
    this.home = home;
    this.seed = seed;
    this.soughtPrefix = prefixes.getFirst();
    this.heldPrefix = prefixes.getLast();
    SplittableRandom random = new SplittableRandom(seed);
    this.cases = Cases.deal(held, random);
    this.soughtOrder = IntStream.range(0, cases.length).filter(person -> cases[person].isSought()).toArray();
    Cases.shuffle(soughtOrder, random);
    this.heldOrder = heldOrder(random);
  }

  private int[] heldOrder(SplittableRandom random) {
    int[] order = IntStream.range(0, cases.length)
        .filter(person -> cases[person].isHeld())
        .flatMap(person -> isTwice(person) ? IntStream.of(person, person) : IntStream.of(person))
        .toArray();
    Cases.shuffle(order, random);
    boolean[] seen = new boolean[cases.length];
    for (int row = 0; row < order.length; row++) {
      int person = order[row];
      order[row] = seen[person] ? ~person : person;
      seen[person] = true;
    }
    return order;
  }

  private boolean isTwice(int person) {
    return cases[person].flaw() == Flaw.ENTERED_TWICE;
  }

  int soughtSize() {
    return soughtOrder.length;
  }

  int heldSize() {
    return heldOrder.length;
  }

  /** Everybody once, and once more for a second row. */
  int truthSize() {
    return (int) Arrays.stream(heldOrder).filter(person -> person < 0).count() + cases.length;
  }

  Stream<Person> sought() {
    return IntStream.range(0, soughtOrder.length).mapToObj(row -> {
      int person = soughtOrder[row];
      return rows(person).sought(id(soughtPrefix, row), random(person, 2));
    });
  }

  Stream<Person> held() {
    return IntStream.range(0, heldOrder.length).mapToObj(row -> {
      boolean again = heldOrder[row] < 0;
      int person = again ? ~heldOrder[row] : heldOrder[row];
      return rows(person).held(id(heldPrefix, row), again, random(person, again ? 4 : 3));
    });
  }

  private PersonRows rows(int person) {
    Case itsCase = cases[person];
    Invented invented = Invented.person(itsCase.civilian(), home, random(person, 0));
    return new PersonRows(invented, itsCase, home, Spelled.atHome(invented, home, random(person, 1)));
  }

  /** Each person has randomness of their own for each use, whoever else there is. */
  private SplittableRandom random(int person, int use) {
    return new SplittableRandom(seed ^ (0xD1342543DE82EF95L * (8L * person + use + 1)));
  }

  private static String id(String prefix, int row) {
    String number = String.valueOf(row + 1);
    return prefix + "-" + "0".repeat(Math.max(0, 5 - number.length())) + number;
  }

  Stream<Truth> truth() {
    int[] soughtRow = rowOf(soughtOrder);
    int[] heldRow = rowOf(heldOrder);
    int[] secondRow = rowOf(Arrays.stream(heldOrder).map(person -> ~person).toArray());
    return IntStream.range(0, cases.length).boxed().flatMap(person -> {
      Case itsCase = cases[person];
      String soughtId = soughtRow[person] < 0 ? "" : id(soughtPrefix, soughtRow[person]);
      String heldId = heldRow[person] < 0 ? "" : id(heldPrefix, heldRow[person]);
      Flaw flaw = isTwice(person) ? Flaw.NONE : itsCase.flaw();
      List<Truth> rows = new ArrayList<>(List.of(new Truth(name, soughtId, heldId, itsCase.category(), flaw)));
      if (secondRow[person] >= 0) {
        rows.add(new Truth(name, soughtId, id(heldPrefix, secondRow[person]), itsCase.category(), Flaw.ENTERED_TWICE));
      }
      return rows.stream();
    });
  }

  /** Negative entries of an order are nobody. */
  private int[] rowOf(int[] order) {
    int[] rowOf = new int[cases.length];
    Arrays.fill(rowOf, -1);
    for (int row = 0; row < order.length; row++) {
      if (order[row] >= 0) {
        rowOf[order[row]] = row;
      }
    }
    return rowOf;
  }
}
