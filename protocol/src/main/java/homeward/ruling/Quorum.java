package homeward.ruling;

import homeward.exchange.Function;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.exchange.Terms;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who signs what: for each matter, how many distinct people of which party. Data, on one page. */
public final class Quorum {
  private static final int BEFORE_TERMS = 2;
  private static final int ONE = 1;

  private Quorum() {}

  /**
   * How many distinct people of which party have to sign.
   *
   * @param now the state in which it is signed; terms say how many people bind a side
   * @param subject what waits for signatures
   * @param proposer the party that proposed or reported it
   */
  public static SortedMap<PartyId, Integer> needed(State now, State.Subject subject, PartyId proposer) {
    int people = now.course().agreed().map(agreed -> agreed.terms().people()).orElse(BEFORE_TERMS);
    SortedMap<PartyId, Integer> needed =
        switch (subject) {
          case State.Subject.Opening opening -> party(proposer, BEFORE_TERMS);
          case State.Subject.Reported reported -> party(proposer, people);
          case State.Subject.Proposal(Matter matter) -> ofMatter(now, matter, proposer, people);
        };
    return Collections.unmodifiableSortedMap(needed);
  }

  private static SortedMap<PartyId, Integer> ofMatter(State now, Matter matter, PartyId proposer, int people) {
    return switch (matter) {
      case Matter.Agree(Terms terms) -> withFunctions(sides(now, terms.people()), now, terms.functions());
      case Matter.Admission admission -> now.parties().isSide(proposer) ? party(proposer, people) : new TreeMap<>();
      case Matter.Convene convene when convene.holder().isPresent() -> party(convene.holder().get(), people);
      case Matter.Convene convene -> with(sides(now, people), holder(now, Function.HANDOVER));
      case Matter.Succession succession -> with(sides(now, people), Optional.of(succession.to()));
      case Matter.Freeze freeze -> sides(now, people);
      case Matter.Seal seal -> sides(now, people);
      case Matter.Change change -> sides(now, people);
      case Matter.Settlement settlement -> sides(now, people);
      case Matter.Close close -> sides(now, people);
      case Matter.Lift lift -> sides(now, people);
      case Matter.GoOn goOn -> sides(now, people);
    };
  }

  private static SortedMap<PartyId, Integer> sides(State now, int people) {
    TreeMap<PartyId, Integer> needed = new TreeMap<>();
    now.parties().members().values().stream()
        .filter(member -> member.kind() == Move.Kind.SIDE)
        .forEach(side -> needed.put(side.party(), people));
    return needed;
  }

  private static SortedMap<PartyId, Integer> party(PartyId party, int people) {
    return new TreeMap<>(java.util.Map.of(party, people));
  }

  private static Optional<PartyId> holder(State now, Function function) {
    return Optional.ofNullable(now.course().functions().get(function));
  }

  /** A third party accepts by one signature what it is to do; a side's own signature covers what it does itself. */
  private static SortedMap<PartyId, Integer> with(SortedMap<PartyId, Integer> needed, Optional<PartyId> third) {
    third.ifPresent(party -> needed.putIfAbsent(party, ONE));
    return needed;
  }

  private static SortedMap<PartyId, Integer> withFunctions(
      SortedMap<PartyId, Integer> needed, State now, SortedMap<Function, PartyId> functions) {
    functions.values().stream().filter(party -> !now.parties().onPaper(party)).forEach(party -> needed.putIfAbsent(party, ONE));
    return needed;
  }

  /** Whether everybody needed has signed; a signature that came from paper binds its party whole. */
  public static boolean complete(State now, State.Pending pending) {
    return needed(now, pending.subject(), pending.proposer()).keySet().stream().noneMatch(party -> lacks(now, pending, party));
  }

  /** Whether it waits for this party: fewer of its people have signed than are needed. */
  static boolean lacks(State now, State.Pending pending, PartyId party) {
    int needed = needed(now, pending.subject(), pending.proposer()).getOrDefault(party, 0);
    int signed = Optional.ofNullable(pending.signed().get(party)).map(java.util.Set::size).orElse(0);
    return !pending.reported().contains(party) && signed < needed;
  }
}
