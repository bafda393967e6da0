package homeward.values;

import java.util.List;

/** The levels at which names agree, from the best to the worst. */
public final class NameLevel {
  /** To the letter, after repair. */
  public static final int SAME_TEXT = 1;
  /** One name of two languages, one class, or by one of the romanisation tables. */
  public static final int SAME_NAME = 2;
  /** One skeleton, in two alphabets. */
  public static final int SAME_SOUND = 3;
  /** One skeleton in one alphabet, which could have told them apart and does. */
  public static final int ALIKE = 4;
  /** An everyday form of the other. */
  public static final int EVERYDAY = 5;
  /** One letter differs. */
  public static final int CLOSE = 6;
  /** One of two or more words is the same. */
  public static final int PART = 7;
  /** One begins as the other and is cut. */
  public static final int INITIAL = 8;
  /** Two letters differ. */
  public static final int NEAR = 9;
  /** Different. */
  public static final int DIFFERENT = 10;
  /** Different, and both are names that the table knows as two. */
  public static final int ANOTHER = 11;
  /** Surname and given name stand in each other's column. */
  public static final int SWAPPED = 12;

  static final List<String> WORDS = List.of("missing", "written the same", "same name", "same by its sound", "sounds alike",
      "everyday form", "one letter differs", "one part the same", "initial", "two letters differ", "different", "another known name",
      "in each other's column");

  private NameLevel() {}
}
