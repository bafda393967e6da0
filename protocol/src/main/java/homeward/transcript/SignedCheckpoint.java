package homeward.transcript;

import static java.nio.charset.StandardCharsets.US_ASCII;

import homeward.json.Malformed;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * A checkpoint as a C2SP signed note: the log's Ed25519 signature and any number of timestamped cosignatures (C2SP
 * tlog-cosignature v1). A signature is found by its signer's name and key, never by its place. Lines of signers
 * nobody asks about are kept and otherwise ignored. Reading checks no signature; asking does.
 */
public final class SignedCheckpoint {
  /** The most signature lines. */
  public static final int MOST_LINES = 16;

  private static final int LONGEST = 200_000;

  /** Which log it must be: its origin, and the key and the name under which it signs. */
  public record Log(String origin, PublicKey key, String name) {}

  private final Checkpoint checkpoint;
  private final List<NoteLine> lines;

  private SignedCheckpoint(Checkpoint checkpoint, List<NoteLine> lines) {
    this.checkpoint = checkpoint;
    this.lines = List.copyOf(lines);
  }

  /** The log's own signature under this name (printable ASCII without spaces and plus signs). */
  public static SignedCheckpoint sign(Checkpoint checkpoint, SigningKey keeper, String name) {
    byte[] signature = keeper.sign(checkpoint.text().getBytes(US_ASCII));
    NoteLine line = NoteLine.of(name, NoteLine.ED25519, keeper.publicKey(), signature);
    return new SignedCheckpoint(checkpoint, List.of(line));
  }

  /**
   * The same with a cosignature more, or in place of that signer's earlier one. The cosigner states that it has seen
   * this log grow consistently up to here; the time is in seconds since 1970-01-01T00:00Z, more than 0.
   */
  public SignedCheckpoint cosign(SigningKey key, String name, long timestampSeconds) {
    if (timestampSeconds <= 0) {
      throw new IllegalArgumentException("A cosignature needs a time: " + timestampSeconds);
    }
    byte[] signature = key.sign(cosigned(timestampSeconds));
    byte[] stamped =
        ByteBuffer.allocate(Long.BYTES + signature.length).putLong(timestampSeconds).put(signature).array();
    NoteLine line = NoteLine.of(name, NoteLine.COSIGNATURE, key.publicKey(), stamped);
    List<NoteLine> all = new ArrayList<>(lines);
    all.removeIf(line::sameSigner);
    all.add(line);
    if (all.size() > MOST_LINES) {
      throw new IllegalArgumentException("At most " + MOST_LINES + " signatures");
    }
    return new SignedCheckpoint(checkpoint, all);
  }

  /** The same with this key's cosignature as it stands under another note of the same checkpoint, if it holds there. */
  public SignedCheckpoint with(SignedCheckpoint other, PublicKey key, String name) {
    if (!other.checkpoint.equals(checkpoint) || other.cosignedBy(key, name).isEmpty()) {
      return this;
    }
    NoteLine line = other.line(NoteLine.COSIGNATURE, key, name).orElseThrow();
    List<NoteLine> all = new ArrayList<>(lines);
    all.removeIf(line::sameSigner);
    all.add(line);
    return all.size() > MOST_LINES ? this : new SignedCheckpoint(checkpoint, all);
  }

  /**
   * The same with nothing but the signatures of these signers (name and key) that hold, the log's before the cosignatures: what
   * is kept for good carries no line that nobody can check.
   */
  public SignedCheckpoint only(SortedMap<String, PublicKey> signers) {
    List<NoteLine> held = new ArrayList<>();
    signers.forEach((name, key) -> line(NoteLine.ED25519, key, name).filter(line -> signedBy(key, name)).ifPresent(held::add));
    signers.forEach(
        (name, key) ->
            line(NoteLine.COSIGNATURE, key, name).filter(line -> cosignedBy(key, name).isPresent()).ifPresent(held::add));
    return new SignedCheckpoint(checkpoint, held);
  }

  /**
   * Whether it holds nothing but signatures and cosignatures, by form: every line as long as one, under a key's id (22 characters
   * of base64url). Then no word of anybody's stands in it, whoever signed.
   */
  public boolean isPlain() {
    return lines.stream().allMatch(NoteLine::isPlain);
  }

  /** How many signature lines it has, whoever made them. */
  public int signatures() {
    return lines.size();
  }

  /** Reads a note: the checkpoint's lines, an empty line, 1 to 16 signature lines, each signer once. */
  public static SignedCheckpoint read(String text) throws Malformed {
    int end = text.indexOf("\n\n");
    if (end < 0 || end + 2 >= text.length() || text.length() > LONGEST || !text.endsWith("\n")) {
      throw new Malformed("note", "expected a checkpoint, an empty line, and signature lines with an end of line each");
    }
    Checkpoint checkpoint = Checkpoint.read(text.substring(0, end + 1));
    List<NoteLine> lines = new ArrayList<>();
    for (String line : text.substring(end + 2, text.length() - 1).split("\n", MOST_LINES + 1)) {
      NoteLine next = NoteLine.read(line);
      if (lines.size() == MOST_LINES || lines.stream().anyMatch(next::sameSigner)) {
        throw new Malformed("note", "more than " + MOST_LINES + " signature lines, or a signer twice");
      }
      lines.add(next);
    }
    return new SignedCheckpoint(checkpoint, lines);
  }

  /** The note. */
  public String text() {
    return checkpoint.text() + "\n" + lines.stream().map(NoteLine::text).collect(Collectors.joining());
  }

  /** What is signed; trust it only after {@link #isOf} or {@link #signedBy}. */
  public Checkpoint checkpoint() {
    return checkpoint;
  }

  /** Whether it is this log's: the right origin, and the log's signature on it. */
  public boolean isOf(Log log) {
    return checkpoint.origin().equals(log.origin()) && signedBy(log.key(), log.name());
  }

  /** Whether this key's holder signed it as the log, under this name. */
  public boolean signedBy(PublicKey key, String name) {
    return line(NoteLine.ED25519, key, name)
        .filter(line -> key.verifies(checkpoint.text().getBytes(US_ASCII), line.bytes()))
        .isPresent();
  }

  /** When this key's holder cosigned it under this name, in seconds since 1970; empty if not, or not validly. */
  public Optional<Long> cosignedBy(PublicKey key, String name) {
    return line(NoteLine.COSIGNATURE, key, name).flatMap(line -> timestamp(key, line.bytes()));
  }

  private Optional<Long> timestamp(PublicKey key, byte[] stamped) {
    if (stamped.length != Long.BYTES + Ed25519.SIGNATURE_SIZE) {
      return Optional.empty();
    }
    long seconds = ByteBuffer.wrap(stamped).getLong();
    byte[] signature = Arrays.copyOfRange(stamped, Long.BYTES, stamped.length);
    boolean valid = seconds > 0 && key.verifies(cosigned(seconds), signature);
    return valid ? Optional.of(seconds) : Optional.empty();
  }

  private Optional<NoteLine> line(byte kind, PublicKey key, String name) {
    return lines.stream().filter(line -> line.claims(name, kind, key)).findFirst();
  }

  private byte[] cosigned(long seconds) {
    return ("cosignature/v1\ntime " + seconds + "\n" + checkpoint.text()).getBytes(US_ASCII);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SignedCheckpoint note && note.checkpoint.equals(checkpoint) && note.lines.equals(lines);
  }

  @Override
  public int hashCode() {
    return checkpoint.hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
