package homeward.exchange;

import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;

/** The only strings that may stand in an entry: ids, digests and codes. No free text, so no name and no reason (invariant 7). */
final class Codes {
  static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9_-]{22}");
  static final Pattern DIGEST = Pattern.compile("[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]");
  static final Pattern REF = Pattern.compile("[HA][A-Za-z0-9_-]{21}");
  static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]");
  static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");

  /** What an id of a discrepancy is made of: its kind, and the codes, references and digests that it is about. */
  private static final Pattern DISCREPANCY = Pattern.compile("[a-z]+-[A-Za-z0-9_-]{1,120}");

  private Codes() {}

  static void require(Pattern pattern, String value, String what) {
    if (!pattern.matcher(value).matches()) {
      throw new IllegalArgumentException("expected " + what);
    }
  }

  static void requireOpaque(String value, String what) {
    require(OPAQUE, value, what + ", 22 characters of base64url");
  }

  static void requireCode(String value, String what) {
    require(CODE, value, what + ": a code of 1 to 40 small letters, digits, - and _");
  }

  static void requireJourney(String value) {
    requireCode(value, "a journey");
  }

  static void requireJourney(Optional<String> value) {
    value.ifPresent(Codes::requireJourney);
  }

  static void requireCategories(SortedMap<String, ?> byCategory) {
    byCategory.keySet().forEach(code -> requireCode(code, "a category"));
  }

  static void requireDiscrepancy(String value) {
    require(DISCREPANCY, value, "the id of a discrepancy, as it stands in the state");
  }

  static void requireThat(boolean holds, String expected) {
    if (!holds) {
      throw new IllegalArgumentException("expected " + expected);
    }
  }
}
