package homeward.server.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import homeward.exchange.Digest;
import homeward.exchange.PartyId;
import homeward.register.Column;
import homeward.register.PeopleFile.Kind;
import homeward.register.Person;
import homeward.server.delegations.NotAllowed;
import homeward.server.delegations.Role;
import homeward.server.delegations.Viewer;
import homeward.server.disclosure.Disclosure.Bulk;
import homeward.server.disclosure.Disclosure.Cleared;
import homeward.server.disclosure.Disclosure.Clearing;
import homeward.server.disclosure.Disclosure.Leaving;
import homeward.server.lists.Sources;
import homeward.server.register.Bureau;
import homeward.server.register.Filter;
import homeward.server.register.Group;
import homeward.server.register.Register;
import homeward.server.register.Statement.Standing;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DisclosureTest {
  private static final Viewer REGISTRAR = Bureau.viewer("reg-1", Role.REGISTRAR);
  private static final Viewer SECURITY = Bureau.viewer("sec-1", Role.SECURITY);
  private static final Viewer DELEGATE = Bureau.viewer("del-1", Role.DELEGATE);
  private static final Viewer BOTH = Bureau.viewer("both", Role.REGISTRAR, Role.SECURITY);
  private static final PartyId OTHER_SIDE = new PartyId("hFahswzSrs696cj-D9jDe_");
  private static final Digest DIGEST = new Digest("xcuLHwF0zSsLD1vskkmSdvvu2SGBXpufs5uSRyr1rpI");
  private static final String HEADER = "id,surname,given_name,birth_date,rank,category,health,status,remarks\n";
  private Disclosure disclosure = Bureau.room(Disclosure.class);

  @BeforeEach
  void emptyRegisters() {
    disclosure = Bureau.empty(Disclosure.class);
    Bureau.bring(Kind.HELD, HEADER + "1,Ткачук,Ірина,1990-05-01,private,military,seriously_wounded,held,source: a cousin\n2,Нижник,Олег,1985,,military,well,held,\n");
  }

  private static String code() {
    return Bureau.code(Kind.HELD, "Ткачук");
  }

  private void clear(Viewer by, Agency agency, Group... groups) {
    assertThat(disclosure.clear(by, agency, code(), 1, EnumSet.copyOf(List.of(groups))).cleared()).isEqualTo(groups.length);
  }

  private List<Cleared> cleared() {
    return disclosure.cleared(DELEGATE, List.of(code(), Bureau.code(Kind.HELD, "Нижник")));
  }

  @Test
  void nothingIsClearedByDefault() {
    assertThat(cleared()).isEmpty();
    assertThat(disclosure.clearedNames(DELEGATE)).isEmpty();
  }

  @Test
  void oneAgencyAloneClearsNothing() {
    clear(REGISTRAR, Agency.REGISTRAR, Group.NAME);

    assertThat(cleared()).isEmpty();
  }

  @Test
  void exactlyTheClearedFieldsOfExactlyTheClearedPeopleComeOut() {
    clear(REGISTRAR, Agency.REGISTRAR, Group.NAME, Group.BIRTH);
    clear(SECURITY, Agency.SECURITY, Group.NAME, Group.SERVICE);

    assertThat(cleared()).singleElement().satisfies(one -> {
      assertThat(one.code()).isEqualTo(code());
      assertThat(one.groups()).containsExactly(Group.NAME);
      assertThat(one.fields()).isEqualTo(Map.of(Column.ID, "1", Column.SURNAME, "Ткачук", Column.GIVEN_NAME, "Ірина"));
    });
  }

  @Test
  void oneAccountWithBothDutiesDoesNotClearTwice() {
    clear(BOTH, Agency.REGISTRAR, Group.NAME);

    assertThat(disclosure.clear(BOTH, Agency.SECURITY, code(), 1, Set.of(Group.NAME))).isEqualTo(new Clearing(0, 0, 1));
    assertThat(cleared()).isEmpty();
    clear(SECURITY, Agency.SECURITY, Group.NAME);
    assertThat(cleared()).hasSize(1);
  }

  @Test
  void nobodyClearsForAnAgencyThatIsNotTheirs() {
    assertThatThrownBy(() -> disclosure.clear(REGISTRAR, Agency.SECURITY, code(), 1, Set.of(Group.NAME))).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> disclosure.revoke(DELEGATE, Agency.REGISTRAR, code(), Group.NAME)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> disclosure.cleared(SECURITY, List.of(code()))).isInstanceOf(NotAllowed.class);
  }

  @Test
  void aChangeOfTheFieldsEndsTheirClearanceAndNoOther() {
    clear(REGISTRAR, Agency.REGISTRAR, Group.NAME, Group.SERVICE);
    clear(SECURITY, Agency.SECURITY, Group.NAME, Group.SERVICE);
    Bureau.room(Register.class).save(REGISTRAR, code(), 1, Map.of(Column.RANK, "sergeant"), Standing.DOCUMENT, "Military book");

    assertThat(cleared()).singleElement().extracting(Cleared::groups).isEqualTo(Set.of(Group.NAME));
  }

  @Test
  void whoSawAnOlderVersionClearsNothingThatHasChangedSince() {
    Bureau.room(Register.class).save(REGISTRAR, code(), 1, Map.of(Column.RANK, "sergeant"), Standing.DOCUMENT, "Military book");
    disclosure.clear(REGISTRAR, Agency.REGISTRAR, code(), 1, Set.of(Group.SERVICE));
    disclosure.clear(SECURITY, Agency.SECURITY, code(), 1, Set.of(Group.SERVICE));

    assertThat(cleared()).isEmpty();
  }

  @Test
  void aClearanceCanBeTakenBackUntilItHasLeft() {
    clear(REGISTRAR, Agency.REGISTRAR, Group.NAME, Group.BIRTH);
    clear(SECURITY, Agency.SECURITY, Group.NAME, Group.BIRTH);
    assertThat(disclosure.revoke(SECURITY, Agency.SECURITY, code(), Group.BIRTH)).isTrue();
    List<Cleared> what = cleared();
    assertThat(disclosure.left(DELEGATE, what, OTHER_SIDE, DIGEST)).isEqualTo(new Leaving.Left(1));

    assertThat(disclosure.revoke(SECURITY, Agency.SECURITY, code(), Group.NAME)).isFalse();
    assertThat(cleared()).hasSize(1);
  }

  @Test
  void whatLeftStandsOnTheFile() {
    clear(REGISTRAR, Agency.REGISTRAR, Group.NAME);
    clear(SECURITY, Agency.SECURITY, Group.NAME);
    disclosure.left(DELEGATE, cleared(), OTHER_SIDE, DIGEST);

    assertThat(disclosure.person(REGISTRAR, code()).orElseThrow().left()).singleElement().satisfies(left -> {
      assertThat(left.group()).isEqualTo(Group.NAME);
      assertThat(left.recipient()).isEqualTo(OTHER_SIDE.value());
      assertThat(left.digest()).isEqualTo(DIGEST.value());
      assertThat(left.account()).isEqualTo("del-1");
      assertThat(left.version()).isEqualTo(1);
    });
  }

  @Test
  void whatIsNotClearedNowDoesNotLeave() {
    clear(REGISTRAR, Agency.REGISTRAR, Group.NAME);
    clear(SECURITY, Agency.SECURITY, Group.NAME);
    List<Cleared> what = cleared();
    disclosure.revoke(REGISTRAR, Agency.REGISTRAR, code(), Group.NAME);

    assertThat(disclosure.left(DELEGATE, what, OTHER_SIDE, DIGEST)).isEqualTo(new Leaving.NotCleared(List.of(code())));
    Cleared more = new Cleared(code(), 1, Set.of(Group.REMARKS), Map.of(Column.REMARKS, "source: a cousin"));
    assertThat(disclosure.left(DELEGATE, List.of(more), OTHER_SIDE, DIGEST)).isInstanceOf(Leaving.NotCleared.class);
    assertThat(disclosure.person(REGISTRAR, code()).orElseThrow().left()).isEmpty();
  }

  @Test
  void aListIsClearedOnlyWithTheCountThatWasShown() {
    Filter everybody = Filter.everybody(Kind.HELD);

    assertThat(disclosure.clear(REGISTRAR, Agency.REGISTRAR, everybody, 3, Set.of(Group.NAME))).isEqualTo(new Bulk.OtherCount(2));
    assertThat(disclosure.clear(REGISTRAR, Agency.REGISTRAR, everybody, 2, Set.of(Group.NAME, Group.BIRTH)))
        .isEqualTo(new Bulk.Done(2, new Clearing(4, 0, 0)));
    assertThat(disclosure.overview(SECURITY).waiting()).isEqualTo(Map.of(Group.NAME, 2, Group.BIRTH, 2));
    assertThat(disclosure.clearWaiting(SECURITY, Agency.SECURITY, Group.NAME, 1)).isEqualTo(new Bulk.OtherCount(2));
    assertThat(disclosure.clearWaiting(SECURITY, Agency.SECURITY, Group.NAME, 2)).isEqualTo(new Bulk.Done(2, new Clearing(2, 0, 0)));
    assertThat(disclosure.clearedNames(DELEGATE)).hasSize(2).allSatisfy(one -> assertThat(one.groups()).containsExactly(Group.NAME));
    assertThat(disclosure.overview(SECURITY).registrar()).isEqualTo(Map.of(Group.NAME, 2L, Group.BIRTH, 2L));
  }

  @Test
  void aReadOfWhatIsClearedIsRecorded() {
    clear(REGISTRAR, Agency.REGISTRAR, Group.NAME);
    clear(SECURITY, Agency.SECURITY, Group.NAME);
    cleared();

    assertThat(Bureau.sql().sql("select account || ' ' || fields from person_read where face = 'disclosure.cleared'").query(String.class).single())
        .isEqualTo("del-1 person.name");
  }

  @Test
  void listsGetTheClearedFieldsUnderTheCodeAndNothingElse() {
    Sources sources = Bureau.room(Sources.class);
    clear(REGISTRAR, Agency.REGISTRAR, Group.NAME, Group.CAPTIVITY);
    clear(SECURITY, Agency.SECURITY, Group.NAME, Group.CAPTIVITY);

    Person person = sources.cleared(DELEGATE).getFirst();
    assertThat(person.id()).isEqualTo(code());
    assertThat(person.name().surname()).isEqualTo("Ткачук");
    assertThat(person.category()).isEqualTo("military");
    assertThat(person.birthDate().text()).isEmpty();
    assertThat(person.remarks()).isEmpty();
    sources.left(DELEGATE, List.of(code()), OTHER_SIDE, DIGEST);
    assertThat(disclosure.person(DELEGATE, code()).orElseThrow().left()).hasSize(2);
    disclosure.revoke(REGISTRAR, Agency.REGISTRAR, code(), Group.NAME);
    assertThat(sources.left(DELEGATE, List.of(Bureau.code(Kind.HELD, "Нижник")), OTHER_SIDE, DIGEST)).isFalse();
  }
}
