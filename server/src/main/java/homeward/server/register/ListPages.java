package homeward.server.register;

import homeward.register.Listing.Form;
import homeward.register.PeopleFile.Kind;
import homeward.register.Person.Status;
import homeward.server.delegations.Needs;
import homeward.server.delegations.Right;
import homeward.server.delegations.Viewer;
import homeward.server.register.Found.Place;
import homeward.server.register.Found.Sort;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The registers as lists. What is searched for never stands in an address: a search is kept, and the address has its code. */
@Controller
@Needs(Right.REGISTER_SEARCH)
class ListPages {
  private final Register register;
  private final Searches searches;
  private final Exports exports;

  ListPages(Register register, Searches searches, Exports exports) {
    this.register = register;
    this.searches = searches;
    this.exports = exports;
  }

  static Kind kind(String word) {
    return Kind.valueOf(word.toUpperCase(Locale.ROOT));
  }

  @GetMapping("/register")
  String start(Viewer viewer, Model model) {
    Map<String, Long> counts = new LinkedHashMap<>();
    List.of(Kind.HELD, Kind.SOUGHT, Kind.SEEN).forEach(kind -> counts.put(kind.name().toLowerCase(Locale.ROOT), register.count(viewer, kind)));
    model.addAttribute("counts", counts);
    model.addAttribute("nobody", counts.values().stream().allMatch(count -> count == 0));
    model.addAttribute("changes", viewer.may(Right.REGISTER_CHANGE));
    model.addAttribute("compares", viewer.may(Right.LISTS_SEE));
    return "register/start";
  }

  @GetMapping("/register/{kind:held|sought|seen}")
  String list(Viewer viewer, @PathVariable String kind, @RequestParam Map<String, String> asked, Locale locale, Model model) {
    Optional<Filter> kept = searches.find(viewer, kind(kind), asked.getOrDefault("search", ""));
    Filter filter = kept.orElseGet(() -> Filter.everybody(kind(kind)));
    Place place = place(asked);
    model.addAttribute("gone", kept.isEmpty());
    Found found = register.search(viewer, filter, place, locale);
    model.addAttribute("kind", kind);
    model.addAttribute("filter", filter);
    model.addAttribute("search", filter.isOpen() ? "" : asked.getOrDefault("search", ""));
    model.addAttribute("place", place);
    model.addAttribute("found", found);
    model.addAttribute("statuses", Arrays.stream(Status.values()).map(Status::word).filter(word -> fits(word, kind)).toList());
    model.addAttribute("categories", register.categories(viewer, kind(kind)));
    model.addAttribute("columns", columns(viewer, kind));
    model.addAttribute("changes", viewer.may(Right.REGISTER_CHANGE));
    model.addAttribute("exports", viewer.may(Right.REGISTER_EXPORT));
    model.addAttribute("clears", viewer.may(Right.DISCLOSURE_REGISTRAR) || viewer.may(Right.DISCLOSURE_SECURITY));
    return "register/list";
  }

  private static boolean fits(String status, String kind) {
    return !status.isEmpty() && (kind.equals("sought") || !(status.equals("sought") || status.equals("missing")));
  }

  /** What the table shows, of what the viewer may see. */
  private static List<String> columns(Viewer viewer, String kind) {
    List<String> last = kind.equals("seen") ? List.of("seen_place", "seen_date", "status") : List.of("category", "status");
    List<String> shown = Stream.concat(Stream.of("surname", "given_name", "patronymic", "birth_date", "rank"), last.stream()).toList();
    return Group.columnsFor(viewer).stream().map(column -> column.header())
        .filter(shown::contains)
        .toList();
  }

  private static Place place(Map<String, String> asked) {
    Sort sort = Arrays.stream(Sort.values())
        .filter(each -> each.name().equalsIgnoreCase(asked.getOrDefault("sort", "")))
        .findFirst()
        .orElse(Sort.NAME);
    String before = asked.getOrDefault("before", "");
    return new Place(sort, asked.containsKey("down"), before.isEmpty() ? asked.getOrDefault("after", "") : before, !before.isEmpty());
  }

  @PostMapping("/register/{kind:held|sought|seen}/search")
  String search(Viewer viewer, @PathVariable String kind, @RequestParam Map<String, String> typed) {
    Filter filter = new Filter(kind(kind), typed.getOrDefault("name", "").strip(), year(typed, "bornFrom"), year(typed, "bornTo"),
        typed.getOrDefault("status", ""), typed.getOrDefault("category", ""));
    return "redirect:/register/" + kind + (filter.isOpen() ? "" : "?search=" + searches.keep(viewer, filter));
  }

  private static int year(Map<String, String> typed, String field) {
    String text = typed.getOrDefault(field, "").strip();
    return text.matches("[0-9]{4}") ? Integer.parseInt(text) : 0;
  }

  @PostMapping("/register/{kind:held|sought|seen}/export")
  @Needs(Right.REGISTER_EXPORT)
  void export(Viewer viewer, @PathVariable String kind, @RequestParam Form form, @RequestParam(defaultValue = "") String search, HttpServletResponse response)
      throws IOException {
    Filter filter = searches.find(viewer, kind(kind), search).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    boolean csv = form == Form.CSV;
    response.setContentType(csv ? "text/csv;charset=UTF-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    response.setHeader("Content-Disposition", "attachment; filename=\"" + kind + (csv ? ".csv\"" : ".xlsx\""));
    response.setHeader("Cache-Control", "no-store");
    exports.write(viewer, filter, form, response.getOutputStream());
  }
}
