package homeward.server.web;

import homeward.server.delegations.ForEverybody;
import homeward.server.delegations.Needs;
import homeward.server.delegations.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Opens a page to whoever has one of the rights it names, or that is for everybody. What names neither is opened to nobody, so that a
 * page that was forgotten is closed.
 */
final class Opening implements HandlerInterceptor {
  private final Predicate<String> works;

  /**
   * Asks of every request whether its account still works here.
   *
   * @param works by the account's code
   */
  Opening(Predicate<String> works) {
    this.works = works;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws Exception {
    if (!(handler instanceof HandlerMethod method) || !isOurs(method)) {
      return true;
    }
    if (Present.viewer().map(viewer -> !works.test(viewer.account())).orElse(false)) {
      return showsOut(request, response);
    }
    if (mayOpen(method)) {
      return true;
    }
    response.sendError(HttpServletResponse.SC_FORBIDDEN);
    return false;
  }

  /** An account that was closed is out at once, whatever session it had, and its keys with it. */
  private static boolean showsOut(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
    SecurityContextHolder.clearContext();
    response.sendRedirect("/login");
    return false;
  }

  /** The framework's own pages (errors) are no desk. */
  private static boolean isOurs(HandlerMethod method) {
    return method.getBeanType().getPackageName().startsWith("homeward.");
  }

  private static boolean mayOpen(HandlerMethod method) {
    if (forEverybody(method)) {
      return true;
    }
    Optional<Viewer> viewer = Present.viewer();
    return viewer.isPresent() && needs(method).map(needs -> Arrays.stream(needs.value()).anyMatch(viewer.get()::may)).orElse(false);
  }

  static boolean forEverybody(HandlerMethod method) {
    return method.hasMethodAnnotation(ForEverybody.class) || method.getBeanType().isAnnotationPresent(ForEverybody.class);
  }

  static Optional<Needs> needs(HandlerMethod method) {
    @Nullable Needs own = method.getMethodAnnotation(Needs.class);
    return Optional.ofNullable(own != null ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Needs.class));
  }
}
