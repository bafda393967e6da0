package homeward.server.proceedings;

import homeward.exchange.Digest;
import homeward.exchange.PartyId;
import homeward.node.Node;
import homeward.node.Wire;
import homeward.transcript.Hash;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that a node knows. Everything that waits is done in one transaction; after its commit those who wait are answered,
 * the messages go out and the readers see it. What does not get so far is undone: the node is made again from its store.
 */
final class NodeThread implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NodeThread.class);
  private static final int LARGEST_GROUP = 256;
  private static final long FIRST_WAIT = 50;
  private static final long LONGEST_WAIT = 2_000;
  /** A full disk lets a node be read and nothing be written: no need to try that many times a second. */
  private static final int MOST_FAILURES = 6;

  private final Function<Wire, Node> maker;
  private final PostgresStore store;
  private final HeldWire wire;
  private final Duration pause;
  private final BlockingQueue<Task> queue = new LinkedBlockingQueue<>();
  private final List<Consumer<Standing>> listeners = new CopyOnWriteArrayList<>();
  private final GrowingLog log = new GrowingLog();
  private final Thread thread;
  private Node node;
  private long shown;
  private int failures;
  private volatile Standing standing;
  private volatile CompletableFuture<Standing> following = new CompletableFuture<>();
  private volatile boolean closing;
  private volatile boolean ended;

  NodeThread(Function<Wire, Node> maker, PostgresStore store, Wire onward, Duration pause) {
    this.maker = maker;
    this.store = store;
    this.wire = new HeldWire(onward);
    this.pause = pause;
    this.node = maker.apply(wire);
    this.standing = standing(node, 0);
    this.thread = Thread.ofPlatform().daemon().name("node").start(this::work);
    if (!pause.isZero()) {
      Thread.ofVirtual().name("node-ticks").start(this::tickAway);
    }
  }

  Standing standing() {
    return standing;
  }

  int waiting() {
    return queue.size();
  }

  /** The queue is this thread's alone until it has ended: whoever emptied it before could take the call that wakes it to end. */
  CompletableFuture<Optional<Digest>> add(Task task) {
    if (closing) {
      task.refuse(stopped());
    } else {
      queue.add(task);
      if (ended) {
        refuseRest();
      }
    }
    return task.kept();
  }

  private static IllegalStateException stopped() {
    return new IllegalStateException("the node has stopped");
  }

  static Task ticking() {
    return new Task(
        node -> {
          node.tick();
          return Optional.empty();
        });
  }

  Task sendingParcels() {
    return new Task(
        node -> {
          for (PostgresStore.Due due : store.due()) {
            Parcels.parcel(store, due).ifPresent(parcel -> wire.send(new PartyId(due.to()), parcel));
          }
          return Optional.empty();
        });
  }

  private void work() {
    List<Task> group = new ArrayList<>();
    try {
      while (!closing || !queue.isEmpty()) {
        group = next();
        while (!group.isEmpty()) {
          group = attempt(group);
        }
      }
    } catch (RuntimeException beyondRepair) {
      LOG.error("The node has stopped: {}", String.valueOf(beyondRepair.getMessage()));
      closing = true;
      group.forEach(task -> task.refuse(beyondRepair));
    }
    ended = true;
    refuseRest();
  }

  /** One tick at a time, however long it takes, and however much else waits. */
  private void tickAway() {
    while (!closing) {
      pause(pause.toMillis());
      add(ticking()).handle((entry, failed) -> entry).join();
    }
  }

  private void refuseRest() {
    for (@Nullable Task task = queue.poll(); task != null; task = queue.poll()) {
      task.refuse(stopped());
    }
  }

  /** Whatever waits, and waiting for something. */
  private List<Task> next() {
    try {
      List<Task> group = new ArrayList<>();
      group.add(queue.take());
      queue.drainTo(group, LARGEST_GROUP - 1);
      return group;
    } catch (InterruptedException stop) {
      return new ArrayList<>();
    }
  }

  /** Does a group; what is returned has to be done again. */
  private List<Task> attempt(List<Task> group) {
    try {
      store.begin();
      for (Task task : group) {
        long before = store.changes();
        task.run(node);
        if (task.failed() && !(task.asksFirst() && store.changes() == before)) {
          return withoutOne(group, task);
        }
      }
      store.commit();
    } catch (StoreFailure failure) {
      LOG.warn("{}; the node is made again from its store.", failure.getMessage());
      failures = Math.min(failures + 1, MOST_FAILURES);
      pause(FIRST_WAIT << failures);
      reopen();
      return unkept(group);
    }
    failures = 0;
    publish();
    wire.release();
    group.forEach(Task::acknowledge);
    return List.of();
  }

  /** A task that failed by itself is answered; the others are done without it. */
  private List<Task> withoutOne(List<Task> group, Task failed) {
    reopen();
    failed.acknowledge();
    return group.stream().filter(task -> task != failed).toList();
  }

  /** Whether a commit that failed was kept is seen in the store: all of the group, or nothing. */
  private List<Task> unkept(List<Task> group) {
    // Only what was signed here cannot have been there before.
    boolean kept = group.stream().filter(Task::asksFirst).flatMap(task -> task.entry().stream()).anyMatch(this::isKnown);
    if (kept) {
      publish();
      group.forEach(Task::acknowledge);
    } else if (closing) {
      group.forEach(task -> task.refuse(stopped()));
    }
    return kept || closing ? List.of() : group;
  }

  private boolean isKnown(Digest entry) {
    Hash hash = new Hash(entry.value());
    return node.chronicle().placeOf(hash).isPresent() || node.outbox().stream().anyMatch(queued -> queued.hash().equals(hash));
  }

  private void reopen() {
    store.abandon();
    wire.drop();
    for (long wait = FIRST_WAIT; !closing; wait = Math.min(2 * wait, LONGEST_WAIT)) {
      try {
        node = maker.apply(wire);
        return;
      } catch (StoreFailure still) {
        pause(wait);
      }
    }
  }

  private static void pause(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void publish() {
    boolean same = shown == store.changes() && standing.withoutKeeper() == node.withoutKeeper() && standing.ignored() == node.ignored();
    if (same) {
      return;
    }
    shown = store.changes();
    standing = standing(node, standing.turn() + 1);
    CompletableFuture<Standing> awaited = following;
    following = new CompletableFuture<>();
    awaited.complete(standing);
    for (Consumer<Standing> listener : listeners) {
      tell(listener);
    }
  }

  private void tell(Consumer<Standing> listener) {
    try {
      listener.accept(standing);
    } catch (RuntimeException ofTheListener) {
      LOG.warn("A listener of the node failed: {}", ofTheListener.getClass().getName());
    }
  }

  private Standing standing(Node now, long turn) {
    return new Standing(
        turn,
        now.state(),
        log.following(now.chronicle()),
        now.latest(),
        now.common(),
        now.outbox(),
        now.alarms(),
        now.withoutKeeper(),
        now.ignored());
  }

  Standing awaitChange(long turn, Duration longest) {
    CompletableFuture<Standing> after = following;
    if (standing.turn() > turn) {
      return standing;
    }
    try {
      return after.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return standing;
    } catch (TimeoutException | ExecutionException nothingNew) {
      return standing;
    }
  }

  AutoCloseable listen(Consumer<Standing> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public void close() {
    closing = true;
    queue.add(new Task(node -> Optional.empty()));
    try {
      thread.join();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
