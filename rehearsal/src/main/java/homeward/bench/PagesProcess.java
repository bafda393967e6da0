package homeward.bench;

import homeward.node.Random;
import homeward.people.Population;
import homeward.play.Plays;
import homeward.register.PeopleFile;
import homeward.stage.Show;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * A node whose pages are asked for, in a process of its own: the field desk and the other side's list on the eve of a journey of a
 * thousand people, and the register with so many people. Prints a line for each page: what it is, processor time (ns) of the JVM, which asks
 * as well, and of PostgreSQL for one page, and the bytes of the page with all that it loads, compressed.
 */
final class PagesProcess {
  private static final String AGREEMENT = """
      {"homeward": "agreement/1", "exchange": "pages", "agreedOn": "2031-03-01", "sides": [{"id": "A"}, {"id": "B"}],
       "categories": [{"code": "military", "words": "Members of armed forces."}],
       "directRepatriation": false, "travelWithoutInterview": "allowed", "seatsPerWave": 500,
       "tranches": [{"day": "2031-03-03", "place": "gate", "window": {"from": "10:00", "until": "14:00"},
                     "returns": {"A": {"military": 500}, "B": {"military": 500}}}]}
      """;

  private final Show show;
  private boolean measured;

  private PagesProcess(Path directory, Random random) {
    this.show = new Show(directory, Optional.of(0), Show.Pace.HURRIED, random, this::told);
  }

  /** Where everything lies, and how many people the register is to have. */
  public static void main(String[] words) throws IOException {
    Path directory = Path.of(words[0]);
    Path agreement = Files.writeString(directory.resolve("agreement.json"), AGREEMENT);
    PagesProcess pages = new PagesProcess(directory, new SecureRandom()::generateSeed);
    try (Show show = pages.show) {
      var wish = new Plays.Wish(Optional.of(agreement), Optional.empty(), "reference", Optional.of("none"), 1, Optional.empty());
      if (!(show.play(wish) instanceof Plays.Result.Played)) {
        throw new IllegalStateException("the play was not played");
      }
      pages.registers(Integer.parseInt(words[1]));
    }
  }

  /** The play waits while somebody looks at the sealed journey. */
  private void told(String line) {
    if (line.contains("is sealed") && !measured) {
      measured = true;
      try {
        print("handover", Reader.comesIn(show.address().orElseThrow(), "field", "A"), "/handover");
        print("theirs", Reader.comesIn(show.address().orElseThrow(), "delegate-1", "A"), "/lists/theirs");
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  private void registers(int people) throws IOException {
    Reader registrar = Reader.comesIn(show.address().orElseThrow(), "registrar", "A");
    byte[] file = PeopleFile.write(Population.generate(people, 7).aHeld()).getBytes(StandardCharsets.UTF_8);
    registrar.brings("/register/held/import", file);
    print("register", registrar, "/register/held");
    print("desk", Reader.comesIn(show.address().orElseThrow(), "delegate-1", "A"), "/desk");
    print("login", Reader.comesIn(show.address().orElseThrow(), "delegate-1", "A"), "/login");
  }

  private static void print(String code, Reader reader, String path) throws IOException {
    Reader.Cost cost = reader.cost(path);
    System.out.println("page " + code + " " + cost.program() + " " + cost.database() + " " + cost.bytes());
  }
}
