package homeward.server.lists;

import homeward.exchange.Move;
import homeward.exchange.Offer;
import homeward.exchange.PartyId;
import homeward.exchange.Person.Answered;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.json.Malformed;
import homeward.json.Shape;
import homeward.node.Clock;
import homeward.register.PeopleFile;
import homeward.register.Person;
import homeward.register.Reading;
import homeward.register.Suggestion;
import homeward.server.delegations.Reads;
import homeward.server.delegations.Right;
import homeward.server.delegations.Viewer;
import homeward.server.proceedings.Placed;
import homeward.server.proceedings.Proceedings;
import homeward.server.proceedings.Standing;
import homeward.server.talks.Circle;
import homeward.transcript.Attachment;
import homeward.transcript.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The other side's list beside this side's register: opened from the sealed file, compared, answered name by name. */
@Component
public class Theirs {
  private static final Shape<Move> MOVE = Shape.of(Move.class);

  private final JdbcClient sql;
  private final Lists lists;
  private final Sources sources;
  private final Proceedings proceedings;
  private final Circle circle;
  private final Reads reads;
  private final Clock clock;

  Theirs(JdbcClient sql, Lists lists, Sources sources, Proceedings proceedings, Circle circle, Reads reads, Clock clock) {
    this.sql = sql;
    this.lists = lists;
    this.sources = sources;
    this.proceedings = proceedings;
    this.circle = circle;
    this.reads = reads;
    this.clock = clock;
  }

  /**
   * One of the other side's people.
   *
   * @param person as the other side names them; empty when its file has not come or does not tell of this reference
   * @param suggestion what the plain rule says, with whom this side seeks
   * @param decided what somebody here decided
   * @param answered what was said in the log
   */
  public record Row(
      Ref ref, String category, Optional<Person> person, Optional<Suggestion> suggestion, Optional<Answered> decided, Answered answered) {}

  /** The other side's list, in the order of its references; empty before it was lodged. The read is recorded. */
  @Transactional
  public List<Row> rows(Viewer by) {
    by.require(Right.LISTS_SEE);
    Standing standing = proceedings.standing();
    PartyId other = otherSide(standing.state());
    Offer offer = standing.state().offers().getOrDefault(other, Offer.NONE);
    if (offer.version() == 0) {
      return List.of();
    }
    SequencedMap<String, Person> named = named(standing, other);
    Map<String, Suggestion> suggestions = Suggestion.of(sources.sought(by), List.copyOf(named.values()));
    SortedMap<Ref, Answered> decided = lists.answers();
    List<Row> rows = new ArrayList<>();
    standing.state().people().forEach((ref, person) -> {
      if (person.holder().equals(other) && !person.struck()) {
        rows.add(new Row(
            ref, person.category(), Optional.ofNullable(named.get(ref.value())), Optional.ofNullable(suggestions.get(ref.value())),
            Optional.ofNullable(decided.get(ref)), person.answer()));
      }
    });
    reads.record(by, "lists.theirs", "list:" + other.value(), new TreeSet<>(List.of(Right.PERSON_NAME, Right.PERSON_BIRTH)));
    return rows;
  }

  /**
   * Who those of one wave are, as far as the sealed files of either list tell this node; nobody where no file has come. The read is
   * recorded.
   *
   * @param wave what the record of reads calls them ({@code wave:day-1/2})
   */
  @Transactional
  public SortedMap<Ref, Person> travelling(Viewer by, String face, String wave, Set<Ref> refs) {
    by.require(Right.MANIFEST_SEE);
    Standing standing = proceedings.standing();
    SequencedMap<String, Person> named = named(standing, circle.me());
    named.putAll(named(standing, otherSide(standing.state())));
    SortedMap<Ref, Person> travelling = new TreeMap<>();
    refs.forEach(ref -> Optional.ofNullable(named.get(ref.value())).ifPresent(person -> travelling.put(ref, person)));
    reads.record(by, face, wave, new TreeSet<>(List.of(Right.PERSON_NAME, Right.PERSON_BIRTH)));
    return travelling;
  }

  private PartyId otherSide(State state) {
    return state.parties().members().keySet().stream()
        .filter(party -> state.parties().isSide(party) && !party.equals(circle.me()))
        .findFirst()
        .orElse(circle.me());
  }

  /** Names from the sealed files of a side's lists that stand, the latest last; a file that has not come names nobody yet. */
  private SequencedMap<String, Person> named(Standing standing, PartyId other) {
    SequencedMap<String, Person> named = new java.util.LinkedHashMap<>();
    for (Placed placed : standing.log()) {
      lodged(standing.state(), placed, other).ifPresent(names -> opened(names).forEach(person -> named.put(person.id(), person)));
    }
    return named;
  }

  private static Optional<Move.Attachment> lodged(State state, Placed placed, PartyId other) {
    var envelope = placed.leaf().entry().envelope();
    var author = state.parties().authors().get(new homeward.exchange.AuthorId(envelope.author().value()));
    if (author == null || !author.party().equals(other) || !placed.decision().accepted()) {
      return Optional.empty();
    }
    try {
      return MOVE.read(envelope.body()) instanceof Move.Lodge lodge ? lodge.names() : Optional.empty();
    } catch (Malformed e) {
      throw new IllegalStateException("an entry that stands in the log can be read", e);
    }
  }

  private List<Person> opened(Move.Attachment names) {
    Optional<byte[]> file = proceedings.attachment(new Hash(names.ciphertext().value()));
    Optional<byte[]> key = proceedings.attachment(new Hash(names.contentKey().value()));
    if (file.isEmpty() || key.isEmpty()) {
      return List.of();
    }
    Attachment described = new Attachment(new Hash(names.ciphertext().value()), new Hash(names.contentKey().value()), names.size());
    return described.open(file.get(), key.get()) instanceof Attachment.Content content ? people(content.bytes()) : List.of();
  }

  private static List<Person> people(byte[] file) {
    return PeopleFile.read(file, "names", PeopleFile.Kind.HELD) instanceof Reading.Read read ? read.people() : List.of();
  }

  /** What somebody decided about people of the other side's list; said in the log only when the desk's act is signed. */
  @Transactional
  public void decide(Viewer by, Map<Ref, Answered> answers) {
    by.require(Right.LISTS_ANSWER);
    answers.forEach((ref, answer) ->
        sql.sql("""
                insert into answered (ref, answer, decided_by, decided_at) values (?, ?, ?, ?)
                on conflict (ref) do update set answer = excluded.answer, decided_by = excluded.decided_by, decided_at = excluded.decided_at
                """)
            .params(ref.value(), Objects.requireNonNull(answer).name(), by.account(), clock.now())
            .update());
  }
}
