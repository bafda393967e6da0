package homeward.server.candidates;

import homeward.register.PeopleFile.Kind;
import homeward.server.delegations.Right;
import java.util.Locale;
import java.util.Optional;

/** What is compared with what. */
public enum What {
  /** People sought with the other side's list. */
  LIST(Kind.SOUGHT, Optional.empty(), Right.LISTS_ANSWER),
  /** People sought with those whom somebody who came home has seen; several may have seen one person. */
  SEEN(Kind.SOUGHT, Optional.of(Kind.SEEN), Right.REGISTER_CHANGE),
  /** People sought with each other, for those entered twice. */
  SOUGHT(Kind.SOUGHT, Optional.of(Kind.SOUGHT), Right.REGISTER_CHANGE),
  /** People held with each other. */
  HELD(Kind.HELD, Optional.of(Kind.HELD), Right.REGISTER_CHANGE);

  private final Kind register;
  @SuppressWarnings("ImmutableEnumChecker") // an Optional of an enum's constant does not change
  private final Optional<Kind> other;
  private final Right right;

  What(Kind register, Optional<Kind> other, Right right) {
    this.register = register;
    this.other = other;
    this.right = right;
  }

  /** The register whose people are compared. */
  Kind register() {
    return register;
  }

  /** The register of those they are compared with; empty for the other side's list. */
  Optional<Kind> other() {
    return other;
  }

  /** Whether a register is compared with itself. */
  boolean within() {
    return other.map(kind -> kind == register).orElse(false);
  }

  /** What it takes to start a comparison and to rule on its pairs. */
  Right right() {
    return right;
  }

  /** As it stands in addresses. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static What of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
