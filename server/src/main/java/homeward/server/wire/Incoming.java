package homeward.server.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import homeward.exchange.PartyId;
import homeward.json.Malformed;
import homeward.node.Message;
import homeward.server.keys.SealingKey;
import homeward.server.keys.WireCertificate;
import homeward.transcript.Hash;
import homeward.transcript.PublicKey;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The way in: a door of its own, with a certificate of its own. It opens only to letters whose cover a known node key has signed for
 * this node and this exchange. Every other answer says nothing but a number.
 */
public final class Incoming implements AutoCloseable {
  static final String PATH = "/wire";
  static final int TAKEN = 204;

  /** A log of some tens of thousands of entries in one letter. */
  private static final long LONGEST = 64L << 20;

  private static final int NOT_READ = 400;
  private static final int STRANGER = 403;
  private static final int TOO_LONG = 413;
  private static final int BUSY = 503;
  private static final int SECONDS_TO_STOP = 1;

  /**
   * Whom letters are for.
   *
   * @param key opens what was sealed for this party
   */
  public record Recipient(String exchange, PartyId me, SealingKey key, Map<PartyId, PublicKey> nodes, Delivery delivery) {}

  /** Takes what a peer said; returns when it is durable, or false when it has to come again. */
  @FunctionalInterface
  public interface Delivery {
    boolean take(PartyId from, List<Message> messages);
  }

  private final Recipient recipient;
  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicLong refused = new AtomicLong();

  private Incoming(Recipient recipient, HttpsServer server) {
    this.recipient = recipient;
    this.server = server;
  }

  /**
   * Begins to listen.
   *
   * @throws IOException when the address is not free or not this machine's
   */
  public static Incoming listen(InetSocketAddress address, WireCertificate certificate, Recipient recipient) throws IOException {
    // Read by the server when it is first used: whoever says nothing for so long is let go.
    System.setProperty("sun.net.httpserver.maxReqTime", System.getProperty("sun.net.httpserver.maxReqTime", "120"));
    System.setProperty("sun.net.httpserver.maxRspTime", System.getProperty("sun.net.httpserver.maxRspTime", "120"));
    HttpsServer server = HttpsServer.create(address, 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
    Incoming incoming = new Incoming(recipient, server);
    server.setExecutor(incoming.threads);
    server.createContext(PATH, incoming::handle);
    server.start();
    return incoming;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** How many letters were not taken: of strangers, for others, or not to be read. */
  public long refused() {
    return refused.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      int answer = answer(exchange);
      if (answer != TAKEN && answer != BUSY) {
        refused.incrementAndGet();
      }
      exchange.sendResponseHeaders(answer, -1);
    }
  }

  private int answer(HttpExchange exchange) throws IOException {
    Optional<Cover> cover = known(exchange);
    if (cover.isEmpty()) {
      return STRANGER;
    }
    if (cover.get().length() > LONGEST) {
      return TOO_LONG;
    }
    byte[] letter = read(exchange.getRequestBody(), (int) cover.get().length());
    if (!Hash.of(letter).equals(cover.get().letter())) {
      return NOT_READ;
    }
    try {
      List<Message> messages = Letter.read(letter).opened(recipient.key(), recipient.me());
      return recipient.delivery().take(cover.get().from(), messages) ? TAKEN : BUSY;
    } catch (Malformed unfit) {
      return NOT_READ;
    }
  }

  /** The cover, when somebody whom this node knows has signed it, for this node and this exchange. */
  private Optional<Cover> known(HttpExchange exchange) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(Cover.HEADER))
        .filter(header -> exchange.getRequestMethod().equals("POST") && exchange.getRequestURI().getPath().equals(PATH))
        .flatMap(Cover::read)
        .filter(signed -> signed.cover().to().equals(recipient.me()) && signed.cover().exchange().equals(recipient.exchange()))
        .filter(signed -> Optional.ofNullable(recipient.nodes().get(signed.cover().from())).map(signed::isBy).orElse(false))
        .map(Cover.Signed::cover);
  }

  /** So much and no more, whatever else is sent. */
  private static byte[] read(InputStream body, int length) throws IOException {
    return body.readNBytes(length);
  }

  @Override
  public void close() {
    server.stop(SECONDS_TO_STOP);
    threads.shutdownNow();
  }
}
