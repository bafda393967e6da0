package homeward.server.candidates;

import homeward.server.delegations.Needs;
import homeward.server.delegations.Right;
import homeward.server.delegations.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** Comparisons: start one, watch it, call it off. */
@Controller
@Needs(Right.LISTS_SEE)
class ComparisonPages {
  private final Comparisons comparisons;
  private final Candidates candidates;

  ComparisonPages(Comparisons comparisons, Candidates candidates) {
    this.comparisons = comparisons;
    this.candidates = candidates;
  }

  /**
   * What is compared, on the first page.
   *
   * @param starts whether whoever looks may start it
   */
  record Sort(What what, Optional<Run> latest, Map<String, Long> tally, boolean starts) {}

  @GetMapping("/candidates")
  String start(Viewer viewer, Model model) {
    List<Sort> sorts = new ArrayList<>();
    for (What what : What.values()) {
      sorts.add(new Sort(what, comparisons.latest(viewer, what), candidates.tally(viewer, what), viewer.may(what.right())));
    }
    model.addAttribute("sorts", sorts);
    model.addAttribute("runs", comparisons.latest(viewer));
    return "candidates/start";
  }

  @PostMapping("/candidates/list/start")
  @Needs(Right.LISTS_ANSWER)
  String begin(Viewer viewer) {
    return begin(viewer, What.LIST.word());
  }

  @PostMapping("/candidates/{kind:seen|sought|held}/start")
  @Needs(Right.REGISTER_CHANGE)
  String begin(Viewer viewer, @PathVariable String kind) {
    return "redirect:/candidates/runs/" + comparisons.start(viewer, What.of(kind));
  }

  /** While it goes on the page comes back by itself, with or without scripts. */
  @GetMapping("/candidates/runs/{code}")
  String one(Viewer viewer, @PathVariable String code, Model model, HttpServletResponse response) {
    Run run = comparisons.find(viewer, code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (!run.state().isOver()) {
      response.setHeader("Refresh", "2");
    }
    model.addAttribute("run", run);
    model.addAttribute("progress", comparisons.progress(run));
    model.addAttribute("starts", viewer.may(run.what().right()));
    return "candidates/run";
  }

  @PostMapping("/candidates/runs/{code}/cancel")
  @Needs({Right.LISTS_ANSWER, Right.REGISTER_CHANGE})
  String cancel(Viewer viewer, @PathVariable String code) {
    comparisons.cancel(viewer, code);
    return "redirect:/candidates/runs/" + code;
  }
}
