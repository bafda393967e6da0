package homeward.node;

import homeward.exchange.Function;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import java.util.Optional;

/**
 * Who keeps the log at the moment. The keeper; or, when it has been silent past the terms' deadline by this node's own clock, a
 * side with keys that the others find by the same rule: the lowest id. Its log is marked one-sided by its own key in every
 * leaf, and {@code decide} lets nothing be promised in it until both sides have signed a succession.
 */
final class Succession {
  private static final long HOUR = 3_600_000L;

  private final Holdings holdings;
  private final Clock clock;
  private long heard;

  Succession(Holdings holdings, Clock clock) {
    this.holdings = holdings;
    this.clock = clock;
    this.heard = clock.now();
  }

  /** The keeper as far as both sides have cosigned: a succession counts once it cannot be taken back. */
  PartyId keeper() {
    return keeperIn(holdings.chronicle.stateAt(holdings.commonSize()));
  }

  private PartyId keeperIn(State state) {
    return Optional.ofNullable(state.course().functions().get(Function.KEEPER)).orElse(holdings.setting.keeper());
  }

  /** Who kept the log when it had so many entries, as far as the log says. */
  PartyId keeperAt(long size) {
    return keeperIn(holdings.chronicle.stateAt(size));
  }

  /** A checkpoint came in from this party itself. */
  void heardOf(PartyId sender) {
    if (sender.equals(keeper()) && !holdings.caught(sender)) {
      heard = clock.now();
    }
  }

  /**
   * A checkpoint of this size came in by this party, signed by that one. An old one that others pass on says nothing of whether
   * the keeper still speaks; one that goes further than what is held does.
   */
  void heardOf(PartyId sender, PartyId signer, long size) {
    heardOf(sender);
    if (size > holdings.chronicle.size()) {
      heardOf(signer);
    }
  }

  /**
   * Whether this node has waited for the keeper longer than the terms say. One that was caught is waited for as long: meanwhile the
   * sides show one another what they were told, so that they find out together.
   */
  boolean silent() {
    int hours =
        holdings.state().course().agreed().map(agreed -> agreed.terms().deadlines().keeper()).orElse(holdings.state().course().patienceHours());
    boolean opened = holdings.state().course().opener().isPresent();
    return opened && !keeper().equals(holdings.setting.me()) && clock.now() - heard > hours * HOUR;
  }

  /** Who keeps the log for this node now. What both sides have cosigned binds, whoever kept it. */
  PartyId acting() {
    Optional<PartyId> signer = holdings.common().flatMap(holdings::signerOf);
    boolean oneSided =
        signer.isPresent()
            && !signer.get().equals(keeper())
            && !signer.get().equals(keeperIn(holdings.chronicle.stateAt(holdings.commonSize() - 1)));
    if (oneSided) {
      return signer.get();
    }
    return silent() ? successor() : keeper();
  }

  /** Only a side stands in: its own cosignature is under all it keeps, so that the other side's makes it common at once. */
  PartyId successor() {
    return holdings.setting.nodes().keySet().stream()
        .filter(party -> !party.equals(keeper()) && holdings.state().parties().isSide(party))
        .findFirst()
        .orElseGet(this::keeper);
  }

  boolean isActing() {
    return acting().equals(holdings.setting.me());
  }

  /** A keeper that has just been succeeded places nothing more behind the succession. */
  boolean mayPlace() {
    return keeperIn(holdings.state()).equals(holdings.setting.me()) || (isActing() && !keeper().equals(holdings.setting.me()));
  }
}
