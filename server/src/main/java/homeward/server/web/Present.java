package homeward.server.web;

import homeward.server.delegations.Principal;
import homeward.server.delegations.Viewer;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whoever sends the request at hand. */
final class Present {
  private Present() {}

  static Optional<Principal> principal() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof Principal principal ? Optional.of(principal) : Optional.empty();
  }

  static Optional<Viewer> viewer() {
    return principal().map(Principal::viewer);
  }
}
