package homeward.play;

import homeward.agreement.Agreement;
import homeward.balance.Balance;
import homeward.balance.Figure;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.json.Json;
import homeward.node.Count;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** The account of an exchange as JSON, from the nodes' own counts: nothing in it comes from the script that drove the play. */
record Account(Agreement agreement, Map<String, PartyId> ids, SequencedMap<String, Count.Result.Counted> counts) {

  /** Whether every node holds the same entries and counts the same. */
  boolean nodesAgree() {
    return counts.values().stream().map(Count.Result.Counted::stateHash).distinct().count() <= 1
        && counts.values().stream().map(counted -> sides(counted)).distinct().count() <= 1;
  }

  Json json(long seed) {
    Count.Result.Counted first = counts.firstEntry().getValue();
    List<Json> nodes = new ArrayList<>();
    counts.forEach((name, counted) -> nodes.add(node(name, counted)));
    return Json.fields(
        "state", first.state().course().phase().name(),
        "sides", sides(first),
        "tranches", tranches(first),
        "nodes", Json.items(nodes),
        "discrepancies", discrepancies(first.state()),
        "provenance", provenance(first),
        "seed", seed);
  }

  private Json node(String name, Count.Result.Counted counted) {
    return Json.fields(
        "name", name,
        "entries", counted.entries(),
        "root", counted.root().value(),
        "stateHash", counted.stateHash().value(),
        "sides", sides(counted));
  }

  private Json sides(Count.Result.Counted counted) {
    SequencedMap<String, Json> sides = new LinkedHashMap<>();
    for (Agreement.Party side : agreement.sides()) {
      sides.put(side.id(), side(java.util.Objects.requireNonNull(counted.balance().sides().get(ids.get(side.id())))));
    }
    return new Json.Fields(sides);
  }

  private Json side(Balance.Side side) {
    SequencedMap<String, Figure> beside = new LinkedHashMap<>();
    beside.put("outside", side.outside());
    beside.put("direct", side.direct());
    beside.put("unlisted", side.unlisted());
    beside.put("withoutAuthority", side.withoutAuthority());
    beside.put("oneSided", side.oneSided());
    beside.put("home", side.home());
    beside.put("inTransit", side.inTransit());
    SequencedMap<String, Json> fields = new LinkedHashMap<>();
    fields.put("received", figures(side.received()));
    fields.put("released", figures(side.released()));
    beside.forEach((name, figure) -> fields.put(name, Json.of(figure.count())));
    fields.put("debt", debt(side.debt()));
    beside.values().removeIf(figure -> figure.reported() == 0);
    if (!beside.isEmpty()) {
      SequencedMap<String, Json> reported = new LinkedHashMap<>();
      beside.forEach((name, figure) -> reported.put(name, Json.of(figure.reported())));
      fields.put("reported", new Json.Fields(reported));
    }
    return new Json.Fields(fields);
  }

  /** By category in the order of the agreement, the total, and how much of it is reported or disputed, when any is. */
  private Json figures(SortedMap<String, Figure> figures) {
    SequencedMap<String, Json> fields = new LinkedHashMap<>();
    Figure total = new Figure(0, 0, 0, new java.util.TreeSet<>());
    for (Agreement.Category category : agreement.categories()) {
      Figure figure = figures.getOrDefault(category.code(), Figure.ZERO);
      fields.put(category.code(), Json.of(figure.count()));
      total = new Figure(total.count() + figure.count(), total.reported() + figure.reported(), total.disputed() + figure.disputed(), total.entries());
    }
    fields.put("total", Json.of(total.count()));
    if (total.reported() > 0) {
      fields.put("reported", Json.of(total.reported()));
    }
    if (total.disputed() > 0) {
      fields.put("disputed", Json.of(total.disputed()));
    }
    return new Json.Fields(fields);
  }

  private Json debt(SortedMap<String, Integer> debt) {
    SequencedMap<String, Json> fields = new LinkedHashMap<>();
    int total = 0;
    for (Agreement.Category category : agreement.categories()) {
      int owed = debt.getOrDefault(category.code(), 0);
      fields.put(category.code(), Json.of(owed));
      total += owed;
    }
    fields.put("total", Json.of(total));
    return new Json.Fields(fields);
  }

  private Json tranches(Count.Result.Counted counted) {
    List<Json> tranches = new ArrayList<>();
    for (int number = 1; number <= agreement.tranches().size(); number++) {
      SequencedMap<String, Json> fields = new LinkedHashMap<>();
      fields.put("day", Json.of(agreement.tranches().get(number - 1).day().toString()));
      fields.put("state", Json.of(phase(counted.state(), number)));
      for (Agreement.Party side : agreement.sides()) {
        PartyId id = java.util.Objects.requireNonNull(ids.get(side.id()));
        fields.put(side.id(), Json.fields("received", figures(counted.balance().received(number, id))));
      }
      tranches.add(new Json.Fields(fields));
    }
    return Json.items(tranches);
  }

  private static String phase(State state, int tranche) {
    return state.journeys().values().stream()
        .filter(journey -> journey.tranche().isPresent() && journey.tranche().get() == tranche)
        .map(journey -> journey.phase().name())
        .reduce((earlier, later) -> later)
        .orElse("PLANNED");
  }

  private static Json discrepancies(State state) {
    TreeMap<String, Integer> kinds = new TreeMap<>();
    state.discrepancies().values().forEach(discrepancy -> kinds.merge(discrepancy.kind().name(), 1, Integer::sum));
    SequencedMap<String, Json> fields = new LinkedHashMap<>();
    kinds.forEach((kind, count) -> fields.put(kind, Json.of(count)));
    return new Json.Fields(fields);
  }

  /** How many entries were signed by the party whose they are, and how many report what somebody did on paper. */
  private static Json provenance(Count.Result.Counted counted) {
    long reported = 0;
    for (long index = 0; index < counted.entries(); index++) {
      reported += isReport(counted.log().leaf(index).entry().envelope().body()) ? 1 : 0;
    }
    return Json.fields("SIGNED", counted.entries() - reported, "REPORTED", reported);
  }

  private static boolean isReport(Json body) {
    return body instanceof Json.Fields fields && Json.of("report").equals(fields.values().get("is"));
  }
}
