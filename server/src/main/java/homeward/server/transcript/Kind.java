package homeward.server.transcript;

import homeward.exchange.Move;

/** What entries are about, to search by. */
enum Kind {
  PARTIES,
  AGREEMENTS,
  LISTS,
  JOURNEYS,
  SEEN,
  REPORTED,
  PUBLIC,
  STOPS;

  static Kind of(Move move) {
    return switch (move) {
      case Move.Observation seen -> SEEN;
      case Move.Report report -> REPORTED;
      case Move.Announce announce -> PUBLIC;
      case Move.Act act -> ofAct(act);
    };
  }

  private static Kind ofAct(Move.Act act) {
    return switch (act) {
      case Move.Open open -> PARTIES;
      case Move.Enrol enrol -> PARTIES;
      case Move.EnrolDevice device -> PARTIES;
      case Move.Propose propose -> AGREEMENTS;
      case Move.Sign sign -> AGREEMENTS;
      case Move.Withdraw withdraw -> AGREEMENTS;
      case Move.Commit commit -> LISTS;
      case Move.Lodge lodge -> LISTS;
      case Move.Answer answer -> LISTS;
      case Move.Complete complete -> LISTS;
      case Move.Erase erase -> LISTS;
      case Move.Acknowledge acknowledge -> JOURNEYS;
      case Move.Manifest manifest -> JOURNEYS;
      case Move.Clear clear -> JOURNEYS;
      case Move.Ready ready -> JOURNEYS;
      case Move.Unready unready -> JOURNEYS;
      case Move.Authorise authorise -> JOURNEYS;
      case Move.Halt halt -> STOPS;
      case Move.Resume resume -> STOPS;
      case Move.End end -> STOPS;
      case Move.Lapse lapse -> STOPS;
    };
  }
}
