package homeward.people;

import homeward.register.PartialDate;
import homeward.register.Person.Name;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** A name and a birth date as one register has them, and the manner in which it spells everything else. */
record Spelled(Name name, PartialDate born, Manner manner) {
  private static final String CYRILLIC_WITH_A_TWIN = "аеосрхі";
  private static final String LATIN_TWIN = "aeocpxi";

  /** In the letters of a manner, with everything known. */
  static Spelled in(Manner manner, Invented person) {
    Invented.Names names = person.names();
    Name name = new Name(
        manner.write(names.surname().text(), names.surname().tongue()),
        manner.write(names.given().name()),
        manner.write(names.patronymic(person.sex())));
    return new Spelled(name, new PartialDate.OnDay(person.born()), manner);
  }

  /** As the person's own side spells it: nearly always in its own tongue. */
  static Spelled atHome(Invented person, Tongue home, SplittableRandom random) {
    Spelled spelled = in(Manner.own(random.nextInt(100) < 92 ? home : home.other()), person);
    return random.nextInt(100) < 4 ? spelled.withoutPatronymic() : spelled;
  }

  /** The same for the eye of a person and for the plain exact rule, though not always byte for byte. */
  Spelled alike(SplittableRandom random) {
    String apostrophe = Invented.any(List.of("'", "'", "\u2019", "\u02BC"), random);
    String surname = name.surname().replace("'", apostrophe);
    surname = random.nextInt(33) == 0 ? surname.toUpperCase(Locale.ROOT) : surname;
    surname = random.nextInt(50) == 0 ? surname + "\u00A0" : surname;
    Spelled alike = new Spelled(
        new Name(surname, name.givenName().replace("'", apostrophe), name.patronymic().replace("'", apostrophe)), born, manner);
    return random.nextInt(100) < 12 ? alike.withoutPatronymic() : alike;
  }

  /** As a holder spells whom nobody compared with anything: in its own tongue, in the person's, or in Latin letters. */
  static Spelled byHolder(Invented person, Tongue home, SplittableRandom random) {
    int manner = random.nextInt(100);
    Spelled spelled = in(
        manner < 50 ? Manner.own(home.other()) : manner < 80 ? Manner.own(home) : latin(random), person);
    return random.nextInt(100) < 5 ? spelled.partial(random) : spelled;
  }

  /** Differently from this, so that the plain exact rule does not find it and a matcher has work. */
  Spelled otherwise(Invented person, SplittableRandom random) {
    Spelled other = in(Manner.own(manner.tongue().other()), person);
    int way = random.nextInt(100);
    Spelled otherwise = way < 44 ? other
        : way < 52 ? (random.nextBoolean() ? this : other).partial(random)
        : way < 56 ? dayAndMonthSwapped(random)
        : way < 60 ? withTwoLettersSwapped(random)
        : way < 64 ? withLatinLettersInside()
        : way < 66 ? inTheWrongColumns()
        : latinSpelled(person, random);
    return otherwise.readsLike(this) ? latinSpelled(person, random) : otherwise;
  }

  /** Registers in Latin letters often have no column for the patronymic. */
  private static Spelled latinSpelled(Invented person, SplittableRandom random) {
    Spelled latin = in(latin(random), person);
    return random.nextBoolean() ? latin.withoutPatronymic() : latin;
  }

  private static Manner latin(SplittableRandom random) {
    return Invented.any(Manner.latin(random.nextBoolean() ? Tongue.UKRAINIAN : Tongue.RUSSIAN), random);
  }

  private boolean readsLike(Spelled other) {
    return name.surname().equalsIgnoreCase(other.name.surname())
        && name.givenName().equalsIgnoreCase(other.name.givenName())
        && born.equals(other.born);
  }

  private Spelled withSurname(String surname) {
    return new Spelled(new Name(surname, name.givenName(), name.patronymic()), born, manner);
  }

  Spelled withoutPatronymic() {
    return new Spelled(new Name(name.surname(), name.givenName(), ""), born, manner);
  }

  /** With the year of birth only, or the year and month. */
  Spelled partial(SplittableRandom random) {
    return new Spelled(name, partial(born, random.nextBoolean()), manner);
  }

  private static PartialDate partial(PartialDate date, boolean yearOnly) {
    return date.fullDate()
        .<PartialDate>map(day -> yearOnly
            ? new PartialDate.InYear(Year.from(day))
            : new PartialDate.InMonth(YearMonth.from(day)))
        .orElse(date);
  }

  private Spelled dayAndMonthSwapped(SplittableRandom random) {
    LocalDate day = born.fullDate().orElseThrow();
    return day.getDayOfMonth() > 12 || day.getDayOfMonth() == day.getMonthValue()
        ? partial(random)
        : new Spelled(
            name,
            new PartialDate.OnDay(LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue())),
            manner);
  }

  private Spelled withTwoLettersSwapped(SplittableRandom random) {
    String surname = name.surname();
    int at = 1 + random.nextInt(surname.length() - 2);
    return withSurname(
        surname.substring(0, at) + surname.charAt(at + 1) + surname.charAt(at) + surname.substring(at + 2));
  }

  private Spelled inTheWrongColumns() {
    Name swapped = new Name(/* surname= */ name.givenName(), /* givenName= */ name.surname(), name.patronymic());
    return new Spelled(swapped, born, manner);
  }

  private Spelled withLatinLettersInside() {
    StringBuilder mixed = new StringBuilder(name.surname());
    for (int i = 1; i < mixed.length(); i++) {
      int twin = CYRILLIC_WITH_A_TWIN.indexOf(mixed.charAt(i));
      if (twin >= 0) {
        mixed.setCharAt(i, LATIN_TWIN.charAt(twin));
      }
    }
    return withSurname(mixed.toString());
  }
}
