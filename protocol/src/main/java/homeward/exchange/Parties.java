package homeward.exchange;

import java.util.Optional;
import java.util.SortedMap;

/**
 * Who takes part, and whose keys may sign.
 *
 * @param heard the stamp of each party's last entry, or of the last report of what it did, epoch ms
 */
public record Parties(
    SortedMap<PartyId, Move.Member> members, SortedMap<AuthorId, Author> authors, SortedMap<PartyId, Long> heard) {

  public Parties with(Move.Member member) {
    return new Parties(State.put(members, member.party(), member), authors, heard);
  }

  public Parties with(AuthorId id, Author author) {
    return new Parties(members, State.put(authors, id, author), heard);
  }

  /** With a party heard of at this stamp. */
  public Parties heardOf(PartyId party, long stamp) {
    return new Parties(members, authors, State.put(heard, party, stamp));
  }

  /** Whether the party acts on paper only, so that others report what it did. */
  public boolean onPaper(PartyId party) {
    return members.containsKey(party) && members.get(party).keys().isEmpty();
  }

  /** Whether it is one of the two sides. */
  public boolean isSide(PartyId party) {
    Move.Member member = members.get(party);
    return member != null && member.kind() == Move.Kind.SIDE;
  }

  /** The party whose node has this key: who kept the log, or cosigned a checkpoint. */
  public Optional<PartyId> ofNode(AuthorId node) {
    return members.values().stream()
        .filter(member -> member.keys().map(keys -> AuthorId.of(keys.node()).equals(node)).orElse(false))
        .map(Move.Member::party)
        .findFirst();
  }

  /**
   * A key that may sign, or once could.
   *
   * @param person one human being, however many keys; the party's id for its root key
   * @param until epoch ms after which the key is over
   * @param sequence how many entries of it stand in the log
   * @param head its last entry
   */
  public record Author(
      PartyId party, Role role, String person, String key, long until, boolean withdrawn, long sequence, Digest head) {

    public Author after(Entry entry) {
      return new Author(party, role, person, key, until, withdrawn, entry.sequence(), entry.id());
    }

    public Author withdrawnNow() {
      return new Author(party, role, person, key, until, true, sequence, head);
    }

    /** Whether it may sign something of this stamp. */
    public boolean speaksAt(long stamp) {
      return !withdrawn && stamp <= until;
    }
  }

  /** What a key is for. A node's key keeps and witnesses the log and signs no entry. */
  public enum Role {
    ROOT,
    DELEGATE,
    DEVICE
  }
}
