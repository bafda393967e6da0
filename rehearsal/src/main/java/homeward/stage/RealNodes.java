package homeward.stage;

import homeward.conduct.Post;
import homeward.exchange.Decision;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.node.Message;
import homeward.node.Random;
import homeward.node.Store;
import homeward.play.Company;
import homeward.server.Nodes;
import homeward.server.Running;
import homeward.server.proceedings.PostgresStore;
import homeward.server.proceedings.Proceedings;
import homeward.server.proceedings.Standing;
import homeward.server.setup.Card;
import homeward.transcript.Leaf;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The nodes of a play as programs: their own databases, speaking over HTTPS. */
public final class RealNodes implements Company {
  private static final long LOOK_AGAIN = 1;
  private static final long LONGEST = 60_000;

  private final Plan plan;
  private final Nodes nodes;
  private final Map<PartyId, AtServer> posts = new HashMap<>();
  private final Map<PartyId, Standing> cut = new HashMap<>();

  private RealNodes(Plan plan, Nodes nodes) {
    this.plan = plan;
    this.nodes = nodes;
    plan.nodes().sequencedKeySet().forEach(party -> posts.put(party, new AtServer(party, () -> door(party), () -> standing(party))));
  }

  /**
   * Starts them.
   *
   * @param directory where their databases lie; it is kept
   * @param named who they are for people
   */
  public static RealNodes start(Plan plan, Path directory, Map<PartyId, Card.Named> named, Random random) {
    return new RealNodes(
        plan, Nodes.start(new Nodes.Plan(directory, plan.exchange(), plan.keeper(), plan.nodes(), named, Duration.ZERO, plan.clock(), random)));
  }

  /** The running program of a party. */
  public Running of(PartyId party) {
    return nodes.of(party);
  }

  private Proceedings door(PartyId party) {
    return nodes.of(party).proceedings();
  }

  private Standing standing(PartyId party) {
    Standing last = cut.get(party);
    return last == null ? door(party).standing() : last;
  }

  @Override
  public Post post(PartyId party) {
    return Objects.requireNonNull(posts.get(party), "this party has no node");
  }

  @Override
  public void attach(PartyId from, Message.Parcel parcel, PartyId to) {
    door(from).attach(parcel, to);
  }

  @Override
  public void hear(PartyId from, PartyId to, Message message) {
    door(to).receive(from, List.of(message));
  }

  @Override
  public void tick() {
    nodes.running().values().forEach(node -> node.proceedings().tick());
  }

  /**
   * Waits until nothing is under way: no line has anything to carry, and nothing has changed since it was looked at before. A message
   * is on its sender's line until what it led to is on the receiver's.
   */
  @Override
  public void deliver() {
    long waited = 0;
    for (long before = -1, turns = quietTurns(); turns < 0 || turns != before; turns = quietTurns()) {
      before = turns;
      pause();
      waited += LOOK_AGAIN;
      if (waited > LONGEST) {
        throw new IllegalStateException("the nodes do not come to rest");
      }
    }
  }

  /** How much has been committed in all; -1 while a line to a node that runs still has something to carry. */
  private long quietTurns() {
    long turns = 0;
    for (Running node : nodes.running().values()) {
      if (node.lines().stream().anyMatch(line -> line.waiting() > 0 && nodes.running().containsKey(line.peer()))) {
        return -1;
      }
      turns += node.proceedings().standing().turn();
    }
    return turns;
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_AGAIN);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the play was stopped", stop);
    }
  }

  /** Its program is stopped: nothing reaches it, and nothing of it gets through. */
  @Override
  public void cut(PartyId party) {
    cut.put(party, door(party).standing());
    nodes.stop(party);
  }

  @Override
  public void rejoin(PartyId party) {
    nodes.start(party);
    cut.remove(party);
  }

  @Override
  public long size(PartyId party) {
    return standing(party).log().size();
  }

  @Override
  public Leaf leaf(PartyId party, long index) {
    return standing(party).log().get((int) index).leaf();
  }

  @Override
  public Decision decision(PartyId party, long index) {
    return standing(party).log().get((int) index).decision();
  }

  @Override
  public State stateAt(PartyId party, long size) {
    return size == 0 ? State.unopened(plan.exchange()) : standing(party).log().get((int) size - 1).decision().next();
  }

  @Override
  public Store store(PartyId party) {
    return new PostgresStore(nodes.of(party).database().source());
  }

  @Override
  public void close() {
    nodes.close();
  }
}
