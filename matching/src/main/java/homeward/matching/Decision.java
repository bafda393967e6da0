package homeward.matching;

import java.util.Locale;

/** What is proposed for a pair; a person decides. */
public enum Decision {
  /** One person, it seems: likely, and no other candidate is near. */
  MATCH,
  /** To be looked at: likely enough to matter, or too near to another. */
  REVIEW;

  /** As files have it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
