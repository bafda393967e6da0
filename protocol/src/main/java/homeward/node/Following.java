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

/** The part of everybody who does not keep the log: hands in entries, asks for leaves, shows the others what it holds. */
final class Following {
  private final Holdings holdings;
  private final Wire wire;
  private final Succession succession;
  private final Adopting adopting;
  private long ignored;

  Following(Holdings holdings, Wire wire, Clock clock, Succession succession) {
    this.holdings = holdings;
    this.wire = wire;
    this.succession = succession;
    this.adopting = new Adopting(holdings, wire, clock, succession);
  }

  long ignored() {
    return ignored + adopting.ignored();
  }

  void ignored(PartyId from, Malformed why) {
    ignored++;
  }

  /**
   * The whole outbox in its order, so that no entry comes before the one it follows; what stands already is left alone. A keeper that
   * was caught is told as well: the other side may not have noticed anything and go on with it, and what both then cosign counts.
   */
  void submit() {
    List<SignedEntry> outbox = holdings.outbox();
    if (!succession.isActing() && !outbox.isEmpty()) {
      Message submit = new Message.Submit(outbox.stream().map(SignedEntry::jws).toList());
      wire.send(succession.acting(), submit);
      if (holdings.caught(succession.keeper())) {
        wire.send(succession.keeper(), submit);
      }
    }
  }

  void tick() {
    submit();
    PartyId acting = succession.acting();
    if (!acting.equals(holdings.setting.me())) {
      wire.send(acting, new Message.Pull(holdings.chronicle.size()));
    }
    // Parties show one another what they were told: a keeper that tells two histories cannot keep them apart for long.
    holdings.common().ifPresent(this::show);
    holdings.latest().filter(latest -> latest.checkpoint().size() > holdings.commonSize()).ifPresent(this::show);
    holdings.proof().forEach(this::show);
    adopting.cosign();
  }

  private void show(SignedCheckpoint note) {
    show(new Message.Head(note.text()));
  }

  private void show(Message message) {
    for (PartyId party : holdings.setting.nodes().keySet()) {
      if (!party.equals(holdings.setting.me())) {
        wire.send(party, message);
      }
    }
  }

  /** First what every side has cosigned, which anybody may take up from anybody; then what goes further. */
  void answer(PartyId to, long from) {
    long common = holdings.commonSize();
    long start = Math.clamp(from, 0, holdings.chronicle.size());
    if (start < common) {
      send(to, start, holdings.common().orElseThrow());
    }
    Optional<SignedCheckpoint> newest = holdings.chronicle.size() > common ? holdings.latest() : holdings.common();
    if (start >= common || holdings.chronicle.size() > common) {
      newest.ifPresent(note -> send(to, Math.max(start, common), note));
    }
  }

  private void send(PartyId to, long start, SignedCheckpoint note) {
    List<String> lines = new ArrayList<>();
    for (long index = start; index < note.checkpoint().size(); index++) {
      lines.add(new String(holdings.chronicle.leaf(index).bytes(), StandardCharsets.US_ASCII));
    }
    wire.send(to, new Message.Leaves(start, lines, note.text()));
  }

  /** There is a checkpoint: of the log held, further on, or of another history; whoever shows it has the leaves too. */
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
    succession.heardOf(from, signer.get(), point.size());
    boolean held = point.size() <= holdings.chronicle.size() && holdings.chronicle.rootAt(point.size()).equals(point.root());
    if (held) {
      adopting.join(note);
      return;
    }
    boolean goesOn = point.size() > holdings.chronicle.size() && holdings.latest().flatMap(holdings::signerOf).equals(signer);
    wire.send(from, new Message.Pull(goesOn ? holdings.chronicle.size() : holdings.commonSize()));
  }

  /**
   * Takes leaves that lead to a signed checkpoint. Whoever sends leaves that do not is asked again from further back; the
   * signature under the checkpoint is not theirs, so it proves nothing against whoever made it.
   */
  void take(PartyId sender, long from, List<String> lines, SignedCheckpoint note) throws Malformed {
    List<Leaf> leaves = new ArrayList<>();
    for (String line : lines) {
      leaves.add(Leaf.read(line.getBytes(StandardCharsets.US_ASCII)));
    }
    Checkpoint point = note.checkpoint();
    Optional<PartyId> signer = holdings.signerOf(note);
    boolean fits = point.origin().equals(Chronicle.origin(holdings.setting.exchange())) && from + leaves.size() == point.size();
    if (signer.isEmpty() || !fits || from < 0 || from > holdings.chronicle.size()) {
      ignored++;
    } else if (holdings.chronicle.rootWith(from, leaves).equals(point.root())) {
      succession.heardOf(sender, signer.get(), point.size());
      adopting.consider(new Adopting.Told(from, leaves, note, signer.get()));
    } else if (from > 0) {
      wire.send(sender, new Message.Pull(from > holdings.commonSize() ? holdings.commonSize() : 0));
    } else {
      ignored++;
    }
  }
}
