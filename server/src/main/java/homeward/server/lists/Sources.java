package homeward.server.lists;

import homeward.exchange.Digest;
import homeward.exchange.PartyId;
import homeward.register.Person;
import homeward.server.delegations.Viewer;
import java.util.List;

/** Where the people of a list come from: what disclosure has cleared of the register. */
public interface Sources {

  /** People held whose names may leave, with exactly the fields that may; the id is the person's opaque code. */
  List<Person> cleared(Viewer by);

  /** Writes onto each file what left, to whom, in which sealed file; false, and nothing is written, when somebody's name may not leave any more. */
  boolean left(Viewer by, List<String> codes, PartyId to, Digest sealed);
}
