package homeward.story;

import homeward.exchange.Function;
import homeward.exchange.PartyId;
import homeward.exchange.Terms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** An agreement in a few rows: who goes when, what is unusual in it, who does what. */
record TermsRows(Wording wording, Terms terms) {
  /** More tranches than this are not told one by one. */
  private static final int FEW = 12;

  /** All of it; the functions only where they are not what they were ({@code before}). */
  List<String> told(SortedMap<Function, PartyId> before) {
    List<String> rows = new ArrayList<>();
    if (terms.tranches().size() <= FEW) {
      for (int number = 1; number <= terms.tranches().size(); number++) {
        rows.addAll(tranche(number));
      }
    } else {
      rows.addAll(Line.row(Wording.number(terms.tranches().size()) + " tranches", days()));
    }
    rows.addAll(Line.row("in all", together()));
    rows.addAll(balance());
    rows.addAll(conduct());
    if (!before.equals(terms.functions())) {
      wording.duties(terms.functions()).forEach(duty -> rows.addAll(Line.row("functions", duty)));
    }
    return rows;
  }

  private String days() {
    return "from " + terms.tranches().getFirst().day() + " to " + terms.tranches().getLast().day();
  }

  private List<String> tranche(int number) {
    Terms.Tranche tranche = terms.tranches().get(number - 1);
    String label = Wording.tranche(terms, number) + ", " + Wording.shortDay(LocalDate.parse(tranche.day()));
    String counted = sides(tranche.returns());
    List<String> rows = new ArrayList<>(Line.row(label, counted.isEmpty() ? "everybody left of what is exchanged all for all" : counted));
    String outside = sides(tranche.outside());
    if (!outside.isEmpty()) {
      rows.addAll(Line.row("", "and outside the count " + outside));
    }
    return rows;
  }

  /** "390 to each side", or what goes to either; empty when nobody goes. */
  private String sides(SortedMap<PartyId, SortedMap<String, Integer>> returns) {
    List<String> counts = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (PartyId side : wording.inOrder(terms.sides())) {
      SortedMap<String, Integer> some = returns.getOrDefault(side, new TreeMap<>());
      if (Wording.sum(some) > 0) {
        counts.add(Wording.counts(some));
        words.add(Wording.counts(some) + " to " + wording.name(side));
      }
    }
    boolean equal = counts.size() == 2 && counts.getFirst().equals(counts.getLast());
    return equal ? counts.getFirst() + " to each side" : String.join(", ", words);
  }

  private String together() {
    TreeMap<PartyId, SortedMap<String, Integer>> quotas = new TreeMap<>();
    for (PartyId side : terms.sides()) {
      TreeMap<String, Integer> quota = new TreeMap<>();
      terms.categories().forEach((code, category) -> quota.put(code, category.all() ? 0 : terms.quota(side, code)));
      quotas.put(side, quota);
    }
    List<String> parts = new ArrayList<>(List.of(sides(quotas)));
    terms.categories().forEach((code, category) -> {
      if (category.all()) {
        parts.add("all " + Wording.words(code) + ", however many");
      }
    });
    parts.removeIf(String::isEmpty);
    return String.join("; ", parts);
  }

  private List<String> balance() {
    List<String> rows = new ArrayList<>();
    terms.categories().forEach((code, category) -> {
      if (category.weight() > 1) {
        rows.addAll(Line.row("equivalents", Wording.words(code) + " weigh " + category.weight() + " each in the balance"));
      }
    });
    terms.surplus().forEach((side, counts) -> {
      if (Wording.sum(counts) > 0) {
        rows.addAll(Line.row("surplus", Wording.counts(counts) + " to " + wording.name(side) + " above parity, not owed back"));
      }
    });
    terms.debts().forEach(debt -> rows.addAll(Line.row("debt", debt(debt))));
    return rows;
  }

  private String debt(Terms.Debt debt) {
    return wording.name(debt.owedBy()) + " lets " + Wording.number(debt.count()) + " " + Wording.words(debt.category())
        + " more go, whom it owes from an earlier exchange";
  }

  private List<String> conduct() {
    List<String> rows = new ArrayList<>(Line.row("signatures", terms.people() + " different people of a side bind it"));
    if (terms.notAskedMayTravel()) {
      rows.addAll(Line.row("interviews", "whoever cannot be asked in private may travel all the same"));
    }
    if (terms.withoutPrejudice()) {
      rows.addAll(Line.row("without prejudice", "nothing in it bears on status or recognition"));
    }
    return rows;
  }
}
