package homeward.matching;

import homeward.evidence.Comparing;
import homeward.evidence.Frequencies;
import homeward.evidence.Learning;
import homeward.evidence.Model;
import homeward.evidence.Scale;
import homeward.evidence.Waterfall;
import homeward.values.Rows;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

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
  private final Candidates candidates;
  private final Frequencies frequencies;

  /** Indexes the held rows; both tables have one lexicon. */
  public Batch(Rows sought, Rows held, int threads, Progress progress) {
    this.sought = sought;
    this.held = held;
    this.threads = threads;
    this.progress = progress;
    this.frequencies = new Frequencies(held);
    this.candidates = new Candidates(held, held.lexicon().schema());
    for (int row = 0; row < held.size(); row++) {
      candidates.insert(row);
      frequencies.count(row, 1);
      if (row % 10_000 == 0) {
        progress.at("Indexing", row, held.size());
      }
    }
    progress.at("Indexing", held.size(), Math.max(1, held.size()));
  }

  /** About how many pairs would be compared: from a sample of the sought rows, before any is. */
  public long expectedPairs() {
    int step = Math.max(1, sought.size() / COUNTED_FROM);
    Candidates.Search search = candidates.new Search();
    long pairs = 0;
    int rows = 0;
    for (int row = 0; row < sought.size(); row += step) {
      pairs += search.look(sought, row);
      rows++;
    }
    return rows == 0 ? 0 : pairs * sought.size() / rows;
  }

  /** A model learnt from these tables. */
  public Model learn() {
    return new Learning(sought, held, frequencies, SEED).learn(sample());
  }

  /** The model that expects, and learnt nothing but how often any two rows agree. */
  public Model untaught() {
    return new Learning(sought, held, frequencies, SEED).untaught();
  }

  private Learning.Sample sample() {
    int step = Math.max(1, sought.size() / LEARNT_FROM);
    Candidates.Search search = candidates.new Search();
    Comparing comparing = new Comparing(sought, held);
    Growing rows = new Growing();
    List<Integer> starts = new ArrayList<>();
    for (int row = 0; row < sought.size(); row += step) {
      starts.add(rows.size());
      int count = search.look(sought, row);
      for (int at = 0; at < count; at++) {
        rows.add(search.row(at), comparing.pattern(row, search.row(at)));
      }
      progress.at("Learning", Math.min(row + step, sought.size()), sought.size());
    }
    starts.add(rows.size());
    return new Learning.Sample(starts.stream().mapToInt(Integer::intValue).toArray(), rows.rows(), rows.patterns());
  }

  /** All proposals by a model. */
  public List<Match> match(Model model, Thresholds thresholds) {
    return match(new Scale(model, held, frequencies), thresholds, true);
  }

  /**
   * The same for a measurement.
   *
   * @param frequencyCounts whether a frequent name weighs less
   * @param oneToOne whether each row is given one partner at most
   */
  public List<Match> match(Model model, Thresholds thresholds, boolean frequencyCounts, boolean oneToOne) {
    return match(new Scale(model, held, frequencies, frequencyCounts), thresholds, oneToOne);
  }

  private List<Match> match(Scale scale, Thresholds thresholds, boolean oneToOne) {
    return new Proposals(edges(scale), scale, thresholds, sought.size(), held.size()).all(oneToOne);
  }

  /** What a pair tells, detail by detail. */
  public Waterfall explain(Model model, int soughtRow, int heldRow) {
    Scale scale = new Scale(model, held, frequencies);
    return Waterfall.of(scale, sought, held, soughtRow, heldRow);
  }

  private Edges edges(Scale scale) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      ThreadLocal<@Nullable Search> own = new ThreadLocal<>();
      Deque<Future<Edges>> chunks = new ArrayDeque<>();
      for (int from = 0; from < sought.size(); from += CHUNK) {
        int start = from;
        chunks.add(pool.submit((Callable<Edges>) () -> chunk(start, own, scale)));
      }
      Edges all = new Edges();
      long done = 0;
      while (!chunks.isEmpty()) {
        all.addAll(chunks.remove().get());
        done += CHUNK;
        progress.at("Comparing", Math.min(done, sought.size()), sought.size());
      }
      return all;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("matching was interrupted", stopped);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a chunk of rows could not be compared", failed.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private Edges chunk(int from, ThreadLocal<@Nullable Search> own, Scale scale) {
    Search search = own.get();
    if (search == null) {
      search = new Search(candidates, sought, held, scale);
      own.set(search);
    }
    Edges edges = new Edges();
    for (int row = from; row < Math.min(from + CHUNK, sought.size()); row++) {
      search.look(row, edges);
    }
    return edges;
  }

  /** By which keys a pair is found, in the order of {@link #keyNames}: for the recall that each key loses. */
  public boolean[] foundBy(int soughtRow, int heldRow) {
    Candidates.Search search = candidates.new Search();
    boolean[] found = new boolean[candidates.keys().size()];
    for (int key = 0; key < found.length; key++) {
      int count = search.look(sought, soughtRow, key);
      for (int at = 0; at < count; at++) {
        found[key] |= search.row(at) == heldRow;
      }
    }
    return found;
  }

  /** The keys, for people. */
  public List<String> keyNames() {
    return candidates.keys().stream().map(Key::name).toList();
  }
}
