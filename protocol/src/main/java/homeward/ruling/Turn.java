package homeward.ruling;

import homeward.exchange.Digest;
import homeward.exchange.Entry;
import homeward.exchange.Function;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.exchange.Terms;
import java.util.Map;
import java.util.Optional;

/**
 * One party's turn: the state, and who moves.
 *
 * @param now the state, the author's head already moved
 * @param id of the entry that counts as the cause: the entry itself, or the report
 * @param person who signed; nobody for what a party did on paper
 * @param oneSidedLog whether the log is kept by somebody else than the keeper
 */
record Turn(
    State now,
    Digest id,
    long index,
    long stamp,
    PartyId party,
    Function function,
    Optional<String> person,
    State.Provenance provenance,
    Optional<Entry.Witness> witness,
    boolean oneSidedLog) {

  static final long HOUR = 3_600_000L;

  Turn at(State next) {
    return new Turn(next, id, index, stamp, party, function, person, provenance, witness, oneSidedLog);
  }

  /** The same turn, of a party on paper, caused by the report. A side acts as one, another party in the first function it holds. */
  Turn onBehalf(PartyId absent, State.Pending report, State without) {
    Function held =
        without.course().functions().entrySet().stream()
            .filter(each -> each.getValue().equals(absent))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(function);
    Function as = without.parties().isSide(absent) ? Function.SIDE : held;
    return new Turn(
        without,
        report.id(),
        report.index(),
        stamp,
        absent,
        as,
        Optional.empty(),
        State.Provenance.REPORTED,
        Optional.empty(),
        oneSidedLog);
  }

  boolean reported() {
    return provenance == State.Provenance.REPORTED;
  }

  /** Whether the party holds the function and acts in it. A party on paper acts in whatever it holds. */
  boolean acts(Function needed) {
    return holds(party, needed) && (reported() || function == needed);
  }

  boolean holds(PartyId who, Function needed) {
    return needed == Function.SIDE
        ? now.parties().isSide(who)
        : Optional.ofNullable(now.course().functions().get(needed)).filter(who::equals).isPresent();
  }

  boolean vacant(Function function) {
    return !now.course().functions().containsKey(function);
  }

  Terms terms() {
    return now.terms();
  }

  /** How many people bind a party now. */
  int people() {
    return now.course().agreed().map(agreed -> agreed.terms().people()).orElse(2);
  }

  /** The other side. */
  PartyId otherSide() {
    return otherSide(party);
  }

  PartyId otherSide(PartyId side) {
    return now.parties().members().keySet().stream()
        .filter(other -> now.parties().isSide(other) && !other.equals(side))
        .findFirst()
        .orElseThrow();
  }
}
