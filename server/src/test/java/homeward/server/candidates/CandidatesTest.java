package homeward.server.candidates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import homeward.register.Column;
import homeward.register.PeopleFile.Kind;
import homeward.server.candidates.Candidate.Proposal;
import homeward.server.candidates.Ruling.Word;
import homeward.server.delegations.NotAllowed;
import homeward.server.delegations.Role;
import homeward.server.delegations.Viewer;
import homeward.server.register.Browser;
import homeward.server.register.Browser.Page;
import homeward.server.register.Bureau;
import homeward.server.register.Register;
import homeward.server.register.Statement.Standing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** A register with a list that came, on a real database: who is proposed for whom, what people say of it, and what is kept of it. */
class CandidatesTest {
  private static final String HEADER = "id,surname,given_name,patronymic,birth_date,sex,rank,unit,birth_place,category,status\n";
  private static final String SOUGHT = HEADER
      + "1,Лук'янчук,Сергій,Миколайович,1990-03-04,M,солдат,95 омбр,Вільхогай,military,missing\n"
      + "2,Перетятько,Роман,Остапович,1988-11-21,M,сержант,12 омбр,Тихоплес,military,missing\n"
      + "3,Яремчук,Оксана,Іванівна,1979-01-30,F,,,Дубове,civilian,sought\n";
  private static final Viewer REGISTRAR = Bureau.viewer("reg-1", Role.REGISTRAR);
  private static final Viewer DELEGATE = Bureau.viewer("del-1", Role.DELEGATE);
  private static final String LUKIANCHUK = "H1";
  private static final String STRANGER = "H2";

  @BeforeEach
  void aRegisterAndAList() {
    Bureau.THEIRS.set(Optional.empty());
    Bureau.empty(Register.class);
    forget();
    Bureau.bring(Kind.SOUGHT, SOUGHT);
  }

  @AfterEach
  void noListIsLeftForOthers() {
    Bureau.THEIRS.set(Optional.empty());
    comparisons().finish();
  }

  /** What the tests before have left in memory goes when something changes. */
  private static void forget() {
    Bureau.room(TransactionTemplate.class).executeWithoutResult(status -> Bureau.room(Pairs.class).forgetBefore(What.LIST, 0));
  }

  private static Comparisons comparisons() {
    return Bureau.room(Comparisons.class);
  }

  private static Candidates candidates() {
    return Bureau.room(Candidates.class);
  }

  private static Received.Entry entry(String ref, long version, String... texts) {
    Map<Column, String> said = new TreeMap<>(Map.of(Column.SURNAME, texts[0], Column.GIVEN_NAME, texts[1], Column.BIRTH_DATE, texts[2]));
    said.put(Column.RANK, "private");
    said.put(Column.UNIT, "95");
    return new Received.Entry(ref, version, said, false);
  }

  private static void comes(String basis, Received.Entry... entries) {
    SortedMap<String, Received.Entry> list = new TreeMap<>();
    List.of(entries).forEach(entry -> list.put(entry.ref(), entry));
    Bureau.THEIRS.set(Optional.of(new Received.Listed(basis, list)));
    comparisons().finish();
  }

  private static void theirListComes() {
    comes("first", entry(LUKIANCHUK, 1, "Lukianchuk", "Sergei", "1990-03-04"), entry(STRANGER, 1, "Zhdanovych", "Taras", "1966-06-06"));
  }

  private static Candidate ofLukianchuk() {
    return candidates().ofTheirs(DELEGATE).getOrDefault(LUKIANCHUK, Likeliest.NOBODY).best().getFirst();
  }

  private static void rule(Candidate candidate, Word word) {
    assertThat(candidates().rule(DELEGATE, candidate.code(), word, "because", candidate.oneVersion(), candidate.otherVersion()))
        .contains(Candidates.Ruled.KEPT);
  }

  @Test
  void aListIsComparedByItselfOnceItIsHereAndAgainWhenItChanges() {
    theirListComes();
    assertThat(ofLukianchuk().one()).isEqualTo(Bureau.code(Kind.SOUGHT, "Лук'янчук"));
    assertThat(candidates().ofTheirs(DELEGATE)).doesNotContainKey(STRANGER);
    assertThat(comparisons().compared("first")).isTrue();
    assertThat(comparisons().compared("second")).isFalse();

    comes("second", entry(LUKIANCHUK, 2, "Zhdanovych", "Taras", "1966-06-06"), entry(STRANGER, 2, "Peretiatko", "Roman", "1988-11-21"));
    assertThat(candidates().ofTheirs(DELEGATE)).containsOnlyKeys(STRANGER);
    assertThat(comparisons().latest(REGISTRAR)).extracting(Run::state).containsExactly(Run.State.DONE, Run.State.DONE);
  }

  @Test
  void nothingIsComparedWhileNothingHasChanged() {
    theirListComes();
    comparisons().finish();
    assertThat(comparisons().latest(REGISTRAR)).hasSize(1);
  }

  @Test
  void aRejectedPairIsNotOfferedAgainUntilOneOfTheRecordsChanges() {
    theirListComes();
    Candidate candidate = ofLukianchuk();
    rule(candidate, Word.REJECTED);
    assertThat(candidates().ofTheirs(DELEGATE).get(LUKIANCHUK)).isEqualTo(Likeliest.NOBODY);
    comparisons().start(DELEGATE, What.LIST);
    comparisons().finish();
    assertThat(candidates().ofTheirs(DELEGATE).get(LUKIANCHUK)).isEqualTo(Likeliest.NOBODY);

    Bureau.room(Register.class).save(REGISTRAR, candidate.one(), 1, Map.of(Column.RANK, "сержант"), Standing.DOCUMENT, "Military book");
    comparisons().finish();
    assertThat(ofLukianchuk().oneVersion()).isEqualTo(2);
    assertThat(ofLukianchuk().code()).as("a pair keeps its code").isEqualTo(candidate.code());
  }

  @Test
  void whatAPersonAcceptedIsKnownWhateverTheEngineSays() {
    theirListComes();
    rule(ofLukianchuk(), Word.ACCEPTED);
    comes("another", entry(LUKIANCHUK, 2, "Nobody", "Knows", "1940-01-01"));

    Likeliest likeliest = candidates().ofTheirs(DELEGATE).getOrDefault(LUKIANCHUK, Likeliest.NOBODY);
    assertThat(likeliest.known()).map(Candidate::one).contains(Bureau.code(Kind.SOUGHT, "Лук'янчук"));
    assertThat(likeliest.best().getFirst().proposal()).isEqualTo(Proposal.NONE);
  }

  @Test
  void somebodyWhoIsNotSureKeepsAPairFromBeingTakenAsKnown() {
    theirListComes();
    rule(ofLukianchuk(), Word.UNSURE);

    Likeliest likeliest = candidates().ofTheirs(DELEGATE).getOrDefault(LUKIANCHUK, Likeliest.NOBODY);
    assertThat(likeliest.known()).isEmpty();
    assertThat(likeliest.look()).isTrue();
  }

  @Test
  void aRulingOfARecordThatHasChangedIsNotTaken() {
    theirListComes();
    Candidate candidate = ofLukianchuk();
    Bureau.room(Register.class).save(REGISTRAR, candidate.one(), 1, Map.of(Column.RANK, "сержант"), Standing.DOCUMENT, "Military book");

    assertThat(candidates().rule(DELEGATE, candidate.code(), Word.ACCEPTED, "", 1, 1)).contains(Candidates.Ruled.CHANGED_MEANWHILE);
    assertThat(candidates().judge(DELEGATE, candidate.code()).orElseThrow().rulings()).isEmpty();
  }

  @Test
  void peopleEnteredTwiceAreFoundWhenSomebodyAsks() {
    Bureau.bring(Kind.HELD, HEADER + "1,Гаврилюк,Ігор,Петрович,1991-02-03,M,солдат,30 омбр,Заріччя,military,held\n"
        + "2,Havryliuk,Ihor,,1991-02-03,M,private,30,Zarichchia,military,held\n" + "3,Сорока,Лев,Ілліч,1970-07-07,M,,,,civilian,held\n");
    comparisons().finish();
    assertThat(comparisons().latest(REGISTRAR, What.HELD)).isEmpty();
    comparisons().start(REGISTRAR, What.HELD);
    comparisons().finish();

    List<Candidate> found = candidates().wanted(REGISTRAR, What.HELD, Wanted.EVERYTHING, Wanted.Sort.LIKELIEST);
    assertThat(found).hasSize(1);
    assertThat(List.of(found.getFirst().one(), found.getFirst().other()))
        .containsExactlyInAnyOrder(Bureau.code(Kind.HELD, "Гаврилюк"), Bureau.code(Kind.HELD, "Havryliuk"));
  }

  private static final String HELD = HEADER + "1,Гаврилюк,Ігор,Петрович,1991-02-03,M,солдат,30 омбр,Заріччя,military,held\n"
      + "2,Сорока,Лев,Ілліч,1970-07-07,M,,,,civilian,held\n";

  /** As if it were a register of many thousands, which is not compared whole again by itself. */
  private static void asIfItWereLarge() {
    Bureau.sql().sql("update comparison set ones = 50000").update();
  }

  private static List<Candidate> twice() {
    return candidates().wanted(REGISTRAR, What.HELD, Wanted.EVERYTHING, Wanted.Sort.LIKELIEST);
  }

  @Test
  void ofALargeRegisterWhatHasChangedIsComparedAgainByItself() {
    Bureau.bring(Kind.HELD, HELD);
    comparisons().start(REGISTRAR, What.HELD);
    comparisons().finish();
    asIfItWereLarge();
    Bureau.bring(Kind.HELD, HEADER + "7,Havryliuk,Ihor,,1991-02-03,M,private,30,Zarichchia,military,held\n");
    comparisons().finish();

    Run last = comparisons().latest(REGISTRAR, What.HELD).orElseThrow();
    assertThat(last.part()).isTrue();
    assertThat(List.of(last.ones(), last.others(), last.matches() + last.reviews())).containsExactly(3, 1, 1);
    assertThat(twice()).singleElement().satisfies(pair -> assertThat(List.of(pair.one(), pair.other()))
        .containsExactlyInAnyOrder(Bureau.code(Kind.HELD, "Гаврилюк"), Bureau.code(Kind.HELD, "Havryliuk")));

    asIfItWereLarge();
    Bureau.room(Register.class).save(REGISTRAR, Bureau.code(Kind.HELD, "Havryliuk"), 1,
        Map.of(Column.SURNAME, "Zhdanovych", Column.GIVEN_NAME, "Taras", Column.BIRTH_DATE, "1966-06-06"), Standing.DOCUMENT, "Passport");
    comparisons().finish();
    assertThat(twice()).as("who is somebody else after all is no candidate any more").isEmpty();
  }

  @Test
  void whereNothingTellsWhatWasComparedTheWholeIsComparedAgain() {
    Bureau.bring(Kind.HELD, HELD);
    comparisons().start(REGISTRAR, What.HELD);
    comparisons().finish();
    asIfItWereLarge();
    Bureau.sql().sql("delete from comparison_record").update();
    Bureau.bring(Kind.HELD, HEADER + "7,Havryliuk,Ihor,,1991-02-03,M,private,30,Zarichchia,military,held\n");
    comparisons().finish();

    assertThat(comparisons().latest(REGISTRAR, What.HELD).orElseThrow().part()).isFalse();
    assertThat(twice()).hasSize(1);
  }

  @Test
  void pairsOfWhichNeitherRecordHasChangedStandAsTheyStood() {
    Bureau.bring(Kind.HELD, HELD + "3,Havryliuk,Ihor,,1991-02-03,M,private,30,Zarichchia,military,held\n");
    comparisons().start(REGISTRAR, What.HELD);
    comparisons().finish();
    List<Candidate> before = twice();
    asIfItWereLarge();
    Bureau.room(Register.class).save(REGISTRAR, Bureau.code(Kind.HELD, "Сорока"), 1, Map.of(Column.RANK, "сержант"), Standing.DOCUMENT, "Military book");
    comparisons().finish();

    assertThat(comparisons().latest(REGISTRAR, What.HELD).orElseThrow().part()).isTrue();
    assertThat(before).hasSize(1);
    assertThat(twice()).isEqualTo(before);
  }

  private static final String SEEN = """
      id,surname,given_name,birth_date,rank,seen_place,seen_date
      t1,Lukianchuk,Sergei,1990,private,Barrack 4 at Stonefield,2025-03
      t2,Лукьянчук,Сергей,1990-03-04,,Stonefield,2025-04-12
      t3,Zhdanovych,Taras,1966-06-06,,Stonefield,2025-04-12
      """;

  private static List<Candidate> seen() {
    return candidates().wanted(REGISTRAR, What.SEEN, Wanted.EVERYTHING, Wanted.Sort.LIKELIEST);
  }

  @Test
  void whomThoseWhoCameHomeHaveSeenIsComparedByItselfAndSeveralMayHaveSeenOnePerson() {
    Bureau.bring(Kind.SEEN, SEEN);
    comparisons().finish();

    String sought = Bureau.code(Kind.SOUGHT, "Лук'янчук");
    assertThat(seen()).extracting(Candidate::one).containsExactly(sought, sought);
    assertThat(seen()).extracting(Candidate::other)
        .containsExactlyInAnyOrder(Bureau.code(Kind.SEEN, "Lukianchuk"), Bureau.code(Kind.SEEN, "Лукьянчук"));
    assertThat(seen().getFirst().proposal()).isEqualTo(Proposal.MATCH);
  }

  @Test
  void whereSomebodyWasSeenGoesIntoTheFileOnceAPersonHasSaidWhoItIs() {
    Bureau.bring(Kind.SEEN, SEEN);
    comparisons().finish();
    Candidate pair = seen().getFirst();
    String page = "/candidates/pair/" + pair.code();
    Browser registrar = Browser.of(Role.REGISTRAR);
    assertThat(candidates().tell(REGISTRAR, pair.code())).as("nobody has said that they are one").isEmpty();

    registrar.post(page, page, Map.of("ruling", "ACCEPTED", "reason", "", "one", "1", "other", "1"));
    assertThat(registrar.post(page, page + "/tell", Map.of()).words()).contains("It stands on the file of the person sought");
    var file = Bureau.room(Register.class).find(REGISTRAR, pair.one()).orElseThrow();
    assertThat(file.text("seen_place")).isEqualTo("Stonefield");
    assertThat(file.text("seen_date")).isEqualTo("2025-04-12");
    assertThat(file.text("status")).as("what became of somebody is for whoever keeps the file").isEqualTo("missing");
    assertThat(file.source(Column.SEEN_PLACE).source().standing()).isEqualTo(Standing.REPORT);
    assertThat(candidates().tell(REGISTRAR, pair.code())).contains(Candidates.Told.NOTHING_NEW);
    assertThatThrownBy(() -> candidates().tell(DELEGATE, pair.code())).isInstanceOf(NotAllowed.class);
  }

  @Test
  void thePlotAddsUpToTheWeightThatIsShown() {
    theirListComes();
    Judged judged = candidates().judge(REGISTRAR, ofLukianchuk().code()).orElseThrow();
    double sum = judged.plot().bars().stream().filter(bar -> !bar.sum()).mapToDouble(Plot.Bar::bits).sum();

    assertThat(sum).isCloseTo(judged.shown().candidate().weight(), org.assertj.core.data.Offset.offset(.02));
    assertThat(judged.plot().bars().getLast().bits()).isCloseTo(sum, org.assertj.core.data.Offset.offset(.02));
  }

  @Test
  void theStoredModelWeighsThePairAgainAlike() {
    theirListComes();
    Candidate before = ofLukianchuk();
    Bureau.sql().sql("update comparison set said = 0").update();
    Bureau.bring(Kind.HELD, HEADER + "9,Сорока,Лев,Ілліч,1970-07-07,M,,,,civilian,held\n");
    comparisons().finish();

    assertThat(comparisons().latest(REGISTRAR)).hasSize(2);
    assertThat(ofLukianchuk().weight()).isEqualTo(before.weight());
  }

  @Test
  void aComparisonThatIsCalledOffLeavesWhatStoodAndDoesNotBeginAgainByItself() {
    theirListComes();
    Candidate before = ofLukianchuk();
    Bureau.sql().sql("insert into comparison (code, what, account, at, state, cancel) values ('c-off', 'LIST', 'del-1', 1, 'WAITING', true)").update();
    comparisons().finish();

    assertThat(comparisons().find(REGISTRAR, "c-off")).map(Run::state).contains(Run.State.CANCELLED);
    assertThat(ofLukianchuk()).isEqualTo(before);
    comparisons().finish();
    assertThat(comparisons().latest(REGISTRAR)).hasSize(2);
  }

  @Test
  void whatAStopOfTheNodeLeftHalfDoneIsTakenUpAgain() {
    Bureau.sql().sql("insert into comparison (code, what, account, at, state) values ('c-half', 'SOUGHT', 'reg-1', 1, 'COMPARING')").update();
    Bureau.room(Runs.class).wake();
    comparisons().finish();

    assertThat(comparisons().find(REGISTRAR, "c-half")).map(Run::state).contains(Run.State.DONE);
  }

  @Test
  void whoMayNotAnswerListsMayNotRule() {
    theirListComes();
    Candidate candidate = ofLukianchuk();
    Viewer security = Bureau.viewer("sec-1", Role.SECURITY);

    assertThatThrownBy(() -> candidates().rule(security, candidate.code(), Word.ACCEPTED, "", 1, 1)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> candidates().ofTheirs(security)).isInstanceOf(NotAllowed.class);
  }

  @Test
  void whoseRecordsAPairShowedIsRecorded() {
    theirListComes();
    Candidate candidate = ofLukianchuk();
    candidates().judge(DELEGATE, candidate.code());

    assertThat(Bureau.sql().sql("select count(*) from person_read where face = 'candidates.pair' and account = 'del-1'").query(Long.class).single())
        .isEqualTo(2);
    assertThat(Bureau.sql().sql("select count(*) from register_sheet where ? = any(people)").param(candidate.one()).query(Long.class).single()).isEqualTo(1);
  }

  @Test
  void noNameStandsInWhatIsKept() {
    theirListComes();
    rule(ofLukianchuk(), Word.UNSURE);
    comparisons().start(REGISTRAR, What.SOUGHT);
    comparisons().finish();
    for (String table : List.of("comparison", "comparison_record", "candidate", "candidate_ruling")) {
      assertThat(String.join("\n", Bureau.sql().sql("select t::text from " + table + " t").query(String.class).list()))
          .as(table).isNotEmpty().doesNotContainPattern("(?i)(Лук|Luk|Серг|Serg|1990|Вільхогай)");
    }
  }

  @Test
  void everyPageStandsInBothLanguages() {
    theirListComes();
    Bureau.bring(Kind.HELD, HEADER + "1,Гаврилюк,Ігор,Петрович,1991-02-03,M,солдат,30 омбр,Заріччя,military,held\n");
    Bureau.bring(Kind.SEEN, SEEN);
    comparisons().start(REGISTRAR, What.SOUGHT);
    comparisons().finish();
    Candidate candidate = ofLukianchuk();
    Browser registrar = Browser.of(Role.REGISTRAR);
    List<String> pages = List.of("/candidates", "/candidates/list", "/candidates/seen", "/candidates/sought", "/candidates/held", "/register", "/register/seen", "/register/seen/new",
        "/register/seen/import", "/candidates/pair/" + seen().getFirst().code(), "/candidates/list?sort=latest",
        "/candidates/runs/" + comparisons().latest(REGISTRAR).getFirst().code(), "/candidates/pair/" + candidate.code(),
        "/register/person/" + candidate.one());
    for (String language : List.of("en", "uk")) {
      for (String path : pages) {
        Page page = registrar.in(language).get(path);
        assertThat(page.status()).as(path).isEqualTo(200);
        assertThat(page.text()).as(path).contains("lang=\"" + language + "\"").doesNotContain("??");
      }
    }
    assertThat(registrar.in("en").get("/register/person/" + candidate.one()).words()).contains("May be the same person").contains("Lukianchuk Sergei");
    assertThat(registrar.get("/candidates/pair/c00").status()).isEqualTo(404);
  }

  @Test
  void aRulingIsGivenOnThePageOfThePair() {
    theirListComes();
    String pair = "/candidates/pair/" + ofLukianchuk().code();
    Browser delegate = Browser.of(Role.DELEGATE);
    Page page = delegate.get(pair);
    assertThat(page.words()).contains("same day").contains("same name");

    Page after = delegate.post(pair, pair, Map.of("ruling", "ACCEPTED", "reason", "a letter of the mother", "one", "1", "other", "1"));
    assertThat(after.words()).contains("It is written down").contains("said to be one person").contains("a letter of the mother");
  }

  @Test
  void aSearchStandsInNoAddressAndTheExportHasCodesOnly() {
    theirListComes();
    Browser registrar = Browser.of(Role.REGISTRAR);
    Page found = registrar.post("/candidates/list", "/candidates/list/search", Map.of("text", "лук", "show", "", "sort", "LIKELIEST"));
    assertThat(found.address()).matches(".*/candidates/list\\?search=s[0-9a-f]{32}.*");
    assertThat(found.words()).contains("Pairs found: 1");
    assertThat(registrar.post("/candidates/list", "/candidates/list/search", Map.of("text", "нікого")).words()).contains("No pair fits");

    Page file = registrar.post("/candidates/list", "/candidates/list/export", Map.of("search", ""));
    assertThat(file.text()).startsWith("code,one,other,weight,probability,decision,ruling,one_version,other_version\nc").contains("," + LUKIANCHUK + ",")
        .doesNotContainPattern("(?i)(Лук|Luk)");
    assertThat(Browser.of(Role.DELEGATE).post("/candidates/list", "/candidates/list/export", Map.of("search", "")).status()).isEqualTo(403);
  }
}
