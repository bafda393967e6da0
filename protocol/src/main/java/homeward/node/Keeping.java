package homeward.node;

import homeward.exchange.PartyId;
import homeward.json.Malformed;
import homeward.transcript.Checkpoint;
import homeward.transcript.Hash;
import homeward.transcript.Leaf;
import homeward.transcript.SignedCheckpoint;
import homeward.transcript.SignedEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The keeper's part: gives entries their places, signs the checkpoint they lead to, collects cosignatures. */
final class Keeping {
  private final Holdings holdings;
  private final Wire wire;
  private final Clock clock;
  private final Succession succession;

  Keeping(Holdings holdings, Wire wire, Clock clock, Succession succession) {
    this.holdings = holdings;
    this.wire = wire;
    this.clock = clock;
    this.succession = succession;
  }

  /**
   * Places entries in the order in which they came. One that stands already is left alone: resending is a no-op. An entry is named
   * by the hash of its text, so that one that is sent again need not be read again.
   */
  void place(List<String> entries) {
    if (!succession.isActing()) {
      return;
    }
    List<SignedEntry> fresh = new ArrayList<>();
    for (String entry : entries) {
      if (holdings.chronicle.placeOf(Hash.of(entry.getBytes(StandardCharsets.US_ASCII))).isEmpty()) {
        read(entry).ifPresent(fresh::add);
      }
    }
    sequence(fresh);
  }

  private static Optional<SignedEntry> read(String entry) {
    try {
      return Optional.of(SignedEntry.read(entry));
    } catch (Malformed e) {
      // Whoever sends what is no entry gets no place in the log; there is nobody to answer to.
      return Optional.empty();
    }
  }

  void placeOwn() {
    if (succession.isActing()) {
      place(holdings.outbox().stream().map(SignedEntry::jws).toList());
    }
  }

  private void sequence(List<SignedEntry> entries) {
    List<SignedEntry> orphaned = takeOver();
    long from = holdings.chronicle.size();
    orphaned.forEach(this::append);
    entries.forEach(this::append);
    if (holdings.chronicle.size() > from) {
      publish(from);
    }
  }

  /** Going on without the keeper starts from the last common checkpoint; what stood behind it is placed again. */
  private List<SignedEntry> takeOver() {
    boolean ownLog =
        holdings.latest().flatMap(holdings::signerOf).map(holdings.setting.me()::equals).orElse(true);
    List<SignedEntry> tail = new ArrayList<>();
    if (!ownLog) {
      long common = holdings.commonSize();
      for (long index = common; index < holdings.chronicle.size(); index++) {
        tail.add(holdings.chronicle.leaf(index).entry());
      }
      holdings.chronicle.truncate(common);
    }
    return tail;
  }

  private void append(SignedEntry entry) {
    boolean known = holdings.chronicle.placeOf(entry.hash()).isPresent();
    if (known || !succession.mayPlace()) {
      return;
    }
    long stamp = Math.max(clock.now(), holdings.state().course().stamp());
    Leaf leaf = new Leaf(holdings.chronicle.size(), stamp, holdings.setting.key().id(), entry);
    if (holdings.chronicle.append(leaf) instanceof Chronicle.Placing.Placed placed && !placed.sameHistory()) {
      var seen = entry.envelope().seen();
      holdings.raise(
          new Store.Alarm(Store.AlarmKind.OTHER_HISTORY, seen.size(), entry.jws(), holdings.latest().map(SignedCheckpoint::text).orElse("")));
    }
  }

  /** The stored log and the checkpoint signed over it come first, then the others hear of it. */
  private void publish(long from) {
    long size = holdings.chronicle.size();
    Checkpoint checkpoint = new Checkpoint(Chronicle.origin(holdings.setting.exchange()), size, holdings.chronicle.rootAt(size));
    String name = holdings.setting.key().id().value();
    SignedCheckpoint note = SignedCheckpoint.sign(checkpoint, holdings.setting.key(), name);
    SignedCheckpoint own = isSide() ? note.cosign(holdings.setting.key(), name, clock.now() / 1000) : note;
    holdings.keep(from, own);
    agreeWhenComplete(own);
    tell(own);
  }

  private boolean isSide() {
    return holdings.state().parties().isSide(holdings.setting.me());
  }

  private void tell(SignedCheckpoint note) {
    for (PartyId other : holdings.setting.nodes().keySet()) {
      if (!other.equals(holdings.setting.me())) {
        wire.send(other, new Message.Head(note.text()));
      }
    }
  }

  /** Adds the cosignatures that hold to the newest checkpoint of this log. */
  void collect(SignedCheckpoint note) {
    Optional<SignedCheckpoint> latest = holdings.latest();
    if (!succession.isActing() || latest.isEmpty() || !latest.get().checkpoint().equals(note.checkpoint())) {
      return;
    }
    SignedCheckpoint more = latest.get();
    for (PartyId party : holdings.chronicle.cosigners(note)) {
      var key = holdings.nodeKey(party).orElseThrow();
      more = more.with(note, key, key.id().value());
    }
    if (!more.text().equals(latest.get().text())) {
      holdings.cosigned(more);
      agreeWhenComplete(more);
      tell(more);
    }
  }

  private void agreeWhenComplete(SignedCheckpoint note) {
    boolean further = note.checkpoint().size() > holdings.commonSize();
    if (further && holdings.alarms().isEmpty() && holdings.byAllSides(note, holdings.state())) {
      holdings.agree(note);
    }
  }

  void tick() {
    if (succession.isActing()) {
      placeOwn();
      holdings.latest().ifPresent(this::tell);
    }
  }
}
