package homeward.agreement;

import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.PartyId;
import homeward.exchange.Terms;
import homeward.json.Json;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** From an agreement to terms: codes of the log for ids, milliseconds for days and hours. */
record TermsOf(Agreement agreement, Map<String, PartyId> partyOf) {

  Terms terms(Digest words) {
    return new Terms(
        ReadingParties.ids(agreement.sides()).stream().map(this::party).sorted().toList(),
        party(agreement.begins()),
        functions(),
        categories(),
        words,
        agreement.tranches().stream().map(this::tranche).toList(),
        agreement.balance().parity(),
        surplus(),
        debts(),
        agreement.conduct().travelWithoutInterview(),
        agreement.conduct().committedLists(),
        agreement.conduct().people(),
        deadlines(),
        !agreement.clauses().withoutPrejudice().isEmpty(),
        sorted(agreement.clauses().further().stream().map(Agreement.Clause::code).toList()));
  }

  private PartyId party(String id) {
    PartyId party = partyOf.get(id);
    if (party == null) {
      throw new IllegalArgumentException("no code of the log for a party of the agreement");
    }
    return party;
  }

  private SortedMap<Function, PartyId> functions() {
    SortedMap<Function, PartyId> functions = new TreeMap<>();
    agreement.parties().forEach(holder -> holder.functions().forEach(function -> functions.put(function, party(holder.id()))));
    return Collections.unmodifiableSortedMap(functions);
  }

  private SortedMap<String, Terms.Category> categories() {
    SortedMap<String, Terms.Category> categories = new TreeMap<>();
    agreement.categories().forEach(
        category -> categories.put(category.code(), new Terms.Category(category.weight(), category.all())));
    return Collections.unmodifiableSortedMap(categories);
  }

  private Terms.Tranche tranche(Agreement.Tranche tranche) {
    return new Terms.Tranche(
        tranche.day().toString(),
        tranche.place(),
        tranche.from().toEpochMilli(),
        tranche.until().toEpochMilli(),
        tranche.publishAt().toEpochMilli(),
        counts(tranche.returns()),
        counts(tranche.outside()));
  }

  /** A side to which nobody returns stands in no map: nothing is written two ways. */
  private SortedMap<PartyId, SortedMap<String, Integer>> counts(SequencedMap<String, SequencedMap<String, Integer>> bySide) {
    SortedMap<PartyId, SortedMap<String, Integer>> counts = new TreeMap<>();
    bySide.forEach((side, byCategory) -> {
      if (!byCategory.isEmpty()) {
        counts.put(party(side), Collections.unmodifiableSortedMap(new TreeMap<>(byCategory)));
      }
    });
    return Collections.unmodifiableSortedMap(counts);
  }

  SortedMap<Integer, SortedMap<PartyId, SortedSet<String>>> everybody() {
    SortedMap<Integer, SortedMap<PartyId, SortedSet<String>>> everybody = new TreeMap<>();
    Checks.tranches(agreement, (number, path, tranche) -> tranche.everybody().forEach((side, codes) -> {
      if (!codes.isEmpty()) {
        everybody.computeIfAbsent(number, any -> new TreeMap<>()).put(party(side), sorted(codes));
      }
    }));
    return Collections.unmodifiableSortedMap(everybody);
  }

  private static SortedSet<String> sorted(List<String> codes) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(codes));
  }

  private SortedMap<PartyId, SortedMap<String, Integer>> surplus() {
    SortedMap<PartyId, SortedMap<String, Integer>> surplus = new TreeMap<>();
    agreement.balance().surplus().forEach(
        given -> surplus.computeIfAbsent(party(given.to()), any -> new TreeMap<>())
            .merge(given.category(), given.count(), Integer::sum));
    surplus.replaceAll((side, byCategory) -> Collections.unmodifiableSortedMap(byCategory));
    return Collections.unmodifiableSortedMap(surplus);
  }

  /** In an order that does not depend on what the sides are called, for the terms are signed. */
  private List<Terms.Debt> debts() {
    return agreement.balance().debts().stream()
        .map(debt -> new Terms.Debt(party(debt.owedBy()), debt.category(), debt.count(), debt.closing()))
        .sorted(Comparator.comparing(Terms.Debt::owedBy)
            .thenComparing(Terms.Debt::category)
            .thenComparing(Terms.Debt::closing)
            .thenComparingInt(Terms.Debt::count))
        .toList();
  }

  /** The exchange ends with its last day. */
  private Terms.Deadlines deadlines() {
    Agreement.Deadlines deadlines = agreement.deadlines();
    return new Terms.Deadlines(
        deadlines.reconcileHours(),
        deadlines.haltHours(),
        deadlines.silenceHours(),
        deadlines.keeperHours(),
        deadlines.commitHours(),
        deadlines.end().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
  }

  /** What the codes of the terms mean. No party's id or name is put into it. */
  static byte[] words(Agreement agreement) {
    return Json.fields(
            "homeward", "agreement-words/1",
            "categories", Json.items(
                agreement.categories().stream()
                    .sorted(Comparator.comparing(Agreement.Category::code))
                    .map(category -> meaning(category.code(), category.words()))
                    .toList()),
            "clauses", Json.items(
                agreement.clauses().further().stream()
                    .sorted(Comparator.comparing(Agreement.Clause::code))
                    .map(clause -> meaning(clause.code(), clause.words()))
                    .toList()),
            "directRepatriation", agreement.conduct().directRepatriation(),
            "withoutPrejudice", Json.items(new TreeSet<>(agreement.clauses().withoutPrejudice())))
        .canonical();
  }

  private static Json meaning(String code, String words) {
    return Json.fields("code", code, "words", words);
  }
}
