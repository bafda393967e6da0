package homeward.server.plans;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import homeward.problem.Papers;
import homeward.problem.Plan;
import homeward.problem.Problem;
import homeward.reasons.Difference;
import homeward.server.delegations.Needs;
import homeward.server.delegations.Right;
import homeward.server.delegations.Viewer;
import homeward.server.plans.Job.OneMore;
import homeward.server.plans.Job.Purpose;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Plans on pages. People stand there by their references. */
@Controller
@Needs(Right.PLAN_SEE)
class PlanPages {
  private static final int PAGE = 50;

  private final Plans plans;

  PlanPages(Plans plans) {
    this.plans = plans;
  }

  @GetMapping("/plans")
  String plans(Viewer viewer, Model model) {
    model.addAttribute("jobs", plans.latest(viewer));
    model.addAttribute("makes", viewer.may(Right.PLAN_MAKE));
    model.addAttribute("purposes", Purpose.values());
    return "plans/plans";
  }

  /** What this node knows, for whoever knows sites and vehicles to go on with. */
  @GetMapping("/plans/problem.json")
  @Needs(Right.PLAN_MAKE)
  ResponseEntity<byte[]> problem(Viewer viewer, @RequestParam(defaultValue = "RELEASE") Purpose purpose) {
    return plans.prepared(viewer, purpose).map(problem -> file("problem.json", MediaType.APPLICATION_JSON, Papers.text(problem)))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private static ResponseEntity<byte[]> file(String name, MediaType type, String text) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .body(text.getBytes(StandardCharsets.UTF_8));
  }

  @PostMapping("/plans")
  @Needs(Right.PLAN_MAKE)
  String make(Viewer viewer, @RequestParam(defaultValue = "RELEASE") Purpose purpose, @RequestParam MultipartFile problem,
      @RequestParam MultipartFile policy, @RequestParam MultipartFile request, RedirectAttributes after) throws IOException {
    return follow(plans.make(viewer, purpose, new Plans.Brought(problem.getBytes(), policy.getBytes(), request.getBytes())), "/plans", after);
  }

  private static String follow(Plans.Asking asking, String otherwise, RedirectAttributes after) {
    return switch (asking) {
      case Plans.Asking.Asked(String code) -> "redirect:/plans/" + code;
      case Plans.Asking.Refused(List<String> why) -> {
        after.addFlashAttribute("refused", why);
        yield "redirect:" + otherwise;
      }
    };
  }

  private Job job(Viewer viewer, String code) {
    return plans.find(viewer, code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /**
   * One plan, with a page of those who go.
   *
   * @param ref the beginning of a reference
   * @param day or all days
   * @param sort {@code ref}, {@code day}, {@code site} or {@code category}
   */
  @GetMapping("/plans/{code}")
  String plan(
      Viewer viewer,
      @PathVariable String code,
      @RequestParam(defaultValue = "") String ref,
      @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "day") String sort,
      @RequestParam(defaultValue = "0") int page,
      Model model) {
    Job job = job(viewer, code);
    model.addAttribute("job", job);
    model.addAttribute("makes", viewer.may(Right.PLAN_MAKE));
    model.addAttribute("signs", viewer.may(Right.EXCHANGE_SIGN));
    if (job.plan().isPresent()) {
      Shown shown = Shown.of(job.problem(), job.plan().get());
      List<Shown.Seat> found = shown.seats().stream()
          .filter(seat -> seat.ref().startsWith(ref.strip()) && (day.isEmpty() || seat.day().equals(day)))
          .sorted(by(sort))
          .toList();
      int pages = Math.max(1, (found.size() + PAGE - 1) / PAGE);
      int at = Math.clamp(page, 0, pages - 1);
      model.addAttribute("shown", shown);
      model.addAttribute("found", found.size());
      model.addAttribute("seats", found.stream().skip((long) at * PAGE).limit(PAGE).toList());
      model.addAttribute("pages", pages);
      model.addAttribute("at", at);
      Optional<Job> before = job.basis().flatMap(basis -> plans.find(viewer, basis)).filter(basis -> basis.plan().isPresent());
      model.addAttribute("difference", before.flatMap(Job::plan).map(then -> Difference.between(then, job.plan().get()).sentences()).orElse(List.of()));
      model.addAttribute("worth", before.map(then -> Shown.worth(then, job)).orElse(List.of()));
      model.addAttribute("more", oneMore(job.problem()));
    }
    model.addAttribute("ref", ref);
    model.addAttribute("day", day);
    model.addAttribute("sort", sort);
    return "plans/plan";
  }

  /** Of what there could be one more. */
  private static List<OneMore> oneMore(Problem problem) {
    List<OneMore> all = new ArrayList<>();
    for (OneMore.Kind kind : List.of(OneMore.Kind.SITES, OneMore.Kind.VEHICLES)) {
      problem.days().forEach(day -> all.add(new OneMore(kind, "", day.day())));
    }
    problem.routes().forEach(route -> all.add(new OneMore(OneMore.Kind.ROUTE, route.route(), "")));
    all.removeIf(each -> each.in(problem).isEmpty());
    return all;
  }

  private static Comparator<Shown.Seat> by(String sort) {
    Comparator<Shown.Seat> ref = Comparator.comparing(Shown.Seat::ref);
    return switch (sort) {
      case "ref" -> ref;
      case "site" -> Comparator.comparing(Shown.Seat::site).thenComparing(ref);
      case "category" -> Comparator.comparing(Shown.Seat::category).thenComparing(ref);
      default -> Comparator.comparing(Shown.Seat::day).thenComparing(Shown.Seat::site).thenComparing(ref);
    };
  }

  @GetMapping("/plans/{code}/people.csv")
  ResponseEntity<byte[]> people(Viewer viewer, @PathVariable String code) throws IOException {
    Job job = job(viewer, code);
    StringWriter out = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
      csv.writeRecord("ref", "category", "day", "site", "vehicle");
      job.plan().map(plan -> Shown.of(job.problem(), plan).seats()).orElse(List.of())
          .forEach(seat -> csv.writeRecord(seat.ref(), seat.category(), seat.day(), seat.site(), Integer.toString(seat.vehicle())));
    }
    return file("people.csv", MediaType.parseMediaType("text/csv; charset=utf-8"), out.toString());
  }

  /** What may leave: references and counts. */
  @GetMapping("/plans/{code}/submission.json")
  ResponseEntity<byte[]> submission(Viewer viewer, @PathVariable String code) {
    Job job = job(viewer, code);
    Plan plan = job.plan().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return file("submission.json", MediaType.APPLICATION_JSON, Papers.text(plan.submission(job.problem())));
  }

  @GetMapping("/plans/{code}/why")
  @Needs(Right.PLAN_MAKE)
  String why(Viewer viewer, @PathVariable String code, @RequestParam(defaultValue = "") String ref, Model model) {
    Job job = job(viewer, code);
    model.addAttribute("job", job);
    model.addAttribute("ref", ref.strip());
    model.addAttribute("why", plans.why(viewer, job, ref.strip()));
    return "plans/why";
  }

  @PostMapping("/plans/{code}/adjust")
  @Needs({Right.PLAN_MAKE, Right.EXCHANGE_SIGN})
  String adjust(
      Viewer viewer, @PathVariable String code, @RequestParam(defaultValue = "") String in, @RequestParam(defaultValue = "") String out,
      RedirectAttributes after) {
    return follow(plans.adjust(viewer, code, refs(in), refs(out)), "/plans/" + code, after);
  }

  private static SortedSet<String> refs(String text) {
    return Arrays.stream(text.split("[\\s,;]+", -1)).filter(ref -> !ref.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
  }

  @PostMapping("/plans/{code}/more")
  @Needs(Right.PLAN_MAKE)
  String more(Viewer viewer, @PathVariable String code, @RequestParam(defaultValue = "") String more, RedirectAttributes after) {
    OneMore asked = OneMore.of(more).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    return follow(plans.oneMore(viewer, code, asked), "/plans/" + code, after);
  }

  @PostMapping("/plans/{code}/cancel")
  @Needs({Right.PLAN_MAKE, Right.EXCHANGE_SIGN})
  String cancel(Viewer viewer, @PathVariable String code) {
    plans.cancel(viewer, code);
    return "redirect:/plans/" + code;
  }

  @PostMapping("/plans/{code}/stands")
  @Needs(Right.EXCHANGE_SIGN)
  String stands(Viewer viewer, @PathVariable String code) {
    plans.stands(viewer, code);
    return "redirect:/plans/" + code;
  }
}
