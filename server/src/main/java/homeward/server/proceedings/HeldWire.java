package homeward.server.proceedings;

import homeward.exchange.PartyId;
import homeward.node.Message;
import homeward.node.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps messages back until what they say is durable. */
final class HeldWire implements Wire {
  private record Sent(PartyId to, Message message) {}

  private final List<Sent> held = new ArrayList<>();
  private final Wire onward;

  HeldWire(Wire onward) {
    this.onward = onward;
  }

  @Override
  public void send(PartyId to, Message message) {
    held.add(new Sent(to, message));
  }

  /** What is held goes out. Of several outboxes for one party the last holds the others, and nobody needs to be told a thing twice. */
  void release() {
    Map<PartyId, Integer> lastOutbox = new TreeMap<>();
    for (int index = 0; index < held.size(); index++) {
      if (held.get(index).message() instanceof Message.Submit) {
        lastOutbox.put(held.get(index).to(), index);
      }
    }
    for (int index = 0; index < held.size(); index++) {
      Sent sent = held.get(index);
      boolean stale = sent.message() instanceof Message.Submit && lastOutbox.getOrDefault(sent.to(), index) > index;
      if (!stale && held.indexOf(sent) == index) {
        onward.send(sent.to(), sent.message());
      }
    }
    held.clear();
  }

  void drop() {
    held.clear();
  }
}
