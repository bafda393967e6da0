package homeward.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import homeward.people.Population.Flaw;
import homeward.people.Population.Truth;
import homeward.people.Population.Written;
import homeward.register.Duplicates;
import homeward.register.Joins;
import homeward.register.PeopleFile;
import homeward.register.Person;
import homeward.register.Person.Health;
import homeward.register.Person.Status;
import homeward.register.Reading;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PopulationTest {

  /** One side's people: in its own file, in the holder's, and in the truth. */
  private record Half(List<Person> sought, List<Person> held, List<Truth> truth) {
    static List<Half> of(Population population) {
      return List.of(
          new Half(population.aSought(), population.bHeld(), truth(population, "A")),
          new Half(population.bSought(), population.aHeld(), truth(population, "B")));
    }

    static List<Half> withoutSought(Population population) {
      return List.of(
          new Half(List.of(), population.bHeld(), truth(population, "A")),
          new Half(List.of(), population.aHeld(), truth(population, "B")));
    }

    private static List<Truth> truth(Population population, String side) {
      return population.truth().stream().filter(row -> row.side().equals(side)).toList();
    }

    Map<String, Person> soughtById() {
      return sought.stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }

    Map<String, Person> heldById() {
      return held.stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }

    Stream<Truth> with(Flaw flaw) {
      return truth.stream().filter(row -> row.flaw() == flaw);
    }
  }

  private static Map<String, byte[]> written(Path dir, int people, long seed) {
    Population.generate(people, seed).writeTo(dir);
    return Population.FILES.stream().collect(Collectors.toMap(Function.identity(), file -> bytes(dir.resolve(file))));
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException notReadable) {
      throw new AssertionError(notReadable);
    }
  }

  @Test
  void oneSeedGivesTheSameBytesAndAnotherGivesOthers(@TempDir Path first, @TempDir Path again, @TempDir Path other) {
    Map<String, byte[]> bytes = written(first, 300, 7);
    Map<String, byte[]> bytesAgain = written(again, 300, 7);
    Map<String, byte[]> otherBytes = written(other, 300, 8);

    for (String file : Population.FILES) {
      assertThat(bytesAgain.get(file)).as(file).isEqualTo(bytes.get(file));
      assertThat(otherBytes.get(file)).as(file).isNotEqualTo(bytes.get(file));
    }
  }

  @Test
  void theFilesReadBackAsTheListsThatWereInvented(@TempDir Path dir) throws IOException {
    Population population = Population.generate(1300, 3);
    List<Written> files = population.writeTo(dir);

    assertThat(files).extracting(Written::file).containsExactlyElementsOf(Population.FILES);
    assertThat(PeopleFile.read(dir.resolve("a-sought.csv"), PeopleFile.Kind.SOUGHT))
        .isEqualTo(new Reading.Read(population.aSought(), List.of()));
    assertThat(PeopleFile.read(dir.resolve("a-held.csv"), PeopleFile.Kind.HELD))
        .isEqualTo(new Reading.Read(population.aHeld(), List.of()));
    assertThat(PeopleFile.read(dir.resolve("b-sought.csv"), PeopleFile.Kind.SOUGHT))
        .isEqualTo(new Reading.Read(population.bSought(), List.of()));
    assertThat(PeopleFile.read(dir.resolve("b-held.csv"), PeopleFile.Kind.HELD))
        .isEqualTo(new Reading.Read(population.bHeld(), List.of()));
    for (Written file : files) {
      assertThat(Files.readAllLines(dir.resolve(file.file()))).as(file.file()).hasSize(file.rows() + 1);
    }
    assertThat(Files.readAllLines(dir.resolve("truth.csv")).getFirst()).isEqualTo("side,sought_id,held_id,category,flaw");
  }

  @Test
  void everyRowStandsInTheTruthOnce() {
    for (Half half : Half.of(Population.generate(1300, 4))) {
      assertThat(half.truth().stream().map(Truth::heldId).filter(id -> !id.isEmpty()))
          .containsExactlyInAnyOrderElementsOf(half.held().stream().map(Person::id).toList());
      assertThat(half.truth().stream().filter(row -> row.flaw() != Flaw.ENTERED_TWICE)
              .map(Truth::soughtId).filter(id -> !id.isEmpty()))
          .containsExactlyInAnyOrderElementsOf(half.sought().stream().map(Person::id).toList());
    }
  }

  @Test
  void flawsHaveTheirRates() {
    for (Half half : Half.withoutSought(Population.generate(10_000, 5))) {
      for (Flaw flaw : Flaw.values()) {
        if (flaw != Flaw.NONE) {
          assertThat(half.with(flaw).count()).as(flaw.word()).isCloseTo(Math.round(10_000 * flaw.rate()), within(1L));
        }
      }
    }
  }

  @Test
  void everyFlawShowsInTheRows() {
    for (Half half : Half.of(Population.generate(1300, 6))) {
      Map<String, Person> sought = half.soughtById();
      Map<String, Person> held = half.heldById();
      Function<Truth, Person> soughtRow = row -> sought.get(row.soughtId());
      Function<Truth, Person> heldRow = row -> held.get(row.heldId());

      assertThat(half.with(Flaw.ALREADY_EXCHANGED).map(soughtRow)).isNotEmpty().extracting(Person::status)
          .containsOnly(Status.EXCHANGED);
      assertThat(half.with(Flaw.HOME_SAYS_DIED).map(soughtRow)).isNotEmpty().extracting(Person::status)
          .containsOnly(Status.DIED);
      assertThat(half.with(Flaw.HOLDER_SAYS_DIED).map(heldRow)).isNotEmpty().extracting(Person::status)
          .containsOnly(Status.DIED);
      assertThat(half.with(Flaw.HOLDER_SAYS_RELEASED).map(heldRow)).isNotEmpty().extracting(Person::status)
          .containsOnly(Status.RELEASED);
      assertThat(half.with(Flaw.CATEGORY_DISPUTED)).isNotEmpty().allSatisfy(row -> {
        assertThat(heldRow.apply(row).category()).isEqualTo(row.category());
        assertThat(soughtRow.apply(row).category()).isNotEqualTo(row.category());
      });
      assertThat(Duplicates.within(half.held()).stream().flatMap(group -> group.repeats().stream()).map(Person::id))
          .containsExactlyInAnyOrderElementsOf(half.with(Flaw.ENTERED_TWICE).map(Truth::heldId).toList());
    }
  }

  @Test
  void everySeedHasPeopleEnoughForTheReferenceExchange() {
    for (long seed = 1; seed <= 50; seed++) {
      for (Half half : Half.withoutSought(Population.generate(1300, seed))) {
        Set<String> fit = half.held().stream()
            .filter(person -> person.health() != Health.SERIOUSLY_WOUNDED && person.status() == Status.HELD)
            .map(Person::id)
            .collect(Collectors.toSet());
        // Whoever is sought by nobody is left out too: a careful side may offer only those the other asks for.
        Set<String> flawed = half.truth().stream()
            .filter(row -> row.flaw() != Flaw.NONE || row.soughtId().isEmpty())
            .flatMap(row -> Stream.of(row.heldId(), row.soughtId()))
            .collect(Collectors.toSet());
        Map<String, Long> left = half.truth().stream()
            .filter(row -> fit.contains(row.heldId()))
            .filter(row -> !flawed.contains(row.heldId()) && !flawed.contains(row.soughtId()))
            .collect(Collectors.groupingBy(Truth::category, Collectors.counting()));
        assertThat(left.get("military")).as("seed %d", seed).isGreaterThanOrEqualTo(900);
        assertThat(left.get("civilian")).as("seed %d", seed).isGreaterThanOrEqualTo(130);
      }
    }
  }

  @Test
  void thePlainRuleJoinsWhoIsSpelledAlikeAndNobodyElse() {
    for (long seed = 1; seed <= 20; seed++) {
      for (Half half : Half.of(Population.generate(1300, seed))) {
        Joins joins = Joins.exact(half.sought(), half.held());
        Set<String> truth = half.truth().stream()
            .filter(row -> row.flaw() != Flaw.ENTERED_TWICE)
            .map(row -> row.soughtId() + "=" + row.heldId())
            .collect(Collectors.toSet());

        assertThat(joins.joined().stream().map(pair -> pair.sought().id() + "=" + pair.held().id()))
            .as("seed %d", seed).isSubsetOf(truth);
        assertThat(joins.ambiguous()).as("seed %d", seed).isEmpty();
        // 55% of the 961 military and of the 183 civilians who are in both files.
        assertThat(joins.joined()).as("seed %d", seed).hasSize(529 + 101);
      }
    }
  }

  @Test
  void bothSidesHaveAsManyOfEachKind() {
    List<Half> halves = Half.of(Population.generate(1300, 9));

    assertThat(kinds(halves.getFirst())).isEqualTo(kinds(halves.getLast()));
  }

  private static Map<List<String>, Long> kinds(Half half) {
    return half.truth().stream().collect(Collectors.groupingBy(
        row -> List.of(row.category(), row.flaw().word(), row.soughtId().isEmpty() + "", row.heldId().isEmpty() + ""),
        Collectors.counting()));
  }

  @Test
  void idsTellNeitherTheSideNorWhoIsWho() {
    Population population = Population.generate(1300, 10);
    List<Person> everybody = Stream.of(
        population.aSought(), population.aHeld(), population.bSought(), population.bHeld()).flatMap(List::stream).toList();

    assertThat(new HashSet<>(everybody.stream().map(Person::id).toList())).hasSameSizeAs(everybody);
    assertThat(everybody).allSatisfy(person -> {
      assertThat(person.id()).matches("[C-Z][2-9]-[0-9]{5}");
      assertThat(person.particulars().powerOfOrigin()).isEmpty();
    });
    assertThat(population.truth().stream()
        .filter(row -> row.soughtId().endsWith(row.heldId().replaceFirst(".*-", "-")) && !row.heldId().isEmpty()))
        .hasSizeLessThan(20);
  }

  @Test
  void everybodyIsOfAnAgeThatCanBe() {
    LocalDate day = LocalDate.of(2025, 5, 16);
    for (Half half : Half.of(Population.generate(2000, 11))) {
      for (Person person : half.held()) {
        person.birthDate().fullDate().ifPresent(born -> assertThat(born.until(day).getYears())
            .isBetween(18, person.category().equals("military") ? 61 : 80));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 12, 30})
  void aHandfulOfPeopleIsAPopulationToo(int people) {
    for (Half half : Half.of(Population.generate(people, 12))) {
      assertThat(half.held()).hasSize(people);
      assertThat(half.truth()).extracting(Truth::flaw).containsOnly(Flaw.NONE);
      assertThat(Joins.exact(half.sought(), half.held()).joined()).hasSizeGreaterThanOrEqualTo(people / 3);
    }
  }

  @Test
  void noPopulationIsEmptyOrTooLargeForItsFiles() {
    assertThatThrownBy(() -> Population.generate(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Population.generate(Population.MOST_PEOPLE + 1, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aHundredThousandPeopleAreWrittenAndReadInBoundedTimeAndMemory(@TempDir Path dir) {
    long start = cpu();
    Population.generate(100_000, 13).writeTo(dir);
    long before = heap();
    Reading reading = PeopleFile.read(dir.resolve("a-held.csv"), PeopleFile.Kind.HELD);
    long kept = heap() - before;

    assertThat(reading).isInstanceOf(Reading.Read.class);
    assertThat(((Reading.Read) reading).people()).hasSize(100_600);
    assertThat(kept).isLessThan(150L << 20);
    assertThat(Duration.ofNanos(cpu() - start)).isLessThan(Duration.ofSeconds(40));
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
