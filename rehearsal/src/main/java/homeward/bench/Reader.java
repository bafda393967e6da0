package homeward.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Somebody who has come in at a desk of the demonstration, and asks for pages. */
final class Reader {
  private static final int WARM_UP = 40;
  private static final int COUNTED = 60;
  private static final int OK = 200;
  private static final Pattern LOADED = Pattern.compile("(?:<link [^>]*href|<script [^>]*src)=\"(/[^\"]*)\"");
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.ALWAYS).build();
  private final String home;

  private Reader(String stage, String login, String party) throws IOException {
    URI desk = send(HttpRequest.newBuilder(URI.create(stage + "desk/" + login + "/" + party))).uri();
    this.home = desk.getScheme() + "://" + desk.getAuthority();
  }

  static Reader comesIn(String stage, String login, String party) throws IOException {
    return new Reader(stage, login, party);
  }

  /**
   * What a page costs.
   *
   * @param program processor time of this process, ns
   * @param database processor time of its children, ns
   * @param bytes as they travel, with what the page loads
   */
  record Cost(long program, long database, long bytes) {}

  Cost cost(String path) throws IOException {
    for (int times = 0; times < WARM_UP; times++) {
      get(path);
    }
    long program = program();
    long database = database();
    for (int times = 0; times < COUNTED; times++) {
      get(path);
    }
    return new Cost((program() - program) / COUNTED, (database() - database) / COUNTED, bytes(path));
  }

  private byte[] get(String path) throws IOException {
    HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(URI.create(home + path)).header("Accept-Encoding", "gzip"));
    if (answer.statusCode() != OK) {
      throw new IOException(path + " answered " + answer.statusCode());
    }
    return answer.body();
  }

  private long bytes(String path) throws IOException {
    byte[] page = get(path);
    long sum = page.length;
    Matcher loaded = LOADED.matcher(text(page));
    Set<String> files = new HashSet<>();
    while (loaded.find()) {
      if (files.add(loaded.group(1))) {
        sum += get(loaded.group(1)).length;
      }
    }
    return sum;
  }

  private static String text(byte[] page) throws IOException {
    boolean packed = page.length > 1 && page[0] == 0x1f && page[1] == (byte) 0x8b;
    byte[] plain = packed ? new GZIPInputStream(new ByteArrayInputStream(page)).readAllBytes() : page;
    return new String(plain, StandardCharsets.UTF_8);
  }

  /** Brings a list of people as a file, and waits until it is in the register. */
  void brings(String path, byte[] file) throws IOException {
    Matcher token = TOKEN.matcher(text(get(path)));
    if (!token.find()) {
      throw new IOException("no form at " + path);
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    field(body, "name=\"_csrf\"", token.group(1).getBytes(StandardCharsets.UTF_8));
    field(body, "name=\"standing\"", "LIST".getBytes(StandardCharsets.UTF_8));
    field(body, "name=\"informant\"", "invented".getBytes(StandardCharsets.UTF_8));
    field(body, "name=\"file\"; filename=\"people.csv\"", file);
    body.write("--end--\r\n".getBytes(StandardCharsets.UTF_8));
    HttpResponse<byte[]> answer = send(
        HttpRequest.newBuilder(URI.create(home + path))
            .header("Content-Type", "multipart/form-data; boundary=end")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    for (String page = text(answer.body()); page.contains("hx-get"); ) {
      pause();
      page = text(send(HttpRequest.newBuilder(answer.uri())).body());
    }
  }

  private static void field(ByteArrayOutputStream body, String head, byte[] value) throws IOException {
    body.write(("--end\r\nContent-Disposition: form-data; " + head + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    body.write(value);
    body.write("\r\n".getBytes(StandardCharsets.UTF_8));
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(Duration.ofMillis(500));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", stop);
    }
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", stop);
    }
  }

  private static long program() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system ? system.getProcessCpuTime() : 0;
  }

  private static long database() {
    return ProcessHandle.current().descendants().flatMap(process -> process.info().totalCpuDuration().stream()).mapToLong(Duration::toNanos).sum();
  }
}
