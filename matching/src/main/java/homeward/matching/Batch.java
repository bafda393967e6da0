package homeward.matching;

import homeward.evidence.Evidence;
import homeward.evidence.Model;
import homeward.evidence.Sample;
import homeward.evidence.Waterfall;
import homeward.evidence.Weigher;
import homeward.values.Rows;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Two tables, matched: index the held rows, learn or take a model, look for every sought row, assign one to one. */
public final class Batch {
  private static final int LEARNT_FROM = 12_000;
  private static final int CHUNK = 512;
  private static final int COUNTED_FROM = 1_000;
  private static final long SEED = 20_250_516;

  private final Rows sought;
  private final Rows held;
  private final int threads;
  private final Progress progress;
  private final List<Key> keys;
  private final Layers layers;
  private final Evidence evidence;
  private final boolean oneTable;
  private int told;

  /** Indexes the held rows; both tables have one lexicon. */
  public Batch(Rows sought, Rows held, int threads, Progress progress) {
    this(sought, held, false, threads, progress);
  }

  /** One table with itself, for people who were entered twice: a row is no candidate of its own, and each pair comes once. */
  public static Batch within(Rows rows, int threads, Progress progress) {
    return new Batch(rows, rows, true, threads, progress);
  }

  private Batch(Rows sought, Rows held, boolean oneTable, int threads, Progress progress) {
    this.oneTable = oneTable;
    this.sought = sought;
    this.held = held;
    this.threads = threads;
    this.progress = progress;
    this.evidence = new Evidence(held);
    this.keys = Keys.of(held.lexicon().schema());
    this.layers = new Layers(held, keys);
    index();
  }

  /** Each key's rows are sorted by one thread; which one does not matter. */
  private void index() {
    for (int row = 0; row < held.size(); row++) {
      evidence.count(row, 1);
    }
    AtomicInteger next = new AtomicInteger();
    together(() -> {
      for (int key = next.getAndIncrement(); key < keys.size(); key = next.getAndIncrement()) {
        layers.sort(key);
        tell("Indexing", key + 1, keys.size());
      }
      return true;
    });
    told = 0;
  }

  private Lookup lookup() {
    return new Lookup(keys, layers);
  }

  /** About how many pairs would be compared: from a sample of the sought rows, before any is. */
  public long expectedPairs() {
    int step = Math.max(1, sought.size() / COUNTED_FROM);
    Lookup lookup = lookup();
    long pairs = 0;
    int rows = 0;
    for (int row = 0; row < sought.size(); row += step) {
      pairs += lookup.look(sought, row);
      rows++;
    }
    return rows == 0 ? 0 : pairs * sought.size() / rows;
  }

  /** A model learnt from these tables. */
  public Model learn() {
    return evidence.learn(sought, sample(), SEED);
  }

  /** The model that expects, and learnt nothing but how often any two rows agree. */
  public Model untaught() {
    return evidence.untaught(sought, SEED);
  }

  private Sample sample() {
    int step = Math.max(1, sought.size() / LEARNT_FROM);
    Lookup lookup = lookup();
    Sample sample = evidence.sample(sought);
    for (int row = 0; row < sought.size(); row += step) {
      sample.of(row);
      int count = lookup.look(sought, row);
      for (int at = 0; at < count; at++) {
        if (!oneTable || lookup.row(at) != row) {
          sample.add(lookup.row(at));
        }
      }
      if (row % 1024 == 0) {
        progress.at("Learning", row, sought.size());
      }
    }
    progress.at("Learning", Math.max(1, sought.size()), Math.max(1, sought.size()));
    return sample;
  }

  /** All proposals by a model. */
  public List<Match> match(Model model, Thresholds thresholds) {
    return match(model, thresholds, true, true);
  }

  /**
   * The same for a measurement.
   *
   * @param frequencyCounts whether a frequent name weighs less
   * @param oneToOne whether each row is given one partner at most
   */
  public List<Match> match(Model model, Thresholds thresholds, boolean frequencyCounts, boolean oneToOne) {
    Edges edges = edges(() -> evidence.weigher(model, sought, frequencyCounts));
    List<Match> all = new Proposals(edges, model, thresholds, sought.size(), held.size()).all(oneToOne);
    return oneTable ? Twice.once(all) : all;
  }

  /**
   * These sought rows alone, each by itself, as {@link Index} answers: several may be one held row, and none takes it from another. In
   * one table that is compared with itself each pair comes once, and is a match when the row that was asked for has the other for its
   * match.
   */
  public List<Match> matchEach(Model model, Thresholds thresholds, List<Integer> rows) {
    Search search = new Search(lookup(), sought, evidence.weigher(model, sought, true), oneTable);
    Edges edges = new Edges();
    int done = 0;
    for (int row : rows) {
      search.look(row, edges);
      if (done++ % CHUNK == 0) {
        progress.at("Comparing", done, rows.size());
      }
    }
    List<Match> all = Proposals.each(edges, model, thresholds, sought.size(), held.size()).all(false);
    return oneTable ? Twice.ofSome(all) : all;
  }

  /** What a pair tells, detail by detail. */
  public Waterfall explain(Model model, int soughtRow, int heldRow) {
    return evidence.explain(model, sought, soughtRow, heldRow);
  }

  /** The same for many pairs, for one thread. */
  public Evidence.Reasons reasons(Model model) {
    return evidence.reasons(model, sought);
  }

  private Edges edges(Supplier<Weigher> weighers) {
    int chunks = (sought.size() + CHUNK - 1) / CHUNK;
    Edges[] parts = new Edges[chunks];
    AtomicInteger next = new AtomicInteger();
    together(() -> work(parts, next, weighers.get()));
    Edges all = new Edges();
    for (int chunk = 0; chunk < chunks; chunk++) {
      all.addAll(parts[chunk]);
    }
    return all;
  }

  /** Lets every thread do the same work until there is none. */
  private void together(Callable<Boolean> work) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      for (Future<Boolean> done : pool.invokeAll(Collections.nCopies(threads, work))) {
        done.get();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("matching was interrupted", stopped);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a part of the rows could not be compared", failed.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  /** Takes one chunk after another; where each one's pairs go does not depend on who took it. */
  private boolean work(Edges[] parts, AtomicInteger next, Weigher weigher) {
    Search search = new Search(lookup(), sought, weigher, oneTable);
    for (int chunk = next.getAndIncrement(); chunk < parts.length; chunk = next.getAndIncrement()) {
      Edges edges = new Edges();
      int end = Math.min((chunk + 1) * CHUNK, sought.size());
      for (int row = chunk * CHUNK; row < end; row++) {
        search.look(row, edges);
      }
      parts[chunk] = edges;
      tell("Comparing", end, sought.size());
    }
    return true;
  }

  private synchronized void tell(String what, int done, int total) {
    told = Math.max(told, done);
    progress.at(what, told, total);
  }

  /** By which keys a pair is found, in the order of {@link #keyNames}: for the recall that each key loses. */
  public boolean[] foundBy(int soughtRow, int heldRow) {
    Lookup lookup = lookup();
    boolean[] found = new boolean[keys.size()];
    for (int key = 0; key < found.length; key++) {
      int count = lookup.look(sought, soughtRow, key);
      for (int at = 0; at < count; at++) {
        found[key] |= lookup.row(at) == heldRow;
      }
    }
    return found;
  }

  /** The keys, for people. */
  public List<String> keyNames() {
    return keys.stream().map(Key::name).toList();
  }
}
