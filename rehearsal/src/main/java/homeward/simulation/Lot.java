package homeward.simulation;

import homeward.exchange.PartyId;
import homeward.exchange.Ref;
import homeward.node.Random;
import homeward.transcript.SigningKey;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;

/** Everything that chance decides in one rehearsal, drawn from its seed; each purpose draws from a row of its own. */
final class Lot implements Random {
  private final SplittableRandom random;

  private Lot(SplittableRandom random) {
    this.random = random;
  }

  static Lot of(long seed, String purpose) {
    return new Lot(new SplittableRandom(seed * 0x9E3779B97F4A7C15L ^ purpose.hashCode()));
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

  boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  /** From the first to before the last. */
  long between(long from, long until) {
    return from >= until ? from : random.nextLong(from, until);
  }

  <T> T of(List<T> some) {
    return some.get(below(some.size()));
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
