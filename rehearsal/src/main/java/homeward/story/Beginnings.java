package homeward.story;

import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.Offer;
import homeward.exchange.Parties;
import homeward.exchange.PartyId;
import homeward.exchange.Person;
import homeward.exchange.Person.Answered;
import homeward.exchange.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Tells how an exchange begins: opening, delegates, the agreement, lists and answers, the freeze. */
record Beginnings(Wording wording) {

  List<Line> of(Deed deed) {
    List<Line> lines = new ArrayList<>();
    lines.addAll(opening(deed));
    lines.addAll(delegates(deed));
    deed.matter().ifPresent(matter -> lines.addAll(matter(deed, matter)));
    lines.addAll(lists(deed));
    return lines;
  }

  private List<Line> opening(Deed deed) {
    if (!deed.reaches(State.Phase.OFFERED)) {
      return List.of();
    }
    State now = deed.after();
    PartyId opener = now.course().opener().orElseThrow();
    List<PartyId> sides = now.parties().members().keySet().stream().filter(now.parties()::isSide).filter(side -> !side.equals(opener)).toList();
    List<String> rows = new ArrayList<>();
    wording.duties(now.course().functions()).forEach(duty -> rows.addAll(Line.row("functions", duty)));
    wording.inOrder(now.parties().members().keySet()).stream()
        .filter(now.parties()::onPaper)
        .forEach(party -> rows.addAll(Line.row("on paper", wording.name(party) + " has no node; " + wording.name(opener) + " reports what it does")));
    return List.of(Line.plain(wording.name(opener) + " opens an exchange with " + wording.names(sides) + "; two of its people signed.").over(rows));
  }

  private List<Line> delegates(Deed deed) {
    if (!(deed.move() instanceof Move.Enrol)) {
      return List.of();
    }
    boolean anew = deed.by().map(party -> speaks(deed.before(), party)).orElse(false);
    if (anew) {
      return List.of(Line.plain(wording.by(deed) + " names anew who may sign for it."));
    }
    return everybodySpeaks(deed.after()) && !everybodySpeaks(deed.before())
        ? List.of(Line.plain("Every party has named who may sign for it."))
        : List.of();
  }

  private static boolean everybodySpeaks(State state) {
    return state.parties().members().values().stream().filter(member -> member.keys().isPresent()).allMatch(member -> speaks(state, member.party()));
  }

  private static boolean speaks(State state, PartyId party) {
    return state.parties().authors().values().stream()
        .anyMatch(author -> author.party().equals(party) && author.role() == Parties.Role.DELEGATE);
  }

  private List<Line> matter(Deed deed, Matter matter) {
    return switch (matter) {
      case Matter.Agree(var terms) ->
          List.of(
              Line.good("The agreement binds: " + signed(deed) + " signed.").over(new TermsRows(wording, terms).told(deed.before().course().functions())));
      case Matter.Freeze freeze -> List.of(frozen(deed));
      case Matter.Admission admission -> List.of(Line.plain(wording.name(admission.party()) + " has a node of its own now and is on paper no longer."));
      case Matter.Succession succession ->
          List.of(
              Line.plain(
                  Wording.first(Wording.office(succession.function())) + " passes to " + wording.name(succession.to()) + "; " + signed(deed) + " signed."));
      case Matter.Convene _, Matter.Seal _, Matter.Change _, Matter.Settlement _, Matter.Close _, Matter.Lift _, Matter.GoOn _ -> List.of();
    };
  }

  private String signed(Deed deed) {
    return wording.signers(deed.after(), deed.signed(), deed.onPaper());
  }

  private Line frozen(Deed deed) {
    TreeMap<PartyId, Integer> agreed = new TreeMap<>();
    for (PartyId holder : deed.after().terms().sides()) {
      long people = count(deed.after(), holder, person -> person.answer() == Answered.ACCEPTED && !person.struck());
      agreed.put(deed.after().terms().otherSide(holder), (int) people);
    }
    return Line.good("Both lists are frozen: " + wording.returning(agreed) + " may travel; who is not agreed holds up nobody. " + Wording.first(signed(deed)) + " signed.");
  }

  private static long count(State state, PartyId holder, Predicate<Person> which) {
    return state.people().values().stream().filter(person -> person.holder().equals(holder) && which.test(person)).count();
  }

  private List<Line> lists(Deed deed) {
    return switch (deed.move()) {
      case Move.Commit commit when committed(deed.after()) && !committed(deed.before()) ->
          List.of(Line.plain("Each side has committed to its list before it sees the other's."));
      case Move.Lodge lodge -> lodged(deed, lodge);
      case Move.Answer answer -> answered(deed);
      case Move.Complete complete ->
          List.of(Line.plain(wording.by(deed) + " says that its list of " + Wording.words(complete.category()) + " is whole."));
      case Move.Act other -> List.of();
      case Move.Observation seen -> List.of();
      case Move.Report report -> List.of();
      case Move.Announce said -> List.of();
    };
  }

  private static boolean committed(State state) {
    return state.offers().size() == 2 && state.offers().values().stream().allMatch(offer -> offer.committed().isPresent());
  }

  private List<Line> lodged(Deed deed, Move.Lodge lodge) {
    return deed.by()
        .map(holder -> deed.after().offers().getOrDefault(holder, Offer.NONE))
        .filter(offer -> lodge.part().number() == lodge.part().of() && offer.version() == lodge.version())
        .map(
            offer -> {
              TreeMap<String, Integer> counts = new TreeMap<>();
              offer.refs().forEach((category, refs) -> counts.put(category, refs.size()));
              String version = offer.version() == 1 ? "" : ", version " + offer.version();
              return List.of(Line.plain(wording.by(deed) + " offers its list" + version + ": " + Wording.counts(counts) + "."));
            })
        .orElse(List.of());
  }

  /** Told once, when nobody of the list is left without an answer. */
  private List<Line> answered(Deed deed) {
    PartyId home = deed.by().orElseThrow();
    PartyId holder = deed.after().terms().otherSide(home);
    boolean done = waiting(deed.after(), holder) == 0 && waiting(deed.before(), holder) > 0;
    if (!done) {
      return List.of();
    }
    SortedMap<Answered, Integer> counts = new TreeMap<>();
    deed.after().people().values().stream()
        .filter(person -> person.holder().equals(holder) && !person.struck())
        .forEach(person -> counts.merge(person.answer(), 1, Integer::sum));
    List<String> words = new ArrayList<>();
    ANSWERS.forEach((answer, said) -> {
      if (counts.containsKey(answer)) {
        words.add(Wording.number(counts.getOrDefault(answer, 0)) + " " + said);
      }
    });
    return List.of(Line.plain(wording.by(deed) + " answers " + wording.name(holder) + "'s list name by name: " + Wording.and(words) + "."));
  }

  private static long waiting(State state, PartyId holder) {
    return count(state, holder, person -> person.answer() == Answered.NOT_YET && !person.struck() && person.seat().isEmpty());
  }

  private static final SortedMap<Answered, String> ANSWERS =
      new TreeMap<>(Map.of(Answered.ACCEPTED, "accepted", Answered.NOT_ACCEPTED, "not accepted", Answered.OPEN, "left open"));
}
