package homeward.verify;

import homeward.balance.Balance;
import homeward.balance.Manifests;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.json.Json;
import homeward.json.Malformed;
import homeward.node.Chronicle;
import homeward.transcript.Hash;
import homeward.transcript.KeyId;
import homeward.transcript.Leaf;
import homeward.transcript.PublicKey;
import homeward.transcript.SignedCheckpoint;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Goes through the entries of a bundle, and holds each checkpoint against them when its turn comes. */
final class Replay {
  private static final Json REPORT = Json.of("report");

  private final Header header;
  private final Notes notes;
  private final Chronicle log;
  private long cosigned;
  private final TreeSet<Long> otherHistories = new TreeSet<>();
  private String lacking = "no checkpoint is there";

  Replay(Header header, Notes notes) {
    this.header = header;
    this.notes = notes;
    this.log = new Chronicle(header.exchange());
  }

  /** The verdict on these lines; what follows the last line feed is a cut line and does not count. */
  Verdict run(byte[] lines) {
    int start = 0;
    for (int end = 0; end < lines.length; end++) {
      if (lines[end] == '\n') {
        Optional<Verdict> wrong = line(Arrays.copyOfRange(lines, start, end)).or(this::checkpoint);
        if (wrong.isPresent()) {
          return wrong.get();
        }
        start = end + 1;
      }
    }
    return differs().orElseGet(() -> verdict(start(lines) < lines.length));
  }

  private static int start(byte[] lines) {
    int start = lines.length;
    while (start > 0 && lines[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  private Optional<Verdict> line(byte[] line) {
    long index = log.size();
    Leaf leaf;
    try {
      leaf = Leaf.read(line);
    } catch (Malformed e) {
      return invalid(index, Verdict.Because.ALTERED, String.valueOf(e.getMessage()));
    }
    return switch (log.append(leaf)) {
      case Chronicle.Placing.Refused refused -> invalid(index, because(refused.fault()), refused.detail());
      case Chronicle.Placing.Placed placed -> {
        if (!placed.sameHistory()) {
          otherHistories.add(index);
        }
        yield Optional.empty();
      }
    };
  }

  private static Verdict.Because because(Chronicle.Fault fault) {
    return switch (fault) {
      case OUT_OF_PLACE -> Verdict.Because.OUT_OF_PLACE;
      case OTHER_EXCHANGE -> Verdict.Because.OTHER_EXCHANGE;
      case UNKNOWN_AUTHOR -> Verdict.Because.UNKNOWN_AUTHOR;
      case BAD_SIGNATURE -> Verdict.Because.BAD_SIGNATURE;
      case MALFORMED -> Verdict.Because.ALTERED;
    };
  }

  private static Optional<Verdict> invalid(long entry, Verdict.Because because, String detail) {
    return Optional.of(new Verdict.Invalid(entry, because, detail));
  }

  /** The checkpoint whose turn it is after this entry, if there is one. */
  private Optional<Verdict> checkpoint() {
    SignedCheckpoint note = notes.whole().peek();
    if (note == null || note.checkpoint().size() != log.size()) {
      return Optional.empty();
    }
    notes.whole().remove();
    boolean ofThisLog = note.checkpoint().origin().equals(Chronicle.origin(header.exchange()));
    if (!ofThisLog || !note.checkpoint().root().equals(log.rootAt(log.size()))) {
      return invalid(cosigned, Verdict.Because.ROOT_DIFFERS, "an entry before the checkpoint of " + log.size() + " is not the one signed");
    }
    return signatures(note);
  }

  /** The log's signature by whoever gave the last entry its place, and each side's; a line that is neither is somebody's tampering. */
  private Optional<Verdict> signatures(SignedCheckpoint note) {
    KeyId keeper = log.leaf(log.size() - 1).keeper();
    TreeMap<PartyId, PublicKey> missing = new TreeMap<>();
    int held = 0;
    for (Move.Member member : log.state().parties().members().values()) {
      Optional<PublicKey> key = member.keys().map(keys -> new PublicKey(keys.node()));
      held += key.filter(known -> known.id().equals(keeper) && note.signedBy(known, keeper.value())).isPresent() ? 1 : 0;
      if (key.isPresent() && member.kind() == Move.Kind.SIDE) {
        missing.put(member.party(), key.get());
      }
    }
    boolean byKeeper = held == 1;
    held += missing.size();
    missing.values().removeIf(key -> note.cosignedBy(key, key.id().value()).isPresent());
    held -= missing.size();
    if (!byKeeper || held != note.signatures()) {
      return invalid(cosigned, Verdict.Because.CHECKPOINT_NOT_SIGNED, "a signature under the checkpoint of " + log.size() + " does not hold");
    }
    lacking = "the checkpoint of " + log.size() + " lacks the cosignature of " + missing.keySet();
    boolean byAll = missing.isEmpty() && log.state().course().opener().isPresent();
    cosigned = byAll ? log.size() : cosigned;
    return Optional.empty();
  }

  /** Whether the entries, when all are there, lead to what the writer says. */
  private Optional<Verdict> differs() {
    if (log.size() > header.entries()) {
      return invalid(header.entries(), Verdict.Because.WRITER_DIFFERS, "the writer says " + header.entries() + " entries");
    }
    boolean whole = log.size() == header.entries();
    if (whole && !log.rootAt(log.size()).equals(header.root())) {
      return invalid(cosigned, Verdict.Because.WRITER_DIFFERS, "the writer says another root");
    }
    boolean other = header.stateHash().map(hash -> !hash.equals(Manifests.ofState(log.state()))).orElse(false);
    return whole && other ? invalid(cosigned, Verdict.Because.WRITER_DIFFERS, "the writer says another state") : Optional.empty();
  }

  private Verdict verdict(boolean cutLine) {
    boolean cut = cutLine || log.size() < header.entries() || !notes.whole().isEmpty() || notes.cut();
    if (cosigned == 0) {
      return new Verdict.Unknown(Verdict.Missing.COSIGNED_CHECKPOINT, lacking);
    }
    if (cut || cosigned < log.size()) {
      return new Verdict.ValidTo(standing(cosigned), cut ? Verdict.After.CUT : Verdict.After.NOT_COSIGNED);
    }
    return header.stateHash().isEmpty()
        ? new Verdict.Unknown(Verdict.Missing.WRITERS_STATE, "the writer could not replay what it held")
        : new Verdict.Valid(standing(cosigned));
  }

  private Verdict.Standing standing(long size) {
    State state = log.stateAt(size);
    long reported = 0;
    long refused = 0;
    for (long index = 0; index < size; index++) {
      boolean report = log.leaf(index).entry().envelope().body() instanceof Json.Fields body && REPORT.equals(body.values().get("is"));
      reported += report ? 1 : 0;
      refused += log.decision(index).accepted() ? 0 : 1;
    }
    Hash root = log.rootAt(size);
    return new Verdict.Standing(
        size,
        root,
        Manifests.ofState(state),
        state,
        Balance.of(state),
        reported,
        refused,
        new TreeSet<>(otherHistories.headSet(size)),
        fingerprints(state));
  }

  private static SortedMap<PartyId, String> fingerprints(State state) {
    TreeMap<PartyId, String> fingerprints = new TreeMap<>();
    state.parties().members().values().forEach(
            member -> member.keys().ifPresent(keys -> fingerprints.put(member.party(), fingerprint(new PublicKey(keys.root())))));
    return fingerprints;
  }

  private static String fingerprint(PublicKey key) {
    String hex = HexFormat.of().formatHex(Base64.getUrlDecoder().decode(key.id().value()));
    return hex.replaceAll("(.{4})(?=.)", "$1 ");
  }
}
