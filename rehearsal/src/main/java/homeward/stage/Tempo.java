package homeward.stage;

/** How fast the play goes: whoever looks plays it, pauses it, or lets it go one line on. */
final class Tempo {
  private static final long LINE_MILLIS = 450;

  private final boolean hurried;
  private boolean playing;
  private int steps;
  private boolean over;

  Tempo(Show.Pace pace) {
    this.hurried = pace == Show.Pace.HURRIED;
    this.playing = pace != Show.Pace.STEPS;
  }

  synchronized void play() {
    playing = true;
    notifyAll();
  }

  synchronized void pause() {
    playing = false;
  }

  /** One line more. */
  synchronized void step() {
    playing = false;
    steps++;
    notifyAll();
  }

  synchronized void end() {
    over = true;
    notifyAll();
  }

  synchronized boolean isPlaying() {
    return playing && !over;
  }

  synchronized boolean isOver() {
    return over;
  }

  /** Returns when it is time for the next line. */
  @SuppressWarnings("WaitNotInLoop") // A line that comes sooner than it was due does no harm.
  synchronized void next() {
    try {
      if (playing && !hurried) {
        wait(LINE_MILLIS);
      }
      while (!playing && steps == 0 && !over) {
        wait();
      }
      steps = Math.max(0, steps - 1);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
