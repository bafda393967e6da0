package homeward.node;

import java.time.Duration;

/** A clock that stands still until somebody moves it. */
public final class ManualClock implements Clock {
  private long now;

  /** Shows this time, in epoch milliseconds. */
  public ManualClock(long now) {
    this.now = now;
  }

  @Override
  public long now() {
    return now;
  }

  /** Moves on; a negative duration sets it back, as somebody's wrong clock. */
  public void pass(Duration time) {
    now += time.toMillis();
  }
}
