package homeward.story;

import homeward.exchange.Journey;
import homeward.exchange.Matter;
import homeward.exchange.Matter.Finding;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.exchange.State.Discrepancy;
import homeward.exchange.State.DiscrepancyKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Tells what does not go as agreed: halts, discrepancies, arrivals on no list, deaths, people turned back, what lapses. */
record Troubles(Wording wording) {

  List<Line> of(Deed deed) {
    List<Line> lines = new ArrayList<>();
    lines.addAll(halts(deed));
    lines.addAll(arrivals(deed));
    lines.addAll(discrepancies(deed));
    lines.addAll(lapses(deed));
    return lines;
  }

  private List<Line> halts(Deed deed) {
    Optional<State.Halted> before = deed.before().course().halted();
    Optional<State.Halted> after = deed.after().course().halted();
    if (after.isPresent() && before.isEmpty()) {
      return List.of(
          Line.trouble(
              wording.by(deed) + " halts the exchange: " + cause(after.get().cause()) + ". What is already released runs to its end; nothing else moves."));
    }
    if (before.isEmpty() || after.isPresent()) {
      return List.of();
    }
    boolean although = deed.move() instanceof Move.Resume resume && resume.although();
    if (deed.matter().isPresent()) {
      return List.of(
          Line.trouble(
              wording.signers(deed.after(), deed.signed(), deed.onPaper()) + " go on although " + wording.name(before.get().by())
                  + ", who halted, has not resumed: their decision, on record."));
    }
    return List.of(
        although
            ? Line.trouble(wording.by(deed) + " goes on although the cause still stands (" + cause(before.get().cause()) + "): its decision, on record.")
            : Line.good(wording.by(deed) + " resumes: the cause is over (" + cause(before.get().cause()) + ")."));
  }

  private static String cause(Move.Cause cause) {
    return switch (cause) {
      case ATTACK -> "an attack";
      case ROUTE -> "the route is not safe";
      case WEATHER -> "the weather";
      case HEALTH -> "somebody's health";
      case DISPUTE -> "a dispute";
      case OTHER -> "another cause";
    };
  }

  private List<Line> arrivals(Deed deed) {
    int fresh = deed.after().arrivals().size() - deed.before().arrivals().size();
    if (fresh == 0 || !(deed.move() instanceof Move.Arrived arrived)) {
      return List.of();
    }
    return List.of(
        Line.trouble(
            Wording.people(fresh) + " on no list " + (fresh == 1 ? "arrives" : "arrive") + " with " + wording.name(arrived.returnsTo())
                + "'s people: received like everybody, with a record; in the count only once both sides sign who it is."));
  }

  private List<Line> discrepancies(Deed deed) {
    EnumMap<DiscrepancyKind, List<Discrepancy>> opened = new EnumMap<>(DiscrepancyKind.class);
    List<Line> lines = new ArrayList<>();
    deed.after().discrepancies().forEach(
        (id, now) -> {
          Discrepancy before = deed.before().discrepancies().get(id);
          if (before == null) {
            opened.computeIfAbsent(now.kind(), none -> new ArrayList<>()).add(now);
          } else if (before.open() && !now.open()) {
            lines.add(settled(deed, now));
          }
        });
    opened.forEach((kind, some) -> opened(deed, kind, some.size()).ifPresent(lines::add));
    return lines;
  }

  private Optional<Line> opened(Deed deed, DiscrepancyKind kind, int many) {
    String people = Wording.people(many);
    return switch (kind) {
      case COUNT_DIFFERS -> Optional.of(Line.trouble(heads(deed)));
      case WITHOUT_AUTHORITY -> Optional.of(Line.trouble(people + " moved without a release. Recorded, not refused; in no count until both sides sign."));
      case UNLISTED -> Optional.empty(); // told as an arrival
      case ONE_SIDED -> Optional.of(Line.trouble("Of " + people + " only one side's half of the receipt stands."));
      case TURNED_BACK -> Optional.of(Line.trouble(people + " set off and " + (many == 1 ? "is" : "are") + " back with " + wording.by(deed) + "; why is not told."));
      case DIED_IN_TRANSIT -> Optional.of(Line.trouble(wording.by(deed) + " records that " + people + " died on the way."));
      case CONTRADICTION -> Optional.of(Line.trouble("Of " + people + " two records contradict each other: both stand until both sides settle it."));
      case EQUIVOCATION -> Optional.of(Line.trouble(wording.by(deed) + " signed two different entries in one place: both are kept as proof."));
    };
  }

  private String heads(Deed deed) {
    if (deed.move() instanceof Move.Counted counted) {
      Journey journey = deed.after().journeys().get(counted.journey());
      if (journey != null && journey.hasWave(counted.wave())) {
        List<Journey.Count> counts = journey.wave(counted.wave()).counts();
        String where = Wording.first(wording.journey(deed.after(), counted.journey())) + ", wave " + counted.wave() + ": ";
        return where + heads(counts, counted.returnsTo(), Move.Place.DEPARTURE) + " set off for " + wording.name(counted.returnsTo()) + ", "
            + heads(counts, counted.returnsTo(), Move.Place.ARRIVAL) + " counted on arrival; open until both settle it.";
      }
    }
    return "Two counts of one wave differ.";
  }

  private static String heads(List<Journey.Count> counts, PartyId home, Move.Place end) {
    return counts.reversed().stream()
        .filter(count -> count.returnsTo().equals(home) && count.end() == end)
        .findFirst()
        .map(count -> Wording.number(count.heads()))
        .orElse("nobody");
  }

  private Line settled(Deed deed, Discrepancy settled) {
    String signed = "; " + wording.signers(deed.after(), deed.signed(), deed.onPaper()) + " signed.";
    String where = settled.journey().map(code -> " (" + wording.journey(deed.after(), code) + ")").orElse("");
    return switch (settled.finding().orElseThrow()) {
      case Finding.CountIs count -> Line.good("Settled" + where + ": counted again, it is " + Wording.number(count.heads()) + signed);
      case Finding.ArrivalIs is -> Line.good("Settled" + where + ": one who came on no list is known, and counts as received" + signed);
      case Finding.SamePerson same -> Line.good("Settled" + where + ": two references are one person, and one of them falls" + signed);
      case Finding.Stands stands -> Line.good("Settled" + where + ": what was recorded stands" + signed);
    };
  }

  private List<Line> lapses(Deed deed) {
    return deed.move() instanceof Move.Lapse(Move.Lapsing what) ? lapsed(deed, what) : withdrawn(deed);
  }

  private List<Line> lapsed(Deed deed, Move.Lapsing what) {
    return switch (what) {
      case Move.Lapsing.OfProposal(var id) ->
          Optional.ofNullable(deed.before().pending().get(id)).map(waiting -> Line.trouble(unsigned(deed, waiting))).stream().toList();
      case Move.Lapsing.OfCommitment commitment ->
          List.of(Line.trouble(wording.by(deed) + " waits no longer for the other side to commit to its list: the time agreed for it is over."));
      // Told by what becomes of the journey, its wave or its figures.
      case Move.Lapsing.OfJourney journey -> List.of();
      case Move.Lapsing.OfWave wave -> List.of();
      case Move.Lapsing.OfEmbargo embargo -> List.of();
    };
  }

  private String unsigned(Deed deed, State.Pending waiting) {
    SortedSet<PartyId> signed = new java.util.TreeSet<>(waiting.signed().keySet());
    signed.addAll(waiting.reported());
    return Wording.first(subject(deed, waiting.subject())) + " lapses: only " + wording.names(signed) + " signed in time. Silence is not consent.";
  }

  private List<Line> withdrawn(Deed deed) {
    return deed.move() instanceof Move.Withdraw(var id)
        ? Optional.ofNullable(deed.before().pending().get(id))
            .map(waiting -> Line.trouble(wording.by(deed) + " takes back its signature: " + subject(deed, waiting.subject()) + " does not take effect."))
            .stream()
            .toList()
        : List.of();
  }

  private String subject(Deed deed, State.Subject subject) {
    return switch (subject) {
      case State.Subject.Opening opening -> "the opening";
      case State.Subject.Reported(Move.Report report) -> "the report of what " + wording.name(report.onBehalf()) + " did";
      case State.Subject.Proposal(Matter matter) -> matter(deed, matter);
    };
  }

  String matter(Deed deed, Matter matter) {
    return switch (matter) {
      case Matter.Admission admission -> "the admission of " + wording.name(admission.party());
      case Matter.Agree agree -> "the agreement";
      case Matter.Freeze freeze -> "the freeze of both lists";
      case Matter.Convene convene ->
          convene.tranche().map(number -> Wording.tranche(deed.after().terms(), number)).orElse("a direct repatriation") + ", as proposed,";
      case Matter.Seal seal -> "the seal on " + wording.journey(deed.after(), seal.journey());
      case Matter.Change change -> "the change of " + wording.journey(deed.after(), change.journey()) + ", wave " + change.wave() + ",";
      case Matter.Settlement settlement -> "the settlement of a discrepancy";
      case Matter.Close close -> "the closing balance";
      case Matter.Lift lift -> "the lift of the embargo on " + wording.journey(deed.after(), lift.journey());
      case Matter.Succession succession -> "the succession in " + Wording.office(succession.function());
      case Matter.GoOn goOn -> "the proposal to go on";
    };
  }
}
