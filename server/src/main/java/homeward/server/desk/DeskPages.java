package homeward.server.desk;

import homeward.server.delegations.Needs;
import homeward.server.delegations.Principal;
import homeward.server.delegations.Right;
import homeward.server.delegations.Viewer;
import homeward.server.proceedings.Proceedings;
import homeward.server.proceedings.Standing;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page every desk opens with. */
@Controller
class DeskPages {
  private final Desks desks;
  private final Proceedings proceedings;

  DeskPages(Desks desks, Proceedings proceedings) {
    this.desks = desks;
    this.proceedings = proceedings;
  }

  @GetMapping("/desk")
  @Needs({
    Right.EXCHANGE_SEE, Right.REGISTER_SEARCH, Right.CLEARANCE_OPEN, Right.AUDIT_SEE, Right.ACCOUNTS_CHANGE, Right.FIELD_OBSERVE
  })
  String desk(Viewer viewer, Model model) {
    Standing standing = proceedings.standing();
    model.addAttribute("waiting", desks.waiting(viewer));
    model.addAttribute("course", standing.state().course());
    model.addAttribute("outbox", standing.outbox().size());
    model.addAttribute("alarms", standing.alarms());
    model.addAttribute("reads", viewer.may(Right.EXCHANGE_SEE) || viewer.may(Right.AUDIT_SEE));
    model.addAttribute("signs", viewer.may(Right.EXCHANGE_SIGN));
    return "desk/desk";
  }

  @PostMapping("/desk/say")
  @Needs(Right.EXCHANGE_SIGN)
  String say(Principal by, @RequestParam String act, RedirectAttributes after) {
    desks.say(by, act).ifPresentOrElse(
        heard -> after.addFlashAttribute("heard", heard), () -> after.addFlashAttribute("problem", "desk.gone"));
    return "redirect:/desk";
  }
}
