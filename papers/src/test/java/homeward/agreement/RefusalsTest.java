package homeward.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever cannot be carried out is refused, with its place and its cure. */
class RefusalsTest {
  static Stream<RefusalCase> cases() {
    return RefusalCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void itIsRefusedWithItsPlaceAndItsReason(RefusalCase refused) {
    assertThat(Samples.refused(refused.text()))
        .containsExactly(new Reading.Problem("test.json", refused.line(), refused.path(), refused.fault()));
  }

  @Test
  void theSmallOneThatTheCasesSpoilIsRead() {
    assertThat(Samples.read(Samples.SMALL).exchange()).isEqualTo("spring");
  }

  @Test
  void everyReasonHasItsCase() {
    Set<Class<?>> shown = RefusalCase.all().map(refused -> refused.fault().getClass()).collect(Collectors.toSet());
    List<Class<?>> all = Stream.of(Fault.OfForm.class, Fault.OfMeaning.class)
        .flatMap(kind -> Arrays.stream(kind.getPermittedSubclasses()))
        .toList();
    assertThat(all).hasSizeGreaterThan(30)
        .allMatch(reason -> shown.contains(reason) || reason == Fault.NotReadable.class || reason == Fault.FileTooLarge.class);
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    String text = Samples.with("\"exchange\": \"spring\"", "\"exchange\": \"Spring time\", \"peple\": 2")
        .replace("2025-05-16", "2025-02-30")
        .replace("2025-05-24", "tomorrow");
    assertThat(Samples.refused(text)).extracting(Reading.Problem::path)
        .containsExactlyInAnyOrder("peple", "exchange", "agreedOn", "tranches[2].day");
  }

  /** What is wrong with a category is not said again of every tranche that names it. */
  @Test
  void aWrongDefinitionDoesNotMultiply() {
    assertThat(Samples.refused(Samples.with("\"code\": \"civilian\"", "\"code\": \"Civil persons\"")))
        .extracting(Reading.Problem::path)
        .containsExactly("categories[2].code");
  }

  @Test
  void somethingElseInPlaceOfATrancheIsOneProblem() {
    assertThat(Samples.refused(Samples.with("\"tranches\": [", "\"tranches\": [\"23 May\",")))
        .extracting(Reading.Problem::fault)
        .containsExactly(new Fault.Unlike("an object in braces { }", "text in quotation marks"));
  }

  @Test
  void aMessageNamesFileLineAndPlace() {
    assertThat(Samples.refused(Samples.with("230}}", "-1}}")).getFirst().inWords())
        .isEqualTo("test.json, line 15, tranches[1].returns.B.military: -1 is too small: write a number from 0 to 1000000");
  }

  @Test
  void aMessageCarriesNothingThatATerminalObeys() {
    Reading.Problem problem = Samples.refused(Samples.with("\"place\"", "\"pl\\u001b[2Jace\"")).getFirst();
    assertThat(problem.inWords()).doesNotContain("\u001b");
    assertThat(problem.line()).isEqualTo(12);
  }

  @Test
  void aNameGivenTwiceIsRefused() {
    assertThat(Samples.refused(Samples.with("\"exchange\": \"spring\",", "\"exchange\": \"spring\", \"exchange\": \"may\",")))
        .extracting(Reading.Problem::fault)
        .hasExactlyElementsOfTypes(Fault.NotJson.class);
  }

  @Test
  void fractionsAndNullsAreRefused() {
    assertThat(Samples.refused(Samples.with("230}}", "230.5}}")).getFirst().fault()).isInstanceOf(Fault.NotJson.class);
    assertThat(Samples.refused(Samples.with("230}}", "null}}")).getFirst().fault()).isInstanceOf(Fault.NotJson.class);
  }

  @Test
  void anotherEncodingIsRefused() {
    byte[] latin = Samples.with("Everybody else.", "\u00c9.").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(((Reading.Refused) AgreementFile.read(latin, "test.json")).problems().getFirst().fault())
        .isInstanceOf(Fault.NotJson.class);
  }

  @Test
  void everyBeginningOfAFileIsRefused() {
    byte[] whole = Samples.SMALL.strip().getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length; length++) {
      assertThat(AgreementFile.read(Arrays.copyOf(whole, length), "test.json")).isInstanceOf(Reading.Refused.class);
    }
  }

  @Test
  void whatCannotBeOpenedIsAProblemLikeAnyOther(@TempDir Path place) throws IOException {
    assertThat(fault(place.resolve("none.json"))).isEqualTo(new Fault.NotReadable("there is no such file"));
    assertThat(fault(place)).isEqualTo(new Fault.NotReadable("this is not a file"));
    Path large = Files.write(place.resolve("large.json"), new byte[1_000_001]);
    assertThat(fault(large)).isEqualTo(new Fault.FileTooLarge(1_000_001, 1_000_000));
  }

  @Test
  void aFileIsReadAsItsBytesAre(@TempDir Path place) throws IOException {
    Path file = Files.writeString(place.resolve("spring.json"), Samples.SMALL);
    assertThat(AgreementFile.read(file)).isEqualTo(new Reading.Read(Samples.read(Samples.SMALL)));
  }

  private static Fault fault(Path file) {
    return ((Reading.Refused) AgreementFile.read(file)).problems().getFirst().fault();
  }
}
