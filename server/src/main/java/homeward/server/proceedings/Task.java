package homeward.server.proceedings;

import homeward.exchange.Digest;
import homeward.node.Node;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One thing to do on the thread of the node. Whoever waits for it hears of it when it is durable. */
final class Task {
  private final Function<Node, Optional<Digest>> act;
  private final boolean asksFirst;
  private final CompletableFuture<Optional<Digest>> kept = new CompletableFuture<>();
  private Optional<Digest> entry = Optional.empty();
  private @Nullable RuntimeException fault;

  private Task(Function<Node, Optional<Digest>> act, boolean asksFirst) {
    this.act = act;
    this.asksFirst = asksFirst;
  }

  Task(Function<Node, Optional<Digest>> act) {
    this(act, false);
  }

  /** One that looks at what it was given before it changes anything: when it fails without a change, nothing has to be undone. */
  static Task askingFirst(Function<Node, Optional<Digest>> act) {
    return new Task(act, true);
  }

  boolean asksFirst() {
    return asksFirst;
  }

  /** The id of the entry, when it was one. */
  CompletableFuture<Optional<Digest>> kept() {
    return kept;
  }

  Optional<Digest> entry() {
    return entry;
  }

  /**
   * Does it; whether it stays done is known at the commit.
   *
   * @throws StoreFailure when the database failed, which is not the task's fault
   */
  void run(Node node) {
    fault = null;
    try {
      entry = act.apply(node);
    } catch (StoreFailure failure) {
      throw failure;
    } catch (RuntimeException wrong) {
      fault = wrong;
    }
  }

  /** Whether it came to nothing by itself, so that what it may have left half done must not stay. */
  boolean failed() {
    return fault != null;
  }

  void acknowledge() {
    if (fault != null) {
      kept.completeExceptionally(fault);
    } else {
      kept.complete(entry);
    }
  }

  void refuse(RuntimeException why) {
    kept.completeExceptionally(why);
  }
}
