package homeward.ruling;

import static homeward.ruling.Cast.A;
import static homeward.ruling.Cast.B;
import static homeward.ruling.Cast.DAY_1;
import static homeward.ruling.Cast.digest;
import static homeward.ruling.Cast.nobody;
import static homeward.ruling.Cast.refs;

import homeward.exchange.Function;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.Parties;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.exchange.Terms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who signs what: {@link Quorum} asked about an exchange in which each function has a holder of its own, once where two people
 * bind a party and once where three do. What is three then is written as m.
 */
final class WrittenQuorum {
  private static final SortedMap<Function, PartyId> HOLDERS = holders();
  private static final Map<PartyId, String> BY_FUNCTION = byFunction();
  private static final PartyId VERIFIER = Cast.party("verifier");

  private WrittenQuorum() {}

  /** A line of the table: what waits, who brings it, and what the parties are called in it. */
  private record Case(String what, State.Subject two, State.Subject three, PartyId proposer, Map<PartyId, String> called) {
    static Case of(String what, Matter matter) {
      return of(what, new State.Subject.Proposal(matter), A, Map.of());
    }

    static Case of(String what, State.Subject subject, PartyId proposer, Map<PartyId, String> called) {
      return new Case(what, subject, subject, proposer, called);
    }
  }

  static String table() {
    List<List<String>> rows = new ArrayList<>();
    for (Case each : cases()) {
      SortedMap<PartyId, Integer> two = Quorum.needed(state(2), each.two(), each.proposer());
      SortedMap<PartyId, Integer> three = Quorum.needed(state(3), each.three(), each.proposer());
      rows.add(List.of(each.what(), words(each, two, three)));
    }
    return Page.table(List.of("what", "who signs it"), rows);
  }

  private static List<Case> cases() {
    Move.Report report = Situations.reportOfHome();
    State.Subject direct = proposal(Situations.direct("sick", B));
    List<Case> cases = new ArrayList<>(List.of(
        Case.of("the opening", new State.Subject.Opening(Cast.opening(A)), A, Map.of(A, "the side that opens")),
        Case.of("a report", new State.Subject.Reported(report), VERIFIER, Map.of(VERIFIER, "the party that reports")),
        Case.of("`admission`", proposal(new Matter.Admission(VERIFIER, Cast.keys(B))), A, Map.of(A, "the party that proposes it")),
        new Case("`agree`", proposal(new Matter.Agree(terms(2))), proposal(new Matter.Agree(terms(3))), A, Map.of()),
        Case.of("`convene`, a tranche", Situations.day1(DAY_1)),
        Case.of("`convene`, a direct repatriation", direct, A, Map.of(B, "its holder")),
        Case.of("`succession`", proposal(new Matter.Succession(Function.HOST, VERIFIER)), A, Map.of(VERIFIER, "the new holder")),
        Case.of("`freeze`", new Matter.Freeze(new TreeMap<>(), digest("x"))),
        Case.of("`seal`", new Matter.Seal(DAY_1, List.of())),
        Case.of("`change`", new Matter.Change(DAY_1, 1, digest("x"), refs(), nobody(), nobody())),
        Case.of("`settlement`", new Matter.Settlement("unlisted-x", new Matter.Finding.Stands()))));
    cases.add(Case.of("`close`", new Matter.Close(digest("x"))));
    cases.add(Case.of("`lift`", new Matter.Lift(DAY_1)));
    cases.add(Case.of("`goOn`", new Matter.GoOn(digest("x"))));
    return cases;
  }

  private static State.Subject proposal(Matter matter) {
    return new State.Subject.Proposal(matter);
  }

  private static String words(Case each, SortedMap<PartyId, Integer> two, SortedMap<PartyId, Integer> three) {
    if (!two.keySet().equals(three.keySet())) {
      throw new IllegalStateException("who signs depends on how many people bind a party: " + each.what());
    }
    List<String> words = new ArrayList<>();
    boolean bothSides = two.containsKey(A) && two.containsKey(B);
    if (bothSides) {
      words.add(people(two, three, A) + " of each side");
    }
    List<PartyId> others = two.keySet().stream().filter(party -> !bothSides || !(party.equals(A) || party.equals(B))).toList();
    List<String> counts = others.stream().map(party -> people(two, three, party)).distinct().toList();
    if (others.containsAll(HOLDERS.values()) && counts.size() == 1) {
      words.add(counts.getFirst() + " of whoever holds each function");
    } else {
      others.forEach(party -> words.add(people(two, three, party) + " of " + called(each, party)));
    }
    return String.join(", ", words);
  }

  private static String called(Case each, PartyId party) {
    return each.called().getOrDefault(party, BY_FUNCTION.getOrDefault(party, "somebody"));
  }

  private static String people(SortedMap<PartyId, Integer> two, SortedMap<PartyId, Integer> three, PartyId party) {
    int count = two.getOrDefault(party, 0);
    return three.getOrDefault(party, 0) == count ? Integer.toString(count) : "m";
  }

  private static SortedMap<Function, PartyId> holders() {
    SortedMap<Function, PartyId> holders = new TreeMap<>();
    Arrays.stream(Function.values())
        .filter(Function::assignable)
        .forEach(function -> holders.put(function, Cast.party(function.name().toLowerCase(java.util.Locale.ROOT))));
    return holders;
  }

  private static Map<PartyId, String> byFunction() {
    Map<PartyId, String> called = new TreeMap<>();
    HOLDERS.forEach((function, party) -> called.put(party, "whoever holds " + function));
    return called;
  }

  private static Terms terms(int people) {
    return Drafts.binding(Drafts.with(Drafts.terms(), HOLDERS), people);
  }

  private static State state(int people) {
    Parties parties = State.unopened("x").parties().with(Cast.member(A)).with(Cast.member(B));
    for (PartyId party : HOLDERS.values()) {
      parties = parties.with(Cast.member(party));
    }
    State state = State.unopened("x").with(parties);
    return state.with(state.course().with(new State.Agreed(digest("terms"), 0, terms(people))));
  }
}
