package homeward.server.disclosure;

import homeward.exchange.Digest;
import homeward.exchange.PartyId;
import homeward.register.PeopleFile.Kind;
import homeward.register.Person;
import homeward.server.delegations.Viewer;
import homeward.server.disclosure.Disclosure.Cleared;
import homeward.server.lists.Sources;
import homeward.server.register.Group;
import homeward.server.register.PersonFile;
import java.util.List;
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
    return disclosure.clearedNames(by).stream().map(cleared -> PersonFile.person(cleared.code(), cleared.fields(), Kind.HELD)).toList();
  }

  @Override
  @Transactional
  public boolean left(Viewer by, List<String> codes, PartyId to, Digest sealed) {
    List<Cleared> what = disclosure.cleared(by, codes).stream().filter(cleared -> cleared.groups().contains(Group.NAME)).toList();
    return what.size() == codes.size() && disclosure.left(by, what, to, sealed) instanceof Disclosure.Leaving.Left;
  }
}
