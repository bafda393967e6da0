package homeward.ruling;

import static homeward.ruling.Cast.A1;
import static homeward.ruling.Cast.A2;
import static homeward.ruling.Cast.A3;
import static homeward.ruling.Cast.A;
import static homeward.ruling.Cast.B1;
import static homeward.ruling.Cast.B;
import static homeward.ruling.Cast.DAY_1;
import static homeward.ruling.Cast.M1;
import static homeward.ruling.Cast.M;
import static homeward.ruling.Cast.N;
import static homeward.ruling.Cast.SOLDIERS;
import static homeward.ruling.Cast.refs;
import static homeward.ruling.Cast.soldiers;
import static homeward.ruling.Play.HOUR;

import homeward.exchange.Digest;
import homeward.exchange.Entry;
import homeward.exchange.Function;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.Parties;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.exchange.Terms;
import homeward.ruling.Cast.Voice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * The rows of moves.table: how each is made from what stands, and by whom. Those of lists and journeys are in
 * {@link MovesOfLists} and {@link MovesOfJourneys}, of figures and the end in {@link MovesOfFigures}.
 */
final class Moves {
  /** How a row is played in a situation by somebody; the attempt is its last entry. */
  interface Row extends BiFunction<Play, Voice, Play.Attempt> {}

  /** After every deadline of the terms and before the standing proposals end. */
  static final int LATE = 800;

  private Moves() {}

  static Map<String, Row> all() {
    Map<String, Row> all = new TreeMap<>();
    for (Map<String, Row> rows : List.of(
        opening(), keys(), observations(), chains(), terms(), signatures(), halts(), MovesOfLists.rows(),
        MovesOfJourneys.rows(),
        MovesOfJourneys.waves(), MovesOfJourneys.direct(), MovesOfFigures.rows(), MovesOfFigures.inPublic())) {
      rows.forEach((name, row) -> {
        if (all.put(name, row) != null) {
          throw new IllegalStateException("two rows " + name);
        }
      });
    }
    return all;
  }

  /** A proposal of this matter that is good for a day. */
  static Play.Attempt proposes(Play play, Voice who, Matter matter) {
    return play.tries(who, new Move.Propose(matter, play.now() + 24 * HOUR));
  }

  /** The missing signature under the oldest proposal of this kind. */
  static Row signs(Class<? extends Matter> kind) {
    return (play, who) -> play.tries(who.colleague(), new Move.Sign(play.pending(kind)));
  }

  private static Map<String, Row> opening() {
    Map<String, Row> rows = new TreeMap<>();
    rows.put("open", (play, who) -> play.tries(who, opened(who.name().equals("stranger") ? A1 : who)));
    rows.put("open-two-delegates", (play, who) -> play.tries(who, Cast.opening(A, A1, A2)));
    rows.put("open-one-person-thrice", (play, who) -> play.tries(who, oneThrice()));
    rows.put("open-three-sides", (play, who) -> play.tries(who, threeSides()));
    rows.put("open-keeper-on-paper", (play, who) -> play.tries(who, keptBy(N)));
    rows.put("open-function-of-nobody", (play, who) -> play.tries(who, keptBy(Cast.NOBODY)));
    rows.put("sign-opening", (play, who) -> play.tries(who.colleague(), new Move.Sign(Play.idAt(0))));
    rows.put("sign-opening-same-person", (play, who) -> play.tries(who, new Move.Sign(Play.idAt(0))));
    rows.put("withdraw-opening", (play, who) -> play.tries(who, new Move.Withdraw(Play.idAt(0))));
    rows.put("lapse-opening-early", (play, who) -> play.tries(who, lapse(Play.idAt(0))));
    rows.put("lapse-opening-due", (play, who) -> play.atHour(1_001).tries(who, lapse(Play.idAt(0))));
    return rows;
  }

  private static Move.Open opened(Voice who) {
    return switch (who.name()) {
      case "a1" -> Cast.opening(A, A1, A2, A3);
      case "b1" -> Cast.opening(B, B1, Cast.B2, Cast.B3);
      default -> Cast.opening(M, M1, Cast.M2, Cast.M3);
    };
  }

  private static Move.Open oneThrice() {
    String one = Cast.opaque("person a1");
    List<Move.Delegate> thrice =
        List.of(A1.delegate(), new Move.Delegate(one, A2.key()), new Move.Delegate(one, A3.key()));
    return new Move.Open(Cast.members(), A, Cast.functions(), thrice, 240);
  }

  private static Move.Open threeSides() {
    Move.Member third = new Move.Member(M, Move.Kind.SIDE, Optional.of(Cast.keys(M)));
    List<Move.Member> members = Cast.sorted(Cast.member(A), Cast.member(B), third, Cast.onPaper(N));
    return new Move.Open(members, A, Cast.functions(), Cast.delegates(A1, A2, A3), 240);
  }

  private static Move.Open keptBy(PartyId keeper) {
    SortedMap<Function, PartyId> functions = Cast.functions();
    functions.put(keeper.equals(N) ? Function.KEEPER : Function.TRACING, keeper);
    return new Move.Open(Cast.members(), A, functions, Cast.delegates(A1, A2, A3), 240);
  }

  static Move.Lapse lapse(Digest proposal) {
    return new Move.Lapse(new Move.Lapsing.OfProposal(proposal));
  }

  private static Map<String, Row> keys() {
    Map<String, Row> rows = new TreeMap<>();
    rows.put("enrol", (play, who) -> play.tries(who, new Move.Enrol(Cast.delegates(A1, A2, A3))));
    rows.put("enrol-two-people", (play, who) -> play.tries(who, new Move.Enrol(Cast.delegates(A1, A2))));
    rows.put("enrol-key-of-other-side", (play, who) -> play.tries(who, new Move.Enrol(Cast.delegates(A1, A2, B1))));
    rows.put("enrol-device", (play, who) -> play.tries(who, device(play, Cast.freshKey("another device"))));
    rows.put("enrol-device-known-key", (play, who) -> play.tries(who, device(play, Cast.DEVICE.key())));
    rows.put("propose-admission", (play, who) -> proposes(play, who, admission(N)));
    rows.put("propose-admission-of-keyed", (play, who) -> proposes(play, who, admission(M)));
    rows.put("sign-last-admission", signs(Matter.Admission.class));
    return rows;
  }

  private static Move.EnrolDevice device(Play play, String key) {
    return new Move.EnrolDevice(key, Cast.opaque("person with a device"), play.now() + 24 * HOUR);
  }

  private static Matter.Admission admission(PartyId party) {
    return new Matter.Admission(party, new Move.Keys(Cast.key("later root"), Cast.key("later node")));
  }

  private static Map<String, Row> observations() {
    Map<String, Row> rows = new TreeMap<>();
    for (Move.Sight sight : Move.Sight.values()) {
      String name = "saw-" + sight.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
      rows.put(name, (play, who) -> play.tries(who, Situations.saw(sight, soldiers(A, 1))));
    }
    rows.put("counted", (play, who) -> play.tries(who, Situations.counted(1, A, Move.Place.ARRIVAL, 2)));
    rows.put("arrived", (play, who) -> play.tries(who, arrival()));
    return rows;
  }

  private static Move.Arrived arrival() {
    return new Move.Arrived(Optional.of(DAY_1), A, Cast.by(SOLDIERS, refs(Cast.arrival(1))), Move.Device.desk());
  }

  private static Map<String, Row> chains() {
    Move halt = new Move.Halt(Move.Cause.OTHER);
    Move home = Situations.saw(Move.Sight.HOME, soldiers(A, 1));
    Map<String, Row> rows = new TreeMap<>();
    rows.put("halt-out-of-order", (play, who) -> play.decide(moved(play, play.entry(who, halt), 1)));
    rows.put("halt-sequence-used", (play, who) -> play.decide(moved(play, play.entry(who, halt), -1)));
    rows.put("saw-home-out-of-order", (play, who) -> play.decide(moved(play, play.entry(who, home), 1)));
    rows.put("saw-home-sequence-used", (play, who) -> play.decide(moved(play, play.entry(who, home), -1)));
    return rows;
  }

  private static Entry moved(Play play, Entry entry, long by) {
    Digest head = Optional.ofNullable(play.state().parties().authors().get(entry.author()))
        .map(Parties.Author::head)
        .orElse(Digest.OF_NOTHING);
    return Play.chained(entry, entry.sequence() + by, head);
  }

  private static Map<String, Row> terms() {
    Terms good = Drafts.terms();
    Terms unbalanced = Drafts.withTranches(good, Drafts.tranche(Drafts.each(3, 2), Drafts.each(0, 0)));
    SortedMap<Function, PartyId> strange = Cast.functions();
    strange.put(Function.VERIFIER, Cast.NOBODY);
    Map<String, Row> rows = new TreeMap<>();
    rows.put("propose-agree", (play, who) -> proposes(play, who, new Matter.Agree(good)));
    rows.put("propose-agree-unbalanced", (play, who) -> proposes(play, who, new Matter.Agree(unbalanced)));
    rows.put("propose-agree-unknown-party",
        (play, who) -> proposes(play, who, new Matter.Agree(Drafts.with(good, strange))));
    rows.put("propose-agree-past-its-time",
        (play, who) -> play.tries(who, new Move.Propose(new Matter.Agree(good), play.now() - 1)));
    rows.put("sign-last-agree", signs(Matter.Agree.class));
    rows.put("propose-succession", (play, who) -> proposes(play, who, new Matter.Succession(Function.VERIFIER, M)));
    rows.put("propose-succession-keeper", (play, who) -> proposes(play, who, new Matter.Succession(Function.KEEPER, B)));
    rows.put("sign-last-succession",
        (play, who) -> play.tries(who.colleague(), new Move.Sign(succession(play, Function.VERIFIER))));
    rows.put("sign-last-succession-keeper",
        (play, who) -> play.tries(who.colleague(), new Move.Sign(succession(play, Function.KEEPER))));
    return rows;
  }

  private static Digest succession(Play play, Function function) {
    return play.pending(matter -> matter instanceof Matter.Succession succession && succession.function() == function);
  }

  private static Map<String, Row> signatures() {
    Digest unknown = Cast.digest("unknown");
    Map<String, Row> rows = new TreeMap<>();
    rows.put("sign-same-person", (play, who) -> play.tries(who, new Move.Sign(succession(play, Function.VERIFIER))));
    rows.put("sign-not-asked", (play, who) -> play.tries(who, new Move.Sign(direct(play))));
    rows.put("sign-unknown", (play, who) -> play.tries(who, new Move.Sign(unknown)));
    rows.put("sign-past-its-time",
        (play, who) -> play.atHour(1_001).tries(who.colleague(), new Move.Sign(succession(play, Function.VERIFIER))));
    rows.put("withdraw", (play, who) -> play.tries(who, new Move.Withdraw(succession(play, Function.VERIFIER))));
    rows.put("withdraw-not-signed", (play, who) -> play.tries(who, new Move.Withdraw(direct(play))));
    rows.put("withdraw-unknown", (play, who) -> play.tries(who, new Move.Withdraw(unknown)));
    rows.put("lapse-proposal-early", (play, who) -> play.tries(who, lapse(succession(play, Function.VERIFIER))));
    rows.put("lapse-proposal-due", (play, who) -> play.atHour(1_001)
        .tries(who, lapse(succession(play, Function.VERIFIER))));
    rows.put("lapse-unknown", (play, who) -> play.atHour(1_001).tries(who, lapse(unknown)));
    return rows;
  }

  /** The direct repatriation that side A alone signs and has not signed wholly. */
  static Digest direct(Play play) {
    return play.pending(matter -> matter instanceof Matter.Convene convene && convene.journey().equals("sick-3"));
  }

  private static Map<String, Row> halts() {
    Map<String, Row> rows = new TreeMap<>();
    rows.put("halt", (play, who) -> play.tries(who, new Move.Halt(Move.Cause.ROUTE)));
    rows.put("resume", (play, who) -> play.tries(who, new Move.Resume(halted(play), false)));
    rows.put("resume-another-halt", (play, who) -> play.tries(who, new Move.Resume(Cast.digest("another halt"), false)));
    rows.put("propose-go-on-early", (play, who) -> proposes(play, who, new Matter.GoOn(halted(play))));
    rows.put("propose-go-on-due", (play, who) -> proposes(play.laterBy(13), who, new Matter.GoOn(halted(play))));
    rows.put("sign-last-go-on", (play, who) -> play.state().course().halted().isEmpty()
        ? play.tries(who.colleague(), new Move.Sign(Cast.digest("no going on")))
        : signedLast(play.laterBy(13).agrees(new Matter.GoOn(halted(play)), A1, A2, B1), who));
    return rows;
  }

  private static Play.Attempt signedLast(Play play, Voice who) {
    return play.tries(who.colleague(), new Move.Sign(play.pending(Matter.GoOn.class)));
  }

  private static Digest halted(Play play) {
    return play.state().course().halted().map(State.Halted::entry).orElse(Cast.digest("no halt"));
  }
}
