package homeward.server.disclosure;

import homeward.server.delegations.Right;
import homeward.server.delegations.Viewer;
import java.util.Arrays;
import java.util.List;

/** The two that have to agree before anything leaves. */
public enum Agency {
  /** Whoever keeps the register. */
  REGISTRAR(Right.DISCLOSURE_REGISTRAR),
  /** Whoever answers for security. */
  SECURITY(Right.DISCLOSURE_SECURITY);

  private final Right right;

  Agency(Right right) {
    this.right = right;
  }

  /** What it takes to clear for this agency. */
  public Right right() {
    return right;
  }

  Agency other() {
    return this == REGISTRAR ? SECURITY : REGISTRAR;
  }

  /** The agencies somebody clears for; an account that has both duties still clears each thing for one of them only. */
  static List<Agency> of(Viewer viewer) {
    return Arrays.stream(values()).filter(agency -> viewer.may(agency.right)).toList();
  }
}
