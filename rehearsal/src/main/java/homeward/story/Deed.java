package homeward.story;

import homeward.exchange.AuthorId;
import homeward.exchange.Decision;
import homeward.exchange.Digest;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.Parties;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.transcript.Leaf;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one entry of the log came to: who did what, whoever wrote it down. A last signature does what was signed, and the
 * signature under a report does what the paper says.
 *
 * @param by whose deed it is; empty when the log does not know the author
 * @param move what was done
 * @param reporter who reported it, when it was done on paper
 * @param matter what took effect by it, if anything did
 * @param signed the parties that signed the matter
 * @param onPaper those of them whose signature came from paper
 * @param stamp the log's time, epoch ms
 * @param before what stood before the entry
 * @param after what stands after it
 */
record Deed(
    Optional<PartyId> by,
    Move move,
    Optional<PartyId> reporter,
    Optional<Matter> matter,
    SortedSet<PartyId> signed,
    SortedSet<PartyId> onPaper,
    long stamp,
    State before,
    State after) {

  static Deed of(Leaf leaf, Move move, Decision decision, State before) {
    State after = decision.next();
    Optional<PartyId> author = author(leaf, before).or(() -> author(leaf, after));
    Digest id = new Digest(leaf.entry().hash().value());
    if (move instanceof Move.Sign sign && reported(before, after, sign.proposal()).isPresent()) {
      Move.Report report = reported(before, after, sign.proposal()).get();
      return of(Optional.of(report.onBehalf()), report.move(), author, sign.proposal(), before, after);
    }
    return of(author, move, Optional.empty(), id, before, after);
  }

  private static Optional<PartyId> author(Leaf leaf, State state) {
    AuthorId author = new AuthorId(leaf.entry().envelope().author().value());
    return Optional.ofNullable(state.parties().authors().get(author)).map(Parties.Author::party);
  }

  /** The report that this signature completed. */
  private static Optional<Move.Report> reported(State before, State after, Digest signed) {
    return Optional.ofNullable(before.pending().get(signed))
        .filter(waiting -> !after.pending().containsKey(signed))
        .map(State.Pending::subject)
        .flatMap(subject -> subject instanceof State.Subject.Reported(Move.Report report) ? Optional.of(report) : Optional.empty());
  }

  private static Deed of(
      Optional<PartyId> by, Move move, Optional<PartyId> reporter, Digest id, State before, State after) {
    Optional<Matter> effect = effect(move, id, before, after);
    TreeSet<PartyId> signed = new TreeSet<>();
    TreeSet<PartyId> onPaper = new TreeSet<>();
    by.ifPresent(signed::add);
    by.filter(party -> reporter.isPresent()).ifPresent(onPaper::add);
    if (move instanceof Move.Sign sign) {
      Optional.ofNullable(before.pending().get(sign.proposal()))
          .ifPresent(
              waiting -> {
                signed.addAll(waiting.signed().keySet());
                signed.addAll(waiting.reported());
                onPaper.addAll(waiting.reported());
              });
    }
    return new Deed(
        by,
        move,
        reporter,
        effect,
        Collections.unmodifiableSortedSet(signed),
        Collections.unmodifiableSortedSet(onPaper),
        after.course().stamp(),
        before,
        after);
  }

  /** Whether the exchange went from any other phase to this one. */
  boolean reaches(State.Phase phase) {
    return before.course().phase() != phase && after.course().phase() == phase;
  }

  /** A matter takes effect at its last signature; then nothing waits under its id any more. */
  private static Optional<Matter> effect(Move move, Digest id, State before, State after) {
    return switch (move) {
      case Move.Propose propose when !after.pending().containsKey(id) -> Optional.of(propose.matter());
      case Move.Sign sign when !after.pending().containsKey(sign.proposal()) ->
          Optional.ofNullable(before.pending().get(sign.proposal()))
              .flatMap(waiting -> waiting.subject() instanceof State.Subject.Proposal(Matter matter) ? Optional.of(matter) : Optional.empty());
      case Move.Act act -> Optional.empty();
      case Move.Observation seen -> Optional.empty();
      case Move.Report report -> Optional.empty();
      case Move.Announce announcement -> Optional.empty();
    };
  }
}
