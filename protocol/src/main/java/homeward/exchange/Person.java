package homeward.exchange;

import java.util.Optional;

/**
 * What was promised about one reference. What was seen of it stands in its {@link Trail}.
 *
 * @param holder the side that detains; the other one is home
 * @param answer what the home side answered last
 * @param seat where the person sits, when seated
 */
public record Person(PartyId holder, String category, Answered answer, boolean struck, Optional<Seat> seat) {

  public Person answered(Answered next) {
    return new Person(holder, category, next, struck, seat);
  }

  public Person seated(Seat next) {
    return new Person(holder, category, answer, struck, Optional.of(next));
  }

  /** Agreed or listed again, as before the seat. */
  public Person unseated() {
    return new Person(holder, category, answer, struck, Optional.empty());
  }

  public Person withStruck(boolean now) {
    return new Person(holder, category, answer, now, seat);
  }

  /** The promise, in one word. */
  public Promise promise() {
    if (struck) {
      return Promise.STRUCK;
    }
    if (seat.isPresent()) {
      return Promise.SEATED;
    }
    return answer == Answered.ACCEPTED ? Promise.AGREED : Promise.LISTED;
  }

  /** What the home side said. */
  public enum Answered {
    NOT_YET,
    ACCEPTED,
    NOT_ACCEPTED,
    OPEN
  }

  /** How far the promise goes. */
  public enum Promise {
    LISTED,
    AGREED,
    SEATED,
    STRUCK
  }

  /** A seat in a wave of a journey, counted or outside the count, since which entry of the log. */
  public record Seat(String journey, int wave, boolean counted, long since) {}
}
