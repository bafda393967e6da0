package homeward.server.journeys;

import homeward.exchange.Matter;
import homeward.exchange.Matter.Finding;
import homeward.exchange.Move;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.exchange.State.Discrepancy;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody filled in on one of the small forms: a move, or what is unclear about it. */
sealed interface Deed {
  /** How long others have to sign what is proposed by hand: three days. */
  long PATIENCE = 72 * 3_600_000L;

  /** It can be said. */
  record Meant(Move move) implements Deed {}

  /** It cannot; the key of what to fill in instead. */
  record Unclear(String problem) implements Deed {}

  /**
   * How a difference is to be settled, as the form gives it.
   *
   * @param finding one of {@link Difference#findings}
   * @param first the reference that somebody is, or that stands
   * @param second the reference that falls
   */
  record Settling(String discrepancy, String finding, String first, String second, String heads) {
    /** What a form leaves out is empty. */
    public Settling {
      discrepancy = Objects.requireNonNullElse(discrepancy, "");
      finding = Objects.requireNonNullElse(finding, "");
      first = Objects.requireNonNullElse(first, "");
      second = Objects.requireNonNullElse(second, "");
      heads = Objects.requireNonNullElse(heads, "");
    }
  }

  /** Puts what was found before both sides. */
  static Deed settle(State state, Settling form, long now) {
    Discrepancy discrepancy = state.discrepancies().get(form.discrepancy());
    if (discrepancy == null || !discrepancy.open()) {
      return new Unclear("journeys.unclear.gone");
    }
    return switch (form.finding()) {
      case "arrival" -> Form.arrivalIs(form, now);
      case "same" -> Form.samePerson(form, now);
      case "count" -> Form.countIs(form, now);
      case "stands" -> Form.found(form, new Finding.Stands(), now);
      case String none -> new Unclear("journeys.unclear.finding");
    };
  }

  /** Ends the halt that stands; {@code although} says that its cause is not over. */
  static Deed resume(State state, boolean although) {
    return state.course().halted()
        .<Deed>map(halted -> new Meant(new Move.Resume(halted.entry(), although)))
        .orElseGet(() -> new Unclear("journeys.unclear.gone"));
  }

  /** Takes back a Ready of this party's. */
  static Deed unready(State state, String journey, int wave) {
    boolean there = state.journeys().containsKey(journey);
    return there ? new Meant(new Move.Unready(journey, wave)) : new Unclear("journeys.unclear.gone");
  }

  /** Puts an early end of the embargo before both sides. */
  static Deed lift(State state, String journey, long now) {
    boolean there = state.journeys().containsKey(journey);
    return there ? new Meant(new Move.Propose(new Matter.Lift(journey), now + PATIENCE)) : new Unclear("journeys.unclear.gone");
  }

  /** Takes back what this party signed. */
  static Deed withdraw(State state, String proposal) {
    return state.pending().keySet().stream()
        .filter(id -> id.value().equals(proposal))
        .findFirst()
        .<Deed>map(id -> new Meant(new Move.Withdraw(id)))
        .orElseGet(() -> new Unclear("journeys.unclear.gone"));
  }

  /** Reads what was typed. */
  final class Form {
    private static final Pattern REF = Pattern.compile("[HA][A-Za-z0-9_-]{21}");
    private static final Pattern HEADS = Pattern.compile("[0-9]{1,6}");

    private Form() {}

    private static Deed found(Settling form, Finding finding, long now) {
      return new Meant(new Move.Propose(new Matter.Settlement(form.discrepancy(), finding), now + PATIENCE));
    }

    private static Deed arrivalIs(Settling form, long now) {
      Optional<Ref> arrival = ref(form.discrepancy().replaceFirst("^unlisted-", ""));
      Optional<Ref> is = ref(form.first());
      boolean clear = arrival.isPresent() && is.isPresent();
      return clear ? found(form, new Finding.ArrivalIs(arrival.get(), is.get()), now) : new Unclear("journeys.unclear.reference");
    }

    private static Deed samePerson(Settling form, long now) {
      Optional<Ref> stands = ref(form.first());
      Optional<Ref> falls = ref(form.second());
      boolean clear = stands.isPresent() && falls.isPresent() && !stands.equals(falls);
      return clear ? found(form, new Finding.SamePerson(stands.get(), falls.get()), now) : new Unclear("journeys.unclear.references");
    }

    private static Deed countIs(Settling form, long now) {
      boolean clear = HEADS.matcher(form.heads().strip()).matches();
      return clear
          ? found(form, new Finding.CountIs(Integer.parseInt(form.heads().strip())), now)
          : new Unclear("journeys.unclear.heads");
    }

    private static Optional<Ref> ref(String typed) {
      return Optional.of(typed.strip()).filter(text -> REF.matcher(text).matches()).map(Ref::new);
    }
  }
}
