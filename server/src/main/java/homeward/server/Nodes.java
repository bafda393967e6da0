package homeward.server;

import homeward.exchange.PartyId;
import homeward.node.Clock;
import homeward.node.Random;
import homeward.server.setup.Card;
import homeward.server.setup.NewNode;
import homeward.server.setup.NodeConfig;
import homeward.server.setup.Reading;
import homeward.transcript.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Several nodes that know each other, in one process: for a demonstration and for tests. Each has a directory, a database, ports and
 * a cookie of its own under one directory, and finds them again at the next start.
 */
public final class Nodes implements AutoCloseable {
  private static final int FIRST_PORT = 10_000;
  private static final int FIRST_HANDED_OUT = 32_768;
  private static final int PORTS_TO_TRY = 100;

  private final Plan plan;
  private final SequencedMap<PartyId, NodeConfig> configs;
  private final SequencedMap<PartyId, Running> running = new LinkedHashMap<>();

  /**
   * What is to run.
   *
   * @param directory where anybody may pass through when this process is root
   * @param keeper who keeps the transcript until the log says otherwise
   * @param nodes the key of every node, in the order in which they are started
   * @param named who they are for people; a node whose party has no name here shows its code
   * @param pause between two ticks; zero: whoever runs the nodes ticks them
   */
  public record Plan(
      Path directory,
      String exchange,
      PartyId keeper,
      SequencedMap<PartyId, SigningKey> nodes,
      Map<PartyId, Card.Named> named,
      Duration pause,
      Clock clock,
      Random random) {
    /** Of parties that nobody calls by name. */
    public Plan(
        Path directory, String exchange, PartyId keeper, SequencedMap<PartyId, SigningKey> nodes, Duration pause, Clock clock, Random random) {
      this(directory, exchange, keeper, nodes, Map.of(), pause, clock, random);
    }
  }

  private Nodes(Plan plan, SequencedMap<PartyId, NodeConfig> configs) {
    this.plan = plan;
    this.configs = configs;
  }

  /**
   * Starts all of them.
   *
   * @throws IllegalStateException when one is refused
   */
  public static Nodes start(Plan plan) {
    Nodes nodes = new Nodes(plan, configured(plan));
    try {
      plan.nodes().sequencedKeySet().forEach(nodes::start);
      return nodes;
    } catch (RuntimeException failed) {
      nodes.close();
      throw failed;
    }
  }

  private static SequencedMap<PartyId, NodeConfig> configured(Plan plan) {
    SequencedMap<PartyId, NewNode> made = new LinkedHashMap<>();
    List<Card> cards = new ArrayList<>();
    SequencedMap<PartyId, NodeConfig> configs = new LinkedHashMap<>();
    try {
      for (var node : plan.nodes().entrySet()) {
        NewNode fresh = new NewNode(plan.exchange(), node.getKey(), "127.0.0.1", 0, freePort());
        Card card = fresh.card(home(plan, node.getKey()), Optional.of(node.getValue()), plan.clock().now(), plan.random());
        cards.add(Optional.ofNullable(plan.named().get(node.getKey())).map(card::as).orElse(card));
        made.put(node.getKey(), fresh);
      }
      for (var node : made.entrySet()) {
        Path programs = plan.directory().toAbsolutePath().resolve("programs");
        node.getValue().write(home(plan, node.getKey()), plan.keeper(), cards, Optional.of(programs));
        configs.put(node.getKey(), config(plan, node.getKey()));
      }
      return configs;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static Path home(Plan plan, PartyId party) {
    return plan.directory().resolve("node-" + party.value());
  }

  /**
   * A port of this machine that nothing listens at. A node has to find it free at its next start too, so it is none of those that the
   * system hands out unasked (from 32768 on; from 49152 after RFC 6335): any connection that is made meanwhile could be given one.
   *
   * @throws IOException when none is found
   */
  public static int freePort() throws IOException {
    Random random = new Chance();
    for (int tried = 0; tried < PORTS_TO_TRY; tried++) {
      int drawn = ByteBuffer.wrap(random.bytes(Integer.BYTES)).getInt();
      int port = FIRST_PORT + Math.floorMod(drawn, FIRST_HANDED_OUT - FIRST_PORT);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (BindException taken) {
        // Another one, then.
      }
    }
    throw new IOException("no port of this machine is free");
  }

  private static NodeConfig config(Plan plan, PartyId party) {
    return switch (Reading.of(NewNode.file(home(plan, party)), Objects.requireNonNull(plan.nodes().get(party)))) {
      case Reading.Read(NodeConfig config) -> config.every(plan.pause());
      case Reading.Refused(String sentence) -> throw new IllegalStateException(sentence);
    };
  }

  /** Starts one again that was stopped; where it was, with what it had. */
  public Running start(PartyId party) {
    NodeConfig config = Objects.requireNonNull(configs.get(party), "no node of this party");
    return switch (Server.start(config, plan.clock(), plan.random())) {
      case Start.Started(Running node) -> {
        running.put(party, node);
        yield node;
      }
      case Start.Refused(String sentence) -> throw new IllegalStateException(sentence);
    };
  }

  /** Stops one; the others go on without it. */
  public void stop(PartyId party) {
    Optional.ofNullable(running.remove(party)).ifPresent(Running::close);
  }

  /** The node of this party, which has to run. */
  public Running of(PartyId party) {
    return Objects.requireNonNull(running.get(party), "this node does not run");
  }

  /** Those that run, by party. */
  public SequencedMap<PartyId, Running> running() {
    return new LinkedHashMap<>(running);
  }

  @Override
  public void close() {
    List.copyOf(running.sequencedKeySet()).forEach(this::stop);
  }
}
