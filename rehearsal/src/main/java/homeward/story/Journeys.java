package homeward.story;

import homeward.balance.Receipts;
import homeward.exchange.Journey;
import homeward.exchange.Journey.WavePhase;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.Move.Sight;
import homeward.exchange.PartyId;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.exchange.Trail;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tells how people travel: a journey convened, cleared, sealed and changed, a line for each wave, and how it came out. */
final class Journeys {
  private final Wording wording;
  private final Map<String, Long> released = new TreeMap<>();

  Journeys(Wording wording) {
    this.wording = wording;
  }

  List<Line> of(Deed deed) {
    List<Line> lines = new ArrayList<>();
    deed.matter().ifPresent(matter -> lines.addAll(matter(deed, matter)));
    lines.addAll(act(deed));
    for (Journey journey : deed.after().journeys().values()) {
      Journey before = deed.before().journeys().get(journey.code());
      if (before != null && !before.equals(journey)) {
        lines.addAll(waves(deed, before, journey));
        lines.addAll(outcome(deed, before, journey));
      }
    }
    return lines;
  }

  private List<Line> matter(Deed deed, Matter matter) {
    return switch (matter) {
      case Matter.Convene convene -> List.of(convened(deed, convene));
      case Matter.Seal seal -> List.of(sealed(deed, seal.journey()));
      case Matter.Change change -> List.of(changed(deed, change));
      case Matter.Agree _, Matter.Freeze _, Matter.Admission _, Matter.Succession _, Matter.Settlement _, Matter.Close _ -> List.of();
      case Matter.Lift _, Matter.GoOn _ -> List.of();
    };
  }

  private String title(Deed deed, String journey) {
    return Wording.first(wording.journey(deed.after(), journey));
  }

  private String signed(Deed deed) {
    return wording.signers(deed.after(), deed.signed(), deed.onPaper()) + " signed";
  }

  private Line convened(Deed deed, Matter.Convene convene) {
    String title = title(deed, convene.journey()) + ": " + Wording.words(convene.place()) + ", ";
    return Line.plain(
        convene.holder().isPresent()
            ? title + "by " + Wording.moment(convene.until()) + ", outside every count."
            : title + Wording.moment(convene.from()) + " to " + until(convene.from(), convene.until()) + "; " + signed(deed) + ".");
  }

  private static String until(long from, long until) {
    return Wording.date(from).equals(Wording.date(until)) ? Wording.hour(until) : Wording.moment(until);
  }

  private Line sealed(Deed deed, String code) {
    Journey journey = journey(deed, code);
    return Line.plain(
        title(deed, code) + " is sealed: " + Wording.many(journey.waves().size(), "wave", "waves") + ", " + together(deed, journey) + "; " + signed(deed)
            + ".");
  }

  private static Journey journey(Deed deed, String code) {
    return java.util.Objects.requireNonNull(deed.after().journeys().get(code));
  }

  /** Who returns to which side by its seats. */
  private String together(Deed deed, Journey journey) {
    TreeMap<PartyId, Integer> seats = new TreeMap<>();
    TreeMap<PartyId, Integer> outside = new TreeMap<>();
    for (Journey.Wave wave : journey.waves()) {
      wave.rolls().forEach(
          (holder, roll) -> {
            PartyId home = Receipts.home(deed.after(), holder);
            seats.merge(home, people(roll.counted()), Integer::sum);
            outside.merge(home, people(roll.outside()), Integer::sum);
          });
    }
    return wording.returning(seats, outside);
  }

  private static int people(SortedMap<String, SortedSet<Ref>> refs) {
    return refs.values().stream().mapToInt(SortedSet::size).sum();
  }

  /** Nothing tells who, or why: the clearance function says neither. */
  private Line changed(Deed deed, Matter.Change change) {
    int out = change.out().size();
    int in = people(change.counted()) + people(change.outside());
    String replaced =
        out == in
            ? (out == 1 ? " and is replaced" : " and are replaced")
            : in == 0 ? ", and nobody rides instead" : ", and " + Wording.number(in) + " ride instead";
    String words = out == 0 ? Wording.people(in) + " more to ride" : (out == 1 ? "one person does" : Wording.people(out) + " do") + " not travel" + replaced;
    return Line.plain(title(deed, change.journey()) + ", wave " + change.wave() + ": " + words + "; " + signed(deed) + "; nobody is told why.");
  }

  private List<Line> act(Deed deed) {
    return switch (deed.move()) {
      case Move.Acknowledge acknowledge ->
          List.of(Line.plain(wording.by(deed) + " acknowledges place and passage of " + wording.journey(deed.after(), acknowledge.journey()) + "."));
      case Move.Clear clear when clear.part().number() == clear.part().of() -> List.of(cleared(deed, clear));
      case Move.Unready unready ->
          List.of(
              Line.trouble(wording.by(deed) + " is no longer ready for " + wording.journey(deed.after(), unready.journey()) + ", wave " + unready.wave() + "."));
      case Move.Act other -> List.of();
      case Move.Observation seen -> List.of();
      case Move.Report report -> List.of();
      case Move.Announce said -> List.of();
    };
  }

  private Line cleared(Deed deed, Move.Clear clear) {
    Journey journey = journey(deed, clear.journey());
    TreeSet<Ref> seated = new TreeSet<>();
    journey.waves().forEach(wave -> wave.rolls().values().forEach(roll -> seated.addAll(roll.everybody())));
    long covered = seated.stream().filter(journey.clearance()::covers).count();
    boolean again = Optional.ofNullable(deed.before().journeys().get(clear.journey())).map(before -> before.clearance().set()).orElse(false);
    int unasked = journey.clearance().notAsked().size();
    return Line.plain(
        wording.by(deed) + " clears " + wording.journey(deed.after(), clear.journey()) + (again ? " anew, as a whole set: " : ": ")
            + (covered == seated.size() ? "all " : Wording.number(covered) + " of ") + Wording.number(seated.size()) + " seated"
            + (unasked == 0 ? "" : "; " + Wording.number(unasked) + " of them could not be asked, as the terms allow") + ".");
  }

  private List<Line> waves(Deed deed, Journey before, Journey journey) {
    List<Line> lines = new ArrayList<>();
    for (Journey.Wave wave : journey.waves()) {
      WavePhase was = before.hasWave(wave.number()) ? before.wave(wave.number()).phase() : WavePhase.PLANNED;
      if (was != wave.phase()) {
        wave(deed, journey, wave).ifPresent(lines::add);
      }
    }
    return lines;
  }

  private Optional<Line> wave(Deed deed, Journey journey, Journey.Wave wave) {
    return switch (wave.phase()) {
      case AUTHORISED -> {
        released.put(journey.code() + "/" + wave.number(), deed.stamp());
        yield Optional.empty();
      }
      case RECONCILED ->
          journey.waves().size() == 1 // told by the journey's own line
              ? Optional.empty()
              : Optional.of(Line.good(row(deed, journey, wave) + "counts agree" + provenance(deed, List.of(wave))));
      case DISPUTED -> Optional.of(Line.trouble(row(deed, journey, wave) + "disputed: nothing waits for its figures any more"));
      case PLANNED, STAGED, READY, MOVING, COUNTED, STOOD_DOWN -> Optional.empty();
    };
  }

  /** "wave 1 of 6    65 to A    65 to B    released 08:10, ": how many have a whole receipt. */
  private String row(Deed deed, Journey journey, Journey.Wave wave) {
    TreeMap<PartyId, String> counts = new TreeMap<>();
    wave.rolls().forEach(
        (holder, roll) -> {
          int there = received(deed, roll.counted()) + received(deed, roll.outside());
          String of = there == roll.everybody().size() ? "" : " of " + Wording.number(roll.everybody().size());
          PartyId home = Receipts.home(deed.after(), holder);
          counts.put(home, Wording.number(there) + of + " to " + wording.name(home));
        });
    StringBuilder row = new StringBuilder("%-14s".formatted(label(journey, wave)));
    wording.inOrder(counts.keySet()).forEach(home -> row.append("  %-16s".formatted(counts.get(home))));
    Long at = released.get(journey.code() + "/" + wave.number());
    return row + (at == null ? "  " : "  released " + Wording.hour(at) + ", ");
  }

  /** Whether any of the receipts rests on what somebody did on paper. */
  private static String provenance(Deed deed, List<Journey.Wave> waves) {
    boolean reported =
        waves.stream()
            .flatMap(wave -> wave.rolls().values().stream())
            .flatMap(roll -> roll.everybody().stream())
            .flatMap(ref -> Receipts.of(deed.after(), ref).stream())
            .anyMatch(receipt -> receipt.provenance() == State.Provenance.REPORTED);
    return reported ? ", as reported" : "";
  }

  private static String label(Journey journey, Journey.Wave wave) {
    return journey.waves().size() == 1 ? "one wave" : "wave " + wave.number() + " of " + journey.waves().size();
  }

  private List<Line> outcome(Deed deed, Journey before, Journey journey) {
    if (before.phase() == journey.phase()) {
      return List.of();
    }
    String title = title(deed, journey.code());
    String went = delivered(deed, journey);
    String provenance = provenance(deed, journey.waves());
    return switch (journey.phase()) {
      case CONVENED, SEALED -> List.of();
      case STOOD_DOWN -> List.of(Line.trouble(title + " stands down: nothing was released in its window; its people are agreed as before."));
      case CUT_SHORT -> List.of(Line.trouble(title + " is cut short: " + went + provenance + "; who did not go is agreed as before."));
      case RECONCILED -> List.of(Line.good(title + " is done: " + went + ", all counts agree" + provenance + "." + resting(deed, journey)));
      case DISPUTED -> List.of(Line.trouble(title + " is over with disputed figures: " + went + " with whole receipts" + provenance + "."));
    };
  }

  /** Who has a whole receipt: counted, and beside it outside the count. */
  private String delivered(Deed deed, Journey journey) {
    TreeMap<PartyId, Integer> counted = new TreeMap<>();
    TreeMap<PartyId, Integer> outside = new TreeMap<>();
    for (Journey.Wave wave : journey.waves()) {
      wave.rolls().forEach(
          (holder, roll) -> {
            PartyId home = Receipts.home(deed.after(), holder);
            counted.merge(home, received(deed, roll.counted()), Integer::sum);
            outside.merge(home, received(deed, roll.outside()), Integer::sum);
          });
    }
    return wording.returning(counted, outside);
  }

  private static int received(Deed deed, SortedMap<String, SortedSet<Ref>> refs) {
    return (int) refs.values().stream().flatMap(SortedSet::stream).filter(ref -> Receipts.of(deed.after(), ref).isPresent()).count();
  }

  /** Handed over is not yet home: some rest in the handover state first. */
  private String resting(Deed deed, Journey journey) {
    TreeMap<PartyId, PartyId> guests = new TreeMap<>();
    for (Journey.Wave wave : journey.waves()) {
      wave.rolls().forEach(
          (holder, roll) -> {
            PartyId home = Receipts.home(deed.after(), holder);
            roll.everybody().stream()
                .flatMap(ref -> deed.after().trails().getOrDefault(ref, Trail.UNSEEN).facts().stream())
                .filter(fact -> fact.sight() == Sight.RECEIVED && !fact.by().equals(home))
                .findFirst()
                .ifPresent(fact -> guests.put(home, fact.by()));
          });
    }
    return guests.entrySet().stream()
        .map(guest -> " " + wording.name(guest.getKey()) + "'s people rest with " + wording.name(guest.getValue()) + " before they travel home.")
        .collect(Collectors.joining());
  }
}
