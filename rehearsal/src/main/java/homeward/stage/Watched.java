package homeward.stage;

import homeward.conduct.Post;
import homeward.exchange.Decision;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.node.Message;
import homeward.node.Store;
import homeward.play.Company;
import homeward.transcript.Leaf;
import java.util.Optional;

/** Nodes whose desks somebody may take over, and which run on when the play is over if there is a page to look at. */
record Watched(RealNodes nodes, Optional<Stage> stage, boolean stays) implements Company {
  private static final long MOMENT = 300;

  @Override
  public boolean takenOver(PartyId party) {
    return stage.map(page -> page.isTaken(party)).orElse(false);
  }

  @Override
  public void rest() {
    try {
      Thread.sleep(MOMENT);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Post post(PartyId party) {
    return nodes.post(party);
  }

  @Override
  public void attach(PartyId from, Message.Parcel parcel, PartyId to) {
    nodes.attach(from, parcel, to);
  }

  @Override
  public void hear(PartyId from, PartyId to, Message message) {
    nodes.hear(from, to, message);
  }

  @Override
  public void tick() {
    nodes.tick();
  }

  @Override
  public void deliver() {
    nodes.deliver();
  }

  @Override
  public void cut(PartyId party) {
    nodes.cut(party);
  }

  @Override
  public void rejoin(PartyId party) {
    nodes.rejoin(party);
  }

  @Override
  public long size(PartyId party) {
    return nodes.size(party);
  }

  @Override
  public Leaf leaf(PartyId party, long index) {
    return nodes.leaf(party, index);
  }

  @Override
  public Decision decision(PartyId party, long index) {
    return nodes.decision(party, index);
  }

  @Override
  public State stateAt(PartyId party, long size) {
    return nodes.stateAt(party, size);
  }

  @Override
  public Store store(PartyId party) {
    return nodes.store(party);
  }

  @Override
  public void close() {
    if (!stays) {
      nodes.close();
    }
  }
}
