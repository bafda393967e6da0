package homeward.agreement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Agreements to rehearse with: those that come with Homeward, and as many invented ones as anybody wants. */
public final class Agreements {
  private static final List<String> NAMES =
      List.of(
          "reference", "unequal", "outside", "debt-first", "debt-later", "one-sided", "silent", "keeper-silent",
          "all-for-all", "equivalents");

  private Agreements() {}

  /** The names of those that come with Homeward. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * One that comes with Homeward. The debt in {@code debt-later} cites a closing balance that is still to come: see
   * {@link Agreement#citing}.
   *
   * @throws IllegalArgumentException for a name that is not among the {@link #names}
   */
  public static Agreement named(String name) {
    return switch (AgreementFile.read(file(name), name + ".json")) {
      case Reading.Read(Agreement agreement) -> agreement;
      case Reading.Refused(List<Reading.Problem> problems) ->
          throw new IllegalStateException("our own agreement is refused: " + problems.getFirst().inWords());
    };
  }

  /** The file of one that comes with Homeward: a beginning for somebody's own. */
  public static byte[] file(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException("no agreement of this name comes with Homeward");
    }
    try (InputStream in = Agreements.class.getResourceAsStream(name + ".json")) {
      if (in == null) {
        throw new IllegalStateException(name + ".json is not in the jar");
      }
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * An invented agreement of any shape: equal or not, all for all, by weight, with surplus, debts, people outside the
   * count, third parties or none, a side on paper. At most 39 people of a category return to a side. The same seed gives the
   * same agreement.
   */
  public static Agreement generated(long seed) {
    return new Inventing(seed).agreement();
  }
}
