package homeward.server.delegations;

/** Somebody asked for what their duties do not allow. Pages answer 403 and say whom to ask; nothing was shown or done. */
public final class NotAllowed extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Right right;

  NotAllowed(Right right) {
    super("not allowed: " + right.code());
    this.right = right;
  }

  /** What was missing. */
  public Right right() {
    return right;
  }
}
