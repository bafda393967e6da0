package homeward.browser;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Knows the names and birth dates of a run, hears what the programs print and which addresses are opened, and finds them where they may not be. */
final class Probe implements AutoCloseable {
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final DateTimeFormatter WITH_POINTS = DateTimeFormatter.ofPattern("dd.MM.yyyy");
  private static final int NAMES_FROM = 1;
  private static final int BORN = 4;

  private final TreeSet<String> known = new TreeSet<>();
  private final PrintStream before = System.out;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Queue<String> addresses = new ConcurrentLinkedQueue<>();

  /** Of the people in these files, whose columns begin with id, surname, given name, patronymic and birth date. From now on it hears. */
  Probe(Collection<String> files) {
    files.stream().flatMap(file -> file.lines().skip(1)).map(line -> line.split(",", -1)).forEach(this::knows);
    System.setOut(new PrintStream(new Both(before, printed), true, StandardCharsets.UTF_8));
  }

  private void knows(String[] cells) {
    for (int cell = NAMES_FROM; cell < BORN; cell++) {
      Stream.of(cells[cell]).filter(name -> !name.isEmpty()).forEach(known::add);
    }
    if (DAY.matcher(cells[BORN]).matches()) {
      known.add(cells[BORN]);
      known.add(LocalDate.parse(cells[BORN]).format(WITH_POINTS));
    }
  }

  /** An address that a page opened by itself, by a link or by a form. */
  void opened(String address) {
    addresses.add(address);
  }

  /** What of a person stands in a text, in either case; empty when nothing does. */
  Set<String> in(String text) {
    TreeSet<String> found = new TreeSet<>();
    for (String each : known) {
      String alone = "(?<![\\p{L}\\d])" + Pattern.quote(each) + "(?![\\p{L}\\d])";
      if (Pattern.compile(alone, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE).matcher(text).find()) {
        found.add(each);
      }
    }
    return found;
  }

  /** All that was printed so far. */
  String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  /** Every address that was opened so far, as people read them. */
  String addresses() {
    return addresses.stream().map(address -> URLDecoder.decode(address.replace("%%", ""), StandardCharsets.UTF_8)).distinct().reduce("", (all, one) -> all + one + "\n");
  }

  @Override
  public void close() {
    System.setOut(before);
  }

  /** Writes to the first and keeps in the second. */
  private static final class Both extends OutputStream {
    private final OutputStream first;
    private final OutputStream second;

    Both(OutputStream first, OutputStream second) {
      this.first = first;
      this.second = second;
    }

    @Override
    public void write(int one) throws java.io.IOException {
      first.write(one);
      second.write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws java.io.IOException {
      first.write(bytes, from, length);
      second.write(bytes, from, length);
    }
  }
}
