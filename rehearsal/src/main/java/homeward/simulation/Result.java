package homeward.simulation;

import homeward.balance.Manifests;
import homeward.exchange.PartyId;
import homeward.invariant.Evidence;
import homeward.json.Malformed;
import homeward.node.Node;
import homeward.simulation.Players.Player;
import homeward.transcript.SignedEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts together what can be seen when a rehearsal is over. */
record Result(World world, Saboteur saboteur, boolean mirrored) {

  Rehearsed rehearsed(List<Told> told, List<Evidence.Common> commons) {
    List<Evidence.Held> held = new ArrayList<>();
    List<Evidence.Said> said = new ArrayList<>();
    TreeMap<PartyId, Long> ignored = new TreeMap<>();
    for (Station station : world.stations) {
      station.running().ifPresent(node -> {
        ignored.put(station.player.id(), node.ignored());
        held.add(held(station, node));
        said.addAll(acknowledged(station));
      });
    }
    Map<PartyId, String> names = new HashMap<>();
    world.players.all.forEach(player -> names.put(player.id(), player.name()));
    Evidence evidence = new Evidence(List.copyOf(held), List.copyOf(said), List.copyOf(commons), Players.PRIVATE, true);
    return new Rehearsed(
        world.script.seed(),
        Script.faultFree(world.script.seed()),
        evidence,
        setting(),
        List.copyOf(told),
        ignored,
        names,
        world.players.all.subList(0, 2).stream().map(Player::id).toList());
  }

  private Evidence.Held held(Station station, Node node) {
    var contents = station.disk.contents();
    Disk copy = station.disk.copy();
    Node anew = saboteur.nodes().start(world.settingOf(station), copy, (to, message) -> {}, station::time);
    long again = World.resend(station);
    boolean lasting = !station.gone;
    return new Evidence.Held(
        station.player.id(), station.honest, lasting, node.chronicle(), contents, again, Manifests.ofState(anew.state()));
  }

  private static List<Evidence.Said> acknowledged(Station station) {
    List<Evidence.Said> said = new ArrayList<>();
    for (String entry : station.disk.acknowledged()) {
      try {
        said.add(new Evidence.Said(station.player.id(), SignedEntry.read(entry)));
      } catch (Malformed e) {
        throw new IllegalStateException("what a node stored can be read", e);
      }
    }
    return said;
  }

  private List<String> setting() {
    Shape shape = world.script.shape();
    List<String> lines = new ArrayList<>();
    lines.add("seed " + world.script.seed() + (mirrored ? ", mirrored" : "") + (world.script.faults().isEmpty() ? ", no faults" : ""));
    lines.add("parties " + shape.parties() + (shape.onPaper() ? ", the other side on paper" : ""));
    shape.holders().forEach((function, role) -> lines.add(function + " is held by " + world.players.all.get(role).name()));
    lines.add("tranches " + shape.returns().size() + ", seats in a wave " + shape.seats() + ", people who bind a side " + shape.people());
    lines.add("on the way: " + shape.turns());
    lines.add("network: " + world.script.weather() + " until " + Times.clock(world.script.calmFrom()));
    world.script.faults().forEach(fault -> lines.add(Times.clock(fault.at()) + "  planned: " + fault));
    return List.copyOf(lines);
  }
}
