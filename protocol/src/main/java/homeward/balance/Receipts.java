package homeward.balance;

import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.Move.Sight;
import homeward.exchange.PartyId;
import homeward.exchange.Person;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.exchange.Trail;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Receipts: the releaser's <em>handed over</em> and the receiving function's <em>received</em> for one reference. One alone is
 * one-sided. The receiving function is the home side, or the handover state on its way.
 */
public final class Receipts {
  private Receipts() {}

  /** Both halves of one receipt. */
  public record Receipt(Trail.Fact handedOver, Trail.Fact received) {
    /** Reported when either half came from paper. */
    public State.Provenance provenance() {
      boolean reported =
          handedOver.provenance() == State.Provenance.REPORTED || received.provenance() == State.Provenance.REPORTED;
      return reported ? State.Provenance.REPORTED : State.Provenance.SIGNED;
    }

    /** The journey on which the person was received. */
    public Optional<String> journey() {
      return received.journey();
    }
  }

  /** The whole receipt for a reference, when both halves stand. */
  public static Optional<Receipt> of(State state, Ref ref) {
    Person person = state.people().get(ref);
    if (person == null) {
      return Optional.empty();
    }
    Trail trail = state.trails().getOrDefault(ref, Trail.UNSEEN);
    return trail
        .standing(Sight.HANDED_OVER, person.holder())
        .flatMap(released -> received(state, trail, home(state, person.holder())).map(arrived -> new Receipt(released, arrived)));
  }

  /** Whether anything was seen of a reference on a journey of this tranche. */
  static boolean onTranche(State state, Ref ref, int number) {
    for (Trail.Fact fact : state.trails().getOrDefault(ref, Trail.UNSEEN).facts()) {
      Journey journey = fact.journey().map(state.journeys()::get).orElse(null);
      if (journey != null && journey.tranche().equals(Optional.of(number))) {
        return true;
      }
    }
    return false;
  }

  /** Whether exactly one half stands. */
  public static boolean oneSided(State state, Ref ref) {
    Person person = state.people().get(ref);
    Trail trail = state.trails().getOrDefault(ref, Trail.UNSEEN);
    return person != null
        && of(state, ref).isEmpty()
        && (trail.standing(Sight.HANDED_OVER, person.holder()).isPresent()
            || received(state, trail, home(state, person.holder())).isPresent());
  }

  /** Who receives people that return to a side: the side itself, and the handover state. */
  public static Stream<PartyId> receivers(State state, PartyId returnsTo) {
    Optional<PartyId> handover = Optional.ofNullable(state.course().functions().get(Function.HANDOVER));
    return Stream.concat(Stream.of(returnsTo), handover.stream());
  }

  private static Optional<Trail.Fact> received(State state, Trail trail, PartyId home) {
    return receivers(state, home)
        .map(by -> trail.standing(Sight.RECEIVED, by))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The side to which a holder's people return: the other one. */
  public static PartyId home(State state, PartyId holder) {
    for (PartyId party : state.parties().members().keySet()) {
      if (state.parties().isSide(party) && !party.equals(holder)) {
        return party;
      }
    }
    throw new IllegalArgumentException("an exchange has two sides");
  }

  /** How a delivered person counts. */
  public enum Lane {
    /** In the balance, on a tranche. */
    COUNTED,
    /** Brought by a tranche, outside the count by the terms. */
    OUTSIDE,
    /** A direct repatriation. */
    DIRECT,
    /** Received, but on no wave that was authorised, and no settlement says that it stands. */
    WITHOUT_AUTHORITY
  }

  /** How a person with this receipt counts. */
  public static Lane lane(State state, Ref ref, Receipt receipt) {
    Optional<Journey> journey = receipt.journey().map(state.journeys()::get);
    if (journey.isPresent() && journey.get().direct()) {
      return Lane.DIRECT;
    }
    boolean stands =
        Optional.ofNullable(state.discrepancies().get("without-authority-" + ref.value()))
            .map(discrepancy -> !discrepancy.open())
            .orElse(true);
    Optional<Person.Seat> seat = Optional.ofNullable(state.people().get(ref)).flatMap(Person::seat);
    if (!stands) {
      return Lane.WITHOUT_AUTHORITY;
    }
    return seat.isPresent() && !seat.get().counted() ? Lane.OUTSIDE : Lane.COUNTED;
  }
}
