package homeward.server.lists;

import homeward.exchange.Offer;
import homeward.exchange.PartyId;
import homeward.exchange.Person.Answered;
import homeward.exchange.Ref;
import homeward.node.Clock;
import homeward.recognition.Suggestion;
import homeward.register.Person;
import homeward.server.candidates.Likeliest;
import homeward.server.delegations.Reads;
import homeward.server.delegations.Right;
import homeward.server.delegations.Viewer;
import homeward.server.lists.Suggestions.Suggested;
import homeward.server.proceedings.Proceedings;
import homeward.server.proceedings.Standing;
import java.util.ArrayList;
import java.util.HashMap;
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
  private final JdbcClient sql;
  private final Lists lists;
  private final Names names;
  private final Suggestions suggestions;
  private final Proceedings proceedings;
  private final Reads reads;
  private final Clock clock;

  Theirs(JdbcClient sql, Lists lists, Names names, Suggestions suggestions, Proceedings proceedings, Reads reads, Clock clock) {
    this.sql = sql;
    this.lists = lists;
    this.names = names;
    this.suggestions = suggestions;
    this.proceedings = proceedings;
    this.reads = reads;
    this.clock = clock;
  }

  /**
   * One of the other side's people.
   *
   * @param person as the other side names them; empty when its file has not come or does not tell of this reference
   * @param suggestion what may be answered; empty before the list was compared
   * @param likeliest whom it may be among those sought, the best first
   * @param decided what somebody here decided
   * @param answered what was said in the log
   */
  public record Row(
      Ref ref, String category, Optional<Person> person, Optional<Suggestion.Why> suggestion, Likeliest likeliest, Optional<Answered> decided,
      Answered answered) {
    /** Whether a person has to look who it is. */
    public boolean look() {
      return likeliest.look() && suggestion.map(why -> why != Suggestion.Why.REPEATED).orElse(false);
    }
  }

  /** The other side's list, in the order of its references; empty before it was lodged. The read is recorded. */
  @Transactional
  public List<Row> rows(Viewer by) {
    by.require(Right.LISTS_SEE);
    Standing standing = proceedings.standing();
    PartyId other = names.otherSide(standing.state());
    Offer offer = standing.state().offers().getOrDefault(other, Offer.NONE);
    if (offer.version() == 0) {
      return List.of();
    }
    SortedMap<Ref, homeward.exchange.Person> theirs = new TreeMap<>(standing.state().people());
    theirs.values().removeIf(person -> person.struck() || !person.holder().equals(other));
    reads.record(by, "lists.theirs", "list:" + other.value(), new TreeSet<>(List.of(Right.PERSON_NAME, Right.PERSON_BIRTH)));
    return rows(by, theirs, names.of(standing, other));
  }

  private List<Row> rows(Viewer by, SortedMap<Ref, homeward.exchange.Person> theirs, Map<String, Person> named) {
    Map<String, String> categories = new HashMap<>();
    theirs.forEach((ref, person) -> categories.put(ref.value(), person.category()));
    Map<String, Suggested> suggested = suggestions.of(by, categories);
    SortedMap<Ref, Answered> decided = lists.answers();
    List<Row> rows = new ArrayList<>();
    theirs.forEach((ref, person) -> {
      Optional<Suggested> about = Optional.ofNullable(suggested.get(ref.value()));
      rows.add(new Row(ref, person.category(), Optional.ofNullable(named.get(ref.value())), about.map(Suggested::why),
          about.map(Suggested::likeliest).orElse(Likeliest.NOBODY), Optional.ofNullable(decided.get(ref)), person.answer()));
    });
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
    SequencedMap<String, Person> named = names.of(standing, proceedings.party());
    named.putAll(names.of(standing, names.otherSide(standing.state())));
    SortedMap<Ref, Person> travelling = new TreeMap<>();
    refs.forEach(ref -> Optional.ofNullable(named.get(ref.value())).ifPresent(person -> travelling.put(ref, person)));
    reads.record(by, face, wave, new TreeSet<>(List.of(Right.PERSON_NAME, Right.PERSON_BIRTH)));
    return travelling;
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
