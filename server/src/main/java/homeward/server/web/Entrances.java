package homeward.server.web;

import homeward.server.delegations.ForEverybody;
import homeward.server.delegations.Principal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Doors that whoever runs this process opens for a demonstration: a word that lets in once. Nobody outside the process can open one, and
 * a node that serves a bureau has none.
 */
@Controller
@ForEverybody
public class Entrances {
  private static final int WORD = 24;

  private final Map<String, Principal> open = new ConcurrentHashMap<>();
  private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
  private final homeward.node.Random random;

  Entrances(homeward.node.Random random) {
    this.random = random;
  }

  /** Where this viewer comes in, once: the path. */
  public String open(Principal principal) {
    String word = Base64.getUrlEncoder().withoutPadding().encodeToString(random.bytes(WORD));
    open.put(word, principal);
    return "/enter/" + word;
  }

  @GetMapping("/enter/{word}")
  String enter(@PathVariable String word, HttpServletRequest request, HttpServletResponse response) {
    Principal principal = open.remove(word);
    if (principal == null) {
      return "redirect:/login";
    }
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(AtTheDoor.of(principal));
    SecurityContextHolder.setContext(context);
    sessions.saveContext(context, request, response);
    return "redirect:/desk";
  }
}
