package homeward.simulation;

/** Something that goes wrong at a time (epoch ms), with a party by its role. */
sealed interface Fault {
  long at();

  /** When it is over: it may have effects later, but nothing more goes wrong. */
  default long over() {
    return at();
  }

  /** Its process ends at one of its next writes, before or after the write is done, and starts again after a while. */
  record Crash(int role, long at, int write, boolean after, long down) implements Fault {
    @Override
    public long over() {
      return at + down;
    }
  }

  /** Nothing reaches it and nothing of it gets through. */
  record Cut(int role, long at, long until) implements Fault {
    @Override
    public long over() {
      return until;
    }
  }

  /** Its people never say anything again; with them, perhaps, its node. */
  record Silence(int role, long at, boolean node) implements Fault {}

  /** Somebody hands in what is no entry, or nobody's, in its name. */
  record Nonsense(int role, long at, long until) implements Fault {
    @Override
    public long over() {
      return until;
    }
  }

  /** One of its delegates says what cannot be, again and again. */
  record Confusion(int role, long at, long until) implements Fault {
    @Override
    public long over() {
      return until;
    }
  }

  /** Whoever keeps the log tells the other side another history from here on. */
  record TwoHistories(long at) implements Fault {}

  /** One of its delegates signs two entries of one number. */
  record TwoEntries(int role, long at) implements Fault {}

  /** Its disk is set back to what it held at an earlier time. */
  record Backup(int role, long taken, long at) implements Fault {}

  /** Its clock is wrong by so much, all along. */
  record WrongClock(int role, long skew) implements Fault {
    @Override
    public long at() {
      return Times.START;
    }
  }
}
