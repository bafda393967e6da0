package homeward.seating;

import homeward.agreement.Agreement;
import homeward.exchange.Ref;
import homeward.problem.Day;
import homeward.problem.Person.Age;
import homeward.problem.Person.Health;
import homeward.problem.Person.Sex;
import homeward.problem.Problem;
import homeward.problem.Route;
import homeward.problem.Site;
import homeward.register.PartialDate;
import homeward.register.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a plan is made from: the agreement's days, and a holder's people as its own files know them. Where they are held stands in no such
 * file, so they are spread over a few places; whoever knows better changes the problem.
 */
public record SeatingProblem(Agreement agreement, String holder) {
  private static final int SITES = 6;
  private static final int MONTHS = 12;
  private static final int ADULT = 20;
  private static final int OLD = 60;
  private static final Pattern YEAR_AND_MONTH = Pattern.compile("(\\d{4})(?:-(\\d\\d))?.*");

  /** The code of a tranche, from 1. */
  public static String day(int tranche) {
    return "day-" + tranche;
  }

  /**
   * The problem of one holder.
   *
   * @param agreed its people whom the other side has agreed to
   */
  public static Problem of(Agreement agreement, String holder, SortedMap<Ref, Person> agreed) {
    return new SeatingProblem(agreement, holder).problem(agreed);
  }

  private Problem problem(SortedMap<Ref, Person> agreed) {
    List<homeward.problem.Person> people = new ArrayList<>();
    agreed.forEach((ref, person) -> people.add(person(ref, person, people.size() + 1)));
    List<Day> days = IntStream.rangeClosed(1, agreement.tranches().size()).mapToObj(this::toDay).toList();
    int vehicles = SITES + people.size() / agreement.seatsPerWave() + 1;
    return new Problem(
        Problem.FORMAT, days, List.of(new Route("road", vehicles, agreement.seatsPerWave())),
        IntStream.rangeClosed(1, SITES).mapToObj(site -> new Site(site(site), "road", Optional.empty(), Optional.empty())).toList(),
        Optional.empty(), people);
  }

  /** Who goes outside the count rides with the tranche, so it is planned too. */
  private Day toDay(int tranche) {
    Agreement.Tranche terms = agreement.tranches().get(tranche - 1);
    String home = agreement.otherSide(holder);
    SortedMap<String, Integer> returns = new TreeMap<>();
    List<String> all = new ArrayList<>();
    for (Agreement.Category category : agreement.categories()) {
      int count = terms.counted(home, category.code()) + terms.uncounted(home, category.code());
      if (terms.carriesAll(home, category.code())) {
        all.add(category.code());
      } else if (count > 0) {
        returns.put(category.code(), count);
      }
    }
    return new Day(day(tranche), returns, all.isEmpty() ? Optional.empty() : Optional.of(all), Optional.empty(), Optional.empty());
  }

  private homeward.problem.Person person(Ref ref, Person person, int lot) {
    return new homeward.problem.Person(
        ref.value(), person.category(), site(1 + Math.floorMod(ref.value().hashCode(), SITES)), health(person), sex(person), age(person),
        heldMonths(person), known(person.particulars().unit()), known(person.captivity().capturePlace()), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.empty(), lot);
  }

  private static String site(int number) {
    return "site-" + number;
  }

  private static String known(String text) {
    return text.isBlank() ? "unknown" : text;
  }

  private static Health health(Person person) {
    return switch (person.health()) {
      case SERIOUSLY_WOUNDED -> Health.SERIOUSLY_WOUNDED;
      case SICK -> Health.SICK;
      case WELL, UNKNOWN, NOT_GIVEN -> Health.WELL;
    };
  }

  private static Sex sex(Person person) {
    return switch (person.sex()) {
      case FEMALE -> Sex.FEMALE;
      case MALE -> Sex.MALE;
      case NOT_GIVEN -> Sex.UNKNOWN;
    };
  }

  private Age age(Person person) {
    OptionalInt months = monthsSince(person.birthDate());
    if (months.isEmpty()) {
      return Age.UNKNOWN;
    }
    int years = months.getAsInt() / MONTHS;
    return years < ADULT ? Age.UNDER_20 : years >= OLD ? Age.OVER_60 : Age.FROM_20_TO_59;
  }

  private int heldMonths(Person person) {
    return Math.max(0, monthsSince(person.captivity().captureDate()).orElse(0));
  }

  /** Whole months until the agreement, as far as the date goes. */
  private OptionalInt monthsSince(PartialDate date) {
    Matcher known = YEAR_AND_MONTH.matcher(date.text());
    if (!known.matches()) {
      return OptionalInt.empty();
    }
    LocalDate now = agreement.agreedOn();
    int month = known.group(2) == null ? 1 : Integer.parseInt(known.group(2));
    return OptionalInt.of((now.getYear() - Integer.parseInt(known.group(1))) * MONTHS + now.getMonthValue() - month);
  }
}
