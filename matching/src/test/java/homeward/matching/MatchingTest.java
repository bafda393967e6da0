package homeward.matching;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.evidence.Model;
import homeward.evidence.Waterfall;
import homeward.values.Lexicon;
import homeward.values.Rows;
import homeward.values.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Whole runs over small registers: who is found, who is not taken for whom, and that nothing depends on threads or modes. */
class MatchingTest {
  private static final People PEOPLE = new People(400, 5);
  private static final Model MODEL = PEOPLE.batch(2).learn();

  @Test
  void peopleAreFoundAcrossTheTwoLanguages() {
    List<Match> matches = PEOPLE.batch(2).match(MODEL, Thresholds.USUAL);
    long right = matches.stream().filter(match -> match.sought() == match.held()).count();
    long wrong = matches.stream().filter(match -> match.decision() == Decision.MATCH && match.sought() != match.held()).count();
    assertThat(right).isGreaterThanOrEqualTo(396);
    assertThat(wrong).isZero();
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    List<Match> one = PEOPLE.batch(1).match(MODEL, Thresholds.USUAL);
    assertThat(PEOPLE.batch(7).match(MODEL, Thresholds.USUAL)).isEqualTo(one);
    assertThat(PEOPLE.batch(3).learn()).isEqualTo(MODEL);
  }

  @Test
  void theIndexAnswersAsTheBatchDoes() {
    Index index = new Index(MODEL, Thresholds.USUAL);
    IntStream.range(0, PEOPLE.heldCells.size()).forEach(row -> index.put("h" + row, PEOPLE.heldCells.get(row)));
    for (int row = 0; row < 60; row++) {
      Rows sought = new Rows(PEOPLE.held.lexicon());
      sought.put("s", PEOPLE.soughtCells.get(row));
      List<Index.Answer> batch = new Batch(sought, PEOPLE.held, 1, Progress.SILENT).match(MODEL, Thresholds.USUAL).stream()
          .map(match -> new Index.Answer(PEOPLE.held.id(match.held()), match.weight(), match.probability(), match.decision())).toList();
      assertThat(index.ask(PEOPLE.soughtCells.get(row))).isEqualTo(batch);
    }
  }

  @Test
  void rowsOfWhichEachIsAskedForByItselfMayAllBeOnePerson() {
    Rows sought = new Rows(PEOPLE.held.lexicon());
    List.of("first", "second").forEach(id -> sought.put(id, PEOPLE.soughtCells.get(7)));
    Batch batch = new Batch(sought, PEOPLE.held, 1, Progress.SILENT);

    assertThat(batch.matchEach(MODEL, Thresholds.USUAL, List.of(0, 1))).filteredOn(match -> match.decision() == Decision.MATCH)
        .extracting(Match::held).containsExactly(7, 7);
    assertThat(batch.match(MODEL, Thresholds.USUAL)).noneMatch(match -> match.decision() == Decision.MATCH);
  }

  @Test
  void aQuestionLeavesNothingBehind() {
    Index index = new Index(MODEL, Thresholds.USUAL);
    IntStream.range(0, 200).forEach(row -> index.put("h" + row, PEOPLE.heldCells.get(row)));
    List<Index.Answer> before = index.ask(PEOPLE.soughtCells.get(3));
    index.ask(People.row("Нечуваний", "Незнаний", "Небувалович", "1971-01-02"));
    assertThat(index.ask(PEOPLE.soughtCells.get(3))).isEqualTo(before);
  }

  @Test
  void aChangedRowIsFoundByWhatItSaysNow() {
    Index index = new Index(MODEL, Thresholds.USUAL);
    IntStream.range(0, 200).forEach(row -> index.put("h" + row, PEOPLE.heldCells.get(row)));
    index.put("h0", People.row("Зореславський", "Микола", "Іванович", "1981-07-09"));
    assertThat(index.ask(People.row("Zoreslavskyi", "Mykola", "", "1981-07-09"))).first().extracting(Index.Answer::id).isEqualTo("h0");
    index.remove("h0");
    assertThat(index.ask(People.row("Zoreslavskyi", "Mykola", "", "1981-07-09"))).noneMatch(answer -> answer.id().equals("h0"));
  }

  // Case 10: twins, case 1: another father.

  @Test
  void aTwinIsNotProposed() {
    List<Match> matches = withHeld(People.row("Перетятько", "Роман", "Остапович", "1990-03-04"),
        People.row("Перетятько", "Богдан", "Остапович", "1990-03-04"));
    assertThat(matches).noneMatch(match -> match.sought() == 0 && match.decision() == Decision.MATCH);
  }

  @Test
  void aBrotherIsNotProposed() {
    List<Match> matches = withHeld(People.row("Перетятько", "Роман", "Остапович", "1990-03-04"),
        People.row("Перетятько", "Роман", "Остапович", "1994-08-19"));
    assertThat(matches).noneMatch(match -> match.sought() == 0 && match.decision() == Decision.MATCH);
  }

  @Test
  void thePersonIsProposedAndNotTheTwin() {
    List<Match> matches = withHeld(People.row("Перетятько", "Роман", "Остапович", "1990-03-04"),
        People.row("Перетятько", "Богдан", "Остапович", "1990-03-04"), People.row("Перетятько", "Роман", "Остапович", "1990-03-04"));
    assertThat(matches).filteredOn(match -> match.sought() == 0 && match.decision() == Decision.MATCH)
        .singleElement().extracting(Match::held).isEqualTo(PEOPLE.held.size() + 1);
  }

  @Test
  void twoWhoAreAlikeInEverythingGoToAPerson() {
    List<Match> matches = withHeld(People.row("Перетятько", "Роман", "Остапович", "1990-03-04"),
        People.row("Перетятько", "Роман", "Остапович", "1990-03-04"), People.row("Перетятько", "Роман", "Остапович", "1990-03-04"));
    assertThat(matches).filteredOn(match -> match.sought() == 0).hasSize(2).allMatch(match -> match.decision() == Decision.REVIEW);
  }

  /** The usual people held, and these; one sought. */
  @SafeVarargs
  private static List<Match> withHeld(List<String> person, List<String>... others) {
    Lexicon lexicon = new Lexicon(Schema.people());
    Rows sought = new Rows(lexicon);
    Rows held = new Rows(lexicon);
    sought.put("s", person);
    PEOPLE.heldCells.forEach(cells -> held.put("h" + held.size(), cells));
    for (List<String> cells : others) {
      held.put("h" + held.size(), cells);
    }
    return new Batch(sought, held, 1, Progress.SILENT).match(MODEL, Thresholds.USUAL);
  }

  @Test
  void aLoneCandidateIsNotLikelyBecauseItIsAlone() {
    List<Match> matches = withHeld(People.row("Унікальненко", "", "", "1988"), People.row("Унікальненко", "", "", ""));
    assertThat(matches).noneMatch(match -> match.sought() == 0 && match.decision() == Decision.MATCH);
  }

  @Test
  void theWaterfallAddsUpToTheOddsOfThePair() {
    Batch batch = PEOPLE.batch(1);
    Waterfall waterfall = batch.explain(MODEL, 4, 4);
    double sum = waterfall.start() + waterfall.kin()
        + waterfall.steps().stream().mapToDouble(step -> step.bits() + step.frequency()).sum();
    assertThat(sum).isCloseTo(waterfall.total(), Offset.offset(1e-9));
    assertThat(waterfall.version()).isEqualTo(Model.VERSION);
  }

  @Test
  void oneValueInEveryRowDoesNotMakeAllPairs() {
    Lexicon lexicon = new Lexicon(Schema.people());
    Rows sought = new Rows(lexicon);
    Rows held = new Rows(lexicon);
    for (int row = 0; row < 20_000; row++) {
      sought.put("s" + row, People.row("Іваненко", "Іван", "", ""));
      held.put("h" + row, People.row("Іваненко", "Іван", "", ""));
    }
    Batch batch = new Batch(sought, held, 2, Progress.SILENT);
    assertThat(batch.expectedPairs()).isLessThan(20_000L * 1_000);
    assertThat(batch.match(MODEL, Thresholds.USUAL)).noneMatch(match -> match.decision() == Decision.MATCH);
  }

  @Test
  void emptyFieldsEverywhereAreAResultToo() {
    Lexicon lexicon = new Lexicon(Schema.people());
    Rows sought = new Rows(lexicon);
    Rows held = new Rows(lexicon);
    for (int row = 0; row < 50; row++) {
      sought.put("s" + row, People.row("", "невідомо", "", "00.00.0000"));
      held.put("h" + row, People.row("", "", "", ""));
    }
    Batch batch = new Batch(sought, held, 1, Progress.SILENT);
    assertThat(batch.match(batch.learn(), Thresholds.USUAL)).isEmpty();
  }

  @Test
  void eachIdIsAtMostOnceAmongTheMatches() {
    List<Match> matches = PEOPLE.batch(2).match(MODEL, Thresholds.USUAL).stream().filter(match -> match.decision() == Decision.MATCH).toList();
    assertThat(matches).extracting(Match::sought).doesNotHaveDuplicates();
    assertThat(matches).extracting(Match::held).doesNotHaveDuplicates();
  }

  @Test
  void randomTextInEveryFieldDoesNoHarm() {
    long seed = 77;
    SplittableRandom random = new SplittableRandom(seed);
    Lexicon lexicon = new Lexicon(Schema.people());
    Rows sought = new Rows(lexicon);
    Rows held = new Rows(lexicon);
    for (int row = 0; row < 2_000; row++) {
      sought.put("s" + row, noise(random));
      held.put("h" + row, noise(random));
    }
    Batch batch = new Batch(sought, held, 2, Progress.SILENT);
    assertThat(batch.match(batch.learn(), Thresholds.USUAL)).as("seed %s", seed).noneMatch(match -> match.decision() == Decision.MATCH);
  }

  private static List<String> noise(SplittableRandom random) {
    List<String> cells = new ArrayList<>();
    for (int cell = 0; cell < Schema.people().size(); cell++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(12);
      for (int i = 0; i < length; i++) {
        text.append((char) (random.nextInt(3) == 0 ? random.nextInt(0x10000) : random.nextInt(0x500)));
      }
      cells.add(text.toString());
    }
    return cells;
  }

  @Test
  void aFieldOfTenMillionCharactersCostsNoMoreThanItsStart() {
    String endless = "Ї".repeat(10_000_000);
    Lexicon lexicon = new Lexicon(Schema.people());
    Rows rows = new Rows(lexicon);
    int row = rows.put("h", Collections.nCopies(Schema.people().size(), endless));
    assertThat(lexicon.values(0).text(rows.code(row, 0)).length()).isLessThan(1_000);
  }
}
