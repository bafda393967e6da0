package homeward.ruling;

import static homeward.ruling.Cast.*;
import static homeward.ruling.Play.HOUR;
import static homeward.ruling.Play.START;

import homeward.balance.Balance;
import homeward.balance.Manifests;
import homeward.exchange.Digest;
import homeward.exchange.Entry;
import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.exchange.Terms;
import homeward.ruling.Cast.Voice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The situations of moves.table, each played from the one before; the table's head says what lies in each. The steps between
 * them serve the other tests too.
 */
final class Situations {
  static final List<String> CODES =
      List.of("un", "og", "op", "if", "fr", "co", "ma", "se", "r1", "r2", "au", "mo", "cs", "re", "ha", "os", "cl", "en");

  static final Voice CLEARANCE = M1.in(Function.CLEARANCE);
  static final Voice AUTHORISER = M1.in(Function.AUTHORISER);
  static final Voice HANDOVER = M1.in(Function.HANDOVER);

  private static final Map<String, Play> PLAYED = new HashMap<>();

  private Situations() {}

  /** The situation of this code; played once. */
  static Play at(String code) {
    Play known = PLAYED.get(code);
    if (known != null) {
      return known;
    }
    Play play = played(code);
    PLAYED.put(code, play);
    return play;
  }

  private static Play played(String code) {
    return switch (code) {
      case "un" -> Play.begins();
      case "og" -> at("un").says(A1, Cast.opening(A, A1, A2, A3, A4));
      case "op" -> opened(at("og")).atHour(2);
      case "if" -> withFreezeWaiting(listed(inForce(at("op"), Drafts.terms()))).atHour(8);
      case "fr" -> at("if").bothAgree(freeze(at("if"))).agrees(day1("day-1b"), A1, A2, B1, M1.in(Function.HANDOVER))
          .atHour(12);
      case "co" -> convened(at("fr")).agrees(new Matter.Lift(DAY_1), A1, A2, B1).atHour(20);
      case "ma" -> withSealWaiting(manifested(at("co"))).atHour(24);
      case "se" -> withChangeWaiting(sealed(at("ma"))).atHour(30);
      case "r1" -> ready(at("se").atHour(49), A1, 1);
      case "r2" -> ready(at("r1").atHour(50), B1, 1);
      case "au" -> authorised(at("r2").atHour(51), 1);
      case "mo" -> at("au").atHour(52).says(A1, saw(Move.Sight.DEPARTED, soldiers(A, 1, 2)));
      case "cs" -> withSettlementWaiting(countedShort(at("mo")));
      case "re" -> withCloseWaiting(reconciled(at("cs")));
      case "ha" -> at("se").says(A1, new Move.Halt(Move.Cause.DISPUTE)).atHour(31);
      case "os" -> at("se").keptBy(Cast.nodeOf(B));
      case "cl" -> at("re").bothAgree(close(at("re"))).laterBy(1);
      case "en" -> ended(at("cs"));
      default -> throw new IllegalArgumentException("no situation " + code);
    };
  }

  /** The opening signed, everybody enrolled, a fourth delegate of side A withdrawn, and what stands from then on. */
  private static Play opened(Play opening) {
    Play play = enrolled(opening)
        .says(Cast.ROOT_A, new Move.Enrol(Cast.delegates(A1, A2, A3)))
        .says(A1, new Move.EnrolDevice(Cast.DEVICE.key(), Cast.opaque("person device"), START + 2_000 * HOUR));
    play = play.says(A1, new Move.Propose(new Matter.Agree(Drafts.terms()), START + 1_000 * HOUR));
    Digest terms = play.last();
    play = play.says(A2, new Move.Sign(terms)).says(B1, new Move.Sign(terms)).says(M1, new Move.Sign(terms));
    play = play.agrees(new Matter.Succession(Function.VERIFIER, M), A1, A2, B1, M1);
    play = play.agrees(new Matter.Succession(Function.KEEPER, B), A1, A2, B1);
    play = play.agrees(direct("sick-3", A), A1);
    play = play.agrees(new Matter.Admission(N, new Move.Keys(Cast.key("new root"), Cast.key("new node"))), A1);
    play = play.says(A1, reportOfHome());
    play = play.agrees(direct(SICK_1, A), A1, A2).agrees(direct(SICK_2, A), A1, A2);
    SortedSet<Ref> sick = soldiers(A, 92);
    return play.says(B1, new Move.Acknowledge(SICK_2))
        .says(A1, new Move.Manifest(SICK_2, 1, Move.Part.whole(), by(SOLDIERS, sick), nobody()))
        .says(CLEARANCE, new Move.Clear(SICK_2, Move.Part.whole(), sick, refs()));
  }

  /** The second signature of the opening, and the delegates of side B and the mediator. */
  static Play enrolled(Play opening) {
    return opening
        .says(A2, new Move.Sign(Play.idAt(0)))
        .says(Cast.ROOT_B, new Move.Enrol(Cast.delegates(B1, B2, B3)))
        .says(Cast.ROOT_M, new Move.Enrol(Cast.delegates(M1, M2, M3)));
  }

  /** Opened, with nothing that lies about. */
  static Play fresh() {
    return enrolled(Play.begins().says(A1, Cast.opening(A, A1, A2, A3))).atHour(2);
  }

  static Play inForce(Play opened, Terms terms) {
    return opened.agrees(new Matter.Agree(terms), A1, A2, B1, B2, M1).atHour(5);
  }

  /** Both lists: soldiers 1 to 7, of whom 7 is not accepted, and civilians 1 and 2. */
  static Play listed(Play inForce) {
    return inForce
        .says(A1, lodge(1, list(A)))
        .says(B1, lodge(1, list(B)))
        .says(B1, answer(1, accepted(A), soldiers(A, 7)))
        .says(A1, answer(1, accepted(B), soldiers(B, 7)));
  }

  static SortedMap<String, SortedSet<Ref>> list(PartyId holder) {
    SortedMap<String, SortedSet<Ref>> list = new TreeMap<>();
    list.put(SOLDIERS, soldiers(holder, 1, 2, 3, 4, 5, 6, 7));
    list.put(CIVILIANS, refs(civilian(holder, 1), civilian(holder, 2)));
    return list;
  }

  static SortedSet<Ref> accepted(PartyId holder) {
    SortedSet<Ref> accepted = new TreeSet<>(soldiers(holder, 1, 2, 3, 4, 5, 6));
    accepted.addAll(refs(civilian(holder, 1), civilian(holder, 2)));
    return accepted;
  }

  static Move.Lodge lodge(int version, SortedMap<String, SortedSet<Ref>> refs) {
    return new Move.Lodge(version, Move.Part.whole(), refs, Optional.empty(), Optional.empty());
  }

  static Move.Answer answer(int version, SortedSet<Ref> accepted, SortedSet<Ref> notAccepted) {
    return new Move.Answer(version, accepted, notAccepted, refs(), Optional.empty());
  }

  private static Play withFreezeWaiting(Play listed) {
    return listed.agrees(freeze(listed), A1, A2, B1);
  }

  static Matter.Freeze freeze(Play play) {
    SortedMap<PartyId, Integer> versions = new TreeMap<>();
    play.state().offers().forEach((holder, offer) -> versions.put(holder, offer.version()));
    return new Matter.Freeze(versions, Manifests.agreed(play.state()));
  }

  static Matter.Convene day1(String code) {
    return new Matter.Convene(code, Optional.of(1), Optional.empty(), "bridge", Drafts.FROM_1, Drafts.UNTIL_1);
  }

  /** A direct repatriation; the windows of {@code sick-1} and {@code sick-2} end at hour 120. */
  static Matter.Convene direct(String code, PartyId holder) {
    long until = code.equals(SICK_1) || code.equals(SICK_2) ? 120 : 2_000;
    return new Matter.Convene(code, Optional.empty(), Optional.of(holder), "ferry", START + 10 * HOUR,
        START + until * HOUR);
  }

  static Play frozen(Play listed) {
    return listed.bothAgree(freeze(listed));
  }

  static Play convened(Play frozen) {
    return frozen.agrees(day1(DAY_1), A1, A2, B1, B2, HANDOVER);
  }

  /** Day 1 convened under these terms, and nothing that lies about. */
  static Play convened(Terms terms) {
    return convened(frozen(listed(inForce(fresh(), terms))));
  }

  /** Day 1 sealed under these terms, an hour after its window began. */
  static Play sealed(Terms terms) {
    return sealed(manifested(convened(terms))).atHour(49);
  }

  static Move.Manifest roll(int wave, PartyId holder, int... numbers) {
    return new Move.Manifest(DAY_1, wave, Move.Part.whole(), by(SOLDIERS, soldiers(holder, numbers)), nobody());
  }

  static Play manifested(Play convened) {
    return convened
        .says(A1, roll(1, A, 1, 2))
        .says(B1, roll(1, B, 1, 2))
        .says(A1, roll(2, A, 3))
        .says(B1, roll(2, B, 3))
        .says(CLEARANCE, clear(1, 2, 3, 4, 5));
  }

  /** These soldiers of both sides are cleared for day 1. */
  static Move.Clear clear(int... numbers) {
    SortedSet<Ref> cleared = new TreeSet<>(soldiers(A, numbers));
    cleared.addAll(soldiers(B, numbers));
    return new Move.Clear(DAY_1, Move.Part.whole(), cleared, refs());
  }

  static Matter.Seal seal(Play play) {
    Journey journey = play.state().journeys().get(DAY_1);
    List<Digest> digests = journey == null ? List.of() : journey.waves().stream()
        .map(wave -> Manifests.digest(DAY_1, wave)).toList();
    return new Matter.Seal(DAY_1, digests.isEmpty() ? List.of(Cast.digest("no manifest")) : digests);
  }

  private static Play withSealWaiting(Play manifested) {
    return manifested.agrees(seal(manifested), A1, A2, B1);
  }

  static Play sealed(Play manifested) {
    return manifested.bothAgree(seal(manifested));
  }

  /** Soldier 4 instead of soldier 2 in wave 1. */
  static Matter.Change change(Play play) {
    return new Matter.Change(
        DAY_1, 1, manifest(play, DAY_1, 1), soldiers(A, 2), by(SOLDIERS, soldiers(A, 4)), nobody());
  }

  private static Play withChangeWaiting(Play sealed) {
    return sealed.agrees(change(sealed), A1, A2, B1);
  }

  static Play ready(Play play, Voice who, int wave) {
    return play.says(who, readyFor(play, wave));
  }

  /** Ready for the wave of day 1 as it stands. */
  static Move.Ready readyFor(Play play, int wave) {
    return new Move.Ready(DAY_1, wave, manifest(play, DAY_1, wave), Optional.empty());
  }

  /** The digest of a wave as it stands; of nothing that is there, something else. */
  static Digest manifest(Play play, String code, int wave) {
    Journey journey = play.state().journeys().get(code);
    return journey != null && journey.hasWave(wave) ? Manifests.digest(code, journey.wave(wave))
        : Cast.digest("no manifest");
  }

  static Play bothReady(Play play, int wave) {
    return ready(ready(play, A1, wave), B1, wave);
  }

  static Play authorised(Play ready, int wave) {
    return ready.goesOn(authorisation(ready, wave));
  }

  /** The release of a wave as it ought to be: both sides' Ready, under a checkpoint of the whole log that both cosigned. */
  static Entry authorisation(Play play, int wave) {
    Journey journey = play.state().journeys().get(DAY_1);
    SortedSet<Digest> readies = new TreeSet<>();
    if (journey != null && journey.hasWave(wave)) {
      journey.wave(wave).ready().values().forEach(given -> readies.add(given.entry()));
    }
    return authorisation(play, wave, readies, play.state().course().size(), true, A, B);
  }

  static Entry authorisation(Play play, int wave, SortedSet<Digest> readies, long size, boolean ours,
      PartyId... cosigners) {
    Move move = new Move.Authorise(DAY_1, wave, readies, new Move.CosignedCheckpoint(size, Cast.digest("root"), "note"));
    return Play.witnessed(play.entry(AUTHORISER, move), new Entry.Witness(size, ours, new TreeSet<>(List.of(cosigners))));
  }

  static Move.Saw saw(Move.Sight sight, SortedSet<Ref> refs) {
    return new Move.Saw(sight, Optional.of(DAY_1), refs, Move.Device.desk());
  }

  static Move.Counted counted(int wave, PartyId returnsTo, Move.Place end, int heads) {
    return new Move.Counted(DAY_1, wave, returnsTo, end, heads, Move.Device.desk());
  }

  /** These go from their holder to their home: seen off, handed over, received. */
  static Play handedOver(Play play, PartyId holder, int... numbers) {
    Voice releases = holder.equals(A) ? A1 : B1;
    Voice receives = holder.equals(A) ? B1 : A1;
    SortedSet<Ref> people = soldiers(holder, numbers);
    return play.says(releases, saw(Move.Sight.DEPARTED, people))
        .says(releases, saw(Move.Sight.HANDED_OVER, people))
        .says(receives, saw(Move.Sight.RECEIVED, people));
  }

  /** Both ends of the people who return to one side are counted. */
  static Play countedAs(Play play, int wave, PartyId returnsTo, int departed, int arrived) {
    Voice home = returnsTo.equals(A) ? A1 : B1;
    Voice holder = returnsTo.equals(A) ? B1 : A1;
    return play.says(holder, counted(wave, returnsTo, Move.Place.DEPARTURE, departed))
        .says(home, counted(wave, returnsTo, Move.Place.ARRIVAL, arrived));
  }

  private static Play countedShort(Play moving) {
    Play play = handedOver(handedOver(moving, A, 1, 2), B, 1, 2);
    return countedAs(countedAs(play, 1, A, 2, 2), 1, B, 2, 1).atHour(60);
  }

  private static Play withSettlementWaiting(Play countedShort) {
    return countedShort.agrees(settlement(countedShort), A1, A2, B1);
  }

  /** The open difference of counts, settled at two heads; elsewhere the settlement of nothing. */
  static Matter.Settlement settlement(Play play) {
    return new Matter.Settlement(openCount(play), new Matter.Finding.CountIs(2));
  }

  static String openCount(Play play) {
    return play.state().discrepancies().values().stream()
        .filter(each -> each.open() && each.kind() == State.DiscrepancyKind.COUNT_DIFFERS)
        .map(State.Discrepancy::id)
        .findFirst()
        .orElse("count-of-nothing");
  }

  private static Play reconciled(Play countedShort) {
    Play play = countedShort.bothAgree(settlement(countedShort)).atHour(62);
    play = wholeSecondWave(play);
    return play.atHour(121)
        .says(A1, new Move.Lapse(new Move.Lapsing.OfJourney(SICK_1)))
        .says(A1, new Move.Lapse(new Move.Lapsing.OfJourney(SICK_2)))
        .atHour(125);
  }

  static Play wholeSecondWave(Play play) {
    Play moved = authorised(bothReady(play, 2), 2);
    moved = handedOver(handedOver(moved, A, 3), B, 3);
    return countedAs(countedAs(moved, 2, A, 1, 1), 2, B, 1, 1);
  }

  /** Both ways, counted and received. */
  static Play wholeFirstWave(Play play) {
    Play gone = authorised(bothReady(play, 1), 1);
    Play over = handedOver(handedOver(gone, A, 1, 2), B, 1, 2);
    return countedAs(countedAs(over, 1, A, 2, 2), 1, B, 2, 2);
  }

  static Matter.Close close(Play play) {
    return new Matter.Close(Balance.of(play.state()).digest());
  }

  private static Play withCloseWaiting(Play reconciled) {
    return reconciled.agrees(close(reconciled), A1, A2, B1);
  }

  private static Play ended(Play countedShort) {
    return countedShort.atHour(97)
        .says(A1, new Move.Lapse(new Move.Lapsing.OfWave(DAY_1, 1)))
        .atHour(721)
        .says(A1, new Move.End())
        .atHour(722);
  }

  /** What the party on paper saw, as side A reports it. */
  static Move.Report reportOfHome() {
    return new Move.Report(
        N, Cast.digest("paper"), START,
        new Move.Saw(Move.Sight.HOME, Optional.empty(), soldiers(A, 91), Move.Device.desk()));
  }
}
