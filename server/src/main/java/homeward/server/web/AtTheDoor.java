package homeward.server.web;

import homeward.server.delegations.Accounts;
import homeward.server.delegations.Admission;
import homeward.server.delegations.Principal;
import java.util.List;
import java.util.Objects;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Asks the accounts of this node. */
record AtTheDoor(Accounts accounts) implements AuthenticationProvider {

  @Override
  public Authentication authenticate(Authentication typed) {
    String code = typed.getDetails() instanceof Typed(String digits) ? digits : "";
    String password = Objects.toString(typed.getCredentials(), "");
    return switch (accounts.admit(typed.getName(), password, code)) {
      case Admission.Admitted(Principal principal) -> of(principal);
      case Admission.Wrong() -> throw new BadCredentialsException("wrong");
      case Admission.Wait(var until) -> throw new LockedException(until.toString());
    };
  }

  /** Somebody who has come in. */
  static Authentication of(Principal principal) {
    return UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of());
  }

  @Override
  public boolean supports(Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
  }
}
