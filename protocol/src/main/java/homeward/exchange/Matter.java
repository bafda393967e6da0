package homeward.exchange;

import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What needs several signatures. It takes effect at the last one that {@link Quorum} asks for; silence is never consent. What
 * a matter builds on (its basis) is named in it, and it is refused as stale only when that was consumed or superseded.
 */
public sealed interface Matter {

  /** A party on paper gets keys, and paper status ends for good. */
  record Admission(PartyId party, Move.Keys keys) implements Matter {}

  /** The agreement. */
  record Agree(Terms terms) implements Matter {}

  /**
   * Both lists are fixed: the versions, and the digest of everybody agreed ({@link Manifests#digest}).
   *
   * @param versions the list version of each side that offers, by holder
   */
  record Freeze(SortedMap<PartyId, Integer> versions, Digest agreed) implements Matter {}

  /**
   * A journey: a tranche of the terms, or (with {@code holder}) a direct repatriation that the holder alone signs.
   *
   * @param journey a code of its own, such as {@code day-1}
   * @param tranche the tranche of the terms, from 1; absent for a direct repatriation
   * @param holder whose direct repatriation it is
   * @param place code of the handover point
   * @param from start of the window, epoch ms
   * @param until end of the window, epoch ms
   */
  record Convene(
      String journey, Optional<Integer> tranche, Optional<PartyId> holder, String place, long from, long until)
      implements Matter {
    public Convene {
      Codes.requireCode(journey, "a journey");
      Codes.requireCode(place, "a place");
      Codes.requireThat(tranche.isPresent() != holder.isPresent(), "a tranche of the terms or a direct repatriation's holder");
      Codes.requireThat(from < until, "a window that ends after it begins");
    }
  }

  /** Fixes the waves of a journey by the digest of each manifest, in their order. */
  record Seal(String journey, java.util.List<Digest> waves) implements Matter {
    public Seal {
      Codes.requireJourney(journey);
    }
  }

  /** Changes a wave that is not yet authorised. {@code before} is the digest it has now. */
  record Change(
      String journey,
      int wave,
      Digest before,
      SortedSet<Ref> out,
      SortedMap<String, SortedSet<Ref>> counted,
      SortedMap<String, SortedSet<Ref>> outside)
      implements Matter {
    public Change {
      Codes.requireJourney(journey);
      Codes.requireCategories(counted);
      Codes.requireCategories(outside);
    }
  }

  /** Ends a discrepancy by what both sides found. */
  record Settlement(String discrepancy, Finding finding) implements Matter {
    public Settlement {
      Codes.requireDiscrepancy(discrepancy);
    }
  }

  /** The closing balance, by its digest ({@link Balance#digest}). */
  record Close(Digest balance) implements Matter {}

  /** Lifts the embargo of a journey before its hour. */
  record Lift(String journey) implements Matter {
    public Lift {
      Codes.requireJourney(journey);
    }
  }

  /** A function passes to another party, the keeper's included. */
  record Succession(Function function, PartyId to) implements Matter {}

  /** Both sides go on although whoever halted has not resumed. */
  record GoOn(Digest halt) implements Matter {}

  /** What a settlement finds. */
  sealed interface Finding {
    /** The unlisted arrival is this reference: it is delivered, and unseated wherever else it sits. */
    record ArrivalIs(Ref arrival, Ref reference) implements Finding {}

    /** Two references are one person; the first stands. */
    record SamePerson(Ref stands, Ref falls) implements Finding {}

    /** The head count is this. */
    record CountIs(int heads) implements Finding {}

    /** What was recorded stands as it is. */
    record Stands() implements Finding {}
  }
}
