package homeward.server.journeys;

import homeward.exchange.State;
import homeward.node.Clock;
import homeward.server.delegations.Needs;
import homeward.server.delegations.Right;
import homeward.server.delegations.Viewer;
import homeward.server.proceedings.Proceedings;
import homeward.server.talks.Circle;
import homeward.server.talks.Talks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The days, and one of them. */
@Controller
@Needs({Right.EXCHANGE_SEE, Right.MANIFEST_SEE, Right.FIELD_OBSERVE})
class JourneyPages {
  private final Proceedings proceedings;
  private final Talks talks;
  private final Circle circle;
  private final Clock clock;

  JourneyPages(Proceedings proceedings, Talks talks, Circle circle, Clock clock) {
    this.proceedings = proceedings;
    this.talks = talks;
    this.circle = circle;
    this.clock = clock;
  }

  @GetMapping("/journeys")
  String days(Viewer viewer, Model model) {
    State state = proceedings.state();
    Days days = days(state);
    model.addAttribute("days", days.all());
    model.addAttribute("elsewhere", days.elsewhere());
    model.addAttribute("course", state.course());
    model.addAttribute("mine", Mine.of(state, circle.me(), talks.names()));
    may(viewer, model);
    return "journeys/days";
  }

  @GetMapping("/journeys/{code}")
  String day(Viewer viewer, @PathVariable String code, Model model) {
    State state = proceedings.state();
    model.addAttribute("day", days(state).find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    model.addAttribute("candidates", Manifest.undelivered(state, code));
    may(viewer, model);
    return "journeys/day";
  }

  private Days days(State state) {
    return new Days(state, circle.me(), talks.names(), clock.now());
  }

  private static void may(Viewer viewer, Model model) {
    model.addAttribute("signs", viewer.may(Right.EXCHANGE_SIGN));
    model.addAttribute("sees", viewer.may(Right.MANIFEST_SEE));
    model.addAttribute("field", viewer.may(Right.FIELD_OBSERVE));
  }
}
