package homeward.server.wire;

import homeward.exchange.PartyId;
import homeward.node.Message;
import homeward.transcript.SigningKey;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/** Carries letters to one peer, one after the other, on a thread of its own; waits longer after every letter that did not arrive. */
final class Courier implements AutoCloseable {
  /** Several messages go into one letter up to this length; a single one may be as long as the other end takes. */
  private static final long LETTER = 1 << 20;

  private static final long FIRST_WAIT = 100;
  private static final long LONGEST_WAIT = 10_000;
  private static final int CONNECT_TIMEOUT = 5_000;
  private static final int READ_TIMEOUT = 60_000;

  private final String exchange;
  private final PartyId me;
  private final SigningKey key;
  private final Peer peer;
  private final Optional<SSLSocketFactory> pinned;
  private final Consumer<Message.Parcel> arrived;
  private final Waiting waiting = new Waiting();
  private final Semaphore woken = new Semaphore(0);
  private final Thread thread;
  private volatile String problem = "";
  private volatile boolean closing;

  Courier(String exchange, PartyId me, SigningKey key, Peer peer, Consumer<Message.Parcel> arrived) {
    this.exchange = exchange;
    this.me = me;
    this.key = key;
    this.peer = peer;
    this.pinned = peer.fingerprint().map(fingerprint -> Trust.in(fingerprint).getSocketFactory());
    this.arrived = arrived;
    this.thread = Thread.ofVirtual().name("courier").start(this::carry);
  }

  void add(Message message) {
    waiting.add(message);
  }

  Line line() {
    return new Line(peer.party(), waiting.size(), problem);
  }

  /** The peer was heard just now, so that it makes sense to try again at once. */
  void wake() {
    if (!problem.isEmpty()) {
      woken.release();
    }
  }

  private void carry() {
    long wait = FIRST_WAIT;
    try {
      while (!closing) {
        List<Message> letter = waiting.next(LETTER);
        problem = send(letter);
        if (problem.isEmpty()) {
          waiting.arrived(letter);
          letter.forEach(this::tell);
          wait = FIRST_WAIT;
        } else {
          boolean heard = woken.tryAcquire(wait, TimeUnit.MILLISECONDS);
          wait = heard ? FIRST_WAIT : Math.min(2 * wait, LONGEST_WAIT);
          woken.drainPermits();
        }
      }
    } catch (InterruptedException stop) {
      // Closed: what has not arrived is said again after the next start.
    }
  }

  private void tell(Message message) {
    if (message instanceof Message.Parcel parcel && peer.sealingKey().isPresent()) {
      arrived.accept(parcel);
    }
  }

  /** Why it did not arrive, in a word; empty when it did. */
  private String send(List<Message> messages) {
    byte[] letter = Letter.of(messages, peer.sealingKey(), peer.party()).bytes();
    try {
      HttpsURLConnection connection = connection();
      connection.setFixedLengthStreamingMode(letter.length);
      connection.setRequestProperty(Cover.HEADER, Cover.of(exchange, me, peer.party(), letter).signed(key).text());
      try (OutputStream body = connection.getOutputStream()) {
        body.write(letter);
      }
      int answer = connection.getResponseCode();
      return answer == Incoming.TAKEN ? "" : "answered " + answer;
    } catch (IOException broken) {
      return broken.getClass().getSimpleName();
    }
  }

  private HttpsURLConnection connection() throws IOException {
    URL url = peer.url().resolve(URI.create(Incoming.PATH)).toURL();
    if (!(url.openConnection() instanceof HttpsURLConnection connection)) {
      throw new IOException("not https");
    }
    connection.setConnectTimeout(CONNECT_TIMEOUT);
    connection.setReadTimeout(READ_TIMEOUT);
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setDoOutput(true);
    connection.setRequestMethod("POST");
    connection.setRequestProperty("Content-Type", "application/json");
    pinned.ifPresent(
        factory -> {
          connection.setSSLSocketFactory(factory);
          // The fingerprint says all that a name could.
          connection.setHostnameVerifier((name, session) -> true);
        });
    return connection;
  }

  @Override
  public void close() {
    closing = true;
    thread.interrupt();
  }
}
