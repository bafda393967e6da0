package homeward.exchange;

/** A party to an exchange: an opaque code, drawn at random, so that no name of a side stands in the log. */
public record PartyId(String value) implements Comparable<PartyId> {
  public PartyId {
    Codes.requireOpaque(value, "a party's id");
  }

  @Override
  public int compareTo(PartyId other) {
    return value.compareTo(other.value);
  }
}
