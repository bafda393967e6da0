package homeward.server.candidates;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import homeward.server.delegations.Needs;
import homeward.server.delegations.Right;
import homeward.server.delegations.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Candidates as lists, and a pair on a page of its own. What is searched for stands in no address. */
@Controller
@Needs(Right.LISTS_SEE)
class CandidatePages {
  private static final int PAGE = 50;
  private static final List<String> SHOWN = List.of("MATCH", "REVIEW", "ACCEPTED", "REJECTED", "UNSURE", "NONE");

  private final Candidates candidates;
  private final Asked asked;

  CandidatePages(Candidates candidates, Asked asked) {
    this.candidates = candidates;
    this.asked = asked;
  }

  @GetMapping("/candidates/{kind:list|seen|sought|held}")
  String list(Viewer viewer, @PathVariable String kind, @RequestParam(defaultValue = "") String search, @RequestParam(defaultValue = "") String sort,
      @RequestParam(defaultValue = "0") int page, Model model) {
    Optional<Wanted> kept = wanted(viewer, search);
    Wanted wanted = kept.orElse(Wanted.EVERYTHING);
    Wanted.Sort by = sort(sort);
    List<Candidate> found = candidates.wanted(viewer, What.of(kind), wanted, by);
    int pages = Math.max(1, (found.size() + PAGE - 1) / PAGE);
    int at = Math.clamp(page, 0, pages - 1);
    model.addAttribute("kind", kind);
    model.addAttribute("gone", kept.isEmpty());
    model.addAttribute("wanted", wanted);
    model.addAttribute("search", kept.isEmpty() ? "" : search);
    model.addAttribute("sort", by);
    model.addAttribute("sorts", Wanted.Sort.values());
    model.addAttribute("shows", SHOWN);
    model.addAttribute("found", found.size());
    model.addAttribute("at", at);
    model.addAttribute("pages", pages);
    model.addAttribute("rows", candidates.show(viewer, found.stream().skip((long) at * PAGE).limit(PAGE).toList()));
    model.addAttribute("exports", viewer.may(Right.REGISTER_EXPORT));
    return "candidates/list";
  }

  private Optional<Wanted> wanted(Viewer viewer, String search) {
    return search.isEmpty() ? Optional.of(Wanted.EVERYTHING) : asked.find(viewer, search).map(texts -> new Wanted(texts.getFirst(), texts.getLast()));
  }

  private static Wanted.Sort sort(String word) {
    return Arrays.stream(Wanted.Sort.values()).filter(each -> each.name().equalsIgnoreCase(word)).findFirst().orElse(Wanted.Sort.LIKELIEST);
  }

  @PostMapping("/candidates/{kind:list|seen|sought|held}/search")
  String search(Viewer viewer, @PathVariable String kind, @RequestParam Map<String, String> typed, RedirectAttributes after) {
    String show = typed.getOrDefault("show", "");
    String code = asked.keep(viewer, List.of(typed.getOrDefault("text", "").strip(), SHOWN.contains(show) ? show : ""));
    if (!code.isEmpty()) {
      after.addAttribute("search", code);
    }
    after.addAttribute("sort", sort(typed.getOrDefault("sort", "")).name().toLowerCase(java.util.Locale.ROOT));
    return "redirect:/candidates/" + kind;
  }

  /** Codes, weights and rulings of what was found; nobody's name. */
  @PostMapping("/candidates/{kind:list|seen|sought|held}/export")
  @Needs(Right.REGISTER_EXPORT)
  void export(Viewer viewer, @PathVariable String kind, @RequestParam(defaultValue = "") String search, HttpServletResponse response) throws IOException {
    Wanted wanted = wanted(viewer, search).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    List<Candidate> found = candidates.wanted(viewer, What.of(kind), wanted, Wanted.Sort.LIKELIEST);
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"candidates-" + kind + ".csv\"");
    response.setHeader("Cache-Control", "no-store");
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
      candidates.export(viewer, What.of(kind), found).forEach(csv::writeRecord);
    }
  }

  @GetMapping("/candidates/pair/{code}")
  String pair(Viewer viewer, @PathVariable String code, Model model) {
    Judged judged = candidates.judge(viewer, code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("judged", judged);
    model.addAttribute("shown", judged.shown());
    model.addAttribute("candidate", judged.shown().candidate());
    model.addAttribute("plot", judged.plot());
    model.addAttribute("rules", viewer.may(judged.shown().candidate().what().right()));
    model.addAttribute("files", viewer.may(Right.REGISTER_SEARCH));
    model.addAttribute("words", Ruling.Word.values());
    return "candidates/pair";
  }

  /** What somebody who came home told of a person goes into the file of the one sought, as a statement with its source. */
  @PostMapping("/candidates/pair/{code}/tell")
  @Needs(Right.REGISTER_CHANGE)
  String tell(Viewer viewer, @PathVariable String code, RedirectAttributes after) {
    after.addFlashAttribute("told", candidates.tell(viewer, code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    return "redirect:/candidates/pair/" + code;
  }

  @PostMapping("/candidates/pair/{code}")
  @Needs({Right.LISTS_ANSWER, Right.REGISTER_CHANGE})
  String rule(Viewer viewer, @PathVariable String code, @RequestParam(defaultValue = "UNSURE") Ruling.Word ruling, @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "0") long one, @RequestParam(defaultValue = "0") long other, RedirectAttributes after) {
    Candidates.Ruled ruled = candidates.rule(viewer, code, ruling, reason, one, other).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    after.addFlashAttribute("ruled", ruled);
    return "redirect:/candidates/pair/" + code;
  }
}
