package homeward.play;

import homeward.agreement.Agreement;
import homeward.exchange.Person.Answered;
import homeward.people.Population;
import homeward.recognition.Suggestion;
import homeward.register.Joins;
import homeward.register.PeopleFile;
import homeward.register.Person.Health;
import homeward.register.Person.Status;
import homeward.register.Person;
import homeward.register.Reading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The registers that both sides bring, and what each side makes of the other's list. By side: whom it seeks, whom it holds.
 *
 * <p>What is offered: every row of people held whose status is {@code held} or empty and whose category the agreement knows.
 * Seriously wounded people go by direct repatriation instead, where the agreement has it. What is answered, in this order: a
 * row that repeats an earlier one is not accepted; one that the matching engine proposes for somebody whom the home side knows
 * to be exchanged, released or dead is not accepted; one whose category differs from the home side's stays open; everybody else
 * is accepted, sought or not, for many who come home were never confirmed by anybody.
 */
final class Registers {
  private final Map<String, List<Person>> sought;
  private final Map<String, List<Person>> held;
  private final List<String> notices;
  /** By agreement and holder, since comparing takes longer than anything else here and is asked for again and again. */
  private final Map<Asked, List<Line>> answered = new ConcurrentHashMap<>();

  Registers(Map<String, List<Person>> sought, Map<String, List<Person>> held, List<String> notices) {
    this.sought = sought;
    this.held = held;
    this.notices = notices;
  }

  private record Asked(Agreement agreement, String holder) {}

  Map<String, List<Person>> sought() {
    return sought;
  }

  Map<String, List<Person>> held() {
    return held;
  }

  List<String> notices() {
    return notices;
  }

  /** The answer to one row of people held. */
  record Line(Person person, Answered answer, boolean direct) {}

  /** All four files, or every problem that keeps them from being read. */
  sealed interface Brought {
    record Ready(Registers registers) implements Brought {}

    record Refused(List<String> problems) implements Brought {}
  }

  /** Reads {@code a-sought.csv} and so on; a side's files carry its id in small letters. */
  static Brought read(Path dir, Agreement agreement) {
    Map<String, List<Person>> sought = new HashMap<>();
    Map<String, List<Person>> held = new HashMap<>();
    List<String> problems = new ArrayList<>();
    List<String> notices = new ArrayList<>();
    if (!Files.isDirectory(dir)) {
      return new Brought.Refused(List.of(dir + ": there is no such folder: name the one in which " + String.join(", ", files(agreement)) + " lie"));
    }
    for (Agreement.Party side : agreement.sides()) {
      String name = side.id().toLowerCase(Locale.ROOT);
      sought.put(side.id(), people(dir.resolve(name + "-sought.csv"), PeopleFile.Kind.SOUGHT, problems, notices));
      held.put(side.id(), people(dir.resolve(name + "-held.csv"), PeopleFile.Kind.HELD, problems, notices));
    }
    return problems.isEmpty() ? new Brought.Ready(new Registers(sought, held, notices)) : new Brought.Refused(problems);
  }

  private static List<String> files(Agreement agreement) {
    return agreement.sides().stream()
        .map(side -> side.id().toLowerCase(Locale.ROOT))
        .flatMap(name -> Stream.of(name + "-sought.csv", name + "-held.csv"))
        .toList();
  }

  private static List<Person> people(Path file, PeopleFile.Kind kind, List<String> problems, List<String> notices) {
    return switch (PeopleFile.read(file, kind)) {
      case Reading.Read read -> {
        read.notices().forEach(notice -> notices.add(file.getFileName() + ": " + notice));
        yield read.people();
      }
      case Reading.Refused refused -> {
        refused.problems().forEach(problem -> problems.add(inWords(problem)));
        if (refused.more() > 0) {
          problems.add(file.getFileName() + ": and " + refused.more() + " more problems");
        }
        yield List.of();
      }
    };
  }

  private static String inWords(Reading.Problem problem) {
    String row = problem.row() > 0 ? ", row " + problem.row() : "";
    String column = problem.column().isEmpty() ? "" : ", column " + problem.column();
    return problem.file() + row + column + ": " + problem.cure();
  }

  /** Invented people, as many as the agreement needs and some more; the first side in the file is side a of the invention. */
  static Registers invented(Agreement agreement, long seed) {
    int most = agreement.sides().stream().mapToInt(side -> needed(agreement, side.id())).max().orElse(0);
    Population population = Population.generate(Math.max(60, most + most / 3 + 40), seed);
    String opens = agreement.opens();
    String other = agreement.otherSide(opens);
    Map<String, List<Person>> sought = Map.of(opens, population.aSought(), other, population.bSought());
    Map<String, List<Person>> held = new TreeMap<>(Map.of(opens, population.aHeld(), other, population.bHeld()));
    boolean known = agreement.categories().stream().map(Agreement.Category::code).allMatch(code -> code.equals("military") || code.equals("civilian"));
    return known ? new Registers(sought, held, List.of()) : new Shares(agreement).spread(sought, held);
  }

  private static int needed(Agreement agreement, String side) {
    int military = 0;
    int civilian = 0;
    for (Agreement.Tranche tranche : agreement.tranches()) {
      for (Agreement.Category category : agreement.categories()) {
        int people = tranche.counted(side, category.code()) + tranche.uncounted(side, category.code());
        military += category.code().equals("civilian") ? 0 : people;
        civilian += category.code().equals("civilian") ? people : 0;
      }
    }
    return Math.max(military + civilian, Math.max(military * 5 / 4, civilian * 9));
  }

  /** A holder's people, row by row, with what the home side answers. */
  List<Line> lines(Agreement agreement, String holder) {
    return answered.computeIfAbsent(new Asked(agreement, holder), asked -> answer(asked.agreement(), asked.holder()));
  }

  private List<Line> answer(Agreement agreement, String holder) {
    String home = agreement.otherSide(holder);
    List<Person> people = offered(agreement, holder);
    var suggestions = Suggestion.of(sought.getOrDefault(home, List.of()), people);
    List<Line> lines = new ArrayList<>();
    for (Person person : people) {
      boolean direct = agreement.conduct().directRepatriation() && person.health() == Health.SERIOUSLY_WOUNDED;
      Suggestion.Why why = java.util.Objects.requireNonNull(suggestions.get(person.id())).why();
      if (!(direct && why == Suggestion.Why.REPEATED)) {
        lines.add(new Line(person, answer(why), direct));
      }
    }
    return lines;
  }

  private List<Person> offered(Agreement agreement, String holder) {
    Set<String> categories = new HashSet<>();
    agreement.categories().forEach(category -> categories.add(category.code()));
    return held.getOrDefault(holder, List.of()).stream()
        .filter(person -> person.captivity().status() == Status.HELD || person.captivity().status() == Status.NOT_GIVEN)
        .filter(person -> categories.contains(person.category()))
        .toList();
  }

  private static Answered answer(Suggestion.Why why) {
    return switch (why) {
      case ACCEPT -> Answered.ACCEPTED;
      case REPEATED, KNOWN_GONE -> Answered.NOT_ACCEPTED;
      case CATEGORY_DIFFERS -> Answered.OPEN;
    };
  }

  /** How the lists of both sides join by the plain rule: shown, and decides nothing about who is agreed. */
  Joins joins(Agreement agreement, String holder) {
    return Joins.exact(sought.getOrDefault(agreement.otherSide(holder), List.of()), offered(agreement, holder));
  }

  /** Too few people for a quota: how many are short, side by side and category by category. */
  List<String> shortfalls(Agreement agreement) {
    List<String> short_ = new ArrayList<>();
    for (Agreement.Party side : agreement.sides()) {
      String holder = agreement.otherSide(side.id());
      List<Line> lines = lines(agreement, holder);
      for (Agreement.Category category : agreement.categories()) {
        long there =
            lines.stream()
                .filter(line -> line.answer() == Answered.ACCEPTED && !line.direct() && line.person().category().equals(category.code()))
                .count();
        int wanted =
            agreement.tranches().stream()
                .mapToInt(tranche -> tranche.counted(side.id(), category.code()) + tranche.uncounted(side.id(), category.code()))
                .sum();
        if (there < wanted) {
          short_.add(
              "too few people for the quota: " + wanted + " " + category.code() + " are to return to " + side.id() + ", "
                  + holder + " holds " + there + " whom both sides agree on: " + (wanted - there)
                  + " short. Lower the quota in the agreement, or bring a register with more people.");
        }
      }
    }
    return short_;
  }
}
