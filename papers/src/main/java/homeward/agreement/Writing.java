package homeward.agreement;

import homeward.exchange.Function;
import homeward.json.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** An agreement as a file, every default written out. */
final class Writing {
  private final Agreement agreement;

  private Writing(Agreement agreement) {
    this.agreement = agreement;
  }

  static Json json(Agreement agreement) {
    return new Writing(agreement).json();
  }

  private Json json() {
    return Json.fields(
        "homeward", Written.FORMAT,
        "exchange", agreement.exchange(),
        "agreedOn", agreement.agreedOn().toString(),
        "sides", items(agreement.sides(), Writing::party),
        "opens", agreement.opens(),
        "begins", agreement.begins(),
        "thirdParties", items(agreement.thirdParties(), Writing::party),
        "vacant", items(vacant(), function -> Json.of(function.name())),
        "categories", items(agreement.categories(), Writing::category),
        "tranches", items(agreement.tranches(), Writing::tranche),
        "parity", Written.word(Written.PARITY, agreement.balance().parity()),
        "surplus", items(agreement.balance().surplus(), Writing::surplus),
        "debts", items(agreement.balance().debts(), Writing::debt),
        "directRepatriation", agreement.conduct().directRepatriation(),
        "travelWithoutInterview", Written.word(Written.TRAVEL, agreement.conduct().travelWithoutInterview()),
        "committedLists", agreement.conduct().committedLists(),
        "people", agreement.conduct().people(),
        "seatsPerWave", agreement.conduct().seatsPerWave(),
        "deadlines", deadlines(agreement.deadlines()),
        "withoutPrejudice", items(agreement.clauses().withoutPrejudice(), Json::of),
        "clauses", items(agreement.clauses().further(), clause -> Json.fields("code", clause.code(), "words", clause.words())));
  }

  private static <T> Json items(Iterable<T> values, java.util.function.Function<T, Json> written) {
    List<Json> items = new java.util.ArrayList<>();
    values.forEach(value -> items.add(written.apply(value)));
    return new Json.Items(items);
  }

  private List<Function> vacant() {
    return Written.FUNCTIONS.values().stream().filter(function -> agreement.holder(function).isEmpty()).toList();
  }

  private static Json party(Agreement.Party party) {
    return Json.fields(
        "id", party.id(),
        "name", party.name(),
        "onPaper", party.onPaper(),
        "functions", items(party.functions(), function -> Json.of(function.name())));
  }

  private static Json category(Agreement.Category category) {
    return Json.fields(
        "code", category.code(), "words", category.words(), "weight", category.weight(), "all", category.all());
  }

  private static Json tranche(Agreement.Tranche tranche) {
    return Json.fields(
        "day", tranche.day().toString(),
        "place", tranche.place(),
        "window", Json.fields("from", time(tranche.from()).toString(), "until", time(tranche.until()).toString()),
        "publishAt", publishAt(tranche),
        "returns", counts(tranche.returns(), tranche.everybody()),
        "outside", counts(tranche.outside(), new LinkedHashMap<>()));
  }

  private static LocalTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).toLocalTime();
  }

  private static String publishAt(Agreement.Tranche tranche) {
    LocalDate day = tranche.publishAt().atOffset(ZoneOffset.UTC).toLocalDate();
    LocalTime time = time(tranche.publishAt());
    return day.equals(tranche.day()) ? time.toString() : day + " " + time;
  }

  private static Json counts(
      SequencedMap<String, SequencedMap<String, Integer>> numbers, SequencedMap<String, List<String>> everybody) {
    SequencedMap<String, Json> bySide = new LinkedHashMap<>();
    numbers.forEach((side, counts) -> {
      SequencedMap<String, Json> byCategory = new LinkedHashMap<>();
      counts.forEach((category, count) -> byCategory.put(category, Json.of(count)));
      everybody.getOrDefault(side, List.of()).forEach(category -> byCategory.put(category, Json.of(Written.ALL)));
      if (!byCategory.isEmpty()) {
        bySide.put(side, new Json.Fields(byCategory));
      }
    });
    return new Json.Fields(bySide);
  }

  private static Json surplus(Agreement.Surplus surplus) {
    return Json.fields("to", surplus.to(), "category", surplus.category(), "count", surplus.count());
  }

  private static Json debt(Agreement.Debt debt) {
    return Json.fields(
        "owedBy", debt.owedBy(), "category", debt.category(), "count", debt.count(), "closing", debt.closing().value());
  }

  private static Json deadlines(Agreement.Deadlines deadlines) {
    return Json.fields(
        "reconcileHours", deadlines.reconcileHours(),
        "haltHours", deadlines.haltHours(),
        "silenceHours", deadlines.silenceHours(),
        "keeperHours", deadlines.keeperHours(),
        "commitHours", deadlines.commitHours(),
        "end", deadlines.end().toString());
  }
}
