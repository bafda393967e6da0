package homeward.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.json.Json;
import homeward.json.JsonReader;
import homeward.json.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Files in which somebody changed a value or two: refused with reasons, or something that the rules take. */
class DamagedAgreementTest {
  private static final int FILES = 1_500;
  private static final List<Json> OTHERS = List.of(
      Json.of(0), Json.of(1), Json.of(-1), Json.of(2), Json.of(7), Json.of(1_000_000), Json.of(Json.LARGEST_WHOLE), Json.of(true),
      Json.of(false), Json.of(""), Json.of("all"), Json.of("A"), Json.of("B"), Json.of("M"), Json.of("military"), Json.of("KEEPER"),
      Json.of("2025-02-30"), Json.of("2025-06-20"), Json.of("23:59"), Json.of("as agreed"), Json.of("total"),
      new Json.Items(List.of()), new Json.Fields(new LinkedHashMap<>()));

  @Test
  void aDamagedFileIsRefusedWithReasonsOrCanStillBeSigned() throws Malformed {
    int read = 0;
    for (long seed = 1; seed <= FILES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Json json = JsonReader.read(AgreementFile.write(Agreements.generated(seed % 50)));
      Json damaged = damage(random.nextBoolean() ? json : damage(json, random), random);
      switch (AgreementFile.read(damaged.pretty().getBytes(StandardCharsets.UTF_8), "damaged.json")) {
        case Reading.Refused(List<Reading.Problem> problems) ->
            assertThat(problems).as("seed %d", seed).isNotEmpty().allSatisfy(problem -> assertThat(problem.inWords()).isNotBlank());
        case Reading.Read(Agreement agreement) -> {
          assertThat(Proposed.refusal(agreement)).as("seed %d%n%s", seed, damaged.pretty()).isEmpty();
          read++;
        }
      }
    }
    assertThat(read).as("files that were read although damaged, of %d", FILES).isBetween(FILES / 20, FILES * 3 / 4);
  }

  /** One value somewhere in it becomes another, comes twice, or goes. */
  private static Json damage(Json json, SplittableRandom random) {
    return switch (json) {
      case Json.Fields(SequencedMap<String, Json> values) when !values.isEmpty() -> fields(values, random);
      case Json.Items(List<Json> values) when !values.isEmpty() && random.nextInt(6) > 0 -> items(values, random);
      case Json other -> OTHERS.get(random.nextInt(OTHERS.size()));
    };
  }

  private static Json fields(SequencedMap<String, Json> values, SplittableRandom random) {
    SequencedMap<String, Json> changed = new LinkedHashMap<>(values);
    String name = List.copyOf(values.sequencedKeySet()).get(random.nextInt(values.size()));
    if (random.nextInt(8) == 0) {
      changed.remove(name);
    } else {
      changed.computeIfPresent(name, (same, value) -> damage(value, random));
    }
    return new Json.Fields(changed);
  }

  private static Json items(List<Json> values, SplittableRandom random) {
    List<Json> changed = new ArrayList<>(values);
    int at = random.nextInt(values.size());
    switch (random.nextInt(6)) {
      case 0 -> changed.remove(at);
      case 1 -> changed.add(values.get(at));
      default -> changed.set(at, damage(values.get(at), random));
    }
    return new Json.Items(changed);
  }
}
