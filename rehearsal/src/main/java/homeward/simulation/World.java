package homeward.simulation;

import homeward.conduct.Conduct;
import homeward.conduct.Desk;
import homeward.conduct.Post;
import homeward.conduct.SideConduct;
import homeward.conduct.ThirdConduct;
import homeward.exchange.Move.Sight;
import homeward.exchange.PartyId;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.invariant.Evidence;
import homeward.node.Message;
import homeward.node.Node;
import homeward.node.Setting;
import homeward.simulation.Players.Player;
import homeward.simulation.Shape.Turn;
import homeward.simulation.Told.Happening;
import homeward.transcript.Checkpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Everything of one rehearsal, from its opening to its end or to sixty days after the last fault. */
final class World implements Station.Watch {
  private static final String EXCHANGE = "rehearsal";
  private static final long PATIENCE = 60 * Times.DAY;
  private static final long AFTERWARDS = 4 * Times.DAY;
  private static final int WAKE = 1_000;
  private static final int FAULT = 900;

  final Script script;
  final Players players;
  final Agenda agenda = new Agenda();
  final Network network;
  final List<Station> stations = new ArrayList<>();
  private final List<Told> told = new ArrayList<>();
  private final List<Evidence.Common> commons = new ArrayList<>();
  private final Map<PartyId, Checkpoint> lastCommon = new HashMap<>();
  private final Map<PartyId, Long> down = new HashMap<>();
  private final SortedSet<Ref> staying = new TreeSet<>();
  private final Saboteur saboteur;
  private final boolean mirrored;
  private long overSince = Long.MAX_VALUE;

  World(Script script, Saboteur saboteur, boolean mirrored) {
    this.script = script;
    this.saboteur = saboteur;
    this.mirrored = mirrored;
    this.players = Players.of(script.shape(), script.seed(), mirrored);
    this.network = new Network(agenda, script, stations);
    Lot clocks = Lot.of(script.seed(), "clocks");
    for (Player player : players.withNodes()) {
      stations.add(new Station(player, agenda, this, saboteur, setting(player), clock(clocks, player)));
    }
    stations.forEach(station -> station.start(network));
    players.all.forEach(this::sit);
    new Mishaps(this).schedule();
    stations.forEach(station -> agenda.at(Times.START, WAKE + station.player.role(), () -> wake(station)));
    names();
  }

  private Setting setting(Player player) {
    return new Setting(EXCHANGE, player.id(), player.node(), players.keeper().id(), players.nodeKeys());
  }

  /** Clocks are a little off and drift; one of them, perhaps, is plainly wrong. */
  private long[] clock(Lot lot, Player player) {
    long skew = script.faults().isEmpty() ? 0 : lot.between(-90_000, 90_000);
    for (Fault fault : script.faults()) {
      skew = fault instanceof Fault.WrongClock wrong && wrong.role() == player.role() ? wrong.skew() : skew;
    }
    return new long[] {skew, script.faults().isEmpty() ? 0 : lot.between(-80, 81)};
  }

  private void sit(Player player) {
    Station at = station(player.onPaper() ? 0 : player.role());
    Supplier<Post> node = () -> Post.at(at.node());
    Conduct conduct = saboteur.conduct(new Quirks(ordinary(player), player, players, staying));
    at.desks.add(
        player.onPaper()
            ? Desk.onPaper(node, player.id(), conduct, players.all.getFirst().people())
            : Desk.at(node, conduct, player.people(), player.root()));
  }

  private Conduct ordinary(Player player) {
    List<PartyId> guests = players.restsAbroad() ? List.of(players.all.getFirst().id()) : List.of();
    ThirdConduct.Ward ward = new ThirdConduct.Ward(player.delegates(), this::staying, List.of(), Long.MAX_VALUE, guests);
    return player.role() < 2 ? new SideConduct(players.book(player.role()), ward) : new ThirdConduct(ward);
  }

  /** The evening before the first day doctors and interviewers tell the clearance function who does not travel, and nobody why. */
  private SortedSet<Ref> staying() {
    TreeSet<Ref> all = new TreeSet<>(staying);
    if (script.shape().has(Turn.DECLINED) && agenda.now() >= Times.from(0) - 12 * Times.HOUR) {
      all.add(players.offered(1).firstKey());
    }
    return all;
  }

  /** Names go sealed from the holder to the home side before anything is said. */
  private void names() {
    for (Station station : stations) {
      int role = station.player.role();
      if (role < 2) {
        station.guarded(() -> station.node().attach(players.parcel(role), players.all.get(1 - role).id()));
      }
    }
  }

  Station station(int role) {
    return stations.stream().filter(station -> station.player.role() == role).findFirst().orElseThrow();
  }

  void tell(Happening kind, String words) {
    told.add(new Told(agenda.now(), kind, words));
  }

  void fault(long at, Runnable what) {
    agenda.at(at, FAULT, what);
  }

  private void wake(Station station) {
    long pause = station.wake();
    agenda.at(agenda.now() + pause, WAKE + station.player.role(), () -> wake(station));
    watchForTheEnd();
  }

  private void watchForTheEnd() {
    boolean over = agenda.now() > script.lastFault() && stations.stream().allMatch(station -> !lasts(station) || over(station));
    overSince = !over ? Long.MAX_VALUE : Math.min(overSince, agenda.now());
  }

  private static boolean lasts(Station station) {
    return !station.gone && station.honest;
  }

  private static boolean over(Station station) {
    return station.running().map(World::finished).orElse(false);
  }

  private static boolean finished(Node node) {
    State state = node.state();
    boolean done = state.course().phase() == State.Phase.CLOSED || state.course().phase() == State.Phase.ENDED;
    return done && state.trails().values().stream().noneMatch(trail -> trail.standing(Sight.RECEIVED) && !trail.standing(Sight.HOME));
  }

  @Override
  public void crashed(Station station) {
    long pause = down.getOrDefault(station.player.id(), Times.MINUTE);
    tell(Happening.RESTART, "the node of " + station.player.name() + " ended at a write; it starts again in " + pause / Times.MINUTE + " minutes");
    fault(agenda.now() + pause, () -> restart(station));
  }

  private void restart(Station station) {
    if (!station.runs()) {
      station.start(network);
    }
  }

  /** How long a process stays down when it next ends. */
  void downFor(Station station, long pause) {
    down.put(station.player.id(), pause);
  }

  @Override
  public void looked(Station station) {
    station.running().flatMap(Node::common).map(note -> note.checkpoint()).ifPresent(point -> {
      if (!point.equals(lastCommon.put(station.player.id(), point))) {
        commons.add(new Evidence.Common(station.player.id(), point.size(), point.root()));
      }
    });
  }

  Rehearsed run() {
    long last = script.lastFault() + PATIENCE;
    while (agenda.now() < last && (overSince == Long.MAX_VALUE || agenda.now() < overSince + AFTERWARDS)) {
      if (!agenda.next(last)) {
        break;
      }
    }
    settle();
    return new Result(this, saboteur, mirrored).rehearsed(told, commons);
  }

  /** Nobody says anything more; what is under way arrives, and everybody hears what everybody holds. */
  private void settle() {
    for (Station station : stations) {
      station.silent = true;
      restart(station);
    }
    for (int round = 0; round < 6; round++) {
      for (Station station : stations) {
        station.guarded(() -> station.running().filter(node -> !station.gone).ifPresent(Node::tick));
      }
      long until = agenda.now() + Times.HOUR;
      while (agenda.next(until)) {
        // What is due in this hour has happened by then.
      }
    }
  }

  Setting settingOf(Station station) {
    return setting(station.player);
  }

  /** Hands everything that stands in a node's log in to it once more, from everybody; what stands already is left alone. */
  static long resend(Station station) {
    Node node = station.node();
    List<String> entries = new ArrayList<>();
    for (long index = 0; index < node.chronicle().size(); index++) {
      entries.add(node.chronicle().leaf(index).entry().jws());
    }
    station.guarded(() -> node.receive(station.player.id(), new Message.Submit(entries)));
    return node.chronicle().size();
  }
}
