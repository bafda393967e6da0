package homeward.people;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/** A person who does not exist, with everything that two registers may write down. */
record Somebody(Surname surname, GivenName given, GivenName father, boolean woman, LocalDate born, Duty duty, LocalDate captured) {
  private static final LocalDate FIRST_BIRTH = LocalDate.of(1962, 1, 1);
  private static final int BIRTH_DAYS = 43 * 365;
  private static final LocalDate FIRST_CAPTURE = LocalDate.of(2022, 2, 24);
  private static final int CAPTURE_DAYS = 1_150;
  static final List<String> RANKS_UKRAINIAN = List.of("солдат", "старший солдат", "молодший сержант", "сержант", "старший сержант",
      "головний сержант", "штаб-сержант", "молодший лейтенант", "лейтенант", "старший лейтенант", "капітан", "майор");
  static final List<String> RANKS_RUSSIAN = List.of("рядовой", "ефрейтор", "младший сержант", "сержант", "старший сержант", "старшина",
      "прапорщик", "младший лейтенант", "лейтенант", "старший лейтенант", "капитан", "майор");
  static final List<String> RANKS_LATIN = List.of("soldier", "senior soldier", "junior sergeant", "sergeant", "senior sergeant",
      "chief sergeant", "staff-sergeant", "junior lieutenant", "lieutenant", "senior lieutenant", "captain", "major");

  /** Rank by its place in the lists, unit, number, and two places as a Ukrainian map has them. */
  record Duty(int rank, int unit, String unitKind, String number, String birthplace, String captureplace) {}

  static Somebody invent(SplittableRandom random) {
    boolean foreign = random.nextInt(10) < 3;
    boolean woman = random.nextInt(100) < 7;
    Surname surname = foreign ? Elsewhere.surname(random) : frequent(random);
    GivenName given = foreign ? Elsewhere.given(random) : any(woman ? GivenName.OF_WOMEN : GivenName.OF_MEN, random);
    GivenName father = foreign ? Elsewhere.given(random) : any(GivenName.OF_MEN, random);
    return new Somebody(surname, given, father, woman && !foreign, born(random), duty(random),
        FIRST_CAPTURE.plusDays(random.nextInt(CAPTURE_DAYS)));
  }

  boolean isForeign() {
    return Elsewhere.has(given);
  }

  private static Surname frequent(SplittableRandom random) {
    Tongue tongue = random.nextInt(100) < 75 ? Tongue.UKRAINIAN : Tongue.RUSSIAN;
    if (random.nextInt(100) < 35) {
      return Surname.invent(tongue, random);
    }
    Surname simple = Elsewhere.longer(tongue, random);
    return random.nextInt(60) == 0 ? simple.with(Surname.invent(tongue, random)) : simple;
  }

  private static GivenName any(List<GivenName> names, SplittableRandom random) {
    double skewed = random.nextDouble() * random.nextDouble();
    return names.get(((int) (skewed * names.size())) * 7 % names.size());
  }

  private static LocalDate born(SplittableRandom random) {
    return FIRST_BIRTH.plusDays(random.nextInt(BIRTH_DAYS));
  }

  private static Duty duty(SplittableRandom random) {
    int rank = (int) (random.nextDouble() * random.nextDouble() * RANKS_UKRAINIAN.size());
    return new Duty(rank, 1 + random.nextInt(160), Invented.any(List.of("омбр", "одшбр", "ОМПБ", "обр ТрО", "ошб"), random),
        "" + (char) ('A' + random.nextInt(26)) + (char) ('A' + random.nextInt(26)) + (100_000 + random.nextInt(900_000)),
        Elsewhere.place(random), Elsewhere.place(random));
  }

  /** The same person some time later: perhaps promoted, perhaps in another unit, perhaps married. */
  Somebody later(SplittableRandom random) {
    int rank = random.nextInt(100) < 15 ? Math.min(RANKS_UKRAINIAN.size() - 1, duty.rank() + 1 + random.nextInt(2)) : duty.rank();
    Duty now = random.nextInt(100) < 8 ? duty(random) : duty;
    boolean married = woman && random.nextInt(100) < 6;
    return new Somebody(married ? Elsewhere.longer(Tongue.UKRAINIAN, random) : surname, given, father, woman, born,
        new Duty(rank, now.unit(), now.unitKind(), duty.number(), duty.birthplace(), duty.captureplace()), captured);
  }

  Somebody brother(SplittableRandom random) {
    Somebody other = invent(random);
    boolean together = random.nextInt(3) == 0;
    GivenName brothers = isForeign() ? Elsewhere.given(random) : any(GivenName.OF_MEN, random);
    return new Somebody(surname, brothers.equals(given) ? other.father : brothers, father, false, born(random),
        new Duty(other.duty.rank(), together ? duty.unit() : other.duty.unit(), duty.unitKind(), other.duty.number(),
            duty.birthplace(), together ? duty.captureplace() : other.duty.captureplace()),
        together ? captured : other.captured);
  }

  Somebody twin(SplittableRandom random) {
    Somebody other = brother(random);
    return new Somebody(other.surname, other.given.equals(given) ? other.father : other.given, father, false, born, other.duty, other.captured);
  }

  Somebody father(SplittableRandom random) {
    Somebody other = invent(random);
    return new Somebody(surname, father, other.father, false, born.minusYears(20 + random.nextInt(12)).plusDays(random.nextInt(300)),
        new Duty(other.duty.rank(), other.duty.unit(), other.duty.unitKind(), other.duty.number(), duty.birthplace(),
            other.duty.captureplace()), other.captured);
  }

  Somebody namesake(SplittableRandom random) {
    Somebody other = invent(random);
    return new Somebody(surname, given, father, woman, born(random), other.duty, other.captured);
  }
}
