package homeward.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTest {
  enum Category {
    MILITARY,
    CIVILIAN
  }

  record Reference(String value) implements Comparable<Reference> {
    Reference {
      if (value.isEmpty()) {
        throw new IllegalArgumentException("a reference has letters");
      }
    }

    @Override
    public int compareTo(Reference other) {
      return value.compareTo(other.value);
    }
  }

  record Day(String value) {
    Day {
      LocalDate.parse(value);
    }
  }

  record Wave(String place, int seats) {}

  record Journey(
      Reference id,
      Day day,
      long count,
      boolean direct,
      Category category,
      Optional<String> note,
      Optional<Wave> spare,
      List<Wave> waves,
      SortedSet<Reference> persons,
      SortedMap<Category, Integer> quota,
      SortedMap<Reference, List<Long>> seats,
      SortedMap<String, Json> other) {}

  sealed interface Move {}

  record Release(Reference person) implements Move {}

  record Nothing() implements Move {}

  record Named(String value) implements Move {}

  sealed interface Observed extends Move {
    record HandedOver(SortedSet<Reference> persons) implements Observed {}

    record Both(Move first, Optional<Move> second) implements Observed {}
  }

  record Play(List<Move> moves) {}

  record Unordered(SortedSet<Wave> waves, SortedSet<Integer> numbers, SortedSet<String> words) {}

  private static final Shape<Journey> JOURNEY = Shape.of(Journey.class);
  private static final Shape<Play> PLAY = Shape.of(Play.class);

  private static Journey journey(Optional<String> note) {
    return new Journey(
        new Reference("J-1"),
        new Day("2025-05-23"),
        390,
        false,
        Category.MILITARY,
        note,
        note.map(_ -> new Wave("rest", 1)),
        List.of(new Wave("north", 2), new Wave("gate", -1)),
        new TreeSet<>(List.of(new Reference("b"), new Reference("a"))),
        new TreeMap<>(Map.of(Category.MILITARY, 270, Category.CIVILIAN, 120)),
        new TreeMap<>(Map.of(new Reference("a"), List.of(1L, 0L))),
        new TreeMap<>(Map.of("x", Json.items(List.of("y")))));
  }

  private static final String WRITTEN =
      """
      {"id":"J-1","day":"2025-05-23","count":390,"direct":false,"category":"MILITARY",
       "note":"n","spare":{"place":"rest","seats":1},
       "waves":[{"place":"north","seats":2},{"place":"gate","seats":-1}],"persons":["a","b"],
       "quota":{"CIVILIAN":120,"MILITARY":270},"seats":{"a":[1,0]},"other":{"x":["y"]}}
      """;

  @Test
  void everyKindIsWrittenByComponentNameInTheOrderOfTheRecord() throws Malformed {
    Json written = JOURNEY.write(journey(Optional.of("n")));
    assertThat(written.pretty()).isEqualTo(JsonReader.read(WRITTEN).pretty());
  }

  @Test
  void whatIsWrittenWithoutJsonInBetweenHasTheSameBytes() {
    for (String note : List.of("n", "", "\"quoted\" and \\", "\n at the end\t", "Олена \u0001\u001f \uD83D\uDE9A")) {
      Journey journey = journey(Optional.of(note));
      assertThat(JOURNEY.canonical(journey)).as(note).isEqualTo(JOURNEY.write(journey).canonical());
    }
    Journey without = journey(Optional.empty());
    assertThat(JOURNEY.canonical(without)).isEqualTo(JOURNEY.write(without).canonical());
    Play play = new Play(List.of(new Nothing(), new Observed.Both(new Named("n"), Optional.of(new Nothing()))));
    assertThat(PLAY.canonical(play)).isEqualTo(PLAY.write(play).canonical());
    assertThatIllegalArgumentException().isThrownBy(() -> JOURNEY.canonical(journey(Optional.of("\uD83D"))));
  }

  @Test
  void everyKindIsReadBackToAnEqualRecord() throws Malformed {
    for (Journey journey : List.of(journey(Optional.empty()), journey(Optional.of("n")))) {
      byte[] canonical = JOURNEY.write(journey).canonical();
      assertThat(JOURNEY.read(JsonReader.readCanonical(canonical))).isEqualTo(journey);
    }
  }

  @Test
  void anEmptyOptionalIsAnAbsentField() {
    Json.Fields written = (Json.Fields) JOURNEY.write(journey(Optional.empty()));
    assertThat(written.values()).doesNotContainKeys("note", "spare").containsKey("other");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"id\":\"J-1\" | \"id\":\"\" | id",
        "\"id\":\"J-1\" | \"id\":{\"value\":\"J-1\"} | id",
        "\"id\":\"J-1\",| `` | id",
        "\"day\":\"2025-05-23\" | \"day\":\"2025-02-31\" | day",
        "\"count\":390 | \"count\":\"390\" | count",
        "\"count\":390 | \"count\":true | count",
        "\"direct\":false | \"direct\":0 | direct",
        "\"category\":\"MILITARY\" | \"category\":\"military\" | category",
        "\"category\":\"MILITARY\" | \"category\":1 | category",
        "\"note\":\"n\" | \"note\":1 | note",
        "\"note\":\"n\" | \"Note\":\"n\" | Note",
        "\"spare\":{\"place\":\"rest\",\"seats\":1} | \"spare\":{\"place\":\"rest\"} | spare.seats",
        "\"place\":\"gate\" | \"place\":7 | waves[1].place",
        "\"place\":\"gate\" | \"place\":\"gate\",\"gate\":1 | waves[1].gate",
        "\"seats\":-1 | \"seats\":2147483648 | waves[1].seats",
        "\"waves\":[ | \"waves\":[1, | waves[0]",
        "\"persons\":[\"a\",\"b\"], | `` | persons",
        "[\"a\",\"b\"] | [\"b\",\"a\"] | persons[1]",
        "[\"a\",\"b\"] | [\"a\",\"a\"] | persons[1]",
        "[\"a\",\"b\"] | [\"a\",\"\"] | persons[1]",
        "[\"a\",\"b\"] | {} | persons",
        "\"quota\":{\"CIVILIAN\" | \"quota\":{\"OTHER\" | quota.OTHER",
        "\"quota\":{\"CIVILIAN\":120 | \"quota\":{\"CIVILIAN\":[] | quota.CIVILIAN",
        "\"seats\":{\"a\" | \"seats\":{\"\" | seats",
        "[1,0] | [1,false] | seats.a[1]"
      })
  void whatDoesNotFitIsRefusedWithItsPath(String from, String to, String path) throws Malformed {
    Json altered = JsonReader.read(WRITTEN.replace(from, to));
    assertThat(altered).isNotEqualTo(JsonReader.read(WRITTEN));
    assertThatExceptionOfType(Malformed.class)
        .isThrownBy(() -> JOURNEY.read(altered))
        .satisfies(malformed -> assertThat(malformed.where()).isEqualTo(path))
        .satisfies(malformed -> assertThat(malformed).hasMessageStartingWith(path + ": "))
        .satisfies(malformed -> assertThat(malformed.what()).isNotEmpty());
  }

  @Test
  void sealedInterfacesNameTheRecordInTheFieldIs() throws Malformed {
    Play play =
        new Play(
            List.of(
                new Release(new Reference("a")),
                new Nothing(),
                new Named("n"),
                new Observed.HandedOver(new TreeSet<>(List.of(new Reference("c")))),
                new Observed.Both(new Nothing(), Optional.of(new Observed.Both(new Nothing(), Optional.empty())))));
    Json written = PLAY.write(play);
    assertThat(new String(written.canonical(), UTF_8))
        .isEqualTo(
            "{\"moves\":[{\"is\":\"release\",\"person\":\"a\"},{\"is\":\"nothing\"},{\"is\":\"named\",\"value\":\"n\"},"
                + "{\"is\":\"handedOver\",\"persons\":[\"c\"]},{\"first\":{\"is\":\"nothing\"},\"is\":\"both\","
                + "\"second\":{\"first\":{\"is\":\"nothing\"},\"is\":\"both\"}}]}");
    assertThat(PLAY.read(written)).isEqualTo(play);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"person\":\"a\"} | moves[0].is",
        "{\"is\":1,\"person\":\"a\"} | moves[0].is",
        "{\"is\":\"Release\",\"person\":\"a\"} | moves[0].is",
        "{\"is\":\"observed\"} | moves[0].is",
        "{\"is\":\"nothing\",\"person\":\"a\"} | moves[0].person",
        "{\"is\":\"release\"} | moves[0].person",
        "{\"is\":\"both\",\"first\":{\"is\":\"release\",\"person\":\"\"}} | moves[0].first.person",
        "\"nothing\" | moves[0]",
        "[] | moves[0]"
      })
  void aRecordThatIsNoneOfTheSealedOnesIsRefused(String move, String path) {
    assertThatExceptionOfType(Malformed.class)
        .isThrownBy(() -> PLAY.read(JsonReader.read("{\"moves\":[" + move + "]}")))
        .satisfies(malformed -> assertThat(malformed.where()).isEqualTo(path));
  }

  @Test
  void setsAreWrittenBytewiseWhateverOrderTheyHaveInMemory() throws Malformed {
    SortedSet<Wave> waves = new TreeSet<>(Comparator.comparing(Wave::place).reversed());
    waves.addAll(List.of(new Wave("a", 1), new Wave("b", 2)));
    SortedSet<String> words = new TreeSet<>(List.of("😀", "～", "b", "a", "ab", "a!"));
    Unordered value = new Unordered(waves, new TreeSet<>(List.of(10, 9, -1)), words);
    Shape<Unordered> shape = Shape.of(Unordered.class);
    Json written = shape.write(value);
    assertThat(new String(written.canonical(), UTF_8))
        .isEqualTo(
            "{\"numbers\":[-1,9,10],\"waves\":[{\"place\":\"a\",\"seats\":1},{\"place\":\"b\",\"seats\":2}],"
                + "\"words\":[\"a\",\"a!\",\"ab\",\"b\",\"～\",\"😀\"]}");
    Unordered read = shape.read(written);
    assertThat(read.waves()).containsExactly(new Wave("a", 1), new Wave("b", 2));
    assertThat(read.numbers()).containsExactly(-1, 9, 10);
    assertThat(read.words()).isEqualTo(words);
    assertThat(shape.write(read).canonical()).isEqualTo(written.canonical());
  }

  @Test
  void whatWasReadCannotBeChanged() throws Malformed {
    Journey read = JOURNEY.read(JsonReader.read(WRITTEN));
    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> read.waves().clear());
    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> read.persons().clear());
    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> read.quota().clear());
  }

  @Test
  void aSealedInterfaceOrAPlainTextCanBeTheWhole() throws Malformed {
    assertThat(Shape.of(Move.class).read(JsonReader.read("{\"is\":\"nothing\"}"))).isEqualTo(new Nothing());
    assertThat(Shape.of(Reference.class).write(new Reference("a"))).isEqualTo(Json.of("a"));
    assertThatExceptionOfType(Malformed.class)
        .isThrownBy(() -> Shape.of(Reference.class).read(Json.of("")))
        .withMessage("a reference has letters");
  }

  @Test
  void aStrangersNamesStandInMessagesShortAndHarmless() {
    String hostile = "\u001b[2J\u202e\n" + "x".repeat(100_000);
    for (Json json : List.of(Json.fields(hostile, 1), Json.fields("is", hostile))) {
      assertThatExceptionOfType(Malformed.class)
          .isThrownBy(() -> Shape.of(Move.class).read(json))
          .satisfies(malformed -> assertThat(malformed.getMessage()).hasSizeLessThan(500).doesNotContainPattern("\\p{C}"));
    }
    assertThatExceptionOfType(Malformed.class)
        .isThrownBy(() -> Shape.of(Wave.class).read(Json.fields(hostile, 1)))
        .satisfies(malformed -> assertThat(malformed.getMessage()).hasSizeLessThan(500).doesNotContainPattern("\\p{C}"));
  }

  record Fraction(double value) {}

  record Nested(List<Optional<String>> values) {}

  record Mapped(SortedMap<Integer, String> values) {}

  record Hashed(Map<String, String> values) {}

  record Open(Comparable<String> value) {}

  record Generic<T>(T held) {}

  record Raised(Generic<String> held) {}

  sealed interface Clashing {
    record Is(String is) implements Clashing {}
  }

  sealed interface Twice {
    record Same() implements Twice {}

    sealed interface Deeper extends Twice {
      record Same() implements Deeper {}
    }
  }

  sealed interface WithEnum {
    enum Only implements WithEnum {
      ONE
    }
  }

  @Test
  void aTypeWithoutAFormIsNoticedAtOnce() {
    for (Class<?> type :
        Arrays.asList(Fraction.class, Nested.class, Mapped.class, Hashed.class, Open.class, Generic.class, Raised.class,
            Clashing.class, Twice.class, WithEnum.class, Object.class)) {
      assertThatIllegalArgumentException().as("%s", type).isThrownBy(() -> Shape.of(type));
    }
  }
}
