package homeward.node;

import homeward.exchange.PartyId;
import homeward.json.Malformed;
import homeward.transcript.Checkpoint;
import homeward.transcript.Leaf;
import homeward.transcript.SignedCheckpoint;
import homeward.transcript.SignedEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The part of everybody who does not keep the log: follows it, checks every leaf, and cosigns where it leads. */
final class Following {
  /** No side cosigns a checkpoint whose stamp runs further ahead of its own clock (protocol, decided for good, 1). */
  private static final long MOST_AHEAD = 10 * 60_000L;

  private final Holdings holdings;
  private final Wire wire;
  private final Clock clock;
  private final Succession succession;
  private long ignored;

  Following(Holdings holdings, Wire wire, Clock clock, Succession succession) {
    this.holdings = holdings;
    this.wire = wire;
    this.clock = clock;
    this.succession = succession;
  }

  long ignored() {
    return ignored;
  }

  void ignored(PartyId from, Malformed why) {
    ignored++;
  }

  /** The whole outbox in its order, so that no entry comes before the one it follows; what stands already is left alone. */
  void submit() {
    List<SignedEntry> outbox = holdings.outbox();
    if (!succession.isActing() && !outbox.isEmpty()) {
      wire.send(succession.acting(), new Message.Submit(outbox.stream().map(SignedEntry::jws).toList()));
    }
  }

  void tick() {
    submit();
    PartyId acting = succession.acting();
    if (!acting.equals(holdings.setting.me())) {
      wire.send(acting, new Message.Pull(holdings.chronicle.size()));
    }
    // Sides show one another what both have cosigned: a keeper that tells two histories cannot keep them apart for long.
    holdings.common().ifPresent(common -> others().forEach(other -> wire.send(other, new Message.Head(common.text()))));
    holdings.latest().filter(latest -> !cosignedByMe(latest)).ifPresent(this::cosign);
  }

  private List<PartyId> others() {
    return holdings.setting.nodes().keySet().stream().filter(party -> !party.equals(holdings.setting.me())).toList();
  }

  void answer(PartyId to, long from) {
    if (holdings.latest().isEmpty()) {
      return;
    }
    long size = holdings.latest().get().checkpoint().size();
    List<String> lines = new ArrayList<>();
    for (long index = Math.max(0, from); index < size; index++) {
      lines.add(new String(holdings.chronicle.leaf(index).bytes(), StandardCharsets.US_ASCII));
    }
    wire.send(to, new Message.Leaves(Math.min(Math.max(0, from), size), lines, holdings.latest().get().text()));
  }

  /** There is a checkpoint: of the log held, further on, or of another history. */
  void head(PartyId from, SignedCheckpoint note) {
    if (holdings.latest().equals(Optional.of(note))) {
      succession.heardOf(from);
      return;
    }
    Checkpoint point = note.checkpoint();
    Optional<PartyId> signer = holdings.signerOf(note);
    if (signer.isEmpty() || !point.origin().equals(Chronicle.origin(holdings.setting.exchange()))) {
      ignored++;
      return;
    }
    succession.heardOf(from);
    boolean held = point.size() <= holdings.chronicle.size() && holdings.chronicle.rootAt(point.size()).equals(point.root());
    if (held) {
      agree(note);
      if (point.size() < holdings.chronicle.size() || point.equals(holdings.latest().map(SignedCheckpoint::checkpoint).orElse(null))) {
        return;
      }
    }
    boolean sameKeeper = holdings.latest().flatMap(holdings::signerOf).equals(signer);
    wire.send(from, new Message.Pull(sameKeeper && point.size() >= holdings.chronicle.size() ? holdings.chronicle.size() : holdings.commonSize()));
  }

  private void agree(SignedCheckpoint note) {
    boolean further = note.checkpoint().size() > holdings.commonSize();
    if (further && holdings.alarms().isEmpty() && holdings.byAllSides(note, holdings.chronicle.stateAt(note.checkpoint().size()))) {
      holdings.agree(note);
    }
  }

  /**
   * Takes leaves that lead to a signed checkpoint: of whoever keeps the log for this node now, or of anybody when every side
   * has cosigned it. What is already common is never given up; a tail that is not may be, when the log goes on elsewhere.
   */
  void take(PartyId sender, long from, List<String> lines, SignedCheckpoint note) throws Malformed {
    List<Leaf> leaves = new ArrayList<>();
    for (String line : lines) {
      leaves.add(Leaf.read(line.getBytes(StandardCharsets.US_ASCII)));
    }
    Optional<PartyId> signer = holdings.signerOf(note);
    boolean fits = note.checkpoint().origin().equals(Chronicle.origin(holdings.setting.exchange())) && from + leaves.size() == note.checkpoint().size();
    if (signer.isEmpty() || !fits || from > holdings.chronicle.size()) {
      ignored++;
      return;
    }
    succession.heardOf(sender);
    long parting = parting(from, leaves);
    boolean further = note.checkpoint().size() > holdings.chronicle.size() || parting < Math.min(holdings.chronicle.size(), note.checkpoint().size());
    if (further) {
      adopt(signer.get(), parting, leaves.subList((int) (parting - from), leaves.size()), note);
    } else {
      agree(note);
    }
  }

  /** The first index at which the leaves given differ from those held. */
  private long parting(long from, List<Leaf> leaves) {
    long index = from;
    for (Leaf leaf : leaves) {
      boolean same = index < holdings.chronicle.size() && holdings.chronicle.leaf(index).equals(leaf);
      if (!same) {
        return index;
      }
      index++;
    }
    return index;
  }

  private void adopt(PartyId signer, long parting, List<Leaf> leaves, SignedCheckpoint note) {
    Optional<SignedCheckpoint> latest = holdings.latest();
    boolean rewrites = parting < holdings.chronicle.size();
    boolean sameKeeper = latest.flatMap(holdings::signerOf).equals(Optional.of(signer));
    if (rewrites && (sameKeeper || parting < holdings.commonSize())) {
      fork(latest, note);
      return;
    }
    if (!holdings.alarms().isEmpty()) {
      return;
    }
    List<Leaf> before = cut(parting);
    boolean stands = leaves.stream().allMatch(this::append) && holdings.chronicle.rootAt(note.checkpoint().size()).equals(note.checkpoint().root());
    boolean mayFollow = signer.equals(succession.acting()) || holdings.byAllSides(note, holdings.state());
    if (stands && mayFollow) {
      holdings.keep(parting, note);
      agree(note);
      cosign(holdings.latest().orElseThrow());
      return;
    }
    cut(parting);
    before.forEach(holdings.chronicle::append);
    if (!stands) {
      fork(latest, note);
    }
  }

  private List<Leaf> cut(long from) {
    List<Leaf> tail = new ArrayList<>();
    for (long index = from; index < holdings.chronicle.size(); index++) {
      tail.add(holdings.chronicle.leaf(index));
    }
    holdings.chronicle.truncate(from);
    return tail;
  }

  /** A leaf whose author had seen another history stands, for facts must; but somebody told two stories. */
  private boolean append(Leaf leaf) {
    return switch (holdings.chronicle.append(leaf)) {
      case Chronicle.Placing.Refused refused -> false;
      case Chronicle.Placing.Placed placed -> {
        if (!placed.sameHistory()) {
          String seen = leaf.entry().jws();
          long size = leaf.entry().envelope().seen().size();
          holdings.raise(new Store.Alarm(Store.AlarmKind.OTHER_HISTORY, size, seen, holdings.latest().map(SignedCheckpoint::text).orElse("")));
        }
        yield true;
      }
    };
  }

  private void fork(Optional<SignedCheckpoint> held, SignedCheckpoint told) {
    holdings.raise(
        new Store.Alarm(
            Store.AlarmKind.FORK, told.checkpoint().size(), held.map(SignedCheckpoint::text).orElse(""), told.text()));
  }

  private boolean cosignedByMe(SignedCheckpoint note) {
    var key = holdings.setting.key().publicKey();
    return note.cosignedBy(key, key.id().value()).isPresent();
  }

  /** A side cosigns what it holds whole and has checked, in its store before anybody hears of it. */
  private void cosign(SignedCheckpoint note) {
    boolean side = holdings.state().parties().isSide(holdings.setting.me());
    boolean inTime = holdings.state().course().stamp() <= clock.now() + MOST_AHEAD;
    if (!side || !inTime || !holdings.alarms().isEmpty() || cosignedByMe(note)) {
      return;
    }
    SignedCheckpoint mine = note.cosign(holdings.setting.key(), holdings.setting.key().id().value(), clock.now() / 1000);
    holdings.cosigned(mine);
    holdings.signerOf(mine).ifPresent(keeper -> wire.send(keeper, new Message.Cosigned(mine.text())));
  }
}
