package homeward.server.journeys;

import homeward.exchange.Journey;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.register.Person;
import homeward.server.delegations.Needs;
import homeward.server.delegations.Right;
import homeward.server.delegations.Viewer;
import homeward.server.lists.Theirs;
import homeward.server.proceedings.Proceedings;
import homeward.server.talks.Talks;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The manifest of a wave, with names where this node has them; whoever opens it stands in the record of reads. */
@Controller
@Needs(Right.MANIFEST_SEE)
class ManifestPages {
  private final Proceedings proceedings;
  private final Talks talks;
  private final Theirs theirs;

  ManifestPages(Proceedings proceedings, Talks talks, Theirs theirs) {
    this.proceedings = proceedings;
    this.talks = talks;
    this.theirs = theirs;
  }

  @GetMapping("/journeys/{code}/{number}")
  String manifest(Viewer viewer, @PathVariable String code, @PathVariable int number, Model model) {
    State state = proceedings.state();
    Journey journey = state.journeys().get(code);
    if (journey == null || !journey.hasWave(number)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    Journey.Wave wave = journey.wave(number);
    SortedMap<Ref, Person> people =
        theirs.travelling(viewer, "journeys.manifest", "wave:" + code + "/" + number, Onward.everybody(wave).collect(Collectors.toCollection(TreeSet::new)));
    model.addAttribute("code", code);
    model.addAttribute("number", number);
    model.addAttribute("seats", Manifest.seats(state, journey, wave, talks.names(), people));
    model.addAttribute("known", people.size());
    return "journeys/manifest";
  }
}
