package homeward.command;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.node.Store;
import homeward.transcript.Hash;
import homeward.verify.Bundle;
import homeward.verify.Verdict;
import homeward.verify.Verification;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What happens when one node's store is damaged between the play and the count, as a disk or a hand might do it. */
class DamagedStoreTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private long receipt = -1;

  @TempDir Path place;

  /** What is done to the lines; the receipt is the first entry in which somebody was received. */
  interface Damage extends BiFunction<List<Store.Line>, Integer, List<Store.Line>> {}

  private int demoWith(Damage damage) {
    Homeward root = new Homeward();
    CommandLine line = new CommandLine(root).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    Demo demo = Objects.requireNonNull(line.getSubcommands().get("demo")).getCommand();
    demo.betweenPlayAndCount = stores -> damage(Objects.requireNonNull(stores.get("B")), damage);
    String folder = folder().toString();
    return Main.run(root, line, List.of(
        "demo", "--core", "--pace", "fast", "--once", "--agreement", folder + "/agreement.json", "--input", folder,
        "--json", place.resolve("out.json").toString(), "--bundle", place.resolve("own").toString()));
  }

  private static Path folder() {
    try {
      return Path.of(Objects.requireNonNull(DamagedStoreTest.class.getResource("/homeward/play/one-for-one-and-nobody-else")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private void damage(Store store, Damage damage) {
    List<Store.Line> lines = store.contents().lines();
    receipt = lines.stream().takeWhile(line -> !said(line).contains("\"RECEIVED\"")).count();
    assertThat(receipt).isBetween(1L, lines.size() - 2L);
    store.apply(new Store.Change(
        0, damage.apply(lines, (int) receipt), Optional.empty(), Optional.empty(), List.of(), List.of(), new TreeMap<>(), List.of()));
    try {
      Bundle.write(store.contents(), "1", place.resolve("damaged"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The payload of the entry in a line. */
  private static String said(Store.Line line) {
    String entry = line.leaf().split(" ", -1)[3];
    return new String(Base64.getUrlDecoder().decode(entry.split("[.]", -1)[1]), StandardCharsets.UTF_8);
  }

  private void assertThatTheNodeNamesTheEntry(Damage damage, int offset) {
    assertThat(demoWith(damage)).isEqualTo(Exit.WILL_NOT_COUNT.code());
    assertThat(err.toString()).contains("The node of B will not count: entry " + (receipt + offset) + " of its store", "No figure is given");
    assertThat(out.toString()).doesNotContain("Received by each side");
    assertThat(place.resolve("out.json")).doesNotExist();
    assertThat(place.resolve("own")).doesNotExist();
  }

  private void assertThatVerifyNames(int offset) {
    assertThat(Verification.of(place.resolve("damaged"))).isInstanceOfSatisfying(
        Verdict.Invalid.class, invalid -> assertThat(invalid.entry()).isEqualTo(receipt + offset));
  }

  private static List<Store.Line> with(List<Store.Line> lines, int index, Store.Line line) {
    List<Store.Line> other = new ArrayList<>(lines);
    other.set(index, line);
    return other;
  }

  /** One letter in the middle of the signed text becomes another. */
  private static String altered(String leaf) {
    int at = leaf.indexOf('.') + 100;
    return leaf.substring(0, at) + (leaf.charAt(at) == 'A' ? 'B' : 'A') + leaf.substring(at + 1);
  }

  @Test
  void aStoreThatNobodyTouchedIsCounted() {
    assertThat(demoWith((lines, at) -> lines)).as(err.toString()).isZero();
    assertThat(Verification.of(place.resolve("damaged"))).isInstanceOf(Verdict.Valid.class);
  }

  @Test
  void anAlteredReceiptIsNamedByTheNodeAndByVerify() {
    assertThatTheNodeNamesTheEntry((lines, at) -> with(lines, at, new Store.Line(altered(lines.get(at).leaf()), lines.get(at).leafHash())), 0);
    assertThatVerifyNames(0);
  }

  @Test
  void aDeletedReceiptIsNamedByTheNodeAndByVerify() {
    assertThatTheNodeNamesTheEntry((lines, at) -> {
      List<Store.Line> fewer = new ArrayList<>(lines);
      fewer.remove((int) at);
      return fewer;
    }, 0);
    assertThatVerifyNames(0);
  }

  @Test
  void twoExchangedReceiptsAreNamedByTheNodeAndByVerify() {
    assertThatTheNodeNamesTheEntry((lines, at) -> {
      List<Store.Line> exchanged = new ArrayList<>(lines);
      Collections.swap(exchanged, at, at + 1);
      return exchanged;
    }, 0);
    assertThatVerifyNames(0);
  }

  /** The log itself is whole, so that the bundle made of it is at odds with itself and not with one entry. */
  @Test
  void anAlteredStoredHashIsNamedByTheNodeAndItsBundleIsNotValid() {
    Hash other = Hash.of("another".getBytes(StandardCharsets.UTF_8));
    assertThatTheNodeNamesTheEntry((lines, at) -> with(lines, at, new Store.Line(lines.get(at).leaf(), other)), 0);
    assertThat(Verification.of(place.resolve("damaged"))).isInstanceOf(Verdict.Invalid.class);
  }

  @Test
  void aStoreThatWasCutNamesTheFirstEntryThatIsGoneAndItsBundleIsValidToACheckpoint() {
    assertThatTheNodeNamesTheEntry((lines, at) -> lines.subList(0, at + 1), 1);
    assertThat(Verification.of(place.resolve("damaged"))).isInstanceOfSatisfying(
        Verdict.ValidTo.class, to -> assertThat(to.standing().entries()).isLessThanOrEqualTo(receipt + 1));
  }
}
