package homeward.comparison;

import homeward.comparison.Examination.Sum;
import homeward.language.Quantity.Qualifier;
import homeward.reports.Claim;
import homeward.reports.Claim.Basis;
import homeward.reports.Claim.Measure;
import homeward.reports.Reading;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks a report's figures against each other: parts and wholes, sides and sums, averages and growth. */
final class Consistency {
  private Consistency() {}

  /** All sums that a report's claims allow. */
  static List<Sum> of(Reading reading) {
    List<Sum> sums = new ArrayList<>();
    growth(reading.claims()).ifPresent(sums::add);
    sums.addAll(parts(reading.claims()));
    sums.addAll(bothSides(reading.claims()));
    total(reading.claims()).ifPresent(sums::add);
    moreToCome(reading).ifPresent(sums::add);
    return sums;
  }

  /** 50 growing by half each year from 2022 is 169 in 2025: compared with what the report says of 2025. */
  private static Optional<Sum> growth(List<Claim> claims) {
    List<Claim> averages = of(claims, Measure.AVERAGE_PER_EXCHANGE).filter(claim -> claim.when().known()).toList();
    Optional<Claim> rate = of(claims, Measure.GROWTH_PER_YEAR_PERCENT).findFirst();
    if (rate.isEmpty() || averages.size() < 2) {
      return Optional.empty();
    }
    Claim first = averages.getFirst();
    Claim last = averages.getLast();
    int from = first.when().to().orElseThrow().getYear();
    int to = last.when().to().orElseThrow().getYear();
    if (to <= from || to - from > 50) {
      return Optional.empty();
    }
    long grown = grown(first.what().value(), rate.get().what().value(), to - from);
    boolean agree = holds(last, grown);
    String words = number(first.what().value()) + " growing by " + rate.get().what().value() + "% each year from " + from
        + " is " + number(grown) + " in " + to + (agree ? ", as it says." : ", not " + said(last) + ".");
    return Optional.of(new Sum(agree, words, List.of(first.span(), last.span(), rate.get().span())));
  }

  private static long grown(long value, long percent, int years) {
    BigDecimal factor = BigDecimal.valueOf(100 + percent).movePointLeft(2).pow(years);
    return BigDecimal.valueOf(value).multiply(factor).setScale(0, RoundingMode.HALF_UP).longValue();
  }

  private static boolean holds(Claim claim, long figure) {
    long value = claim.what().value();
    return switch (claim.what().qualifier()) {
      case EXACT -> figure == value;
      case OVER -> figure > value;
      case AT_LEAST -> figure >= value;
      case NEARLY -> figure < value && figure * 10 >= value * 9;
      case APPROXIMATELY -> figure * 10 >= value * 9 && figure * 10 <= value * 11;
      case UP_TO -> figure <= value;
    };
  }

  /** Soldiers and civilians of a day beside all people of that day, on the same basis. */
  private static List<Sum> parts(List<Claim> claims) {
    List<Sum> sums = new ArrayList<>();
    for (Claim whole : exact(claims, "all")) {
      for (Claim soldiers : exact(claims, "military")) {
        for (Claim civilians : exact(claims, "civilian")) {
          boolean together = alike(whole, soldiers) && alike(whole, civilians);
          if (together && soldiers.what().value() < whole.what().value()) {
            sums.add(sum(List.of(soldiers, civilians), whole));
          }
        }
      }
    }
    return sums;
  }

  private static boolean alike(Claim one, Claim other) {
    return one.whose().basis() == other.whose().basis() && one.when().to().equals(other.when().to())
        && one.whose().side().equals(other.whose().side()) && one.what().measure() == other.what().measure();
  }

  private static Sum sum(List<Claim> parts, Claim whole) {
    long sum = parts.stream().mapToLong(part -> part.what().value()).sum();
    boolean agree = holds(whole, sum);
    String left = String.join(" + ", parts.stream().map(part -> number(part.what().value())).toList());
    String words = left + " = " + number(sum) + (agree ? ", as it says." : ", not " + said(whole) + ".");
    return new Sum(agree, words, Stream.concat(parts.stream(), Stream.of(whole)).map(Claim::span).toList());
  }

  /** A sum of both sides beside what it says of each side that day. */
  private static List<Sum> bothSides(List<Claim> claims) {
    List<Sum> sums = new ArrayList<>();
    for (Claim both : of(claims, Measure.EXCHANGED).filter(claim -> claim.whose().basis() == Basis.BOTH_SIDES).toList()) {
      for (Claim side : exact(claims, both.what().category())) {
        boolean sameDay = side.whose().basis() == Basis.PER_SIDE && side.when().to().equals(both.when().to())
            && side.when().oneDay() && both.when().oneDay() && !both.is(Claim.Mark.COMBINED);
        boolean near = side.what().value() * 3 > both.what().value() && side.what().value() < both.what().value();
        boolean agree = holds(both, 2 * side.what().value());
        if (sameDay && near && (agree || !both.is(Claim.Mark.CUMULATIVE))) {
          String words = "2 x " + number(side.what().value()) + " = " + number(2 * side.what().value())
              + (agree ? ", " + said(both) + " on both sides together." : ", not " + said(both) + ".");
          sums.add(new Sum(agree, words, List.of(side.span(), both.span())));
        }
      }
    }
    return sums;
  }

  /** The days' counts of a side beside the whole exchange's. */
  private static Optional<Sum> total(List<Claim> claims) {
    List<Claim> each = of(claims, Measure.EXCHANGED).filter(claim -> claim.whose().basis() == Basis.PER_SIDE
        && claim.what().qualifier() == Qualifier.EXACT && !claim.what().category().equals("civilian")).toList();
    Optional<Claim> whole = each.stream().max((one, other) -> Long.compare(one.what().value(), other.what().value()));
    if (whole.isEmpty()) {
      return Optional.empty();
    }
    List<Claim> days = new ArrayList<>();
    for (Claim claim : each) {
      boolean smaller = claim.what().value() < whole.get().what().value() && claim.when().oneDay();
      if (smaller && days.stream().noneMatch(day -> day.when().to().equals(claim.when().to()))) {
        days.add(claim);
      }
    }
    days.sort((one, other) -> one.when().to().orElseThrow().compareTo(other.when().to().orElseThrow()));
    return days.size() < 3 ? Optional.empty() : Optional.of(sum(days, whole.get()));
  }

  private static Optional<Sum> moreToCome(Reading reading) {
    Optional<Claim> completed = reading.claims().stream()
        .filter(claim -> claim.what().wording().equals("completed")).findFirst();
    return reading.remarks().stream().filter(remark -> remark.kind() == Reading.Remark.Kind.MORE_TO_COME).findFirst()
        .flatMap(remark -> completed.map(claim -> new Sum(false,
            "It says that the exchange is completed, and that more releases follow.", List.of(claim.span(), remark.span()))));
  }

  private static Stream<Claim> of(List<Claim> claims, Measure measure) {
    return claims.stream().filter(claim -> claim.what().measure() == measure);
  }

  private static List<Claim> exact(List<Claim> claims, String category) {
    return of(claims, Measure.EXCHANGED).filter(claim -> claim.what().category().equals(category)
        && claim.what().qualifier() == Qualifier.EXACT && !claim.is(Claim.Mark.PART)).toList();
  }

  private static String said(Claim claim) {
    boolean exact = claim.what().qualifier() == Qualifier.EXACT;
    return (exact ? "" : claim.what().qualifier().word() + " ") + number(claim.what().value());
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
