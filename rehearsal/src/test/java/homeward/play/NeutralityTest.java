package homeward.play;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.agreement.Agreement;
import homeward.node.Count;
import homeward.node.Store;
import homeward.transcript.Hash;
import homeward.verify.Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Neither side is favoured, and nobody learns why somebody did not travel. */
class NeutralityTest {
  @TempDir Path place;

  /** Every A a B and every B an A. */
  private static String renamed(String text) {
    return text.replace("\"A\"", "\"?\"").replace("\"B\"", "\"A\"").replace("\"?\"", "\"B\"")
        .replace("One side", "?").replace("Another side", "One side").replace("?", "Another side");
  }

  private static String json(Path folder, String mishaps, long seed) {
    Plays.Wish wish = new Plays.Wish(
        Optional.of(folder.resolve("agreement.json")), Optional.of(folder), "reference", Optional.of(mishaps), seed, Optional.empty());
    Plays.Result result = Plays.run(wish, line -> {});
    assertThat(result).isInstanceOf(Plays.Result.Played.class);
    return ((Plays.Result.Played) result).report().pretty();
  }

  /** Invariant 9. The keys are drawn by role, so that the same seed mirrors them too. */
  @ParameterizedTest
  @CsvSource({"none, 1", "reference, 2", "seeded, 3", "seeded, 4"})
  void theSameFilesWithTheSidesExchangedGiveTheSameBytes(String mishaps, long seed) throws IOException {
    Path folder = Files.createDirectory(place.resolve("as-written"));
    Path mirror = Files.createDirectory(place.resolve("exchanged"));
    SmallExchange.write(folder, seed);
    Files.writeString(mirror.resolve("agreement.json"), renamed(Files.readString(folder.resolve("agreement.json"))));
    for (String list : List.of("-sought.csv", "-held.csv")) {
      Files.copy(folder.resolve("a" + list), mirror.resolve("b" + list));
      Files.copy(folder.resolve("b" + list), mirror.resolve("a" + list));
    }
    String account = json(folder, mishaps, seed);
    assertThat(renamed(json(mirror, mishaps, seed))).isEqualTo(account);
    assertThat(PlainJson.fields(PlainJson.object(account), "sides").keySet()).containsExactly("A", "B");
  }

  /** Whatever a run leaves behind, and apart from it what the clearance function alone holds. */
  private record Traces(Map<String, Store.Contents> stores, List<String> attachments, List<String> bundle, String json, List<String> told, List<String> sealed) {}

  private Traces played(String reason) throws IOException {
    Agreement agreement = SmallExchange.agreement();
    Mishaps mishaps = Mishaps.reference().because(reason);
    Registers registers = Registers.invented(agreement, 5);
    List<String> told = new ArrayList<>();
    Cast cast = Cast.of(agreement, registers, mishaps, 5);
    Telling telling = Telling.of(cast, registers, told::add);
    Play play = new Play(cast, mishaps, 5, telling, InThisProcess::new);
    play.run();
    SequencedMap<String, Count.Result.Counted> counts = new LinkedHashMap<>();
    Map<String, Store.Contents> stores = new LinkedHashMap<>();
    List<String> attachments = new ArrayList<>();
    for (Map.Entry<String, Store> store : play.stores().entrySet()) {
      stores.put(store.getKey(), store.getValue().contents());
      counts.put(store.getKey(), (Count.Result.Counted) Count.of(agreement.exchange(), store.getValue().contents()));
      for (Agreement.Party side : agreement.sides()) {
        store.getValue().attachment(Hash.of(Base64.getUrlDecoder().decode(cast.parcel(side.id()).ciphertext()))).map(NeutralityTest::text).ifPresent(attachments::add);
      }
    }
    telling.counted(counts);
    Path bundle = place.resolve("bundle-" + reason);
    Bundle.write(stores.values().iterator().next(), agreement.exchange(), bundle);
    List<String> files = new ArrayList<>();
    for (String name : List.of("bundle.json", "entries.log", "checkpoints.log")) {
      files.add(Files.readString(bundle.resolve(name)));
    }
    String json = new Account(agreement, cast.ids, counts).json(5).pretty();
    return new Traces(stores, attachments, files, json, told, play.clearanceStore().stream().map(NeutralityTest::text).toList());
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Test
  void whySomebodyDoesNotTravelStandsInTheClearanceFunctionsStoreAlone() throws IOException {
    Traces declines = played("DECLINES");
    Traces unfit = played("UNFIT");
    assertThat(declines.told()).anyMatch(line -> line.contains("one person does not travel and is replaced"));
    assertThat(declines.attachments()).hasSizeGreaterThan(1);
    assertThat(unfit).usingRecursiveComparison().ignoringFields("sealed").isEqualTo(declines);
    assertThat(unfit.sealed()).hasSize(1).isNotEqualTo(declines.sealed());
    assertThat(unfit.sealed().getFirst()).hasSameSizeAs(declines.sealed().getFirst());
  }
}
