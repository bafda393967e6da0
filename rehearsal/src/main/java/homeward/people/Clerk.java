package homeward.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Whoever writes a row: in a manner, with the gaps and slips of a tired hand. */
record Clerk(Manner manner, SplittableRandom random, double haste) {
  private static final String LETTERS_UKRAINIAN = "абвгдежзиіклмнопрстухцчшя";
  private static final String LETTERS_LATIN = "abcdefghiklmnoprstuvyz";

  /** Mostly Ukrainian, careful. */
  static Clerk ofTheSeekers(double noise, SplittableRandom random) {
    Manner manner = random.nextInt(100) < 88 ? Manner.own(Tongue.UKRAINIAN) : Manner.own(Tongue.RUSSIAN);
    return new Clerk(manner, random, noise / 2);
  }

  /** In three scripts, in a hurry. */
  static Clerk ofTheHolders(double noise, SplittableRandom random) {
    int chance = random.nextInt(100);
    Manner manner = chance < 52 ? Manner.own(Tongue.RUSSIAN)
        : chance < 72 ? Manner.own(Tongue.UKRAINIAN)
        : Invented.any(Manner.latin(chance < 87 ? Tongue.UKRAINIAN : Tongue.RUSSIAN), random);
    return new Clerk(manner, random, noise);
  }

  private boolean slips(int percent) {
    return random.nextDouble() * 100 < percent * haste;
  }

  LinkedRegisters.Entry write(String id, Somebody person, String note) {
    boolean latin = manner.latin().isPresent();
    Surname bearer = person.woman() && manner.tongue() == person.surname().tongue() ? person.surname().ofWoman() : person.surname();
    String surname = typo(manner.write(bearer.text(), bearer.tongue()), 6);
    String given = typo(manner.write(clean(person.given().name())), 4);
    GivenName.Forms fathers = person.woman() ? person.father().daughterOf() : person.father().sonOf();
    String patronymic = slips(latin ? 45 : 12) ? "" : typo(manner.write(fathers), 4);
    if (slips(2)) {
      given = given.substring(0, 1) + ".";
    }
    boolean swapped = slips(1);
    List<String> cells = new ArrayList<>(List.of(
        dressed(swapped ? given : surname), dressed(swapped ? surname : given), dressed(patronymic),
        date(person.born(), 4, 5), slips(6) ? "" : person.woman() ? "F" : "M"));
    cells.addAll(duty(person, latin));
    cells.add(slips(30) ? "" : date(person.captured().plusDays(slips(35) ? random.nextInt(9) - 4 : 0), 2, 8));
    return new LinkedRegisters.Entry(id, cells, latin ? "latin" : manner.tongue().name().toLowerCase(Locale.ROOT), note);
  }

  private static GivenName.Forms clean(GivenName.Forms forms) {
    return new GivenName.Forms(Elsewhere.unmarked(forms.ukrainian()), Elsewhere.unmarked(forms.russian()));
  }

  private List<String> duty(Somebody person, boolean latin) {
    Somebody.Duty duty = person.duty();
    List<String> ranks = latin ? Somebody.RANKS_LATIN
        : manner.tongue() == Tongue.RUSSIAN ? Somebody.RANKS_RUSSIAN : Somebody.RANKS_UKRAINIAN;
    String unit = duty.unit() + " " + manner.write(duty.unitKind(), Tongue.UKRAINIAN);
    String number = slips(5) ? typo(duty.number(), 10_000) : duty.number();
    return List.of(
        slips(12) ? "" : ranks.get(duty.rank()),
        slips(25) ? "" : slips(10) ? String.valueOf(duty.unit()) : unit,
        slips(55) ? "" : number,
        slips(15) ? "" : typo(manner.write(duty.birthplace(), Tongue.UKRAINIAN), 4),
        slips(25) ? "" : typo(manner.write(duty.captureplace(), Tongue.UKRAINIAN), 4));
  }

  private String date(LocalDate day, int slip, int gap) {
    if (slips(gap)) {
      int left = random.nextInt(4);
      return left == 0 ? "" : left == 1 ? day.toString().substring(0, 7) : day.toString().substring(0, 4);
    }
    if (slips(slip) && day.getDayOfMonth() <= 12) {
      return LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue()).toString();
    }
    return slips(slip) ? day.plusDays(Invented.any(List.of(1L, -1L, 10L, 365L, -365L, 30L), random)).toString() : day.toString();
  }

  /** One letter lost, doubled, exchanged with its neighbour, or another. */
  private String typo(String word, int percent) {
    if (word.length() < 4 || !slips(percent)) {
      return word;
    }
    int at = 1 + random.nextInt(word.length() - 2);
    String letters = manner.latin().isPresent() ? LETTERS_LATIN : LETTERS_UKRAINIAN;
    return switch (random.nextInt(4)) {
      case 0 -> word.substring(0, at) + word.substring(at + 1);
      case 1 -> word.substring(0, at) + word.charAt(at) + word.substring(at);
      case 2 -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
      default -> word.substring(0, at) + letters.charAt(random.nextInt(letters.length())) + word.substring(at + 1);
    };
  }

  private String dressed(String word) {
    String dressed = slips(3) ? word.toUpperCase(Locale.ROOT) : word;
    dressed = dressed.replace("'", Invented.any(List.of("'", "'", "\u2019", "\u02BC", "`"), random));
    return slips(2) ? dressed.replace('о', 'o').replace('і', 'i').replace('а', 'a') : slips(2) ? dressed + "\u00A0" : dressed;
  }
}
