package homeward.command;

import homeward.evidence.Model;
import homeward.matching.Batch;
import homeward.matching.Decision;
import homeward.matching.Match;
import homeward.matching.Thresholds;
import homeward.tables.MatchReport;
import homeward.tables.MatchesFile;
import homeward.tables.Stored;
import homeward.tables.TableFile;
import homeward.values.Lexicon;
import homeward.values.Rows;
import homeward.values.Schema;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds the same people in two registers. */
@Command(
    name = "match",
    description = {
      "Finds whom of those sought the other register holds, across Ukrainian, Russian and Latin spellings.",
      "Writes sought_id,held_id,probability,weight,decision: 'match' is a proposal that a person decides on, 'review' a pair",
      "that a person has to look at. The columns, unless a schema names others: id,surname,given_name,patronymic,birth_date,",
      "sex,rank,unit,service_number,birth_place,capture_place,capture_date."
    })
final class MatchRegisters implements Callable<Exit> {
  @Mixin private Console console = new Console();

  @Parameters(index = "0", paramLabel = "SOUGHT", description = "the people sought: CSV in UTF-8")
  private Path soughtFile = Path.of("");

  @Parameters(index = "1", paramLabel = "HELD", description = "the people held: CSV in UTF-8")
  private Path heldFile = Path.of("");

  @Option(names = "--out", paramLabel = "FILE", description = "where the proposals go (default: standard output)")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--schema", paramLabel = "FILE", description = "names other columns and their kinds")
  private Optional<Path> schemaFile = Optional.empty();

  @Option(names = "--threads", paramLabel = "N", defaultValue = "2", description = "how many (default: ${DEFAULT-VALUE}); the result is the same")
  private int threads;

  @Option(names = "--explain", paramLabel = "SOUGHT_ID:HELD_ID", description = "show why this pair weighs what it weighs, and end")
  private Optional<String> pair = Optional.empty();

  @Option(names = "--model", paramLabel = "FILE", description = "weigh by a model that was saved instead of learning one")
  private Optional<Path> modelFile = Optional.empty();

  @Option(names = "--save-model", paramLabel = "FILE", description = "keep the model, to explain and match by it later")
  private Optional<Path> saveModel = Optional.empty();

  @Option(names = "--report", paramLabel = "FILE", description = "a page with weights, the histogram of probabilities, and the hardest reviews")
  private Optional<Path> report = Optional.empty();

  @Override
  public Exit call() throws IOException {
    if (threads < 1 || threads > 256) {
      console.say("--threads must be from 1 to 256, not " + threads);
      return Exit.NOT_UNDERSTOOD;
    }
    Optional<Schema> schema = schemaFile.isEmpty() ? Optional.of(Schema.people()) : sound(Stored.schema(schemaFile.get()));
    if (schema.isEmpty()) {
      return Exit.INPUT_REFUSED;
    }
    Optional<Model> given = modelFile.isEmpty() ? Optional.empty() : sound(Stored.model(modelFile.get(), schema.get()));
    Lexicon lexicon = new Lexicon(schema.get());
    Rows sought = new Rows(lexicon);
    Rows held = new Rows(lexicon);
    if ((modelFile.isPresent() && given.isEmpty()) || !read(soughtFile, sought) || !read(heldFile, held)) {
      return Exit.INPUT_REFUSED;
    }
    return match(sought, held, given);
  }

  private <T> Optional<T> sound(Stored.Loaded<T> loaded) {
    return switch (loaded) {
      case Stored.Loaded.Sound<T>(T value) -> Optional.of(value);
      case Stored.Loaded.Unsound<T>(String cure) -> {
        console.say(cure);
        yield Optional.empty();
      }
    };
  }

  private boolean read(Path file, Rows rows) {
    console.say("Reading " + file.getFileName());
    return switch (TableFile.read(file, rows, (id, cells) -> {})) {
      case TableFile.Reading.Read(int count, List<String> notices) -> {
        console.say(file.getFileName() + ": " + count + (count == 1 ? " row" : " rows"));
        notices.forEach(notice -> console.say(file.getFileName() + ": " + notice));
        yield true;
      }
      case TableFile.Reading.Refused(TableFile.Reading.Reason reason, String cure) -> {
        console.say(cure);
        yield false;
      }
    };
  }

  private Exit match(Rows sought, Rows held, Optional<Model> given) throws IOException {
    Batch batch = new Batch(sought, held, threads, console::progress);
    console.say("About " + batch.expectedPairs() + " pairs of " + (long) sought.size() * held.size() + " will be compared.");
    Model model = given.orElseGet(batch::learn);
    if (saveModel.isPresent()) {
      Files.writeString(saveModel.get(), Stored.text(model));
    }
    if (pair.isPresent()) {
      return explain(batch, model, sought, held);
    }
    List<Match> matches = batch.match(model, Thresholds.USUAL);
    write(matches, sought, held);
    if (report.isPresent()) {
      Files.writeString(report.get(), MatchReport.html(batch, model, matches, sought, held));
    }
    long certain = matches.stream().filter(match -> match.decision() == Decision.MATCH).count();
    console.say(certain + " proposed as matches, " + (matches.size() - certain) + " pairs to review.");
    return Exit.DONE;
  }

  private void write(List<Match> matches, Rows sought, Rows held) throws IOException {
    if (out.isEmpty()) {
      MatchesFile.write(matches, sought, held, console.out());
      console.out().flush();
      return;
    }
    try (BufferedWriter writer = Files.newBufferedWriter(out.get())) {
      MatchesFile.write(matches, sought, held, writer);
    }
  }

  private Exit explain(Batch batch, Model model, Rows sought, Rows held) {
    String[] ids = pair.orElseThrow().split(":", 2);
    int soughtRow = sought.row(ids[0]);
    int heldRow = ids.length < 2 ? -1 : held.row(ids[1]);
    if (soughtRow < 0 || heldRow < 0) {
      console.say("--explain takes SOUGHT_ID:HELD_ID, and "
          + (ids.length < 2 ? "there is no colon in it" : "no row has the id " + (soughtRow < 0 ? ids[0] : ids[1])));
      return Exit.INPUT_REFUSED;
    }
    MatchesFile.lines(batch.explain(model, soughtRow, heldRow)).forEach(console.out()::println);
    console.out().flush();
    return Exit.DONE;
  }
}
