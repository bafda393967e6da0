package homeward.server.disclosure;

import homeward.exchange.Digest;
import homeward.exchange.PartyId;
import homeward.register.Column;
import homeward.register.PeopleFile;
import homeward.register.PeopleFile.Kind;
import homeward.register.Person;
import homeward.register.Reading;
import homeward.server.delegations.Viewer;
import homeward.server.disclosure.Disclosure.Cleared;
import homeward.server.lists.Sources;
import homeward.server.register.Group;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives the lists their people: of those held what is cleared. */
@Component
class ClearedSources implements Sources {
  private final Disclosure disclosure;

  ClearedSources(Disclosure disclosure) {
    this.disclosure = disclosure;
  }

  @Override
  @Transactional
  public List<Person> cleared(Viewer by) {
    return disclosure.clearedNames(by).stream().map(cleared -> person(cleared.code(), cleared.fields())).toList();
  }

  /** The register kept these texts in the form in which files have them, so they read back. */
  private static Person person(String code, Map<Column, String> fields) {
    Map<Column, String> cells = new EnumMap<>(Column.class);
    cells.putAll(fields);
    cells.put(Column.ID, code);
    return switch (PeopleFile.check(cells, Kind.HELD)) {
      case Reading.Read read -> read.people().getFirst();
      case Reading.Refused refused -> throw new IllegalStateException("the register keeps what cannot be read");
    };
  }

  @Override
  @Transactional
  public boolean left(Viewer by, List<String> codes, PartyId to, Digest sealed) {
    List<Cleared> what = disclosure.cleared(by, codes).stream().filter(cleared -> cleared.groups().contains(Group.NAME)).toList();
    return what.size() == codes.size() && disclosure.left(by, what, to, sealed) instanceof Disclosure.Leaving.Left;
  }
}
