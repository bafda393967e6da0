package homeward.exhaustive;

/**
 * What need not be tried in a position, since it comes to the same when it waits. Each line is an argument of one kind: where
 * the exchange can end without the step, it can end after it by the same way, because the step neither forbids what ends an
 * exchange nor is lost by waiting.
 *
 * <ul>
 *   <li>While a wave is open, promises, halts and successions wait: facts, lapses and the end do not ask for them.
 *   <li>While it is halted, promises and facts wait for the halt to be over: going on, lapses and the end do not ask for them.
 *   <li>Once the window is over, promises are not made and nobody halts any more: nobody is let go after it, and a halt stops
 *       nothing then but the closing, for which both sides are there to go on first.
 * </ul>
 *
 * An unhurried shape tries everything everywhere.
 *
 * @param promises lists, rolls, clearance, readiness, and what is signed for them
 * @param facts what is seen, and settlements about it
 * @param halts whether anybody halts
 * @param functions going on after a halt, resuming, successions
 * @param closing the balance that both sides close on
 */
record Pace(boolean promises, boolean facts, boolean halts, boolean functions, boolean closing) {
  static Pace of(Position at, Shape shape) {
    if (shape.unhurried()) {
      return new Pace(true, true, true, true, true);
    }
    boolean quiet = !at.waveOpen();
    boolean free = at.state().course().halted().isEmpty();
    boolean window = Form.dueNow(at) == 0;
    return new Pace(quiet && free && window, free, quiet && window, quiet, quiet && free);
  }
}
