package homeward.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * A tranche, or a direct repatriation, on its way.
 *
 * @param tranche the tranche of the terms, from 1
 * @param holder whose direct repatriation it is
 * @param from start of the window, epoch ms
 * @param until its end
 * @param reconcileBy when figures that do not agree become disputed, epoch ms
 * @param acknowledged whether place and passage of a direct repatriation were acknowledged
 * @param waves in their order
 * @param published when its figures were released (epoch ms), by lift or by lapse
 */
public record Journey(
    String code,
    Optional<Integer> tranche,
    Optional<PartyId> holder,
    String place,
    long from,
    long until,
    long reconcileBy,
    Phase phase,
    boolean acknowledged,
    Clearance clearance,
    List<Wave> waves,
    Optional<Long> published) {

  public boolean direct() {
    return holder.isPresent();
  }

  /** Wave by number, from 1. */
  public Wave wave(int number) {
    return waves.get(number - 1);
  }

  public boolean hasWave(int number) {
    return number >= 1 && number <= waves.size();
  }

  /** Whether nothing more will happen under its authority. */
  public boolean over() {
    return switch (phase) {
      case CONVENED, SEALED -> false;
      case STOOD_DOWN, CUT_SHORT, RECONCILED, DISPUTED -> true;
    };
  }

  public Journey at(Phase next) {
    return new Journey(
        code, tranche, holder, place, from, until, reconcileBy, next, acknowledged, clearance, waves, published);
  }

  public Journey with(Clearance changed) {
    return new Journey(
        code, tranche, holder, place, from, until, reconcileBy, phase, acknowledged, changed, waves, published);
  }

  public Journey with(Wave changed) {
    List<Wave> next = new ArrayList<>(waves);
    if (changed.number() > next.size()) {
      next.add(changed);
    } else {
      next.set(changed.number() - 1, changed);
    }
    return withWaves(next);
  }

  public Journey withWaves(List<Wave> next) {
    return new Journey(
        code, tranche, holder, place, from, until, reconcileBy, phase, acknowledged, clearance, List.copyOf(next), published);
  }

  public Journey acknowledgedNow() {
    return new Journey(code, tranche, holder, place, from, until, reconcileBy, phase, true, clearance, waves, published);
  }

  public Journey publishedAt(long stamp) {
    return new Journey(
        code, tranche, holder, place, from, until, reconcileBy, phase, acknowledged, clearance, waves, Optional.of(stamp));
  }

  /** How far it is. PLANNED is a proposal that still lacks a signature, and stands among what is pending. */
  public enum Phase {
    CONVENED,
    SEALED,
    /** Nothing was authorised; the people are agreed again. */
    STOOD_DOWN,
    /** Some waves went, the others stood down. */
    CUT_SHORT,
    RECONCILED,
    /** Two figures, or one of whoever counted. It holds up nothing. */
    DISPUTED
  }

  /**
   * Who may travel, as the clearance function last published it.
   *
   * @param at the entry that published the whole set now in force; -1 before the first
   * @param building a set whose parts are coming in
   */
  public record Clearance(long at, SortedSet<Ref> cleared, SortedSet<Ref> notAsked, Optional<Building> building) {
    /** Whether any whole set was published. */
    public boolean set() {
      return at >= 0;
    }

    public boolean covers(Ref ref) {
      return cleared.contains(ref) || notAsked.contains(ref);
    }
  }

  /** A set whose parts are coming in. */
  public record Building(int of, int next, SortedSet<Ref> cleared, SortedSet<Ref> notAsked) {}

  /**
   * Those who go together: a roll for each holder. The exposure of the exchange is never more than one wave.
   *
   * @param rolls by holder
   * @param ready by side, its Ready for the present manifest
   * @param counts head counts in the order of the log
   */
  public record Wave(
      int number,
      WavePhase phase,
      SortedMap<PartyId, Roll> rolls,
      SortedMap<PartyId, Given> ready,
      List<Count> counts) {

    public Wave at(WavePhase next) {
      return new Wave(number, next, rolls, ready, counts);
    }

    public Wave with(PartyId holder, Roll roll) {
      return new Wave(number, phase, State.put(rolls, holder, roll), ready, counts);
    }

    public Wave readied(SortedMap<PartyId, Given> next) {
      return new Wave(number, phase, rolls, next, counts);
    }

    public Wave counted(Count count) {
      List<Count> more = new ArrayList<>(counts);
      more.add(count);
      return new Wave(number, phase, rolls, ready, List.copyOf(more));
    }

    /** Whether nobody let it go yet, so that what was promised of it can still be rolled back. */
    public boolean waiting() {
      return switch (phase) {
        case PLANNED, STAGED, READY -> true;
        case AUTHORISED, MOVING, COUNTED, RECONCILED, DISPUTED, STOOD_DOWN -> false;
      };
    }

    /** Whether it is under way: authorised, and its figures not yet settled or disputed. */
    public boolean open() {
      return switch (phase) {
        case AUTHORISED, MOVING, COUNTED -> true;
        case PLANNED, STAGED, READY, RECONCILED, DISPUTED, STOOD_DOWN -> false;
      };
    }

    /** Whether nothing holds up the next one on its account. */
    public boolean over() {
      return !waiting() && !open();
    }
  }

  /** A side's Ready: the entry, and its place. */
  public record Given(Digest entry, long index) {}

  /** How far a wave is. */
  public enum WavePhase {
    /** Its manifest is coming in. */
    PLANNED,
    /** Sealed; not both sides are ready. */
    STAGED,
    READY,
    AUTHORISED,
    MOVING,
    COUNTED,
    RECONCILED,
    DISPUTED,
    STOOD_DOWN
  }

  /** One holder's people in a wave, by category; {@code next} is the part expected next, 0 when the roll is whole. */
  public record Roll(
      SortedMap<String, SortedSet<Ref>> counted, SortedMap<String, SortedSet<Ref>> outside, int of, int next) {
    public boolean whole() {
      return next == 0;
    }

    /** Everybody on it. */
    public SortedSet<Ref> everybody() {
      SortedSet<Ref> all = new java.util.TreeSet<>();
      counted.values().forEach(all::addAll);
      outside.values().forEach(all::addAll);
      return all;
    }
  }

  /** Heads of one side's returning people at one end, by whom, in which entry. */
  public record Count(PartyId returnsTo, Move.Place end, int heads, PartyId by, long index, State.Provenance provenance) {}
}
