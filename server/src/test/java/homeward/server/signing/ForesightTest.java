package homeward.server.signing;

import static homeward.exchange.Function.SIDE;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.exchange.AuthorId;
import homeward.exchange.Function;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.Refusal;
import homeward.exchange.State;
import homeward.node.ExchangeFixture;
import homeward.node.ExchangeStage;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ForesightTest {
  private final ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.SEALED);

  private AuthorId keeper() {
    return new AuthorId(exchange.mediator().nodeKey().id().value());
  }

  private Optional<Refusal> objection(Move move) {
    return Foresight.objection(exchange.a().state(), Optional.empty(), keeper(), exchange.a().author(0), SIDE, move, exchange.a().clock().now());
  }

  @Test
  void whatTheRulesWouldTakeMeetsNoObjectionAndWhatTheyWouldRefuseDoes() {
    assertThat(objection(new Move.Halt(Move.Cause.ROUTE))).isEmpty();
    assertThat(objection(new Move.Unready(ExchangeFixture.DAY, 1))).containsInstanceOf(Refusal.class);
    assertThat(objection(new Move.Propose(new Matter.Lift(ExchangeFixture.DAY), exchange.a().clock().now() + 1_000))).isEmpty();
    assertThat(objection(new Move.Propose(new Matter.Lift(ExchangeFixture.DAY), 1))).isPresent();
  }

  @Test
  void whatIsForeseenIsWhatTheLogThenSays() {
    Refusal foreseen = objection(new Move.Unready(ExchangeFixture.DAY, 1)).orElseThrow();
    exchange.a().says(0, SIDE, new Move.Unready(ExchangeFixture.DAY, 1));
    exchange.settle();
    assertThat(exchange.refusals(exchange.a())).containsExactly(foreseen);
  }

  @Test
  void whatSomebodySawIsNeverWithheld() {
    Move seen = exchange.saw(Move.Sight.DEPARTED, new TreeSet<>(exchange.heldByA()));
    assertThat(Foresight.objection(exchange.a().state(), Optional.empty(), keeper(), exchange.b().author(0), Function.KEEPER, seen, 0)).isEmpty();
  }

  @Test
  void aReleaseUnderTheCommonCheckpointMeetsNoObjectionAndUnderAnotherItDoes() {
    ExchangeFixture ready = ExchangeFixture.playedTo(ExchangeStage.READY);
    State now = ready.mediator().state();
    AuthorId author = ready.mediator().author(0);
    Move.Authorise release = ready.authorise();
    var common = ready.mediator().node().common();
    assertThat(Foresight.objection(now, common, keeper(), author, Function.AUTHORISER, release, ready.mediator().clock().now())).isEmpty();
    assertThat(Foresight.objection(now, Optional.empty(), keeper(), author, Function.AUTHORISER, release, ready.mediator().clock().now())).isPresent();
  }

  @Test
  void whoeverOpensIsNamedByTheOpeningItself() {
    ExchangeFixture unopened = ExchangeFixture.unopened();
    Move opening = unopened.opening();
    State nothing = unopened.a().state();
    assertThat(Foresight.objection(nothing, Optional.empty(), unopened.a().author(0), unopened.a().author(0), SIDE, opening, 0)).isEmpty();
    AuthorId stranger = new AuthorId(unopened.key().id().value());
    assertThat(Foresight.objection(nothing, Optional.empty(), stranger, stranger, SIDE, opening, 0)).contains(new Refusal.NotEnrolled(stranger));
  }

  @Test
  void aKeyThatNobodyNamedIsToldSo() {
    var stranger = new AuthorId(exchange.key().id().value());
    assertThat(Foresight.objection(exchange.a().state(), Optional.empty(), keeper(), stranger, SIDE, new Move.End(), 0)).contains(new Refusal.NotEnrolled(stranger));
  }

  @Test
  void aSideSpeaksAsASideAndAThirdPartyInWhatItHolds() {
    assertThat(Signing.voice(exchange.a().state(), exchange.a().id())).contains(SIDE);
    assertThat(Signing.voice(exchange.a().state(), exchange.mediator().id())).contains(Function.HOST);
    assertThat(Signing.voice(ExchangeFixture.unopened().a().state(), exchange.mediator().id())).isEmpty();
  }
}
