package homeward.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A whole exchange by hand, through the pages only, with scripts switched off: from four spreadsheets to the public figures. */
class ByHandTest {
  private static final long FIRST_DAY = Instant.parse("2026-03-01T09:00:00Z").toEpochMilli();
  private static final long THE_DAY = Instant.parse("2026-03-10T08:00:00Z").toEpochMilli();
  private static final long EVENING = Instant.parse("2026-03-10T21:30:00Z").toEpochMilli();
  private static final int MOST_ROUNDS = 60;

  private static final String AGREEMENT = """
      {
        "homeward": "agreement/1",
        "exchange": "by-hand",
        "agreedOn": "2026-03-01",
        "sides": [{"id": "A", "name": "Party A"}, {"id": "B", "name": "Party B"}],
        "opens": "A",
        "begins": "A",
        "thirdParties": [
          {"id": "M", "name": "Party M", "functions": ["HOST", "KEEPER", "CLEARANCE", "AUTHORISER", "HANDOVER"]}
        ],
        "vacant": ["VERIFIER", "TRACING"],
        "categories": [{"code": "military", "words": "Members of armed forces held by the other side."}],
        "tranches": [
          {
            "day": "2026-03-10",
            "place": "north-crossing",
            "window": {"from": "08:00", "until": "20:00"},
            "publishAt": "21:00",
            "returns": {"A": {"military": 2}, "B": {"military": 2}}
          }
        ],
        "parity": "equal",
        "directRepatriation": false,
        "travelWithoutInterview": "not allowed",
        "committedLists": false,
        "people": 2,
        "seatsPerWave": 10,
        "deadlines": {"reconcileHours": 48, "haltHours": 72, "silenceHours": 240, "keeperHours": 24, "commitHours": 24, "end": "2026-05-01"},
        "withoutPrejudice": ["status", "recognition"],
        "clauses": []
      }
      """;

  private static final String HEADER = "id,surname,given_name,patronymic,birth_date,sex,rank,unit,category,status\n";

  /** By party and register: whom the parties hold and seek. All of them are invented. */
  private static final Map<String, String> FILES = Map.of(
      "A-held", HEADER + "1,Zalishchenko,Orest,,1990-04-03,M,sergeant,unit 7,military,held\n2,Kvitnevyi,Ivan,,1985-02-28,M,,,military,held\n",
      "A-sought", HEADER + "1,Озеренко,Марко,Петрович,1993-07-21,M,солдат,,military,missing\n",
      "B-held", HEADER + "1,Озеренко,Марко,Петрович,1993-07-21,M,солдат,,military,held\n2,Стежко,Лев,,1971,M,,,military,held\n",
      "B-sought", HEADER + "1,Zalishchenko,Orest,,1990-04-03,M,sergeant,unit 7,military,missing\n");

  /** What somebody may type into an address by mistake. */
  private static final List<String> MISTYPED = List.of(
      "/register/held/Озеренко", "/register/imports/Озеренко", "/lists/theirs?page=Озеренко", "/transcript/Озеренко", "/handover/day-1/Озеренко", "/Озеренко");

  private static Chromium chromium;
  private static Probe probe;
  private static House house;

  private final Map<String, Person> people = new LinkedHashMap<>();

  @BeforeAll
  static void opensTheHouse() {
    chromium = Chromium.start();
    probe = new Probe(FILES.values());
    house = new House(chromium, FIRST_DAY, probe::opened);
  }

  @AfterAll
  static void closesTheHouse() {
    if (house != null) {
      house.close();
    }
    if (probe != null) {
      probe.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  private Person who(String party, String name) {
    return Objects.requireNonNull(people.get(party + " " + name), party + " " + name);
  }

  private void employs(String party, String name, String... roles) {
    Person admin = who(party, "admin").at("/accounts");
    admin.fill("#login", name);
    admin.fill("#password", Person.PASSWORD);
    for (String role : roles) {
      admin.ticks("#role-" + role);
    }
    admin.presses("form[action='/accounts'] button");
    String secret = admin.reads("#secret").orElseThrow(() -> new AssertionError("no secret for " + name + ": " + admin.sees()));
    people.put(party + " " + name, house.comesIn(party, name, secret.strip()));
  }

  private void employsEverybody() {
    for (String party : House.PARTIES) {
      people.put(party + " admin", house.admin(party));
      for (int number = 1; number <= 3; number++) {
        employs(party, "delegate-" + number, "delegate");
      }
      employs(party, "field", "field");
    }
    for (String side : List.of("A", "B")) {
      employs(side, "registrar", "registrar");
      employs(side, "security", "security");
    }
    employs("M", "doctor", "clearance");
  }

  private void fillsTheRegisters() {
    for (String side : List.of("A", "B")) {
      Person registrar = who(side, "registrar");
      for (String register : List.of("held", "sought")) {
        registrar.at("/register/" + register + "/import");
        registrar.brings("#file", register + ".csv", Objects.requireNonNull(FILES.get(side + "-" + register)));
        registrar.fill("#informant", "the bureau's own list");
        registrar.presses("main form button");
        until(() -> registrar.at("/register").sees(), seen -> !registrar.at("/register/imports").sees().contains("being read"));
      }
      assertThat(registrar.at("/register/held").sees()).contains("2");
      for (String agency : List.of("registrar", "security")) {
        Person clears = who(side, agency).at("/disclosure/bulk");
        for (String group : List.of("name", "birth", "service", "captivity")) {
          clears.ticks("#group-" + group);
        }
        clears.presses("main form[action='/disclosure/bulk'] button");
      }
    }
  }

  /** Looks again until it is so; a node that is far takes a moment. */
  private static String until(java.util.function.Supplier<String> look, Predicate<String> enough) {
    String seen = look.get();
    for (int tries = 0; tries < 200 && !enough.test(seen); tries++) {
      seen = look.get();
    }
    assertThat(seen).matches(enough);
    return seen;
  }

  /** Every delegate signs what waits, over and over, until nothing waits for anybody. */
  private void everybodySigns() {
    int rounds = 0;
    for (int idle = 0; idle < 3; rounds++) {
      assertThat(rounds).as(() -> "nothing comes of signing: " + delegates().stream().map(Person::sees).toList()).isLessThan(MOST_ROUNDS);
      boolean signed = false;
      for (Person person : delegates()) {
        signed |= person.at("/desk").pressesIfThere("form[action='/desk/say'] button");
      }
      idle = signed ? 0 : idle + 1;
    }
  }

  private List<Person> delegates() {
    List<Person> delegates = new ArrayList<>();
    people.forEach((key, person) -> {
      if (person.name().startsWith("delegate")) {
        delegates.add(person);
      }
    });
    return delegates;
  }

  private void namesTheDelegates(String party) {
    Person admin = who(party, "admin").at("/accounts");
    admin.fill("#root", house.root(party));
    admin.presses("form[action='/accounts/enrol'] button");
  }

  private void answersTheList(String side) {
    Person delegate = who(side, "delegate-1");
    until(() -> delegate.at("/lists/theirs").sees(), seen -> seen.contains("nobody found") && !seen.contains("has not come yet"));
    delegate.presses("form[action='/lists/theirs/suggested'] button");
    assertThat(delegate.at("/lists/theirs").sees()).contains("People found: 2");
  }

  private void asksEverybodyInPrivate() {
    Person doctor = who("M", "doctor").at("/clearance/day-1");
    for (var choice : doctor.page().locator("select[name^='will-']").all()) {
      choice.selectOption("WILL_TRAVEL");
    }
    for (var choice : doctor.page().locator("select[name^='fit-']").all()) {
      choice.selectOption("FIT");
    }
    doctor.presses("form[action='/clearance/day-1'] button");
    doctor.presses("form[action='/clearance/day-1/publish'] button");
  }

  private void records(String party, String word) {
    Person field = who(party, "field");
    until(() -> field.at("/handover").sees(), seen -> seen.contains("day-1"));
    field.at("/handover/day-1/1/" + word).presses("main form button");
  }

  private void counts(String party, int place, String heads) {
    Person field = who(party, "field").at("/handover/day-1/1");
    field.fill("#heads-" + place, heads);
    field.presses("form:has(#heads-" + place + ") button");
  }

  private void agreesOnTerms() {
    for (String party : House.PARTIES) {
      Person delegate = who(party, "delegate-1").at("/talks");
      delegate.brings("#file", "agreement.json", AGREEMENT);
      delegate.presses("form[action='/talks/agreement'] button");
      assertThat(delegate.sees()).contains("north-crossing");
    }
    who("A", "delegate-1").at("/desk").presses("form[action='/desk/say'] button");
    until(() -> who("A", "delegate-2").at("/desk").sees(), seen -> seen.contains("Sign the opening"));
    who("A", "delegate-2").presses("form[action='/desk/say'] button");
    namesTheDelegates("B");
    namesTheDelegates("M");
    everybodySigns();
    assertThat(who("B", "delegate-1").at("/desk").sees()).contains("terms in force");
  }

  private void agreesOnPeople() {
    for (String side : List.of("A", "B")) {
      who(side, "delegate-1").at("/lists").presses("form[action='/lists/make'] button");
    }
    everybodySigns();
    answersTheList("A");
    answersTheList("B");
    everybodySigns();
    assertThat(who("A", "delegate-1").at("/lists").sees()).contains("frozen");
  }

  private void bringsThemHome() {
    for (String side : List.of("A", "B")) {
      records(side, "departed");
      counts(side, 0, "2");
    }
    house.clock.addAndGet(3_600_000);
    for (String side : List.of("A", "B")) {
      records(side, "handed_over");
    }
    for (String side : List.of("A", "B")) {
      records(side, "received");
      counts(side, 1, "2");
    }
    house.clock.set(EVENING);
    for (String side : List.of("A", "B")) {
      records(side, "home");
    }
  }

  @Test
  void fourSpreadsheetsBecomePeopleAtHomeAndFiguresThatAddUp() {
    employsEverybody();
    fillsTheRegisters();
    agreesOnTerms();
    agreesOnPeople();
    asksEverybodyInPrivate();
    everybodySigns();
    house.clock.set(THE_DAY);
    everybodySigns();
    bringsThemHome();
    everybodySigns();
    assertThat(until(() -> house.stranger("M").at("/public").sees(), text -> text.contains("day-1"))).contains("2");
    assertThat(who("A", "delegate-1").at("/desk").sees()).contains("closed by both sides");
    nobodyIsNamedWhereNobodyMayBe();
  }

  private void nobodyIsNamedWhereNobodyMayBe() {
    assertThat(probe.in(who("A", "registrar").at("/register/sought").sees())).as("the probe finds people where they are").contains("Озеренко", "1993-07-21");
    assertThat(probe.in(probe.addresses())).as("addresses").isEmpty();
    for (String party : House.PARTIES) {
      assertThat(probe.in(house.entries(party))).as("entries of %s", party).isEmpty();
      for (String open : List.of("/public", "/public/figures.csv", "/public/figures.json")) {
        assertThat(probe.in(house.stranger(party).gets(open))).as("%s of %s", open, party).isEmpty();
      }
    }
    for (String mistyped : MISTYPED) {
      assertThat(probe.in(who("A", "delegate-1").gets(mistyped))).as("the answer to %s", mistyped).isEmpty();
    }
    assertThat(probe.in(probe.printed())).as("what the nodes print").isEmpty();
    assertThat(house.logs()).isNotEmpty().allSatisfy((file, text) -> assertThat(probe.in(text)).as(file).isEmpty());
  }
}
