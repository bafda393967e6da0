package homeward.server.register;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.register.PeopleFile.Kind;
import homeward.server.delegations.Role;
import homeward.server.register.Browser.Page;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegisterPagesTest {
  private static final String HEADER = "id,surname,given_name,birth_date,rank,category,health,status,mother_maiden_name\n";
  private static final Browser REGISTRAR = Browser.of(Role.REGISTRAR);
  private static final Browser SECURITY = Browser.of(Role.SECURITY);

  @BeforeEach
  void emptyRegisters() {
    Bureau.empty(Register.class);
    REGISTRAR.in("en");
    SECURITY.in("en");
  }

  private static String one() {
    Bureau.bring(Kind.HELD, HEADER + "1,Ткачук,Ірина,1990-05-01,private,military,sick,held,Бойко\n");
    return Bureau.code(Kind.HELD, "Ткачук");
  }

  @Test
  void everyPageStandsInBothLanguages() {
    String refused = Bureau.bring(Kind.HELD, HEADER + "1,А,Б,31.02.1990,,,,,\n").code();
    String code = one();
    List<String> pages = List.of("/register", "/register/held", "/register/sought", "/register/held?sort=birth&down=yes", "/register/held/new",
        "/register/sought/new", "/register/held/import", "/register/imports", "/register/imports/" + refused, "/register/person/" + code,
        "/register/person/" + code + "/change", "/disclosure", "/disclosure/bulk", "/disclosure/person/" + code);
    for (String language : List.of("en", "uk")) {
      for (String path : pages) {
        Page page = REGISTRAR.in(language).get(path);
        assertThat(page.status()).as(path).isEqualTo(200);
        assertThat(page.text()).as(path).contains("lang=\"" + language + "\"").doesNotContain("??");
      }
    }
    assertThat(REGISTRAR.in("uk").get("/register/imports/" + refused).words()).contains("Це не дата").contains("birth_date");
    assertThat(REGISTRAR.in("en").get("/register/imports/" + refused).words()).contains("has 28 days");
  }

  @Test
  void anEmptyRegisterSaysWhatToDoNext() {
    assertThat(REGISTRAR.get("/register").words()).contains("Nobody is registered yet").contains("Bring a file");
    assertThat(REGISTRAR.get("/register/held").words()).contains("Nobody is registered yet");
  }

  @Test
  void aNameThatIsSearchedStandsInNoAddress() {
    one();
    Page found = REGISTRAR.post("/register/held", "/register/held/search", Map.of("name", "ткач", "bornFrom", "1990", "status", "held"));

    assertThat(found.address()).matches(".*/register/held\\?search=p[0-9a-f]{32}");
    assertThat(found.words()).contains("Ткачук");
    assertThat(found.text()).doesNotContainPattern("(href|action)=\"[^\"]*(%D0|Ткач|ткач)");
    Page nobody = REGISTRAR.post("/register/held", "/register/held/search", Map.of("name", "нікого"));
    assertThat(nobody.words()).contains("Nobody fits this search");
    String search = found.address().replaceAll(".*search=", "");
    assertThat(SECURITY.get("/register/held?search=" + search).text()).doesNotContain("value=\"ткач\"").contains("no longer kept");
    assertThat(SECURITY.get("/disclosure/bulk?search=" + search).address()).contains("/register/held");
    assertThat(Browser.of(Role.REGISTRAR).post("/register/held", "/register/held/export", Map.of("form", "CSV", "search", search)).status()).isEqualTo(404);
  }

  @Test
  void aFileIsBroughtThroughThePageAndSaysWhatBecameOfIt() {
    byte[] file = (HEADER + "1,Ткачук,Ірина,1990-05-01,private,military,sick,held,\n").getBytes(StandardCharsets.UTF_8);
    Page job = REGISTRAR.bring("/register/held/import", "people.csv", file, Map.of("standing", "LIST", "informant", "Camp list"));
    String code = job.address().replaceAll(".*/", "");
    Bureau.room(Imports.class).run(code);

    assertThat(REGISTRAR.get("/register/imports/" + code).words()).contains("All of it was taken in").contains("people.csv");
    assertThat(REGISTRAR.bring("/register/held/import", "people.csv", file, Map.of("standing", "LIST", "informant", "x")).words())
        .contains("This very file was brought before");
    assertThat(REGISTRAR.bring("/register/held/import", "", new byte[0], Map.of("standing", "LIST", "informant", "")).words())
        .contains("Choose a file that is not empty").contains("Say whose words these are");
  }

  @Test
  void theSecondOfTwoWhoSaveSeesTheirWordsAgainAndWhatChanged() {
    String code = one();
    String change = "/register/person/" + code + "/change";
    Map<String, String> form = new HashMap<>(Map.of("version", "1", "informant", "Military book", "standing", "DOCUMENT", "id", "1", "surname", "Ткачук",
        "given_name", "Ірина", "birth_date", "1990-05-01", "rank", "sergeant", "category", "military", "status", "held"));
    form.put("mother_maiden_name", "Бойко");
    assertThat(REGISTRAR.post(change, change, form).words()).contains("It stands on the file").contains("sergeant");
    form.put("rank", "private");
    form.put("given_name", "Iryna");

    Page told = REGISTRAR.post(change, change, form);
    assertThat(told.words()).contains("Somebody else saved in between").contains("sergeant");
    assertThat(told.text()).contains("value=\"Iryna\"").contains("value=\"sergeant\"").contains("name=\"version\" value=\"2\"").contains("value=\"Military book\"");
  }

  @Test
  void whatCannotBeReadIsNamedWithAWayToItsField() {
    String code = one();
    String change = "/register/person/" + code + "/change";
    Page page = REGISTRAR.post(change, change, Map.of("version", "1", "informant", "", "standing", "DOCUMENT", "birth_date", "1.5.1990"));

    assertThat(page.text()).contains("href=\"#birth_date\"").contains("href=\"#informant\"").contains("value=\"1.5.1990\"");
  }

  @Test
  void whatOneMayNotSeeIsNotOnThePage() {
    String code = one();

    assertThat(REGISTRAR.get("/register/person/" + code).words()).contains("Бойко").contains("sick");
    assertThat(SECURITY.get("/register/person/" + code).words()).contains("private").doesNotContain("Бойко");
    assertThat(SECURITY.get("/register/held/new").status()).isEqualTo(403);
    assertThat(Browser.of(Role.AUDITOR).get("/register/held").status()).isEqualTo(403);
    assertThat(REGISTRAR.get("/register/person/p00").status()).isEqualTo(404);
  }

  @Test
  void anExportComesAsAFileThatCanBeBroughtBack() {
    one();
    Page file = REGISTRAR.post("/register/held", "/register/held/export", Map.of("form", "CSV", "search", ""));

    assertThat(file.text()).startsWith("code,version,id,surname").contains("Ткачук");
  }

  @Test
  void twoAgenciesClearThroughTheirPages() {
    String code = one();
    REGISTRAR.post("/disclosure/bulk", "/disclosure/bulk", Map.of("agency", "REGISTRAR", "search", "", "count", "1", "group", "NAME"));
    assertThat(SECURITY.get("/disclosure").words()).contains("it waits for yours").contains("Clear these 1 too");
    assertThat(SECURITY.post("/disclosure", "/disclosure/waiting", Map.of("agency", "SECURITY", "group", "NAME", "count", "1")).words())
        .contains("Cleared, groups of fields of people: 1");
    String person = "/disclosure/person/" + code;
    assertThat(SECURITY.get(person).words()).contains("yes");
    assertThat(SECURITY.post(person, person + "/revoke", Map.of("agency", "SECURITY", "group", "NAME")).words()).contains("Taken back");
    assertThat(REGISTRAR.post("/disclosure/bulk", "/disclosure/bulk", Map.of("agency", "REGISTRAR", "search", "", "count", "7", "group", "NAME")).words())
        .contains("The list has changed");
  }
}
