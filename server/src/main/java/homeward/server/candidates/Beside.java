package homeward.server.candidates;

import homeward.server.delegations.Right;
import homeward.server.delegations.Viewer;
import homeward.server.register.PersonFile;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whom a person of the register may be, beside the person's file. */
@Component
class Beside implements PersonFile.Beside {
  private final Candidates candidates;

  Beside(Candidates candidates) {
    this.candidates = candidates;
  }

  @Override
  public String name() {
    return "candidates";
  }

  @Override
  public Optional<?> of(Viewer by, PersonFile file) {
    return by.may(Right.LISTS_SEE) ? Optional.of(candidates.about(by, file)) : Optional.empty();
  }
}
