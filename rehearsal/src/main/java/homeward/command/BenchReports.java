package homeward.command;

import homeward.comparison.Examination;
import homeward.comparison.Listing;
import homeward.exchange.Digest;
import homeward.intake.Report;
import homeward.language.Language;
import homeward.ledger.Ledger;
import homeward.ledger.LedgerReader;
import homeward.reports.MarkedText;
import homeward.reports.Reader;
import homeward.reports.Schooling;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how many reports a minute one core reads and judges, or how well it reads those that somebody marked. */
@Command(
    name = "reports",
    description = {
      "Reads and judges invented reports of about 8,000 characters on one core; prints how many a minute.",
      "With --claims it measures instead how well it reads the reports of a folder, beside what a careful reader marked"
          + " in them.",
      "With --learn it learns from the marked reports of a folder, and writes what it learnt as the weights of the reader."
    })
final class BenchReports implements Callable<Exit> {
  private static final double NANOSECONDS_A_MINUTE = 60e9;
  private static final int WARM_UP = 200;
  private static final int LENGTH = 8_000;
  private static final List<String> SENTENCES = List.of(
      "On Friday, May 23, the two sides completed a prisoner exchange, with each side releasing %d people. ",
      "Russia and Ukraine handed over %d military personnel and 120 civilians each, officials said. ",
      "Over %d prisoners were traded by both nations, the ministry reported on Saturday. ",
      "The families of those who came home had waited for hours at the crossing, some of them with photographs. ",
      "In talks held earlier this month the delegations agreed to swap 1,000 prisoners of war and civilians each. ",
      "\u201c%d defenders are home,\u201d the president wrote, thanking everybody who had made the exchange possible. ",
      "Hours before, an attack had damaged houses in several towns, and emergency services were still at work. ",
      "In 2022, an average of %d prisoners were returned per exchange, while this year the figure has risen. ",
      "It remains unclear when the negotiations on a ceasefire will go on, diplomats of several states said. ",
      "The youngest of those released was %d years old, and most of them were taken straight to a hospital.\n");

  @Mixin private Console console = new Console();

  @Option(names = "--reports", paramLabel = "N", defaultValue = "1000",
      description = "how many reports (default: ${DEFAULT-VALUE})")
  private int count;

  @Option(names = "--claims", paramLabel = "DIR",
      description = "a folder with reports and a claims.csv: prints recall, precision, right verdicts, and each mistake")
  private Optional<Path> marked = Optional.empty();

  @Option(names = "--learn", paramLabel = "DIR", description = "a folder with files of marked reports, each a lot of its own")
  private Optional<Path> school = Optional.empty();

  @Option(names = "--into", paramLabel = "FILE", defaultValue = "weights-en.txt",
      description = "where the weights go (default: ${DEFAULT-VALUE})")
  private Path weights = Path.of("weights-en.txt");

  @Mixin private LedgerFile ledger = new LedgerFile();

  @Override
  public Exit call() throws IOException {
    return school.isPresent() ? learn(school.get()) : marked.isPresent() ? compare(marked.get()) : measureSpeed();
  }

  private Exit learn(Path folder) throws IOException {
    List<List<MarkedText>> lots = new ArrayList<>();
    for (Path file : MarkedReports.lots(folder)) {
      switch (MarkedText.read(Files.readAllLines(file))) {
        case MarkedText.Answer.Texts sound when sound.texts().stream().anyMatch(MarkedText::tellsOfAnExchange) -> lots.add(sound.texts());
        case MarkedText.Answer.Texts none -> {
          console.say(file + ": no number is marked as people exchanged; mark one, or take the file away");
          return Exit.INPUT_REFUSED;
        }
        case MarkedText.Answer.Wrong wrong -> {
          console.say(file + ": " + wrong.what());
          return Exit.INPUT_REFUSED;
        }
      }
    }
    if (lots.size() < 2) {
      console.say("data absent: " + folder + " holds fewer than two files of marked reports, and each is read by what the others teach");
      return Exit.INPUT_REFUSED;
    }
    List<String> learnt = Schooling.learn(Language.english(), lots, console::progress);
    Files.write(weights, Stream.concat(Stream.of("# learnt from marked reports: SHA-256 " + digest(folder)), learnt.stream()).toList());
    console.out().printf(Locale.ROOT, "%d lines learnt from %d reports, written to %s%n", learnt.size(),
        lots.stream().mapToInt(List::size).sum(), weights);
    console.out().flush();
    return Exit.DONE;
  }

  /** The digest of the files one after another, so that a test can tell whether they have changed since. */
  private static String digest(Path folder) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Path file : MarkedReports.lots(folder)) {
      all.write(Files.readAllBytes(file));
    }
    return Digest.of(all.toByteArray()).value();
  }

  private Exit compare(Path folder) throws IOException {
    Optional<Ledger> sound = ledger.orReference(console);
    if (sound.isEmpty()) {
      return Exit.INPUT_REFUSED;
    }
    Optional<String> scores = new MarkedReports(folder, console).scores(sound.get());
    scores.ifPresent(text -> {
      console.out().print(text);
      console.out().flush();
    });
    return scores.isPresent() ? Exit.DONE : Exit.INPUT_REFUSED;
  }

  private Exit measureSpeed() {
    Reader reader = new Reader(Language.english());
    if (!(LedgerReader.read(LedgerReader.reference()) instanceof LedgerReader.Answer.Sound sound)) {
      throw new IllegalStateException("the reference ledger of this program does not add up");
    }
    work(reader, sound.ledger(), WARM_UP, 1);
    long before = processorTime();
    long claims = work(reader, sound.ledger(), count, 2);
    double spent = processorTime() - before;
    console.out().printf(Locale.ROOT, "%d reports, %d claims, %.1f s of processor time: %.0f reports a minute on one core%n",
        count, claims, spent / 1e9, count * NANOSECONDS_A_MINUTE / spent);
    console.out().flush();
    return Exit.DONE;
  }

  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long work(Reader reader, Ledger ledger, int reports, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long claims = 0;
    for (int at = 0; at < reports; at++) {
      Examination found = Examination.of(List.of(invent(random, at)), Optional.of(ledger), reader);
      claims += Listing.csv(found).lines().count() - 1;
    }
    return claims;
  }

  private static Report invent(SplittableRandom random, int at) {
    List<String> sentences = new ArrayList<>();
    int length = 0;
    while (length < LENGTH) {
      String sentence = SENTENCES.get(random.nextInt(SENTENCES.size())).formatted(20 + random.nextInt(900));
      sentences.add(sentence);
      length += sentence.length();
    }
    return Report.of("report-" + at, String.join("", sentences));
  }
}
