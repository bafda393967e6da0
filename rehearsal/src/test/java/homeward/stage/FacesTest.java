package homeward.stage;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.play.Plays;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which field of a person stands on which role's pages, as one table: whoever comes to any page of a node after an exchange sees no more.
 * Delegate 3 clears as well.
 */
class FacesTest {
  private static final SecureRandom SOURCE = new SecureRandom();
  private static final Pattern LINK = Pattern.compile("href=\"(/[^\"]*)\"");
  /** Pages of one kind differ in the person alone; here there are few people. */
  private static final int OF_A_KIND = 4;
  private static final String NOBODY = "nobody";

  /** Every field by a value that stands nowhere else. Sex, category and status are words that pages have anyway. */
  private static final SequencedMap<String, String> VALUES = new LinkedHashMap<>();

  static {
    for (String name : List.of(
        "surname", "given_name", "patronymic", "birth_place", "rank", "unit", "service_number", "power_of_origin", "father_given_name",
        "mother_maiden_name", "capture_place", "remarks")) {
      VALUES.put(name, "Zz" + name.replace("_", ""));
    }
    VALUES.put("birth_date", "1961-02-11");
    VALUES.put("capture_date", "2030-12-24");
  }

  /** What each role's pages show, any of them; the last row is whoever has not come in. */
  private static final String TABLE = """
      field               registrar  security  delegate-1  delegate-3  field  auditor  administrator  nobody
      surname             x          x         x           x           x      -        -              -
      given_name          x          x         x           x           x      -        -              -
      patronymic          x          x         x           x           x      -        -              -
      birth_date          x          x         x           x           x      -        -              -
      birth_place         x          x         x           x           -      -        -              -
      rank                x          x         x           x           -      -        -              -
      unit                x          x         x           x           -      -        -              -
      service_number      x          x         x           x           -      -        -              -
      power_of_origin     x          x         -           -           -      -        -              -
      father_given_name   x          -         -           -           -      -        -              -
      mother_maiden_name  x          -         -           -           -      -        -              -
      capture_place       x          x         x           x           -      -        -              -
      capture_date        x          x         x           x           -      -        -              -
      remarks             x          x         -           -           -      -        -              -
      """;

  @TempDir private static Path folder;
  private static Grounds grounds;
  private static Show show;

  @BeforeAll
  static void playsAnExchange() throws IOException, URISyntaxException {
    Path known = Path.of(Objects.requireNonNull(FacesTest.class.getResource("/homeward/play/one-for-one-and-nobody-else")).toURI());
    Files.copy(known.resolve("agreement.json"), folder.resolve("agreement.json"));
    String header = "id," + String.join(",", VALUES.keySet());
    String row = "h1," + String.join(",", VALUES.values());
    for (String side : List.of("a", "b")) {
      Files.writeString(folder.resolve(side + "-held.csv"), header + ",category\n" + row + ",people\n");
      Files.writeString(folder.resolve(side + "-sought.csv"), header + "\n" + row + "\n");
    }
    grounds = Grounds.fresh();
    show = new Show(grounds.directory(), Optional.of(0), Show.Pace.HURRIED, FacesTest::bytes, line -> {});
    Plays.Result result = show.play(
        new Plays.Wish(Optional.of(folder.resolve("agreement.json")), Optional.of(folder), "reference", Optional.of("none"), 1, Optional.empty()));
    assertThat(result).isInstanceOf(Plays.Result.Played.class);
  }

  @AfterAll
  static void closes() {
    show.close();
    grounds.close();
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    SOURCE.nextBytes(bytes);
    return bytes;
  }

  /** By role, the fields of the table. */
  private static SequencedMap<String, Set<String>> allowed() {
    List<String[]> rows = TABLE.lines().map(line -> line.split(" +")).toList();
    String[] roles = rows.getFirst();
    SequencedMap<String, Set<String>> allowed = new LinkedHashMap<>();
    for (int role = 1; role < roles.length; role++) {
      int column = role;
      allowed.put(roles[role], rows.stream().filter(row -> row[column].equals("x")).map(row -> row[0]).collect(Collectors.toCollection(TreeSet::new)));
    }
    return allowed;
  }

  @Test
  void everyRoleSeesTheFieldsOfItsColumnAndNoOthers() throws Exception {
    SequencedMap<String, Set<String>> seen = new LinkedHashMap<>();
    for (String role : allowed().sequencedKeySet()) {
      seen.put(role, fields(comesIn(role)));
    }
    assertThat(seen).isEqualTo(allowed());
  }

  private record Caller(HttpClient client, String home) {}

  private static Caller comesIn(String login) throws Exception {
    HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.ALWAYS).build();
    URI desk = client.send(
        HttpRequest.newBuilder(URI.create(show.address().orElseThrow() + "desk/" + (login.equals(NOBODY) ? "delegate-1" : login) + "/A")).build(),
        HttpResponse.BodyHandlers.ofString()).uri();
    String home = desk.getScheme() + "://" + desk.getAuthority();
    return new Caller(login.equals(NOBODY) ? HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build() : client, home);
  }

  private static Set<String> fields(Caller caller) throws Exception {
    Set<String> fields = new TreeSet<>();
    Map<String, Integer> kinds = new TreeMap<>();
    Deque<String> ahead = new ArrayDeque<>(List.of("/desk", "/public"));
    Set<String> been = new HashSet<>();
    while (!ahead.isEmpty()) {
      String path = ahead.poll();
      if (been.add(path) && kinds.merge(kind(path), 1, Integer::sum) <= OF_A_KIND) {
        String page = caller.client().send(HttpRequest.newBuilder(URI.create(caller.home() + path)).build(), HttpResponse.BodyHandlers.ofString()).body();
        VALUES.forEach((field, value) -> fields.addAll(page.contains(value) ? Set.of(field) : Set.of()));
        Matcher links = LINK.matcher(page);
        while (links.find()) {
          ahead.add(links.group(1).replace("&amp;", "&"));
        }
      }
    }
    assertThat(been).as("it came far").hasSizeGreaterThan(3);
    return fields;
  }

  private static String kind(String path) {
    return path.replaceAll("\\?.*", "").replaceAll("/[0-9]+(?=/|$)", "/1").replaceAll("/[A-Za-z0-9_-]{20,}(?=/|$)", "/code");
  }
}
