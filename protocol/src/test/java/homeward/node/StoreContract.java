package homeward.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import homeward.transcript.Hash;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a node asks of any store, whatever it is made of. Whoever writes a store extends this in its own tests. */
public abstract class StoreContract {
  /** For whoever extends it. */
  protected StoreContract() {}

  /** A fresh, empty store. */
  protected abstract Store empty();

  /** The same store as it is found after the process that used it has ended. */
  protected abstract Store reopened(Store store);

  private static Store.Line line(String text) {
    return new Store.Line(text, hash(text));
  }

  private static Hash hash(String text) {
    return Hash.of(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static Store.Change nothing(long keep) {
    return new Store.Change(
        keep, List.of(), Optional.empty(), Optional.empty(), List.of(), List.of(), new TreeMap<>(), List.of());
  }

  private static Store.Change lines(long keep, String... texts) {
    List<Store.Line> lines = Arrays.stream(texts).map(StoreContract::line).toList();
    return new Store.Change(
        keep, lines, Optional.of("latest of " + (keep + texts.length)), Optional.empty(), List.of(), List.of(), new TreeMap<>(), List.of());
  }

  private static Store.Change common(long keep, String note) {
    return new Store.Change(
        keep, List.of(), Optional.empty(), Optional.of(note), List.of(), List.of(), new TreeMap<>(), List.of());
  }

  private static Store.Change queued(String... entries) {
    return new Store.Change(
        0, List.of(), Optional.empty(), Optional.empty(), List.of(entries), List.of(), new TreeMap<>(), List.of());
  }

  private static Store.Change settled(String... entries) {
    List<Hash> hashes = Arrays.stream(entries).map(StoreContract::hash).toList();
    return new Store.Change(
        0, List.of(), Optional.empty(), Optional.empty(), List.of(), hashes, new TreeMap<>(), List.of());
  }

  private static List<String> texts(Store store) {
    return store.contents().lines().stream().map(Store.Line::leaf).toList();
  }

  @Test
  void aNewStoreHoldsNothing() {
    assertThat(empty().contents())
        .isEqualTo(new Store.Contents(List.of(), Optional.empty(), List.of(), List.of(), List.of()));
  }

  @Test
  void linesStandInTheOrderInWhichTheyWereAppended() {
    Store store = empty();
    store.apply(lines(0, "a", "b"));
    store.apply(lines(2, "c"));
    assertThat(reopened(store).contents().lines()).containsExactly(line("a"), line("b"), line("c"));
  }

  @Test
  void linesFromAnIndexOnAreReplaced() {
    Store store = empty();
    store.apply(lines(0, "a", "b", "c"));
    store.apply(lines(1, "d"));
    assertThat(texts(reopened(store))).containsExactly("a", "d");
  }

  @Test
  void aChangeThatKeepsEverythingLeavesTheLinesAlone() {
    Store store = empty();
    store.apply(lines(0, "a", "b"));
    store.apply(nothing(2));
    assertThat(texts(reopened(store))).containsExactly("a", "b");
  }

  @Test
  void aChangeBeyondTheEndIsRefusedWhole() {
    Store store = empty();
    store.apply(lines(0, "a"));
    Store.Change beyond =
        new Store.Change(
            2, List.of(line("b")), Optional.of("x"), Optional.of("y"), List.of("z"), List.of(), sealed("w"), List.of(alarm()));
    assertThatThrownBy(() -> store.apply(beyond)).isInstanceOf(IllegalArgumentException.class);
    Store after = reopened(store);
    assertThat(after.contents())
        .isEqualTo(new Store.Contents(List.of(line("a")), Optional.of("latest of 1"), List.of(), List.of(), List.of()));
    assertThat(after.attachment(hash("w"))).isEmpty();
  }

  @Test
  void everythingInOneChangeIsThereAfterIt() {
    Store store = empty();
    store.apply(
        new Store.Change(
            0, List.of(line("a")), Optional.of("l"), Optional.of("c"), List.of("q"), List.of(), sealed("w"), List.of(alarm())));
    assertThat(reopened(store).contents())
        .isEqualTo(new Store.Contents(List.of(line("a")), Optional.of("l"), List.of("c"), List.of("q"), List.of(alarm())));
    assertThat(reopened(store).attachment(hash("w"))).contains("w".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void onlyTheNewestCheckpointIsKept() {
    Store store = empty();
    store.apply(lines(0, "a"));
    store.apply(lines(1, "b"));
    store.apply(nothing(2));
    assertThat(reopened(store).contents().latest()).contains("latest of 2");
  }

  @Test
  void everyCommonCheckpointIsKeptInItsOrder() {
    Store store = empty();
    store.apply(lines(0, "a", "b"));
    store.apply(common(2, "common of 1"));
    store.apply(common(2, "common of 2"));
    assertThat(reopened(store).contents().checkpoints()).containsExactly("common of 1", "common of 2");
    assertThat(reopened(store).contents().common()).contains("common of 2");
  }

  @Test
  void theOutboxKeepsTheOrderOfSigning() {
    Store store = empty();
    store.apply(queued("z"));
    store.apply(queued("y", "x"));
    assertThat(reopened(store).contents().outbox()).containsExactly("z", "y", "x");
  }

  @Test
  void whatIsSettledLeavesTheOutboxAndNothingElse() {
    Store store = empty();
    store.apply(queued("a", "b", "c"));
    store.apply(settled("b", "never queued"));
    assertThat(reopened(store).contents().outbox()).containsExactly("a", "c");
  }

  @Test
  void attachmentsAreFoundByTheirHashAndNotTouchedByWhoeverReadsThem() {
    Store store = empty();
    store.apply(new Store.Change(
        0, List.of(), Optional.empty(), Optional.empty(), List.of(), List.of(), sealed("w"), List.of()));
    store.attachment(hash("w")).orElseThrow()[0] = 0;
    assertThat(reopened(store).attachment(hash("w"))).contains("w".getBytes(StandardCharsets.US_ASCII));
    assertThat(reopened(store).attachment(hash("v"))).isEmpty();
  }

  @Test
  void alarmsAreNeverForgotten() {
    Store store = empty();
    Store.Change alarmed =
        new Store.Change(
            0, List.of(), Optional.empty(), Optional.empty(), List.of(), List.of(), new TreeMap<>(), List.of(alarm()));
    store.apply(alarmed);
    store.apply(lines(0, "a"));
    assertThat(reopened(store).contents().alarms()).containsExactly(alarm());
  }

  @Test
  void whatWasReadDoesNotChangeWithTheStore() {
    Store store = empty();
    store.apply(lines(0, "a"));
    Store.Contents before = store.contents();
    store.apply(lines(0, "b"));
    assertThat(before.lines()).containsExactly(line("a"));
  }

  private static Store.Alarm alarm() {
    return new Store.Alarm(Store.AlarmKind.FORK, 3, "one", "other");
  }

  private static SortedMap<Hash, byte[]> sealed(String text) {
    return new TreeMap<>(Map.of(hash(text), text.getBytes(StandardCharsets.US_ASCII)));
  }
}
