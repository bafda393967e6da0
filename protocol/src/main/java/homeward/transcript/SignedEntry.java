package homeward.transcript;

import static java.nio.charset.StandardCharsets.US_ASCII;

import homeward.json.Json;
import homeward.json.JsonReader;
import homeward.json.Malformed;
import homeward.json.Shape;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * An envelope and its author's signature as one JWS in compact form (RFC 7515) with {@code alg} Ed25519 (RFC 9864;
 * the signature of RFC 8037). The header is fixed to the byte, so there is no algorithm to confuse and no key to slip
 * in; the payload is canonical JSON; base64url has one spelling. Hence one entry has exactly one text.
 */
public final class SignedEntry {
  /** The most bytes of a body; what is larger travels as part k of n. */
  public static final int LARGEST_BODY = 48_000;

  /** The most characters of the whole: with index, stamp and keeper a leaf stays below 64 KB (C2SP tlog-tiles). */
  public static final int LONGEST = 65_000;

  private static final Shape<Envelope> ENVELOPE = Shape.of(Envelope.class);

  private final Envelope envelope;
  private final String jws;
  private final Hash hash;

  private SignedEntry(Envelope envelope, String jws) {
    this.envelope = envelope;
    this.jws = jws;
    this.hash = Hash.of(jws.getBytes(US_ASCII));
  }

  /** Signs; the key must be the envelope's author's, and the body small enough (else IllegalArgumentException). */
  public static SignedEntry sign(Envelope envelope, SigningKey key) {
    if (!key.id().equals(envelope.author())) {
      throw new IllegalArgumentException("The author is " + envelope.author() + ", the key is that of " + key.id());
    }
    byte[] payload = ENVELOPE.write(envelope).canonical();
    if (hasLargeBody(envelope, payload)) {
      throw new IllegalArgumentException("A body has at most " + LARGEST_BODY + " bytes; send it in parts");
    }
    String signed = header(envelope.author()) + "." + Base64Url.encode(payload);
    return new SignedEntry(envelope, signed + "." + Base64Url.encode(key.sign(signed.getBytes(US_ASCII))));
  }

  /** Reads one entry; the signature is present and well-formed, whether it fits {@link #verifies} tells. */
  public static SignedEntry read(String jws) throws Malformed {
    if (jws.length() > LONGEST) {
      throw new Malformed("", jws.length() + " characters; an entry has at most " + LONGEST);
    }
    String[] parts = jws.split("\\.", -1);
    if (parts.length != 3) {
      throw new Malformed("", "expected header.payload.signature, found " + parts.length + " parts");
    }
    Envelope envelope = payload(parts[1]);
    if (!parts[0].equals(header(envelope.author()))) {
      throw new Malformed("header", "expected exactly " + headerText(envelope.author()) + " in base64url");
    }
    if (decode("signature", parts[2]).length != Ed25519.SIGNATURE_SIZE) {
      throw new Malformed("signature", "expected " + Ed25519.SIGNATURE_SIZE + " bytes");
    }
    return new SignedEntry(envelope, jws);
  }

  private static Envelope payload(String part) throws Malformed {
    byte[] bytes = decode("payload", part);
    try {
      Envelope envelope = ENVELOPE.read(JsonReader.readCanonical(bytes));
      if (hasLargeBody(envelope, bytes)) {
        throw new Malformed("body", "a body has at most " + LARGEST_BODY + " bytes; send it in parts");
      }
      return envelope;
    } catch (Malformed e) {
      throw e.within("payload");
    }
  }

  private static byte[] decode(String where, String part) throws Malformed {
    try {
      return Base64Url.decode(part);
    } catch (IllegalArgumentException e) {
      throw new Malformed(where, String.valueOf(e.getMessage()));
    }
  }

  /** A small payload has a small body, so that most bodies need not be written once more. */
  private static boolean hasLargeBody(Envelope envelope, byte[] payload) {
    return payload.length > LARGEST_BODY && envelope.body().canonical().length > LARGEST_BODY;
  }

  private static String header(KeyId author) {
    return Base64Url.encode(headerText(author).getBytes(US_ASCII));
  }

  private static String headerText(KeyId author) {
    return "{\"alg\":\"Ed25519\",\"kid\":\"" + author.value() + "\",\"typ\":\"homeward-entry\"}";
  }

  /** What was signed. */
  public Envelope envelope() {
    return envelope;
  }

  /** The hash of the text, by which the author's next entry cites this one. */
  public Hash hash() {
    return hash;
  }

  /** Whether the author signed this with this key; false for the key of anybody else. */
  public boolean verifies(PublicKey key) {
    int signature = jws.lastIndexOf('.');
    return key.id().equals(envelope.author())
        && key.verifies(jws.substring(0, signature).getBytes(US_ASCII), Base64Url.decode(jws.substring(signature + 1)));
  }

  /** The text: header.payload.signature. */
  public String jws() {
    return jws;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SignedEntry entry && entry.jws.equals(jws);
  }

  @Override
  public int hashCode() {
    return jws.hashCode();
  }

  @Override
  public String toString() {
    return "entry " + envelope.sequence() + " of " + envelope.author() + " (" + hash + ")";
  }
}
