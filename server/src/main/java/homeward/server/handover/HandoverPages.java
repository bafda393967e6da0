package homeward.server.handover;

import homeward.exchange.Journey;
import homeward.exchange.Move.Sight;
import homeward.exchange.PartyId;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.register.Person;
import homeward.server.delegations.Needs;
import homeward.server.delegations.Right;
import homeward.server.delegations.Viewer;
import homeward.server.lists.Theirs;
import homeward.server.proceedings.Proceedings;
import homeward.server.talks.Circle;
import homeward.server.talks.Talks;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** What staff open on the day: what waits, a wave, and a form for each thing that can be seen. */
@Controller
@Needs(Right.FIELD_OBSERVE)
class HandoverPages {
  private final Proceedings proceedings;
  private final Talks talks;
  private final Theirs theirs;
  private final Circle circle;

  HandoverPages(Proceedings proceedings, Talks talks, Theirs theirs, Circle circle) {
    this.proceedings = proceedings;
    this.talks = talks;
    this.theirs = theirs;
    this.circle = circle;
  }

  @GetMapping("/handover")
  String now(Model model) {
    Party party = party();
    model.addAttribute("waits", Waits.of(party, talks.names()));
    model.addAttribute("journeys", party.state().journeys().values().stream().filter(journey -> !journey.waves().isEmpty()).toList());
    model.addAttribute("speaks", party.voice().isPresent());
    return "handover/now";
  }

  @GetMapping("/handover/{code}/{number}")
  String wave(@PathVariable String code, @PathVariable int number, Model model) {
    Party party = party();
    Journey journey = journey(party.state(), code, number);
    Journey.Wave wave = journey.wave(number);
    Map<PartyId, String> names = talks.names();
    model.addAttribute("code", code);
    model.addAttribute("wave", wave);
    model.addAttribute("misfits", Fit.of(party.state(), journey, wave, names));
    model.addAttribute("sights", Stream.of(Sight.values()).map(sight -> Choice.of(party, journey, wave, sight)).filter(choice -> choice.people() > 0).toList());
    model.addAttribute("ends", End.of(party, wave, names));
    arrivals(party, names, model);
    return "handover/wave";
  }

  /**
   * A sight that can be recorded now.
   *
   * @param due how many are ticked before anybody has touched the form
   */
  record Choice(Sight sight, String word, int people, int due) {
    static Choice of(Party party, Journey journey, Journey.Wave wave, Sight sight) {
      List<Ref> offered = party.offered(journey, wave, sight);
      int due = (int) offered.stream().filter(ref -> party.due(ref, sight)).count();
      return new Choice(sight, sight.name().toLowerCase(Locale.ROOT), offered.size(), due);
    }
  }

  private void arrivals(Party party, Map<PartyId, String> names, Model model) {
    model.addAttribute("categories", Observed.categories(party.state()));
    model.addAttribute("homes", party.receivesFor().stream().collect(java.util.stream.Collectors.toMap(PartyId::value, id -> names.getOrDefault(id, id.value()), (a, b) -> a, TreeMap::new)));
  }

  @GetMapping("/handover/{code}/{number}/{word}")
  String boxes(Viewer viewer, @PathVariable String code, @PathVariable int number, @PathVariable String word, Model model) {
    Party party = party();
    Journey journey = journey(party.state(), code, number);
    Sight sight = sight(word);
    List<Ref> offered = party.offered(journey, journey.wave(number), sight);
    SortedMap<Ref, Person> people = viewer.may(Right.MANIFEST_SEE) && !offered.isEmpty()
        ? theirs.travelling(viewer, "handover.boxes", "wave:" + code + "/" + number, new TreeSet<>(offered))
        : new TreeMap<>();
    model.addAttribute("code", code);
    model.addAttribute("number", number);
    form(sight, Box.of(offered, party.state(), people, ref -> party.due(ref, sight), ref -> ref.isArrival() || journey.clearance().covers(ref)), model);
    return "handover/boxes";
  }

  private static void form(Sight sight, List<Box> boxes, Model model) {
    model.addAttribute("word", sight.name().toLowerCase(Locale.ROOT));
    model.addAttribute("boxes", boxes);
  }

  /** Whoever arrived on no journey that is known. */
  @GetMapping("/handover/arrivals")
  String unlisted(Model model) {
    Party party = party();
    List<Ref> here = party.unlisted(Optional.empty()).stream().filter(ref -> !party.trail(ref).standing(Sight.HOME)).toList();
    arrivals(party, talks.names(), model);
    form(Sight.HOME, Box.of(here, party.state(), new TreeMap<>(), ref -> party.due(ref, Sight.HOME), ref -> true), model);
    return "handover/arrivals";
  }

  private static Sight sight(String word) {
    return Stream.of(Sight.values())
        .filter(sight -> sight.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Party party() {
    return new Party(proceedings.state(), circle.me());
  }

  private static Journey journey(State state, String code, int number) {
    return Optional.ofNullable(state.journeys().get(code))
        .filter(journey -> journey.hasWave(number))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
