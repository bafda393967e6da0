package homeward.server.transcript;

import homeward.exchange.PartyId;
import homeward.server.delegations.Needs;
import homeward.server.delegations.Right;
import homeward.server.proceedings.Placed;
import homeward.server.proceedings.Proceedings;
import homeward.server.proceedings.Standing;
import homeward.server.talks.Talks;
import homeward.server.wording.Moment;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Every entry, one of them, and all of them to take away. */
@Controller
@Needs({Right.EXCHANGE_SEE, Right.AUDIT_SEE})
class TranscriptPages {
  private final Proceedings proceedings;
  private final Talks talks;
  private final MessageSource words;

  TranscriptPages(Proceedings proceedings, Talks talks, MessageSource words) {
    this.proceedings = proceedings;
    this.talks = talks;
    this.words = words;
  }

  @GetMapping("/transcript")
  String entries(
      @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") String party, @RequestParam Optional<Kind> kind,
      @RequestParam(defaultValue = "false") boolean refused, @RequestParam Optional<Long> before, Locale locale, Model model) {
    Standing standing = proceedings.standing();
    Map<PartyId, String> names = talks.names();
    Search search = new Search(text, party, kind, refused, before);
    model.addAttribute("search", search);
    model.addAttribute("found", search.in(standing, names, told -> words.getMessage(told.key(), told.filled(), locale)));
    model.addAttribute("parties", names);
    model.addAttribute("kinds", Kind.values());
    model.addAttribute("size", standing.log().size());
    model.addAttribute("common", standing.common().map(note -> Witnessed.of(note, standing, names)));
    model.addAttribute("latest", standing.latest().map(note -> Witnessed.of(note, standing, names)));
    model.addAttribute("alarms", standing.alarms());
    return "transcript/entries";
  }

  @GetMapping("/transcript/{index}")
  String entry(@PathVariable long index, Model model) {
    Standing standing = proceedings.standing();
    if (index < 0 || index >= standing.log().size()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    Placed placed = standing.log().get((int) index);
    Map<PartyId, String> names = talks.names();
    model.addAttribute("row", Row.of(standing, index, names));
    model.addAttribute("body", Row.body(placed));
    model.addAttribute("envelope", placed.leaf().entry().envelope());
    model.addAttribute("sent", Moment.utc(placed.leaf().entry().envelope().sentAt()));
    model.addAttribute("keeper", placed.leaf().keeper().value());
    model.addAttribute("common", standing.common().filter(note -> note.checkpoint().size() > index).map(note -> Witnessed.of(note, standing, names)));
    model.addAttribute("last", standing.log().size() - 1);
    return "transcript/entry";
  }

  /** No name and no attachment is in it. */
  @GetMapping("/transcript/bundle.zip")
  void bundle(HttpServletResponse response) throws IOException {
    response.setContentType("application/zip");
    response.setHeader("Content-Disposition", "attachment; filename=\"exchange.bundle.zip\"");
    Bundled.write(proceedings.standing(), response.getOutputStream());
  }
}
