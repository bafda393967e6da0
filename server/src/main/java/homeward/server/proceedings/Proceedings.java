package homeward.server.proceedings;

import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.node.Clock;
import homeward.node.Message;
import homeward.node.Node;
import homeward.node.Setting;
import homeward.node.Wire;
import homeward.transcript.Hash;
import homeward.transcript.SignedEntry;
import homeward.transcript.SigningKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** The door to one party's node, for any thread. */
public final class Proceedings implements AutoCloseable {
  /** More than this waits for nobody: whoever sent a message sends it again. */
  private static final int LONGEST_QUEUE = 2_000;

  private final PartyId party;
  private final PostgresStore store;
  private final NodeThread thread;

  /**
   * Starts the node from what its store holds.
   *
   * @param wire where its messages go, once what they say is durable
   * @param pause between two ticks; zero: nothing is due by itself, and whoever runs the node calls {@link #tick}
   * @throws IllegalStateException when the store does not hold together
   */
  public Proceedings(Setting setting, PostgresStore store, Wire wire, Clock clock, Duration pause) {
    this.party = setting.me();
    this.store = store;
    this.thread = new NodeThread(held -> new Node(setting, store, held, clock), store, wire, pause);
  }

  public PartyId party() {
    return party;
  }

  /** What stands, as far as this node knows. */
  public State state() {
    return standing().state();
  }

  /** All that stands at this moment. */
  public Standing standing() {
    return thread.standing();
  }

  /** Waits until more stands than at that turn, at most so long; then tells what stands, more or not. */
  public Standing awaitChange(long turn, Duration longest) {
    return thread.awaitChange(turn, longest);
  }

  /**
   * Whoever listens is told what stands after every group that was committed, on the thread of the node: it must only take note.
   * Closing what is returned ends it.
   */
  public AutoCloseable listen(Consumer<Standing> listener) {
    return thread.listen(listener);
  }

  /**
   * Signs a move for one of this party's people. It is durable when this returns; what became of it in the log is seen later, in
   * what stands.
   *
   * @return the id of the entry
   * @throws IllegalArgumentException when the move is larger than an entry may be
   */
  public Digest say(SigningKey key, Function function, Move move) {
    return wait(saying(key, function, move)).orElseThrow();
  }

  /** The same for whoever has several to say: wait for the last, and all before it are durable too. */
  public CompletableFuture<Optional<Digest>> saying(SigningKey key, Function function, Move move) {
    return thread.add(Task.askingFirst(node -> Optional.of(node.say(key, function, move))));
  }

  /** Takes an entry that was signed elsewhere; durable when this returns. */
  public void enter(SignedEntry entry) {
    wait(
        thread.add(
            new Task(
                node -> {
                  node.enter(entry);
                  return Optional.of(new Digest(entry.hash().value()));
                })));
  }

  /** Keeps a sealed file with its key and sends both to whom they are for, again after every start until they have arrived. */
  public void attach(Message.Parcel parcel, PartyId to) {
    wait(
        thread.add(
            new Task(
                node -> {
                  node.attach(parcel, to);
                  store.due(Parcels.due(parcel, to));
                  return Optional.empty();
                })));
  }

  /** A sealed file, or its key, by its hash; nothing when it never came or was erased. */
  public Optional<byte[]> attachment(Hash hash) {
    return store.attachmentApart(hash);
  }

  /** Whether a sealed file, or its key, is there; false when it never came or was erased. */
  public boolean holds(Hash hash) {
    return store.holdsApart(hash);
  }

  /** Forgets a sealed file or a key for good, while the log stands. */
  public void erase(Hash attachment) {
    wait(thread.add(quiet(() -> store.erase(attachment))));
  }

  /** A parcel has arrived where it was to go. */
  public void arrived(Message.Parcel parcel, PartyId to) {
    var _ = thread.add(quiet(() -> store.arrived(Parcels.due(parcel, to).parcel().ciphertext(), to.value())));
  }

  private static Task quiet(Runnable act) {
    return new Task(
        node -> {
          act.run();
          return Optional.empty();
        });
  }

  /**
   * Hands the node what another one sent, and returns when whatever the node keeps of it is durable.
   *
   * @return false when too much is waiting: nothing was taken, and it has to come again
   */
  public boolean receive(PartyId from, List<Message> messages) {
    if (thread.waiting() > LONGEST_QUEUE) {
      return false;
    }
    wait(
        thread.add(
            new Task(
                node -> {
                  messages.forEach(message -> node.receive(from, message));
                  return Optional.empty();
                })));
    return true;
  }

  /** Does what is due by the clock, and returns when it is done. */
  public void tick() {
    wait(thread.add(NodeThread.ticking()));
  }

  /** Sends once more what has not arrived yet, as far as is known. */
  public void sendParcels() {
    wait(thread.add(thread.sendingParcels()));
  }

  private static Optional<Digest> wait(CompletableFuture<Optional<Digest>> kept) {
    try {
      return kept.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException ours) {
        throw ours;
      }
      throw failed;
    }
  }

  /** Ends when what was said until now is durable. */
  @Override
  public void close() {
    thread.close();
  }
}
