package homeward.server.register;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.register.Column;
import homeward.server.register.Statement.Source;
import homeward.server.register.Statement.Standing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CurrentTest {
  private static Statement said(long version, Standing standing, Map<Column, String> said) {
    return new Statement(version, said, new Source(standing, "somebody", "acc", version, Optional.empty()));
  }

  private static final Statement LIST = said(1, Standing.LIST, Map.of(Column.RANK, "private", Column.UNIT, "1st"));
  private static final Statement DOCUMENT = said(2, Standing.DOCUMENT, Map.of(Column.RANK, "sergeant"));
  private static final Statement LATER_LIST = said(3, Standing.LIST, Map.of(Column.RANK, "captain", Column.UNIT, "2nd"));

  @Test
  void aDocumentOutweighsAListHoweverLate() {
    assertThat(Current.view(List.of(LIST, DOCUMENT, LATER_LIST))).containsEntry(Column.RANK, "sergeant");
  }

  @Test
  void ofTwoWithTheSameStandingTheLaterCounts() {
    assertThat(Current.view(List.of(LATER_LIST, LIST))).containsEntry(Column.UNIT, "2nd").containsEntry(Column.RANK, "captain");
  }

  @Test
  void whoSpeaksOfOneFieldSaysNothingOfTheOthers() {
    assertThat(Current.view(List.of(LIST, DOCUMENT))).containsEntry(Column.UNIT, "1st");
  }

  @Test
  void anEmptyTextSaysThatNothingIsKnown() {
    Statement notSo = said(4, Standing.DOCUMENT, Map.of(Column.RANK, ""));

    assertThat(Current.view(List.of(LIST, DOCUMENT, notSo))).doesNotContainKey(Column.RANK).containsKey(Column.UNIT);
  }

  @Test
  void anEarlierVersionIsSeenAsItWas() {
    assertThat(Current.view(List.of(LIST, DOCUMENT, LATER_LIST), 1)).isEqualTo(LIST.said());
  }

  @Test
  void onlyTheGroupThatChangedIsMarked() {
    assertThat(Current.changed(Map.of(Group.NAME, 1L, Group.SERVICE, 1L), Map.of(Column.RANK, "a"), Map.of(Column.RANK, "b"), 5))
        .isEqualTo(Map.of(Group.NAME, 1L, Group.SERVICE, 5L));
  }
}
