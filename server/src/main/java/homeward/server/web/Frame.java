package homeward.server.web;

import homeward.server.delegations.Principal;
import homeward.server.delegations.Right;
import homeward.server.delegations.Viewer;
import homeward.server.talks.Circle;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame of every page needs. */
@ControllerAdvice
class Frame {
  /** A way into a room: its address, the key of its word, and any right that opens it. */
  private record Way(String to, String word, List<Right> rights) {}

  private static final List<Way> WAYS =
      List.of(
          new Way("/desk", "nav.desk", List.of(Right.values())),
          new Way("/register", "nav.register", List.of(Right.REGISTER_SEARCH)),
          new Way("/disclosure", "nav.disclosure", List.of(Right.DISCLOSURE_SEE)),
          new Way("/talks", "nav.talks", List.of(Right.EXCHANGE_SEE)),
          new Way("/lists", "nav.lists", List.of(Right.LISTS_SEE)),
          new Way("/plans", "nav.plans", List.of(Right.PLAN_SEE)),
          new Way("/journeys", "nav.journeys", List.of(Right.EXCHANGE_SEE, Right.MANIFEST_SEE, Right.FIELD_OBSERVE)),
          new Way("/handover", "nav.handover", List.of(Right.FIELD_OBSERVE)),
          new Way("/clearance", "nav.clearance", List.of(Right.CLEARANCE_OPEN)),
          new Way("/transcript", "nav.transcript", List.of(Right.EXCHANGE_SEE, Right.AUDIT_SEE)),
          new Way("/balance", "nav.balance", List.of(Right.EXCHANGE_SEE, Right.AUDIT_SEE)),
          new Way("/reads", "nav.reads", List.of(Right.AUDIT_SEE)),
          new Way("/accounts", "nav.accounts", List.of(Right.ACCOUNTS_CHANGE)),
          new Way("/public", "nav.public", List.of(Right.values())));

  /**
   * One word of the navigation.
   *
   * @param here whether the page at hand lies there
   */
  public record Link(String to, String word, boolean here) {}

  /**
   * The frame.
   *
   * @param direction {@code ltr} or {@code rtl}
   * @param party what the party of this node is called
   * @param at the address of the page at hand
   * @param login of whoever has come in, shown to them alone
   */
  public record Framing(
      Locale locale, String direction, String party, String at, List<Link> ways, Optional<String> login, List<Locale> languages) {
    /** Whether anybody has come in. */
    public boolean in() {
      return login.isPresent();
    }
  }

  private final Circle circle;

  Frame(Circle circle) {
    this.circle = circle;
  }

  @ModelAttribute("frame")
  Framing frame(HttpServletRequest request) {
    Locale locale = LocaleContextHolder.getLocale();
    Optional<Principal> principal = Present.principal();
    List<Link> ways = principal.map(Principal::viewer).map(viewer -> ways(viewer, request.getRequestURI())).orElse(List.of());
    return new Framing(
        locale, Languages.rightToLeft(locale) ? "rtl" : "ltr", circle.mine().name(), request.getRequestURI(), ways, principal.map(Principal::login), Pages.languages());
  }

  private static List<Link> ways(Viewer viewer, String at) {
    return WAYS.stream()
        .filter(way -> way.rights().stream().anyMatch(viewer::may))
        .map(way -> new Link(way.to(), way.word(), at.startsWith(way.to())))
        .toList();
  }
}
