package homeward.matching;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.evidence.Model;
import homeward.values.Lexicon;
import homeward.values.Rows;
import homeward.values.Schema;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One table with itself. */
class TwiceTest {
  private static List<Match> within(People people, List<List<String>> more) {
    Rows rows = new Rows(new Lexicon(Schema.people()));
    IntStream.range(0, people.heldCells.size()).forEach(row -> rows.put("h" + row, people.heldCells.get(row)));
    for (List<String> cells : more) {
      rows.put("more" + rows.size(), cells);
    }
    Batch batch = Batch.within(rows, 2, Progress.SILENT);
    return batch.match(batch.learn(), Thresholds.USUAL);
  }

  @Test
  void somebodyEnteredAgainInTheOtherLanguageIsFoundOnce() {
    People people = new People(150, 9);
    List<Match> matches = within(people, people.soughtCells.subList(0, 12));

    assertThat(matches).noneMatch(match -> match.sought() >= match.held());
    assertThat(matches.stream().filter(match -> match.sought() < 12 && match.held() == people.heldCells.size() + match.sought())).hasSize(12);
    assertThat(matches.stream().filter(match -> match.decision() == Decision.MATCH)).allMatch(match -> match.held() == people.heldCells.size() + match.sought());
  }

  @Test
  void someRowsLookedForAgainTellOfThemselvesWhatTheWholeTableTells() {
    People people = new People(150, 9);
    Rows rows = new Rows(new Lexicon(Schema.people()));
    IntStream.range(0, people.heldCells.size()).forEach(row -> rows.put("h" + row, people.heldCells.get(row)));
    people.soughtCells.subList(0, 12).forEach(cells -> rows.put("more" + rows.size(), cells));
    Batch batch = Batch.within(rows, 1, Progress.SILENT);
    Model model = batch.learn();
    List<Match> whole = batch.match(model, Thresholds.USUAL).stream().filter(match -> match.sought() == 3 || match.held() == 3).toList();
    List<Match> some = batch.matchEach(model, Thresholds.USUAL, List.of(3, people.heldCells.size() + 3));

    assertThat(whole).isNotEmpty();
    assertThat(some).containsAll(whole);
    assertThat(some).noneMatch(match -> match.sought() >= match.held()).doesNotHaveDuplicates();
  }

  @Test
  void nobodyIsTheOwnCandidate() {
    assertThat(within(new People(60, 3), List.of())).noneMatch(match -> match.sought() == match.held() || match.decision() == Decision.MATCH);
  }

  @Test
  void ofTwoDirectionsBothHaveToBeMatches() {
    Match one = new Match(0, 1, 9, .999, Decision.MATCH);
    Match back = new Match(1, 0, 8, .998, Decision.REVIEW);
    Match alone = new Match(3, 2, 7, .997, Decision.MATCH);

    assertThat(Twice.once(List.of(one, back, alone))).containsExactly(
        new Match(0, 1, 9, .999, Decision.REVIEW), new Match(2, 3, 7, .997, Decision.REVIEW));
    assertThat(Twice.once(List.of(one, new Match(1, 0, 9, .999, Decision.MATCH)))).containsExactly(one);
  }
}
