package homeward.ruling;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.exchange.Journey;
import homeward.exchange.Move;
import homeward.exchange.Person;
import homeward.exchange.State;
import homeward.json.Json;
import homeward.json.JsonReader;
import homeward.json.Malformed;
import homeward.json.Shape;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The tables and diagrams of docs/protocol.md, and an example in docs/formats.md, are made from the code, so that the pages cannot
 * promise what the code does not do.
 * {@code ./homeward test -Dtest=ProtocolPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dhomeward.write=true} writes them anew.
 */
class ProtocolPageTest {
  private static final Map<String, Supplier<String>> MADE = made();

  private static Map<String, Supplier<String>> made() {
    Map<String, Supplier<String>> made = new TreeMap<>();
    made.put("bundle", WrittenBundle::text);
    made.put("example", WrittenExample::text);
    made.put("moves-and-fields", WrittenForms::moves);
    made.put("matters-and-fields", WrittenForms::matters);
    made.put("parts-and-words", WrittenForms::parts);
    made.put("situations", WrittenMoves::situations);
    made.put("moves", WrittenMoves::table);
    made.put("quorum", WrittenQuorum::table);
    made.put("phases", WrittenPhases::table);
    made.put("states", WrittenStates::diagrams);
    made.put("refusals", WrittenRefusals::table);
    return made;
  }

  @BeforeAll
  static void writeThemWhenAsked() {
    if (Boolean.getBoolean("homeward.write")) {
      Page.write(MADE);
    }
  }

  static Stream<String> sections() {
    return MADE.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("sections")
  void aSectionOfThePageIsWhatTheCodeMakesOfIt(String name) {
    String made = Objects.requireNonNull(MADE.get(name)).get();
    assertThat(Page.sections().get(name)).as("the page is stale; -Dhomeward.write=true writes it anew").isEqualTo(made);
  }

  @Test
  void whatIsMarkedAsMadeFromTheCodeIsMadeFromIt() {
    assertThat(Page.sections().keySet()).containsExactlyInAnyOrderElementsOf(MADE.keySet());
  }

  /** What no walk reaches would be missing from the diagrams, and nobody would see it. */
  @Test
  void everyStateStandsInADiagram() {
    String diagrams = Objects.requireNonNull(Page.sections().get("states"));
    Stream<Enum<?>> exchange = Stream.of(State.Phase.values());
    Stream<Enum<?>> journeys = Stream.of(Journey.Phase.values());
    Stream<Enum<?>> waves = Stream.of(Journey.WavePhase.values());
    Stream<Enum<?>> people = Stream.of(Person.Promise.values());
    assertThat(Stream.of(exchange, journeys, waves, people).flatMap(each -> each))
        .allSatisfy(state -> assertThat(diagrams).containsPattern("\\b" + state.name() + "\\b"));
  }

  /** What a reader may copy has to be readable: every JSON block that shows a move is one. */
  @Test
  void whatThePageShowsAsAMoveIsOne() throws Malformed {
    int moves = 0;
    for (String block : Page.json()) {
      if (JsonReader.read(block) instanceof Json.Fields fields && fields.values().containsKey("is")) {
        assertThat(Shape.of(Move.class).read(fields)).isInstanceOf(Move.class);
        moves++;
      }
    }
    assertThat(moves).isPositive();
  }
}
