package homeward.server.lists;

import homeward.exchange.Person.Answered;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.recognition.Suggestion;
import homeward.server.candidates.Asked;
import homeward.server.candidates.Candidate;
import homeward.server.candidates.Candidates;
import homeward.server.candidates.Comparisons;
import homeward.server.candidates.Comparisons.Comparing;
import homeward.server.delegations.Needs;
import homeward.server.delegations.Right;
import homeward.server.delegations.Viewer;
import homeward.server.proceedings.Proceedings;
import homeward.server.talks.Circle;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Both lists on pages. */
@Controller
class ListPages {
  private static final int PAGE = 50;

  private final Lists lists;
  private final Theirs theirs;
  private final Candidates candidates;
  private final Comparisons comparisons;
  private final Asked asked;
  private final Proceedings proceedings;
  private final Circle circle;

  ListPages(Lists lists, Theirs theirs, Candidates candidates, Comparisons comparisons, Asked asked, Proceedings proceedings, Circle circle) {
    this.lists = lists;
    this.theirs = theirs;
    this.candidates = candidates;
    this.comparisons = comparisons;
    this.asked = asked;
    this.proceedings = proceedings;
    this.circle = circle;
  }

  /** One of this side's people as the page shows them. */
  record Own(Lists.Row row, String promise) {}

  /** How many there are of something, and where to see them. */
  record Tally(String key, long count) {}

  @GetMapping("/lists")
  @Needs(Right.LISTS_SEE)
  String lists(Viewer viewer, Model model) {
    State state = proceedings.standing().state();
    List<Lists.Row> rows = lists.rows();
    model.addAttribute("rows", rows.size());
    model.addAttribute("direct", rows.stream().filter(Lists.Row::direct).count());
    model.addAttribute("own", tallies(state, rows));
    model.addAttribute("offers", state.offers());
    model.addAttribute("me", circle.me());
    model.addAttribute("frozen", state.course().frozen().isPresent());
    model.addAttribute("makes", viewer.may(Right.EXCHANGE_SIGN));
    model.addAttribute("theirs", tally(theirs.rows(viewer)));
    return "lists/lists";
  }

  private static List<Tally> tallies(State state, List<Lists.Row> rows) {
    SortedMap<String, Long> by = new TreeMap<>();
    rows.forEach(row -> by.merge(word(state, row), 1L, Long::sum));
    return by.entrySet().stream().map(entry -> new Tally("lists.promise." + entry.getKey(), entry.getValue())).toList();
  }

  private static String word(State state, Lists.Row row) {
    var person = state.people().get(row.asRef());
    return person == null ? "NOT_LODGED" : person.answer() == Answered.NOT_YET ? "NOT_ANSWERED" : person.answer().name();
  }

  private static List<Tally> tally(List<Theirs.Row> rows) {
    SortedMap<String, Long> by = new TreeMap<>();
    rows.forEach(row -> by.merge(row.answered().name(), 1L, Long::sum));
    return by.entrySet().stream().map(entry -> new Tally("lists.answer." + entry.getKey(), entry.getValue())).toList();
  }

  @PostMapping("/lists/make")
  @Needs(Right.EXCHANGE_SIGN)
  String make(Viewer viewer, RedirectAttributes after) {
    switch (lists.make(viewer)) {
      case Lists.Making.Made made -> after.addFlashAttribute("made", made);
      case Lists.Making.Refused refused -> after.addFlashAttribute("problem", "lists.refused." + refused.why());
    }
    return "redirect:/lists";
  }

  /**
   * The other side's list, a page of it. What is searched for stands in no address.
   *
   * @param search code of what was searched for
   * @param show {@code open} for those nobody has decided about, {@code look} for those at whom a person has to look, else a suggestion's
   *     word, else all
   */
  @GetMapping("/lists/theirs")
  @Needs(Right.LISTS_SEE)
  String theirs(
      Viewer viewer,
      @RequestParam(defaultValue = "") String search,
      @RequestParam(defaultValue = "") String show,
      @RequestParam(defaultValue = "0") int page,
      Model model,
      HttpServletResponse response) {
    Optional<String> text = search.isEmpty() ? Optional.of("") : asked.find(viewer, search).map(List::getFirst);
    List<Theirs.Row> all = theirs.rows(viewer);
    List<Theirs.Row> found = all.stream().filter(row -> shown(row, show) && named(row, text.orElse(""))).toList();
    int pages = Math.max(1, (found.size() + PAGE - 1) / PAGE);
    int at = Math.clamp(page, 0, pages - 1);
    List<Theirs.Row> rows = found.stream().skip((long) at * PAGE).limit(PAGE).toList();
    model.addAttribute("rows", rows);
    model.addAttribute("sought", candidates.files(viewer, "lists.sought", codes(rows)));
    model.addAttribute("found", found.size());
    model.addAttribute("at", at);
    model.addAttribute("pages", pages);
    model.addAttribute("text", text.orElse(""));
    model.addAttribute("search", text.isEmpty() ? "" : search);
    model.addAttribute("gone", text.isEmpty());
    model.addAttribute("show", show);
    model.addAttribute("answers", List.of(Answered.ACCEPTED, Answered.NOT_ACCEPTED, Answered.OPEN));
    model.addAttribute("suggestions", Suggestion.Why.values());
    model.addAttribute("decides", viewer.may(Right.LISTS_ANSWER));
    counts(viewer, all, model, response);
    return "lists/theirs";
  }

  private static Set<String> codes(List<Theirs.Row> rows) {
    return rows.stream().flatMap(row -> row.likeliest().best().stream()).map(Candidate::one).collect(Collectors.toSet());
  }

  /** How many wait for what; while the list is being compared the page comes back by itself, with or without scripts. */
  private void counts(Viewer viewer, List<Theirs.Row> all, Model model, HttpServletResponse response) {
    boolean named = all.stream().anyMatch(row -> row.person().isPresent());
    boolean compared = all.stream().anyMatch(row -> row.suggestion().isPresent());
    Optional<Comparing> comparing = named && !compared ? Optional.of(comparisons.ofTheirs(viewer)) : Optional.empty();
    comparing.filter(Comparing::goesOn).ifPresent(any -> response.setHeader("Refresh", "3"));
    model.addAttribute("all", all.size());
    model.addAttribute("undecided", all.stream().filter(row -> row.decided().isEmpty()).count());
    model.addAttribute("suggestible", all.stream().filter(ListPages::suggestible).count());
    model.addAttribute("look", all.stream().filter(Theirs.Row::look).count());
    model.addAttribute("comparing", comparing);
  }

  /** Keeps what is searched for and goes to what was found. */
  @PostMapping("/lists/theirs/search")
  @Needs(Right.LISTS_SEE)
  String search(Viewer viewer, @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") String show, RedirectAttributes after) {
    after.addAttribute("search", asked.keep(viewer, List.of(text.strip())));
    after.addAttribute("show", show);
    return "redirect:/lists/theirs";
  }

  private static boolean shown(Theirs.Row row, String show) {
    return switch (show) {
      case "" -> true;
      case "open" -> row.decided().isEmpty();
      case "look" -> row.look();
      default -> row.suggestion().map(why -> why.name().equals(show)).orElse(false);
    };
  }

  private static boolean named(Theirs.Row row, String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return wanted.isEmpty()
        || row.ref().value().toLowerCase(Locale.ROOT).startsWith(wanted)
        || row.person().stream()
            .map(homeward.register.Person::name)
            .flatMap(name -> Stream.of(name.surname(), name.givenName(), name.patronymic()))
            .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(wanted));
  }

  /** Takes the decisions of one page; what was left open on it stays undecided. */
  @PostMapping("/lists/theirs")
  @Needs(Right.LISTS_ANSWER)
  String decide(
      Viewer viewer, @RequestParam Map<String, String> form, RedirectAttributes after) {
    SortedMap<Ref, Answered> answers = new TreeMap<>();
    form.forEach((field, value) -> {
      if (field.startsWith("H") && !value.isEmpty()) {
        answers.put(new Ref(field), Answered.valueOf(value));
      }
    });
    theirs.decide(viewer, answers);
    after.addFlashAttribute("kept", answers.size());
    after.addAttribute("show", form.getOrDefault("show", ""));
    after.addAttribute("search", form.getOrDefault("search", ""));
    return "redirect:/lists/theirs";
  }

  /** Decides as suggested about everybody who is still undecided, but for those at whom a person has to look and before all is compared. */
  @PostMapping("/lists/theirs/suggested")
  @Needs(Right.LISTS_ANSWER)
  String decideAsSuggested(Viewer viewer, RedirectAttributes after) {
    SortedMap<Ref, Answered> answers = new TreeMap<>();
    theirs.rows(viewer).stream().filter(ListPages::suggestible)
        .forEach(row -> answers.put(row.ref(), row.suggestion().map(ListPages::answer).orElse(Answered.OPEN)));
    theirs.decide(viewer, answers);
    after.addFlashAttribute("kept", answers.size());
    return "redirect:/lists/theirs";
  }

  private static boolean suggestible(Theirs.Row row) {
    return row.decided().isEmpty() && (row.suggestion().isPresent() || row.person().isEmpty()) && !row.look();
  }

  private static Answered answer(Suggestion.Why why) {
    return switch (why) {
      case ACCEPT -> Answered.ACCEPTED;
      case REPEATED, KNOWN_GONE -> Answered.NOT_ACCEPTED;
      case CATEGORY_DIFFERS -> Answered.OPEN;
    };
  }
}
