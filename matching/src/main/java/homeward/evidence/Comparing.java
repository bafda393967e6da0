package homeward.evidence;

import homeward.values.Kind;
import homeward.values.Lexicon;
import homeward.values.NameLevel;
import homeward.values.Rows;
import homeward.values.Schema;
import homeward.values.Values;
import java.util.Arrays;

/**
 * The levels of two rows in one number, four bits a column. Pairs of values come again and again, so the last answers
 * are kept; each thread has its own.
 */
final class Comparing {
  private static final int REMEMBERED = 1 << 15;
  private static final int LEVEL_BITS = 4;
  private static final int LARGEST_CODE = (1 << 28) - 1;

  private final Rows sought;
  private final Rows held;
  private final Values[] values;
  private final long[][] memory;
  private final int[] lasting;
  private int[] levels = new int[1 << 6];
  private int[] others = new int[1 << 6];
  private final int surname;
  private final int given;

  Comparing(Rows sought, Rows held) {
    Schema schema = held.lexicon().schema();
    this.sought = sought;
    this.held = held;
    this.values = new Values[schema.size()];
    this.memory = new long[schema.size()][];
    this.lasting = new int[schema.size()];
    Arrays.fill(lasting, LARGEST_CODE);
    this.surname = schema.first(Kind.SURNAME);
    this.given = schema.first(Kind.GIVEN);
    for (int column = 0; column < values.length; column++) {
      values[column] = held.lexicon().values(column);
      boolean costly = switch (schema.kind(column)) {
        case DATE, SEX, RANK -> false;
        default -> true;
      };
      memory[column] = costly ? new long[REMEMBERED] : new long[0];
    }
  }

  /** From here on remembers nothing of values beyond this extent, since they will be taken back. */
  void forgetBeyond(Lexicon.Extent extent) {
    for (int column = 0; column < lasting.length; column++) {
      lasting[column] = Math.min(LARGEST_CODE, extent.greatest(column));
    }
  }

  /** The level of a column in a pattern. */
  static int level(long pattern, int column) {
    return (int) (pattern >>> (LEVEL_BITS * column)) & 15;
  }

  /** The pattern of a sought and a held row. */
  long pattern(int soughtRow, int heldRow) {
    long pattern = 0;
    for (int column = 0; column < values.length; column++) {
      pattern |= (long) level(column, sought.code(soughtRow, column), held.code(heldRow, column)) << (LEVEL_BITS * column);
    }
    return surname >= 0 && given >= 0 && mayBeSwapped(pattern) ? swapped(pattern, soughtRow, heldRow) : pattern;
  }

  /** The same of a sought row and many held ones: column by column, so that no row waits for another to come from memory. */
  void patterns(int soughtRow, int[] heldRows, int count, long[] patterns) {
    if (count > levels.length) {
      levels = new int[count * 2];
      others = new int[count * 2];
    }
    Arrays.fill(patterns, 0, count, 0);
    for (int column = 0; column < values.length; column++) {
      int one = sought.code(soughtRow, column);
      if (one != 0) {
        held.codes(column, heldRows, count, others);
        values[column].levels(one, others, count, levels);
        add(column, one, count, patterns);
      }
    }
    for (int at = 0; at < count && surname >= 0 && given >= 0; at++) {
      patterns[at] = mayBeSwapped(patterns[at]) ? swapped(patterns[at], soughtRow, heldRows[at]) : patterns[at];
    }
  }

  private void add(int column, int one, int count, long[] patterns) {
    int shift = LEVEL_BITS * column;
    for (int at = 0; at < count; at++) {
      int level = levels[at] == Values.UNTOLD ? remembered(memory[column], column, one, others[at]) : levels[at];
      patterns[at] |= (long) level << shift;
    }
  }

  private int level(int column, int one, int other) {
    if (one == 0 || other == 0) {
      return 0;
    }
    long[] known = memory[column];
    return known.length == 0 ? values[column].level(one, other) : one == other ? 1 : remembered(known, column, one, other);
  }

  private int remembered(long[] known, int column, int one, int other) {
    long pair = (long) one << 32 | other;
    long mixed = pair * 0x9E3779B97F4A7C15L;
    int place = (int) (mixed >>> 49);
    long kept = known[place];
    if (kept >>> LEVEL_BITS == pair) {
      return (int) (kept & 15);
    }
    int level = values[column].level(one, other);
    if (one <= lasting[column]) {
      known[place] = pair << LEVEL_BITS | level;
    }
    return level;
  }

  private boolean mayBeSwapped(long pattern) {
    return level(pattern, surname) >= NameLevel.NEAR && level(pattern, given) >= NameLevel.INITIAL;
  }

  /** Surname and given name agree crosswise: both columns get the level that says so. */
  private long swapped(long pattern, int soughtRow, int heldRow) {
    boolean cross = share(surname, sought.code(soughtRow, surname), given, held.code(heldRow, given))
        && share(given, sought.code(soughtRow, given), surname, held.code(heldRow, surname));
    if (!cross) {
      return pattern;
    }
    long cleared = pattern & ~(15L << (LEVEL_BITS * surname)) & ~(15L << (LEVEL_BITS * given));
    return cleared | (long) NameLevel.SWAPPED << (LEVEL_BITS * surname) | (long) NameLevel.SWAPPED << (LEVEL_BITS * given);
  }

  private boolean share(int column, int code, int otherColumn, int otherCode) {
    for (long one : values[column].forms(code)) {
      for (long other : values[otherColumn].forms(otherCode)) {
        if (one == other) {
          return true;
        }
      }
    }
    return false;
  }
}
