package homeward.server.desk;

import homeward.conduct.Conduct;
import homeward.conduct.Intent;
import homeward.conduct.View;
import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.Move;
import homeward.exchange.Parties;
import homeward.exchange.PartyId;
import homeward.exchange.Person;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.ruling.Quorum;
import homeward.server.delegations.Principal;
import homeward.server.delegations.Right;
import homeward.server.delegations.Viewer;
import homeward.server.lists.Lists;
import homeward.server.proceedings.Proceedings;
import homeward.server.proceedings.Standing;
import homeward.server.signing.Heard;
import homeward.server.signing.Signing;
import homeward.server.talks.Circle;
import homeward.server.talks.Talks;
import homeward.server.wording.Moment;
import homeward.server.wording.Saying;
import homeward.transcript.SigningKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import org.springframework.stereotype.Component;

/** What waits at a desk, and saying it. */
@Component
public class Desks {
  private final Proceedings proceedings;
  private final Signing signing;
  private final Preparing preparing;
  private final Circle circle;
  private final Talks talks;
  private final Lists lists;

  Desks(Proceedings proceedings, Signing signing, Preparing preparing, Circle circle, Talks talks, Lists lists) {
    this.proceedings = proceedings;
    this.signing = signing;
    this.preparing = preparing;
    this.circle = circle;
    this.talks = talks;
    this.lists = lists;
  }

  /** What waits for a viewer. */
  public Waiting waiting(Viewer by) {
    Standing standing = proceedings.standing();
    Map<PartyId, String> names = talks.names();
    List<Act> acts = by.may(Right.EXCHANGE_SIGN) ? List.copyOf(acts(by, standing, names).values()) : List.of();
    return new Waiting(acts, others(by, standing.state(), names), missing(by, standing.state()));
  }

  private SequencedMap<String, Act> acts(Viewer by, Standing standing, Map<PartyId, String> names) {
    View view = preparing.view(standing);
    SequencedMap<String, Act> acts = new LinkedHashMap<>();
    Optional<Conduct> conduct = preparing.conduct(Preparing::nobody);
    conduct.ifPresent(
        going ->
            going.duties(view)
                .flatMap(duty -> duty.get().stream())
                .filter(intent -> mayBeSaid(by, standing.state(), intent) && isPrepared(intent.move()))
                .map(intent -> Act.of(intent, Saying.of(intent.move(), standing.state(), names)))
                .forEach(act -> acts.putIfAbsent(act.id(), act)));
    preparing.lending(standing.state(), view.now()).stream()
        .map(lend -> Act.of(lend, Saying.of(lend.move(), standing.state(), names)))
        .forEach(act -> acts.putIfAbsent(act.id(), act));
    return acts;
  }

  /** Facts are seen at the field desk; who may travel is said where the clearance store is opened; root keys lie elsewhere. */
  private static boolean mayBeSaid(Viewer by, State state, Intent intent) {
    return switch (intent.move()) {
      case Move.Observation seen -> false;
      case Move.Clear clear -> false;
      case Move.Enrol enrol -> false;
      case Move.Sign(Digest proposal) -> mayStillSign(by, state, proposal);
      case Move other -> true;
    };
  }

  /** A list is lodged when somebody has made it, and answered when somebody has decided about everybody on it. */
  private boolean isPrepared(Move move) {
    return switch (move) {
      case Move.Lodge lodge -> lists.offering().isPresent();
      case Move.Commit commit -> lists.offering().isPresent();
      case Move.Answer answer -> undecided(List.of(answer.accepted(), answer.notAccepted(), answer.open())) == 0;
      case Move other -> true;
    };
  }

  private long undecided(List<SortedSet<Ref>> refs) {
    var decided = lists.answers().keySet();
    return refs.stream().flatMap(SortedSet::stream).filter(ref -> !decided.contains(ref)).count();
  }

  private static boolean mayStillSign(Viewer by, State state, Digest proposal) {
    State.Pending pending = state.pending().get(proposal);
    return pending != null && !pending.signed().getOrDefault(by.party(), Collections.emptySortedSet()).contains(by.account());
  }

  private List<Waiting.Pending> others(Viewer by, State state, Map<PartyId, String> names) {
    List<Waiting.Pending> others = new ArrayList<>();
    for (State.Pending pending : state.pending().values()) {
      boolean mine = by.may(Right.EXCHANGE_SIGN) && mayStillSign(by, state, pending.id()) && lacks(state, pending).contains(by.party());
      if (!mine) {
        others.add(new Waiting.Pending(
            pending, Saying.signing(pending.subject(), names),
            lacks(state, pending).stream().map(party -> names.getOrDefault(party, party.value())).toList(), Moment.utc(pending.until())));
      }
    }
    return others;
  }

  /** Parties whose people are missing, one for each person. */
  private static List<PartyId> lacks(State state, State.Pending pending) {
    List<PartyId> lacking = new ArrayList<>();
    Quorum.needed(state, pending.subject(), pending.proposer()).forEach((party, people) -> {
      int signed = pending.reported().contains(party) ? people : pending.signed().getOrDefault(party, Collections.emptySortedSet()).size();
      for (int person = signed; person < people; person++) {
        lacking.add(party);
      }
    });
    return lacking;
  }

  /** What has to be there before anything goes on. */
  private List<String> missing(Viewer by, State state) {
    List<String> missing = new ArrayList<>();
    if (!by.may(Right.EXCHANGE_SIGN)) {
      return missing;
    }
    if (talks.agreement().isEmpty()) {
      missing.add("missing.agreement");
    } else if (state.course().phase() == State.Phase.IN_FORCE && Preparing.isSide(talks.agreement().get(), circle) && lists.offering().isEmpty()) {
      missing.add("missing.list");
    }
    if (!undecidedOf(state).isEmpty()) {
      missing.add("missing.answers");
    }
    boolean third = talks.agreement().map(agreement -> !Preparing.isSide(agreement, circle)).orElse(false);
    if (preparing.delegates().size() < (third ? Preparing.FEWEST_OF_A_THIRD_PARTY : Preparing.FEWEST_OF_A_SIDE)) {
      missing.add(third ? "missing.delegate" : "missing.delegates");
    } else if (state.course().phase() != State.Phase.UNOPENED && !enrolled(state)) {
      missing.add("missing.enrolment");
    }
    return missing;
  }

  /** The other side's people about whom nothing was decided here and nothing said in the log. */
  private List<Ref> undecidedOf(State state) {
    var decided = lists.answers().keySet();
    return state.people().entrySet().stream()
        .filter(entry -> !entry.getValue().holder().equals(circle.me()) && state.parties().isSide(circle.me()))
        .filter(entry -> entry.getValue().answer() == Person.Answered.NOT_YET && !entry.getValue().struck())
        .map(Map.Entry::getKey)
        .filter(ref -> !decided.contains(ref))
        .toList();
  }

  private boolean enrolled(State state) {
    return state.parties().authors().values().stream()
        .anyMatch(author -> author.party().equals(circle.me()) && author.role() == Parties.Role.DELEGATE);
  }

  /**
   * Signs the act of this id, and tells what became of it; empty when it is not there to be signed any more, because somebody else did it
   * or something that came in between changed it. Then nothing was said.
   */
  public Optional<Heard> say(Principal by, String id) {
    by.viewer().require(Right.EXCHANGE_SIGN);
    return Optional.ofNullable(acts(by.viewer(), proceedings.standing(), talks.names()).get(id))
        .filter(act -> namesMayGo(by, act))
        .map(act -> signing.say(by, act.function(), act.move()));
  }

  /** With a list its names leave, when nothing speaks against lodging it; without them it is not lodged. */
  private boolean namesMayGo(Principal by, Act act) {
    return !(act.move() instanceof Move.Lodge) || !signing.wouldStand(by, act.function(), act.move()) || lists.departs(by.viewer());
  }

  /** Names this party's people anew, signed with its root key, which lies elsewhere and is brought for this alone. */
  public Digest enrol(Viewer by, SigningKey root) {
    by.require(Right.ACCOUNTS_CHANGE);
    return proceedings.say(root, Function.ROOT, new Move.Enrol(preparing.delegates()));
  }
}
