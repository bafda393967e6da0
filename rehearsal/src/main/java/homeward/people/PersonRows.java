package homeward.people;

import homeward.people.Case.Presence;
import homeward.people.Population.Flaw;
import homeward.register.PartialDate;
import homeward.register.Person;
import homeward.register.Person.Captivity;
import homeward.register.Person.Health;
import homeward.register.Person.Particulars;
import homeward.register.Person.Seen;
import homeward.register.Person.Sex;
import homeward.register.Person.Status;
import java.time.YearMonth;
import java.util.SplittableRandom;

/** The rows that the two registers have about one invented person. */
record PersonRows(Invented person, Case itsCase, Tongue home, Spelled atHome) {

  /** As their own side seeks them: it knows the family, and little of what happened. */
  Person sought(String id, SplittableRandom random) {
    Spelled spelled = itsCase.presence() == Presence.ONLY_SOUGHT && random.nextInt(10) == 0
        ? atHome.partial(random)
        : atHome;
    Manner manner = spelled.manner();
    Particulars particulars = new Particulars(
        manner.write(person.duty().rank()),
        sometimes(70, person.duty().unit(), random),
        sometimes(70, person.duty().number(), random),
        sometimes(80, manner.write(person.places().birth(), Tongue.UKRAINIAN), random),
        sometimes(60, manner.write(person.names().father().name()), random),
        sometimes(40, manner.write(person.names().motherMaiden().text(), person.names().motherMaiden().tongue()), random),
        "");
    Captivity captivity = new Captivity(
        sometimes(40, manner.write(person.places().capture(), Tongue.UKRAINIAN), random),
        captureDate(60, 30, random),
        Seen.NEVER,
        itsCase.flaw() == Flaw.CATEGORY_DISPUTED ? itsCase.otherCategory() : itsCase.category(),
        random.nextInt(5) == 0 ? Health.UNKNOWN : Health.NOT_GIVEN,
        soughtStatus(random));
    return new Person(id, spelled.name(), spelled.born(), person.sex(), particulars, captivity, "");
  }

  private Status soughtStatus(SplittableRandom random) {
    // About two in five of those who came home in some exchanges had been missing, confirmed by nobody.
    Status otherwise = random.nextInt(100) < 40 ? Status.MISSING : Status.SOUGHT;
    return switch (itsCase.flaw()) {
      case ALREADY_EXCHANGED -> Status.EXCHANGED;
      case HOME_SAYS_DIED -> Status.DIED;
      case NONE, ENTERED_TWICE, HOLDER_SAYS_DIED, HOLDER_SAYS_RELEASED, CATEGORY_DISPUTED -> otherwise;
    };
  }

  /**
   * As the other side holds them: it knows the circumstances, and spells as it hears.
   *
   * @param again whether this is the second row of somebody entered twice
   */
  Person held(String id, boolean again, SplittableRandom random) {
    Spelled spelled = switch (itsCase.presence()) {
      case ALIKE_IN_BOTH -> atHome.alike(random);
      case OTHERWISE_IN_BOTH -> atHome.otherwise(person, random);
      case ONLY_HELD, ONLY_SOUGHT -> Spelled.byHolder(person, home, random);
    };
    Manner manner = spelled.manner();
    Particulars particulars = new Particulars(
        manner.write(person.duty().rank()),
        sometimes(85, person.duty().unit(), random),
        sometimes(60, person.duty().number(), random),
        sometimes(50, manner.write(person.places().birth(), Tongue.UKRAINIAN), random),
        sometimes(10, manner.write(person.names().father().name()), random),
        "",
        "");
    Captivity captivity = new Captivity(
        sometimes(90, manner.write(person.places().capture(), Tongue.UKRAINIAN), random),
        captureDate(95, 5, random),
        Seen.NEVER,
        again && random.nextInt(4) == 0 ? itsCase.otherCategory() : itsCase.category(),
        heldHealth(random),
        heldStatus());
    Sex sex = random.nextInt(20) == 0 ? Sex.NOT_GIVEN : person.sex();
    return new Person(id, spelled.name(), spelled.born(), sex, particulars, captivity, "");
  }

  private Health heldHealth(SplittableRandom random) {
    int one = random.nextInt(1000);
    Health otherwise = one < 820 ? Health.WELL : one < 964 ? Health.SICK : Health.UNKNOWN;
    return itsCase.seriouslyWounded() ? Health.SERIOUSLY_WOUNDED : otherwise;
  }

  private Status heldStatus() {
    return switch (itsCase.flaw()) {
      case HOLDER_SAYS_DIED -> Status.DIED;
      case HOLDER_SAYS_RELEASED -> Status.RELEASED;
      case NONE, ENTERED_TWICE, ALREADY_EXCHANGED, HOME_SAYS_DIED, CATEGORY_DISPUTED -> Status.HELD;
    };
  }

  private static String sometimes(int percent, String text, SplittableRandom random) {
    return random.nextInt(100) < percent ? text : "";
  }

  private PartialDate captureDate(int percentKnown, int percentOfMonthOnly, SplittableRandom random) {
    if (random.nextInt(100) >= percentKnown) {
      return new PartialDate.NotKnown();
    }
    return random.nextInt(100) < percentOfMonthOnly
        ? new PartialDate.InMonth(YearMonth.from(person.captured()))
        : new PartialDate.OnDay(person.captured());
  }
}
