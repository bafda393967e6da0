package homeward.register;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The plain exact rule by which two rows are the same person: equal surname, equal given name, equal full birth date.
 *
 * <p>A name is compared in its normal form, made in this order: (1) Unicode NFKC; (2) each of U+0027, U+2019, U+02BC and
 * U+0060 becomes U+0027; (3) each of U+002D, U+2010 to U+2015 and U+2212 becomes U+002D; (4) every run of white space
 * (Unicode White_Space, the no-break space included) becomes one space, and none is left at either end; (5) upper case
 * and then lower case by the root locale. Nothing else is made equal: not scripts, not ї and і, not ё and е.
 *
 * <p>A row has no identity, joins nobody and repeats nobody, when its surname or its given name is empty in normal form
 * or its birth date lacks the day, the month or the year.
 *
 * <p>The patronymic, in the same normal form, is no part of the identity because it is so often missing. But two rows
 * that both have one, and not the same, are different people (one name and birthday, two fathers).
 */
record Identity(String surname, String givenName, LocalDate birthDate) {
  private static final Pattern APOSTROPHES = Pattern.compile("[\u2019\u02BC`]");
  private static final Pattern HYPHENS = Pattern.compile("[\u2010-\u2015\u2212]");
  private static final Pattern WHITE_SPACE = Pattern.compile("\\p{IsWhite_Space}+");

  static Optional<Identity> of(Person person) {
    String surname = normal(person.name().surname());
    String givenName = normal(person.name().givenName());
    return surname.isEmpty() || givenName.isEmpty()
        ? Optional.empty()
        : person.birthDate().fullDate().map(day -> new Identity(surname, givenName, day));
  }

  static String patronymic(Person person) {
    return normal(person.name().patronymic());
  }

  static String normal(String name) {
    String text = Normalizer.normalize(name, Normalizer.Form.NFKC);
    text = APOSTROPHES.matcher(text).replaceAll("'");
    text = HYPHENS.matcher(text).replaceAll("-");
    text = WHITE_SPACE.matcher(text).replaceAll(" ").strip();
    return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
