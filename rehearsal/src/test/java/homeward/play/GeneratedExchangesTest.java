package homeward.play;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.agreement.Agreement;
import homeward.agreement.AgreementFile;
import homeward.agreement.Agreements;
import homeward.register.PeopleFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Generated agreements and registers, written to files and played without mishaps, give what an independent adder over the files
 * gives. The suite plays some of the two hundred, others each day; {@code -Dhomeward.exchanges=1..200} plays all.
 */
class GeneratedExchangesTest {
  private static final int ALL = 200;
  private static final int A_DAY = 24;

  /** The seeds asked for, or today's. */
  private static List<Long> seeds() {
    String asked = System.getProperty("homeward.exchanges", "");
    if (!asked.isEmpty()) {
      String[] ends = asked.split("[.][.]", 2);
      return LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1])).boxed().toList();
    }
    long first = System.currentTimeMillis() / 86_400_000L * A_DAY;
    return LongStream.range(first, first + A_DAY).map(seed -> 1 + seed % ALL).boxed().toList();
  }

  @Test
  void generatedExchangesComeToWhatAnAdderOverTheFilesSays(@TempDir Path place) throws IOException {
    List<String> differ = new ArrayList<>();
    for (long seed : seeds()) {
      Path folder = Files.createDirectory(place.resolve("seed-" + seed));
      Path agreement = write(Agreements.generated(seed), seed, folder);
      Map<String, Object> expected = Adder.account(agreement, folder);
      Map<String, Object> counted = Played.account(agreement, folder, seed);
      if (!counted.equals(expected)) {
        differ.add("seed %d:%n  added   %s%n  counted %s".formatted(seed, expected, counted));
      }
    }
    assertThat(differ).as("played %s", seeds()).isEmpty();
  }

  /** The agreement's file; the registers lie beside it. */
  private static Path write(Agreement agreement, long seed, Path folder) throws IOException {
    Registers registers = Registers.invented(agreement, seed);
    for (Agreement.Party side : agreement.sides()) {
      String name = side.id().toLowerCase(Locale.ROOT);
      Files.writeString(folder.resolve(name + "-sought.csv"), PeopleFile.write(registers.sought().getOrDefault(side.id(), List.of())));
      Files.writeString(folder.resolve(name + "-held.csv"), PeopleFile.write(registers.held().getOrDefault(side.id(), List.of())));
    }
    return Files.write(folder.resolve("agreement.json"), AgreementFile.write(agreement));
  }

  @Test
  void everyShapeOfAgreementIsAmongThem() {
    Map<String, Predicate<Agreement>> shapes = new LinkedHashMap<>();
    shapes.put("unequal", agreement -> agreement.balance().parity() == homeward.exchange.Terms.Parity.AS_AGREED);
    shapes.put("all for all", agreement -> agreement.categories().stream().anyMatch(Agreement.Category::all));
    shapes.put("equivalents", agreement -> agreement.categories().stream().anyMatch(category -> category.weight() > 1));
    shapes.put("surplus", agreement -> !agreement.balance().surplus().isEmpty());
    shapes.put("debt", agreement -> !agreement.balance().debts().isEmpty());
    shapes.put("outside", agreement -> agreement.tranches().stream().anyMatch(tranche -> tranche.outside().values().stream().anyMatch(people -> !people.isEmpty())));
    shapes.put("direct repatriation", agreement -> agreement.conduct().directRepatriation());
    shapes.put("no direct repatriation", agreement -> !agreement.conduct().directRepatriation());
    shapes.put("no interview", agreement -> agreement.conduct().travelWithoutInterview());
    shapes.put("lists committed to", agreement -> agreement.conduct().committedLists());
    shapes.put("a side on paper", agreement -> agreement.sides().stream().anyMatch(Agreement.Party::onPaper));
    shapes.put("no third party", agreement -> agreement.thirdParties().isEmpty());
    shapes.put("two third parties", agreement -> agreement.thirdParties().size() == 2);
    for (homeward.exchange.Function function : List.of(homeward.exchange.Function.CLEARANCE, homeward.exchange.Function.AUTHORISER, homeward.exchange.Function.HANDOVER)) {
      shapes.put(function + " vacant", agreement -> agreement.holder(function).isEmpty());
      shapes.put(function + " held", agreement -> agreement.holder(function).isPresent());
    }
    TreeSet<String> missing = new TreeSet<>(shapes.keySet());
    LongStream.rangeClosed(1, ALL).mapToObj(Agreements::generated)
        .forEach(agreement -> shapes.forEach((name, shape) -> Optional.of(name).filter(any -> shape.test(agreement)).ifPresent(missing::remove)));
    assertThat(missing).isEmpty();
  }
}
