package homeward.server.journeys;

import homeward.exchange.Function;
import homeward.exchange.Move;
import homeward.exchange.State;
import homeward.node.Clock;
import homeward.server.delegations.Needs;
import homeward.server.delegations.Principal;
import homeward.server.delegations.Right;
import homeward.server.proceedings.Proceedings;
import homeward.server.signing.Signing;
import homeward.server.talks.Circle;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The small forms: each says one thing, signed by whoever sends it. */
@Controller
@Needs(Right.EXCHANGE_SIGN)
class DeedPages {
  private final Proceedings proceedings;
  private final Signing signing;
  private final Circle circle;
  private final Clock clock;

  DeedPages(Proceedings proceedings, Signing signing, Circle circle, Clock clock) {
    this.proceedings = proceedings;
    this.signing = signing;
    this.circle = circle;
    this.clock = clock;
  }

  @PostMapping("/journeys/halt")
  String halt(Principal by, @RequestParam Move.Cause cause, RedirectAttributes after) {
    return said(by, new Deed.Meant(new Move.Halt(cause)), "/journeys", after);
  }

  @PostMapping("/journeys/resume")
  String resume(Principal by, @RequestParam(defaultValue = "false") boolean although, RedirectAttributes after) {
    return said(by, Deed.resume(proceedings.state(), although), "/journeys", after);
  }

  @PostMapping("/journeys/withdraw")
  String withdraw(Principal by, @RequestParam String proposal, RedirectAttributes after) {
    return said(by, Deed.withdraw(proceedings.state(), proposal), "/journeys", after);
  }

  @PostMapping("/journeys/end")
  String end(Principal by, @RequestParam(defaultValue = "false") boolean sure, RedirectAttributes after) {
    return said(by, sure ? new Deed.Meant(new Move.End()) : new Deed.Unclear("journeys.unclear.sure"), "/journeys", after);
  }

  @PostMapping("/journeys/{code}/unready")
  String unready(Principal by, @PathVariable String code, @RequestParam int wave, RedirectAttributes after) {
    return said(by, Deed.unready(proceedings.state(), code, wave), day(code), after);
  }

  @PostMapping("/journeys/{code}/lift")
  String lift(Principal by, @PathVariable String code, RedirectAttributes after) {
    return said(by, Deed.lift(proceedings.state(), code, clock.now()), day(code), after);
  }

  @PostMapping("/journeys/{code}/settle")
  String settle(Principal by, @PathVariable String code, @ModelAttribute Deed.Settling form, RedirectAttributes after) {
    return said(by, Deed.settle(proceedings.state(), form, clock.now()), day(code), after);
  }

  @PostMapping("/journeys/settle")
  String settleElsewhere(Principal by, @ModelAttribute Deed.Settling form, RedirectAttributes after) {
    return said(by, Deed.settle(proceedings.state(), form, clock.now()), "/journeys", after);
  }

  private String day(String code) {
    return proceedings.state().journeys().containsKey(code) ? "/journeys/" + code : "/journeys";
  }

  private String said(Principal by, Deed deed, String back, RedirectAttributes after) {
    State state = proceedings.state();
    Optional<Function> voice = voice(state, deed);
    if (deed instanceof Deed.Meant(Move move) && voice.isPresent()) {
      after.addFlashAttribute("heard", signing.say(by, voice.get(), move));
    } else {
      after.addFlashAttribute("problem", deed instanceof Deed.Unclear(String problem) ? problem : "journeys.unclear.voice");
    }
    return "redirect:" + back;
  }

  /** A halt is ended in the function in which it was called. */
  private Optional<Function> voice(State state, Deed deed) {
    boolean resumes = deed instanceof Deed.Meant(Move.Resume resume);
    return resumes ? state.course().halted().map(State.Halted::function) : Signing.voice(state, circle.me());
  }
}
