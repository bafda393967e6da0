package homeward.agreement;

import homeward.exchange.Terms;
import homeward.json.Json;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The whole file, top to bottom; what was found wrong stands in the findings. */
final class ReadingAgreement {
  private static final int MOST_CATEGORIES = 50;
  private static final int MOST_CLAUSES = 50;
  private static final int MOST_ENTRIES = 100;
  private static final String A_DAY = "\"2025-05-16\"";

  private final Form top;
  private final Findings findings;

  private ReadingAgreement(Form top, Findings findings) {
    this.top = top;
    this.findings = findings;
  }

  static Agreement of(Json json, Findings findings) {
    return new ReadingAgreement(Form.of(findings, "", json, Written.AGREEMENT), findings).agreement();
  }

  private Agreement agreement() {
    format();
    ReadingParties parties = ReadingParties.of(top, findings);
    List<Agreement.Category> categories = categories();
    if (findings.none()) {
      Checks.categories(categories, parties, findings);
    }
    List<String> sides = findings.none() ? ReadingParties.ids(parties.sides()) : List.of();
    List<Agreement.Category> known = findings.none() ? categories : List.of();
    List<Agreement.Tranche> tranches = ReadingTranches.of(top, sides, known);
    return new Agreement(
        top.required("exchange", "\"may-exchange\"", Kind.code()),
        top.required("agreedOn", A_DAY, Kind.day()),
        parties.sides(),
        parties.thirdParties(),
        parties.opens(),
        parties.begins(),
        categories,
        tranches,
        balance(sides, known.stream().map(Agreement.Category::code).toList()),
        conduct(),
        deadlines(tranches),
        clauses());
  }

  private void format() {
    String found = top.required("homeward", "\"" + Written.FORMAT + "\"", Kind.text(Written.LONGEST_NAME));
    if (!found.isEmpty() && !found.equals(Written.FORMAT)) {
      findings.add("homeward", new Fault.OtherFormat(found));
    }
  }

  private List<Agreement.Category> categories() {
    top.requireLength("categories", 1, MOST_CATEGORIES, "[{\"code\": \"military\", \"words\": \"who belongs to it\"}]");
    return top.each("categories", Written.CATEGORY).stream()
        .map(form -> new Agreement.Category(
            form.required("code", "\"military\"", Kind.code()),
            form.required("words", "\"who belongs to it\"", Kind.text(Written.LONGEST_WORDS)),
            form.optional("weight", Kind.whole(1, 1_000)).orElse(1),
            form.optional("all", Kind.flag()).orElse(false)))
        .toList();
  }

  private Agreement.Balance balance(List<String> sides, List<String> codes) {
    Kind<String> side = reference(Fault.Unknown.What.SIDE, sides);
    Kind<String> category = reference(Fault.Unknown.What.CATEGORY, codes);
    Kind<Integer> count = Kind.whole(1, Written.MOST_PEOPLE);
    few("surplus", MOST_ENTRIES);
    few("debts", MOST_ENTRIES);
    return new Agreement.Balance(
        top.optional("parity", Kind.word(Fault.Unknown.What.WORD, Written.PARITY)).orElse(Terms.Parity.EQUAL),
        top.each("surplus", Written.SURPLUS).stream()
            .map(form -> new Agreement.Surplus(
                form.required("to", "\"B\"", side),
                form.required("category", "\"military\"", category),
                form.required("count", "10", count)))
            .toList(),
        top.each("debts", Written.DEBT).stream()
            .map(form -> new Agreement.Debt(
                form.required("owedBy", "\"A\"", side),
                form.required("category", "\"military\"", category),
                form.required("count", "5", count),
                form.required("closing", "the 43 characters of the earlier closing balance's digest", Kind.digest())))
            .toList());
  }

  /** One of the names that stand elsewhere in the file; any text while those are wrong themselves. */
  private static Kind<String> reference(Fault.Unknown.What what, List<String> known) {
    return known.isEmpty() ? Kind.text(Written.LONGEST_NAME) : Kind.word(what, Written.each(known, name -> name));
  }

  private void few(String name, int most) {
    if (top.has(name)) {
      top.requireLength(name, 0, most, "");
    }
  }

  private Agreement.Conduct conduct() {
    return new Agreement.Conduct(
        top.optional("directRepatriation", Kind.flag()).orElse(true),
        top.optional("travelWithoutInterview", Kind.word(Fault.Unknown.What.WORD, Written.TRAVEL)).orElse(false),
        top.optional("committedLists", Kind.flag()).orElse(false),
        top.optional("people", Kind.whole(2, 9)).orElse(Written.PEOPLE),
        top.optional("seatsPerWave", Kind.whole(1, 1_000)).orElse(Written.SEATS));
  }

  private Agreement.Deadlines deadlines(List<Agreement.Tranche> tranches) {
    Form form = top.inside("deadlines", Written.DEADLINES);
    Agreement.Deadlines otherwise = Written.HOURS;
    int reconcile = hours(form, "reconcileHours", otherwise.reconcileHours());
    int daysAfter = Math.max(Written.END_DAYS_AFTER, Written.days(reconcile));
    return new Agreement.Deadlines(
        reconcile,
        hours(form, "haltHours", otherwise.haltHours()),
        hours(form, "silenceHours", otherwise.silenceHours()),
        hours(form, "keeperHours", otherwise.keeperHours()),
        hours(form, "commitHours", otherwise.commitHours()),
        form.optional("end", Kind.day()).orElseGet(() -> last(tranches).plusDays(daysAfter)));
  }

  private static int hours(Form form, String name, int otherwise) {
    return form.optional(name, Kind.whole(1, 10_000)).orElse(otherwise);
  }

  private static LocalDate last(List<Agreement.Tranche> tranches) {
    return tranches.stream().map(Agreement.Tranche::day).max(Comparator.naturalOrder()).orElse(LocalDate.EPOCH);
  }

  private Agreement.Clauses clauses() {
    few("withoutPrejudice", MOST_CLAUSES);
    few("clauses", MOST_CLAUSES);
    return new Agreement.Clauses(
        top.has("withoutPrejudice") ? top.values("withoutPrejudice", Kind.code()) : Written.WITHOUT_PREJUDICE,
        top.each("clauses", Written.CLAUSE).stream()
            .map(form -> new Agreement.Clause(
                form.required("code", "\"belongings\"", Kind.code()),
                form.required("words", "\"what was agreed\"", Kind.text(Written.LONGEST_WORDS))))
            .toList());
  }
}
