package homeward.ruling;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import homeward.exchange.Function;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.json.Json;
import homeward.json.Shape;
import homeward.node.Chronicle;
import homeward.transcript.Checkpoint;
import homeward.transcript.Envelope;
import homeward.transcript.Hash;
import homeward.transcript.Leaf;
import homeward.transcript.Seen;
import homeward.transcript.SignedCheckpoint;
import homeward.transcript.SignedEntry;
import homeward.transcript.SigningKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The first two entries of an invented exchange, really signed, put in their places and cosigned; keys from fixed seeds. */
final class WrittenExample {
  static final String EXCHANGE = "example";
  private static final long OPENED = 1_747_389_600_000L;
  private static final long SIGNED = OPENED + 95_000;
  private static final PartyId A = party(1);
  private static final PartyId B = party(2);
  private static final PartyId MEDIATOR = party(3);
  private static final SigningKey KEEPER = key(33);

  private WrittenExample() {}

  /** A key whose 32 seed bytes are all this number: good for nothing but an example. */
  private static SigningKey key(int number) {
    byte[] seed = new byte[32];
    Arrays.fill(seed, (byte) number);
    return new SigningKey(seed);
  }

  private static PartyId party(int number) {
    return new PartyId(Hash.of(("party " + number).getBytes(US_ASCII)).value().substring(0, 22));
  }

  static String text() {
    List<Leaf> leaves = leaves();
    return openingText(leaves.get(0).entry()) + signatureText(leaves.get(1).entry()) + leaf(leaves.get(1)) + checkpoint(leaves);
  }

  static List<Leaf> leaves() {
    SignedEntry opening = entry(key(11), OPENED - 3_000, opening());
    SignedEntry signature = entry(key(12), SIGNED - 2_000, signing(opening));
    return List.of(new Leaf(0, OPENED, KEEPER.id(), opening), new Leaf(1, SIGNED, KEEPER.id(), signature));
  }

  private static SignedEntry entry(SigningKey key, long sentAt, Json body) {
    Seen seen = new Seen(0, Hash.EMPTY);
    return SignedEntry.sign(new Envelope(EXCHANGE, key.id(), Function.SIDE.name(), 1, Hash.EMPTY, seen, sentAt, body), key);
  }

  private static Json opening() {
    TreeMap<Function, PartyId> functions = new TreeMap<>();
    List.of(Function.HOST, Function.KEEPER, Function.AUTHORISER).forEach(function -> functions.put(function, MEDIATOR));
    List<Move.Member> parties = List.of(
        member(A, Move.Kind.SIDE, 21, 31), member(B, Move.Kind.SIDE, 22, 32), member(MEDIATOR, Move.Kind.THIRD, 23, 33));
    List<Move.Delegate> delegates = List.of(11, 12, 13).stream().map(WrittenExample::delegate).toList();
    List<Move.Member> ascending = parties.stream().sorted(Comparator.comparing(Move.Member::party)).toList();
    return write(new Move.Open(ascending, A, functions, delegates, 240));
  }

  private static Move.Member member(PartyId party, Move.Kind kind, int root, int node) {
    return new Move.Member(party, kind, Optional.of(new Move.Keys(key(root).publicKey().value(), key(node).publicKey().value())));
  }

  private static Move.Delegate delegate(int number) {
    String person = Hash.of(("person " + number).getBytes(US_ASCII)).value().substring(0, 22);
    return new Move.Delegate(person, key(number).publicKey().value());
  }

  private static Json signing(SignedEntry opening) {
    return write(new Move.Sign(new homeward.exchange.Digest(opening.hash().value())));
  }

  private static Json write(Move move) {
    return Shape.of(Move.class).write(move);
  }

  /** The log as a node builds it; an example that no node would take would be none. */
  private static Chronicle log(List<Leaf> leaves) {
    Chronicle log = new Chronicle(EXCHANGE);
    for (Leaf leaf : leaves) {
      boolean accepted = log.append(leaf) instanceof Chronicle.Placing.Placed placed && placed.decision().accepted();
      if (!accepted) {
        throw new IllegalStateException("entry " + leaf.index() + " does not stand");
      }
    }
    return log;
  }

  private static String openingText(SignedEntry opening) {
    return "\nA delegate of one side opens the exchange. This is what she says, the `body` of entry 0:\n"
        + Page.block("json", opening.envelope().body().pretty())
        + "\nIts id, the SHA-256 of the signed text, is\n"
        + Page.block("", opening.hash().value());
  }

  private static String signatureText(SignedEntry signature) {
    List<String> parts = List.of(signature.jws().split("\\.", -1));
    String payload = new String(Base64.getUrlDecoder().decode(parts.get(1)), UTF_8);
    return "\nA second delegate of her side signs it. The header of this entry is fixed to the byte:\n"
        + Page.block("json", new String(Base64.getUrlDecoder().decode(parts.get(0)), UTF_8))
        + "\nThe payload is the envelope in canonical form (in truth one line, broken here after each comma):\n"
        + Page.block("json", payload.replace(",\"", ",\n\""))
        + "\nHeader, payload and signature, each in base64url, with a full stop between them, are the entry (one line in truth):\n"
        + Page.block("", wrapped(signature.jws()))
        + "\nIts id is\n"
        + Page.block("", signature.hash().value());
  }

  private static String leaf(Leaf leaf) {
    return "\nThe keeper gives it index 1 and a stamp. The leaf is the line *index stamp keeper entry*:\n"
        + Page.block("", wrapped(new String(leaf.bytes(), US_ASCII)))
        + "\nand its hash, SHA-256 over a zero byte and the line (RFC 6962, section 2.1), is\n"
        + Page.block("", leaf.leafHash().value());
  }

  /** The checkpoint of the leaves, as the keeper's node signs it and both sides' nodes cosign it. */
  static SignedCheckpoint note(List<Leaf> leaves) {
    Chronicle log = log(leaves);
    Checkpoint checkpoint = new Checkpoint(Chronicle.origin(EXCHANGE), log.size(), log.rootAt(log.size()));
    SignedCheckpoint note = SignedCheckpoint.sign(checkpoint, KEEPER, KEEPER.id().value());
    for (SigningKey side : List.of(key(31), key(32))) {
      note = note.cosign(side, side.id().value(), SIGNED / 1_000 + 4);
    }
    return note;
  }

  private static String checkpoint(List<Leaf> leaves) {
    return "\nThe checkpoint of these two leaves, signed by the keeper's node and cosigned by the nodes of both sides:\n"
        + Page.block("", note(leaves).text())
        + "\nAfter it the exchange is `" + log(leaves).state().course().phase() + "`.\n\n";
  }

  private static String wrapped(String line) {
    return line.replaceAll("(.{100})(?=.)", "$1\n");
  }
}
