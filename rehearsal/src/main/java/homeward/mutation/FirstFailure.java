package homeward.mutation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Listens to a run of tests until one fails: that is enough, and what comes after it need not run. */
final class FirstFailure implements TestExecutionListener {
  private final CancellationToken stop;
  private final LongSupplier nanoseconds;
  private final Map<String, Long> began = new HashMap<>();
  private final Map<String, Long> took = new HashMap<>();
  private Optional<String> failed = Optional.empty();
  private boolean ran;

  FirstFailure(CancellationToken stop, LongSupplier nanoseconds) {
    this.stop = stop;
    this.nanoseconds = nanoseconds;
  }

  /** The test that failed first, by class and method. */
  Optional<String> failed() {
    return failed;
  }

  /** Whether any test ran at all. */
  boolean ran() {
    return ran;
  }

  /** How long each class of tests took, in nanoseconds. */
  Map<String, Long> took() {
    return took;
  }

  @Override
  public void executionStarted(TestIdentifier test) {
    began.put(test.getUniqueId(), nanoseconds.getAsLong());
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    ran |= test.isTest();
    if (test.getSource().orElse(null) instanceof ClassSource of && !of.getClassName().contains("$")) {
      took.put(of.getClassName(), nanoseconds.getAsLong() - began.getOrDefault(test.getUniqueId(), 0L));
    }
    if (result.getStatus() == TestExecutionResult.Status.FAILED && failed.isEmpty()) {
      failed = Optional.of(name(test));
      stop.cancel();
    }
  }

  private static String name(TestIdentifier test) {
    String shown = test.getDisplayName().replaceAll("\\s+", " ");
    if (!(test.getSource().orElse(null) instanceof MethodSource method)) {
      return shown;
    }
    String name = method.getClassName().replaceFirst(".*\\.", "") + "." + method.getMethodName();
    return shown.startsWith(method.getMethodName()) ? name : name + " " + shown;
  }
}
