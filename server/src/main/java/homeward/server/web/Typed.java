package homeward.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/** What was typed beside login and password. */
record Typed(String code) {
  static Typed of(HttpServletRequest request) {
    return new Typed(Objects.requireNonNullElse(request.getParameter("code"), ""));
  }

  @Override
  public String toString() {
    return "typed";
  }
}
