package homeward.evidence;

import homeward.values.Column;
import homeward.values.Kind;
import homeward.values.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * What is expected before anything was seen: the prior that learning starts from and leans on where a register is small.
 * The figures are our judgement of registers written by many hands; they are not taken from any data.
 */
final class Expectations {
  private static final double[] NAME_SAME =
      {0, .45, .32, .09, .02, .01, .055, .02, .006, .014, .010, .005, .006};
  private static final double[] NAME_ANY =
      {0, .002, .001, .0005, .0005, .0003, .002, .0005, .001, .01, .9, .08, .00001};
  private static final double[] DATE_SAME = {0, .80, .015, .03, .03, .015, .05, .012, .008, .006, .012, .006, .015};
  private static final double[] DATE_ANY = {0, .00008, .00003, .0005, .002, .002, .02, .0008, .0003, .006, .02, .05, .9};

  private Expectations() {}

  static double[] same(Kind kind) {
    return switch (kind) {
      case SURNAME, GIVEN, PATRONYMIC, PLACE -> NAME_SAME.clone();
      case DATE -> DATE_SAME.clone();
      case SEX -> new double[] {0, .995, .005};
      case RANK -> new double[] {0, .75, .12, .06, .03, .04};
      case UNIT -> new double[] {0, .70, .10, .05, .03, .12};
      case IDENTIFIER -> new double[] {0, .90, .05, .01, .04};
      case TEXT -> new double[] {0, .68, .05, .09, .05, .06, .07};
    };
  }

  static double[] any(Kind kind) {
    return switch (kind) {
      case SURNAME, GIVEN, PATRONYMIC, PLACE -> NAME_ANY.clone();
      case DATE -> DATE_ANY.clone();
      case SEX -> new double[] {0, .6, .4};
      case RANK -> new double[] {0, .15, .2, .3, .3, .05};
      case UNIT -> new double[] {0, .005, .005, .01, .01, .97};
      case IDENTIFIER -> new double[] {0, .0004, .0001, .0001, .9994};
      case TEXT -> new double[] {0, .005, .001, .002, .005, .02, .967};
    };
  }

  /** The model before learning. */
  static Model model(Schema schema) {
    List<Model.Agreement> columns = new ArrayList<>();
    for (Column column : schema.columns()) {
      double meeting = any(column.kind())[1] + any(column.kind())[2];
      columns.add(new Model.Agreement(column.name(), listed(same(column.kind())), listed(any(column.kind())), Model.billionths(meeting)));
    }
    return new Model(Model.VERSION, schema, columns,
        new Model.Beliefs(Model.billionths(.4), Model.billionths(.1), Model.billionths(.002), Model.billionths(.02)),
        new Model.Calibration(1000, 0));
  }

  static List<Long> listed(double[] shares) {
    List<Long> listed = new ArrayList<>(shares.length);
    for (double share : shares) {
      listed.add(Model.billionths(share));
    }
    return listed;
  }
}
