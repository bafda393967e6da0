package homeward.server.wire;

import homeward.node.Message;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Messages for one peer, in their order, each once. Of what the node says again by itself only the newest is kept, so that a peer
 * may stay away for weeks; parcels, which nobody repeats, are all kept.
 */
final class Waiting {
  private static final int MOST = 500;

  private final LinkedHashSet<Message> messages = new LinkedHashSet<>();

  synchronized void add(Message message) {
    if (message instanceof Message.Submit || message instanceof Message.Pull) {
      messages.removeIf(earlier -> earlier.getClass().equals(message.getClass()));
    }
    messages.remove(message);
    messages.add(message);
    if (messages.size() > MOST) {
      dropOldest();
    }
    notifyAll();
  }

  private void dropOldest() {
    Iterator<Message> oldest = messages.iterator();
    while (oldest.hasNext()) {
      if (!(oldest.next() instanceof Message.Parcel)) {
        oldest.remove();
        return;
      }
    }
  }

  synchronized int size() {
    return messages.size();
  }

  /** Waits until there is something, and shows as much of it as goes into one letter; at least one message. */
  synchronized List<Message> next(long longest) throws InterruptedException {
    while (messages.isEmpty()) {
      wait();
    }
    List<Message> letter = new ArrayList<>();
    long length = 0;
    for (Message message : messages) {
      length += length(message);
      if (!letter.isEmpty() && length > longest) {
        break;
      }
      letter.add(message);
    }
    return letter;
  }

  /** What has arrived waits no more. */
  synchronized void arrived(List<Message> letter) {
    letter.forEach(messages::remove);
  }

  private static long length(Message message) {
    return switch (message) {
      case Message.Submit submit -> submit.entries().stream().mapToLong(String::length).sum();
      case Message.Leaves leaves -> leaves.leaves().stream().mapToLong(String::length).sum() + leaves.note().length();
      case Message.Parcel parcel -> parcel.ciphertext().length();
      case Message.Head head -> head.note().length();
      case Message.Cosigned cosigned -> cosigned.note().length();
      case Message.Pull pull -> 1;
    };
  }
}
