package homeward.ruling;

import static homeward.exchange.State.Phase.CLOSED;
import static homeward.exchange.State.Phase.ENDED;
import static homeward.exchange.State.Phase.IN_FORCE;
import static homeward.exchange.State.Phase.OFFERED;
import static homeward.exchange.State.Phase.UNOPENED;

import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.State.Phase;
import java.util.EnumSet;
import java.util.Set;

/** In which phases of an exchange something may be asked at all. Observations are not asked: they are always accepted. */
final class Phases {
  private static final Set<Phase> ALWAYS = EnumSet.allOf(Phase.class);
  private static final Set<Phase> ONCE_OPENED = EnumSet.of(OFFERED, IN_FORCE, CLOSED, ENDED);
  private static final Set<Phase> WHILE_OPEN = EnumSet.of(OFFERED, IN_FORCE);
  private static final Set<Phase> UNDER_TERMS = EnumSet.of(IN_FORCE);
  private static final Set<Phase> BEFORE_TERMS = EnumSet.of(OFFERED);
  private static final Set<Phase> BEFORE_OPENING = EnumSet.of(UNOPENED);

  private Phases() {}

  static boolean allow(Phase phase, Move.Act act) {
    return of(act).contains(phase);
  }

  static boolean allow(Phase phase, Matter matter) {
    return of(matter).contains(phase);
  }

  private static Set<Phase> of(Move.Act act) {
    return switch (act) {
      case Move.Open open -> BEFORE_OPENING;
      case Move.Sign sign -> ALWAYS;
      case Move.Withdraw withdraw -> ALWAYS;
      case Move.Lapse lapse -> ALWAYS;
      case Move.Propose propose -> of(propose.matter());
      case Move.Enrol enrol -> ONCE_OPENED;
      case Move.EnrolDevice device -> ONCE_OPENED;
      case Move.Erase erase -> ONCE_OPENED;
      case Move.Acknowledge acknowledge -> WHILE_OPEN;
      case Move.Manifest manifest -> WHILE_OPEN;
      case Move.Clear clear -> WHILE_OPEN;
      case Move.Ready ready -> WHILE_OPEN;
      case Move.Unready unready -> WHILE_OPEN;
      case Move.Halt halt -> WHILE_OPEN;
      case Move.Resume resume -> WHILE_OPEN;
      case Move.End end -> WHILE_OPEN;
      case Move.Commit commit -> UNDER_TERMS;
      case Move.Lodge lodge -> UNDER_TERMS;
      case Move.Answer answer -> UNDER_TERMS;
      case Move.Complete complete -> UNDER_TERMS;
      case Move.Authorise authorise -> UNDER_TERMS;
    };
  }

  private static Set<Phase> of(Matter matter) {
    return switch (matter) {
      case Matter.Agree agree -> BEFORE_TERMS;
      case Matter.Admission admission -> WHILE_OPEN;
      case Matter.Succession succession -> WHILE_OPEN;
      case Matter.GoOn goOn -> WHILE_OPEN;
      case Matter.Convene convene -> convene.holder().isPresent() ? WHILE_OPEN : UNDER_TERMS;
      case Matter.Freeze freeze -> UNDER_TERMS;
      case Matter.Seal seal -> UNDER_TERMS;
      case Matter.Change change -> UNDER_TERMS;
      case Matter.Close close -> UNDER_TERMS;
      case Matter.Settlement settlement -> ONCE_OPENED;
      case Matter.Lift lift -> ONCE_OPENED;
    };
  }
}
