package homeward.simulation;

import homeward.exchange.Function;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What kind of exchange a seed rehearses. Parties are told by role: 0 opens, 1 is the other side, from 2 on third parties.
 *
 * @param holders who holds which function, by role
 * @param returns by tranche, side and category, how many return to the side
 * @param outside in each tranche, how many return to the opening side outside the count
 * @param wounded how many each side repatriates directly
 */
record Shape(
    int parties,
    boolean onPaper,
    Map<Function, Integer> holders,
    List<int[][]> returns,
    int outside,
    boolean everybody,
    boolean equal,
    int weight,
    int wounded,
    boolean committed,
    int people,
    int seats,
    Set<Turn> turns) {

  static final List<String> CATEGORIES = List.of("military", "civilian");

  /** What may happen on the way that is nobody's fault in the machine. */
  enum Turn {
    DECLINED,
    LATE_NO,
    COUNTED_SHORT,
    UNLISTED,
    RECOGNISED,
    STRIKE,
    HALT_UNDER_WAY,
    HALT_FOR_EVER,
    RESTS_ABROAD,
    CALLED_OFF,
    UNREADY,
    LIFT,
    WITHDRAWN,
    DEVICE,
    TURNED_BACK,
    DIED,
    NEW_DELEGATES,
    DISPUTED_PERSON,
    CLAIM,
    KEEPER_CHANGES,
    NO_COMMITMENT
  }

  static Shape draw(Lot lot, boolean faultFree) {
    boolean onPaper = lot.oneIn(10);
    int parties = 2 + (lot.oneIn(6) ? 0 : 1 + lot.below(2));
    boolean equal = !lot.oneIn(3);
    int tranches = 1 + lot.below(3);
    return new Shape(
        parties,
        onPaper,
        holders(lot, parties, onPaper),
        returns(lot, tranches, equal),
        lot.oneIn(4) ? 1 : 0,
        lot.oneIn(8),
        equal,
        lot.oneIn(4) ? 2 : 1,
        lot.oneIn(3) ? 1 : 0,
        lot.oneIn(3),
        lot.oneIn(3) ? 3 : 2,
        2 + lot.below(3),
        turns(lot, parties, onPaper, faultFree));
  }

  /** The transcript is always kept; a side may hold what a third party may, but authorises nothing. */
  private static Map<Function, Integer> holders(Lot lot, int parties, boolean onPaper) {
    Map<Function, Integer> holders = new EnumMap<>(Function.class);
    int side = onPaper ? 0 : lot.below(2);
    boolean third = parties > 2;
    holders.put(Function.KEEPER, third && !lot.oneIn(6) ? 2 : side);
    for (Function function : List.of(Function.CLEARANCE, Function.HANDOVER, Function.AUTHORISER, Function.VERIFIER)) {
      if (third && !lot.oneIn(4)) {
        holders.put(function, 2 + lot.below(parties - 2));
      } else if (function == Function.CLEARANCE && lot.oneIn(2)) {
        holders.put(function, side);
      }
    }
    return holders;
  }

  private static List<int[][]> returns(Lot lot, int tranches, boolean equal) {
    List<int[][]> returns = new ArrayList<>();
    for (int tranche = 0; tranche < tranches; tranche++) {
      int military = 1 + lot.below(3);
      int civilian = lot.below(2);
      int others = equal ? military : 1 + lot.below(3);
      returns.add(new int[][] {{military, civilian}, {others, civilian}});
    }
    return List.copyOf(returns);
  }

  private static Set<Turn> turns(Lot lot, int parties, boolean onPaper, boolean faultFree) {
    Set<Turn> turns = EnumSet.noneOf(Turn.class);
    for (Turn turn : Turn.values()) {
      if (lot.oneIn(6)) {
        turns.add(turn);
      }
    }
    if (faultFree) {
      turns.removeAll(EnumSet.of(Turn.HALT_FOR_EVER));
    }
    if (turns.contains(Turn.RECOGNISED)) {
      turns.add(Turn.UNLISTED);
    }
    if (onPaper) {
      turns.removeAll(EnumSet.of(Turn.KEEPER_CHANGES, Turn.NEW_DELEGATES, Turn.DEVICE));
    }
    if (parties < 3) {
      turns.remove(Turn.KEEPER_CHANGES);
    }
    return turns;
  }

  boolean has(Turn turn) {
    return turns.contains(turn);
  }

  /** Whose clearance is vacant, so that the terms have to allow travel without it. */
  boolean nobodyAsks() {
    return !holders.containsKey(Function.CLEARANCE);
  }
}
