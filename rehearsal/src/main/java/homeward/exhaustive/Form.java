package homeward.exhaustive;

import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.Journey.WavePhase;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.Offer;
import homeward.exchange.PartyId;
import homeward.exchange.Person;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.exchange.Trail;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The form of a position: two positions of one form are one state of the walk, since the same steps lead from both to the same
 * forms. It leaves out what no rule that is walked reads again:
 *
 * <ul>
 *   <li>names of entries, indices, heads and sequences: rules only compare them, and every entry of the walk follows;
 *   <li>stamps, but for which deadlines of the terms are over, and before the terms for how many hours of patience are left;
 *   <li>which of two people of a party signed, and which of two people of one holder somebody is: a person is written as
 *       everything that is said of them, and the people of a holder are sorted by that;
 *   <li>the order in which things were seen of a person, and by whom, beyond {@link Seen};
 *   <li>list versions, and the answers NOT_YET, NOT_ACCEPTED and OPEN apart, which differ only for a category that is
 *       exchanged all for all;
 *   <li>counts but the last at each end, and everything of a wave that is reconciled or stood down;
 *   <li>discrepancies whose settlement changes nothing else (turned back, died on the way, one-sided), announcements, and when
 *       figures were released;
 *   <li>everything, once it is closed or ended.
 * </ul>
 *
 * A test of the room takes positions of one form and compares their steps.
 */
@SuppressWarnings("EnumOrdinal") // a form is compared within one walk, and never kept
final class Form {
  private final Position at;
  private final Shape shape;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(64);

  private Form(Position at, Shape shape) {
    this.at = at;
    this.shape = shape;
  }

  /** The form, to be compared byte by byte. */
  static byte[] of(Position at, Shape shape) {
    Form form = new Form(at, shape);
    form.write();
    return form.out.toByteArray();
  }

  private void write() {
    out.write(at.phase().ordinal());
    if (at.over()) {
      return;
    }
    out.write(at.mishaps());
    course();
    time();
    at.state().pending().values().forEach(this::pending);
    at.journey().ifPresent(this::journey);
    Stage.SIDES.forEach(this::people);
    arrivals();
  }

  private void course() {
    State.Course course = at.state().course();
    out.write(course.opener().isPresent() ? 1 : 0);
    for (Function function : List.of(Function.KEEPER, Function.CLEARANCE, Function.HANDOVER, Function.AUTHORISER)) {
      out.write(at.holder(function).map(Stage::bit).orElse(0));
    }
    out.write(course.frozen().isPresent() ? 1 : 0);
    out.write(course.halted().map(halted -> Stage.bit(halted.by())).orElse(0));
    out.write(course.halted().map(halted -> halted.function().ordinal()).orElse(0));
    out.write(course.halted().map(halted -> hours(Stage.haltOver(at.phase(), halted))).orElse(0));
    for (PartyId party : Stage.PARTIES) {
      out.write(speaks(at, party) ? 1 : 0);
    }
  }

  /** Whether a party's delegates are enrolled. */
  static boolean speaks(Position at, PartyId party) {
    return Optional.ofNullable(at.state().parties().authors().get(Stage.delegates(party).getFirst().author()))
        .map(author -> !author.withdrawn())
        .orElse(false);
  }

  /** Hours until a deadline, begun ones counted; 0 when it is over. */
  private int hours(long deadline) {
    return (int) Math.ceilDiv(Math.max(0, deadline - at.stamp()), Stage.HOUR);
  }

  private void time() {
    if (at.phase() == State.Phase.IN_FORCE) {
      out.write(dueNow(at));
    } else {
      for (PartyId party : Stage.PARTIES) {
        long heard = at.state().parties().heard().getOrDefault(party, Stage.START);
        out.write(hours(heard + Stage.PATIENCE_HOURS * Stage.HOUR));
      }
    }
  }

  /** How many of the terms' deadlines are over: the window, the hour to reconcile by, the end. */
  static int dueNow(Position at) {
    return (int) Stream.of(Stage.WINDOW_OVER + 1, Stage.RECONCILE_OVER + 1, Stage.END_DUE).filter(due -> at.stamp() >= due).count();
  }

  private void pending(State.Pending pending) {
    out.write(hours(pending.until() + 1));
    out.write(Stage.bit(pending.proposer()));
    for (PartyId party : Stage.PARTIES) {
      out.write(Optional.ofNullable(pending.signed().get(party)).map(java.util.Set::size).orElse(0));
    }
    out.writeBytes(subject(pending.subject()).getBytes(StandardCharsets.UTF_8));
  }

  /** What waits, by name, so that a digest in it stays what it is; a version or a halt is the present one or gone for ever. */
  private String subject(State.Subject subject) {
    return switch (subject) {
      case State.Subject.Proposal(Matter.Freeze freeze) -> "freeze" + freeze.agreed() + versionsStand(freeze);
      case State.Subject.Proposal(Matter.GoOn goOn) ->
          "go-on" + at.state().course().halted().map(State.Halted::entry).equals(Optional.of(goOn.halt()));
      case State.Subject.Proposal(Matter.Agree agree) -> "agree";
      case State.Subject.Proposal(Matter matter) -> matter.toString();
      case State.Subject.Opening opening -> "opening";
      case State.Subject.Reported reported -> reported.toString();
    };
  }

  private boolean versionsStand(Matter.Freeze freeze) {
    return Stage.SIDES.stream()
        .allMatch(
            side ->
                freeze
                    .versions()
                    .getOrDefault(side, 0)
                    .equals(Optional.ofNullable(at.state().offers().get(side)).map(Offer::version).orElse(0)));
  }

  private void journey(Journey journey) {
    out.write(100 + journey.phase().ordinal());
    boolean settled = journey.over() && journey.phase() != Journey.Phase.DISPUTED;
    for (Journey.Wave wave : settled ? List.<Journey.Wave>of() : journey.waves()) {
      out.write(wave.phase().ordinal());
      for (PartyId side : Stage.SIDES) {
        Journey.Roll roll = wave.rolls().get(side);
        out.write(roll == null ? 0 : 1 + roll.next());
        out.write(wave.ready().containsKey(side) ? 1 : 0);
        counts(wave, side);
      }
    }
  }

  private void counts(Journey.Wave wave, PartyId holder) {
    if (wave.phase() == WavePhase.RECONCILED || wave.phase() == WavePhase.STOOD_DOWN) {
      return;
    }
    PartyId home = Stage.other(holder);
    out.write(1 + last(wave, count -> count.end() == Move.Place.DEPARTURE && count.returnsTo().equals(home) && count.by().equals(holder)));
    out.write(1 + last(wave, count -> count.end() == Move.Place.ARRIVAL && count.returnsTo().equals(home) && receives(count.by(), home)));
    out.write(discrepancy(at, "count-" + Stage.JOURNEY + "-" + wave.number() + "-" + home.value()));
    if (shape.succeeding().contains(Function.HANDOVER)) {
      wave.counts().stream().filter(count -> count.returnsTo().equals(home)).map(Object::toString).forEach(this::lastWords);
    }
  }

  private void lastWords(String count) {
    out.writeBytes(count.replaceAll("index=\\d+", "").getBytes(StandardCharsets.UTF_8));
  }

  private boolean receives(PartyId party, PartyId home) {
    return party.equals(home) || at.holder(Function.HANDOVER).equals(Optional.of(party));
  }

  /** Heads of the last such count, or -1. */
  static int last(Journey.Wave wave, Predicate<Journey.Count> which) {
    return wave.counts().reversed().stream().filter(which).findFirst().map(Journey.Count::heads).orElse(-1);
  }

  /** 0 when there is none, 1 while it is open, 2 once settled. */
  static int discrepancy(Position at, String id) {
    State.Discrepancy found = at.state().discrepancies().get(id);
    return found == null ? 0 : found.open() ? 1 : 2;
  }

  private void people(PartyId holder) {
    int[] all = Stage.held(holder, shape.people()).stream().mapToInt(ref -> person(at, shape, ref, holder)).toArray();
    Arrays.sort(all);
    for (int person : all) {
      out.write(person >>> 24);
      out.write(person >>> 16);
      out.write(person >>> 8);
      out.write(person);
    }
  }

  /** Everything that is said of one person, in the bits of one number. */
  static int person(Position at, Shape shape, Ref ref, PartyId holder) {
    Person known = at.state().people().get(ref);
    Seen seen = Seen.of(at.state().trails().getOrDefault(ref, Trail.UNSEEN), holder);
    int bits = bits(known != null, listed(at, ref, holder), at.agreed(ref) || accepted(known), known != null && known.struck(), cleared(at, ref));
    bits = bits << 2 | Optional.ofNullable(known).flatMap(Person::seat).map(Person.Seat::wave).orElse(0);
    bits = bits << 3 | received(at, shape, seen, Stage.other(holder));
    bits = bits << 6 | bits(seen.departed(), seen.handedOver(), seen.died(), seen.everDeparted() && seen.everBack(), seen.everBack(), seen.everDied());
    bits = bits << 2 | discrepancy(at, "without-authority-" + ref.value());
    return bits << 2 | discrepancy(at, "contradiction-" + ref.value());
  }

  private static boolean accepted(@org.jspecify.annotations.Nullable Person known) {
    return known != null && known.answer() == Person.Answered.ACCEPTED;
  }

  private static boolean listed(Position at, Ref ref, PartyId holder) {
    return Optional.ofNullable(at.state().offers().get(holder))
        .map(offer -> offer.refs().values().stream().anyMatch(refs -> refs.contains(ref)))
        .orElse(false);
  }

  /** Whether somebody is cleared matters as long as they may still be let go. */
  private static boolean cleared(Position at, Ref ref) {
    boolean gone = at.seat(ref).map(wave -> wave.phase() == WavePhase.RECONCILED).orElse(false);
    return !gone && at.journey().map(journey -> !journey.over() && journey.clearance().covers(ref)).orElse(false);
  }

  /** Whoever of those who receive: which of them matters only where that function may pass on. */
  private static int received(Position at, Shape shape, Seen seen, PartyId home) {
    int receivers = Stage.bit(home) | at.holder(Function.HANDOVER).map(Stage::bit).orElse(0);
    boolean alike = !shape.succeeding().contains(Function.HANDOVER) && (seen.received() & ~receivers) == 0;
    return alike && seen.arrived() ? Stage.bit(home) : seen.received();
  }

  private static int bits(boolean... facts) {
    int bits = 0;
    for (boolean fact : facts) {
      bits = bits << 1 | (fact ? 1 : 0);
    }
    return bits;
  }

  private void arrivals() {
    at.state().arrivals().entrySet().stream()
        .map(arrival -> Stage.bit(arrival.getValue().returnsTo()) << 3 | discrepancy(at, "unlisted-" + arrival.getKey().value()))
        .sorted()
        .forEach(out::write);
  }
}
