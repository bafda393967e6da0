package homeward.ruling;

import static homeward.ruling.Cast.A;
import static homeward.ruling.Cast.A1;
import static homeward.ruling.Cast.B1;
import static homeward.ruling.Cast.soldiers;

import homeward.exchange.Digest;
import homeward.exchange.Entry;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.Move.Place;
import homeward.exchange.Move.Sight;
import homeward.exchange.PartyId;
import homeward.exchange.Ref;
import homeward.ruling.Cast.Voice;
import java.util.SortedSet;
import java.util.function.UnaryOperator;

/** A play of which every step is noted. */
record Walk(Transitions seen, Play play) {

  static Walk begins(Transitions seen) {
    return new Walk(seen, Play.begins());
  }

  static Walk from(Transitions seen, Play play) {
    return new Walk(seen, play);
  }

  Walk says(Voice who, Move move) {
    return goesOn(play.entry(who, move));
  }

  Walk goesOn(Entry entry) {
    Play next = play.goesOn(entry);
    seen.note(play.state(), entry.move(), next.state());
    return new Walk(seen, next);
  }

  /** Steps that are of no interest here. */
  Walk passes(UnaryOperator<Play> steps) {
    return new Walk(seen, steps.apply(play));
  }

  Walk signed(Matter matter, Voice proposer, Voice... signers) {
    Walk walk = says(proposer, new Move.Propose(matter, Play.START + 1_000 * Play.HOUR));
    Digest id = walk.play().last();
    for (Voice signer : signers) {
      walk = walk.says(signer, new Move.Sign(id));
    }
    return walk;
  }

  Walk bothSign(Matter matter) {
    return signed(matter, A1, Cast.A2, B1, Cast.B2);
  }

  Walk ready(Voice who, int wave) {
    return says(who, Situations.readyFor(play, wave));
  }

  Walk bothReady() {
    return ready(A1, 1).ready(B1, 1);
  }

  Walk authorised() {
    return authorised(1);
  }

  Walk authorised(int wave) {
    return goesOn(Situations.authorisation(play, wave));
  }

  /** These of a holder's people are seen off, handed over and received. */
  Walk handedOver(PartyId holder, int... numbers) {
    Voice releases = holder.equals(A) ? A1 : B1;
    Voice receives = holder.equals(A) ? B1 : A1;
    SortedSet<Ref> people = soldiers(holder, numbers);
    return says(releases, Situations.saw(Sight.DEPARTED, people))
        .says(releases, Situations.saw(Sight.HANDED_OVER, people))
        .says(receives, Situations.saw(Sight.RECEIVED, people));
  }

  /** Both ends of the people who return to a side are counted. */
  Walk counted(int wave, PartyId returnsTo, int departed, int arrived) {
    Voice home = returnsTo.equals(A) ? A1 : B1;
    Voice holder = returnsTo.equals(A) ? B1 : A1;
    return says(holder, Situations.counted(wave, returnsTo, Place.DEPARTURE, departed))
        .says(home, Situations.counted(wave, returnsTo, Place.ARRIVAL, arrived));
  }
}
