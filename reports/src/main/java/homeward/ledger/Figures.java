package homeward.ledger;

import homeward.ledger.Judgement.Reading;
import homeward.ledger.Ledger.Agreement;
import homeward.ledger.Ledger.Exchange;
import homeward.reports.Claim.Basis;
import homeward.reports.Claim.What;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;

/** The figures of a ledger that a number may mean, each with its basis and its arithmetic in words. */
final class Figures {
  private final Exchange exchange;
  private final What what;

  Figures(Exchange exchange, What what) {
    this.exchange = exchange;
    this.what = what;
  }

  /**
   * One figure.
   *
   * @param basis the basis on which it counts
   * @param side the side, for TO_ONE_SIDE
   * @param day the last day it counts, as tables show it
   * @param words its arithmetic, without a full stop
   * @param label what it counts, short
   * @param holds whether the number is true of it
   */
  record Option(Basis basis, String side, String day, long figure, String words, String label, boolean holds) {
    /** The days it counts, in words: what its label says after the basis. */
    String days() {
      return label.substring(label.indexOf(", ") + 2);
    }

    Reading reading() {
      return new Reading(label, figure, holds);
    }
  }

  /** The figures of some days. */
  List<Option> of(Run run) {
    String one = exchange.sides().getFirst().id();
    String two = exchange.sides().getLast().id();
    OptionalLong first = run.received(one, what.category());
    OptionalLong second = run.received(two, what.category());
    String day = run.lastDay().toString();
    String days = Wording.days(run);
    List<Option> options = new ArrayList<>();
    if (first.isPresent() && second.isPresent() && first.getAsLong() == second.getAsLong()) {
      long figure = first.getAsLong();
      options.add(option(Basis.PER_SIDE, "", day, figure, equation(figure, Wording.sum(run, one, what.category(), 1)) + " on each side, " + days,
          "each side, " + days));
    }
    first.ifPresent(figure -> options.add(toOneSide(run, one, figure)));
    second.ifPresent(figure -> options.add(toOneSide(run, two, figure)));
    if (first.isPresent() && second.isPresent()) {
      long figure = first.getAsLong() + second.getAsLong();
      options.add(option(Basis.BOTH_SIDES, "", day, figure, bothSides(run, first.getAsLong(), second.getAsLong()),
          "both sides, " + days));
    }
    return options;
  }

  private Option toOneSide(Run run, String side, long figure) {
    String words = equation(figure, Wording.sum(run, side, what.category(), 1)) + " "
        + Wording.category(what.category()) + " came back to " + Wording.side(exchange, side) + ", " + Wording.days(run);
    return option(Basis.TO_ONE_SIDE, side, run.lastDay().toString(), figure, words,
        "to " + Wording.side(exchange, side) + ", " + Wording.days(run));
  }

  private String bothSides(Run run, long first, long second) {
    String one = exchange.sides().getFirst().id();
    String sum = Wording.number(first + second);
    if (first != second) {
      return Wording.number(first) + " + " + Wording.number(second) + " = " + sum + ": both sides counted together, " + Wording.days(run);
    }
    if (run.single()) {
      return sum + " = 2 x " + Wording.number(first) + ": both sides counted together, " + Wording.days(run);
    }
    return equation(first + second, Wording.sum(run, one, what.category(), 2)) + ": " + Wording.days(run) + ", both sides" + Wording.leftOut(run);
  }

  /** What was agreed, a side and in all. */
  List<Option> promised(Agreement agreed) {
    List<OptionalLong> counts = exchange.sides().stream().map(side -> promised(agreed, side.id())).toList();
    List<Option> options = new ArrayList<>();
    String then = "agreed on " + Wording.day(agreed.day());
    OptionalLong first = counts.getFirst();
    OptionalLong second = counts.getLast();
    if (first.isEmpty() || second.isEmpty()) {
      return options;
    }
    if (first.getAsLong() == second.getAsLong()) {
      options.add(option(Basis.PER_SIDE, "", agreed.date(), first.getAsLong(),
          Wording.number(first.getAsLong()) + " a side were " + then, "a side, " + then));
    }
    exchange.sides().forEach(side -> promised(agreed, side.id()).ifPresent(count -> options.add(option(
        Basis.TO_ONE_SIDE, side.id(), agreed.date(), count, Wording.number(count) + " to " + side.name() + " were " + then,
        "to " + side.name() + ", " + then))));
    long sum = first.getAsLong() + second.getAsLong();
    options.add(option(Basis.BOTH_SIDES, "", agreed.date(), sum, Wording.number(first.getAsLong()) + " + "
        + Wording.number(second.getAsLong()) + " = " + Wording.number(sum) + ", both sides, " + then, "both sides, " + then));
    return options;
  }

  private OptionalLong promised(Agreement agreed, String side) {
    SortedMap<String, Long> counts = agreed.received().get(side);
    if (counts == null || !(what.category().equals("all") || counts.containsKey(what.category()))) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(what.category().equals("all")
        ? counts.getOrDefault(LedgerReader.TOTAL, LedgerReader.sum(counts)) : counts.getOrDefault(what.category(), 0L));
  }

  private Option option(Basis basis, String side, String day, long figure, String words, String label) {
    boolean holds = Tolerance.holds(what.value(), what.qualifier(), figure);
    return new Option(basis, side, day, figure, words, label, holds);
  }

  private static String equation(long figure, String sum) {
    return sum.isEmpty() ? Wording.number(figure) : sum + " = " + Wording.number(figure);
  }
}
