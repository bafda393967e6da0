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
    if (waits()) {
      return;
    }
    List<SignedEntry> orphaned = takeOver();
    long from = holdings.chronicle.size();
    orphaned.forEach(this::append);
    entries.forEach(this::append);
    if (holdings.chronicle.size() > from) {
      publish(from);
    }
  }

  private boolean ownLog() {
    return holdings.latest().flatMap(holdings::signerOf).map(holdings.setting.me()::equals).orElse(true);
  }

  /**
   * What this side has cosigned of another's log may be common already, if only the other knew: nothing else is put in its place,
   * unless it is proved that the other has cosigned another history.
   */
  private boolean waits() {
    boolean open = holdings.latest().map(note -> note.checkpoint().size() > holdings.commonSize()).orElse(false);
    return open && !ownLog() && holdings.cosignedByMe() && !holdings.parted();
  }

  /** Going on without the keeper starts from the last common checkpoint; what stood behind it is placed again. */
  private List<SignedEntry> takeOver() {
    List<SignedEntry> tail = new ArrayList<>();
    if (!ownLog()) {
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
    // Its author has seen more than stands here yet; it comes again, and by then that may stand here too.
    boolean early = entry.envelope().seen().size() > holdings.chronicle.size();
    if (known || early || !succession.mayPlace()) {
      return;
    }
    long size = holdings.chronicle.size();
    long stamp = Math.max(clock.now(), holdings.state().course().stamp());
    Leaf leaf = new Leaf(size, stamp, holdings.setting.key().id(), entry);
    boolean sameHistory =
        !(holdings.chronicle.append(leaf) instanceof Chronicle.Placing.Placed placed) || placed.sameHistory();
    if (!holdings.knowsTheKeys()) {
      holdings.chronicle.truncate(size);
    } else if (!sameHistory) {
      String held = holdings.latest().map(SignedCheckpoint::text).orElse("");
      holdings.raise(new Store.Alarm(Store.AlarmKind.OTHER_HISTORY, size, entry.jws(), held));
    }
  }

  /** The stored log and the checkpoint signed over it come first, then the others hear of it. */
  private void publish(long from) {
    long size = holdings.chronicle.size();
    Checkpoint checkpoint = new Checkpoint(Chronicle.origin(holdings.setting.exchange()), size, holdings.chronicle.rootAt(size));
    String name = holdings.setting.name();
    SignedCheckpoint note = SignedCheckpoint.sign(checkpoint, holdings.setting.key(), name);
    SignedCheckpoint own = isSide() && !holdings.caught(holdings.setting.me()) ? note.cosign(holdings.setting.key(), name, clock.now() / 1000) : note;
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
    holdings.cosigned(holdings.joined(latest.get(), note));
    if (!holdings.latest().equals(latest)) {
      agreeWhenComplete(holdings.latest().orElseThrow());
      tell(holdings.latest().orElseThrow());
    }
  }

  private void agreeWhenComplete(SignedCheckpoint note) {
    boolean further = note.checkpoint().size() > holdings.commonSize();
    if (further && holdings.byAllSides(note, holdings.state())) {
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
