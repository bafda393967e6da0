package homeward.matching;

import homeward.matching.Key.Of;
import homeward.matching.Key.Part;
import homeward.values.Hash;
import homeward.values.Kind;
import homeward.values.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * The keys of a schema. Each pair of details that two registers hardly both have wrong is one; together they find a
 * person although any one detail is wrong or missing, and most although two are.
 */
final class Keys {
  private final Schema schema;
  private final List<Key> keys = new ArrayList<>();
  private final int surname;
  private final int given;
  private final int patronymic;
  private final int date;
  private final int place;

  private Keys(Schema schema) {
    this.schema = schema;
    this.surname = schema.first(Kind.SURNAME);
    this.given = schema.first(Kind.GIVEN);
    this.patronymic = schema.first(Kind.PATRONYMIC);
    this.date = schema.first(Kind.DATE);
    this.place = schema.first(Kind.PLACE);
  }

  static List<Key> of(Schema schema) {
    Keys all = new Keys(schema);
    all.names();
    all.dates();
    all.places();
    all.rest();
    return List.copyOf(all.keys);
  }

  private void names() {
    add("surname and given name", true, value(surname), value(given));
    add("surname and year", false, value(surname), year(date));
    add("given name, patronymic and year", false, value(given), value(patronymic), year(date));
    add("surname and patronymic", false, value(surname), value(patronymic));
    add("nearly the surname, and given name", false, near(surname), value(given));
  }

  private void dates() {
    add("date and given name", false, value(date), value(given));
    add("date and patronymic", false, value(date), value(patronymic));
    add("date and start of the surname", false, value(date), start(surname));
  }

  private void places() {
    add("surname and place", false, value(surname), value(place));
    add("date and place", false, value(date), value(place));
    add("given name, place and year", false, value(given), value(place), year(date));
    add("given name, patronymic and place", false, value(given), value(patronymic), value(place));
    for (int column = 0; column < schema.size(); column++) {
      if (schema.kind(column) == Kind.DATE && column != date) {
        add(name(column) + " and given name", false, value(column), value(given), start(surname));
      }
      if (schema.kind(column) == Kind.UNIT) {
        add(name(column) + ", given name and year", false, value(column), value(given), year(date));
      }
    }
  }

  private void rest() {
    for (int column = 0; column < schema.size(); column++) {
      if (schema.kind(column) == Kind.IDENTIFIER) {
        add(name(column), false, value(column));
      }
      if (schema.kind(column) == Kind.TEXT) {
        int partner = surname >= 0 ? surname : date;
        add(name(column) + " and surname", false, value(column), partner == date ? year(date) : value(partner));
        add(name(column) + " and given name", false, value(column), value(given));
        add(name(column) + " and date", false, value(column), value(date));
      }
    }
    if (keys.isEmpty()) {
      for (int column = 0; column < schema.size(); column++) {
        add(name(column), false, value(column));
      }
    }
  }

  private String name(int column) {
    return schema.columns().get(column).name();
  }

  private static Part value(int column) {
    return new Part(column, Of.VALUE);
  }

  private static Part year(int column) {
    return new Part(column, Of.YEAR);
  }

  private static Part near(int column) {
    return new Part(column, Of.NEAR);
  }

  private static Part start(int column) {
    return new Part(column, Of.START);
  }

  private void add(String name, boolean anyOrder, Part... parts) {
    List<Part> present = List.of(parts);
    if (present.stream().allMatch(part -> part.column() >= 0)) {
      keys.add(new Key(name, present, further(present), anyOrder, Hash.mix(1000L + keys.size())));
    }
  }

  /** The year first, since it is rarely missing and parts a crowd well; then names; then the rest. */
  private List<Part> further(List<Part> parts) {
    List<Part> further = new ArrayList<>();
    for (Part part : List.of(year(date), value(given), value(surname), value(patronymic), value(date), value(place))) {
      boolean known = parts.stream().anyMatch(one -> one.column() == part.column() && (one.of() == Of.VALUE || part.of() == Of.YEAR));
      if (part.column() >= 0 && !known) {
        further.add(part);
      }
    }
    for (int column = 0; column < schema.size(); column++) {
      Part part = value(column);
      boolean useful = switch (schema.kind(column)) {
        case UNIT, PLACE, TEXT, IDENTIFIER, DATE -> true;
        default -> false;
      };
      if (useful && !further.contains(part) && !parts.contains(part)) {
        further.add(part);
      }
    }
    return further;
  }
}
