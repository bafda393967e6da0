package homeward.server.web;

import homeward.server.delegations.ForEverybody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** Before anybody has come in: the door, and the choice of a language. */
@Controller
@ForEverybody
class DoorPages {
  private final LocaleResolver languages;

  DoorPages(LocaleResolver languages) {
    this.languages = languages;
  }

  @GetMapping("/")
  String start() {
    return Present.viewer().isPresent() ? "redirect:/desk" : "redirect:/public";
  }

  @GetMapping("/login")
  String login(HttpServletRequest request, Model model) {
    for (String why : List.of("wrong", "wait", "left")) {
      model.addAttribute(why, request.getParameter(why) != null);
    }
    return "web/login";
  }

  /** Back to where one was; only ways within this node are followed. */
  @PostMapping("/language")
  String language(
      @RequestParam String language, @RequestParam String back, HttpServletRequest request, HttpServletResponse response) {
    Languages.known(language).ifPresent(locale -> languages.setLocale(request, response, locale));
    return "redirect:" + (back.matches("/[a-zA-Z0-9_/-]*") && !back.startsWith("//") ? back : "/");
  }

  /** Every part that pages are made of, on one page. */
  @GetMapping("/parts")
  String parts() {
    return "web/parts";
  }
}
