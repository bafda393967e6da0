package homeward.solver;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** One instance of HiGHS with one model in it, in whole numbers or relaxed. Always minimises. */
final class HighsProblem implements AutoCloseable {
  /** How a run ended, by the numbers of HighsModelStatus. */
  static final int OPTIMAL = 7;
  static final int INFEASIBLE = 8;
  static final int UNBOUNDED_OR_INFEASIBLE = 9;

  private static final int ROW_WISE = 2;
  private static final int MINIMISE = 1;
  private static final int SIMPLEX_INTERRUPT = 1;
  private static final int MIP_INTERRUPT = 6;

  private final HighsLibrary library;
  private final MemorySegment highs;
  private final Arena arena = Arena.ofConfined();
  private final int columns;
  private final MemorySegment columnValues;
  private final MemorySegment columnDuals;
  private Patience patience = Patience.endless();

  HighsProblem(HighsLibrary library, Model model, boolean[] whole) {
    this.library = library;
    this.columns = model.columns();
    try {
      this.highs = (MemorySegment) library.create.invoke();
    } catch (Throwable fault) {
      throw new IllegalStateException("HiGHS could not be started", fault);
    }
    this.columnValues = arena.allocate(JAVA_DOUBLE, Math.max(1, columns));
    this.columnDuals = arena.allocate(JAVA_DOUBLE, Math.max(1, columns));
    option("output_flag", false);
    option("parallel", "off");
    option("threads", 1);
    option("random_seed", 0);
    watch();
    pass(model, whole);
  }

  private void watch() {
    try {
      MethodHandle method = MethodHandles.lookup().bind(this, "interrupt",
          MethodType.methodType(void.class, int.class, MemorySegment.class, MemorySegment.class, MemorySegment.class, MemorySegment.class));
      require(HighsLibrary.call(library.setCallback, highs, library.upcall(method, arena), MemorySegment.NULL));
    } catch (ReflectiveOperationException ours) {
      throw new IllegalStateException(ours);
    }
    require(HighsLibrary.call(library.startCallback, highs, SIMPLEX_INTERRUPT));
    require(HighsLibrary.call(library.startCallback, highs, MIP_INTERRUPT));
  }

  /** Called by HiGHS now and then; the first field of what it hands over is an int that asks it to end. */
  @SuppressWarnings({"unused", "restricted"}) // found by its name; writes into what the library hands over
  private void interrupt(int kind, MemorySegment message, MemorySegment out, MemorySegment in, MemorySegment ours) {
    if (patience.cancelled().getAsBoolean() && in.address() != 0) {
      in.reinterpret(JAVA_INT.byteSize()).set(JAVA_INT, 0, 1);
    }
  }

  private void pass(Model model, boolean[] whole) {
    int rows = model.rows();
    int entries = 0;
    for (int row = 0; row < rows; row++) {
      entries += model.row(row).terms().size();
    }
    double[] rowLower = new double[rows];
    double[] rowUpper = new double[rows];
    int[] starts = new int[rows + 1];
    int[] indices = new int[entries];
    double[] values = new double[entries];
    int at = 0;
    for (int index = 0; index < rows; index++) {
      Model.Row row = model.row(index);
      rowLower[index] = number(row.lower());
      rowUpper[index] = number(row.upper());
      for (int i = 0; i < row.terms().size(); i++, at++) {
        indices[at] = row.terms().column(i);
        values[at] = row.terms().factor(i);
      }
      starts[index + 1] = at;
    }
    double[] lower = new double[columns];
    double[] upper = new double[columns];
    int[] kinds = new int[columns];
    for (int column = 0; column < columns; column++) {
      lower[column] = number(model.lower(column));
      upper[column] = number(model.upper(column));
      kinds[column] = whole[column] ? 1 : 0;
    }
    try (Arena passing = Arena.ofConfined()) {
      require(HighsLibrary.call(library.passMip, highs, columns, rows, entries, ROW_WISE, MINIMISE, 0.0,
          doubles(passing, new double[columns]), doubles(passing, lower), doubles(passing, upper), doubles(passing, rowLower),
          doubles(passing, rowUpper), ints(passing, starts), ints(passing, indices), doubles(passing, values), ints(passing, kinds)));
    }
  }

  private static double number(long bound) {
    return bound >= Model.NONE ? Double.POSITIVE_INFINITY : bound <= -Model.NONE ? Double.NEGATIVE_INFINITY : bound;
  }

  private static MemorySegment doubles(Arena arena, double[] values) {
    return values.length == 0 ? arena.allocate(JAVA_DOUBLE) : arena.allocateFrom(JAVA_DOUBLE, values);
  }

  private static MemorySegment ints(Arena arena, int[] values) {
    return values.length == 0 ? arena.allocate(JAVA_INT) : arena.allocateFrom(JAVA_INT, values);
  }

  /** Minimises the negative of the goal, so that the goal is maximised; answers the status. */
  int maximise(Terms goal, Patience how) {
    patience = how;
    double[] costs = new double[columns];
    for (int i = 0; i < goal.size(); i++) {
      costs[goal.column(i)] = -goal.factor(i);
    }
    if (columns > 0) {
      try (Arena passing = Arena.ofConfined()) {
        require(HighsLibrary.call(library.costs, highs, 0, columns - 1, doubles(passing, costs)));
      }
    }
    require(HighsLibrary.call(library.run, highs));
    how.ask();
    return HighsLibrary.call(library.modelStatus, highs);
  }

  /** The values of the columns after a run. */
  double[] values() {
    fetch();
    return columnValues.toArray(JAVA_DOUBLE);
  }

  /** By how much the minimised sum grows when a column is moved away from its bound, after a relaxed run. */
  double[] reducedCosts() {
    fetch();
    return columnDuals.toArray(JAVA_DOUBLE);
  }

  private void fetch() {
    require(HighsLibrary.call(library.solution, highs, columnValues, columnDuals, MemorySegment.NULL, MemorySegment.NULL));
  }

  double info(String name) {
    try (Arena passing = Arena.ofConfined()) {
      MemorySegment value = passing.allocate(JAVA_DOUBLE);
      require(HighsLibrary.call(library.doubleInfo, highs, passing.allocateFrom(name), value));
      return value.get(JAVA_DOUBLE, 0);
    }
  }

  /** Whether the last run left a point that keeps every rule. */
  boolean hasPoint() {
    try (Arena passing = Arena.ofConfined()) {
      MemorySegment value = passing.allocate(JAVA_INT);
      require(HighsLibrary.call(library.intInfo, highs, passing.allocateFrom("primal_solution_status"), value));
      return value.get(JAVA_INT, 0) == 2;
    }
  }

  /** After a relaxed run that was impossible: how many times each row has to be added up to see it; empty when it is not told. */
  double[] ray(int rows) {
    try (Arena passing = Arena.ofConfined()) {
      MemorySegment told = passing.allocate(JAVA_INT);
      MemorySegment times = passing.allocate(JAVA_DOUBLE, Math.max(1, rows));
      require(HighsLibrary.call(library.dualRay, highs, told, times));
      return told.get(JAVA_INT, 0) == 0 ? new double[0] : times.toArray(JAVA_DOUBLE);
    }
  }

  void start(long[] point) {
    double[] values = new double[columns];
    for (int column = 0; column < columns; column++) {
      values[column] = point[column];
    }
    try (Arena passing = Arena.ofConfined()) {
      require(HighsLibrary.call(library.setSolution, highs, doubles(passing, values), MemorySegment.NULL, MemorySegment.NULL, MemorySegment.NULL));
    }
  }

  /** Called by the ten thousand, so without what a call of any shape costs. */
  void bound(int column, long least, long most) {
    try {
      require((int) library.columnBounds.invokeExact(highs, column, number(least), number(most)));
    } catch (Throwable fault) {
      throw new IllegalStateException("HiGHS could not be called", fault);
    }
  }

  void addRow(Terms terms, long least, long most) {
    int[] indices = new int[terms.size()];
    double[] values = new double[terms.size()];
    for (int i = 0; i < terms.size(); i++) {
      indices[i] = terms.column(i);
      values[i] = terms.factor(i);
    }
    try (Arena passing = Arena.ofConfined()) {
      require(HighsLibrary.call(library.addRow, highs, number(least), number(most), terms.size(), ints(passing, indices),
          doubles(passing, values)));
    }
  }

  void option(String name, boolean value) {
    try (Arena passing = Arena.ofConfined()) {
      require(HighsLibrary.call(library.boolOption, highs, passing.allocateFrom(name), value ? 1 : 0));
    }
  }

  void option(String name, int value) {
    try (Arena passing = Arena.ofConfined()) {
      require(HighsLibrary.call(library.intOption, highs, passing.allocateFrom(name), value));
    }
  }

  void option(String name, double value) {
    try (Arena passing = Arena.ofConfined()) {
      require(HighsLibrary.call(library.doubleOption, highs, passing.allocateFrom(name), value));
    }
  }

  void option(String name, String value) {
    try (Arena passing = Arena.ofConfined()) {
      require(HighsLibrary.call(library.textOption, highs, passing.allocateFrom(name), passing.allocateFrom(value)));
    }
  }

  /** 0 is fine and 1 a warning; anything else we caused. */
  private static void require(int status) {
    if (status != 0 && status != 1) {
      throw new IllegalStateException("HiGHS refused a call with " + status);
    }
  }

  @Override
  public void close() {
    try {
      library.destroy.invoke(highs);
    } catch (Throwable fault) {
      throw new IllegalStateException("HiGHS could not be ended", fault);
    } finally {
      arena.close();
    }
  }
}
