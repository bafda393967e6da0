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
      pattern |= placed(column, level(column, sought.code(soughtRow, column), held.code(heldRow, column)));
    }
    return whole(pattern, soughtRow, heldRow);
  }

  /** A pattern whose columns were compared one by one, with what only two of them together tell. */
  long whole(long pattern, int soughtRow, int heldRow) {
    return surname >= 0 && given >= 0 && mayBeSwapped(pattern) ? swapped(pattern, soughtRow, heldRow) : pattern;
  }

  /**
   * The levels of one code and many others, as far as they are told without a look at letters.
   *
   * @param levels receives of each the level, or {@link Values#UNTOLD}
   */
  void quickly(int column, int one, int[] others, int count, int[] levels) {
    values[column].levels(one, others, count, levels);
  }

  /** The level of two codes of which it was not told quickly. */
  int slowly(int column, int one, int other) {
    return remembered(memory[column], column, one, other);
  }

  /** A level in its place in a pattern. */
  static long placed(int column, int level) {
    return (long) level << (LEVEL_BITS * column);
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
    return cleared | placed(surname, NameLevel.SWAPPED) | placed(given, NameLevel.SWAPPED);
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
