package homeward.problem;

import homeward.json.Shape;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Whom one side holds and what is agreed and possible: everything a plan is made from, but the policy. The other side has
 * a problem of its own; the two know of each other only the numbers that were agreed, and whom each asks for.
 *
 * @param homeward {@link #FORMAT}
 * @param days in the order in which they come
 * @param returnedUnits units to which somebody has returned before
 * @param people in any order
 */
public record Problem(
    String homeward,
    List<Day> days,
    List<Route> routes,
    List<Site> sites,
    Optional<List<String>> returnedUnits,
    List<Person> people) {

  /** The name of the format. */
  public static final String FORMAT = "tranches/1";

  /** More people than this are refused: plans for more were never tried. */
  public static final int MOST_PEOPLE = 200_000;

  static final Shape<Problem> SHAPE = Shape.of(Problem.class);
  private static final Shape<Person> PERSON = Shape.of(Person.class);
  /** In a text a quotation mark is escaped, so this stands in the form of a problem once. */
  private static final String NOBODY = "\"people\":[]";

  /**
   * SHA-256 over the canonical form, in small hexadecimal letters: the same problem has the same hash everywhere. People are
   * written one by one, since the form of 100,000 at once takes more memory than their plan.
   */
  public String hash() {
    String form = new String(SHAPE.write(new Problem(homeward, days, routes, sites, returnedUnits, List.of())).canonical(), StandardCharsets.UTF_8);
    int at = form.indexOf(NOBODY) + NOBODY.length() - 1;
    MessageDigest digest = sha256();
    digest.update(form.substring(0, at).getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < people.size(); i++) {
      if (i > 0) {
        digest.update((byte) ',');
      }
      digest.update(PERSON.canonical(people.get(i)));
    }
    digest.update(form.substring(at).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The same with its people changed one by one. */
  public Problem withPeople(UnaryOperator<Person> change) {
    return new Problem(homeward, days, routes, sites, returnedUnits, people.stream().map(change).toList());
  }

  /**
   * The same when the other side asks for these, and for nobody else. Whom it names and this side does not have is left out: nobody of
   * this side's problem can be asked about by a reference that it does not know.
   */
  public Problem asked(Submission request) {
    Set<String> people = request.people();
    return withPeople(person -> person.withAsked(people.contains(person.ref())));
  }

  /** The same with other days. */
  public Problem withDays(UnaryOperator<Day> change) {
    return new Problem(homeward, days.stream().map(change).toList(), routes, sites, returnedUnits, people);
  }

  /** The same with other routes. */
  public Problem withRoutes(UnaryOperator<Route> change) {
    return new Problem(homeward, days, routes.stream().map(change).toList(), sites, returnedUnits, people);
  }

  /** The same with other sites. */
  public Problem withSites(UnaryOperator<Site> change) {
    return new Problem(homeward, days, routes, sites.stream().map(change).toList(), returnedUnits, people);
  }

  /** People by their references. */
  public Map<String, Person> byRef() {
    return people.stream().collect(Collectors.toMap(Person::ref, person -> person));
  }

  static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
