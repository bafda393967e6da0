package homeward.server.register;

import homeward.server.delegations.Needs;
import homeward.server.delegations.Right;
import homeward.server.delegations.Viewer;
import homeward.server.register.Import.Bringing;
import homeward.server.register.Statement.Standing;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Files on their way in: bring one, watch it, call it off, see what is wrong with it. */
@Controller
@Needs(Right.REGISTER_CHANGE)
class ImportPages {
  private final Imports imports;

  ImportPages(Imports imports) {
    this.imports = imports;
  }

  @GetMapping("/register/imports")
  String imports(Viewer viewer, Model model) {
    model.addAttribute("imports", imports.latest(viewer));
    return "register/imports";
  }

  @GetMapping("/register/{kind:held|sought|seen}/import")
  String form(@PathVariable String kind, Model model) {
    model.addAttribute("kind", kind);
    model.addAttribute("standings", Standing.values());
    model.addAttribute("standing", Standing.LIST);
    model.addAttribute("informant", "");
    return "register/bring";
  }

  @PostMapping("/register/{kind:held|sought|seen}/import")
  String bring(
      Viewer viewer, @PathVariable String kind, @RequestParam MultipartFile file, @RequestParam Standing standing,
      @RequestParam(defaultValue = "") String informant, Model model) throws IOException {
    String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    return switch (imports.bring(viewer, ListPages.kind(kind), name.isEmpty() ? "file" : name, file.getBytes(), standing, informant)) {
      case Bringing.Brought(String code) -> {
        imports.start(code);
        yield "redirect:/register/imports/" + code;
      }
      case Bringing.There(String code) -> "redirect:/register/imports/" + code + "?there";
      case Bringing.Missing missing -> {
        String page = form(kind, model);
        model.addAttribute("missing", missing);
        model.addAttribute("standing", standing);
        model.addAttribute("informant", informant);
        yield page;
      }
    };
  }

  /** While it is being read the page comes back by itself, with or without scripts. */
  @GetMapping("/register/imports/{code}")
  String one(Viewer viewer, @PathVariable String code, Model model, HttpServletResponse response) {
    Import job = imports.find(viewer, code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (!job.state().isOver()) {
      response.setHeader("Refresh", "2");
    }
    model.addAttribute("job", job);
    model.addAttribute("kind", job.register().name().toLowerCase(Locale.ROOT));
    return "register/import";
  }

  @PostMapping("/register/imports/{code}/cancel")
  String cancel(Viewer viewer, @PathVariable String code) {
    imports.cancel(viewer, code);
    return "redirect:/register/imports/" + code;
  }
}
