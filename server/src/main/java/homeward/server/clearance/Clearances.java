package homeward.server.clearance;

import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.Move;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.node.Clock;
import homeward.node.Random;
import homeward.server.delegations.Accounts;
import homeward.server.delegations.OpeningKey;
import homeward.server.delegations.Principal;
import homeward.server.delegations.Reads;
import homeward.server.delegations.Right;
import homeward.server.delegations.Role;
import homeward.server.proceedings.Proceedings;
import homeward.server.talks.Circle;
import homeward.transcript.SigningKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The clearance store, for whoever brings the right and the key to it. */
@Component
public class Clearances {
  /** Fits the body of an entry: a reference takes 25 bytes of 48,000. */
  private static final int PEOPLE_A_PART = 1_500;

  private static final int KEY = 32;

  private final JdbcClient sql;
  private final Proceedings proceedings;
  private final Circle circle;
  private final Accounts accounts;
  private final Reads reads;
  private final Clock clock;
  private final Random random;

  Clearances(JdbcClient sql, Proceedings proceedings, Circle circle, Accounts accounts, Reads reads, Clock clock, Random random) {
    this.sql = sql;
    this.proceedings = proceedings;
    this.circle = circle;
    this.accounts = accounts;
    this.reads = reads;
    this.clock = clock;
    this.random = random;
  }

  /** What came of opening the store. */
  public sealed interface Opened {
    /** It is open for this request. */
    record Store(Unlocked unlocked) implements Opened {}

    /** Somebody who can open it has to let this account in first; they do so by opening it. */
    record NotLetIn() implements Opened {}
  }

  /** The key, in the hands of whoever may have it; nothing outside this room can look into it. */
  public static final class Unlocked {
    private final StoreKey key;

    private Unlocked(StoreKey key) {
      this.key = key;
    }
  }

  /** Opens the store; the first to come makes its key. Whoever opens it lets in everybody else whose duty it is. */
  @Transactional
  public Opened open(Principal by) {
    by.viewer().require(Right.CLEARANCE_OPEN);
    String account = by.viewer().account();
    Optional<String> sealed = sql.sql("select sealed from clearance_key where account = ?").param(account).query(String.class).optional();
    boolean first = sql.sql("select count(*) from clearance_key").query(Long.class).single() == 0;
    if (sealed.isEmpty() && !first) {
      return new Opened.NotLetIn();
    }
    byte[] key = first ? random.bytes(KEY) : by.opening().open(sealed.orElseThrow()).orElseThrow();
    accounts.openingKeys(Role.CLEARANCE).forEach((each, open) ->
        sql.sql("insert into clearance_key (account, sealed) values (?, ?) on conflict (account) do nothing").params(each, OpeningKey.seal(key, open)).update());
    return new Opened.Store(new Unlocked(new StoreKey(key)));
  }

  /**
   * Everybody seated on a journey, with what is known of them. Each read is recorded.
   *
   * @param journey its code
   */
  @Transactional
  public SortedMap<Ref, Interview> interviews(Principal by, Unlocked store, String journey) {
    by.viewer().require(Right.CLEARANCE_OPEN);
    TreeMap<Ref, Interview> known = new TreeMap<>();
    TreeMap<String, String> rows = new TreeMap<>();
    sql.sql("select ref, sealed from clearance_word").query((row, number) -> rows.put(row.getString(1), row.getString(2))).list();
    for (Ref ref : seated(proceedings.standing().state(), journey)) {
      String sealed = rows.get(ref.value());
      known.put(ref, sealed == null ? Interview.NONE : store.key.open(ref.value(), sealed));
    }
    if (!known.isEmpty()) {
      reads.record(by.viewer(), "clearance.journey", "journey:" + journey, new TreeSet<>(List.of(Right.CLEARANCE_OPEN)));
    }
    return known;
  }

  private static SortedSet<Ref> seated(State state, String journey) {
    TreeSet<Ref> refs = new TreeSet<>();
    Optional.ofNullable(state.journeys().get(journey)).stream()
        .flatMap(each -> each.waves().stream())
        .flatMap(wave -> wave.rolls().values().stream())
        .map(Journey.Roll::everybody)
        .forEach(refs::addAll);
    return refs;
  }

  /** Writes down what was heard; it replaces what was known. */
  @Transactional
  public void write(Principal by, Unlocked store, SortedMap<Ref, Interview> heard) {
    by.viewer().require(Right.CLEARANCE_OPEN);
    heard.forEach((ref, interview) ->
        sql.sql("""
                insert into clearance_word (ref, sealed, at) values (?, ?, ?)
                on conflict (ref) do update set sealed = excluded.sealed, at = excluded.at
                """)
            .params(ref.value(), store.key.seal(ref.value(), interview), clock.now())
            .update());
  }

  /** Who of a journey travels, as far as is known now. */
  static SortedSet<Ref> travelling(SortedMap<Ref, Interview> interviews) {
    TreeSet<Ref> travelling = new TreeSet<>();
    interviews.forEach((ref, interview) -> {
      if (interview.travels()) {
        travelling.add(ref);
      }
    });
    return travelling;
  }

  /** Whether what was published of a journey is what is known now. */
  static boolean current(State state, String journey, SortedSet<Ref> travelling) {
    return Optional.ofNullable(state.journeys().get(journey))
        .map(Journey::clearance)
        .map(published -> published.set() && published.cleared().equals(travelling))
        .orElse(false);
  }

  /**
   * Publishes the whole set of those who may travel on a journey, signed by whoever asks.
   *
   * @return the entries; empty when this account has no key, or this party does not clear: nothing was said
   */
  @Transactional
  public List<Digest> publish(Principal by, Unlocked store, String journey) {
    State state = proceedings.standing().state();
    boolean clears = circle.me().equals(state.course().functions().get(Function.CLEARANCE));
    Optional<SigningKey> key = by.key();
    if (!clears || key.isEmpty()) {
      return List.of();
    }
    List<SortedSet<Ref>> parts = parts(travelling(interviews(by, store, journey)));
    List<Digest> entries = new ArrayList<>();
    for (int number = 1; number <= parts.size(); number++) {
      Move.Clear clear = new Move.Clear(journey, new Move.Part(number, parts.size()), parts.get(number - 1), new TreeSet<>());
      entries.add(proceedings.say(key.get(), Function.CLEARANCE, clear));
    }
    return entries;
  }

  private static List<SortedSet<Ref>> parts(SortedSet<Ref> people) {
    List<SortedSet<Ref>> parts = new ArrayList<>();
    TreeSet<Ref> part = new TreeSet<>();
    for (Ref ref : people) {
      part.add(ref);
      if (part.size() == PEOPLE_A_PART) {
        parts.add(part);
        part = new TreeSet<>();
      }
    }
    if (!part.isEmpty() || parts.isEmpty()) {
      parts.add(part);
    }
    return parts;
  }
}
