package homeward.evidence;

import homeward.values.Kind;
import homeward.values.Schema;

/**
 * What kin and namesakes share: for each sort of pair and each column, how often the two have it from one source. Brothers
 * have a surname, a father and mostly a birthplace; some serve and are captured together.
 */
final class Kinship {
  static final int SIBLINGS = 0;
  static final int TWINS = 1;
  static final int NAMESAKES = 2;

  private Kinship() {}

  static double[][] shares(Schema schema) {
    double[][] shares = new double[3][schema.size()];
    int birthday = schema.first(Kind.DATE);
    int birthplace = schema.first(Kind.PLACE);
    for (int column = 0; column < schema.size(); column++) {
      Kind kind = schema.kind(column);
      double sibling = switch (kind) {
        case SURNAME, PATRONYMIC -> 1;
        case PLACE -> column == birthplace ? .8 : .3;
        case UNIT -> .3;
        case TEXT -> .5;
        case DATE -> column == birthday ? 0 : .3;
        case GIVEN, SEX, RANK, IDENTIFIER -> 0;
      };
      shares[SIBLINGS][column] = sibling;
      shares[TWINS][column] = column == birthday ? 1 : sibling;
      shares[NAMESAKES][column] = kind.isName() && kind != Kind.PLACE ? 1 : 0;
    }
    return shares;
  }
}
