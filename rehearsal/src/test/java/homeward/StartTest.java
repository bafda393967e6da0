package homeward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The start script, run for real in a small house of its own with a JDK and a Maven that only write down how they were
 * called: so every way of starting is tried in milliseconds, and the suite never starts Maven inside Maven.
 */
class StartTest {
  private static final List<String> TOOLS = List.of(
      "bash", "env", "sed", "head", "tail", "cat", "dirname", "readlink", "find", "cksum", "sort", "grep", "awk", "mkdir",
      "rm", "flock", "touch", "cp", "chmod");

  private static final String MAVEN = """
      #!/usr/bin/env bash
      if [ "$3" = -Dstyle.color=never ] && [ "$4" = --version ]; then echo "Apache Maven ${FAKE_MAVEN:-3.8.7}"; exit; fi
      root=$(dirname "$2")
      echo "$JAVA_HOME $*" >>"$root/maven-calls"
      [ -z "${FAKE_GATE:-}" ] || read -r go <"$FAKE_GATE"
      if [ -n "${FAKE_FAILURE:-}" ]; then
        echo '[INFO] Compiling'; echo '[WARNING] /a/A.java:[1,2] [Unused] never read'; echo '[ERROR] /a/A.java:[3,4] no such name'
        echo '[ERROR] Failed to execute goal: nothing answers -> [Help 1]'
        echo '[ERROR] -> [Help 1]'; echo '[ERROR] Re-run Maven using the -X switch'; exit 1
      fi
      mkdir -p "$root/protocol/target/surefire-reports" "$root/rehearsal/target/surefire-reports" "$root/rehearsal/target/lib"
      touch "$root/protocol/target/protocol-0.1.0.jar" "$root/protocol/target/protocol-0.1.0-tests.jar" "$root/rehearsal/target/rehearsal-0.1.0.jar"
      touch "$root/rehearsal/target/lib/bcprov-jdk18on-1.87.jar" "$root/rehearsal/target/lib/picocli-4.7.7.jar"
      case " $* " in *" verify "*) ;; *) exit 0 ;; esac
      echo '<testsuite name="A" time="1.5" tests="7" errors="0" skipped="1" failures="0">' \\
        >"$root/protocol/target/surefire-reports/TEST-A.xml"
      echo "<testsuite name=\\"B\\" tests=\\"5\\" errors=\\"${FAKE_ERRORS:-0}\\" skipped=\\"0\\" failures=\\"${FAKE_ERRORS:-0}\\">" \\
        >"$root/rehearsal/target/surefire-reports/TEST-B.xml"
      [ "${FAKE_ERRORS:-0}" = 0 ]
      """;

  @TempDir Path place;
  private Path house = Path.of("");
  private final Map<String, String> environment = new TreeMap<>();

  private record Ended(int code, String out, String err) {
    List<String> words() {
      return out.lines().toList();
    }
  }

  @BeforeEach
  void aHouseWithTools() throws IOException {
    house = Files.createDirectories(place.resolve("a house"));
    Files.copy(Tree.root().resolve("homeward"), house.resolve("homeward"));
    write(house.resolve("pom.xml"), "<project/>");
    write(house.resolve("protocol/pom.xml"), "<project/>");
    write(house.resolve("rehearsal/pom.xml"), "<project/>");
    write(house.resolve("protocol/src/main/java/A.java"), "class A {}");
    Path tools = Files.createDirectories(place.resolve("tools"));
    for (String tool : TOOLS) {
      var found = Stream.of("/bin", "/usr/bin", "/usr/local/bin").map(at -> Path.of(at, tool)).filter(Files::exists).findFirst();
      if (found.isPresent()) {
        program(tools.resolve(tool), "#!/bin/sh\nexec %s \"$@\"\n".formatted(found.get()));
      }
    }
    program(tools.resolve("mvn"), MAVEN);
    environment.put("PATH", tools.toString());
    environment.put("HOMEWARD_JVM_DIRS", Files.createDirectories(place.resolve("jvm")).toString());
  }

  private static Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static void program(Path file, String text) throws IOException {
    Files.setPosixFilePermissions(write(file, text), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** A JDK whose java writes down its arguments, one a line; with a release file or, as some builds, without. */
  private Path jdk(String name, String version, boolean release) throws IOException {
    Path home = place.resolve("jvm").resolve(name);
    program(home.resolve("bin/javac"), "#!/usr/bin/env bash\n");
    program(home.resolve("bin/java"), """
        #!/usr/bin/env bash
        if [ "$1" = -version ]; then echo 'openjdk version "%s" 2026-04-21' >&2; exit; fi
        printf '%%s\\n' "%s" "$@"
        """.formatted(version, name));
    if (release) {
      write(home.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_RUNTIME_VERSION=\"%s+9\"\nJAVA_VERSION=\"%s\"\n"
          .formatted(version, version.replace("-ea", "")));
    }
    return home;
  }

  private Process begin(String... words) throws IOException {
    var command = new ArrayList<>(List.of(house.resolve("homeward").toString()));
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command).directory(Files.createDirectories(place.resolve("elsewhere")).toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  private Ended start(String... words) throws IOException, InterruptedException {
    Process process = begin(words);
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), out, err);
  }

  private List<String> mavenCalls() throws IOException {
    Path calls = house.resolve("maven-calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }

  @Test
  void theScriptIsWellFormed() throws Exception {
    for (String script : List.of("homeward", ".ci/run")) {
      Path file = Tree.root().resolve(script);
      assertThat(new ProcessBuilder("bash", "-n", file.toString()).start().waitFor()).isZero();
      assertThat(file).isExecutable();
    }
  }

  @Test
  void theMachineThatChecksRunsWhatTheReaderRuns() {
    assertThat(Tree.read(Tree.root().resolve(".ci/run"))).contains("./homeward test").doesNotContain("mvn");
  }

  @Test
  void withoutAJdkItSaysWhatToInstall() throws Exception {
    Ended ended = start("--help");
    assertThat(ended.code()).isEqualTo(69);
    assertThat(ended.err()).startsWith("Homeward needs a JDK 25.0.3 or later and found none.").contains("JAVA_HOME=/path/to");
    assertThat(mavenCalls()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "25.0.0, corrupt data",
    "25, corrupt data",
    "25.0.1, corrupt data",
    "25.0.2, corrupt data",
    "17.0.15, too old",
    "1.8.0_402, too old",
    "25.0.4-ea, early-access",
    "26-ea, early-access",
    "never, cannot be read",
  })
  void aJdkThatWillNotDoIsNamedWithTheReason(String version, String reason) throws Exception {
    for (boolean release : List.of(true, false)) {
      jdk("candidate", version, release);
      Ended ended = start("--help");
      assertThat(ended.code()).isEqualTo(69);
      assertThat(ended.err()).contains("candidate").contains(reason);
      Files.deleteIfExists(place.resolve("jvm/candidate/release"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"25.0.3", "25.0.10", "25.1", "26", "26.0.1", "25.0.3+9-LTS"})
  void aJdkThatWillDoIsTaken(String version) throws Exception {
    for (boolean release : List.of(true, false)) {
      jdk("candidate", version, release);
      assertThat(start("--help").words()).startsWith("candidate");
      Files.deleteIfExists(place.resolve("jvm/candidate/release"));
    }
  }

  @Test
  void aRuntimeWithoutCompilerWillNotDo() throws Exception {
    Files.delete(jdk("runtime", "25.0.3", true).resolve("bin/javac"));
    assertThat(start("--help").err()).contains("a runtime without the compiler");
  }

  @Test
  void javaHomeComesFirstThenTheDirectoriesThenThePath() throws Exception {
    Path first = jdk("first", "25.0.3", true);
    environment.put("JAVA_HOME", Files.move(first, place.resolve("first")).toString());
    Path last = Files.move(jdk("last", "25.0.3", true), place.resolve("last"));
    environment.put("PATH", last.resolve("bin") + ":" + environment.get("PATH"));
    jdk("middle", "25.0.3", true);
    assertThat(start("--help").words()).startsWith("first");
    environment.put("JAVA_HOME", jdk("old", "17.0.15", true).toString());
    assertThat(start("--help").words()).startsWith("middle");
    environment.put("HOMEWARD_JVM_DIRS", "");
    assertThat(start("--help").words()).startsWith("last");
  }

  @Test
  void anOldJavaFirstOnThePathDoesNotMatter() throws Exception {
    Path old = Files.move(jdk("old", "17.0.15", true), place.resolve("old"));
    environment.put("PATH", old.resolve("bin") + ":" + environment.get("PATH"));
    jdk("new", "25.0.3", true);
    assertThat(start("--help").words()).startsWith("new");
  }

  @Test
  void aJavaHomeThatIsNoneIsNamed() throws Exception {
    environment.put("JAVA_HOME", "/nowhere");
    assertThat(start("--help").err()).contains("JAVA_HOME=/nowhere: there is no bin/java in it");
  }

  @Test
  void aCommandRunsFromTheJarsWithAssertionsOn() throws Exception {
    jdk("jdk", "25.0.3", true);
    List<String> words = start("demo", "--json", "an out.json").words();
    Path root = house.toRealPath();
    assertThat(words).contains("-ea", root + "/rehearsal/target/rehearsal-0.1.0.jar:" + root + "/rehearsal/target/lib/*");
    assertThat(words).endsWith("homeward.command.Main", "demo", "--json", "an out.json");
  }

  @Test
  void verifyRunsFromTheProtocolAlone() throws Exception {
    jdk("jdk", "25.0.3", true);
    List<String> words = start("verify", "a bundle").words();
    Path root = house.toRealPath();
    assertThat(words).containsSubsequence(
        "-p", root + "/protocol/target/protocol-0.1.0.jar:" + root + "/rehearsal/target/lib/bcprov-jdk18on-1.87.jar",
        "-m", "homeward.protocol/homeward.verify.Main", "a bundle");
    assertThat(words).doesNotContain("-cp").noneMatch(word -> word.contains("picocli"));
  }

  @Test
  void theFirstStartBuildsAndTheSecondDoesNot() throws Exception {
    Path home = jdk("jdk", "25.0.3", true);
    assertThat(start("--help").err()).isEqualTo("Building Homeward (first time: some minutes)…\n");
    assertThat(mavenCalls()).singleElement().asString().startsWith(home.toRealPath().toString()).endsWith("-DskipTests -pl rehearsal -am package");
    assertThat(start("--help").err()).isEmpty();
    assertThat(mavenCalls()).hasSize(1);
  }

  @Test
  void aChangedSourceIsBuiltAndATouchedOneIsNot() throws Exception {
    jdk("jdk", "25.0.3", true);
    start("--help");
    Path source = house.resolve("protocol/src/main/java/A.java");
    write(source, "class A {}");
    start("--help");
    assertThat(mavenCalls()).hasSize(1);
    var time = Files.getLastModifiedTime(source);
    Files.setLastModifiedTime(write(source, "class B {}"), time);
    start("--help");
    assertThat(mavenCalls()).hasSize(2);
    Files.delete(source);
    start("--help");
    assertThat(mavenCalls()).hasSize(3);
  }

  @Test
  void aMissingJarIsBuiltAgain() throws Exception {
    jdk("jdk", "25.0.3", true);
    start("--help");
    Files.delete(house.resolve("protocol/target/protocol-0.1.0.jar"));
    assertThat(start("--help").code()).isZero();
    assertThat(mavenCalls()).hasSize(2);
  }

  @Test
  void aFailedBuildShowsTheUsefulPartAndIsTriedAgain() throws Exception {
    jdk("jdk", "25.0.3", true);
    environment.put("FAKE_FAILURE", "1");
    Ended ended = start("--help");
    assertThat(ended.code()).isEqualTo(70);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("never read", "no such name", "nothing answers", "homeward-build.log")
        .doesNotContain("Re-run", "Compiling", "[ERROR] -> ");
    environment.remove("FAKE_FAILURE");
    assertThat(start("--help").code()).isZero();
  }

  @Test
  void withoutMavenOrWithAnOldOneItSaysWhatToInstall() throws Exception {
    jdk("jdk", "25.0.3", true);
    environment.put("FAKE_MAVEN", "3.6.3");
    assertThat(start("--help").err()).contains("Maven 3.8.7 or later").contains("is 3.6.3");
    environment.put("FAKE_MAVEN", "3.9.11");
    assertThat(start("--help").code()).isZero();
    Files.delete(place.resolve("tools/mvn"));
    assertThat(start("--help").code()).as("nothing is stale, so Maven is not missed").isZero();
    Files.delete(house.resolve("target/homeward.stamp"));
    Ended ended = start("--help");
    assertThat(ended.code()).isEqualTo(69);
    assertThat(ended.err()).contains("there is no mvn on the PATH");
  }

  @Test
  void theSecondOfTwoStartsWaitsAndFindsEverythingFresh() throws Exception {
    assumeThat(place.resolve("tools/flock")).as("without flock the starts are on their own").exists();
    jdk("jdk", "25.0.3", true);
    Path gate = place.resolve("gate");
    assertThat(new ProcessBuilder("mkfifo", gate.toString()).start().waitFor()).isZero();
    environment.put("FAKE_GATE", gate.toString());
    Process first = begin("--help");
    assertThat(firstLine(first)).startsWith("Building");
    Process second = begin("--help");
    assertThat(firstLine(second)).startsWith("Another start is building");
    Files.writeString(gate, "go\n");
    assertThat(first.waitFor()).isZero();
    assertThat(second.waitFor()).isZero();
    assertThat(mavenCalls()).hasSize(1);
  }

  private static String firstLine(Process process) throws IOException {
    return new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8)).readLine();
  }

  @Test
  void theSuiteEndsWithTheCountsOfAllModules() throws Exception {
    jdk("jdk", "25.0.3", true);
    write(house.resolve("protocol/target/surefire-reports/TEST-Old.xml"), "<testsuite name=\"Old\" tests=\"900\" errors=\"0\">");
    Ended ended = start("test", "-Dtest=A");
    assertThat(ended.words()).endsWith("11 passed, 0 failed, 1 skipped");
    assertThat(ended.code()).isZero();
    assertThat(mavenCalls()).singleElement().asString().endsWith("-B -ntp verify -Dtest=A");
    assertThat(start("--help").err()).as("the suite has built everything").isEmpty();
  }

  @Test
  void aFailedSuiteIsAnExit() throws Exception {
    jdk("jdk", "25.0.3", true);
    environment.put("FAKE_ERRORS", "2");
    Ended ended = start("test");
    assertThat(ended.words()).endsWith("7 passed, 4 failed, 1 skipped");
    assertThat(ended.code()).isEqualTo(1);
  }

  @Test
  void aSuiteThatRanNothingHasNotPassed() throws Exception {
    jdk("jdk", "25.0.3", true);
    environment.put("FAKE_FAILURE", "1");
    Ended ended = start("test");
    assertThat(ended.words()).endsWith("0 passed, 0 failed, 0 skipped");
    assertThat(ended.code()).isEqualTo(1);
  }

  @Test
  void theHelpOfTestDoesNotRunTheSuite() throws Exception {
    jdk("jdk", "25.0.3", true);
    assertThat(start("test", "--help").words()).endsWith("homeward.command.Main", "help", "test");
  }
}
