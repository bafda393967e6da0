package homeward.reports;

import homeward.intake.Report;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.language.Language;
import homeward.language.Sides;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of sentences: half of it was written before the reader was, and is left as it stood. */
class SentencesTest {
  private static final Reader READER = new Reader(Language.english());
  private static final Sides SIDES = new Sides(
      List.of(
          new Sides.Name("A", List.of("Norland", "Norlandic", "Norlanders", "Nordhaven")),
          new Sides.Name("B", List.of("Vestria", "Vestrian", "Vestrians", "Vesk"))),
      Optional.empty());

  /** A text of the table, the day it was published, and the rows a careful person finds in it. */
  record Block(String style, LocalDate published, String text, List<String> rows) {
    @Override
    public String toString() {
      return style + ": " + text;
    }
  }

  static Stream<Block> blocks() {
    return Stream.of("sentences-before.txt", "sentences-after.txt", "sentences-lots.txt", "sentences-clauses.txt",
        "sentences-reports.txt", "sentences-flow.txt", "sentences-rewritten.txt").flatMap(file -> blocks(read(file)));
  }

  private static Stream<Block> blocks(String file) {
    return Arrays.stream(file.split("\n\\s*\n", -1)).map(String::strip).filter(block -> block.startsWith("["))
        .map(SentencesTest::block);
  }

  private static Block block(String written) {
    List<String> lines = written.lines().toList();
    String head = lines.getFirst().replaceAll("[\\[\\]]", "");
    List<String> text = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    lines.stream().skip(1).forEach(line -> (line.startsWith("> ") ? rows : text).add(line));
    return new Block(head.substring(0, head.lastIndexOf(' ')), LocalDate.parse(head.substring(head.lastIndexOf(' ') + 1)),
        String.join("\n", text), rows.stream().map(row -> row.substring(2).replace("at least", "at_least").strip()).toList());
  }

  private static String read(String file) {
    try (var stream = SentencesTest.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void everySentenceSaysWhatACarefulPersonFindsInIt(Block block) {
    Report report = new Report("sentence", block.text(), Optional.of(block.published()), List.of());
    List<String> found = READER.read(report, SIDES).claims().stream().map(SentencesTest::row).toList();
    assertThat(found).containsExactlyInAnyOrderElementsOf(block.rows());
  }

  @Test
  void theTableHasEightySentencesHalfOfThemOlderThanTheReader() {
    assertThat(blocks().count()).isGreaterThanOrEqualTo(80);
    assertThat(blocks(read("sentences-before.txt")).count()).isGreaterThanOrEqualTo(40);
  }

  private static String row(Claim claim) {
    boolean stage = claim.what().measure() == Claim.Measure.STAGE;
    String qualifier = stage ? claim.what().wording() : claim.what().qualifier().word();
    return String.join(" ", claim.what().measure().word(), or(claim.what().category()),
        stage ? "-" : Long.toString(claim.what().value()), qualifier.replace(' ', '_'),
        or(claim.whose().basis().word()), or(claim.when().text()));
  }

  private static String or(String value) {
    return value.isEmpty() ? "-" : value;
  }
}
