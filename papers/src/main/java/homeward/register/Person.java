package homeward.register;

/**
 * One row of a file of people: what somebody says about a person sought or held (GC III 122, GC IV 138).
 * A text that was not given is empty; nothing but the id is ever required, because a prisoner who cannot state an
 * identity is a prisoner all the same (GC III 17).
 *
 * @param id names the row within its file and means nothing elsewhere
 * @param remarks free text, never interpreted
 */
public record Person(
    String id,
    Name name,
    PartialDate birthDate,
    Sex sex,
    Particulars particulars,
    Captivity captivity,
    String remarks) {

  /** A word of a closed list, as it stands in the file. */
  public sealed interface Word {
    /** The word; empty for "not given". */
    String word();
  }

  /** A name as written in the file, in whatever script and spelling. */
  public record Name(String surname, String givenName, String patronymic) {}

  /** What else tells one person from another. */
  public record Particulars(
      String rank,
      String unit,
      String serviceNumber,
      String birthPlace,
      String fatherGivenName,
      String motherMaidenName,
      String powerOfOrigin) {}

  /**
   * How the person came to be held and how they are.
   *
   * @param category in the words of the agreement, exact in case; empty when it was not given
   */
  public record Captivity(
      String capturePlace, PartialDate captureDate, Seen seen, String category, Health health, Status status) {}

  /** Where and when somebody last saw the person held. */
  public record Seen(String place, PartialDate date) {
    /** By nobody, as far as is told. */
    public static final Seen NEVER = new Seen("", new PartialDate.NotKnown());
  }

  /** M, F or not given. */
  public enum Sex implements Word {
    MALE("M"),
    FEMALE("F"),
    NOT_GIVEN("");

    private final String word;

    Sex(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }
  }

  /** UNKNOWN is what somebody wrote, NOT_GIVEN an empty cell. The seriously wounded go home outside any count (GC III 109). */
  public enum Health implements Word {
    WELL("well"),
    SICK("sick"),
    SERIOUSLY_WOUNDED("seriously_wounded"),
    UNKNOWN("unknown"),
    NOT_GIVEN("");

    private final String word;

    Health(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }
  }

  /** What the file says became of the person; SOUGHT and MISSING stand only in files of people sought. */
  public enum Status implements Word {
    HELD("held"),
    DIED("died"),
    RELEASED("released"),
    EXCHANGED("exchanged"),
    SOUGHT("sought"),
    MISSING("missing"),
    NOT_GIVEN("");

    private final String word;

    Status(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }
  }

  /** The category in the words of the agreement; empty when it was not given. */
  public String category() {
    return captivity.category();
  }

  /** How the person is, as the file says. */
  public Health health() {
    return captivity.health();
  }

  /** What became of the person, as the file says. */
  public Status status() {
    return captivity.status();
  }
}
