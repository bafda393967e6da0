package homeward.server.candidates;

import homeward.evidence.Model;
import homeward.matching.Decision;
import homeward.matching.Progress;
import homeward.recognition.Comparison;
import homeward.register.PeopleFile.Kind;
import homeward.server.delegations.Right;
import homeward.server.delegations.Viewer;
import homeward.server.register.Register;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Comparisons, one at a time on a thread of their own. The other side's list is compared by itself as soon as it is here with its names,
 * and again whenever it or the register has changed; so are people sought with those whom somebody who came home has seen. A register is
 * compared with itself when somebody asks for it, and from then on by itself: a small one whole, of a large one the records that have
 * changed with all others. What one finds is written down whole or not at all, so that one that was called off or stopped leaves what stood.
 */
@Component
public class Comparisons {
  /** Of a larger register only what has changed is compared again by itself: all of it takes minutes. */
  private static final int SMALL = 20_000;
  private static final int WRITTEN_AT_ONCE = 2_000;
  private static final long PAUSE_MILLIS = 1_000;
  private static final Logger LOG = LoggerFactory.getLogger(Comparisons.class);

  private final Runs runs;
  private final Pairs pairs;
  private final Register register;
  private final ObjectProvider<Received> received;
  private final TransactionTemplate transaction;
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
      Thread.ofPlatform().daemon().name("comparisons").factory());
  private volatile @Nullable Going going;
  private volatile boolean closing;
  private Seen seen = new Seen("", -1);

  Comparisons(Runs runs, Pairs pairs, Register register, ObjectProvider<Received> received, PlatformTransactionManager transactions) {
    this.runs = runs;
    this.pairs = pairs;
    this.register = register;
    this.received = received;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** The one at work, and how far it is. */
  private static final class Going {
    private final Run run;
    private volatile Run.Progress progress = Run.Progress.NONE;
    private volatile boolean cancelled;

    Going(Run run) {
      this.run = run;
    }
  }

  /** What was there at the last look: nothing is asked of the database while it is the same. */
  private record Seen(String basis, long changes) {}

  /** Somebody wants no more of it, or the node stops. */
  private static final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1;

    Cancelled() {
      super("a comparison was cancelled");
    }
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    runs.wake();
    var _ = thread.scheduleWithFixedDelay(this::look, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void close() throws InterruptedException {
    closing = true;
    thread.shutdownNow();
    if (!thread.awaitTermination(20, TimeUnit.SECONDS)) {
      LOG.warn("a comparison did not stop in time: it begins again when the node starts again");
    }
  }

  /** Starts one by hand; its code, or that of one of its sort that is going on. */
  String start(Viewer by, What what) {
    by.require(what.right());
    String code = runs.add(what, by.account(), pairs.code(), false);
    thread.execute(this::look);
    return code;
  }

  /** Nothing of it will be kept, unless it is over already. */
  void cancel(Viewer by, String code) {
    by.require(Right.LISTS_SEE);
    runs.find(code).ifPresent(run -> by.require(run.what().right()));
    runs.cancel(code);
    Going now = going;
    if (now != null && now.run.code().equals(code)) {
      now.cancelled = true;
    }
  }

  Optional<Run> find(Viewer by, String code) {
    by.require(Right.LISTS_SEE);
    return runs.find(code);
  }

  List<Run> latest(Viewer by) {
    by.require(Right.LISTS_SEE);
    return runs.latest();
  }

  /** The latest of a sort, whatever became of it. */
  Optional<Run> latest(Viewer by, What what) {
    by.require(Right.LISTS_SEE);
    return runs.latest(what);
  }

  /** How far a comparison is. */
  Run.Progress progress(Run run) {
    Going now = going;
    return now != null && now.run.code().equals(run.code()) ? now.progress : Run.Progress.NONE;
  }

  /**
   * How the comparison of the other side's list stands, while there is none of it as it is now.
   *
   * @param run the code of the latest, empty when none has begun
   * @param state its word, as keys of messages have it
   * @param percent of the step it is at
   */
  public record Comparing(String run, String state, int percent) {
    /** Whether it will be done without anybody doing anything. */
    public boolean goesOn() {
      return run.isEmpty() || state.equals(Run.State.WAITING.name()) || state.equals(Run.State.COMPARING.name()) || state.equals(Run.State.DONE.name());
    }
  }

  /** How the comparison of the other side's list stands. */
  public Comparing ofTheirs(Viewer by) {
    return latest(by, What.LIST).map(run -> new Comparing(run.code(), run.state().name(), progress(run).percent())).orElseGet(() -> new Comparing("", "WAITING", 0));
  }

  /** Whether the other side's list, as it stands, was compared. */
  public boolean compared(String basis) {
    return runs.latestDone(What.LIST).map(run -> run.basis().equals(basis)).orElse(false);
  }

  /** Comes back when everything that was due has been done: for programs that wait for it. */
  public void finish() {
    try {
      thread.submit(this::look).get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a look says nothing but what it logs", failed);
    }
  }

  /** Puts what is due into the row, and works through the row. */
  private void look() {
    try {
      Optional<Received.Listed> listed = Optional.ofNullable(received.getIfAvailable()).flatMap(Received::listed);
      Seen now = new Seen(listed.map(Received.Listed::basis).orElse(""), register.changes());
      if (!now.equals(seen)) {
        listed.filter(this::due).ifPresent(list -> add(What.LIST, false));
        if (seenDue()) {
          add(What.SEEN, false);
        }
        List.of(What.SOUGHT, What.HELD).forEach(this::addWhatIsDue);
        seen = now;
      }
      for (Optional<Run> next = runs.next(); next.isPresent() && !closing; next = runs.next()) {
        run(next.get(), listed);
      }
    } catch (RuntimeException e) {
      // The class alone: a message could quote a name.
      LOG.error("the row of comparisons could not be looked at ({})", e.getClass().getName());
    }
  }

  private boolean due(Received.Listed listed) {
    Optional<Run> last = runs.latest(What.LIST);
    boolean fresh = last.isEmpty() || !last.get().basis().equals(listed.basis());
    return fresh || (last.get().state() == Run.State.DONE && last.get().said() != said(What.LIST));
  }

  private void add(What what, boolean part) {
    runs.add(what, "", pairs.code(), part);
  }

  private long said(What what) {
    long others = what.within() ? 0 : what.other().map(register::said).orElse(0L);
    return register.said(what.register()) + others;
  }

  private boolean seenDue() {
    Optional<Run> last = runs.latest(What.SEEN);
    return register.said(Kind.SEEN) > 0
        && last.map(run -> run.state() == Run.State.DONE && run.said() != said(What.SEEN)).orElse(true);
  }

  private void addWhatIsDue(What what) {
    runs.latest(what).filter(last -> last.state() == Run.State.DONE && last.said() != said(what)).ifPresent(last -> add(what, last.ones() > SMALL));
  }

  private void run(Run run, Optional<Received.Listed> listed) {
    Going now = new Going(run);
    going = now;
    try {
      runs.begin(run, run.what() == What.LIST ? listed.map(Received.Listed::basis).orElse("") : "", said(run.what()));
      compare(run, listed, now);
    } catch (Cancelled cancelled) {
      if (!closing) {
        runs.over(run, Run.State.CANCELLED);
      }
    } catch (RuntimeException e) {
      stopped(run, now, e);
    } finally {
      going = null;
    }
  }

  /** The engine wraps what its threads throw. */
  private void stopped(Run run, Going now, RuntimeException e) {
    if (now.cancelled) {
      runs.over(run, Run.State.CANCELLED);
    } else if (!closing) {
      LOG.error("a comparison stopped ({})", e.getClass().getName());
      runs.over(run, Run.State.FAILED);
    }
  }

  private void compare(Run run, Optional<Received.Listed> listed, Going now) {
    Progress progress = (what, done, total) -> told(now, what, done, total);
    if (runs.cancelled(run)) {
      throw new Cancelled();
    }
    Tables tables = Objects.requireNonNull(transaction.execute(status -> Tables.of(run.what(), register, listed, progress)));
    Optional<Model> model = model(run);
    List<String> changed = run.part() ? tables.changedSince(runs.versions(run.what())) : List.of();
    if (run.part() && model.isPresent() && changed.size() <= tables.ones() / 2) {
      again(run, tables, changed, model.get(), progress);
      return;
    }
    runs.isWhole(run);
    Optional<Comparison> comparison = tables.compare(model);
    transaction.executeWithoutResult(status -> {
      int matches = comparison.map(found -> keep(run, tables, found, progress)).orElse(0);
      pairs.forgetBefore(run.what(), run.place());
      int all = comparison.map(Comparison::size).orElse(0);
      done(run, tables, List.of(tables.ones(), tables.others(), matches, all - matches), comparison.map(Comparison::model));
    });
  }

  /**
   * Records that have changed, with all others: what is known of pairs of which neither has changed stays. Where most have changed, or
   * nothing tells which version was compared, the whole is compared instead.
   */
  private void again(Run run, Tables tables, List<String> changed, Model model, Progress progress) {
    Optional<Comparison> comparison = tables.compareAgain(changed, model);
    transaction.executeWithoutResult(status -> {
      int matches = comparison.map(found -> keep(run, tables, found, progress)).orElse(0);
      pairs.forgetBefore(run.what(), run.place(), changed);
      int all = comparison.map(Comparison::size).orElse(0);
      done(run, tables, List.of(tables.ones(), changed.size(), matches, all - matches), Optional.of(model));
    });
  }

  private void done(Run run, Tables tables, List<Integer> counts, Optional<Model> model) {
    if (run.what().within()) {
      runs.keepVersions(run.what(), tables.versions());
    }
    runs.done(run, counts, model);
  }

  /**
   * What was weighed by before, so that a person who was added does not move the weights of all others. Of people seen there may have been
   * so few before that more was learnt since.
   */
  private Optional<Model> model(Run run) {
    Optional<Run> before = runs.latestDone(run.what());
    boolean again = run.account().isEmpty() && run.what() != What.SEEN && before.isPresent()
        && runs.find(run.code()).map(begun -> begun.basis().equals(before.get().basis())).orElse(false);
    return again ? runs.model(before.orElseThrow()) : Optional.empty();
  }

  private int keep(Run run, Tables tables, Comparison comparison, Progress progress) {
    List<Pairs.Kept> some = new ArrayList<>();
    int[] count = new int[2];
    comparison.each(pair -> {
      some.add(tables.kept(pair));
      count[0] += pair.decision() == Decision.MATCH ? 1 : 0;
      count[1]++;
      if (some.size() == WRITTEN_AT_ONCE) {
        pairs.keep(run.what(), run.place(), some);
        some.clear();
        progress.at("Keeping", count[1], comparison.size());
      }
    });
    pairs.keep(run.what(), run.place(), some);
    return count[0];
  }

  private void told(Going now, String step, long done, long total) {
    if (now.cancelled || closing) {
      throw new Cancelled();
    }
    now.progress = new Run.Progress(step, done, total);
  }
}
