package homeward;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules of the house: how rooms may lean on each other, how large things may grow, what may be named and touched.
 * Each is a function from what it looks at to a list of breaches in words; an empty list is a tidy house.
 */
final class HouseRules {
  /** The only classes that may read a clock or draw a random number, with the reason. */
  private static final Map<String, String> SHELLS = Map.ofEntries(
      Map.entry("homeward.command.BackUp", "a database that is made for a backup gets a password"),
      Map.entry("homeward.command.Demo", "plays at a person's pace, with passwords for the databases of the play"),
      Map.entry("homeward.command.Bench", "measures time"),
      Map.entry("homeward.command.BenchProtocol", "measures time"),
      Map.entry("homeward.command.BenchReports", "measures time"),
      Map.entry("homeward.command.BenchMatching", "measures time"),
      Map.entry("homeward.command.BenchTranches", "measures time"),
      Map.entry("homeward.bench.NodesProcess", "measures time, with real nodes"),
      Map.entry("homeward.bench.PagesProcess", "measures pages of a real node"),
      Map.entry("homeward.command.ExhaustiveWalk", "tells how many states a second it looks at"),
      Map.entry("homeward.command.Mutate", "says how long the rest may take"),
      Map.entry("homeward.mutation.Trial", "runs quick tests before slow ones"),
      Map.entry("homeward.server.Chance", "where the keys of a real node come from"),
      Map.entry("homeward.server.Server", "gives a real node this machine's clock"));

  private static final Set<String> BANNED_NAMES =
      Set.of("Service", "Manager", "Helper", "Impl", "DTO", "Dto", "Util", "Utils", "Entity");

  private static final int FILE_LINES = 400;
  private static final int METHOD_LINES = 40;
  private static final int PARAMETERS = 7;
  /** A record of the language is the schema of what is signed: it has as many components as the agreement has parts. */
  private static final int COMPONENTS = 15;
  private static final int IMPORTS = 40;
  private static final int FILES_A_ROOM = 20;
  private static final int PUBLIC_PERCENT = 55;

  /** Rooms that are read from outside as a whole, and why (docs/decisions/002). */
  private static final Map<String, String> ALL_FACE = Map.of(
      "homeward.exchange", "a language: whoever reads an entry needs every word of it",
      "homeward.transcript", "the forms that other people's readers are written against",
      "homeward.balance", "sums that anybody redoes",
      "homeward.problem", "a language too: whoever brings a problem, reads a plan or checks one needs every word of it",
      "homeward.node", "ports that stores and wires are written against",
      "homeward.server.delegations", "every face of every room asks for a viewer, and every page says what it needs");

  /** Put together here, so that this file does not hold what it forbids. */
  private static final List<String> FOREIGN = List.of(
      "(?<![\\w.])/" + "work\\b",
      "\\.\\./" + "shared\\b",
      "repo1?\\.maven" + "(\\.apache)?\\.org",
      "central\\." + "sonatype",
      "registry\\." + "(npmjs|yarnpkg)",
      "pypi\\." + "org|pythonhosted\\." + "org",
      "crates\\." + "io|proxy\\." + "golang",
      "plugins\\." + "gradle\\.org");

  // The plan: which room may lean on which.

  static final ArchRule NO_CYCLES = slices().matching("homeward.(*)..").should().beFreeOfCycles();

  /** The server is a house in the house: its rooms have arrows of their own, and none of them knows the roof over them. */
  static final List<ArchRule> SERVER = List.of(
      slices().matching("homeward.server.(*)..").should().beFreeOfCycles(),
      noClasses().that().resideInAPackage("homeward.server.*")
          .should().dependOnClassesThat().resideInAPackage("homeward.server")
          .because("the server starts its rooms; they do not know it").allowEmptyShould(true));

  static final List<ArchRule> PLAN = List.of(
      rule("exchange", "transcript"),
      rule("transcript", "exchange"),
      noClasses().that().resideInAPackage("homeward.json..")
          .should().dependOnClassesThat(resideInAPackage("homeward..").and(outside("homeward.json..")))
          .because("the reader of JSON knows no room").allowEmptyShould(true));

  private static ArchRule rule(String room, String stranger) {
    return noClasses().that().resideInAPackage("homeward." + room + "..")
        .should().dependOnClassesThat().resideInAPackage("homeward." + stranger + "..")
        .because("what may happen and how it is written down do not know each other; node maps between them")
        .allowEmptyShould(true);
  }

  private static DescribedPredicate<JavaClass> outside(String room) {
    return DescribedPredicate.not(resideInAPackage(room));
  }

  /** In the protocol alone: the rehearsal looks at everything from outside, as an observer may. */
  static List<String> joiningRulesAndTranscript(JavaClasses classes) {
    return classes.stream()
        .filter(type -> !Set.of("homeward.node", "homeward.verify").contains(type.getPackageName()))
        .filter(type -> leansOn(type, "homeward.exchange") && leansOn(type, "homeward.transcript"))
        .map(type -> type.getName() + " uses exchange and transcript; only node and verify may use both")
        .toList();
  }

  private static boolean leansOn(JavaClass type, String room) {
    return type.getDirectDependenciesFromSelf().stream()
        .anyMatch(dependency -> dependency.getTargetClass().getPackageName().equals(room));
  }

  static final ArchRule NEEDS_LITTLE = classes().should().onlyDependOnClassesThat(DescribedPredicate.describe(
          "are java.base, BouncyCastle, JSpecify or the protocol's own",
          type -> ofJavaBase(type) || ofTheProtocol(type)
              || type.getPackageName().startsWith("org.bouncycastle")
              || type.getPackageName().startsWith("org.jspecify")))
      .because("a side that trusts nobody audits this one jar");

  private static boolean ofJavaBase(JavaClass type) {
    String room = type.getBaseComponentType().getPackageName();
    return room.isEmpty() || ModuleLayer.boot().findModule("java.base").orElseThrow().getPackages().contains(room);
  }

  private static boolean ofTheProtocol(JavaClass type) {
    String file = type.getBaseComponentType().getName().replaceFirst("\\$.*", "").replace('.', '/') + ".class";
    return Files.exists(Tree.root().resolve("protocol/target/classes").resolve(file));
  }

  static List<String> clockOrChance(JavaClasses classes) {
    return classes.stream()
        .filter(type -> !SHELLS.containsKey(type.getName().replaceFirst("\\$.*", "")))
        .flatMap(type -> type.getAccessesFromSelf().stream())
        .filter(HouseRules::isClockOrChance)
        .map(access -> access.getDescription() + ": a clock or chance outside the shells; take it as an argument")
        .toList();
  }

  private static boolean isClockOrChance(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String member = access.getTarget().getName();
    return switch (owner) {
      case "java.lang.System" -> member.equals("currentTimeMillis") || member.equals("nanoTime");
      case "java.lang.Math", "java.lang.StrictMath" -> member.equals("random");
      case "java.util.UUID" -> member.equals("randomUUID");
      case "java.util.Random", "java.util.concurrent.ThreadLocalRandom", "java.security.SecureRandom" -> true;
      case "java.util.SplittableRandom" -> member.equals("<init>") && takesNothing(access);
      case "java.time.Clock" -> member.startsWith("system") || member.startsWith("tick");
      default -> owner.startsWith("java.time.") && member.equals("now");
    };
  }

  /** A SplittableRandom with a seed is how the rehearsal draws; without one it is chance. */
  private static boolean takesNothing(JavaAccess<?> access) {
    return access.getTarget().getFullName().endsWith("<init>()");
  }

  // The sizes, the names and the words.

  static List<String> tooLargeFile(Source source) {
    return Stream.of(
            over(source.codeLines(), FILE_LINES, source.name() + ": lines of code"),
            over(source.imports(), IMPORTS, source.name() + ": imports"))
        .flatMap(List::stream)
        .toList();
  }

  static List<String> tooLargeMethods(Source source) {
    Stream<List<String>> methods = source.methods().stream()
        .map(method -> over(method.lines(), METHOD_LINES, source.name() + ": lines of " + method.name()));
    Stream<List<String>> parameters = source.methods().stream()
        .map(method -> over(method.parameters(), mayTake(method), source.name() + ": parameters of " + method.name()));
    Stream<List<String>> components = source.types().stream()
        .map(type -> over(type.components(), COMPONENTS, source.name() + ": components of " + type.name()));
    return Stream.of(methods, parameters, components).flatMap(Function.identity()).flatMap(List::stream).toList();
  }

  /** A record names its components where it is declared, so a longer row of them stays readable. */
  private static int mayTake(Source.Method method) {
    return method.ofRecord() ? COMPONENTS : PARAMETERS;
  }

  private static List<String> over(long found, int allowed, String what) {
    return found <= allowed ? List.of() : List.of(what + ": " + found + ", at most " + allowed);
  }

  static List<String> untidyRoom(List<Source> room) {
    String name = room.getFirst().room();
    var breaches = new ArrayList<>(over(room.stream().filter(file -> !file.isPackageInfo()).count(), mostFiles(name), name + ": files"));
    if (!name.matches("homeward\\.(server\\.)?[a-z]+")) {
      breaches.add(name + ": a room is one flat package, homeward.<room> or homeward.server.<room>");
    }
    if (room.stream().noneMatch(file -> file.isPackageInfo() && file.code().contains("org.jspecify.annotations.NullMarked"))) {
      breaches.add(name + ": no package-info.java with @org.jspecify.annotations.NullMarked");
    }
    List<Source.Type> types = room.stream().flatMap(file -> file.types().stream()).filter(Source.Type::top).toList();
    long visible = types.stream().filter(Source.Type::visible).count();
    if (types.size() >= 6 && !ALL_FACE.containsKey(name) && visible * 100 > (long) PUBLIC_PERCENT * types.size()) {
      breaches.add("%s: %d of %d types are public, at most %d%%".formatted(name, visible, types.size(), PUBLIC_PERCENT));
    }
    return breaches;
  }

  /** A command is a file, and there may be as many as there are commands. */
  private static int mostFiles(String room) {
    return room.equals("homeward.command") ? 2 * FILES_A_ROOM : FILES_A_ROOM;
  }

  static List<String> patternNames(Source source) {
    return source.types().stream()
        .filter(type -> Arrays.stream(type.name().split("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])"))
            .anyMatch(BANNED_NAMES::contains))
        .map(type -> source.name() + ": " + type.name() + " is named after a pattern, not after what it is")
        .toList();
  }

  static List<String> sleepsOrMocks(Source source) {
    return Stream.of("\\bsleep\\s*\\(", "\\bparkNanos\\s*\\(", "\\bimport .*(mockito|easymock|jmockit)", "\\bmock\\s*\\(")
        .filter(sign -> Pattern.compile(sign).matcher(source.code()).find())
        .map(sign -> source.name() + ": " + sign)
        .toList();
  }

  static List<String> foreignWords(String name, String text) {
    return FOREIGN.stream()
        .flatMap(word -> Pattern.compile(word).matcher(text).results())
        .map(hit -> name + ": " + hit.group())
        .toList();
  }

  static List<String> deadLinks(Path file, String text) {
    Matcher links = Pattern.compile("\\]\\(<?([^)\\s>]+)>?(?: \"[^\"]*\")?\\)")
        .matcher(text.replaceAll("(?s)```.*?```|`[^`\\n]*`", ""));
    return links.results()
        .map(link -> link.group(1))
        .filter(link -> !link.matches("[a-z]+:.*"))
        .filter(link -> !leadsSomewhere(file, link))
        .map(link -> file.getFileName() + ": " + link + " leads nowhere")
        .toList();
  }

  private static boolean leadsSomewhere(Path file, String link) {
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]);
    if (!Files.exists(target)) {
      return false;
    }
    return parts.length == 1 || !target.toString().endsWith(".md") || headings(target).contains(parts[1]);
  }

  /** The anchors of a page, as the common hosts make them: small letters, no punctuation, dashes for spaces. */
  private static Set<String> headings(Path page) {
    return Tree.read(page).lines()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("#+ *", "").toLowerCase(Locale.ROOT))
        .map(line -> line.replaceAll("[^\\p{L}\\p{N} _-]", "").strip().replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  static List<String> breaches(ArchRule rule, JavaClasses classes) {
    EvaluationResult result = rule.allowEmptyShould(true).evaluate(classes);
    return result.getFailureReport().getDetails();
  }

  private HouseRules() {}
}
