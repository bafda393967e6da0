package homeward.ruling;

import static homeward.ruling.Cast.A;
import static homeward.ruling.Cast.A1;
import static homeward.ruling.Cast.B;
import static homeward.ruling.Cast.CIVILIANS;
import static homeward.ruling.Cast.SOLDIERS;
import static homeward.ruling.Cast.civilian;
import static homeward.ruling.Cast.refs;
import static homeward.ruling.Cast.soldier;
import static homeward.ruling.Cast.soldiers;

import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.Offer;
import homeward.exchange.PartyId;
import homeward.exchange.Ref;
import homeward.ruling.Cast.Voice;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The rows of moves.table about lists and their freeze. */
final class MovesOfLists {
  private MovesOfLists() {}

  static Map<String, Moves.Row> rows() {
    Map<String, Moves.Row> rows = new TreeMap<>();
    rows.put("commit", (play, who) -> play.tries(who, new Move.Commit(Cast.digest("list"))));
    rows.put("lapse-commitment",
        (play, who) -> play.atHour(Moves.LATE).tries(who, new Move.Lapse(new Move.Lapsing.OfCommitment())));
    lodging(rows);
    answering(rows);
    rows.put("complete", (play, who) -> play.tries(who, new Move.Complete(CIVILIANS)));
    rows.put("complete-counted-category", (play, who) -> play.tries(who, new Move.Complete(SOLDIERS)));
    freezing(rows);
    return rows;
  }

  private static void lodging(Map<String, Moves.Row> rows) {
    rows.put("lodge-later-find",
        (play, who) -> play.tries(who, next(play, who.party(), CIVILIANS, civilian(who.party(), 9))));
    rows.put("lodge-more-soldiers",
        (play, who) -> play.tries(who, next(play, who.party(), SOLDIERS, soldier(who.party(), 9))));
    rows.put("lodge-reference-twice",
        (play, who) -> play.tries(who, next(play, who.party(), CIVILIANS, soldier(who.party(), 1))));
    rows.put("lodge-unknown-category",
        (play, who) -> play.tries(who, next(play, who.party(), "medics", soldier(who.party(), 9))));
    rows.put("lodge-without-one", MovesOfLists::withoutOne);
    rows.put("lodge-present-version",
        (play, who) -> play.tries(who, Situations.lodge(version(play, who.party()), Situations.list(who.party()))));
    rows.put("lodge-second-part-first", (play, who) -> play.tries(
        who,
        new Move.Lodge(
            version(play, who.party()) + 1, new Move.Part(2, 2), Situations.list(who.party()), Optional.empty(),
                Optional.empty())));
  }

  static int version(Play play, PartyId holder) {
    return offer(play, holder).map(Offer::version).orElse(0);
  }

  private static Optional<Offer> offer(Play play, PartyId holder) {
    return Optional.ofNullable(play.state().offers().get(holder));
  }

  /** The next version: what is on the list now, and one more. */
  static Move.Lodge next(Play play, PartyId holder, String category, Ref more) {
    SortedMap<String, SortedSet<Ref>> list = present(play, holder);
    SortedSet<Ref> those = new TreeSet<>(list.getOrDefault(category, refs()));
    those.add(more);
    list.put(category, those);
    return Situations.lodge(version(play, holder) + 1, list);
  }

  private static SortedMap<String, SortedSet<Ref>> present(Play play, PartyId holder) {
    return new TreeMap<>(offer(play, holder).map(Offer::refs).orElse(Situations.list(holder)));
  }

  private static Play.Attempt withoutOne(Play play, Voice who) {
    SortedMap<String, SortedSet<Ref>> list = present(play, who.party());
    list.put(SOLDIERS, soldiers(who.party(), 1, 2, 3, 4, 5, 7));
    return play.tries(who, Situations.lodge(version(play, who.party()) + 1, list));
  }

  private static void answering(Map<String, Moves.Row> rows) {
    rows.put("answer", (play, who) -> play.tries(who, answer(play, who, 0, soldiers(A, 7), refs())));
    rows.put("answer-later-find", (play, who) -> {
      Play later = play.passing(A1, next(play, A, CIVILIANS, civilian(A, 9)));
      return later.tries(who, answer(later, who, 0, refs(civilian(A, 9)), refs()));
    });
    rows.put("answer-old-version", (play, who) -> play.tries(who, answer(play, who, -1, soldiers(A, 7), refs())));
    rows.put("answer-unknown-reference", (play, who) -> play.tries(who, answer(play, who, 0, soldiers(A, 8), refs())));
    rows.put("answer-both-ways", (play, who) -> play.tries(who, answer(play, who, 0, soldiers(A, 7), soldiers(A, 7))));
    rows.put("answer-no-longer-accepted", (play, who) -> play.tries(who, answer(play, who, 0, refs(), soldiers(A, 1))));
  }

  private static Move.Answer answer(Play play, Voice who, int off, SortedSet<Ref> accepted, SortedSet<Ref> notAccepted) {
    PartyId holder = who.party().equals(A) ? B : A;
    return Situations.answer(version(play, holder) + off, accepted, notAccepted);
  }

  private static void freezing(Map<String, Moves.Row> rows) {
    rows.put("propose-freeze", (play, who) -> Moves.proposes(play, who, Situations.freeze(play)));
    rows.put("propose-freeze-old-version", (play, who) -> {
      Matter.Freeze freeze = Situations.freeze(play);
      SortedMap<PartyId, Integer> old = new TreeMap<>(freeze.versions());
      old.put(A, version(play, A) - 1);
      return Moves.proposes(play, who, new Matter.Freeze(old, freeze.agreed()));
    });
    rows.put("propose-freeze-other-digest", (play, who) ->
        Moves.proposes(play, who, new Matter.Freeze(Situations.freeze(play).versions(), Cast.digest("other people"))));
    rows.put("sign-last-freeze", Moves.signs(Matter.Freeze.class));
  }
}
