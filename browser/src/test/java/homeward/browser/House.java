package homeward.browser;

import com.microsoft.playwright.BrowserContext;
import homeward.exchange.PartyId;
import homeward.node.Random;
import homeward.server.Nodes;
import homeward.server.delegations.Accounts;
import homeward.server.delegations.Role;
import homeward.server.setup.Card;
import homeward.server.setup.NewNode;
import homeward.stage.Grounds;
import homeward.transcript.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Three nodes as they stand on their first day: an administrator each, and nothing else. */
final class House implements AutoCloseable {
  static final List<String> PARTIES = List.of("A", "B", "M");
  private static final SecureRandom SOURCE = new SecureRandom();
  private static final Random RANDOM = House::bytes;

  final AtomicLong clock;
  private final Grounds grounds = Grounds.fresh();
  private final Chromium chromium;
  private final Nodes nodes;
  private final Consumer<String> opened;
  private final Map<String, PartyId> ids = new HashMap<>();
  private final Map<String, String> roots = new HashMap<>();
  private final Map<String, String> secrets = new HashMap<>();

  House(Chromium chromium, long now, Consumer<String> opened) {
    this.chromium = chromium;
    this.opened = opened;
    this.clock = new AtomicLong(now);
    SequencedMap<PartyId, SigningKey> keys = new LinkedHashMap<>();
    Map<PartyId, Card.Named> named = new HashMap<>();
    for (String id : PARTIES) {
      PartyId party = NewNode.party(RANDOM);
      byte[] root = bytes(32);
      ids.put(id, party);
      roots.put(id, Base64.getUrlEncoder().withoutPadding().encodeToString(root));
      keys.put(party, new SigningKey(bytes(32)));
      named.put(party, new Card.Named(id, "Party " + id, new SigningKey(root).publicKey().value()));
    }
    this.nodes = Nodes.start(
        new Nodes.Plan(grounds.directory(), "by-hand", party("M"), keys, named, Duration.ofMillis(300), clock::get, RANDOM));
    for (String id : PARTIES) {
      var made = nodes.of(party(id)).part(Accounts.class).makeFirst("admin", Person.PASSWORD, new TreeSet<>(List.of(Role.ADMINISTRATOR)));
      secrets.put(id, ((Accounts.Making.Made) made).secret());
    }
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    SOURCE.nextBytes(bytes);
    return bytes;
  }

  PartyId party(String id) {
    return Objects.requireNonNull(ids.get(id));
  }

  String url(String id) {
    return nodes.of(party(id)).url().toString();
  }

  Nodes nodes() {
    return nodes;
  }

  /** The secret half of a party's root key, as its keeper would bring it. */
  String root(String id) {
    return Objects.requireNonNull(roots.get(id));
  }

  Person stranger(String id) {
    return new Person("stranger", url(id), chromium.withoutScripts("en").newPage());
  }

  Person admin(String id) {
    return comesIn(id, "admin", Objects.requireNonNull(secrets.get(id)));
  }

  Person comesIn(String id, String name, String secret) {
    BrowserContext context = chromium.withoutScripts("en");
    context.onRequest(request -> opened.accept(request.url()));
    return new Person(name, url(id), context.newPage()).comesIn(secret, clock::get);
  }

  /** All bodies of the log that a party's node holds, as people read them. */
  String entries(String id) {
    return nodes.of(party(id)).proceedings().standing().log().stream()
        .map(placed -> placed.leaf().entry().envelope().body().pretty())
        .reduce("", String::concat);
  }

  /** What PostgreSQL itself wrote down about its work, by file. */
  Map<String, String> logs() {
    try (Stream<Path> files = Files.walk(grounds.directory())) {
      return files.filter(file -> file.toString().endsWith(".log")).collect(Collectors.toMap(Path::toString, House::read));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public void close() {
    nodes.close();
    grounds.close();
  }
}
