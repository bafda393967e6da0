package homeward.conduct;

import static homeward.exchange.Function.ROOT;
import static homeward.exchange.Function.SIDE;

import homeward.exchange.AuthorId;
import homeward.exchange.Function;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.ruling.Quorum;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/** Opening, enrolling, offering and signing. */
record Talks(View view, Book book) {

  List<Intent> opens() {
    boolean due = view.phase() == State.Phase.UNOPENED && view.state().course().opener().isEmpty();
    return due ? book.opening().map(open -> List.of(Intent.first(SIDE, open))).orElse(List.of()) : List.of();
  }

  List<Intent> enrols() {
    return enrols(view, book.delegates());
  }

  /** A party that was named by its root key tells who speaks for it; the opener did so when it opened. */
  static List<Intent> enrols(View view, List<Move.Delegate> delegates) {
    boolean opened = view.phase() != State.Phase.UNOPENED;
    boolean known =
        delegates.stream().allMatch(delegate -> view.state().parties().authors().containsKey(AuthorId.of(delegate.key())));
    return opened && !known && !view.state().parties().onPaper(view.me())
        ? List.of(new Intent(ROOT, Intent.ROOT, new Move.Enrol(delegates)))
        : List.of();
  }

  List<Intent> signs() {
    return view.state().pending().values().stream()
        .filter(pending -> agreeable(pending))
        .flatMap(pending -> signatures(view, pending, SIDE))
        .toList();
  }

  private boolean agreeable(State.Pending pending) {
    return switch (pending.subject()) {
      case State.Subject.Opening opening -> true;
      case State.Subject.Reported reported -> true;
      case State.Subject.Proposal(Matter matter) -> book.agreeable(matter, pending.proposer());
    };
  }

  /** As many of this party's people as are still needed. One report does for a party on paper. */
  static Stream<Intent> signatures(View view, State.Pending pending, Function function) {
    int needed = Optional.ofNullable(Quorum.needed(view.state(), pending.subject(), pending.proposer()).get(view.me())).orElse(0);
    boolean fromPaper = pending.reported().contains(view.me());
    int signed = Optional.ofNullable(pending.signed().get(view.me())).map(SortedSet::size).orElse(0);
    List<Intent> intents = new ArrayList<>();
    if (!fromPaper && view.now() <= pending.until()) {
      for (int person = signed; person < needed; person++) {
        intents.add(new Intent(function, person, new Move.Sign(pending.id())));
      }
    }
    return intents.stream();
  }

  List<Intent> offersTerms() {
    boolean offered = anyPending(view, matter -> matter instanceof Matter.Agree);
    boolean ready = view.phase() == State.Phase.OFFERED && view.opener() && everybodyEnrolled() && !offered;
    return ready ? List.of(propose(view, new Matter.Agree(book.terms()), 14 * View.DAY)) : List.of();
  }

  private boolean everybodyEnrolled() {
    return view.state().parties().members().values().stream()
        .filter(member -> member.keys().isPresent())
        .allMatch(member -> speaks(member.party()));
  }

  private boolean speaks(PartyId party) {
    return view.state().parties().authors().values().stream()
        .anyMatch(author -> author.party().equals(party) && author.role() == homeward.exchange.Parties.Role.DELEGATE);
  }

  static boolean anyPending(View view, java.util.function.Predicate<Matter> which) {
    return view.state().pending().values().stream()
        .anyMatch(pending -> pending.subject() instanceof State.Subject.Proposal(Matter matter) && which.test(matter));
  }

  /** Open for so long from now. */
  static Intent propose(View view, Matter matter, long span) {
    return Intent.first(SIDE, new Move.Propose(matter, view.now() + span));
  }

  List<Intent> halts() {
    for (Book.Halting halting : book.day().halts()) {
      boolean during = view.now() >= halting.from() && view.now() < halting.until();
      if (during && view.state().course().halted().isEmpty()) {
        return List.of(Intent.first(SIDE, new Move.Halt(halting.cause())));
      }
      boolean mine = view.state().course().halted().map(halted -> halted.by().equals(view.me())).orElse(false);
      if (mine && view.now() >= halting.until()) {
        Move resume = new Move.Resume(view.state().course().halted().orElseThrow().entry(), halting.although());
        return List.of(Intent.first(SIDE, resume));
      }
    }
    return List.of();
  }
}
