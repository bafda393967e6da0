package homeward.server.candidates;

import homeward.register.PeopleFile.Kind;
import java.util.Locale;

/** What is compared with what. */
public enum What {
  /** People sought with the other side's list. */
  LIST(Kind.SOUGHT),
  /** People sought with each other, for those entered twice. */
  SOUGHT(Kind.SOUGHT),
  /** People held with each other. */
  HELD(Kind.HELD);

  private final Kind register;

  What(Kind register) {
    this.register = register;
  }

  /** The register whose people are compared. */
  Kind register() {
    return register;
  }

  /** As it stands in addresses. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static What of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
