package homeward.values;

import java.util.Arrays;
import java.util.List;

/** The values of all columns of a schema, for all the tables that are compared with each other. */
public final class Lexicon {
  private final Schema schema;
  private final Values[] values;
  private final int surname;
  private final int sex;
  private final int patronymic;

  public Lexicon(Schema schema) {
    this(schema, Abilities.ALL);
  }

  /** One that lacks an ability, for measurements. */
  public Lexicon(Schema schema, Abilities abilities) {
    this.schema = schema;
    this.values = schema.columns().stream().map(column -> of(column.kind(), abilities)).toArray(Values[]::new);
    this.surname = schema.first(Kind.SURNAME);
    this.sex = schema.first(Kind.SEX);
    this.patronymic = schema.first(Kind.PATRONYMIC);
  }

  private static Values of(Kind kind, Abilities abilities) {
    return switch (kind) {
      case SURNAME, GIVEN, PATRONYMIC, PLACE -> new NameValues(kind, abilities);
      case DATE -> new DateValues();
      case SEX -> new SexValues();
      case RANK -> new RankValues();
      case UNIT -> new UnitValues();
      case IDENTIFIER -> new IdentifierValues();
      case TEXT -> new TextValues();
    };
  }

  /** The schema it was made for. */
  public Schema schema() {
    return schema;
  }

  /** The values of a column by its place. */
  public Values values(int column) {
    return values[column];
  }

  /**
   * Reads a row.
   *
   * @param cells the texts in the order of the schema's columns
   * @param codes receives one code a column
   */
  public void read(List<String> cells, int[] codes) {
    boolean woman = isWoman(cells);
    for (int column = 0; column < values.length; column++) {
      String cell = cells.get(column);
      boolean hers = woman && column == surname && !cell.isEmpty() && cell.length() < 100;
      codes[column] = values[column].code(hers ? cell + NameValues.WOMAN : cell);
    }
  }

  private boolean isWoman(List<String> cells) {
    if (sex >= 0 && !cells.get(sex).isEmpty()) {
      return values[sex].code(cells.get(sex)) == SexValues.WOMAN;
    }
    String father = patronymic < 0 ? "" : cells.get(patronymic);
    boolean may = !father.isEmpty() && "аaАA".indexOf(father.charAt(father.length() - 1)) >= 0;
    return may && (endsIn(father, "вна") || endsIn(father, "чна") || endsIn(father, "vna") || endsIn(father, "chna"));
  }

  private static boolean endsIn(String text, String end) {
    return text.regionMatches(true, text.length() - end.length(), end, 0, end.length());
  }

  /** The year of a date's code, 0 when it is not known. */
  public static int year(int dateCode) {
    return DateValues.year(dateCode);
  }

  /** How many values there are, for {@link #forget}. */
  public Extent extent() {
    return new Extent(Arrays.stream(values).map(Values::extent).toArray(int[][]::new));
  }

  /** Takes back all values read since {@link #extent} was asked. */
  public void forget(Extent extent) {
    for (int column = 0; column < values.length; column++) {
      if (!Arrays.equals(values[column].extent(), extent.counts[column])) {
        values[column].forget(extent.counts[column]);
      }
    }
  }

  /** How far the values of all columns reach. */
  public static final class Extent {
    private final int[][] counts;

    private Extent(int[][] counts) {
      this.counts = counts;
    }

    /** The greatest code of a column whose codes are counted; 0 of another. */
    public int greatest(int column) {
      return counts[column][0];
    }
  }
}
