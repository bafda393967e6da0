package homeward.server.wording;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.exchange.Move;
import homeward.exchange.Refusal;
import homeward.json.Malformed;
import homeward.json.Shape;
import homeward.node.ExchangeFixture;
import homeward.node.ExchangeStage;
import homeward.server.proceedings.Placed;
import homeward.server.proceedings.Played;
import homeward.server.proceedings.Standing;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;

class WordingTest {
  private static final Shape<Move> MOVE = Shape.of(Move.class);

  @Test
  void everyRefusalHasWordsAndACureInBothLanguages() {
    for (String file : List.of("wording", "wording_uk")) {
      Properties words = Spoken.file(file);
      for (Class<?> refusal : Refusal.class.getPermittedSubclasses()) {
        String key = "refusal." + refusal.getSimpleName().replaceAll("(?<=[a-z])([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        assertThat(words).as(file).containsKeys(key, key + ".cure");
      }
    }
  }

  @Test
  void aRefusalNamesWhatItIsAboutAndWhatMendsIt() {
    Objection objection = Objection.of(new Refusal.NotYourFunction(homeward.exchange.Function.KEEPER), Map.of());
    MessageSource words = Spoken.words("wording");
    assertThat(words.getMessage(objection.key(), objection.filled(), Locale.ENGLISH)).endsWith("needs: keeper of the transcript.");
    assertThat(words.getMessage(objection.cure(), objection.filled(), Locale.ENGLISH)).contains("succession");
  }

  @Test
  void aRefusalForWantOfClearanceSinglesNobodyOut() {
    ExchangeFixture exchange = ExchangeFixture.unopened();
    Objection objection = Objection.of(new Refusal.NotCleared(new TreeSet<>(exchange.heldByA())), Map.of());
    assertThat(objection.gaps()).containsExactly(3);
  }

  @Test
  void everythingSaidInAWholeExchangeHasWordsInBothLanguages() throws Malformed {
    Standing standing = Played.standing(ExchangeFixture.playedTo(ExchangeStage.CLOSED).a());
    MessageSource words = Spoken.words("desk", "wording");
    for (Placed placed : standing.log()) {
      Move move = MOVE.read(placed.leaf().entry().envelope().body());
      Saying told = Saying.of(move, standing.stateAt(placed.leaf().index()), Map.of()).told();
      for (Locale language : Spoken.LANGUAGES) {
        assertThat(words.getMessage(told.key(), told.filled(), language)).isNotBlank().doesNotContain("{");
      }
    }
  }

  @Test
  void whatWouldBeDoneAndWhatWasDoneHaveTheSameWords() {
    List<String> acts = Spoken.file("desk").stringPropertyNames().stream()
        .filter(key -> key.startsWith("act.") && !key.endsWith(".then"))
        .map(key -> "told" + key.substring("act".length()))
        .toList();
    assertThat(Spoken.file("wording")).containsKeys(acts.toArray());
  }

  @Test
  void onePersonIsNotPeople() {
    MessageSource words = Spoken.words("wording");
    assertThat(words.getMessage("told.arrived", new Object[] {1, "day-1"}, Locale.ENGLISH)).isEqualTo("Received unlisted: 1 person, day-1");
    assertThat(words.getMessage("told.arrived", new Object[] {1_000, "day-1"}, Locale.ENGLISH)).isEqualTo("Received unlisted: 1,000 people, day-1");
  }

  @Test
  void bothLanguagesHaveTheSameWordsAndNoStraightApostrophe() {
    for (String room : List.of("wording", "signing", "journeys", "handover", "publication", "transcript")) {
      Properties english = Spoken.file(room);
      Properties ukrainian = Spoken.file(room + "_uk");
      assertThat(english.stringPropertyNames()).as(room).isEqualTo(ukrainian.stringPropertyNames());
      assertThat(Arrays.asList(english, ukrainian)).allSatisfy(words -> assertThat(words.values()).noneMatch(word -> word.toString().contains("'")));
    }
  }
}
