package homeward.server.lists;

import homeward.exchange.Person.Promise;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.register.Column;
import homeward.register.Listing;
import homeward.register.PeopleFile.Kind;
import homeward.register.Person;
import homeward.server.candidates.Candidates;
import homeward.server.delegations.Viewer;
import homeward.server.proceedings.Proceedings;
import homeward.server.register.PersonFile;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** This side's people who are to come home. */
@Component
public class Awaited {
  private final Theirs theirs;
  private final Candidates candidates;
  private final Proceedings proceedings;

  Awaited(Theirs theirs, Candidates candidates, Proceedings proceedings) {
    this.theirs = theirs;
    this.candidates = candidates;
    this.proceedings = proceedings;
  }

  /**
   * Those of the other side's list whom both sides have agreed on, with what this side knows of them: its own file of whoever is known
   * before what the other side says, but for how they are, which the holder sees. For asking who is to come first. The read is recorded.
   */
  @Transactional
  public SortedMap<Ref, Person> agreed(Viewer by, String face) {
    SortedMap<Ref, Theirs.Row> rows = new TreeMap<>();
    State state = proceedings.standing().state();
    theirs.rows(by).forEach(row -> rows.put(row.ref(), row));
    rows.keySet().removeIf(ref -> Optional.ofNullable(state.people().get(ref)).map(said -> said.promise() != Promise.AGREED).orElse(true));
    Map<Ref, String> known = new HashMap<>();
    rows.forEach((ref, row) -> row.likeliest().known().ifPresent(candidate -> known.put(ref, candidate.one())));
    Map<String, PersonFile> files = candidates.files(by, face, known.values());
    SortedMap<Ref, Person> agreed = new TreeMap<>();
    rows.forEach((ref, row) -> agreed.put(ref, merged(row, Optional.ofNullable(known.get(ref)).flatMap(code -> Optional.ofNullable(files.get(code))))));
    return agreed;
  }

  private static Person merged(Theirs.Row row, Optional<PersonFile> file) {
    Map<Column, String> said = new EnumMap<>(Column.class);
    row.person().ifPresent(person -> said.putAll(Listing.cells(person)));
    file.ifPresent(own -> own.shown().forEach((column, text) -> {
      if (column != Column.HEALTH || said.getOrDefault(column, "").isEmpty()) {
        said.put(column, text);
      }
    }));
    said.put(Column.CATEGORY, row.category());
    return PersonFile.person(row.ref().value(), said, Kind.SOUGHT);
  }
}
