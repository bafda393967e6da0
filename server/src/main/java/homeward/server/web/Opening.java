package homeward.server.web;

import homeward.server.delegations.ForEverybody;
import homeward.server.delegations.Needs;
import homeward.server.delegations.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Opens a page to whoever has one of the rights it names, or that is for everybody. What names neither is opened to nobody, so that a
 * page that was forgotten is closed.
 */
final class Opening implements HandlerInterceptor {

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws Exception {
    if (!(handler instanceof HandlerMethod method) || !isOurs(method) || mayOpen(method)) {
      return true;
    }
    response.sendError(HttpServletResponse.SC_FORBIDDEN);
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
