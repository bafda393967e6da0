package homeward.play;

import homeward.exchange.PartyId;
import homeward.exchange.Ref;
import homeward.node.Random;
import homeward.transcript.SigningKey;
import java.util.Base64;
import java.util.SplittableRandom;

/** Everything random of one play, from its seed: keys, ids, references, nonces. */
final class Draws implements Random {
  private final SplittableRandom random;

  private Draws(SplittableRandom random) {
    this.random = random;
  }

  static Draws of(long seed, String purpose) {
    return new Draws(new SplittableRandom(seed * 0x9E3779B97F4A7C15L ^ purpose.hashCode()));
  }

  @Override
  public byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  SigningKey key() {
    return new SigningKey(bytes(32));
  }

  /** 22 characters of base64url: a party's id, a person's code, a salt. */
  String opaque() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(16));
  }

  PartyId party() {
    return new PartyId(opaque());
  }

  Ref held() {
    return new Ref("H" + opaque().substring(1));
  }

  Ref arrival() {
    return new Ref("A" + opaque().substring(1));
  }
}
