package homeward.node;

import static homeward.exchange.Function.SIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import homeward.exchange.AuthorId;
import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.Ref;
import homeward.exchange.Refusal;
import homeward.exchange.State;
import homeward.json.Json;
import homeward.json.Shape;
import homeward.transcript.Envelope;
import homeward.transcript.Hash;
import homeward.transcript.Seen;
import homeward.transcript.SignedEntry;
import homeward.transcript.SigningKey;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Three nodes play a whole exchange, and people who should not be believed try to take part. */
class NodeTest {
  @Test
  void threeNodesPlayAnExchangeToItsEndAndHoldTheSameState() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.CLOSED);
    assertThat(exchange.stateHashes(exchange.a(), exchange.b(), exchange.mediator())).hasSize(1);
    assertThat(exchange.refusals(exchange.a())).isEmpty();
    assertThat(exchange.a().state().course().phase()).isEqualTo(State.Phase.CLOSED);
  }

  @Test
  void everyEntryEndsInACheckpointThatBothSidesCosigned() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.CLOSED);
    for (ExchangeParty party : exchange.parties()) {
      assertThat(party.node().outbox()).isEmpty();
      assertThat(party.node().common().orElseThrow().checkpoint().size()).isEqualTo(party.node().chronicle().size());
      assertThat(party.node().alarms()).isEmpty();
    }
  }

  @Test
  void equalSeedsPlayTheSameExchangeToTheByte() {
    Store.Contents one = ExchangeFixture.playedTo(ExchangeStage.AGREED).a().store().contents();
    Store.Contents other = ExchangeFixture.playedTo(ExchangeStage.AGREED).a().store().contents();
    assertThat(one).isEqualTo(other);
  }

  @Test
  void sendingEverythingOnceMoreChangesNothing() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.CONVENED);
    List<Store.Contents> before = contents(exchange);
    List<String> entries = entries(exchange.a());
    exchange.mediator().node().receive(exchange.a().id(), new Message.Submit(entries));
    exchange.mediator().node().receive(exchange.b().id(), new Message.Submit(entries.reversed()));
    List<String> leaves = exchange.a().store().contents().lines().stream().map(Store.Line::leaf).toList();
    String note = exchange.a().node().latest().orElseThrow().text();
    for (ExchangeParty party : exchange.parties()) {
      party.node().receive(exchange.mediator().id(), new Message.Leaves(0, leaves, note));
      party.node().receive(exchange.mediator().id(), new Message.Head(note));
      party.node().receive(exchange.a().id(), new Message.Cosigned(note));
    }
    exchange.settle();
    assertThat(contents(exchange)).isEqualTo(before);
  }

  private static List<Store.Contents> contents(ExchangeFixture exchange) {
    return exchange.parties().stream().map(party -> party.store().contents()).toList();
  }

  private static List<String> entries(ExchangeParty party) {
    List<String> entries = new ArrayList<>();
    for (long index = 0; index < party.node().chronicle().size(); index++) {
      entries.add(party.node().chronicle().leaf(index).entry().jws());
    }
    return entries;
  }

  @Test
  void anEntryThatItsAuthorDidNotSignGetsNoPlace() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.AGREED);
    String honest = signed(exchange, exchange.b().person(0), new Move.Halt(Move.Cause.WEATHER)).jws();
    String other = signed(exchange, exchange.b().person(0), new Move.Halt(Move.Cause.ATTACK)).jws();
    String forged = honest.substring(0, honest.lastIndexOf('.')) + other.substring(other.lastIndexOf('.'));
    assertThat(placed(exchange, forged)).isFalse();
    assertThat(placed(exchange, honest)).isTrue();
  }

  @Test
  void anEntryOfSomebodyNobodyEnrolledGetsNoPlace() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.AGREED);
    assertThat(placed(exchange, signed(exchange, exchange.key(), new Move.Halt(Move.Cause.ATTACK)).jws())).isFalse();
  }

  @Test
  void anEntryOfAnotherExchangeGetsNoPlaceThoughTheKeysAreTheSame() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.AGREED);
    ExchangeFixture later = new ExchangeFixture("june-2025", 1, MemoryStore::new).playTo(ExchangeStage.AGREED);
    SignedEntry halt = signed(later, later.b().person(0), new Move.Halt(Move.Cause.WEATHER));
    assertThat(placed(exchange, halt.jws())).isFalse();
    assertThat(placed(later, halt.jws())).isTrue();
  }

  @Test
  void aTruncatedEntryGetsNoPlaceWhereverItIsCut() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.AGREED);
    String whole = signed(exchange, exchange.b().person(0), new Move.Halt(Move.Cause.WEATHER)).jws();
    List<String> cuts = IntStream.range(0, whole.length()).mapToObj(length -> whole.substring(0, length)).toList();
    assertThat(placed(exchange, cuts.toArray(String[]::new))).isFalse();
  }

  @Test
  void anOversizedEntryGetsNoPlace() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.AGREED);
    String whole = signed(exchange, exchange.b().person(0), new Move.Halt(Move.Cause.WEATHER)).jws();
    assertThat(placed(exchange, whole + "A".repeat(SignedEntry.LONGEST))).isFalse();
  }

  @Test
  void whatIsTooLargeForAnEntryIsTheCallersToSplit() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.AGREED);
    TreeSet<Ref> many = new TreeSet<>();
    for (int i = 0; i < 2_000; i++) {
      many.add(exchange.mint('H'));
    }
    Move tooLarge = exchange.lodge(1, many);
    assertThatThrownBy(() -> exchange.a().says(0, SIDE, tooLarge)).isInstanceOf(IllegalArgumentException.class);
    assertThat(exchange.a().node().outbox()).isEmpty();
  }

  @Test
  void anEntryWhoseBodyIsNoMoveGetsNoPlace() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.AGREED);
    SigningKey key = exchange.b().person(0);
    SignedEntry honest = signed(exchange, key, new Move.Halt(Move.Cause.WEATHER));
    Envelope given = honest.envelope();
    Envelope strange =
        new Envelope(
            given.exchange(), given.author(), given.function(), given.sequence(), given.previous(), given.seen(), given.sentAt(),
            Json.fields("is", "releaseEverybody"));
    assertThat(placed(exchange, SignedEntry.sign(strange, key).jws())).isFalse();
  }

  private static SignedEntry signed(ExchangeFixture exchange, SigningKey key, Move move) {
    var author = exchange.a().state().parties().authors().get(new AuthorId(key.id().value()));
    var common = exchange.b().node().common().orElseThrow().checkpoint();
    Envelope envelope =
        new Envelope(
            exchange.a().node().chronicle().exchange(),
            key.id(),
            SIDE.name(),
            author == null ? 1 : author.sequence() + 1,
            author == null ? Hash.EMPTY : new Hash(author.head().value()),
            new Seen(common.size(), common.root()),
            exchange.b().clock().now(),
            Shape.of(Move.class).write(move));
    return SignedEntry.sign(envelope, key);
  }

  /** Whether the keeper gives it a place, when anybody hands it in. */
  private static boolean placed(ExchangeFixture exchange, String... entries) {
    long before = exchange.mediator().node().chronicle().size();
    exchange.mediator().node().receive(exchange.b().id(), new Message.Submit(List.of(entries)));
    exchange.settle();
    return exchange.mediator().node().chronicle().size() > before;
  }

  @Test
  void aPersonOfTheMediatorIsRefusedInASidesFunction() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.AGREED);
    exchange.mediator().says(0, SIDE, exchange.lodge(1, exchange.heldByA()));
    exchange.settle();
    assertThat(exchange.refusals(exchange.a())).containsExactly(new Refusal.NotYourFunction(SIDE));
    assertThat(exchange.stateHashes(exchange.a(), exchange.b(), exchange.mediator())).hasSize(1);
  }

  @Test
  void aDelegateOfTheWrongSideIsRefused() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.CONVENED);
    exchange.b().says(0, SIDE, exchange.manifest(exchange.heldByA()));
    exchange.b().says(1, Function.AUTHORISER, new Move.Halt(Move.Cause.OTHER));
    exchange.settle();
    assertThat(exchange.refusals(exchange.a()))
        .containsExactly(
            new Refusal.UnknownReferences(exchange.heldByA()), new Refusal.NotYourFunction(Function.AUTHORISER));
  }

  @Test
  void onePersonCannotSignTwiceWhereTwoAreNeeded() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.FROZEN);
    Digest proposal = exchange.a().says(0, SIDE, new Move.Propose(exchange.convene("day-2"), exchange.a().clock().now() + 1_000));
    exchange.a().says(0, SIDE, new Move.Sign(proposal));
    exchange.settle();
    assertThat(exchange.refusals(exchange.b())).containsExactly(new Refusal.SamePerson());
    assertThat(exchange.a().state().pending()).containsKey(proposal);
  }

  @Test
  void aRefusedActMovesNothingButItsAuthorsHead() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.AGREED);
    State before = exchange.b().state();
    exchange.b().says(0, SIDE, new Move.Propose(new Matter.Lift("day-9"), Long.MAX_VALUE >> 12));
    exchange.settle();
    State after = exchange.b().state();
    assertThat(after.parties().authors().get(exchange.b().author(0))).isNotEqualTo(before.parties().authors().get(exchange.b().author(0)));
    assertThat(after.with(before.parties()).with(before.course())).isEqualTo(before);
  }

  @Test
  void whatSomebodySawIsTakenInEvenWhenEverythingIsClosed() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.CLOSED);
    exchange.b().says(2, SIDE, exchange.saw(Move.Sight.HOME, exchange.heldByA()));
    exchange.settle();
    assertThat(exchange.refusals(exchange.b())).isEmpty();
    assertThat(exchange.stateHashes(exchange.a(), exchange.b(), exchange.mediator())).hasSize(1);
  }
}
