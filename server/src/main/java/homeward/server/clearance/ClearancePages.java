package homeward.server.clearance;

import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.server.delegations.Needs;
import homeward.server.delegations.Principal;
import homeward.server.delegations.Right;
import homeward.server.proceedings.Proceedings;
import homeward.server.talks.Circle;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asking in private, and publishing who may travel. */
@Controller
@Needs(Right.CLEARANCE_OPEN)
class ClearancePages {
  private final Clearances clearances;
  private final Proceedings proceedings;
  private final Circle circle;

  ClearancePages(Clearances clearances, Proceedings proceedings, Circle circle) {
    this.clearances = clearances;
    this.proceedings = proceedings;
    this.circle = circle;
  }

  @GetMapping("/clearance")
  String journeys(Model model) {
    State state = proceedings.standing().state();
    model.addAttribute("clears", circle.me().equals(state.course().functions().get(Function.CLEARANCE)));
    model.addAttribute("journeys", state.journeys().values().stream().filter(journey -> !journey.over()).toList());
    return "clearance/journeys";
  }

  @GetMapping("/clearance/{journey}")
  String journey(Principal by, @PathVariable String journey, Model model) {
    State state = proceedings.standing().state();
    Journey known = state.journeys().get(journey);
    if (known == null) {
      return "redirect:/clearance";
    }
    switch (clearances.open(by)) {
      case Clearances.Opened.NotLetIn notLetIn -> model.addAttribute("closed", true);
      case Clearances.Opened.Store(Clearances.Unlocked store) -> {
        SortedMap<Ref, Interview> interviews = clearances.interviews(by, store, journey);
        model.addAttribute("interviews", interviews);
        model.addAttribute("travelling", Clearances.travelling(interviews).size());
        model.addAttribute("open", interviews.values().stream().filter(each -> !each.complete()).count());
        model.addAttribute("current", Clearances.current(state, journey, Clearances.travelling(interviews)));
      }
    }
    model.addAttribute("journey", known);
    model.addAttribute("wills", Interview.Will.values());
    model.addAttribute("fitnesses", List.of(Interview.Fitness.values()));
    return "clearance/journey";
  }

  /** Takes what a page of the form says; people who are not on it stay as they were. */
  @PostMapping("/clearance/{journey}")
  String write(Principal by, @PathVariable String journey, @RequestParam Map<String, String> form, RedirectAttributes after) {
    if (clearances.open(by) instanceof Clearances.Opened.Store(Clearances.Unlocked store)) {
      TreeMap<Ref, Interview> heard = new TreeMap<>();
      form.forEach((field, value) -> {
        if (field.startsWith("will-")) {
          String ref = field.substring("will-".length());
          Interview.Fitness fitness = Interview.Fitness.valueOf(form.getOrDefault("fit-" + ref, Interview.Fitness.NOT_EXAMINED.name()));
          heard.put(new Ref(ref), new Interview(Interview.Will.valueOf(value), fitness, form.containsKey("held-" + ref)));
        }
      });
      clearances.write(by, store, heard);
      after.addFlashAttribute("kept", heard.size());
    }
    return "redirect:/clearance/" + journey;
  }

  @PostMapping("/clearance/{journey}/publish")
  String publish(Principal by, @PathVariable String journey, RedirectAttributes after) {
    if (clearances.open(by) instanceof Clearances.Opened.Store(Clearances.Unlocked store)) {
      after.addFlashAttribute(clearances.publish(by, store, journey).isEmpty() ? "unsaid" : "said", true);
    }
    return "redirect:/clearance/" + journey;
  }
}
