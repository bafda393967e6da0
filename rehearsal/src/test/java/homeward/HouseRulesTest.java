package homeward;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule that catches nothing holds nothing: every one is shown a planted breach and its tidy neighbour. */
class HouseRulesTest {
  @TempDir Path place;

  private JavaClasses compiled(String... planted) throws IOException {
    var arguments = new ArrayList<>(List.of("-proc:none", "-d", place.resolve("out").toString()));
    for (String text : planted) {
      Source source = Source.parse("Planted.java", text);
      Path file = place.resolve(source.room()).resolve(source.types().getFirst().name() + ".java");
      Files.createDirectories(file.getParent());
      arguments.add(Files.writeString(file, text).toString());
    }
    int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
    assertThat(code).isZero();
    return new ClassFileImporter().importPath(place.resolve("out"));
  }

  @Test
  void aCycle() throws IOException {
    assertThat(HouseRules.breaches(HouseRules.NO_CYCLES, compiled(
            "package homeward.a; public class A { homeward.b.B b; }",
            "package homeward.b; public class B { homeward.a.A a; }")))
        .isNotEmpty();
  }

  @Test
  void rulesThatKnowTheTranscript() throws IOException {
    JavaClasses planted = compiled(
        "package homeward.exchange; public class Move { homeward.transcript.Entry entry; }",
        "package homeward.transcript; public class Entry {}");
    assertThat(HouseRules.PLAN.stream().flatMap(rule -> HouseRules.breaches(rule, planted).stream())).hasSize(1);
  }

  @Test
  void aReaderOfJsonThatKnowsARoom() throws IOException {
    JavaClasses planted = compiled(
        "package homeward.json; public class Reader { homeward.exchange.Move move; }",
        "package homeward.exchange; public class Move {}");
    assertThat(HouseRules.PLAN.stream().flatMap(rule -> HouseRules.breaches(rule, planted).stream())).hasSize(1);
  }

  @Test
  void aThirdRoomThatJoinsRulesAndTranscript() throws IOException {
    JavaClasses planted = compiled(
        "package homeward.exchange; public class Move {}",
        "package homeward.transcript; public class Entry {}",
        "package homeward.node; public class Node { homeward.exchange.Move m; homeward.transcript.Entry e; }",
        "package homeward.reports; public class Both { homeward.exchange.Move m; homeward.transcript.Entry e; }");
    assertThat(HouseRules.joiningRulesAndTranscript(planted)).singleElement().asString().contains("homeward.reports.Both");
  }

  @Test
  void aProtocolThatNeedsMore() throws IOException {
    assertThat(HouseRules.breaches(HouseRules.NEEDS_LITTLE, compiled("package homeward.node; class Wide { java.sql.Connection c; }")))
        .isNotEmpty();
    assertThat(HouseRules.breaches(HouseRules.NEEDS_LITTLE, compiled("package homeward.node; class Wide { int[] c; java.util.List<String> l; }")))
        .isEmpty();
  }

  @Test
  void aClockAndChanceHoweverTheyAreReached() throws IOException {
    for (String use : List.of(
        "Object f() { return java.time.Instant.now(); }",
        "java.util.function.Supplier<Object> f() { return java.time.LocalDate::now; }",
        "Object f() { return System.nanoTime(); }",
        "Object f() { return new java.util.Random(3); }",
        "Object f() { return new java.util.SplittableRandom(); }",
        "Object f() { return new java.security.SecureRandom(); }",
        "java.util.function.Supplier<Object> f() { return java.util.UUID::randomUUID; }",
        "Object f() { return Math.random(); }",
        "Object f() { return java.util.concurrent.ThreadLocalRandom.current(); }",
        "Object f() { return java.time.Clock.systemUTC(); }")) {
      assertThat(HouseRules.clockOrChance(compiled("package homeward.node; class Uses { " + use + " }"))).as(use).isNotEmpty();
    }
    assertThat(HouseRules.clockOrChance(compiled("package homeward.node; class Uses {"
            + " Object f() { return new java.util.SplittableRandom(7).nextInt(); } }")))
        .isEmpty();
    assertThat(HouseRules.clockOrChance(compiled("package homeward.command; class Bench { Object f() { return System.nanoTime(); } }")
            .that(DescribedPredicate.describe("the bench", type -> type.getSimpleName().equals("Bench")))))
        .isEmpty();
  }

  private static Source planted(String text) {
    return Source.parse("src/main/java/Planted.java", text);
  }

  @Test
  void aFileOverTheLimit() {
    assertThat(HouseRules.tooLargeFile(planted("class A {\n" + "int a;\n".repeat(398) + "}\n"))).isEmpty();
    assertThat(HouseRules.tooLargeFile(planted("class A {\n" + "int a;\n".repeat(399) + "}\n"))).hasSize(1);
    assertThat(HouseRules.tooLargeFile(planted("class A {\n" + "// why\n\n/* more\n why */\n".repeat(399) + "}\n"))).isEmpty();
    assertThat(HouseRules.tooLargeFile(planted("import java.util.List;\n".repeat(41) + "class A {}"))).hasSize(1);
  }

  @Test
  void aMethodOverTheLimit() {
    assertThat(HouseRules.tooLargeMethods(planted("class A { void f() {\n" + "f();\n".repeat(38) + "} }"))).isEmpty();
    assertThat(HouseRules.tooLargeMethods(planted("class A { void f() {\n" + "f();\n".repeat(39) + "} }"))).hasSize(1);
    assertThat(HouseRules.tooLargeMethods(planted("class A { void f(int a, int b, int c, int d, int e, int f, int g) {} }"))).isEmpty();
    assertThat(HouseRules.tooLargeMethods(planted("class A { A(int a, int b, int c, int d, int e, int f, int g, int h) {} }"))).hasSize(1);
  }

  @Test
  void aRecordOverTheLimit() {
    String fifteen = Stream.iterate(1, i -> i + 1).limit(15).map(i -> "int c" + i).collect(Collectors.joining(", "));
    assertThat(HouseRules.tooLargeMethods(planted("record R(" + fifteen + ") { static int s; R { s = c1; } }"))).isEmpty();
    assertThat(HouseRules.tooLargeMethods(planted("record R(" + fifteen + ", int more) {}"))).hasSize(1);
  }

  @Test
  void anUntidyRoom() {
    String info = "/** Why. */ @org.jspecify.annotations.NullMarked package homeward.care;";
    Source tidy = Source.parse("src/main/java/homeward/care/package-info.java", info);
    Source shown = planted("package homeward.care; public class A {}");
    Source hidden = planted("package homeward.care; class A {}");
    assertThat(HouseRules.untidyRoom(List.of(tidy, hidden, shown, shown, shown, hidden, hidden))).isEmpty();
    assertThat(HouseRules.untidyRoom(List.of(tidy, hidden, shown, shown, shown, shown, hidden))).hasSize(1);
    assertThat(HouseRules.untidyRoom(List.of(hidden))).singleElement().asString().contains("package-info");
    assertThat(HouseRules.untidyRoom(Stream.concat(Stream.of(tidy), Stream.generate(() -> hidden).limit(21)).toList())).hasSize(1);
    assertThat(HouseRules.untidyRoom(List.of(planted("package homeward.care.inner; class A {}")))).hasSize(2);
  }

  @Test
  void aNameAfterAPattern() {
    assertThat(HouseRules.patternNames(planted("class PaymentServiceImpl { interface JSONUtil {} enum PersonDTO {} }"))).hasSize(3);
    assertThat(HouseRules.patternNames(planted("class Identity { interface Utility {} record Implied() {} class Serviceable {} }"))).isEmpty();
  }

  @Test
  void aTestThatSleepsOrMocks() {
    assertThat(HouseRules.sleepsOrMocks(planted("class A { void f() throws Exception { Thread.sleep(5); } }"))).hasSize(1);
    assertThat(HouseRules.sleepsOrMocks(planted("import static org." + "mockito.Mockito.mock;\nclass A { Object o = mo" + "ck(A.class); }"))).hasSize(2);
    assertThat(HouseRules.sleepsOrMocks(planted("class A { String s = \"sleep(5)\"; /* sleep(5) */ char c = '\\''; }"))).isEmpty();
  }

  @Test
  void aWordFromTheMachine() {
    assertThat(HouseRules.foreignWords("a.md", "see /" + "work/main and ../" + "shared/x and https://repo.maven" + ".apache.org/y")).hasSize(3);
    assertThat(HouseRules.foreignWords("a.md", "the network/working paper of co/" + "work, maven.apache.org/POM")).isEmpty();
  }

  @Test
  void aDeadLink() throws IOException {
    Path page = Files.writeString(place.resolve("page.md"), "# What it is, and why\n");
    assertThat(HouseRules.deadLinks(page, "[a](page.md) [b](#what-it-is-and-why) [c](https://example.org/x) `[d](no.md)`")).isEmpty();
    assertThat(HouseRules.deadLinks(page, "[a](no.md) [b](#why) ![c](no.svg \"title\") [d](page.md#no)")).hasSize(4);
  }
}
