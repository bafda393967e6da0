package homeward.exchange;

/**
 * One person, opaque. A held reference ({@code H…}) is minted by the detaining side, an arrival reference ({@code A…}) by
 * whoever received somebody unlisted: a letter and 21 random characters of base64url (126 bits). Which person of the
 * home side's own register it is stays in sealed attachments and inside the nodes.
 */
public record Ref(String value) implements Comparable<Ref> {
  public Ref {
    Codes.require(Codes.REF, value, "H or A and 21 characters of base64url");
  }

  /** Whether it names somebody who arrived without standing on any list. */
  public boolean isArrival() {
    return value.charAt(0) == 'A';
  }

  @Override
  public int compareTo(Ref other) {
    return value.compareTo(other.value);
  }
}
