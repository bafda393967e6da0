package homeward.simulation;

import homeward.node.Message;
import homeward.node.Node;
import homeward.simulation.Told.Happening;
import homeward.transcript.SignedEntry;
import java.util.List;
import java.util.Optional;

/** Brings about what the script says goes wrong, each thing at its hour. */
final class Mishaps {
  private static final long NONSENSE_EVERY = 50 * Times.MINUTE;
  private static final long CONFUSION_EVERY = 2 * Times.HOUR;

  private final World world;
  private final Mischief mischief;
  private final Lot lot;

  Mishaps(World world) {
    this.world = world;
    this.lot = Lot.of(world.script.seed(), "mischief");
    this.mischief = new Mischief(lot, world.players);
  }

  void schedule() {
    for (Fault fault : world.script.faults()) {
      switch (fault) {
        case Fault.Crash crash -> world.fault(crash.at(), () -> crash(crash));
        case Fault.Cut cut -> cut(cut);
        case Fault.Silence silence -> world.fault(silence.at(), () -> silence(silence));
        case Fault.Nonsense nonsense -> world.fault(nonsense.at(), () -> nonsense(nonsense));
        case Fault.Confusion confusion -> world.fault(confusion.at(), () -> confusion(confusion));
        case Fault.TwoHistories two -> world.fault(two.at(), this::twoHistories);
        case Fault.TwoEntries two -> world.fault(two.at(), () -> twoEntries(two));
        case Fault.Backup backup -> backup(backup);
        case Fault.WrongClock clock -> {}
      }
    }
    if (world.script.shape().has(Shape.Turn.CLAIM)) {
      world.fault(Times.until(0), this::outsider);
    }
  }

  private Station at(int role) {
    return world.station(role);
  }

  private void crash(Fault.Crash crash) {
    Station station = at(crash.role());
    world.downFor(station, crash.down());
    station.disk.crashIn(crash.write(), crash.after());
    world.tell(
        crash.after() ? Happening.CRASH_AFTER_WRITE : Happening.CRASH_BEFORE_WRITE,
        "the process of " + station.player.name() + " will end at write " + crash.write() + " from here, " + (crash.after() ? "after" : "before") + " it is done");
  }

  private void cut(Fault.Cut cut) {
    world.fault(cut.at(), () -> {
      world.network.cut(cut.role());
      world.tell(Happening.CUT_OFF, at(cut.role()).player.name() + " is cut off until " + Times.clock(cut.until()));
    });
    world.fault(cut.until(), () -> {
      world.network.mend(cut.role());
      world.tell(Happening.MENDED, at(cut.role()).player.name() + " is heard again");
    });
  }

  /** The people of a party on paper sit at another's desk. */
  private void silence(Fault.Silence silence) {
    boolean paper = world.players.all.get(silence.role()).onPaper();
    if (paper) {
      at(0).desks.removeLast();
      world.tell(Happening.SILENT, "the other side, on paper, never says anything again");
      return;
    }
    Station station = at(silence.role());
    station.silent = true;
    world.tell(Happening.SILENT, "the people of " + station.player.name() + " never say anything again");
    if (silence.node()) {
      station.gone = true;
      world.network.cut(silence.role());
      world.tell(Happening.NODE_GONE, "the node of " + station.player.name() + " is gone for ever");
    }
  }

  private void nonsense(Fault.Nonsense fault) {
    Station from = at(fault.role());
    from.running().filter(node -> !from.gone).ifPresent(node -> {
      Station to = lot.of(world.stations);
      Message message = mischief.nonsense(node, world.network.overheard());
      if (to != from) {
        world.network.send(from, to, message, false);
      }
    });
    if (world.agenda.now() == fault.at()) {
      world.tell(Happening.NONSENSE, "in the name of " + from.player.name() + " nonsense is sent until " + Times.clock(fault.until()));
    }
    if (world.agenda.now() + NONSENSE_EVERY < fault.until()) {
      world.fault(world.agenda.now() + NONSENSE_EVERY, () -> nonsense(fault));
    }
  }

  private void confusion(Fault.Confusion fault) {
    Station station = at(fault.role());
    station.guarded(() -> station.running().filter(node -> !station.gone).ifPresent(node -> says(node, station)));
    if (world.agenda.now() == fault.at()) {
      world.tell(Happening.CONFUSION, "a delegate of " + station.player.name() + " is confused until " + Times.clock(fault.until()));
    }
    if (world.agenda.now() + CONFUSION_EVERY < fault.until()) {
      world.fault(world.agenda.now() + lot.between(CONFUSION_EVERY / 8, CONFUSION_EVERY), () -> confusion(fault));
    }
  }

  private void says(Node node, Station station) {
    Mischief.Said said = mischief.confused(node, station.player);
    node.say(station.player.people().get(lot.below(2)), said.function(), said.move());
  }

  private void twoHistories() {
    Station keeper = at(world.players.keeper().role());
    if (keeper.runs()) {
      keeper.splitFor(at(1), world.network);
      world.tell(Happening.SECOND_HISTORY, "whoever keeps the log tells the other side another history from here on");
    }
  }

  /** One goes in by its own node, the other straight to whoever keeps the log. */
  private void twoEntries(Fault.TwoEntries fault) {
    Station station = at(fault.role());
    station.running().ifPresent(node -> {
      SignedEntry second = mischief.second(node, station.player);
      station.guarded(() -> node.say(station.player.people().get(1), homeward.exchange.Function.SIDE, new homeward.exchange.Move.Complete("civilian")));
      Station keeper = at(world.players.keeper().role());
      world.network.send(station, keeper, new Message.Submit(List.of(second.jws())), false);
      world.tell(Happening.TWO_ENTRIES, "a delegate of " + station.player.name() + " signs two entries of number " + second.envelope().sequence());
    });
  }

  private void backup(Fault.Backup backup) {
    int[] length = {0};
    world.fault(backup.taken(), () -> length[0] = at(backup.role()).disk.length());
    world.fault(backup.at(), () -> {
      Station station = at(backup.role());
      station.stop();
      station.disk.restore(length[0]);
      boolean keeper = Optional.of(station.player).equals(Optional.of(world.players.keeper()));
      station.honest = station.honest && !keeper;
      world.tell(Happening.BACKUP_RESTORED, station.player.name() + " goes back to its backup of " + Times.clock(backup.taken()));
      station.start(world.network);
    });
  }

  /** Somebody who is no party announces the end: a key that nobody enrolled gets no place. */
  private void outsider() {
    Station station = at(0);
    Station keeper = at(world.players.keeper().role());
    station.running().ifPresent(node -> {
      world.network.send(station, keeper, mischief.claim(node), false);
      world.tell(Happening.OUTSIDER, "somebody outside the talks announces that all is done");
    });
  }
}
