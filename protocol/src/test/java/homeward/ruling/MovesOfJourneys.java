package homeward.ruling;

import static homeward.ruling.Cast.A;
import static homeward.ruling.Cast.B;
import static homeward.ruling.Cast.CIVILIANS;
import static homeward.ruling.Cast.DAY_1;
import static homeward.ruling.Cast.SICK_1;
import static homeward.ruling.Cast.SICK_2;
import static homeward.ruling.Cast.SOLDIERS;
import static homeward.ruling.Cast.by;
import static homeward.ruling.Cast.nobody;
import static homeward.ruling.Cast.refs;
import static homeward.ruling.Cast.soldier;
import static homeward.ruling.Cast.soldiers;
import static homeward.ruling.Play.HOUR;

import homeward.exchange.Digest;
import homeward.exchange.Journey;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.Person;
import homeward.exchange.Ref;
import homeward.ruling.Cast.Voice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rows of moves.table about journeys and their waves. */
final class MovesOfJourneys {
  private MovesOfJourneys() {}

  static Map<String, Moves.Row> rows() {
    Map<String, Moves.Row> rows = new TreeMap<>();
    convening(rows);
    seating(rows);
    clearing(rows);
    sealing(rows);
    changing(rows);
    return rows;
  }

  private static void convening(Map<String, Moves.Row> rows) {
    rows.put("propose-convene", (play, who) -> Moves.proposes(play, who, convene(play, "day-2", 2)));
    rows.put("propose-convene-same-tranche", (play, who) -> Moves.proposes(play, who, convene(play, "day-1c", 1)));
    rows.put("propose-convene-code-taken", (play, who) -> Moves.proposes(play, who, convene(play, SICK_1, 2)));
    rows.put("propose-convene-no-such-tranche", (play, who) -> Moves.proposes(play, who, convene(play, "day-9", 9)));
    rows.put("sign-last-convene", (play, who) -> play.tries(
        who.colleague(),
            new Move.Sign(play.pending(m -> m instanceof Matter.Convene convene && convene.journey()
            .equals("day-1b")))));
  }

  private static Matter.Convene convene(Play play, String code, int tranche) {
    return new Matter.Convene(code, Optional.of(tranche), Optional.empty(), "bridge", play.now(), play.now() + 24 * HOUR);
  }

  private static void seating(Map<String, Moves.Row> rows) {
    rows.put("manifest", (play, who) -> play.tries(who, roll(play, who, SOLDIERS, soldiers(who.party(), 4))));
    rows.put("manifest-again", (play, who) -> play.tries(who, Situations.roll(1, who.party(), 1, 2)));
    rows.put("manifest-skipping-a-wave", (play, who) -> play.tries(who, Situations.roll(9, who.party(), 4)));
    rows.put("manifest-second-part-first", (play, who) -> play.tries(
        who, new Move.Manifest(DAY_1, next(play), new Move.Part(2, 2), by(SOLDIERS, soldiers(who.party(), 4)),
            nobody())));
    rows.put("manifest-not-agreed", (play, who) -> play.tries(who, roll(play, who, SOLDIERS, soldiers(who.party(), 7))));
    rows.put("manifest-seated-in-wave-2",
        (play, who) -> play.tries(who, roll(play, who, SOLDIERS, soldiers(who.party(), 3))));
    rows.put("manifest-held-by-the-other", (play, who) -> play.tries(who, roll(play, who, SOLDIERS, soldiers(B, 4))));
    rows.put("manifest-other-category",
        (play, who) -> play.tries(who, roll(play, who, CIVILIANS, soldiers(who.party(), 4))));
    rows.put("manifest-reference-twice", (play, who) -> play.tries(
        who,
        new Move.Manifest(
            DAY_1, next(play), Move.Part.whole(), by(SOLDIERS, soldiers(A, 4)), by(SOLDIERS, soldiers(A, 4)))));
    rows.put("manifest-unknown-journey", (play, who) -> play.tries(
        who, new Move.Manifest("day-8", 1, Move.Part.whole(), by(SOLDIERS, soldiers(who.party(), 4)), nobody())));
  }

  private static Move.Manifest roll(Play play, Voice who, String category, SortedSet<Ref> refs) {
    return new Move.Manifest(DAY_1, next(play), Move.Part.whole(),
        by(category, who.party().equals(Cast.M) ? refs(soldier(A, 4)) : refs), nobody());
  }

  /** The wave after the last one. */
  private static int next(Play play) {
    return Optional.ofNullable(play.state().journeys().get(DAY_1)).map(Journey::waves).map(List::size).orElse(0) + 1;
  }

  private static void clearing(Map<String, Moves.Row> rows) {
    SortedSet<Ref> one = refs(soldier(A, 1));
    rows.put("clear", (play, who) -> play.tries(who, Situations.clear(1, 2, 3, 4, 5, 6)));
    rows.put("clear-both-ways", (play, who) -> play.tries(who, new Move.Clear(DAY_1, Move.Part.whole(), one, one)));
    rows.put("clear-second-part-first",
        (play, who) -> play.tries(who, new Move.Clear(DAY_1, new Move.Part(2, 2), one, refs())));
    rows.put("clear-not-asked", (play, who) -> play.tries(who, new Move.Clear(DAY_1, Move.Part.whole(), refs(), one)));
    rows.put("clear-unknown-journey",
        (play, who) -> play.tries(who, new Move.Clear("day-8", Move.Part.whole(), one, refs())));
  }

  private static void sealing(Map<String, Moves.Row> rows) {
    rows.put("propose-seal", (play, who) -> Moves.proposes(play, who, Situations.seal(play)));
    rows.put("propose-seal-other-digest", (play, who) -> Moves.proposes(
        play, who,
            new Matter.Seal(DAY_1, Situations.seal(play).waves().stream().map(wave -> Cast.digest("other")).toList())));
    rows.put("propose-seal-one-wave-only", (play, who) ->
        Moves.proposes(play, who, new Matter.Seal(DAY_1, Situations.seal(play).waves().subList(0, 1))));
    rows.put("propose-seal-over-quota", (play, who) -> {
      Play more = play.passing(who, roll(play, who, SOLDIERS, free(play, who.party())));
      return Moves.proposes(more, who, Situations.seal(more));
    });
    rows.put("sign-last-seal", Moves.signs(Matter.Seal.class));
  }

  /** All soldiers of a holder who are agreed and sit nowhere. */
  private static SortedSet<Ref> free(Play play, PartyId holder) {
    return play.state().people().entrySet().stream()
        .filter(each -> each.getValue().holder().equals(holder) && each.getValue().category().equals(SOLDIERS))
        .filter(each -> each.getValue().promise() == Person.Promise.AGREED)
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void changing(Map<String, Moves.Row> rows) {
    rows.put("propose-change", (play, who) -> Moves.proposes(play, who, Situations.change(play)));
    rows.put("propose-change-other-digest", (play, who) -> Moves.proposes(
        play, who,
            new Matter.Change(DAY_1, 1, Cast.digest("other"), soldiers(A, 2), by(SOLDIERS, soldiers(A, 4)), nobody())));
    rows.put("propose-change-not-aboard",
        (play, who) -> Moves.proposes(play, who, change(play, soldiers(A, 4), by(SOLDIERS, soldiers(A, 5)))));
    rows.put("propose-change-not-agreed",
        (play, who) -> Moves.proposes(play, who, change(play, soldiers(A, 2), by(SOLDIERS, soldiers(A, 7)))));
    rows.put("propose-change-other-category",
        (play, who) -> Moves.proposes(play, who, change(play, soldiers(A, 2), by(CIVILIANS, soldiers(A, 4)))));
    rows.put("propose-change-over-quota",
        (play, who) -> Moves.proposes(play, who, change(play, refs(), by(SOLDIERS, soldiers(A, 4, 5)))));
    rows.put("sign-last-change", Moves.signs(Matter.Change.class));
  }

  private static Matter.Change change(Play play, SortedSet<Ref> out, SortedMap<String, SortedSet<Ref>> in) {
    return new Matter.Change(DAY_1, 1, Situations.manifest(play, DAY_1, 1), out, in, nobody());
  }

  static Map<String, Moves.Row> waves() {
    Map<String, Moves.Row> rows = new TreeMap<>();
    rows.put("ready", (play, who) -> play.tries(who, Situations.readyFor(play, 1)));
    rows.put("ready-wrong-digest",
        (play, who) -> play.tries(who, new Move.Ready(DAY_1, 1, Cast.digest("other"), Optional.empty())));
    rows.put("ready-second-wave", (play, who) -> play.tries(who, Situations.readyFor(play, 2)));
    rows.put("ready-no-such-wave", (play, who) -> play.tries(who, Situations.readyFor(play, 9)));
    rows.put("ready-not-cleared", (play, who) -> {
      Play fewer = play.passing(Situations.CLEARANCE, Situations.clear(1, 3));
      return fewer.tries(who, Situations.readyFor(fewer, 1));
    });
    rows.put("ready-after-the-window", (play, who) -> play.atHour(73).tries(who, Situations.readyFor(play, 1)));
    rows.put("unready", (play, who) -> play.tries(who, new Move.Unready(DAY_1, 1)));
    authorising(rows);
    lapsing(rows);
    return rows;
  }

  private static void authorising(Map<String, Moves.Row> rows) {
    rows.put("authorise", MovesOfJourneys::authorise);
    rows.put("authorise-other-readies", (play, who) -> play.decide(
        Situations.authorisation(play, 1, new TreeSet<>(List.of(Cast.digest("one"), Cast.digest("two"))), play.state()
            .course().size(), true, A, B)));
    rows.put("authorise-cosigned-by-one",
        (play, who) ->
            play.decide(Situations.authorisation(play, 1, readies(play), play.state().course().size(), true, A)));
    rows.put("authorise-checkpoint-too-early",
        (play, who) ->
            play.decide(Situations.authorisation(play, 1, readies(play), play.state().course()
            .size() - 1, true, A, B)));
    rows.put("authorise-checkpoint-of-another-log",
        (play, who) ->
            play.decide(Situations.authorisation(play, 1, readies(play), play.state().course().size(), false, A, B)));
    rows.put("authorise-after-the-window", (play, who) -> play.decide(Situations.authorisation(play.atHour(73), 1)));
  }

  private static Play.Attempt authorise(Play play, Voice who) {
    homeward.exchange.Entry good = Situations.authorisation(play, 1);
    return play.decide(Play.witnessed(play.entry(who, good.move()), good.witness().orElseThrow()));
  }

  static SortedSet<Digest> readies(Play play) {
    return ((Move.Authorise) Situations.authorisation(play, 1).move()).readies();
  }

  private static void lapsing(Map<String, Moves.Row> rows) {
    Move journey = new Move.Lapse(new Move.Lapsing.OfJourney(DAY_1));
    Move wave = new Move.Lapse(new Move.Lapsing.OfWave(DAY_1, 1));
    rows.put("lapse-journey-early", (play, who) -> play.tries(who, journey));
    rows.put("lapse-journey-due", (play, who) -> play.atHour(73).tries(who, journey));
    rows.put("lapse-wave-early", (play, who) -> play.tries(who, wave));
    rows.put("lapse-wave-due", (play, who) -> play.atHour(97).tries(who, wave));
  }

  static Map<String, Moves.Row> direct() {
    Map<String, Moves.Row> rows = new TreeMap<>();
    rows.put("propose-direct",
        (play, who) -> Moves.proposes(play, who, Situations.direct("sick-4", who.party().equals(B) ? B : A)));
    rows.put("propose-direct-of-the-other-side",
        (play, who) -> Moves.proposes(play, who, Situations.direct("sick-4", A)));
    rows.put("propose-direct-code-taken", (play, who) -> Moves.proposes(play, who, Situations.direct(SICK_1, A)));
    rows.put("sign-last-direct", (play, who) -> play.tries(who.colleague(), new Move.Sign(Moves.direct(play))));
    rows.put("acknowledge", (play, who) -> play.tries(who, new Move.Acknowledge(SICK_1)));
    rows.put("acknowledge-twice", (play, who) -> play.tries(who, new Move.Acknowledge(SICK_2)));
    rows.put("acknowledge-a-tranche", (play, who) -> play.tries(who, new Move.Acknowledge(DAY_1)));
    rows.put("manifest-direct", (play, who) -> play.tries(who, sick(SICK_1, 93)));
    rows.put("clear-direct",
        (play, who) -> play.tries(who, new Move.Clear(SICK_1, Move.Part.whole(), soldiers(A, 93), refs())));
    rows.put("ready-direct", (play, who) -> play.tries(who, readySick(play, SICK_2)));
    rows.put("ready-direct-not-acknowledged", (play, who) -> {
      Play seated = play.passing(who, sick(SICK_1, 93))
          .passing(Situations.CLEARANCE, new Move.Clear(SICK_1, Move.Part.whole(), soldiers(A, 93), refs()));
      return seated.tries(who, readySick(seated, SICK_1));
    });
    return rows;
  }

  static Move.Manifest sick(String journey, int... numbers) {
    return new Move.Manifest(journey, 1, Move.Part.whole(), by(SOLDIERS, soldiers(A, numbers)), nobody());
  }

  static Move.Ready readySick(Play play, String journey) {
    return new Move.Ready(journey, 1, Situations.manifest(play, journey, 1), Optional.empty());
  }
}
