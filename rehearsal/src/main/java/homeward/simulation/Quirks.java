package homeward.simulation;

import static homeward.exchange.Function.ROOT;
import static homeward.exchange.Function.SIDE;

import homeward.conduct.Conduct;
import homeward.conduct.Intent;
import homeward.conduct.View;
import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.Matter;
import homeward.exchange.Move.Device;
import homeward.exchange.Move.Sight;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.Person;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.exchange.Trail;
import homeward.simulation.Players.Player;
import homeward.simulation.Shape.Turn;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What a party does beside its ordinary work, as the seed has it: second thoughts, halts, a device that speaks days later. */
final class Quirks implements Conduct {
  private static final int ROOT_KEY = -1;

  private final Conduct ordinary;
  private final Player me;
  private final Players players;
  private final SortedSet<Ref> staying;
  private final Set<Turn> done = EnumSet.noneOf(Turn.class);
  private boolean formerSpoke;

  Quirks(Conduct ordinary, Player me, Players players, SortedSet<Ref> staying) {
    this.ordinary = ordinary;
    this.me = me;
    this.players = players;
    this.staying = staying;
  }

  @Override
  public Stream<Supplier<List<Intent>>> duties(View view) {
    Stream<Supplier<List<Intent>>> own =
        switch (me.role()) {
          case 0 -> Stream.of(() -> goesOn(view), () -> unready(view), () -> recognises(view), () -> lifts(view), () -> withdraws(view),
              () -> changesKeeper(view), () -> formerSpeaks(view), () -> enrolsAnew(view), () -> lendsDevice(view), () -> speaksLate(view), () -> dies(view));
          case 1 -> Stream.of(() -> halts(view), () -> turnsBack(view));
          default -> Stream.of();
        };
    return Stream.of(Stream.<Supplier<List<Intent>>>of(() -> saysNoLate(view)), own, ordinary(view)).flatMap(duties -> duties);
  }

  /** The other side may put off its commitment until the opening side lets it lapse. */
  private Stream<Supplier<List<Intent>>> ordinary(View view) {
    boolean puts = me.role() == 1 && players.shape.has(Turn.NO_COMMITMENT);
    return puts
        ? ordinary.duties(view).map(duty -> () -> duty.get().stream().filter(intent -> !(intent.move() instanceof Move.Commit)).toList())
        : ordinary.duties(view);
  }

  private boolean due(Turn turn) {
    return players.shape.has(turn) && !done.contains(turn);
  }

  private List<Intent> once(Turn turn, Intent intent) {
    done.add(turn);
    return List.of(intent);
  }

  private static Intent says(Move move) {
    return new Intent(SIDE, 0, move);
  }

  private static Intent proposes(View view, Matter matter) {
    return says(new Move.Propose(matter, view.now() + 2 * Times.DAY));
  }

  private static boolean pending(View view, Class<? extends Matter> kind) {
    return view.state().pending().values().stream()
        .anyMatch(pending -> pending.subject() instanceof State.Subject.Proposal(Matter matter) && kind.isInstance(matter));
  }

  private static Stream<Journey.Wave> waves(View view) {
    return view.state().journeys().values().stream().filter(journey -> !journey.direct()).flatMap(journey -> journey.waves().stream());
  }

  private static boolean inForce(View view) {
    return view.state().course().phase() == State.Phase.IN_FORCE;
  }

  /** A halt that nobody ends is over when both sides say so. */
  private static List<Intent> goesOn(View view) {
    return view.state().course().halted()
        .filter(halted -> view.now() > halted.at() + (TermsOfShape.HALT_HOURS + 1L) * Times.HOUR && !pending(view, Matter.GoOn.class))
        .filter(halted -> inForce(view))
        .map(halted -> List.of(proposes(view, new Matter.GoOn(halted.entry()))))
        .orElse(List.of());
  }

  private List<Intent> halts(View view) {
    boolean none = view.state().course().halted().isEmpty() && inForce(view);
    boolean moving = waves(view).anyMatch(Journey.Wave::open);
    if (due(Turn.HALT_UNDER_WAY) && none && moving) {
      return once(Turn.HALT_UNDER_WAY, says(new Move.Halt(Move.Cause.HEALTH)));
    }
    if (due(Turn.HALT_FOR_EVER) && none && view.now() > Times.until(0)) {
      return once(Turn.HALT_FOR_EVER, says(new Move.Halt(Move.Cause.DISPUTE)));
    }
    return view.state().course().halted()
        .filter(halted -> halted.by().equals(view.me()) && halted.cause() == Move.Cause.HEALTH && view.now() > halted.at() + 2 * Times.HOUR)
        .map(halted -> List.of(says(new Move.Resume(halted.entry(), true))))
        .orElse(List.of());
  }

  /** After both are ready somebody falls ill: the next whole set leaves them out, and nobody is told who spoke. */
  private List<Intent> saysNoLate(View view) {
    boolean clears = view.me().equals(view.state().course().functions().get(Function.CLEARANCE));
    if (clears && due(Turn.LATE_NO)) {
      waves(view)
          .filter(wave -> wave.phase() == Journey.WavePhase.READY || (wave.phase() == Journey.WavePhase.STAGED && !wave.ready().isEmpty()))
          .flatMap(wave -> wave.rolls().values().stream())
          .flatMap(roll -> roll.everybody().stream())
          .min(java.util.Comparator.naturalOrder())
          .ifPresent(ref -> {
            done.add(Turn.LATE_NO);
            staying.add(ref);
          });
    }
    return List.of();
  }

  private List<Intent> unready(View view) {
    for (Journey journey : view.state().journeys().values()) {
      for (Journey.Wave wave : journey.waves()) {
        boolean waiting = wave.phase() == Journey.WavePhase.STAGED || wave.phase() == Journey.WavePhase.READY;
        if (due(Turn.UNREADY) && waiting && wave.ready().containsKey(view.me())) {
          return once(Turn.UNREADY, says(new Move.Unready(journey.code(), wave.number())));
        }
      }
    }
    return List.of();
  }

  /** Somebody who arrived unlisted turns out to be one of those agreed. */
  private List<Intent> recognises(View view) {
    if (!due(Turn.RECOGNISED) || pending(view, Matter.Settlement.class)) {
      return List.of();
    }
    for (Ref arrival : players.strangers().keySet()) {
      State.Discrepancy open = view.state().discrepancies().get("unlisted-" + arrival.value());
      Optional<Ref> known = open == null || !open.open() ? Optional.empty() : free(view);
      if (open != null && known.isPresent()) {
        return List.of(proposes(view, new Matter.Settlement(open.id(), new Matter.Finding.ArrivalIs(arrival, known.get()))));
      }
    }
    return List.of();
  }

  /** Somebody seated in a wave that has not left, or somebody agreed who sits nowhere. */
  private static Optional<Ref> free(View view) {
    return view.state().people().entrySet().stream()
        .filter(known -> !known.getValue().holder().equals(view.me()) && known.getValue().answer() == Person.Answered.ACCEPTED)
        .filter(known -> !view.state().trails().containsKey(known.getKey()))
        .map(java.util.Map.Entry::getKey)
        .reduce((first, last) -> last);
  }

  private List<Intent> lifts(View view) {
    for (Journey journey : view.state().journeys().values()) {
      boolean ready = journey.tranche().isPresent() && journey.over() && journey.published().isEmpty();
      if (due(Turn.LIFT) && ready && !pending(view, Matter.Lift.class)) {
        return once(Turn.LIFT, proposes(view, new Matter.Lift(journey.code())));
      }
    }
    return List.of();
  }

  private List<Intent> withdraws(View view) {
    for (State.Pending pending : view.state().pending().values()) {
      boolean seal = pending.subject() instanceof State.Subject.Proposal(Matter matter) && matter instanceof Matter.Seal;
      if (due(Turn.WITHDRAWN) && seal && pending.proposer().equals(view.me())) {
        return once(Turn.WITHDRAWN, says(new Move.Withdraw(pending.id())));
      }
    }
    return List.of();
  }

  private List<Intent> changesKeeper(View view) {
    boolean frozen = inForce(view) && view.state().course().frozen().isPresent();
    if (!due(Turn.KEEPER_CHANGES) || !frozen || pending(view, Matter.Succession.class)) {
      return List.of();
    }
    PartyId next = players.all.get(players.keeper().role() == 0 ? 2 : 0).id();
    return once(Turn.KEEPER_CHANGES, proposes(view, new Matter.Succession(Function.KEEPER, next)));
  }

  /** Whoever is no delegate any more may not have heard of it. */
  private List<Intent> formerSpeaks(View view) {
    boolean replaced = players.shape.has(Turn.NEW_DELEGATES) && done.contains(Turn.NEW_DELEGATES) && inForce(view);
    if (!replaced || formerSpoke) {
      return List.of();
    }
    formerSpoke = true;
    return List.of(new Intent(SIDE, Player.DELEGATES - 1, new Move.Halt(Move.Cause.OTHER)));
  }

  private List<Intent> enrolsAnew(View view) {
    boolean frozen = inForce(view) && view.state().course().frozen().isPresent() && players.shape.people() == 2;
    return due(Turn.NEW_DELEGATES) && frozen
        ? once(Turn.NEW_DELEGATES, new Intent(ROOT, ROOT_KEY, new Move.Enrol(me.delegates(List.of(0, 1, Player.NEWCOMER)))))
        : List.of();
  }

  private List<Intent> lendsDevice(View view) {
    Move lend = new Move.EnrolDevice(me.people().get(Player.DEVICE).publicKey().value(), me.persons().getFirst(), Times.until(0));
    boolean lent = view.state().parties().authors().containsKey(homeward.exchange.AuthorId.of(me.people().get(Player.DEVICE).publicKey().value()));
    return due(Turn.DEVICE) && inForce(view) && !lent ? List.of(says(lend)) : List.of();
  }

  /** It was out of reach until its key was over: what it saw is taken all the same. */
  private List<Intent> speaksLate(View view) {
    TreeSet<Ref> received = new TreeSet<>();
    view.state().trails().forEach((ref, trail) -> {
      if (trail.standing(Sight.RECEIVED) && !ref.isArrival()) {
        received.add(ref);
      }
    });
    boolean late = due(Turn.DEVICE) && view.now() > Times.until(0) + 5 * Times.HOUR && !received.isEmpty();
    Device device = new Device(1, Times.from(0) + Times.HOUR);
    return late
        ? once(Turn.DEVICE, new Intent(SIDE, Player.DEVICE, new Move.Saw(Sight.RECEIVED, Optional.of("day-1"), new TreeSet<>(List.of(received.first())), device)))
        : List.of();
  }

  private List<Intent> dies(View view) {
    for (var known : view.state().trails().entrySet()) {
      Trail trail = known.getValue();
      boolean here = trail.standing(Sight.RECEIVED) && !trail.standing(Sight.HOME) && !known.getKey().isArrival();
      boolean own = Optional.ofNullable(view.state().people().get(known.getKey())).map(person -> !person.holder().equals(view.me())).orElse(false);
      if (due(Turn.DIED) && here && own) {
        Move.Saw died = new Move.Saw(Sight.DIED, trail.facts().getLast().journey(), new TreeSet<>(List.of(known.getKey())), Device.desk());
        return once(Turn.DIED, says(died));
      }
    }
    return List.of();
  }

  /** Somebody turns round on the way; whether they go after all is another thing. */
  private List<Intent> turnsBack(View view) {
    List<Ref> underWay = new ArrayList<>();
    waves(view).filter(Journey.Wave::open).forEach(
        wave -> Optional.ofNullable(wave.rolls().get(view.me())).ifPresent(roll -> underWay.addAll(roll.everybody())));
    for (Ref ref : underWay) {
      Trail trail = view.state().trails().getOrDefault(ref, Trail.UNSEEN);
      if (due(Turn.TURNED_BACK) && trail.standing(Sight.DEPARTED) && !trail.standing(Sight.HANDED_OVER)) {
        Move.Saw back = new Move.Saw(Sight.BACK, trail.facts().getLast().journey(), new TreeSet<>(List.of(ref)), Device.desk());
        return once(Turn.TURNED_BACK, says(back));
      }
    }
    return List.of();
  }
}
