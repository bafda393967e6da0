package homeward.server.register;

import homeward.register.Column;
import homeward.register.Person.Health;
import homeward.register.Person.Sex;
import homeward.register.Person.Status;
import homeward.server.delegations.Needs;
import homeward.server.delegations.Right;
import homeward.server.delegations.Viewer;
import homeward.server.register.Statement.Standing;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One person's file: what counts, who said it, and what else was said; and the forms that add to it. */
@Controller
@Needs(Right.REGISTER_SEARCH)
class PersonPages {
  private final Register register;
  private final List<PersonFile.Beside> rooms;

  PersonPages(Register register, ObjectProvider<PersonFile.Beside> rooms) {
    this.register = register;
    this.rooms = rooms.stream().toList();
  }

  private PersonFile file(Viewer viewer, String code) {
    return register.find(viewer, code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @GetMapping("/register/person/{code}")
  String person(Viewer viewer, @PathVariable String code, Model model) {
    PersonFile file = file(viewer, code);
    model.addAttribute("file", file);
    model.addAttribute("groups", file.seen());
    model.addAttribute("changes", viewer.may(Right.REGISTER_CHANGE));
    model.addAttribute("disclosure", viewer.may(Right.DISCLOSURE_SEE));
    rooms.forEach(room -> room.of(viewer, file).ifPresent(shown -> model.addAttribute(room.name(), shown)));
    return "register/person";
  }

  @GetMapping("/register/person/{code}/change")
  @Needs(Right.REGISTER_CHANGE)
  String change(Viewer viewer, @PathVariable String code, Model model) {
    PersonFile file = file(viewer, code);
    model.addAttribute("file", file);
    return form(viewer, model, word(file), texts(file.shown()), file.version());
  }

  @PostMapping("/register/person/{code}/change")
  @Needs(Right.REGISTER_CHANGE)
  String save(Viewer viewer, @PathVariable String code, @RequestParam long version, @RequestParam Map<String, String> typed, Model model, RedirectAttributes after) {
    Standing standing = Standing.valueOf(typed.getOrDefault("standing", Standing.REPORT.name()));
    Saving saving = register.save(viewer, code, version, cells(typed), standing, typed.getOrDefault("informant", ""))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return switch (saving) {
      case Saving.Saved saved -> {
        after.addFlashAttribute("saved", saved);
        yield "redirect:/register/person/" + code;
      }
      case Saving.Same same -> {
        after.addFlashAttribute("same", true);
        yield "redirect:/register/person/" + code;
      }
      case Saving.ChangedMeanwhile told -> {
        model.addAttribute("told", told);
        model.addAttribute("file", told.now());
        Map<String, String> again = texts(told.now().shown());
        told.yours().forEach((column, text) -> again.put(column.header(), text));
        again.put("standing", standing.name());
        again.put("informant", typed.getOrDefault("informant", ""));
        yield form(viewer, model, word(told.now()), again, told.now().version());
      }
      case Saving.Refused refused -> {
        PersonFile file = file(viewer, code);
        model.addAttribute("file", file);
        model.addAttribute("refused", refused);
        yield form(viewer, model, word(file), typed, version);
      }
    };
  }

  private static String word(PersonFile file) {
    return file.register().name().toLowerCase(Locale.ROOT);
  }

  @GetMapping("/register/{kind:held|sought|seen}/new")
  @Needs(Right.REGISTER_CHANGE)
  String blank(Viewer viewer, @PathVariable String kind, Model model) {
    return form(viewer, model, kind, Map.of(), 0);
  }

  @PostMapping("/register/{kind:held|sought|seen}/new")
  @Needs(Right.REGISTER_CHANGE)
  String add(Viewer viewer, @PathVariable String kind, @RequestParam Map<String, String> typed, Model model, RedirectAttributes after) {
    Standing standing = Standing.valueOf(typed.getOrDefault("standing", Standing.REPORT.name()));
    Saving saving = register.add(viewer, ListPages.kind(kind), cells(typed), standing, typed.getOrDefault("informant", ""));
    if (saving instanceof Saving.Saved saved) {
      after.addFlashAttribute("saved", saved);
      return "redirect:/register/person/" + saved.code();
    }
    model.addAttribute("refused", saving);
    return form(viewer, model, kind, typed, 0);
  }

  private static String form(Viewer viewer, Model model, String kind, Map<String, String> texts, long version) {
    model.addAttribute("kind", kind);
    model.addAttribute("texts", texts);
    model.addAttribute("version", version);
    model.addAttribute("standings", Standing.values());
    model.addAttribute("groups", Group.seenBy(viewer));
    model.addAttribute("words", words(kind));
    return "register/change";
  }

  /** Fields with a closed list of words, and the words. */
  private static Map<String, List<String>> words(String kind) {
    List<String> statuses = Arrays.stream(Status.values()).map(Status::word)
        .filter(word -> kind.equals("sought") || !(word.equals("sought") || word.equals("missing")))
        .toList();
    return Map.of("sex", Arrays.stream(Sex.values()).map(Sex::word).toList(), "health", Arrays.stream(Health.values()).map(Health::word).toList(),
        "status", statuses);
  }

  private static Map<String, String> texts(Map<Column, String> cells) {
    Map<String, String> texts = new HashMap<>();
    cells.forEach((column, text) -> texts.put(column.header(), text));
    return texts;
  }

  private static Map<Column, String> cells(Map<String, String> typed) {
    Map<Column, String> cells = new EnumMap<>(Column.class);
    typed.forEach((name, text) -> Optional.of(name).flatMap(Column::of).ifPresent(column -> cells.put(column, text.replace("\r\n", "\n"))));
    return cells;
  }
}
