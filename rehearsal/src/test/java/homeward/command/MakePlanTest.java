package homeward.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person gets from {@code ./homeward generate problem} and {@code ./homeward plan}, with good files and with bad ones. */
class MakePlanTest {
  private static final String POLICY = """
      {"homeward": "policy/1", "name": "spring", "version": 1, "order": [
        {"wish": "SERIOUSLY_WOUNDED"}, {"wish": "SICK"}, {"wish": "LONGEST_HELD", "months": 6}, {"wish": "FEWEST_SITES"}]}
      """;

  @TempDir private Path place = Path.of("");
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  @BeforeEach
  void inventAProblem() throws Exception {
    Files.writeString(place.resolve("policy.json"), POLICY);
    assertThat(run("generate", "problem", "--people", "100", "--seed", "3", "--out", file("problem.json"))).as(err.toString()).isZero();
  }

  private String file(String name) {
    return place.resolve(name).toString();
  }

  private int run(String... words) {
    out = new StringWriter();
    err = new StringWriter();
    return Main.run(List.of(words), new PrintWriter(out, true), new PrintWriter(err, true));
  }

  private int plan(String... options) {
    List<String> words = new ArrayList<>(List.of("plan", file("problem.json"), "--policy", file("policy.json")));
    words.addAll(List.of(options));
    return run(words.toArray(String[]::new));
  }

  private String refWith(String text) throws Exception {
    return Pattern.compile("\"ref\": \"([^\"]+)\"(?=[^}]*" + text + ")").matcher(Files.readString(place.resolve("problem.json"))).results()
        .findFirst().orElseThrow().group(1);
  }

  @Test
  void aPlanTellsEachWishAndIsKept() throws Exception {
    assertThat(plan("--out", file("plan.json"), "--submit", file("submission.json"))).as(err.toString()).isZero();
    assertThat(out.toString()).contains("day-1: {civilian=6, military=13} from", "seriously wounded people: ", ", proven").doesNotContain("NOT PROVEN");
    assertThat(Files.readString(place.resolve("plan.json"))).contains("\"homeward\": \"plan/1\"", "\"engine\": \"HiGHS 1.12.0\"");
    assertThat(Files.readString(place.resolve("submission.json"))).contains("\"homeward\": \"submission/1\"").doesNotContain("SICK", "wish", "lot");
  }

  @Test
  void aPlanIsCheckedAndComesAgain() throws Exception {
    plan("--out", file("plan.json"));
    assertThat(plan("--check", file("plan.json"), "--replay")).as(out.toString()).isZero();
    assertThat(out.toString()).contains("It keeps every rule", "Planned anew, the list is the same.");
    Files.writeString(place.resolve("policy.json"), POLICY.replace("\"version\": 1", "\"version\": 2"));
    assertThat(plan("--check", file("plan.json"))).isEqualTo(Exit.NO.code());
    assertThat(out.toString()).contains("The policy is NOT the one it was made from.");
    String plan = Files.readString(place.resolve("plan.json"));
    Files.writeString(place.resolve("plan.json"), plan.replaceFirst("(\"wish\": \"SICK\",\\s*\"value\": )", "$19"));
    assertThat(plan("--check", file("plan.json"))).isEqualTo(Exit.NO.code());
    assertThat(out.toString()).contains("STATED_VALUES: SICK is stated as");
  }

  @Test
  void whomTheOtherSideAsksForComesFirstWhereThePolicySaysSo() throws Exception {
    plan("--submit", file("request.json"));
    Files.writeString(place.resolve("policy.json"), POLICY.replace("{\"wish\": \"SERIOUSLY_WOUNDED\"}", "{\"wish\": \"ASKED\"}"));
    assertThat(plan("--asked", file("request.json"), "--submit", file("answer.json"), "--out", file("plan.json"))).as(err.toString()).isZero();
    assertThat(references("answer.json")).isEqualTo(references("request.json"));
    assertThat(out.toString()).contains("people the other side asked for: " + references("request.json").size());
    assertThat(plan("--asked", file("request.json"), "--check", file("plan.json"), "--replay")).as(out.toString()).isZero();

    Files.writeString(place.resolve("policy.json"), POLICY);
    plan("--asked", file("request.json"));
    assertThat(err.toString()).contains("The policy has no wish ASKED");
    assertThat(plan("--asked", file("problem.json"))).isEqualTo(Exit.INPUT_REFUSED.code());
  }

  private SortedSet<String> references(String name) throws Exception {
    return Pattern.compile("\"([0-9a-f]{12})\"").matcher(Files.readString(place.resolve(name))).results().map(hit -> hit.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void aPersonWhoFellOutIsReplaced() throws Exception {
    plan("--out", file("plan.json"));
    String problem = Files.readString(place.resolve("problem.json"));
    String first = Pattern.compile("\"([0-9a-f]{12})\"").matcher(Files.readString(place.resolve("plan.json"))).results().map(hit -> hit.group(1))
        .filter(ref -> !problem.replaceAll("(?s)^.*" + ref, "").replaceAll("(?s)}.*$", "").matches("(?s).*(mustGo|group).*")).findFirst().orElseThrow();
    assertThat(plan("--adjust", file("plan.json"), "--out-ref", first, "--out", file("plan2.json"), "--why", first)).as(err.toString()).isZero();
    assertThat(out.toString()).contains(first + " does not go", "people who go differently", "was taken out by hand");
    assertThat(plan("--check", file("plan2.json"), "--adjust", file("plan.json"), "--replay")).as(out.toString()).isZero();
    assertThat(plan("--check", file("plan2.json"))).isEqualTo(Exit.NOT_UNDERSTOOD.code());
  }

  @Test
  void whoCannotGoIsToldWhyAndWhatWouldHaveToChange() throws Exception {
    String ref = refWith("\"cannotGo\": \"DECLINED\"");
    assertThat(plan("--why", ref)).as(err.toString()).isZero();
    assertThat(out.toString()).contains(ref + " does not go:", "does not wish to travel", "so that " + ref + " goes:", "would have to be able to go");
  }

  @Test
  void oneMoreSiteHasItsWorthInWords() {
    assertThat(plan("--more", "sites:day-1")).as(err.toString()).isZero();
    assertThat(out.toString()).contains("with one more, sites:day-1:");
    assertThat(plan("--more", "sites:never")).isEqualTo(Exit.NOT_UNDERSTOOD.code());
  }

  @Test
  void aProblemWithoutAPlanNamesWhatClashes() throws Exception {
    String problem = Files.readString(place.resolve("problem.json"));
    Files.writeString(place.resolve("problem.json"), problem.replaceAll("\"sites\": \\d+,", "\"sites\": 0,"));
    assertThat(plan()).isEqualTo(Exit.NO.code());
    assertThat(out.toString()).contains("These rules cannot all be kept", "at most 0 sites can be opened on day day-1");
  }

  @Test
  void theBenchTellsFiguresListsAndWhatTwoProblemsCost() {
    assertThat(run("bench", "tranches", "--people", "40", "--seeds", "1")).as(err.toString()).isZero();
    assertThat(out.toString()).contains("40: first 4 wishes", "40: a pin", "all proven");
    assertThat(run("bench", "tranches", "--people", "40", "--seeds", "2", "--lists")).isZero();
    assertThat(out.toString().lines()).hasSize(2).allMatch(line -> line.matches("40 [12] [0-9a-f]{64}"));
    assertThat(run("bench", "tranches", "--people", "40", "--seeds", "1", "--joint")).isZero();
    assertThat(out.toString()).contains("seed 1, joint: ", "seed 1, round 1: ");
    assertThat(run("bench", "tranches", "--people", "3")).isEqualTo(Exit.NOT_UNDERSTOOD.code());
  }

  @Test
  void badInputIsRefusedWithItsCure() throws Exception {
    assertThat(plan("--in", "somebody")).isEqualTo(Exit.NOT_UNDERSTOOD.code());
    assertThat(plan("--nodes", "0")).isEqualTo(Exit.NOT_UNDERSTOOD.code());
    assertThat(plan("--adjust", file("none.json"))).isEqualTo(Exit.INPUT_REFUSED.code());
    assertThat(err.toString()).contains("none.json: it cannot be opened");
    Files.writeString(place.resolve("policy.json"), POLICY.replace("SICK", "RICH"));
    assertThat(plan()).isEqualTo(Exit.INPUT_REFUSED.code());
    assertThat(err.toString()).contains("policy.json: order[1].wish", "UNITS_WITHOUT_RETURN");
    assertThat(run("generate", "problem", "--people", "1000000", "--out", file("large.json"))).isEqualTo(Exit.NOT_UNDERSTOOD.code());
    assertThat(run("generate", "problem", "--out", file("problem.json"))).isEqualTo(Exit.NOT_UNDERSTOOD.code());
    assertThat(err.toString()).contains("is there already");
  }
}
