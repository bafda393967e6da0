package homeward.invariant;

import homeward.exchange.Digest;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an accepted entry did: a move of the party that signed it, or of a party on paper once two people have reported it.
 *
 * @param id the entry that said it first: for a report that of the report
 * @param person who signed; empty for what came from paper
 */
record Deed(Line line, Digest id, PartyId party, Optional<String> person, Move move) {

  /** The accepted moves of a log, in its order. */
  static List<Deed> of(List<Line> lines) {
    List<Deed> deeds = new ArrayList<>();
    for (Line line : lines) {
      if (line.accepted() && line.by().isPresent()) {
        deed(line).ifPresent(deeds::add);
      }
    }
    return deeds;
  }

  private static Optional<Deed> deed(Line line) {
    PartyId party = line.by().orElseThrow().party();
    return switch (line.move()) {
      case Move.Report report -> Optional.empty();
      case Move.Sign sign when reported(line, sign).isPresent() -> {
        Move.Report report = reported(line, sign).orElseThrow();
        yield taken(line, sign) ? Optional.of(new Deed(line, sign.proposal(), report.onBehalf(), Optional.empty(), report.move())) : Optional.empty();
      }
      case Move move -> Optional.of(new Deed(line, line.id(), party, line.by().map(author -> author.person()), move));
    };
  }

  /** The report is none any more: it is gone, or what it proposed waits in its place under the same id. */
  static boolean taken(Line line, Move.Sign sign) {
    State.Pending left = line.after().pending().get(sign.proposal());
    return left == null || !(left.subject() instanceof State.Subject.Reported);
  }

  private static Optional<Move.Report> reported(Line line, Move.Sign sign) {
    State.Pending pending = line.before().pending().get(sign.proposal());
    return pending != null && pending.subject() instanceof State.Subject.Reported(Move.Report report) ? Optional.of(report) : Optional.empty();
  }

  /** The proposal that this deed brought into effect, if it was the last signature of one. */
  Optional<Digest> completes() {
    return switch (move) {
      case Move.Propose propose when !line.after().pending().containsKey(id) -> Optional.of(id);
      case Move.Sign sign when !line.after().pending().containsKey(sign.proposal()) -> Optional.of(sign.proposal());
      case Move other -> Optional.empty();
    };
  }

  /** The matter that this deed brought into effect. */
  Optional<Matter> effect() {
    return completes().flatMap(proposal -> {
      if (move instanceof Move.Propose propose) {
        return Optional.of(propose.matter());
      }
      State.Pending pending = line.before().pending().get(proposal);
      return pending != null && pending.subject() instanceof State.Subject.Proposal(Matter matter) ? Optional.of(matter) : Optional.empty();
    });
  }
}
