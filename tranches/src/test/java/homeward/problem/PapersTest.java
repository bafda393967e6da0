package homeward.problem;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.json.Json;
import homeward.json.JsonReader;
import homeward.json.Malformed;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that people bring: read whole, or refused with what to mend. */
class PapersTest {
  private static final Problem GOOD = Invention.threeDays(40, 7);

  @TempDir private Path place = Path.of("");

  private Path file(String text) throws IOException {
    return Files.writeString(place.resolve("file.json"), text);
  }

  private static <T> List<Mistake> mistakes(Papers.Reading<T> reading) {
    return switch (reading) {
      case Papers.Reading.Read<T> read -> List.of();
      case Papers.Reading.Refused<T>(List<Mistake> mistakes) -> mistakes;
    };
  }

  private static Set<Mistake.Kind> kinds(Problem problem) {
    return Sound.mistakes(problem).stream().map(Mistake::kind).collect(Collectors.toSet());
  }

  private static Problem first(UnaryOperator<Person> change) {
    String ref = GOOD.people().stream().filter(person -> person.group().isEmpty()).findFirst().orElseThrow().ref();
    return GOOD.withPeople(person -> person.ref().equals(ref) ? change.apply(person) : person);
  }

  @Test
  void whatIsWrittenIsReadAgain() throws Exception {
    Path file = place.resolve("problem.json");
    Papers.write(file, GOOD);
    assertThat(Papers.problem(file)).isEqualTo(new Papers.Reading.Read<>(GOOD));
    assertThat(Sound.mistakes(GOOD)).isEmpty();
  }

  @Test
  void theHashIsOfTheContentAndNotOfTheSpelling() throws Exception {
    String pretty = Problem.SHAPE.write(GOOD).pretty();
    Problem other = Problem.SHAPE.read(JsonReader.read(pretty.replace("  ", "\t")));
    assertThat(other.hash()).isEqualTo(GOOD.hash()).hasSize(64);
    assertThat(GOOD.hash()).as("of the whole canonical form").isEqualTo(Problem.sha256(Problem.SHAPE.write(GOOD).canonical()));
    assertThat(first(person -> person.with(person.cannotGo(), person.heldMonths() + 1, person.lot())).hash()).isNotEqualTo(GOOD.hash());
  }

  @Test
  void aNumberThatIsNoneIsRefusedWithItsPlace() throws Exception {
    String text = Problem.SHAPE.write(GOOD).pretty();
    assertThat(mistakes(Papers.problem(file(text.replaceFirst("\"heldMonths\": [0-9]+", "\"heldMonths\": NaN"))))).singleElement()
        .satisfies(mistake -> assertThat(mistake.kind()).isEqualTo(Mistake.Kind.MALFORMED))
        .satisfies(mistake -> assertThat(mistake.where()).startsWith("line "));
    assertThat(mistakes(Papers.problem(file(text.replaceFirst("\"heldMonths\": [0-9]+", "\"heldMonths\": 1.5"))))).isNotEmpty();
    assertThat(mistakes(Papers.problem(file(text.replaceFirst("\"ref\"", "\"name\""))))).singleElement()
        .satisfies(mistake -> assertThat(mistake.toString()).contains("people[0]", "name"));
  }

  @Test
  void whatIsNoFileAndWhatIsAnotherFormatIsRefused() throws Exception {
    assertThat(mistakes(Papers.problem(place.resolve("none.json")))).extracting(Mistake::kind).containsExactly(Mistake.Kind.UNREADABLE);
    assertThat(mistakes(Papers.problem(file(Problem.SHAPE.write(GOOD).pretty().replace("tranches/1", "tranches/9")))))
        .extracting(Mistake::kind).containsExactly(Mistake.Kind.NOT_THIS_FORMAT);
  }

  static Stream<Problem> withAMistake() {
    return Stream.of(
        first(person -> GOOD.people().getLast()),
        first(person -> person.with(person.cannotGo(), -1, person.lot())),
        first(person -> person.with(person.cannotGo(), person.heldMonths(), -1)),
        first(person -> person.with(person.cannotGo(), person.heldMonths(), GOOD.people().getLast().lot())),
        GOOD.withSites(site -> site.site().equals("site-1") ? new Site("elsewhere", site.route(), site.escorted(), site.closed()) : site),
        GOOD.withSites(site -> new Site(site.site(), "no road", site.escorted(), site.closed())),
        GOOD.withSites(site -> new Site(site.site(), site.route(), site.escorted(),
            Optional.of(List.of(new Site.Closure("never", Optional.empty()))))),
        GOOD.withRoutes(route -> new Route(route.route(), route.vehicles(), 0)),
        GOOD.withDays(day -> new Day("the same", day.returns(), day.all(), day.sites(), day.vehicles())),
        GOOD.withDays(day -> new Day(day.day(), day.returns(), Optional.of(List.of("military")), day.sites(), day.vehicles())),
        GOOD.withDays(day -> new Day(day.day(), day.returns(), day.all(), Optional.of(-1), day.vehicles())),
        new Problem(GOOD.homeward(), List.of(), GOOD.routes(), GOOD.sites(), Optional.empty(), GOOD.people()));
  }

  @ParameterizedTest
  @MethodSource("withAMistake")
  void aProblemThatCannotBeIsRefused(Problem problem) {
    assertThat(Sound.mistakes(problem)).isNotEmpty();
  }

  @Test
  void moreThanCanGoIsRefusedWithBothNumbers() {
    Problem problem = GOOD.withDays(day -> day.day().equals("day-1") ? many(day) : day);
    assertThat(Sound.mistakes(problem)).singleElement().satisfies(mistake -> {
      assertThat(mistake.kind()).isEqualTo(Mistake.Kind.MORE_THAN_ELIGIBLE);
      assertThat(mistake.words()).contains("military", "can");
    });
  }

  private static Day many(Day day) {
    Day more = day;
    for (int i = 0; i < 40; i++) {
      more = more.withOneMoreOf("military");
    }
    return more;
  }

  @Test
  void aGroupLargerThanAVehicleIsRefused() {
    Problem problem = GOOD.withRoutes(route -> new Route(route.route(), route.vehicles(), 2))
        .withPeople(person -> person.site().equals("site-1") ? inGroup(person) : person);
    assertThat(kinds(problem)).containsExactly(Mistake.Kind.GROUP_TOO_LARGE);
  }

  private static Person inGroup(Person person) {
    return new Person(person.ref(), person.category(), person.site(), person.health(), person.sex(), person.age(), person.heldMonths(),
        person.unit(), person.sector(), Optional.of("large"), Optional.empty(), Optional.empty(), person.asked(), person.lot());
  }

  @Test
  void somebodyNamedWhoCannotGoIsRefused() {
    assertThat(kinds(first(person -> person.withName().with(Optional.of(Person.CannotGo.UNFIT), 1, person.lot()))))
        .containsExactly(Mistake.Kind.CONTRADICTION);
  }

  @Test
  void aMillionPeopleAreRefusedAtOnce() {
    Person one = GOOD.people().getFirst();
    Problem problem = new Problem(GOOD.homeward(), GOOD.days(), GOOD.routes(), GOOD.sites(), Optional.empty(),
        IntStream.range(0, 1_000_000).mapToObj(i -> one).toList());
    assertThat(kinds(problem)).containsExactly(Mistake.Kind.TOO_LARGE);
  }

  @Test
  void aPolicySaysEachThingOnceAndNothingWithoutMeaning() {
    assertThat(Sound.mistakes(Policy.of(Wish.Kind.values()))).isEmpty();
    assertThat(Sound.mistakes(Policy.of(Wish.Kind.SICK, Wish.Kind.SICK))).extracting(Mistake::kind).containsExactly(Mistake.Kind.TWICE);
    Policy odd = new Policy(Policy.FORMAT, "odd", 1, List.of(new Wish(Wish.Kind.SICK, Optional.of(3), Optional.of(3)),
        new Wish(Wish.Kind.LONGEST_HELD, Optional.of(0), Optional.empty())));
    assertThat(Sound.mistakes(odd)).extracting(Mistake::where).containsExactly("order[0].months", "order[0].percent", "order[1].months");
  }

  /** The examples in the documents are files that are read. */
  @Test
  void theExamplesInTheDocumentsAreRead() throws Exception {
    List<String> examples = new ArrayList<>();
    for (String name : List.of("formats.md", "operating.md")) {
      String text = Files.readString(Path.of("").toAbsolutePath().resolveSibling("docs").resolve(name));
      Pattern.compile("(?ms)^```json\\R(.*?)^```").matcher(text).results().map(block -> block.group(1)).forEach(examples::add);
    }
    int read = 0;
    for (String example : examples) {
      if (example.contains("\"tranches/1\"")) {
        assertThat(mistakes(Papers.problem(file(example)))).isEmpty();
        read++;
      } else if (example.contains("\"policy/1\"")) {
        assertThat(mistakes(Papers.policy(file(example)))).isEmpty();
        read++;
      } else if (example.contains("\"plan/1\"")) {
        assertThat(mistakes(Papers.plan(file(example)))).isEmpty();
        read++;
      } else if (example.contains("\"submission/1\"")) {
        assertThat(mistakes(Papers.submission(file(example)))).isEmpty();
        read++;
      }
    }
    assertThat(read).isEqualTo(5);
  }

  /** The fields of every object in a schema for other programs, by the name of its definition. */
  @Test
  void theSchemasForOtherProgramsNameTheSameFields() throws Exception {
    Map<String, Class<?>> records = Map.of("person", Person.class, "day", Day.class, "site", Site.class, "route", Route.class,
        "closure", Site.Closure.class);
    records.forEach((name, type) -> assertThat(fields(schema("problem"), "$defs", name)).as(name).isEqualTo(components(type)));
    assertThat(fields(schema("problem"))).isEqualTo(components(Problem.class));
    assertThat(fields(schema("policy"))).isEqualTo(components(Policy.class));
    assertThat(fields(schema("policy"), "$defs", "wish")).isEqualTo(components(Wish.class));
    assertThat(fields(schema("plan"))).isEqualTo(components(Plan.class));
    assertThat(fields(schema("plan"), "$defs", "stage")).isEqualTo(components(Plan.Stage.class));
    assertThat(fields(schema("plan"), "$defs", "trip")).isEqualTo(components(Plan.Trip.class));
    assertThat(fields(schema("plan"), "$defs", "adjustment")).isEqualTo(components(Plan.Adjustment.class));
    assertThat(fields(schema("submission"))).isEqualTo(components(Submission.class));
    assertThat(fields(schema("submission"), "$defs", "part")).isEqualTo(components(Submission.Part.class));
  }

  private static Json schema(String name) {
    try (InputStream in = PapersTest.class.getResourceAsStream("/homeward/problem/" + name + ".schema.json")) {
      return JsonReader.read(new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException | Malformed broken) {
      throw new AssertionError(name, broken);
    }
  }

  private static Set<String> fields(Json schema, String... path) {
    Json at = schema;
    for (String step : path) {
      at = Objects.requireNonNull(((Json.Fields) at).values().get(step), step);
    }
    return new TreeSet<>(((Json.Fields) Objects.requireNonNull(((Json.Fields) at).values().get("properties"))).values().keySet());
  }

  private static Set<String> components(Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).collect(Collectors.toCollection(TreeSet::new));
  }
}
