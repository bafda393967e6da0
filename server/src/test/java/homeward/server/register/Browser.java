package homeward.server.register;

import homeward.node.Clock;
import homeward.server.database.Scratch;
import homeward.server.delegations.Accounts;
import homeward.server.delegations.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A browser without scripts at one bureau's desk, through the real door. */
public final class Browser {
  private static final String PASSWORD = "a long enough password";

  private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NORMAL).build();
  private String language = "en";

  /** Somebody with these duties who has come in. */
  public static Browser of(Role... duties) {
    String login = "somebody-" + HexFormat.of().formatHex(Scratch.RANDOM.bytes(4));
    var admin = Bureau.viewer("admin", Role.ADMINISTRATOR);
    var made = (Accounts.Making.Made) Bureau.room(Accounts.class).make(admin, login, PASSWORD, new TreeSet<>(List.of(duties)));
    Browser browser = new Browser();
    browser.post("/login", "/login", Map.of("username", login, "password", PASSWORD, "code", code(made.secret())));
    return browser;
  }

  public Browser in(String wanted) {
    language = wanted;
    return this;
  }

  /** A page as it came, with the address it came from in the end. */
  public record Page(int status, String address, String text) {
    /** What people read: without tags. */
    public String words() {
      return text.replaceAll("(?s)<script.*?</script>|<style.*?</style>|<[^>]+>", " ").replace("&#39;", "'").replaceAll("\\s+", " ");
    }
  }

  public Page get(String path) {
    return send(HttpRequest.newBuilder(uri(path)));
  }

  /** Sends a form that stands on a page. */
  public Page post(String page, String path, Map<String, String> fields) {
    String body = fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", "_csrf=" + token(page) + "&", ""));
    return send(HttpRequest.newBuilder(uri(path)).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)));
  }

  /** Sends a form with a file. */
  Page bring(String path, String name, byte[] content, Map<String, String> fields) {
    StringBuilder start = new StringBuilder();
    Map<String, String> all = new TreeMap<>(fields);
    all.put("_csrf", token(path));
    all.forEach((field, text) -> start.append("--part\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + text + "\r\n"));
    start.append("--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: text/csv\r\n\r\n");
    var body = BodyPublishers.concat(BodyPublishers.ofString(start.toString()), BodyPublishers.ofByteArray(content), BodyPublishers.ofString("\r\n--part--\r\n"));
    return send(HttpRequest.newBuilder(uri(path)).header("Content-Type", "multipart/form-data; boundary=part").POST(body));
  }

  private String token(String page) {
    Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(get(page).text());
    if (!token.find()) {
      throw new AssertionError(page + " has no form");
    }
    return token.group(1);
  }

  private static URI uri(String path) {
    return URI.create("http://127.0.0.1:" + Bureau.port() + path);
  }

  private Page send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = client.send(request.header("Accept-Language", language).build(), BodyHandlers.ofString());
      return new Page(answer.statusCode(), answer.uri().toString(), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The code that a phone would show now (RFC 6238). */
  private static String code(String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(base32(secret), "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(Bureau.room(Clock.class).now() / 30_000).array());
      int at = hash[hash.length - 1] & 0xF;
      int number = ByteBuffer.wrap(hash, at, 4).getInt() & 0x7FFFFFFF;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] base32(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(text.length() * 5 / 8);
    long bits = 0;
    int count = 0;
    for (char letter : text.replaceAll("[= ]", "").toCharArray()) {
      bits = bits << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
      count += 5;
      if (count >= 8) {
        count -= 8;
        bytes.put((byte) (bits >> count));
      }
    }
    return bytes.array();
  }
}
