package homeward.server.handover;

import homeward.exchange.Function;
import homeward.exchange.Move;
import homeward.exchange.Move.Sight;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.node.Random;
import homeward.server.delegations.Needs;
import homeward.server.delegations.Principal;
import homeward.server.delegations.Right;
import homeward.server.proceedings.Proceedings;
import homeward.server.signing.Signing;
import homeward.server.talks.Circle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes what was seen. Whatever state the wave is in, it is recorded; the page one comes back to says what does not fit. */
@Controller
@Needs(Right.FIELD_OBSERVE)
class ObservationPages {
  private static final String CATEGORY = "people-";

  private final Proceedings proceedings;
  private final Signing signing;
  private final Circle circle;
  private final Random random;

  ObservationPages(Proceedings proceedings, Signing signing, Circle circle, Random random) {
    this.proceedings = proceedings;
    this.signing = signing;
    this.circle = circle;
    this.random = random;
  }

  @PostMapping("/handover/{code}/{number}/saw")
  String saw(
      Principal by, @PathVariable String code, @PathVariable int number, @RequestParam Sight sight,
      @RequestParam(defaultValue = "") List<String> ref, RedirectAttributes after) {
    known(code);
    return said(by, Observed.saw(sight, Optional.of(code), ref), "/handover/" + code + "/" + number, after);
  }

  @PostMapping("/handover/{code}/{number}/counted")
  String counted(
      Principal by, @PathVariable String code, @PathVariable int number, @RequestParam Move.Place end,
      @RequestParam String returnsTo, @RequestParam String heads, RedirectAttributes after) {
    known(code);
    return said(by, Observed.counted(code, number, side(returnsTo), end, heads), "/handover/" + code + "/" + number, after);
  }

  @PostMapping("/handover/{code}/{number}/arrived")
  String arrived(
      Principal by, @PathVariable String code, @PathVariable int number, @RequestParam String returnsTo,
      @RequestParam Map<String, String> all, RedirectAttributes after) {
    known(code);
    Observed observed = Observed.arrived(Optional.of(code), side(returnsTo), byCategory(all), random);
    return said(by, observed, "/handover/" + code + "/" + number, after);
  }

  @PostMapping("/handover/arrivals/saw")
  String sawUnlisted(Principal by, @RequestParam Sight sight, @RequestParam(defaultValue = "") List<String> ref, RedirectAttributes after) {
    return said(by, Observed.saw(sight, Optional.empty(), ref), "/handover/arrivals", after);
  }

  @PostMapping("/handover/arrivals/arrived")
  String arrivedUnlisted(
      Principal by, @RequestParam String returnsTo, @RequestParam Map<String, String> all, RedirectAttributes after) {
    return said(by, Observed.arrived(Optional.empty(), side(returnsTo), byCategory(all), random), "/handover/arrivals", after);
  }

  /** Fields of the form that are categories of the terms. */
  private Map<String, String> byCategory(Map<String, String> all) {
    Map<String, String> typed = new TreeMap<>();
    Observed.categories(proceedings.state()).forEach(category -> typed.put(category, all.getOrDefault(CATEGORY + category, "")));
    return typed;
  }

  private void known(String journey) {
    if (!proceedings.state().journeys().containsKey(journey)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }

  private PartyId side(String code) {
    State state = proceedings.state();
    return state.parties().members().keySet().stream()
        .filter(party -> state.parties().isSide(party) && party.value().equals(code))
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
  }

  private String said(Principal by, Observed observed, String back, RedirectAttributes after) {
    Optional<Function> voice = new Party(proceedings.state(), circle.me()).voice();
    if (observed instanceof Observed.Seen(Move.Observation move) && voice.isPresent()) {
      after.addFlashAttribute("heard", signing.say(by, voice.get(), move));
    } else {
      after.addFlashAttribute("problem", observed instanceof Observed.Unclear(String problem) ? problem : "handover.unclear.voice");
    }
    return "redirect:" + back;
  }
}
