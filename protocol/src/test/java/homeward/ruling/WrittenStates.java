package homeward.ruling;

import static homeward.ruling.Cast.A;
import static homeward.ruling.Cast.A1;
import static homeward.ruling.Cast.A2;
import static homeward.ruling.Cast.B;
import static homeward.ruling.Cast.B1;
import static homeward.ruling.Cast.DAY_1;
import static homeward.ruling.Cast.M1;
import static homeward.ruling.Cast.SICK_1;
import static homeward.ruling.Cast.refs;
import static homeward.ruling.Cast.soldiers;
import static homeward.ruling.Situations.CLEARANCE;

import homeward.exchange.Entry;
import homeward.exchange.Function;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.Move.Place;
import homeward.exchange.Move.Sight;
import homeward.exchange.Ref;
import homeward.exchange.Terms;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The diagrams of states. Nobody draws them: exchanges are walked entry by entry, every accepted line of moves.table is tried
 * besides, and what was seen to follow on what is written down.
 */
final class WrittenStates {
  private WrittenStates() {}

  static String diagrams() {
    Transitions seen = new Transitions();
    walk(seen);
    for (Tried tried : Tried.all()) {
      if (tried.isOneStep() && tried.attempt().decision().accepted()) {
        seen.note(tried.before(), tried.attempt().entry().move(), tried.attempt().decision().next());
      }
    }
    return seen.text();
  }

  private static void walk(Transitions seen) {
    Terms terms = Drafts.terms();
    Walk sealed = toSeal(seen, terms);
    settled(sealed.bothReady().authorised());
    disputed(sealed.bothReady().authorised());
    calledBack(sealed.bothReady());
    changed(sealed.bothReady());
    recognised(sealed);
    direct(seen);
    withoutAuthoriser(seen, Drafts.without(terms, Function.AUTHORISER));
  }

  private static Walk toSeal(Transitions seen, Terms terms) {
    Walk walk = Walk.begins(seen)
        .says(A1, Cast.opening(A, A1, A2, Cast.A3))
        .says(A2, new Move.Sign(Play.idAt(0)))
        .says(Cast.ROOT_B, new Move.Enrol(Cast.delegates(B1, Cast.B2, Cast.B3)))
        .says(Cast.ROOT_M, new Move.Enrol(Cast.delegates(M1, Cast.M2, Cast.M3)))
        .passes(play -> play.atHour(2))
        .signed(new Matter.Agree(terms), A1, A2, B1, Cast.B2, M1);
    walk = walk
        .says(A1, Situations.lodge(1, Situations.list(A)))
        .says(B1, Situations.lodge(1, Situations.list(B)))
        .says(B1, Situations.answer(1, Situations.accepted(A), soldiers(A, 7)))
        .says(A1, Situations.answer(1, Situations.accepted(B), soldiers(B, 7)));
    walk = walk
        .says(A1, Situations.lodge(2, Cast.by(Cast.SOLDIERS, soldiers(A, 1))))
        .says(A1, Situations.lodge(3, Situations.list(A)));
    walk = walk
        .bothSign(Situations.freeze(walk.play()))
        .signed(Situations.day1(DAY_1), A1, A2, B1, Cast.B2, Situations.HANDOVER)
        .says(A1, Situations.roll(1, A, 1, 2))
        .says(B1, Situations.roll(1, B, 1, 2))
        .says(A1, Situations.roll(2, A, 3))
        .says(B1, Situations.roll(2, B, 3))
        .says(CLEARANCE, Situations.clear(1, 2, 3, 4));
    return walk.bothSign(Situations.seal(walk.play())).passes(play -> play.atHour(49));
  }

  /** One fewer is counted at arrival; the difference is settled; the second wave lapses, or goes as agreed, and the exchange is closed. */
  private static void settled(Walk authorised) {
    Walk counted = authorised.handedOver(A, 1, 2).handedOver(B, 1, 2).counted(1, A, 2, 2).counted(1, B, 2, 1);
    Walk settled = counted.bothSign(Situations.settlement(counted.play()));
    settled.passes(play -> play.atHour(73)).says(A1, new Move.Lapse(new Move.Lapsing.OfJourney(DAY_1)));
    Walk second = settled.ready(A1, 2).ready(B1, 2).authorised(2);
    Walk whole = second.handedOver(A, 3).handedOver(B, 3).counted(2, A, 1, 1).counted(2, B, 1, 1);
    whole.bothSign(Situations.close(whole.play()));
  }

  /** The figures do not come in time; the second wave lapses; what is seen later still reconciles the first. */
  private static void disputed(Walk authorised) {
    Walk half = authorised
        .says(A1, Situations.saw(Sight.DEPARTED, soldiers(A, 1, 2)))
        .passes(play -> play.atHour(97))
        .says(A1, new Move.Lapse(new Move.Lapsing.OfWave(DAY_1, 1)));
    Walk over = half.says(A1, new Move.Lapse(new Move.Lapsing.OfJourney(DAY_1)));
    Walk late = over.handedOver(A, 1, 2).handedOver(B, 1, 2).counted(1, A, 2, 2).counted(1, B, 2, 2);
    late.passes(play -> play.atHour(721)).says(A1, new Move.End());
  }

  private static void calledBack(Walk ready) {
    ready.says(CLEARANCE, Situations.clear(1, 3));
    ready.says(A2, new Move.Unready(DAY_1, 1));
    ready.passes(play -> play.atHour(721)).says(A1, new Move.End());
  }

  private static void changed(Walk ready) {
    ready.bothSign(Situations.change(ready.play()));
    Walk back = ready.authorised()
        .says(A1, Situations.saw(Sight.DEPARTED, soldiers(A, 1, 2)))
        .says(A1, Situations.saw(Sight.BACK, soldiers(A, 2)))
        .says(A1, Situations.saw(Sight.HANDED_OVER, soldiers(A, 1)))
        .says(B1, Situations.saw(Sight.RECEIVED, soldiers(A, 1)))
        .handedOver(B, 1, 2)
        .counted(1, A, 2, 2);
    back.says(A1, Situations.counted(1, B, Place.DEPARTURE, 2)).says(B1, Situations.counted(1, B, Place.ARRIVAL, 1));
  }

  private static void direct(Transitions seen) {
    Walk convened = Walk.from(seen, Situations.fresh()).signed(Situations.direct(SICK_1, A), A1, A2).says(B1, new Move.Acknowledge(SICK_1));
    Walk cleared = convened
        .says(A1, MovesOfJourneys.sick(SICK_1, 50))
        .says(CLEARANCE, new Move.Clear(SICK_1, Move.Part.whole(), soldiers(A, 50), refs()))
        .passes(play -> play.atHour(20));
    Walk gone = cleared.says(A1, MovesOfJourneys.readySick(cleared.play(), SICK_1));
    Walk late = gone.passes(play -> play.atHour(361)).says(A1, new Move.Lapse(new Move.Lapsing.OfWave(SICK_1, 1)));
    SortedSet<Ref> sick = soldiers(A, 50);
    late.says(A1, sick(Sight.HANDED_OVER, sick))
        .says(B1, sick(Sight.RECEIVED, sick))
        .says(A1, new Move.Counted(SICK_1, 1, B, Place.DEPARTURE, 1, Move.Device.desk()))
        .says(B1, new Move.Counted(SICK_1, 1, B, Place.ARRIVAL, 1, Move.Device.desk()));
  }

  private static Move sick(Sight sight, SortedSet<Ref> people) {
    return new Move.Saw(sight, Optional.of(SICK_1), people, Move.Device.desk());
  }

  /** Somebody unlisted turns out to be one who sits in a wave that has not left; two references turn out to be one person. */
  private static void recognised(Walk sealed) {
    Ref stranger = Cast.arrival(1);
    Walk arrived = sealed.says(B1, new Move.Arrived(Optional.of(DAY_1), B, Cast.by(Cast.SOLDIERS, refs(stranger)), Move.Device.desk()));
    Matter.Finding known = new Matter.Finding.ArrivalIs(stranger, Cast.soldier(A, 2));
    arrived.bothSign(new Matter.Settlement("unlisted-" + stranger.value(), known));
    Ref twice = Cast.soldier(A, 6);
    Walk over = sealed.says(A1, Situations.saw(Sight.DEPARTED, refs(twice)));
    over.bothSign(new Matter.Settlement("without-authority-" + twice.value(), new Matter.Finding.SamePerson(Cast.soldier(A, 5), twice)));
  }

  private static void withoutAuthoriser(Transitions seen, Terms terms) {
    Play rolls = Situations.convened(Situations.frozen(Situations.listed(Situations.inForce(Situations.fresh(), terms))))
        .says(B1, Situations.roll(1, B, 1))
        .says(A1, Situations.roll(2, A, 1))
        .says(CLEARANCE, Situations.clear(1));
    Walk first = Walk.from(seen, Situations.sealed(rolls).atHour(49)).ready(A1, 1);
    first.goesOn(secondReady(first.play()));
  }

  /** Where nobody authorises releases, the second Ready does, under a checkpoint that both sides cosigned after the first. */
  private static Entry secondReady(Play play) {
    long size = play.state().course().size();
    Move.CosignedCheckpoint checkpoint = new Move.CosignedCheckpoint(size, Cast.digest("root"), "note");
    Move ready = new Move.Ready(DAY_1, 1, Situations.manifest(play, DAY_1, 1), Optional.of(checkpoint));
    return Play.witnessed(play.entry(B1, ready), new Entry.Witness(size, true, new TreeSet<>(List.of(A, B))));
  }
}
