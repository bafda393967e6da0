package homeward.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.node.Random;
import homeward.server.Running;
import homeward.server.Server;
import homeward.server.Start;
import homeward.server.database.Scratch;
import homeward.server.delegations.Accounts;
import homeward.server.delegations.Needs;
import homeward.server.delegations.Right;
import homeward.server.delegations.Role;
import homeward.server.delegations.Roles;
import homeward.server.setup.NewNode;
import homeward.server.setup.Reading;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address of a running node, called by every role and by nobody. */
class DoorsTest {
  private static final long NOW = 1_750_000_000_000L;
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final int FORBIDDEN = 403;

  private static Running node;
  private static final Map<Role, Caller> CALLERS = new EnumMap<>(Role.class);

  /** An address, how it is called, and what its page asks for; empty for everybody. */
  record Endpoint(String method, String path, Optional<SortedSet<Right>> needs) {
    String called() {
      return path.replaceAll("\\{kind[^}]*}", "held").replaceAll("\\{[^}]*}", "1");
    }
  }

  /** Somebody with a session, and the token that forms carry. */
  record Caller(HttpClient client, String token) {}

  @BeforeAll
  static void starts() throws Exception {
    Random random = Scratch.RANDOM;
    Path directory = Scratch.directory();
    NewNode fresh = new NewNode("doors", NewNode.party(random), "127.0.0.1", 0, 0);
    fresh.make(directory, Optional.of(new NewNode.Called("A", "Party A")), NOW, random);
    Reading.Read read = (Reading.Read) Reading.of(NewNode.file(directory));
    node = ((Start.Started) Server.start(read.config(), () -> NOW, random)).node();
    for (Role role : Role.values()) {
      CALLERS.put(role, comesIn(role));
    }
  }

  @AfterAll
  static void stops() {
    node.close();
  }

  private static Caller comesIn(Role role) throws IOException, InterruptedException {
    var principal = node.part(Accounts.class).rehearsing("person-" + role.code(), role.code(), Optional.empty(), new TreeSet<>(List.of(role)));
    HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    send(client, "GET", node.part(Entrances.class).open(principal), "");
    Matcher token = TOKEN.matcher(send(client, "GET", "/desk", "").body());
    assertThat(token.find()).as("%s has a desk", role).isTrue();
    return new Caller(client, token.group(1));
  }

  private static HttpResponse<String> send(HttpClient client, String method, String path, String token) throws IOException, InterruptedException {
    String body = "_csrf=" + java.net.URLEncoder.encode(token, java.nio.charset.StandardCharsets.UTF_8);
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node.url() + path)).header("Accept", "text/html");
    request = method.equals("GET")
        ? request.GET()
        : request.header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body));
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static List<Endpoint> endpoints() {
    List<Endpoint> endpoints = new ArrayList<>();
    node.part(RequestMappingHandlerMapping.class).getHandlerMethods().forEach((mapping, method) -> {
      if (method.getBeanType().getPackageName().startsWith("homeward.")) {
        String how = mapping.getMethodsCondition().getMethods().stream().map(Enum::name).findFirst().orElse("GET");
        mapping.getPatternValues().forEach(path -> endpoints.add(new Endpoint(how, path, needs(method))));
      }
    });
    return endpoints;
  }

  private static Optional<SortedSet<Right>> needs(HandlerMethod method) {
    if (Opening.forEverybody(method)) {
      return Optional.empty();
    }
    return Optional.of(new TreeSet<>(Opening.needs(method).map(Needs::value).map(Arrays::asList).orElse(List.of())));
  }

  /** A page that was forgotten is closed to everybody; here it is a fault to have forgotten one. */
  @Test
  void everyAddressSaysWhatItNeeds() {
    assertThat(endpoints()).hasSizeGreaterThan(40).allMatch(endpoint -> endpoint.needs().map(needs -> !needs.isEmpty()).orElse(true));
  }

  @Test
  void everyAddressIsClosedToEveryRoleThatMayNotOpenIt() throws Exception {
    Roles table = Roles.table();
    Map<String, String> wrong = new TreeMap<>();
    for (Endpoint endpoint : endpoints()) {
      for (Role role : Role.values()) {
        Caller caller = Objects.requireNonNull(CALLERS.get(role));
        int answer = send(caller.client(), endpoint.method(), endpoint.called(), caller.token()).statusCode();
        boolean may = endpoint.needs().map(needs -> table.of(List.of(role)).stream().anyMatch(needs::contains)).orElse(true);
        if (may == (answer == FORBIDDEN)) {
          wrong.put(endpoint.method() + " " + endpoint.path() + " " + role.code(), "answered " + answer);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void nobodyWhoHasNotComeInSeesMoreThanWhatIsForEverybody() throws Exception {
    Map<String, Integer> open = new TreeMap<>();
    for (Endpoint endpoint : endpoints()) {
      HttpClient stranger = HttpClient.newHttpClient();
      HttpResponse<String> answer = send(stranger, endpoint.method(), endpoint.called(), "");
      boolean turnedAway = answer.statusCode() == FORBIDDEN
          || (answer.statusCode() == 302 && answer.headers().firstValue("location").orElse("").endsWith("/login"));
      if (endpoint.needs().isPresent() && !turnedAway) {
        open.put(endpoint.method() + " " + endpoint.path(), answer.statusCode());
      }
    }
    assertThat(open).isEmpty();
  }

  @Test
  void aFormWithoutItsFileIsToldToBringIt() throws Exception {
    Caller caller = Objects.requireNonNull(CALLERS.get(Role.REGISTRAR));
    HttpResponse<String> answer = send(caller.client(), "POST", "/register/sought/import", caller.token());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("choose the file and send the form again").doesNotContain("went wrong on our side");
  }

  @Test
  void aFileThatIsTooLargeIsRefusedInWords() throws Exception {
    Caller caller = Objects.requireNonNull(CALLERS.get(Role.REGISTRAR));
    HttpResponse<String> answer = upload(caller, "/register/sought/import", 65 << 20);
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("64 MB at most");
  }

  private static HttpResponse<String> upload(Caller caller, String path, int bytes) throws IOException, InterruptedException {
    String part = "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + caller.token()
        + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"people.csv\"\r\nContent-Type: text/csv\r\n\r\n";
    HttpRequest request = HttpRequest.newBuilder(URI.create(node.url() + path)).header("Accept", "text/html")
        .header("Content-Type", "multipart/form-data; boundary=b")
        .POST(HttpRequest.BodyPublishers.ofString(part + "x".repeat(bytes) + "\r\n--b--\r\n")).build();
    return caller.client().send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void aFormWithoutItsTokenDoesNothing() throws Exception {
    Caller caller = Objects.requireNonNull(CALLERS.get(Role.DELEGATE));
    assertThat(send(caller.client(), "POST", "/desk/say", "").statusCode()).isEqualTo(FORBIDDEN);
  }

  @Test
  void anEntranceOpensOnce() throws Exception {
    var principal = node.part(Accounts.class).rehearsing("person-twice", "twice", Optional.empty(), new TreeSet<>(List.of(Role.AUDITOR)));
    String path = node.part(Entrances.class).open(principal);
    HttpClient first = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    assertThat(send(first, "GET", path, "").headers().firstValue("location").orElse("")).endsWith("/desk");
    assertThat(send(HttpClient.newHttpClient(), "GET", path, "").headers().firstValue("location").orElse("")).endsWith("/login");
  }

  @Test
  void anAccountThatIsClosedIsOutAtOnce() throws Exception {
    Accounts accounts = node.part(Accounts.class);
    var closed = accounts.rehearsing("person-closed", "closed", Optional.empty(), new TreeSet<>(List.of(Role.AUDITOR)));
    var admin = accounts.rehearsing("person-closing", "closing", Optional.empty(), new TreeSet<>(List.of(Role.ADMINISTRATOR)));
    HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    send(client, "GET", node.part(Entrances.class).open(closed), "");
    assertThat(send(client, "GET", "/desk", "").statusCode()).isEqualTo(200);
    accounts.close(admin.viewer(), "person-closed");
    assertThat(send(client, "GET", "/desk", "").headers().firstValue("location").orElse("")).endsWith("/login");
    assertThat(send(client, "GET", "/reads", "").headers().firstValue("location").orElse("")).endsWith("/login");
  }

  /** For everybody means for everybody: the annotation stands on few pages, and each is known. */
  @Test
  void whatIsForEverybodyIsKnown() {
    assertThat(endpoints()).filteredOn(endpoint -> endpoint.needs().isEmpty()).extracting(Endpoint::path)
        .allMatch(path -> path.equals("/") || path.equals("/login") || path.equals("/language") || path.equals("/parts")
            || path.startsWith("/enter/") || path.startsWith("/public"));
  }
}
