package homeward.rehearsal;

import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.Matter;
import homeward.exchange.Move.Sight;
import homeward.exchange.Move;
import homeward.exchange.Parties;
import homeward.exchange.PartyId;
import homeward.exchange.Person;
import homeward.exchange.Refusal;
import homeward.exchange.State;
import homeward.exchange.Trail;
import homeward.invariant.Evidence;
import homeward.json.Malformed;
import homeward.json.Shape;
import homeward.node.Chronicle;
import homeward.node.Store;
import homeward.simulation.Rehearsed;
import homeward.simulation.Told.Happening;
import homeward.simulation.Told;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Which marks one rehearsal reached, read from what its nodes hold and from what happened to them. */
final class Marking {
  private static final Shape<Move> MOVE = Shape.of(Move.class);

  private final Rehearsed rehearsed;
  private final Set<Mark> reached = EnumSet.noneOf(Mark.class);

  private Marking(Rehearsed rehearsed) {
    this.rehearsed = rehearsed;
  }

  static Set<Mark> of(Rehearsed rehearsed) {
    Marking marking = new Marking(rehearsed);
    rehearsed.evidence().judged().stream()
        .max(java.util.Comparator.comparingLong(held -> held.log().size()))
        .ifPresent(held -> marking.read(held.log()));
    rehearsed.evidence().judged().forEach(marking::alarms);
    rehearsed.told().forEach(marking::happened);
    marking.caughtUp();
    return marking.reached;
  }

  private void read(Chronicle log) {
    for (long index = 0; index < log.size(); index++) {
      try {
        Move move = MOVE.read(log.leaf(index).entry().envelope().body());
        State before = log.stateAt(index);
        log.decision(index).refusal().ifPresent(this::refused);
        if (log.decision(index).accepted()) {
          accepted(move, before, log.decision(index).next(), log, index);
        }
      } catch (Malformed e) {
        throw new IllegalStateException("an entry that stands in the log can be read", e);
      }
    }
    end(log.state(), log);
  }

  private void refused(Refusal refusal) {
    switch (refusal) {
      case Refusal.OtherDigest r -> reached.add(Mark.STALE_BASIS_REFUSED);
      case Refusal.StaleHead r -> reached.add(Mark.STALE_HEAD_REFUSED);
      case Refusal.SamePerson r -> reached.add(Mark.SAME_PERSON_REFUSED);
      case Refusal.NotAsked r -> reached.add(Mark.NOT_ASKED_REFUSED);
      case Refusal.NotYourFunction r -> reached.add(Mark.WRONG_FUNCTION_REFUSED);
      case Refusal.NotReady r -> reached.add(Mark.NOT_READY_REFUSED);
      case Refusal.OtherVersion r -> reached.add(Mark.OLD_VERSION_REFUSED);
      case Refusal.Twice r -> reached.add(Mark.TWICE_REFUSED);
      case Refusal.UnknownReferences r -> reached.add(Mark.TWICE_REFUSED);
      case Refusal.NotYetDue r -> reached.add(Mark.END_TOO_EARLY_REFUSED);
      case Refusal.Lapsed r -> reached.add(Mark.LAPSED_REFUSED);
      case Refusal.Halted r -> reached.add(Mark.HALTED_REFUSED);
      case Refusal.OneSidedLog r -> reached.add(Mark.ONE_SIDED_REFUSED);
      case Refusal.FiguresDiffer r -> reached.add(Mark.FIGURES_REFUSED);
      case Refusal.NotCleared r -> reached.add(Mark.NOT_CLEARED_REFUSED);
      case Refusal.NotEnrolled r -> reached.add(Mark.FORMER_DELEGATE_OR_STRANGER_REFUSED);
      case Refusal other -> {}
    }
  }

  private void accepted(Move move, State before, State after, Chronicle log, long index) {
    boolean open = before.journeys().values().stream().flatMap(journey -> journey.waves().stream()).anyMatch(Journey.Wave::open);
    switch (move) {
      case Move.Halt halt when open -> reached.add(Mark.HALT_WITH_A_WAVE_OPEN);
      case Move.Resume resume when resume.although() -> reached.add(Mark.WENT_ON_ALTHOUGH);
      case Move.Unready unready -> reached.add(Mark.UNREADY);
      case Move.Clear clear when readies(after) < readies(before) -> reached.add(Mark.CLEARANCE_VOIDS_READY);
      case Move.Ready ready when opens(before, after, ready.journey(), ready.wave()) && !direct(after, ready.journey()) -> reached.add(Mark.SECOND_READY_AUTHORISES);
      case Move.Lapse(Move.Lapsing.OfWave wave) -> reached.add(Mark.WAVE_LAPSED_DISPUTED);
      case Move.Lapse(Move.Lapsing.OfCommitment commitment) -> reached.add(Mark.COMMITMENT_LAPSED);
      case Move.Sign sign -> signed(sign, before, after);
      case Move.End end -> ended(before, log, index);
      case Move.Observation seen -> device(before, log, index);
      case Move other -> {}
    }
  }

  private static boolean direct(State state, String journey) {
    return Optional.ofNullable(state.journeys().get(journey)).map(Journey::direct).orElse(false);
  }

  private static boolean opens(State before, State after, String journey, int wave) {
    return java.util.Objects.requireNonNull(after.journeys().get(journey)).wave(wave).open()
        && !java.util.Objects.requireNonNull(before.journeys().get(journey)).wave(wave).open();
  }

  private static long readies(State state) {
    return state.journeys().values().stream().flatMap(journey -> journey.waves().stream()).mapToLong(wave -> wave.ready().size()).sum();
  }

  private void signed(Move.Sign sign, State before, State after) {
    State.Pending pending = before.pending().get(sign.proposal());
    if (pending == null || after.pending().containsKey(sign.proposal())) {
      return;
    }
    switch (pending.subject()) {
      case State.Subject.Reported report -> reached.add(Mark.PAPER_COUNTERSIGNED);
      case State.Subject.Opening opening -> {}
      case State.Subject.Proposal(Matter.GoOn goOn) -> reached.add(Mark.HALT_ENDED_BY_BOTH);
      case State.Subject.Proposal(Matter.Change change) -> reached.add(Mark.CHANGED_AFTER_SEAL);
      case State.Subject.Proposal(Matter.Lift lift) -> reached.add(Mark.EMBARGO_LIFTED);
      case State.Subject.Proposal(Matter.Succession succession) when succession.function() == Function.KEEPER -> reached.add(Mark.KEEPER_CHANGED);
      case State.Subject.Proposal(Matter.Settlement(String id, Matter.Finding finding)) -> {
        if (finding instanceof Matter.Finding.ArrivalIs) {
          reached.add(Mark.UNLISTED_RECOGNISED);
        }
        if (finding instanceof Matter.Finding.CountIs) {
          reached.add(Mark.COUNT_DIFFERED_SETTLED);
        }
      }
      case State.Subject.Proposal other -> {}
    }
  }

  private void ended(State before, Chronicle log, long index) {
    if (before.course().phase() == State.Phase.OFFERED) {
      reached.add(Mark.OPENED_AND_ENDED_BEFORE_TERMS);
    }
    if (oneSided(log, index)) {
      reached.add(Mark.ENDED_IN_ONE_SIDED_LOG);
    }
  }

  private static boolean oneSided(Chronicle log, long index) {
    State before = log.stateAt(index);
    Optional<PartyId> keeper = Optional.ofNullable(before.course().functions().get(Function.KEEPER));
    Optional<PartyId> by = before.parties().ofNode(new homeward.exchange.AuthorId(log.leaf(index).keeper().value()));
    return keeper.isPresent() && !keeper.equals(by);
  }

  private void device(State before, Chronicle log, long index) {
    homeward.exchange.AuthorId author = new homeward.exchange.AuthorId(log.leaf(index).entry().envelope().author().value());
    Parties.Author known = before.parties().authors().get(author);
    if (known != null && known.role() == Parties.Role.DEVICE && log.leaf(index).stamp() > known.until()) {
      reached.add(Mark.LATE_DEVICE);
    }
  }

  private void end(State state, Chronicle log) {
    state.journeys().values().forEach(journey -> {
      reached.addAll(
          switch (journey.phase()) {
            case STOOD_DOWN -> Set.of(Mark.JOURNEY_STOOD_DOWN);
            case CUT_SHORT -> Set.of(Mark.JOURNEY_CUT_SHORT);
            case CONVENED, SEALED, RECONCILED, DISPUTED -> Set.<Mark>of();
          });
      if (journey.direct() && journey.phase() == Journey.Phase.RECONCILED) {
        reached.add(Mark.DIRECT_REPATRIATION);
      }
    });
    state.discrepancies().values().forEach(discrepancy -> reached.addAll(marks(discrepancy.kind())));
    boolean outside = state.people().entrySet().stream()
        .anyMatch(known -> !known.getValue().seat().map(Person.Seat::counted).orElse(true) && state.trails().getOrDefault(known.getKey(), Trail.UNSEEN).standing(Sight.RECEIVED));
    if (outside) {
      reached.add(Mark.OUTSIDE_THE_COUNT);
    }
    keepers(log);
    boolean closed = state.course().phase() == State.Phase.CLOSED;
    if (closed && !rehearsed.faultFree()) {
      reached.add(Mark.CLOSED_UNDER_FAULTS);
    }
    boolean silent = rehearsed.told().stream().anyMatch(told -> told.kind() == Happening.SILENT);
    if (silent && state.course().phase() == State.Phase.ENDED) {
      reached.add(Mark.SILENT_SIDE_ENDED);
    }
  }

  private static Set<Mark> marks(State.DiscrepancyKind kind) {
    return switch (kind) {
      case UNLISTED -> Set.of(Mark.UNLISTED_ARRIVED);
      case ONE_SIDED -> Set.of(Mark.RECEIPT_ONE_SIDED);
      case WITHOUT_AUTHORITY -> Set.of(Mark.WITHOUT_AUTHORITY);
      case TURNED_BACK -> Set.of(Mark.TURNED_BACK);
      case CONTRADICTION -> Set.of(Mark.CONTRADICTION);
      case EQUIVOCATION -> Set.of(Mark.EQUIVOCATION);
      case COUNT_DIFFERS, DIED_IN_TRANSIT -> Set.of();
    };
  }

  /** A log that went on without its keeper, and perhaps became whole again. */
  private void keepers(Chronicle log) {
    boolean was = false;
    for (long index = 0; index < log.size(); index++) {
      boolean now = oneSided(log, index);
      if (now) {
        reached.add(Mark.LOG_WITHOUT_KEEPER);
      }
      if (was && !now) {
        reached.add(Mark.SUCCESSION_MERGED);
      }
      was = now;
    }
  }

  private void alarms(Evidence.Held held) {
    for (Store.Alarm alarm : held.store().alarms()) {
      reached.add(alarm.kind() == Store.AlarmKind.FORK ? Mark.FORK_PROVED : Mark.OTHER_HISTORY_NOTED);
    }
    if (rehearsed.ignored().getOrDefault(held.party(), 0L) > 0) {
      reached.add(Mark.NONSENSE_IGNORED);
    }
  }

  private void happened(Told told) {
    reached.addAll(
        switch (told.kind()) {
          case CRASH_BEFORE_WRITE -> Set.of(Mark.CRASH_BEFORE_WRITE);
          case CRASH_AFTER_WRITE -> Set.of(Mark.CRASH_AFTER_WRITE);
          case MENDED -> Set.of(Mark.SIDE_CUT_OFF);
          case OUTSIDER -> Set.of(Mark.OUTSIDER_GOT_NO_PLACE);
          case RESTART, CUT_OFF, SILENT, NODE_GONE, NONSENSE, CONFUSION, SECOND_HISTORY, TWO_ENTRIES, BACKUP_RESTORED -> Set.<Mark>of();
        });
  }

  private void caughtUp() {
    boolean restored = rehearsed.told().stream().anyMatch(told -> told.kind() == Happening.BACKUP_RESTORED);
    boolean same = rehearsed.evidence().nodes().stream().map(held -> held.log().rootAt(held.log().size())).distinct().count() == 1;
    if (restored && same) {
      reached.add(Mark.BACKUP_CAUGHT_UP);
    }
  }
}
