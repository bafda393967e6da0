package homeward.values;

import java.util.List;

/** What a column holds, and at which levels two of its values may agree; level 0 is: one of them is missing. */
public enum Kind {
  /** The family's name. */
  SURNAME(NameLevel.WORDS),
  /** The given name. */
  GIVEN(NameLevel.WORDS),
  /** The father's name as the child bears it. */
  PATRONYMIC(NameLevel.WORDS),
  /** A day, or a month or year; ISO, or day.month.year. */
  DATE(List.of("missing", "same day", "day and month swapped", "one digit differs", "one part differs", "same month as far as told",
      "same year as far as told", "within a week", "same year, one is 1 January", "within two months", "same year", "next year",
      "different")),
  /** Man or woman. */
  SEX(List.of("missing", "same", "different")),
  /** A military rank, in Ukrainian, Russian or English. */
  RANK(List.of("missing", "same", "next", "near", "far", "unknown and different")),
  /** A military unit: a number and a kind. */
  UNIT(List.of("missing", "same", "same number", "one digit differs", "alike", "different")),
  /** A place. */
  PLACE(NameLevel.WORDS),
  /** A number or code that stands for one person: of service, of a passport, a telephone. */
  IDENTIFIER(List.of("missing", "same", "one character differs", "one in the other", "different")),
  /** Anything else. */
  TEXT(List.of("missing", "same", "same words", "one letter differs", "some letters differ", "some words the same", "different"));

  @SuppressWarnings("ImmutableEnumChecker") // List.of
  private final List<String> levels;

  Kind(List<String> levels) {
    this.levels = levels;
  }

  /** The levels by number, in words. */
  public List<String> levels() {
    return levels;
  }

  /** Whether its values are names: a frequent one says less, whatever its spelling. */
  public boolean isName() {
    return this == SURNAME || this == GIVEN || this == PATRONYMIC || this == PLACE;
  }

  /** Whether two values at this level are of one group, so that the group's frequency says how much that tells. */
  public boolean sharesGroup(int level) {
    return switch (this) {
      case SURNAME, GIVEN, PATRONYMIC, PLACE -> (level >= NameLevel.SAME_TEXT && level <= NameLevel.ALIKE) || level == NameLevel.SWAPPED;
      case UNIT, TEXT -> level == 1 || level == 2;
      case DATE, SEX, RANK, IDENTIFIER -> false;
    };
  }
}
