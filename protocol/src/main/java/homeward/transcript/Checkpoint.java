package homeward.transcript;

import homeward.json.Json;
import homeward.json.Malformed;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A state of one log: the body of a C2SP tlog-checkpoint without extension lines.
 *
 * @param origin which log: 1 to 200 printable ASCII characters without spaces
 * @param size number of leaves
 * @param root over these leaves
 */
public record Checkpoint(String origin, long size, Hash root) {
  private static final Pattern ORIGIN = Pattern.compile("[!-~]{1,200}");
  private static final Pattern FORM =
      Pattern.compile("([!-~]{1,200})\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/]{43}=)\n");

  public Checkpoint {
    if (!ORIGIN.matcher(origin).matches()) {
      throw new IllegalArgumentException("an origin must be 1 to 200 printable ASCII characters without spaces");
    }
    if (size < 0 || size > Json.LARGEST_WHOLE || (size == 0) != root.equals(Hash.EMPTY)) {
      throw new IllegalArgumentException("no tree of " + size + " leaves has the root " + root);
    }
  }

  /** Three lines: origin, size, root in standard base64. */
  public String text() {
    return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root.bytes()) + "\n";
  }

  /** Reads {@link #text}. */
  public static Checkpoint read(String text) throws Malformed {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new Malformed("checkpoint", "expected three lines: origin, size and root in base64");
    }
    try {
      String root = matcher.group(3).substring(0, 43).replace('+', '-').replace('/', '_');
      return new Checkpoint(matcher.group(1), Long.parseLong(matcher.group(2)), new Hash(root));
    } catch (IllegalArgumentException e) {
      throw new Malformed("checkpoint", String.valueOf(e.getMessage()));
    }
  }
}
