package homeward.node;

import homeward.transcript.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A store that lives as long as the process: for rehearsals and tests. It outlives the node, as a disk does. */
public final class MemoryStore implements Store {
  private final List<Line> lines = new ArrayList<>();
  private final List<String> checkpoints = new ArrayList<>();
  private final List<String> outbox = new ArrayList<>();
  private final List<Alarm> alarms = new ArrayList<>();
  private final TreeMap<Hash, byte[]> attachments = new TreeMap<>();
  private Optional<String> latest = Optional.empty();

  /** Empty. */
  public MemoryStore() {}

  @Override
  public Contents contents() {
    return new Contents(List.copyOf(lines), latest, List.copyOf(checkpoints), List.copyOf(outbox), List.copyOf(alarms));
  }

  @Override
  public void apply(Change change) {
    if (change.keep() > lines.size()) {
      throw new IllegalArgumentException("a log of " + lines.size() + " lines cannot go on from " + change.keep());
    }
    lines.subList((int) change.keep(), lines.size()).clear();
    lines.addAll(change.lines());
    latest = change.latest().isPresent() ? change.latest() : latest;
    change.common().ifPresent(checkpoints::add);
    outbox.addAll(change.queued());
    outbox.removeIf(entry -> change.settled().contains(hash(entry)));
    attachments.putAll(change.attachments());
    alarms.addAll(change.alarms());
  }

  private static Hash hash(String entry) {
    return Hash.of(entry.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }

  @Override
  public Optional<byte[]> attachment(Hash ciphertext) {
    return Optional.ofNullable(attachments.get(ciphertext)).map(byte[]::clone);
  }
}
