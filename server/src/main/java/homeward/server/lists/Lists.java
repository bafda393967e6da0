package homeward.server.lists;

import homeward.agreement.Agreement;
import homeward.exchange.Digest;
import homeward.exchange.Move;
import homeward.exchange.Person.Answered;
import homeward.exchange.Ref;
import homeward.node.Random;
import homeward.register.Person;
import homeward.register.Person.Health;
import homeward.register.Person.Status;
import homeward.server.delegations.Right;
import homeward.server.delegations.Viewer;
import homeward.server.proceedings.Proceedings;
import homeward.server.talks.Circle;
import homeward.server.talks.Talks;
import homeward.transcript.Attachment;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;

/** This side's list: made from people whose names may leave. It stays here until the desk lodges it. */
@Component
public class Lists {
  private final JdbcClient sql;
  private final Sources sources;
  private final Proceedings proceedings;
  private final Talks talks;
  private final Circle circle;
  private final Random random;
  private final Departure departure;

  Lists(
      JdbcClient sql, PlatformTransactionManager transactions, Sources sources, Proceedings proceedings, Talks talks, Circle circle, Random random) {
    this.sql = sql;
    this.sources = sources;
    this.proceedings = proceedings;
    this.talks = talks;
    this.circle = circle;
    this.random = random;
    this.departure = new Departure(sql, transactions, sources, proceedings, talks, circle);
  }

  /**
   * This side's list, as entries take it.
   *
   * @param offered by reference, the category
   * @param wounded those who go by direct repatriation, outside every count
   * @param names the sealed file for the other side
   * @param salt for the commitment
   */
  public record Offering(SortedMap<Ref, String> offered, SortedMap<Ref, String> wounded, Optional<Move.Attachment> names, String salt) {}

  /** What came of making the list. */
  public sealed interface Making {
    /** It stands ready to be lodged. */
    record Made(int offered, int direct) implements Making {}

    /** There is no list, because of this. */
    record Refused(Why why) implements Making {}

    /** Why not; pages word it with the cure. */
    enum Why {
      NO_AGREEMENT,
      NOBODY_CLEARED,
      LODGED_ALREADY
    }
  }

  /**
   * One of this side's people, by reference.
   *
   * @param person the code of the file in the register
   */
  public record Row(String ref, String person, String category, boolean direct) {
    Ref asRef() {
      return new Ref(ref);
    }
  }

  /** Makes the list anew of everybody whose name may leave; until it is lodged it can be made again. */
  @Transactional
  public Making make(Viewer by) {
    by.require(Right.EXCHANGE_SIGN);
    Optional<Agreement> agreement = talks.agreement();
    if (agreement.isEmpty()) {
      return new Making.Refused(Making.Why.NO_AGREEMENT);
    }
    var offer = proceedings.standing().state().offers().get(circle.me());
    if (offer != null && offer.version() > 0) {
      return new Making.Refused(Making.Why.LODGED_ALREADY);
    }
    List<Person> people = exchangeable(agreement.get(), sources.cleared(by));
    return people.isEmpty() ? new Making.Refused(Making.Why.NOBODY_CLEARED) : made(agreement.get(), people);
  }

  /** Held as far as anybody knows, and of a category that the agreement has. */
  private static List<Person> exchangeable(Agreement agreement, List<Person> people) {
    var categories = agreement.categories().stream().map(Agreement.Category::code).collect(Collectors.toSet());
    return people.stream()
        .filter(person -> person.captivity().status() == Status.HELD || person.captivity().status() == Status.NOT_GIVEN)
        .filter(person -> categories.contains(person.category()))
        .toList();
  }

  private Making made(Agreement agreement, List<Person> people) {
    SortedMap<Ref, Person> listed = new TreeMap<>();
    people.forEach(person -> listed.put(new Ref("H" + opaque().substring(1)), person));
    List<Row> rows = new ArrayList<>();
    listed.forEach((ref, person) -> {
      boolean wounded = agreement.conduct().directRepatriation() && person.health() == Health.SERIOUSLY_WOUNDED;
      rows.add(new Row(ref.value(), person.id(), person.category(), wounded));
    });
    keep(rows);
    seal(Departure.file(rows, people));
    int direct = (int) rows.stream().filter(Row::direct).count();
    return new Making.Made(rows.size() - direct, direct);
  }

  private void keep(List<Row> rows) {
    sql.sql("delete from offered").update();
    rows.forEach(row ->
        sql.sql("insert into offered (ref, person, category, direct) values (?, ?, ?, ?)").params(row.ref(), row.person(), row.category(), row.direct()).update());
  }

  /** The names will lie beside the log, sealed, for the other side alone; the file can be erased there while the log stands. */
  private void seal(byte[] file) {
    byte[] key = random.bytes(32);
    Attachment.Sealed sealed = Attachment.seal(file, key, random.bytes(12));
    Attachment described = sealed.descriptor();
    sql.sql("delete from offered_names").update();
    sql.sql("insert into offered_names (ciphertext, content_key, size, salt, sealed, sealed_with) values (?, ?, ?, ?, ?, ?)")
        .params(described.ciphertext().value(), described.contentKey().value(), described.size(), opaque(), sealed.ciphertext(), key)
        .update();
  }

  /**
   * Takes a list that was made elsewhere, with its references: by an earlier program of this bureau, or for a rehearsal.
   *
   * @param names what commits to the sealed file of names, which the node has or gets beside
   */
  @Transactional
  public void take(Viewer by, List<Row> people, Move.Attachment names, String salt) {
    by.require(Right.EXCHANGE_SIGN);
    keep(people);
    sql.sql("delete from offered_names").update();
    sql.sql("insert into offered_names (ciphertext, content_key, size, salt) values (?, ?, ?, ?)")
        .params(names.ciphertext().value(), names.contentKey().value(), names.size(), salt)
        .update();
  }

  /**
   * Lets the names of the list leave for the other side, now that it is lodged; asked again, they go again and nothing more is written
   * down. A list made elsewhere has its names on their way already.
   *
   * @return false when what may leave is no longer what it was when the list was made: nothing left, and the list has to be made again
   */
  public boolean departs(Viewer by) {
    by.require(Right.EXCHANGE_SIGN);
    return departure.departs(by, rows());
  }

  private String opaque() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random.bytes(16));
  }

  /** Everybody on this side's list, by reference. */
  @Transactional(readOnly = true)
  public List<Row> rows() {
    return sql.sql("select ref, person, category, direct from offered order by ref").query(Row.class).list();
  }

  /** The list as entries take it; empty before it was made. */
  @Transactional(readOnly = true)
  public Optional<Offering> offering() {
    SortedMap<Ref, String> offered = new TreeMap<>();
    SortedMap<Ref, String> wounded = new TreeMap<>();
    rows().forEach(row -> (row.direct() ? wounded : offered).put(row.asRef(), row.category()));
    return sql.sql("select ciphertext, content_key, size, salt from offered_names").query(Sealed.class).optional()
        .map(names -> new Offering(offered, wounded, Optional.of(names.described()), names.salt()));
  }

  private record Sealed(String ciphertext, String contentKey, long size, String salt) {
    Move.Attachment described() {
      return new Move.Attachment(new Digest(ciphertext), new Digest(contentKey), size);
    }
  }

  /** What this side has decided to answer so far, by the other side's reference. */
  @Transactional(readOnly = true)
  public SortedMap<Ref, Answered> answers() {
    SortedMap<Ref, Answered> answers = new TreeMap<>();
    sql.sql("select ref, answer from answered").query((row, number) -> answers.put(new Ref(row.getString(1)), Answered.valueOf(row.getString(2)))).list();
    return answers;
  }
}
