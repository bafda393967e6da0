package homeward.mutation;

import static org.junit.platform.engine.discovery.ClassNameFilter.excludeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The JVM beside. It first runs the tests as things are and says so in a line, {@value #READY}, or names the test that
 * failed. Then it reads a directory of changed classes a line, runs the tests over them in a class loader of their own,
 * the quick classes of tests before the slow ones, and answers a line: {@value #SURVIVED}, or {@value #KILLED} and the first
 * test that failed.
 */
final class Trial {
  static final String READY = "ready";
  static final String SURVIVED = "survived";
  static final String KILLED = "killed ";
  /** No test was found, so nothing was shown. */
  static final String NOTHING = "nothing";

  /** Half a second. */
  private static final long QUICK = 500_000_000L;

  private final Path classes;
  private final Path tests;
  private final String besides;
  /** How long each class of tests took when it last ran to its end, in nanoseconds. */
  private final Map<String, Long> took = new HashMap<>();
  /** The quick class whose test failed last: guards of one file stand side by side, and are often missed by the same tests. */
  private String killer = "";

  private Trial(Path classes, Path tests, String besides) {
    this.classes = classes;
    this.tests = tests;
    this.besides = besides;
  }

  static boolean isAnswer(String line) {
    return line.equals(READY) || line.equals(SURVIVED) || line.equals(NOTHING) || line.startsWith(KILLED);
  }

  /**
   * In: the classes, the tests, a pattern of classes that are not asked, and every package whose tests are run. What the tests
   * print is nobody's answer.
   */
  public static void main(String[] words) throws IOException {
    PrintStream answers = System.out;
    System.setOut(System.err);
    Trial trial = new Trial(Path.of(words[0]), Path.of(words[1]), words[2]);
    answers.println(trial.asThingsAre(List.of(words).subList(3, words.length)));
    answers.flush();
    var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = questions.readLine(); line != null; line = questions.readLine()) {
      answers.println(trial.without(Path.of(line)));
      answers.flush();
    }
  }

  private String asThingsAre(List<String> packages) throws IOException {
    URL[] urls = {classes.toUri().toURL(), tests.toUri().toURL()};
    String answer = in(urls, () -> run(packages.stream().map(name -> selectPackage(name)).toList()));
    return answer.equals(SURVIVED) ? READY : answer;
  }

  /** The classes of the mutant come before those it was made from. */
  private String without(Path mutant) throws IOException {
    URL[] urls = {mutant.toUri().toURL(), classes.toUri().toURL(), tests.toUri().toURL()};
    return in(urls, this::quickFirst);
  }

  private String quickFirst() {
    List<String> names = new ArrayList<>(took.keySet());
    names.sort(Comparator.comparingLong(name -> name.equals(killer) ? 0L : took.getOrDefault(name, 0L)));
    for (String name : names) {
      String answer = run(List.of(selectClass(name)));
      if (!answer.equals(SURVIVED)) {
        killer = took.getOrDefault(name, 0L) < QUICK ? name : "";
        return answer;
      }
    }
    return SURVIVED;
  }

  private interface Asking {
    String answer();
  }

  private static String in(URL[] urls, Asking asking) throws IOException {
    Thread here = Thread.currentThread();
    ClassLoader before = here.getContextClassLoader();
    try (var loader = new URLClassLoader(urls, Trial.class.getClassLoader())) {
      here.setContextClassLoader(loader);
      return asking.answer();
    } finally {
      here.setContextClassLoader(before);
    }
  }

  private String run(List<? extends DiscoverySelector> selectors) {
    CancellationToken stop = CancellationToken.create();
    FirstFailure first = new FirstFailure(stop, System::nanoTime);
    var found =
        LauncherDiscoveryRequestBuilder.request().selectors(selectors).filters(excludeClassNamePatterns(besides)).build();
    Launcher launcher = LauncherFactory.create();
    launcher.execute(LauncherExecutionRequestBuilder.request(found).listeners(first).cancellationToken(stop).build());
    Optional<String> failed = first.failed();
    if (failed.isEmpty()) {
      took.putAll(first.took());
    }
    return failed.map(KILLED::concat).orElse(first.ran() ? SURVIVED : NOTHING);
  }
}
