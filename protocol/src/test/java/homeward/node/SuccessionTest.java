package homeward.node;

import static homeward.exchange.Function.CLEARANCE;
import static homeward.exchange.Function.KEEPER;
import static homeward.exchange.Function.SIDE;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.Refusal;
import homeward.transcript.Leaf;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The keeper falls silent; the sides go on without it, and it finds its way back. */
class SuccessionTest {
  private static final Duration LONGER_THAN_AGREED = Duration.ofHours(13);

  private static ExchangeFixture withoutKeeper(ExchangeStage stage) {
    ExchangeFixture exchange = ExchangeFixture.playedTo(stage);
    exchange.mediator().goesAway();
    return exchange;
  }

  private static void succeed(ExchangeFixture exchange) {
    exchange.agree(new Matter.Succession(KEEPER, exchange.a().id()));
  }

  private static long common(ExchangeParty party) {
    return party.node().common().orElseThrow().checkpoint().size();
  }

  @Test
  void beforeTheDeadlineEverybodyWaitsForTheKeeper() {
    ExchangeFixture exchange = withoutKeeper(ExchangeStage.AGREED);
    long before = exchange.a().node().chronicle().size();
    exchange.pass(Duration.ofHours(12));
    exchange.a().says(0, SIDE, exchange.lodge(1, exchange.heldByA()));
    exchange.settle();
    assertThat(exchange.a().node().chronicle().size()).isEqualTo(before);
    assertThat(exchange.a().node().withoutKeeper()).isFalse();
  }

  @Test
  void pastTheDeadlineFactsGoOnInALogThatIsMarkedOneSided() {
    ExchangeFixture exchange = withoutKeeper(ExchangeStage.HANDED_OVER);
    exchange.pass(LONGER_THAN_AGREED);
    exchange.b().says(2, SIDE, exchange.saw(Move.Sight.HOME, exchange.heldByA()));
    exchange.settle();
    Leaf last = exchange.b().node().chronicle().leaf(exchange.b().node().chronicle().size() - 1);
    assertThat(last.keeper()).isEqualTo(exchange.a().nodeKey().id());
    assertThat(exchange.trail(exchange.b(), exchange.heldByA().first()).ever(Move.Sight.HOME)).isTrue();
    assertThat(exchange.stateHashes(exchange.a(), exchange.b())).hasSize(1);
    assertThat(common(exchange.a())).isEqualTo(exchange.a().node().chronicle().size());
    assertThat(common(exchange.b())).isEqualTo(exchange.b().node().chronicle().size());
  }

  @Test
  void nothingIsPromisedInAOneSidedLog() {
    ExchangeFixture exchange = withoutKeeper(ExchangeStage.AGREED);
    exchange.pass(LONGER_THAN_AGREED);
    exchange.b().says(0, SIDE, exchange.lodge(1, exchange.heldByB()));
    exchange.settle();
    assertThat(exchange.refusals(exchange.a())).containsExactly(new Refusal.OneSidedLog());
    assertThat(exchange.stateHashes(exchange.a(), exchange.b())).hasSize(1);
  }

  /** An old note that the sides pass to one another is no sign of life. */
  @Test
  void theSidesGoOnTogetherThoughEachShowsTheOtherWhatTheKeeperSigned() {
    ExchangeFixture exchange = withoutKeeper(ExchangeStage.AGREED);
    exchange.pass(LONGER_THAN_AGREED);
    assertThat(exchange.a().node().withoutKeeper()).isTrue();
    assertThat(exchange.b().node().withoutKeeper()).isTrue();
  }

  @Test
  void aSuccessionThatBothSidesSignLetsThemPromiseAgain() {
    ExchangeFixture exchange = withoutKeeper(ExchangeStage.AGREED);
    exchange.pass(LONGER_THAN_AGREED);
    succeed(exchange);
    exchange.playTo(ExchangeStage.FROZEN);
    assertThat(exchange.refusals(exchange.b())).isEmpty();
    assertThat(exchange.b().state().course().functions()).containsEntry(KEEPER, exchange.a().id());
    assertThat(exchange.b().state().course().frozen()).isPresent();
    assertThat(exchange.stateHashes(exchange.a(), exchange.b())).hasSize(1);
  }

  @Test
  void theOldKeeperComesBackAndTakesUpWhatBothSidesCosigned() {
    ExchangeFixture exchange = withoutKeeper(ExchangeStage.AGREED);
    exchange.pass(LONGER_THAN_AGREED);
    succeed(exchange);
    exchange.mediator().comesBack();
    exchange.settle();
    exchange.settle();
    assertThat(exchange.stateHashes(exchange.a(), exchange.b(), exchange.mediator())).hasSize(1);
    exchange.playTo(ExchangeStage.CLOSED);
    assertThat(exchange.refusals(exchange.mediator())).isEmpty();
    assertThat(exchange.stateHashes(exchange.a(), exchange.b(), exchange.mediator())).hasSize(1);
    assertThat(exchange.parties()).allSatisfy(party -> assertThat(party.node().alarms()).isEmpty());
  }

  @Test
  void whatTheOldKeeperPlacedAloneGivesWayAndItsPeoplesEntriesComeAgain() {
    ExchangeFixture exchange = withoutKeeper(ExchangeStage.MANIFESTED);
    exchange.mediator().says(0, CLEARANCE, exchange.clear(exchange.heldByA()));
    exchange.pass(LONGER_THAN_AGREED);
    succeed(exchange);
    exchange.mediator().comesBack();
    exchange.settle();
    exchange.settle();
    assertThat(exchange.stateHashes(exchange.a(), exchange.b(), exchange.mediator())).hasSize(1);
    assertThat(exchange.journey(exchange.a()).clearance().cleared()).isEqualTo(exchange.heldByA());
    assertThat(exchange.mediator().node().outbox()).isEmpty();
  }

  @Test
  void aKeeperThatComesBackBeforeAnythingBecameCommonGoesOnKeeping() {
    ExchangeFixture exchange = withoutKeeper(ExchangeStage.HANDED_OVER);
    exchange.b().goesAway();
    exchange.pass(LONGER_THAN_AGREED);
    exchange.a().says(2, SIDE, exchange.saw(Move.Sight.HOME, exchange.heldByB()));
    exchange.settle();
    assertThat(exchange.a().node().chronicle().size()).isGreaterThan(common(exchange.a()));
    exchange.mediator().comesBack();
    exchange.b().comesBack();
    exchange.settle();
    exchange.settle();
    Leaf last = exchange.a().node().chronicle().leaf(exchange.a().node().chronicle().size() - 1);
    assertThat(last.keeper()).isEqualTo(exchange.mediator().nodeKey().id());
    assertThat(exchange.trail(exchange.a(), exchange.heldByB().first()).ever(Move.Sight.HOME)).isTrue();
    assertThat(exchange.stateHashes(exchange.a(), exchange.b(), exchange.mediator())).hasSize(1);
    assertThat(exchange.parties()).allSatisfy(party -> assertThat(party.node().alarms()).isEmpty());
  }

  /** B knows a checkpoint to be common that A has cosigned too, when all lines break. */
  @Test
  void aStandInPutsNothingInThePlaceOfWhatItHasCosigned() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.AGREED);
    exchange.b().goesAway();
    exchange.a().says(0, SIDE, exchange.lodge(1, exchange.heldByA()));
    exchange.settle();
    exchange.a().goesAway();
    exchange.b().comesBack();
    exchange.settle();
    long size = exchange.a().node().chronicle().size();
    assertThat(common(exchange.a())).isEqualTo(size - 1);
    assertThat(common(exchange.b())).isEqualTo(size);
    exchange.mediator().goesAway();
    exchange.b().goesAway();
    exchange.pass(LONGER_THAN_AGREED);
    exchange.a().says(2, SIDE, exchange.saw(Move.Sight.HOME, exchange.heldByB()));
    assertThat(exchange.a().node().withoutKeeper()).isTrue();
    assertThat(exchange.a().node().chronicle().size()).isEqualTo(size);
    exchange.a().comesBack();
    exchange.b().comesBack();
    exchange.settle();
    exchange.settle();
    assertThat(exchange.b().state().trails()).containsKey(exchange.heldByB().first());
    assertAtPeace(exchange, exchange.a(), exchange.b());
  }

  @Test
  void whatTheKeeperAloneKnewToBeCommonIsCommonWithoutItToo() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.AGREED);
    Node keeper = exchange.mediator().node();
    exchange.sides().forEach(ExchangeParty::goesAway);
    exchange.mediator().says(2, CLEARANCE, exchange.saw(Move.Sight.HOME, exchange.heldByB()));
    Message.Leaves last = lastWords(keeper);
    exchange.sides().forEach(side -> side.node().receive(keeper.party(), last));
    exchange.sides().forEach(side -> keeper.receive(side.id(), new Message.Cosigned(side.node().latest().orElseThrow().text())));
    assertThat(common(exchange.mediator())).isEqualTo(keeper.chronicle().size());
    assertThat(common(exchange.a())).isLessThan(keeper.chronicle().size());
    exchange.mediator().goesAway();
    exchange.sides().forEach(ExchangeParty::comesBack);
    exchange.pass(LONGER_THAN_AGREED);
    exchange.a().says(2, SIDE, exchange.saw(Move.Sight.HOME, exchange.heldByA()));
    exchange.settle();
    assertThat(common(exchange.a())).isEqualTo(keeper.chronicle().size() + 1);
    exchange.mediator().comesBack();
    exchange.settle();
    exchange.settle();
    assertAtPeace(exchange, exchange.a(), exchange.b(), exchange.mediator());
  }

  /** The keeper's newest leaf under its bare signature. */
  private static Message.Leaves lastWords(Node keeper) {
    long index = keeper.chronicle().size() - 1;
    String leaf = new String(keeper.chronicle().leaf(index).bytes(), StandardCharsets.US_ASCII);
    return new Message.Leaves(index, List.of(leaf), keeper.latest().orElseThrow().text());
  }

  @Test
  void aSideKeepsItsWordToTheKeeperAndTheStandInGivesWay() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.AGREED);
    exchange.a().goesAway();
    exchange.b().says(0, SIDE, exchange.lodge(1, exchange.heldByB()));
    exchange.settle();
    exchange.mediator().goesAway();
    exchange.b().goesAway();
    exchange.pass(LONGER_THAN_AGREED);
    exchange.a().says(2, SIDE, exchange.saw(Move.Sight.HOME, exchange.heldByB()));
    exchange.settle();
    assertThat(exchange.a().node().chronicle().size()).isEqualTo(exchange.b().node().chronicle().size());
    assertThat(exchange.stateHashes(exchange.a(), exchange.b())).hasSize(2);
    exchange.sides().forEach(ExchangeParty::comesBack);
    exchange.settle();
    exchange.settle();
    assertThat(exchange.a().state().people()).hasSize(3);
    exchange.pass(LONGER_THAN_AGREED);
    assertThat(exchange.a().state().trails()).containsKey(exchange.heldByB().first());
    exchange.mediator().comesBack();
    exchange.settle();
    exchange.settle();
    assertAtPeace(exchange, exchange.a(), exchange.b(), exchange.mediator());
  }

  private static void assertAtPeace(ExchangeFixture exchange, ExchangeParty... parties) {
    assertThat(exchange.stateHashes(parties)).hasSize(1);
    assertThat(parties).allSatisfy(party -> {
      assertThat(party.node().alarms()).isEmpty();
      assertThat(common(party)).isEqualTo(party.node().chronicle().size());
    });
  }
}
