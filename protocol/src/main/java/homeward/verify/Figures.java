package homeward.verify;

import homeward.balance.Balance;
import homeward.balance.Figure;
import homeward.exchange.PartyId;
import homeward.json.Json;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.function.Function;

/** A verdict as JSON, for a program that reads it. */
final class Figures {
  private Figures() {}

  static Json of(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Valid valid -> standing("valid", valid.standing());
      case Verdict.ValidTo to -> with(standing("valid to checkpoint", to.standing()), "after", to.after().name());
      case Verdict.Invalid invalid ->
          Json.fields("verdict", "invalid", "entry", invalid.entry(), "because", invalid.because().name(), "detail", invalid.detail());
      case Verdict.Unknown unknown ->
          Json.fields("verdict", "unknown", "missing", unknown.missing().name(), "detail", unknown.detail());
    };
  }

  private static Json standing(String verdict, Verdict.Standing standing) {
    return Json.fields(
        "verdict", verdict,
        "exchange", standing.state().course().exchange(),
        "state", standing.state().course().phase().name(),
        "entries", standing.entries(),
        "root", standing.root().value(),
        "stateHash", standing.stateHash().value(),
        "fingerprints", byParty(standing.fingerprints(), Json::of),
        "sides", byParty(standing.balance().sides(), Figures::side),
        "provenance", Json.fields("SIGNED", standing.signed(), "REPORTED", standing.reported()),
        "refused", standing.refused(),
        "otherHistories", Json.items(standing.otherHistories()));
  }

  private static Json side(Balance.Side side) {
    return Json.fields(
        "received", categories(side.received()),
        "released", categories(side.released()),
        "outside", side.outside().count(),
        "direct", side.direct().count(),
        "unlisted", side.unlisted().count(),
        "withoutAuthority", side.withoutAuthority().count(),
        "oneSided", side.oneSided().count(),
        "home", side.home().count(),
        "inTransit", side.inTransit().count(),
        "debt", new Json.Fields(counts(side.debt())));
  }

  private static Json categories(SortedMap<String, Figure> figures) {
    SequencedMap<String, Json> counts = counts(Balance.counts(figures));
    counts.put("total", Json.of(figures.values().stream().mapToLong(Figure::count).sum()));
    counts.put("reported", Json.of(figures.values().stream().mapToLong(Figure::reported).sum()));
    counts.put("disputed", Json.of(figures.values().stream().mapToLong(Figure::disputed).sum()));
    return new Json.Fields(counts);
  }

  private static SequencedMap<String, Json> counts(SortedMap<String, Integer> numbers) {
    SequencedMap<String, Json> counts = new LinkedHashMap<>();
    numbers.forEach((category, count) -> counts.put(category, Json.of(count)));
    return counts;
  }

  private static <T> Json byParty(SortedMap<PartyId, T> values, Function<T, Json> one) {
    SequencedMap<String, Json> all = new LinkedHashMap<>();
    values.forEach((party, value) -> all.put(party.value(), one.apply(value)));
    return new Json.Fields(all);
  }

  private static Json with(Json fields, String name, String value) {
    SequencedMap<String, Json> all = new LinkedHashMap<>(((Json.Fields) fields).values());
    all.put(name, Json.of(value));
    return new Json.Fields(all);
  }
}
