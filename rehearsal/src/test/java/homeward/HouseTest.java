package homeward;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the house: {@link HouseRules} over the compiled classes and the sources of all modules. */
class HouseTest {
  private static List<Source> sources = List.of();
  private static JavaClasses classes = new ClassFileImporter().importPaths(List.of());

  @BeforeAll
  static void readTheHouse() {
    sources = Tree.files(".java").stream().map(file -> Source.parse(Tree.name(file), Tree.read(file))).toList();
    List<Path> compiled = Tree.modules().stream().map(module -> module.resolve("target/classes")).toList();
    classes = new ClassFileImporter().importPaths(compiled);
  }

  @Test
  void theWholeHouseWasRead() {
    Stream<String> written = sources.stream()
        .filter(source -> !source.isTest())
        .flatMap(source -> source.types().stream().filter(Source.Type::top).map(type -> source.room() + "." + type.name()));
    Set<String> compiled = classes.stream().map(JavaClass::getName).collect(Collectors.toSet());
    assertThat(written).isNotEmpty().allMatch(compiled::contains);
  }

  @Test
  void roomsLeanOnEachOtherInOneDirectionOnly() {
    assertThat(HouseRules.breaches(HouseRules.NO_CYCLES, classes)).isEmpty();
  }

  @Test
  void roomsOfTheServerLeanOnEachOtherInOneDirectionOnlyToo() {
    assertThat(HouseRules.SERVER.stream().flatMap(rule -> HouseRules.breaches(rule, classes).stream())).isEmpty();
  }

  @Test
  void roomsKeepToThePlan() {
    assertThat(HouseRules.PLAN.stream().flatMap(rule -> HouseRules.breaches(rule, classes).stream())).isEmpty();
  }

  @Test
  void onlyNodeAndVerifyJoinTheRulesToTheTranscript() {
    assertThat(HouseRules.joiningRulesAndTranscript(protocol())).isEmpty();
  }

  @Test
  void theProtocolNeedsJavaAndBouncyCastleOnly() {
    assertThat(HouseRules.breaches(HouseRules.NEEDS_LITTLE, protocol())).isEmpty();
  }

  private static JavaClasses protocol() {
    return new ClassFileImporter().importPath(Tree.root().resolve("protocol/target/classes"));
  }

  @Test
  void noClockAndNoChanceOutsideTheShells() {
    assertThat(HouseRules.clockOrChance(classes)).isEmpty();
  }

  @Test
  void filesStaySmall() {
    assertThat(sources.stream().flatMap(source -> HouseRules.tooLargeFile(source).stream())).isEmpty();
  }

  @Test
  void methodsStaySmall() {
    assertThat(sources.stream().flatMap(source -> HouseRules.tooLargeMethods(source).stream())).isEmpty();
  }

  @Test
  void roomsStaySmallFlatAndExplainThemselves() {
    assertThat(rooms(sources).values().stream().flatMap(room -> HouseRules.untidyRoom(room).stream())).isEmpty();
  }

  private static Map<String, List<Source>> rooms(List<Source> sources) {
    return sources.stream()
        .filter(source -> !source.isTest() && !source.name().endsWith("module-info.java"))
        .collect(Collectors.groupingBy(Source::room, TreeMap::new, Collectors.toList()));
  }

  @Test
  void namesAreTheFieldsWords() {
    assertThat(sources.stream().flatMap(source -> HouseRules.patternNames(source).stream())).isEmpty();
  }

  @Test
  void testsNeitherSleepNorMock() {
    assertThat(sources.stream().filter(Source::isTest).flatMap(source -> HouseRules.sleepsOrMocks(source).stream())).isEmpty();
    assertThat(Tree.files("pom.xml").stream().filter(pom -> Tree.read(pom).matches("(?s).*(mockito|easymock|jmockit).*")))
        .isEmpty();
  }

  @Test
  void noFileNamesTheMachineItWasWrittenOn() {
    assertThat(Tree.files().stream().flatMap(file -> HouseRules.foreignWords(Tree.name(file), text(file)).stream())).isEmpty();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Test
  void everyRelativeLinkLeadsSomewhere() {
    assertThat(Tree.files(".md").stream().flatMap(file -> HouseRules.deadLinks(file, Tree.read(file)).stream())).isEmpty();
  }
}
