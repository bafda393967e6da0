package homeward.server.lists;

import homeward.agreement.Agreement;
import homeward.exchange.Digest;
import homeward.exchange.PartyId;
import homeward.node.Message;
import homeward.register.PeopleFile;
import homeward.register.Person;
import homeward.server.delegations.Viewer;
import homeward.server.proceedings.Proceedings;
import homeward.server.talks.Circle;
import homeward.server.talks.Talks;
import homeward.transcript.Attachment;
import homeward.transcript.Hash;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Names leave with the list that is lodged, and not before. What left stands on every file first; only then the sealed file goes. */
final class Departure {
  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final Sources sources;
  private final Proceedings proceedings;
  private final Talks talks;
  private final Circle circle;

  Departure(
      JdbcClient sql, PlatformTransactionManager transactions, Sources sources, Proceedings proceedings, Talks talks, Circle circle) {
    this.sql = sql;
    this.transaction = new TransactionTemplate(transactions);
    this.sources = sources;
    this.proceedings = proceedings;
    this.talks = talks;
    this.circle = circle;
  }

  private record Waiting(Attachment described, Message.Parcel parcel, boolean departed) {}

  /** As {@link Lists#departs} says, for a list of these people. */
  boolean departs(Viewer by, List<Lists.Row> rows) {
    Optional<Agreement> agreement = talks.agreement();
    Optional<Waiting> waiting = waiting();
    if (agreement.isEmpty() || waiting.isEmpty()) {
      return true;
    }
    PartyId to = talks.party(agreement.get().otherSide(circle.mine().id()));
    boolean noted = waiting.get().departed() || Boolean.TRUE.equals(transaction.execute(status -> noted(by, rows, waiting.get(), to)));
    if (noted) {
      proceedings.attach(waiting.get().parcel(), to);
    }
    return noted;
  }

  private Optional<Waiting> waiting() {
    return sql.sql("select ciphertext, content_key, size, sealed, sealed_with, departed from offered_names where sealed is not null")
        .query((row, number) ->
            new Waiting(
                new Attachment(new Hash(row.getString(1)), new Hash(row.getString(2)), row.getLong(3)),
                Message.Parcel.of(row.getBytes(4), row.getBytes(5)),
                row.getBoolean(6)))
        .optional();
  }

  private boolean noted(Viewer by, List<Lists.Row> rows, Waiting waiting, PartyId to) {
    boolean left = Arrays.equals(opened(waiting), file(rows, sources.cleared(by)))
        && sources.left(by, rows.stream().map(Lists.Row::person).toList(), to, new Digest(waiting.described().ciphertext().value()));
    sql.sql(left ? "update offered_names set departed = true" : "delete from offered_names").update();
    if (!left) {
      sql.sql("delete from offered").update();
    }
    return left;
  }

  private static byte[] opened(Waiting waiting) {
    Base64.Decoder decoder = Base64.getUrlDecoder();
    byte[] sealed = decoder.decode(waiting.parcel().ciphertext());
    return waiting.described().open(sealed, decoder.decode(waiting.parcel().contentKey())) instanceof Attachment.Content content ? content.bytes() : new byte[0];
  }

  /**
   * The file of names: everybody of the list under the reference, with what may leave, and without remarks. Whoever is not among the
   * people is left out.
   */
  static byte[] file(List<Lists.Row> rows, List<Person> people) {
    Map<String, Person> byCode = new HashMap<>();
    people.forEach(person -> byCode.put(person.id(), person));
    List<Person> named = rows.stream()
        .flatMap(row -> Optional.ofNullable(byCode.get(row.person())).map(person -> underItsReference(row.ref(), person)).stream())
        .toList();
    return PeopleFile.write(named).getBytes(StandardCharsets.UTF_8);
  }

  private static Person underItsReference(String ref, Person person) {
    return new Person(ref, person.name(), person.birthDate(), person.sex(), person.particulars(), person.captivity(), "");
  }
}
