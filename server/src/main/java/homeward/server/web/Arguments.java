package homeward.server.web;

import homeward.server.delegations.Principal;
import homeward.server.delegations.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a page its {@link Viewer}, or the {@link Principal} where it signs. */
final class Arguments implements HandlerMethodArgumentResolver {

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Viewer.class || parameter.getParameterType() == Principal.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter, @Nullable ModelAndViewContainer container, NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
    Principal principal = Present.principal().orElseThrow(() -> new IllegalStateException("the door lets nobody in without a name"));
    return parameter.getParameterType() == Viewer.class ? principal.viewer() : principal;
  }
}
