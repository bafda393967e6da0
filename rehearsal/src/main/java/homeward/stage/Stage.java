package homeward.stage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import homeward.exchange.PartyId;
import homeward.play.Company;
import homeward.server.Running;
import homeward.server.delegations.Principal;
import homeward.server.web.Entrances;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * The page beside the nodes: what was told so far, how fast it goes, a door into every desk, and taking a party's desks over. It is for
 * this machine alone, and shows nobody's name.
 */
final class Stage implements AutoCloseable {
  private static final int SEE_OTHER = 303;
  private static final int MISSING = 404;
  private static final int OK = 200;

  /** A party's desks. */
  record Desks(Company.Dossier dossier, List<Principal> people) {}

  private final HttpServer server;
  private final Tempo tempo;
  private final Course course;
  private final SequencedMap<PartyId, Desks> desks;
  private final Function<PartyId, Running> nodes;
  private final Set<PartyId> taken = ConcurrentHashMap.newKeySet();

  private Stage(HttpServer server, Tempo tempo, Course course, SequencedMap<PartyId, Desks> desks, Function<PartyId, Running> nodes) {
    this.server = server;
    this.tempo = tempo;
    this.course = course;
    this.desks = desks;
    this.nodes = nodes;
  }

  /**
   * Opens it.
   *
   * @param port 0 takes any that is free
   * @throws IOException when the port is taken
   */
  static Stage open(int port, Tempo tempo, Course course, SequencedMap<PartyId, Desks> desks, Function<PartyId, Running> nodes)
      throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    Stage stage = new Stage(server, tempo, course, desks, nodes);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", stage::handle);
    server.start();
    return stage;
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  boolean isTaken(PartyId party) {
    return taken.contains(party);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      boolean posted = exchange.getRequestMethod().equals("POST") && sameOrigin(exchange);
      if (path.equals("/")) {
        show(exchange);
      } else if (posted && act(path)) {
        see(exchange, "/");
      } else {
        Optional<String> desk = desk(path);
        if (desk.isPresent()) {
          see(exchange, desk.get());
        } else {
          exchange.sendResponseHeaders(MISSING, -1);
        }
      }
    }
  }

  /** No other page may press its buttons. */
  private boolean sameOrigin(HttpExchange exchange) {
    String origin = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Origin"), "null");
    return (origin + "/").equals(address()) || origin.equals("http://localhost:" + server.getAddress().getPort());
  }

  private boolean act(String path) {
    switch (path) {
      case "/play" -> tempo.play();
      case "/pause" -> tempo.pause();
      case "/step" -> tempo.step();
      default -> {
        return path.startsWith("/take/") ? party(path).map(taken::add).isPresent() : path.startsWith("/back/") && party(path).map(taken::remove).isPresent();
      }
    }
    return true;
  }

  private Optional<PartyId> party(String path) {
    String id = path.substring(path.lastIndexOf('/') + 1);
    return desks.entrySet().stream().filter(entry -> entry.getValue().dossier().party().id().equals(id)).map(Map.Entry::getKey).findFirst();
  }

  /** {@code /desk/LOGIN/PARTY}: lets in, once for each time it is asked. */
  private Optional<String> desk(String path) {
    String[] words = path.split("/", -1);
    if (words.length != 4 || !words[1].equals("desk")) {
      return Optional.empty();
    }
    return party(path).flatMap(party ->
        Objects.requireNonNull(desks.get(party)).people().stream()
            .filter(person -> person.login().equals(words[2]))
            .findFirst()
            .map(person -> nodes.apply(party).url() + nodes.apply(party).part(Entrances.class).open(person)));
  }

  private void show(HttpExchange exchange) throws IOException {
    Words words = Words.of(Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Accept-Language"), ""));
    StagePage page = new StagePage(words, tempo, course, desks, taken, party -> nodes.apply(party).url().toString());
    byte[] html = page.html().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(OK, html.length);
    exchange.getResponseBody().write(html);
  }

  private static void see(HttpExchange exchange, String where) throws IOException {
    exchange.getResponseHeaders().set("Location", where);
    exchange.sendResponseHeaders(SEE_OTHER, -1);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
