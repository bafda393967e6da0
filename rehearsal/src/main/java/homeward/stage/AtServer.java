package homeward.stage;

import homeward.conduct.Post;
import homeward.exchange.Function;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.server.proceedings.Placed;
import homeward.server.proceedings.Proceedings;
import homeward.server.proceedings.Standing;
import homeward.transcript.Hash;
import homeward.transcript.SignedCheckpoint;
import homeward.transcript.SignedEntry;
import homeward.transcript.SigningKey;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A post at a node that runs as a program. While it is cut off it shows what stood last. */
final class AtServer implements Post {
  private final PartyId party;
  private final Supplier<Proceedings> door;
  private final Supplier<Standing> standing;
  private final Set<Hash> placed = new HashSet<>();
  private List<Placed> known = List.of();

  /** At the node of a party. */
  AtServer(PartyId party, Supplier<Proceedings> door, Supplier<Standing> standing) {
    this.party = party;
    this.door = door;
    this.standing = standing;
  }

  @Override
  public PartyId party() {
    return party;
  }

  @Override
  public State state() {
    return standing.get().state();
  }

  @Override
  public long stamp(long index) {
    return standing.get().log().get((int) index).leaf().stamp();
  }

  @Override
  public boolean placed(Hash entry) {
    List<Placed> log = standing.get().log();
    boolean goesOn = known.isEmpty() || (log.size() >= known.size() && log.get(known.size() - 1).leaf().equals(known.getLast().leaf()));
    if (!goesOn) {
      placed.clear();
      known = List.of();
    }
    log.subList(known.size(), log.size()).forEach(each -> placed.add(each.leaf().entry().hash()));
    known = log;
    return placed.contains(entry);
  }

  @Override
  public List<SignedEntry> outbox() {
    return standing.get().outbox();
  }

  @Override
  public Optional<SignedCheckpoint> common() {
    return standing.get().common();
  }

  @Override
  public boolean withoutKeeper() {
    return standing.get().withoutKeeper();
  }

  @Override
  public void say(SigningKey key, Function function, Move move) {
    door.get().say(key, function, move);
  }
}
