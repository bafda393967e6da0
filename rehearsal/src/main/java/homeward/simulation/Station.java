package homeward.simulation;

import homeward.conduct.Desk;
import homeward.exchange.Journey;
import homeward.exchange.State;
import homeward.node.Message;
import homeward.node.Node;
import homeward.node.Setting;
import homeward.node.Wire;
import homeward.simulation.Players.Player;
import homeward.simulation.Saboteur.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One party's place: its disk, its node while the process runs, its clock, and the desks at which people sit. */
final class Station {
  /** What a station tells of itself. */
  interface Watch {
    /** The process ended at a write. */
    void crashed(Station station);

    /** What it holds may have changed. */
    void looked(Station station);
  }

  private static final long SECOND = 1_000L;
  private static final long BUSY = 2 * Times.MINUTE;
  private static final long MOVING = 10 * Times.MINUTE;
  private static final long SOON = 40 * Times.MINUTE;
  private static final long QUIET = 4 * Times.HOUR;
  private static final long HEARTBEAT = 6 * Times.HOUR;
  private static final long UNSETTLED = 10 * Times.MINUTE;

  final Player player;
  final List<Desk> desks = new ArrayList<>();
  private final Agenda agenda;
  private final Watch watch;
  private final Nodes nodes;
  private final Setting setting;
  private final long skew;
  private final long drift;
  Disk disk;
  boolean silent;
  boolean gone;
  boolean honest = true;
  private @Nullable Node node;
  private @Nullable Node twin;
  private @Nullable Station twinFor;
  private long ticked = Long.MIN_VALUE / 2;
  private long size;

  Station(Player player, Agenda agenda, Watch watch, Saboteur saboteur, Setting setting, long[] clock) {
    this.player = player;
    this.agenda = agenda;
    this.watch = watch;
    this.nodes = saboteur.nodes();
    this.setting = setting;
    this.skew = clock[0];
    this.drift = clock[1];
    this.disk = new Disk(saboteur::store);
  }

  /** Its own clock, which is a little wrong from the start and goes a little wrong. */
  long time() {
    long since = agenda.now() - Times.START;
    return agenda.now() + skew + since * drift / 1_000_000L;
  }

  void start(Network network) {
    Wire wire = network.of(this);
    node = nodes.start(setting, disk, (to, message) -> {
      if (twinFor == null || !to.equals(twinFor.player.id())) {
        wire.send(to, message);
      }
    }, this::time);
  }

  void stop() {
    node = null;
  }

  /** From here on one listener is told a history of its own, begun from what stands now. */
  void splitFor(Station listener, Network network) {
    honest = false;
    twinFor = listener;
    Disk other = disk.copy();
    twin = nodes.start(setting, other, (to, message) -> {
      if (to.equals(listener.player.id())) {
        network.send(this, listener, message, true);
      }
    }, this::time);
  }

  boolean runs() {
    return node != null;
  }

  Node node() {
    return java.util.Objects.requireNonNull(node);
  }

  Optional<Node> running() {
    return Optional.ofNullable(node);
  }

  void hear(Station from, Message message, boolean aside) {
    Node second = twin;
    if (second != null && from == twinFor) {
      second.receive(from.player.id(), message);
      return;
    }
    guarded(() -> {
      if (node != null && !gone) {
        node.receive(from.player.id(), message);
      }
    });
  }

  /** Whatever reaches the disk may be the last thing this process does. */
  void guarded(Runnable what) {
    try {
      what.run();
    } catch (Disk.Crash crash) {
      stop();
      watch.crashed(this);
    }
    watch.looked(this);
  }

  /** Looks at the clock and at what came in, and says what is due; answers how long until it looks again. */
  long wake() {
    boolean[] said = {false};
    guarded(() -> {
      if (node != null && !gone) {
        said[0] = act(node);
      }
    });
    boolean grown = node != null && node.chronicle().size() != size;
    size = node == null ? 0 : node.chronicle().size();
    return node == null || gone ? QUIET : said[0] ? SECOND * 5 : grown ? BUSY : pause(node);
  }

  private boolean act(Node at) {
    boolean settled = at.outbox().isEmpty() && at.latest().map(note -> note.checkpoint().size()).equals(at.common().map(note -> note.checkpoint().size()));
    if (agenda.now() >= ticked + (settled ? HEARTBEAT : UNSETTLED)) {
      ticked = agenda.now();
      at.tick();
      Optional.ofNullable(twin).ifPresent(Node::tick);
    }
    boolean said = false;
    if (!silent) {
      for (Desk desk : desks) {
        said |= desk.act(time());
      }
    }
    return said;
  }

  private long pause(Node at) {
    State state = at.state();
    boolean moving = false;
    boolean soon = !at.outbox().isEmpty();
    for (Journey journey : state.journeys().values()) {
      moving |= journey.waves().stream().anyMatch(Journey.Wave::open);
      soon |= !journey.over() && time() > journey.from() - 12 * Times.HOUR;
    }
    boolean over = state.course().phase() == State.Phase.CLOSED || state.course().phase() == State.Phase.ENDED;
    return moving ? MOVING : soon ? (over ? QUIET : SOON) : over ? QUIET * 2 : QUIET;
  }
}
