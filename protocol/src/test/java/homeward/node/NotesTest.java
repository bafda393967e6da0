package homeward.node;

import static homeward.exchange.Function.AUTHORISER;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.exchange.Move;
import homeward.transcript.Checkpoint;
import homeward.transcript.SignedCheckpoint;
import homeward.transcript.SigningKey;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A checkpoint in an entry is text of a fixed form: nothing but the log's three lines and signatures under keys' ids. */
class NotesTest {
  private static final String NAME = "Ivanenko-Taras-1990";

  /** Whether an authorisation with the note so changed takes a place in the log. */
  private static boolean takesAPlace(UnaryOperator<SignedCheckpoint> change) {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.READY);
    Move.Authorise good = exchange.authorise();
    SignedCheckpoint note = change.apply(exchange.mediator().node().common().orElseThrow());
    Move.CosignedCheckpoint given =
        new Move.CosignedCheckpoint(good.checkpoint().size(), good.checkpoint().root(), note.text());
    long size = exchange.a().node().chronicle().size();
    exchange.mediator().says(0, AUTHORISER, new Move.Authorise(good.journey(), good.wave(), good.readies(), given));
    exchange.settle();
    return exchange.a().node().chronicle().size() > size;
  }

  @Test
  void aNoteOfSignaturesUnderKeyIdsTakesAPlace() {
    SigningKey stranger = new SigningKey(new byte[32]);
    assertThat(takesAPlace(note -> note)).isTrue();
    assertThat(takesAPlace(note -> note.cosign(stranger, stranger.id().value(), 1))).isTrue();
  }

  @Test
  void aNameInPlaceOfASignersKeyIdTakesNone() {
    assertThat(takesAPlace(note -> note.cosign(new SigningKey(new byte[32]), NAME, 1))).isFalse();
  }

  @Test
  void aNameInPlaceOfTheOriginTakesNone() {
    SigningKey stranger = new SigningKey(new byte[32]);
    assertThat(takesAPlace(note -> SignedCheckpoint.sign(
            new Checkpoint(NAME, note.checkpoint().size(), note.checkpoint().root()), stranger, stranger.id().value())))
        .isFalse();
  }
}
