package homeward.register;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The columns of a file of people, in the order in which they are written. */
public enum Column {
  ID,
  SURNAME,
  GIVEN_NAME,
  PATRONYMIC,
  BIRTH_DATE,
  SEX,
  RANK,
  UNIT,
  SERVICE_NUMBER,
  BIRTH_PLACE,
  CAPTURE_PLACE,
  CAPTURE_DATE,
  SEEN_PLACE,
  SEEN_DATE,
  CATEGORY,
  HEALTH,
  STATUS,
  FATHER_GIVEN_NAME,
  MOTHER_MAIDEN_NAME,
  POWER_OF_ORIGIN,
  REMARKS;

  private final String header = name().toLowerCase(Locale.ROOT);

  /** Its name in a file: {@code given_name}. */
  public String header() {
    return header;
  }

  /** What a file says of this person in this column; empty for nothing. */
  public String text(Person person) {
    return switch (this) {
      case ID -> person.id();
      case SURNAME -> person.name().surname();
      case GIVEN_NAME -> person.name().givenName();
      case PATRONYMIC -> person.name().patronymic();
      case BIRTH_DATE -> person.birthDate().text();
      case SEX -> person.sex().word();
      case RANK -> person.particulars().rank();
      case UNIT -> person.particulars().unit();
      case SERVICE_NUMBER -> person.particulars().serviceNumber();
      case BIRTH_PLACE -> person.particulars().birthPlace();
      case CAPTURE_PLACE -> person.captivity().capturePlace();
      case CAPTURE_DATE -> person.captivity().captureDate().text();
      case SEEN_PLACE -> person.captivity().seen().place();
      case SEEN_DATE -> person.captivity().seen().date().text();
      case CATEGORY -> person.category();
      case HEALTH -> person.health().word();
      case STATUS -> person.status().word();
      case FATHER_GIVEN_NAME -> person.particulars().fatherGivenName();
      case MOTHER_MAIDEN_NAME -> person.particulars().motherMaidenName();
      case POWER_OF_ORIGIN -> person.particulars().powerOfOrigin();
      case REMARKS -> person.remarks();
    };
  }

  /** The column of this name. */
  public static Optional<Column> of(String header) {
    return Arrays.stream(values()).filter(column -> column.header.equals(header)).findFirst();
  }

  /** A file of people held says in which category each one is; who seeks somebody may not know. */
  boolean isRequired(PeopleFile.Kind kind) {
    return switch (this) {
      case ID, SURNAME, GIVEN_NAME, BIRTH_DATE -> true;
      case CATEGORY -> kind == PeopleFile.Kind.HELD;
      case PATRONYMIC, SEX, RANK, UNIT, SERVICE_NUMBER, BIRTH_PLACE, CAPTURE_PLACE, CAPTURE_DATE, SEEN_PLACE, SEEN_DATE,
          HEALTH, STATUS, FATHER_GIVEN_NAME, MOTHER_MAIDEN_NAME, POWER_OF_ORIGIN, REMARKS -> false;
    };
  }
}
