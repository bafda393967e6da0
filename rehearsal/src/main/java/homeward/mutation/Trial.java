package homeward.mutation;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The JVM beside: reads a directory of changed classes a line, runs the tests over them in a class loader of their own,
 * and answers a line: {@value #SURVIVED}, or {@value #KILLED} and the first test that failed.
 */
final class Trial {
  static final String SURVIVED = "survived";
  static final String KILLED = "killed ";
  /** No test was found, so nothing was shown. */
  static final String NOTHING = "nothing";

  private final Path classes;
  private final Path tests;
  private final List<String> rooms;

  Trial(Path classes, Path tests, List<String> rooms) {
    this.classes = classes;
    this.tests = tests;
    this.rooms = rooms;
  }

  static boolean isAnswer(String line) {
    return line.equals(SURVIVED) || line.equals(NOTHING) || line.startsWith(KILLED);
  }

  /** In: the classes, the tests, and every package whose tests are run. What the tests print is nobody's answer. */
  public static void main(String[] words) throws IOException {
    PrintStream answers = System.out;
    System.setOut(System.err);
    var trial = new Trial(Path.of(words[0]), Path.of(words[1]), List.of(words).subList(2, words.length));
    var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = questions.readLine(); line != null; line = questions.readLine()) {
      answers.println(trial.of(Path.of(line)));
      answers.flush();
    }
  }

  /** The classes of the mutant come before those it was made from. */
  String of(Path mutant) throws IOException {
    URL[] urls = {mutant.toUri().toURL(), classes.toUri().toURL(), tests.toUri().toURL()};
    Thread here = Thread.currentThread();
    ClassLoader before = here.getContextClassLoader();
    try (var loader = new URLClassLoader(urls, Trial.class.getClassLoader())) {
      here.setContextClassLoader(loader);
      return run();
    } finally {
      here.setContextClassLoader(before);
    }
  }

  private String run() {
    var stop = CancellationToken.create();
    var first = new FirstFailure(stop);
    var packages = rooms.stream().map(room -> selectPackage(room)).toList();
    var found = LauncherDiscoveryRequestBuilder.request().selectors(packages).build();
    var request = LauncherExecutionRequestBuilder.request(found).listeners(first).cancellationToken(stop).build();
    LauncherFactory.create().execute(request);
    return first.failed.map(KILLED::concat).orElse(first.ran ? SURVIVED : NOTHING);
  }

  /** One failing test is enough: what comes after it need not run. */
  private static final class FirstFailure implements TestExecutionListener {
    private final CancellationToken stop;
    private Optional<String> failed = Optional.empty();
    private boolean ran;

    FirstFailure(CancellationToken stop) {
      this.stop = stop;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      ran |= test.isTest();
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
}
