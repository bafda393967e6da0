package homeward.node;

import static homeward.exchange.Function.ROOT;
import static homeward.exchange.Function.SIDE;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.exchange.AuthorId;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.json.Shape;
import homeward.transcript.Envelope;
import homeward.transcript.Hash;
import homeward.transcript.KeyId;
import homeward.transcript.PublicKey;
import homeward.transcript.Seen;
import homeward.transcript.SignedCheckpoint;
import homeward.transcript.SignedEntry;
import homeward.transcript.SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever arrives, a node stays up, keeps what it held, and goes on with those who are honest. */
class HostileMessagesTest {
  private static final long SEED = 7;

  /** Thirty-two bytes that decode to no point of the curve (RFC 8032, section 5.1.3). */
  private static final String NO_KEY = noKey();

  private static String noKey() {
    byte[] bytes = new byte[32];
    for (int first = 2; ; first++) {
      bytes[0] = (byte) first;
      String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      try {
        new PublicKey(text);
      } catch (IllegalArgumentException e) {
        return text;
      }
    }
  }

  private static void assertUnharmed(ExchangeFixture exchange) {
    exchange.playTo(ExchangeStage.LODGED);
    assertThat(exchange.a().state().people()).hasSize(6);
    assertThat(exchange.stateHashes(exchange.a(), exchange.b(), exchange.mediator())).hasSize(1);
    assertThat(exchange.parties()).allSatisfy(party -> assertThat(party.node().alarms()).isEmpty());
  }

  @Test
  void indicesBeforeTheFirstAndBehindTheLastEntryHarmNobody() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.AGREED);
    String note = exchange.a().node().latest().orElseThrow().text();
    long size = exchange.a().node().chronicle().size();
    List<String> leaves = exchange.a().store().contents().lines().stream().map(Store.Line::leaf).toList();
    for (ExchangeParty party : exchange.parties()) {
      for (long from : new long[] {Long.MIN_VALUE, -1, size + 1, Long.MAX_VALUE}) {
        party.node().receive(exchange.b().id(), new Message.Pull(from));
        party.node().receive(exchange.b().id(), new Message.Leaves(from, leaves, note));
        party.node().receive(exchange.b().id(), new Message.Leaves(from, List.of(), note));
      }
      List<String> oneMore = new ArrayList<>(leaves);
      oneMore.addFirst(leaves.getFirst());
      party.node().receive(exchange.b().id(), new Message.Leaves(-1, oneMore, note));
    }
    assertUnharmed(exchange);
  }

  @Test
  void signatureLinesThatNobodyKnowsAreNotKept() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.AGREED);
    exchange.a().says(0, SIDE, new Move.Halt(Move.Cause.WEATHER));
    exchange.wire().leave(exchange.b().id());
    exchange.settle();
    SignedCheckpoint crowded = exchange.mediator().node().latest().orElseThrow();
    while (crowded.signatures() < SignedCheckpoint.MOST_LINES) {
      SigningKey key = exchange.key();
      crowded = crowded.cosign(key, key.id().value(), 1);
    }
    exchange.b().comesBack();
    List<String> leaves = exchange.mediator().store().contents().lines().stream().map(Store.Line::leaf).toList();
    exchange.b().node().receive(exchange.mediator().id(), new Message.Leaves(0, leaves, crowded.text()));
    exchange.settle();
    assertThat(exchange.b().node().common().orElseThrow().signatures()).isEqualTo(3);
    assertThat(exchange.b().node().latest().orElseThrow().signatures()).isEqualTo(3);
  }

  @Test
  void aKeyThatIsNoKeyIsNeverEnrolled() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.AGREED);
    long size = exchange.a().node().chronicle().size();
    List<Move.Delegate> people = new ArrayList<>(exchange.b().delegates());
    people.set(2, new Move.Delegate(people.get(2).person(), NO_KEY));
    exchange.b().node().say(exchange.b().rootKey(), ROOT, new Move.Enrol(people));
    exchange.b().says(0, SIDE, new Move.EnrolDevice(NO_KEY, people.getFirst().person(), exchange.b().clock().now() + 1_000));
    exchange.b().says(1, SIDE, new Move.Propose(
        new Matter.Admission(exchange.a().id(), new Move.Keys(NO_KEY, exchange.key().publicKey().value())),
        exchange.b().clock().now() + 1_000));
    exchange.settle();
    assertThat(exchange.mediator().node().chronicle().size()).isEqualTo(size);
    exchange.mediator().node().receive(exchange.b().id(), new Message.Submit(List.of(by(AuthorId.of(NO_KEY)))));
    assertThat(exchange.mediator().node().chronicle().size()).isEqualTo(size);
  }

  /** An entry that names this author; nobody could have signed it. */
  private static String by(AuthorId author) {
    SigningKey own = new SigningKey(new byte[32]);
    Envelope envelope =
        new Envelope(
            ExchangeFixture.CODE, own.id(), SIDE.name(), 1, Hash.EMPTY, new Seen(0, Hash.EMPTY), 0,
            Shape.of(Move.class).write(new Move.Halt(Move.Cause.OTHER)));
    String[] parts = SignedEntry.sign(envelope, own).jws().split("\\.", -1);
    for (int part = 0; part < 2; part++) {
      String text = new String(Base64.getUrlDecoder().decode(parts[part]), StandardCharsets.UTF_8);
      byte[] other = text.replace(own.id().value(), new KeyId(author.value()).value()).getBytes(StandardCharsets.UTF_8);
      parts[part] = Base64.getUrlEncoder().withoutPadding().encodeToString(other);
    }
    return String.join(".", parts);
  }

  /** Keys are exchanged in person; whoever opens could otherwise name one of its own as the other side's. */
  @Test
  void anOpeningThatNamesOtherNodeKeysThanThoseExchangedInPersonGetsNoPlace() {
    ExchangeFixture exchange = ExchangeFixture.unopened();
    Move.Open honest = exchange.opening();
    List<Move.Member> members = new ArrayList<>(honest.parties());
    Move.Keys keys = new Move.Keys(exchange.key().publicKey().value(), exchange.key().publicKey().value());
    members.set(1, new Move.Member(exchange.b().id(), Move.Kind.SIDE, Optional.of(keys)));
    Move.Open dishonest =
        new Move.Open(members, honest.opener(), honest.functions(), honest.delegates(), honest.patienceHours());
    exchange.a().says(0, SIDE, dishonest);
    exchange.settle();
    assertThat(exchange.mediator().node().chronicle().size()).isZero();
  }

  @Test
  void noiseHarmsNobody() {
    SplittableRandom draws = new SplittableRandom(SEED);
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.AGREED);
    List<String> texts = new ArrayList<>(exchange.a().store().contents().lines().stream().map(Store.Line::leaf).toList());
    texts.addAll(exchange.a().store().contents().checkpoints());
    texts.add(exchange.a().node().chronicle().leaf(0).entry().jws());
    for (int i = 0; i < 2_000; i++) {
      PartyId from = exchange.parties().get(draws.nextInt(3)).id();
      exchange.parties().get(draws.nextInt(3)).node().receive(from, noise(draws, texts));
    }
    assertUnharmed(exchange);
  }

  private static Message noise(SplittableRandom draws, List<String> texts) {
    return switch (draws.nextInt(5)) {
      case 0 -> new Message.Submit(List.of(torn(draws, texts), torn(draws, texts)));
      case 1 -> new Message.Head(torn(draws, texts));
      case 2 -> new Message.Pull(draws.nextInt(-20, 20));
      case 3 -> new Message.Leaves(draws.nextInt(-3, 10), List.of(torn(draws, texts)), torn(draws, texts));
      default -> new Message.Cosigned(torn(draws, texts));
    };
  }

  private static String torn(SplittableRandom draws, List<String> texts) {
    StringBuilder text = new StringBuilder(texts.get(draws.nextInt(texts.size())));
    for (int slips = draws.nextInt(3); slips > 0; slips--) {
      text.setCharAt(draws.nextInt(text.length()), (char) draws.nextInt(32, 256));
    }
    return draws.nextInt(4) == 0 ? text.substring(0, draws.nextInt(text.length())) : text.toString();
  }
}
