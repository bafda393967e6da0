package homeward.server.talks;

import homeward.server.delegations.Needs;
import homeward.server.delegations.Right;
import homeward.server.delegations.Viewer;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The agreement on a page, and bringing one. */
@Controller
class TalksPages {
  private final Talks talks;
  private final Circle circle;

  TalksPages(Talks talks, Circle circle) {
    this.talks = talks;
    this.circle = circle;
  }

  @GetMapping("/talks")
  @Needs(Right.EXCHANGE_SEE)
  String talks(Viewer viewer, Model model) {
    talks.agreement().ifPresent(agreement -> model.addAttribute("agreement", agreement));
    model.addAttribute("circle", circle);
    model.addAttribute("brings", viewer.may(Right.EXCHANGE_SIGN));
    return "talks/talks";
  }

  @PostMapping("/talks/agreement")
  @Needs(Right.EXCHANGE_SIGN)
  String bring(Viewer viewer, @RequestParam MultipartFile file, Model model) throws IOException {
    return switch (talks.bring(viewer, file.getBytes(), "agreement")) {
      case Talks.Bringing.Held held -> "redirect:/talks";
      case Talks.Bringing.Refused refused -> {
        model.addAttribute("problems", refused.problems());
        yield talks(viewer, model);
      }
    };
  }
}
