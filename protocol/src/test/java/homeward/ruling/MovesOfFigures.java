package homeward.ruling;

import static homeward.ruling.Cast.A;
import static homeward.ruling.Cast.A1;
import static homeward.ruling.Cast.B;
import static homeward.ruling.Cast.DAY_1;
import static homeward.ruling.Cast.N;
import static homeward.ruling.Cast.SOLDIERS;

import homeward.exchange.Digest;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.State;
import java.util.Map;
import java.util.TreeMap;

/** The rows of moves.table about what does not fit, the end, reports, and what is said in public. */
final class MovesOfFigures {
  private MovesOfFigures() {}

  static Map<String, Moves.Row> rows() {
    Map<String, Moves.Row> rows = new TreeMap<>();
    rows.put("propose-settlement", (play, who) -> Moves.proposes(play, who, Situations.settlement(play)));
    rows.put("propose-settlement-other-finding", (play, who) -> Moves.proposes(play, who, new Matter.Settlement(
        Situations.openCount(play), new Matter.Finding.ArrivalIs(Cast.arrival(1), Cast.soldier(A, 1)))));
    rows.put("sign-last-settlement", Moves.signs(Matter.Settlement.class));
    rows.put("propose-close", (play, who) -> Moves.proposes(play, who, Situations.close(play)));
    rows.put("propose-close-other-digest",
        (play, who) -> Moves.proposes(play, who, new Matter.Close(Cast.digest("another balance"))));
    rows.put("sign-last-close", Moves.signs(Matter.Close.class));
    rows.put("end-early", (play, who) -> play.tries(who, new Move.End()));
    rows.put("end-due", (play, who) -> play.atHour(Moves.LATE).tries(who, new Move.End()));
    return rows;
  }

  static Map<String, Moves.Row> inPublic() {
    Map<String, Moves.Row> rows = new TreeMap<>();
    reporting(rows);
    announcing(rows);
    rows.put("propose-lift", (play, who) -> Moves.proposes(play, who, new Matter.Lift(DAY_1)));
    rows.put("sign-last-lift", Moves.signs(Matter.Lift.class));
    Move embargo = new Move.Lapse(new Move.Lapsing.OfEmbargo(DAY_1));
    rows.put("lapse-embargo-early", (play, who) -> play.tries(who, embargo));
    rows.put("lapse-embargo-due", (play, who) -> play.atHour(Moves.LATE).tries(who, embargo));
    rows.put("erase", (play, who) -> play.tries(who, new Move.Erase(Cast.digest("ciphertext"))));
    return rows;
  }

  private static void reporting(Map<String, Moves.Row> rows) {
    Move.Report good = Situations.reportOfHome();
    rows.put("report", (play, who) -> play.tries(who, good));
    rows.put("report-of-a-party-with-keys",
        (play, who) -> play.tries(who, new Move.Report(B, good.paper(), good.happenedAt(), good.move())));
    rows.put("report-of-an-opening",
        (play, who) ->
            play.tries(who,
            new Move.Report(N, good.paper(), good.happenedAt(), Cast.opening(A, A1, Cast.A2, Cast.A3))));
    rows.put("sign-last-report", (play, who) -> play.tries(who.colleague(), new Move.Sign(report(play))));
    rows.put("sign-report-same-person", (play, who) -> play.tries(who, new Move.Sign(report(play))));
  }

  private static Digest report(Play play) {
    return play.pendingSubject(State.Subject.Reported.class::isInstance);
  }

  private static void announcing(Map<String, Moves.Row> rows) {
    rows.put("announce-own", (play, who) -> play.tries(who, announce(Move.Scope.ONE_SIDED, 3)));
    rows.put("announce-joint-early", (play, who) -> play.tries(who, announce(Move.Scope.JOINT, 3)));
    rows.put("announce-joint-due", (play, who) -> play.atHour(Moves.LATE).tries(who, announce(Move.Scope.JOINT, 3)));
    rows.put("announce-joint-other-figures",
        (play, who) -> play.atHour(Moves.LATE).tries(who, announce(Move.Scope.JOINT, 2)));
  }

  static Move.Announce announce(Move.Scope scope, int soldiers) {
    return new Move.Announce(DAY_1, scope, A, new TreeMap<>(Map.of(SOLDIERS, soldiers)));
  }
}
