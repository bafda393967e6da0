package homeward.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.recognition.Suggestion.Why;
import homeward.register.PeopleFile;
import homeward.register.PeopleFile.Kind;
import homeward.register.Person;
import homeward.register.Person.Status;
import homeward.register.Reading;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SuggestionTest {
  private static final String HEADER = "id,surname,given_name,patronymic,birth_date,sex,rank,unit,birth_place,category,status\n";
  private static final String OFFERED = HEADER
      + "H1,Lukianchuk,Sergei,,1990-03-04,M,private,95,Vilkhohai,military,held\n"
      + "H2,Перетятько,Роман,Остапович,1988-11-21,M,сержант,12 омбр,Тихоплес,military,held\n"
      + "H3,Перетятько,Роман,,1988-11-21,M,сержант,12 омбр,,military,held\n"
      + "H4,Yaremchuk,Oksana,Ivanivna,1979-01-30,F,,,Dubove,military,held\n"
      + "H5,Жданович,Тарас,Ілліч,1966-06-06,M,,,Заріччя,military,held\n";
  private static final String SOUGHT = HEADER
      + "S1,Лук'янчук,Сергій,Миколайович,1990-03-04,M,солдат,95 омбр,Вільхогай,military,exchanged\n"
      + "S2,Перетятько,Роман,Остапович,1988-11-21,M,сержант,12 омбр,Тихоплес,military,missing\n"
      + "S3,Яремчук,Оксана,Іванівна,1979-01-30,F,,,Дубове,civilian,sought\n";

  private static List<Person> people(String text, Kind kind) {
    return ((Reading.Read) PeopleFile.read(text.getBytes(StandardCharsets.UTF_8), "people.csv", kind)).people();
  }

  private static Map<String, Suggestion> suggestions() {
    return Suggestion.of(people(SOUGHT, Kind.SOUGHT), people(OFFERED, Kind.HELD));
  }

  private static Suggestion about(String id) {
    return Objects.requireNonNull(suggestions().get(id));
  }

  @Test
  void whoIsSoughtInAnotherScriptAndKnownToBeExchangedIsKnown() {
    assertThat(about("H1").why()).isEqualTo(Why.KNOWN_GONE);
    assertThat(about("H1").sought()).map(Person::id).contains("S1");
  }

  @Test
  void whoRepeatsAnEarlierRowIsARepeatAndDoesNotHideTheEarlierOne() {
    assertThat(about("H3").why()).isEqualTo(Why.REPEATED);
    assertThat(about("H2").sought()).map(Person::id).contains("S2");
    assertThat(about("H2").why()).isEqualTo(Why.ACCEPT);
  }

  @Test
  void anotherCategoryIsNamed() {
    assertThat(about("H4").why()).isEqualTo(Why.CATEGORY_DIFFERS);
  }

  @Test
  void nobodyIsRefusedForBeingUnknown() {
    assertThat(about("H5")).isEqualTo(new Suggestion(Why.ACCEPT, java.util.Optional.empty()));
    assertThat(Suggestion.of(List.of(), people(OFFERED, Kind.HELD)).get("H5")).isEqualTo(about("H5"));
    assertThat(Suggestion.of(people(SOUGHT, Kind.SOUGHT), List.of())).isEmpty();
  }

  @Test
  void theOrderOfThoseSoughtChangesNothing() {
    List<Person> turned = new ArrayList<>(people(SOUGHT, Kind.SOUGHT)).reversed();
    assertThat(Suggestion.of(turned, people(OFFERED, Kind.HELD))).isEqualTo(suggestions());
  }

  @Test
  void whatIsKnownOfThePersonDecidesBeforeTheCategory() {
    assertThat(Suggestion.why("military", Status.DIED, "civilian")).isEqualTo(Why.KNOWN_GONE);
    assertThat(Suggestion.why("military", Status.MISSING, "civilian")).isEqualTo(Why.CATEGORY_DIFFERS);
    assertThat(Suggestion.why("military", Status.MISSING, "")).isEqualTo(Why.ACCEPT);
  }
}
