package homeward.server.disclosure;

import homeward.register.PeopleFile.Kind;
import homeward.server.delegations.Needs;
import homeward.server.delegations.Right;
import homeward.server.delegations.Viewer;
import homeward.server.register.Filter;
import homeward.server.register.Group;
import homeward.server.register.Register;
import homeward.server.register.Searches;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What may leave, as the two agencies see and clear it. */
@Controller
@Needs(Right.DISCLOSURE_SEE)
class DisclosurePages {
  private final Disclosure disclosure;
  private final Register register;
  private final Searches searches;

  DisclosurePages(Disclosure disclosure, Register register, Searches searches) {
    this.disclosure = disclosure;
    this.register = register;
    this.searches = searches;
  }

  @GetMapping("/disclosure")
  String overview(Viewer viewer, Model model) {
    model.addAttribute("groups", Group.values());
    model.addAttribute("overview", disclosure.overview(viewer));
    model.addAttribute("agencies", Agency.of(viewer));
    return "disclosure/overview";
  }

  @PostMapping("/disclosure/waiting")
  @Needs({Right.DISCLOSURE_REGISTRAR, Right.DISCLOSURE_SECURITY})
  String clearWaiting(Viewer viewer, @RequestParam Agency agency, @RequestParam Group group, @RequestParam long count, RedirectAttributes after) {
    after.addFlashAttribute("done", disclosure.clearWaiting(viewer, agency, group, count));
    return "redirect:/disclosure";
  }

  @GetMapping("/disclosure/bulk")
  @Needs({Right.DISCLOSURE_REGISTRAR, Right.DISCLOSURE_SECURITY})
  String bulk(Viewer viewer, @RequestParam(defaultValue = "") String search, Model model) {
    Optional<Filter> kept = searches.find(viewer, Kind.HELD, search);
    if (kept.isEmpty()) {
      return "redirect:/register/held?search=" + search;
    }
    Filter filter = kept.get();
    model.addAttribute("filter", filter);
    model.addAttribute("search", search);
    model.addAttribute("count", register.count(viewer, filter));
    model.addAttribute("groups", Group.values());
    model.addAttribute("agencies", Agency.of(viewer));
    return "disclosure/bulk";
  }

  @PostMapping("/disclosure/bulk")
  @Needs({Right.DISCLOSURE_REGISTRAR, Right.DISCLOSURE_SECURITY})
  String clearBulk(Viewer viewer, @RequestParam Agency agency, @RequestParam(defaultValue = "") String search, @RequestParam long count,
      @RequestParam(defaultValue = "") List<Group> group, RedirectAttributes after) {
    Set<Group> groups = EnumSet.noneOf(Group.class);
    groups.addAll(group);
    String back = "redirect:/disclosure/bulk" + (search.isEmpty() ? "" : "?search=" + search);
    Optional<Filter> kept = searches.find(viewer, Kind.HELD, search);
    if (kept.isEmpty()) {
      return back;
    }
    if (groups.isEmpty()) {
      after.addFlashAttribute("nothing", true);
      return back;
    }
    Disclosure.Bulk done = disclosure.clear(viewer, agency, kept.get(), count, groups);
    after.addFlashAttribute("done", done);
    return done instanceof Disclosure.Bulk.Done ? "redirect:/disclosure" : back;
  }

  @GetMapping("/disclosure/person/{code}")
  String person(Viewer viewer, @PathVariable String code, Model model) {
    model.addAttribute("person", disclosure.person(viewer, code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    if (viewer.may(Right.REGISTER_SEARCH)) {
      register.find(viewer, code).ifPresent(file -> model.addAttribute("file", file));
    }
    model.addAttribute("both", Agency.values());
    model.addAttribute("agencies", Agency.of(viewer));
    return "disclosure/person";
  }

  @PostMapping("/disclosure/person/{code}/clear")
  @Needs({Right.DISCLOSURE_REGISTRAR, Right.DISCLOSURE_SECURITY})
  String clear(Viewer viewer, @PathVariable String code, @RequestParam Agency agency, @RequestParam long version, @RequestParam Group group, RedirectAttributes after) {
    after.addFlashAttribute("clearing", disclosure.clear(viewer, agency, code, version, Set.of(group)));
    return "redirect:/disclosure/person/" + code;
  }

  @PostMapping("/disclosure/person/{code}/revoke")
  @Needs({Right.DISCLOSURE_REGISTRAR, Right.DISCLOSURE_SECURITY})
  String revoke(Viewer viewer, @PathVariable String code, @RequestParam Agency agency, @RequestParam Group group, RedirectAttributes after) {
    after.addFlashAttribute("revoked", disclosure.revoke(viewer, agency, code, group));
    return "redirect:/disclosure/person/" + code;
  }
}
