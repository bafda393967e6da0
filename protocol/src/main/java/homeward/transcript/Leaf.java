package homeward.transcript;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import homeward.json.Json;
import homeward.json.Malformed;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An entry in its place: "index stamp keeper jws" in ASCII with single spaces.
 *
 * @param index place in the log, from 0
 * @param stamp the keeper's clock when it took the entry in, in milliseconds since 1970-01-01T00:00Z
 * @param keeper the key of whoever sequenced it
 */
public record Leaf(long index, long stamp, KeyId keeper, SignedEntry entry) {
  /** The most bytes: C2SP tlog-tiles prefixes each with a 16-bit length. */
  public static final int LONGEST = 65_535;

  private static final Pattern FORM =
      Pattern.compile("(0|[1-9][0-9]{0,15}) (0|[1-9][0-9]{0,15}) ([A-Za-z0-9_-]{22}) ([A-Za-z0-9_.-]+)");

  public Leaf {
    if (index < 0 || index > Json.LARGEST_WHOLE || stamp < 0 || stamp > Json.LARGEST_WHOLE) {
      throw new IllegalArgumentException("index and stamp must be whole numbers from 0: " + index + ", " + stamp);
    }
  }

  /** The bytes that the tree is made over. */
  public byte[] bytes() {
    return (index + " " + stamp + " " + keeper.value() + " " + entry.jws()).getBytes(US_ASCII);
  }

  /** Reads one leaf; like {@link SignedEntry#read} it leaves the signature for later. */
  public static Leaf read(byte[] bytes) throws Malformed {
    if (bytes.length > LONGEST) {
      throw new Malformed("", bytes.length + " bytes; a leaf has at most " + LONGEST);
    }
    Matcher matcher = FORM.matcher(new String(bytes, ISO_8859_1));
    if (!matcher.matches()) {
      throw new Malformed("", "expected \"index stamp keeper entry\" with single spaces");
    }
    SignedEntry entry = entry(matcher.group(4));
    try {
      long index = Long.parseLong(matcher.group(1));
      long stamp = Long.parseLong(matcher.group(2));
      return new Leaf(index, stamp, new KeyId(matcher.group(3)), entry);
    } catch (IllegalArgumentException e) {
      throw new Malformed("", String.valueOf(e.getMessage()));
    }
  }

  private static SignedEntry entry(String jws) throws Malformed {
    try {
      return SignedEntry.read(jws);
    } catch (Malformed e) {
      throw e.within("entry");
    }
  }

  /** The leaf's hash in the tree (RFC 6962, section 2.1). */
  public Hash leafHash() {
    return Hash.wrap(Proofs.leaf(bytes()));
  }
}
