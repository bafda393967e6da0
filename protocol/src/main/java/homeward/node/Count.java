package homeward.node;

import homeward.balance.Balance;
import homeward.balance.Manifests;
import homeward.exchange.Digest;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.json.Malformed;
import homeward.transcript.Hash;
import homeward.transcript.KeyId;
import homeward.transcript.Leaf;
import homeward.transcript.PublicKey;
import homeward.transcript.PublicKey;
import homeward.transcript.SignedCheckpoint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A node's count of its own receipts, from its store and nothing else. Every line is read, hashed, verified and decided again,
 * and the root is held against the checkpoint: a store that does not hold together is not counted (comparing roots alone would
 * miss an altered line).
 */
public final class Count {
  private Count() {}

  /** What came of it. */
  public sealed interface Result {
    /**
     * The count.
     *
     * @param log everything behind it
     * @param stateHash equal on every node that holds the same entries
     */
    record Counted(Chronicle log, Balance balance, long entries, Hash root, Digest stateHash) implements Result {
      public State state() {
        return log.state();
      }
    }

    /** No count: this entry is altered, missing or out of place, or the log as a whole is not the one that was signed. */
    record WillNotCount(long entry, Why why, String detail) implements Result {}
  }

  /** What is wrong with the store. */
  public enum Why {
    ALTERED,
    MISSING,
    CANNOT_STAND,
    ROOT_DIFFERS,
    CHECKPOINT_NOT_SIGNED,
    TWO_HISTORIES
  }

  /** Counts what a store holds of an exchange. */
  public static Result of(String exchange, Store.Contents contents) {
    Chronicle log = new Chronicle(exchange);
    for (int index = 0; index < contents.lines().size(); index++) {
      Optional<Result> wrong = line(log, index, contents.lines().get(index));
      if (wrong.isPresent()) {
        return wrong.get();
      }
    }
    Optional<Store.Alarm> proof =
        contents.alarms().stream().filter(alarm -> alarm.kind().proves() && !overcome(alarm, log, contents)).findFirst();
    return proof
        .<Result>map(alarm -> new Result.WillNotCount(alarm.size(), Why.TWO_HISTORIES, alarm.kind().name()))
        .or(() -> checkpoints(log, contents))
        .orElseGet(() -> counted(log));
  }

  /** Whether all sides have since cosigned what somebody else kept: then there is one history again, and it is counted. */
  private static boolean overcome(Store.Alarm alarm, Chronicle log, Store.Contents contents) {
    try {
      long common = contents.common().isPresent() ? SignedCheckpoint.read(contents.common().get()).checkpoint().size() : 0;
      return common > 0 && common <= log.size() && !signed(SignedCheckpoint.read(alarm.other()), log.leaf(common - 1).keeper(), log);
    } catch (Malformed e) {
      return false;
    }
  }

  private static boolean signed(SignedCheckpoint note, KeyId keeper, Chronicle log) {
    return log.state().parties().members().values().stream()
        .flatMap(member -> member.keys().stream())
        .map(keys -> new PublicKey(keys.node()))
        .anyMatch(key -> key.id().equals(keeper) && note.signedBy(key, key.id().value()));
  }

  private static Optional<Result> line(Chronicle log, long index, Store.Line line) {
    Leaf leaf;
    try {
      leaf = Leaf.read(line.leaf().getBytes(StandardCharsets.US_ASCII));
    } catch (Malformed e) {
      return refused(index, Why.ALTERED, String.valueOf(e.getMessage()));
    }
    if (leaf.index() != index) {
      return refused(index, Why.MISSING, "entry " + leaf.index() + " stands in its place");
    }
    if (!leaf.leafHash().equals(line.leafHash())) {
      return refused(index, Why.ALTERED, "its hash is not the one it had when it was verified");
    }
    return log.append(leaf) instanceof Chronicle.Placing.Refused fault
        ? refused(index, Why.CANNOT_STAND, fault.fault().name())
        : Optional.empty();
  }

  private static Optional<Result> refused(long entry, Why why, String detail) {
    return Optional.of(new Result.WillNotCount(entry, why, detail));
  }

  /** Every checkpoint in its turn, so that the first one that does not hold shows where; the newest covers the last line. */
  private static Optional<Result> checkpoints(Chronicle log, Store.Contents contents) {
    List<String> notes = new ArrayList<>(contents.checkpoints());
    contents.latest().ifPresent(notes::add);
    long good = 0;
    try {
      for (String text : notes) {
        SignedCheckpoint note = SignedCheckpoint.read(text);
        Optional<Result> wrong = checkpoint(log, note, good);
        if (wrong.isPresent()) {
          return wrong;
        }
        good = note.checkpoint().size();
      }
    } catch (Malformed e) {
      return refused(good, Why.CHECKPOINT_NOT_SIGNED, String.valueOf(e.getMessage()));
    }
    return good == log.size() ? Optional.empty() : refused(good, Why.CHECKPOINT_NOT_SIGNED, "no checkpoint covers it");
  }

  private static Optional<Result> checkpoint(Chronicle log, SignedCheckpoint note, long good) {
    long size = note.checkpoint().size();
    if (size > log.size()) {
      return refused(log.size(), Why.MISSING, "the checkpoint covers " + size + " entries");
    }
    if (!log.rootAt(size).equals(note.checkpoint().root())) {
      return refused(good, Why.ROOT_DIFFERS, "from this entry on something is not what was signed");
    }
    return signed(log, note) ? Optional.empty() : refused(Math.min(good, size - 1), Why.CHECKPOINT_NOT_SIGNED, "no node's signature holds");
  }

  /** Whether a node of a party of this exchange signed the checkpoint as the log's keeper. */
  private static boolean signed(Chronicle log, SignedCheckpoint note) {
    return log.state().parties().members().values().stream()
        .flatMap(member -> member.keys().stream())
        .map(keys -> new PublicKey(keys.node()))
        .anyMatch(key -> note.signedBy(key, key.id().value()));
  }

  private static Result counted(Chronicle log) {
    return new Result.Counted(
        log, Balance.of(log.state()), log.size(), log.rootAt(log.size()), Manifests.ofState(log.state()));
  }

  /** Whose cosignatures a note carries, as this log knows the sides. */
  public static List<PartyId> cosigners(Chronicle log, SignedCheckpoint note) {
    return List.copyOf(log.cosigners(note));
  }
}
