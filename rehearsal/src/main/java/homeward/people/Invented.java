package homeward.people;

import homeward.register.Person.Sex;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/** Somebody who does not exist, before any register spells them. */
record Invented(Sex sex, Names names, LocalDate born, LocalDate captured, Duty duty, Places places) {
  private static final LocalDate FIRST_CAPTURE = LocalDate.of(2022, 3, 1);
  private static final LocalDate LAST_CAPTURE = LocalDate.of(2025, 4, 30);
  private static final int YOUNGEST = 18;
  private static final int OLDEST_MILITARY = 61;
  private static final int OLDEST_CIVILIAN = 80;

  /** The person's name and those of the parents. */
  record Names(Surname surname, GivenName given, GivenName father, Surname motherMaiden) {
    GivenName.Forms patronymic(Sex sex) {
      return sex == Sex.FEMALE ? father.daughterOf() : father.sonOf();
    }
  }

  /** Rank in both tongues, unit and number; empty for a civilian. */
  record Duty(GivenName.Forms rank, String unit, String number) {}

  /** Invented places, as a Ukrainian map would write them. */
  record Places(String birth, String capture) {}

  private static final List<GivenName.Forms> RANKS = """
      солдат|рядовой
      солдат|рядовой
      солдат|рядовой
      старший солдат|ефрейтор
      старший солдат|ефрейтор
      молодший сержант|младший сержант
      сержант|сержант
      старший сержант|старший сержант
      старшина|старшина
      лейтенант|лейтенант
      старший лейтенант|старший лейтенант
      капітан|капитан
      майор|майор
      """.lines().map(line -> line.split("\\|", -1)).map(pair -> new GivenName.Forms(pair[0], pair[1])).toList();
  private static final String[] PLACE_FIRST = "Сиво Мідно Зорно Тихо Вільхо Скло Рудо Хмаро Срібло Воско".split(" ", -1);
  private static final String[] PLACE_SECOND = "плес стан ріг брід гай яр щит міст хутір ключ".split(" ", -1);

  static Invented person(boolean civilian, Tongue home, SplittableRandom random) {
    Sex sex = random.nextInt(100) < (civilian ? 30 : 3) ? Sex.FEMALE : Sex.MALE;
    LocalDate born = born(civilian ? OLDEST_CIVILIAN : OLDEST_MILITARY, random);
    LocalDate grown = born.plusYears(YOUNGEST);
    LocalDate captured = day(grown.isAfter(FIRST_CAPTURE) ? grown : FIRST_CAPTURE, LAST_CAPTURE, random);
    return new Invented(sex, names(sex, home, random), born, captured,
        civilian ? new Duty(new GivenName.Forms("", ""), "", "") : duty(random),
        new Places(place(random), place(random)));
  }

  /** Of age when captured, not beyond the oldest on the last day; younger people are more frequent. */
  private static LocalDate born(int oldest, SplittableRandom random) {
    int years = oldest - YOUNGEST;
    int one = random.nextInt(years);
    int other = random.nextInt(years);
    int older = Math.min(one, other);
    return LAST_CAPTURE.minusYears(YOUNGEST + older).minusDays(1 + random.nextInt(364));
  }

  private static LocalDate day(LocalDate first, LocalDate last, SplittableRandom random) {
    return first.plusDays(random.nextLong(last.toEpochDay() - first.toEpochDay() + 1));
  }

  private static Names names(Sex sex, Tongue home, SplittableRandom random) {
    Tongue family = random.nextInt(100) < 85 ? home : home.other();
    Surname surname = Surname.invent(family, random);
    surname = sex == Sex.FEMALE ? surname.ofWoman() : surname;
    if (random.nextInt(50) == 0) {
      Surname second = Surname.invent(family, random);
      surname = surname.with(sex == Sex.FEMALE ? second.ofWoman() : second);
    }
    return new Names(surname,
        any(sex == Sex.FEMALE ? GivenName.OF_WOMEN : GivenName.OF_MEN, random),
        any(GivenName.OF_MEN, random),
        Surname.invent(family, random).ofWoman());
  }

  private static Duty duty(SplittableRandom random) {
    String letters = "BCDFGHJKLMNPQRSTVWXZ";
    String number = "" + letters.charAt(random.nextInt(20)) + letters.charAt(random.nextInt(20)) + "-"
        + (100_000 + random.nextInt(900_000));
    return new Duty(any(RANKS, random), String.valueOf(9_000 + random.nextInt(400)), number);
  }

  private static String place(SplittableRandom random) {
    return PLACE_FIRST[random.nextInt(PLACE_FIRST.length)] + PLACE_SECOND[random.nextInt(PLACE_SECOND.length)];
  }

  static <T> T any(List<T> choices, SplittableRandom random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
