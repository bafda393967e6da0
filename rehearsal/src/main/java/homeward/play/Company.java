package homeward.play;

import homeward.agreement.Agreement;
import homeward.conduct.Post;
import homeward.exchange.Decision;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.Person.Answered;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.node.Clock;
import homeward.node.Message;
import homeward.node.Store;
import homeward.register.Person;
import homeward.transcript.Leaf;
import homeward.transcript.SigningKey;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;

/**
 * The nodes of one exchange and the lines between them: in this process for tests and for reading, or as programs with their own
 * databases. The play drives either in the same way, and what comes of it has to be the same.
 */
public interface Company extends AutoCloseable {

  /**
   * Whom to put together.
   *
   * @param keeper who keeps the transcript of the beginning
   * @param nodes the key of each node, in the order in which they start
   * @param clock the play's time
   * @param dossiers what each party with a node knows by itself, for whoever furnishes its desks
   */
  record Plan(
      String exchange,
      PartyId keeper,
      SequencedMap<PartyId, SigningKey> nodes,
      Clock clock,
      SequencedMap<PartyId, Dossier> dossiers) {}

  /**
   * What a party knows by itself.
   *
   * @param people the keys of those who sign for it, by the person's code in the log
   * @param sought its people whom it seeks; empty for a third party
   * @param held people whom it holds
   * @param listed which of them are on its list
   * @param answers what it will answer of the other side's list
   * @param names what commits to the sealed file of names; empty for a third party
   * @param salt for the commitment to its list
   */
  record Dossier(
      Agreement agreement,
      Agreement.Party party,
      SigningKey root,
      SequencedMap<String, SigningKey> people,
      List<Person> sought,
      List<Person> held,
      List<Listed> listed,
      SortedMap<Ref, Answered> answers,
      Optional<Move.Attachment> names,
      String salt) {}

  /** Somebody on a list: the reference, and the id of the row in the register. */
  record Listed(Ref ref, String row, String category, boolean direct) {}

  /** Puts a company together. */
  interface Gathering {
    Company gather(Plan plan);
  }

  /** Where this party's people sit. */
  Post post(PartyId party);

  /** Keeps a sealed file at a party's node and sends it to whom it is for. */
  void attach(PartyId from, Message.Parcel parcel, PartyId to);

  /** Hands a node what somebody outside sent it. */
  void hear(PartyId from, PartyId to, Message message);

  /** What is due by the clock, at every node that is not cut off. */
  void tick();

  /** Delivers until nothing is under way any more. */
  void deliver();

  /** Cuts a party's line, as if its cable were gone. */
  void cut(PartyId party);

  /** Its line is whole again. */
  void rejoin(PartyId party);

  /** How many entries the log has that a party's node holds. */
  long size(PartyId party);

  /** An entry of it. */
  Leaf leaf(PartyId party, long index);

  /** What it did. */
  Decision decision(PartyId party, long index);

  /** What stood before it. */
  State stateAt(PartyId party, long size);

  /** A party's store, for a count. */
  Store store(PartyId party);

  /** Whether somebody has taken over this party's desks, so that the play says nothing there. */
  default boolean takenOver(PartyId party) {
    return false;
  }

  /** A moment in which whoever has taken over may do something. */
  default void rest() {}

  @Override
  void close();
}
