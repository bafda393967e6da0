package homeward.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.exchange.Journey;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.node.ExchangeFixture;
import homeward.node.ExchangeStage;
import homeward.server.wording.Rendered;
import homeward.server.wording.Spoken;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JourneysTest {
  private static Map<PartyId, String> names(ExchangeFixture exchange) {
    return Map.of(exchange.a().id(), "Side <A>", exchange.b().id(), "Side B", exchange.mediator().id(), "Mediator");
  }

  private static Day day(ExchangeFixture exchange) {
    State state = exchange.a().state();
    return new Days(state, exchange.a().id(), names(exchange), exchange.a().clock().now()).find(ExchangeFixture.DAY).orElseThrow();
  }

  private static String next(ExchangeStage stage) {
    return day(ExchangeFixture.playedTo(stage)).next().key().replace("journeys.next.", "");
  }

  @Test
  void eachStageOfADaySaysWhatComesNext() {
    assertThat(List.of(
            next(ExchangeStage.CONVENED), next(ExchangeStage.MANIFESTED), next(ExchangeStage.CLEARED), next(ExchangeStage.SEALED),
            next(ExchangeStage.READY), next(ExchangeStage.AUTHORISED), next(ExchangeStage.HANDED_OVER), next(ExchangeStage.COUNTED)))
        .containsExactly("manifest", "clear", "seal", "ready", "authorise", "depart", "moving", "embargo");
  }

  @Test
  void aWaveTellsLoadsClearanceReadinessAndHowFarItsPeopleAre() {
    Day.Wave wave = day(ExchangeFixture.playedTo(ExchangeStage.COUNTED)).waves().getFirst();
    assertThat(wave.loads()).containsExactlyInAnyOrder(new Day.Load("Side B", "military", 3, 0), new Day.Load("Side <A>", "military", 3, 0));
    assertThat(wave.covered()).isEqualTo(6).isEqualTo(wave.people());
    assertThat(wave.progress()).isEqualTo(new Day.Progress(6, 6, 6, 0, 0, 0));
    assertThat(wave.heads()).allSatisfy(heads -> assertThat(heads.departure()).contains(3));
    assertThat(wave.phase()).isEqualTo(Journey.WavePhase.RECONCILED);
  }

  @Test
  void aReadyCanBeTakenBackByWhoeverGaveItOnlyBeforeTheWaveIsLetGo() {
    assertThat(day(ExchangeFixture.playedTo(ExchangeStage.READY)).waves().getFirst().mine()).isTrue();
    assertThat(day(ExchangeFixture.playedTo(ExchangeStage.SEALED)).waves().getFirst().mine()).isFalse();
    assertThat(day(ExchangeFixture.playedTo(ExchangeStage.AUTHORISED)).waves().getFirst().mine()).isFalse();
  }

  private static ExchangeFixture miscounted() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.HANDED_OVER);
    exchange.a().says(2, homeward.exchange.Function.SIDE, exchange.counted(exchange.b(), Move.Place.DEPARTURE, 3));
    exchange.b().says(2, homeward.exchange.Function.SIDE, exchange.counted(exchange.b(), Move.Place.ARRIVAL, 2));
    TreeMap<String, java.util.SortedSet<homeward.exchange.Ref>> unlisted = new TreeMap<>();
    unlisted.put(ExchangeFixture.CATEGORY, new java.util.TreeSet<>(List.of(exchange.mint('A'))));
    exchange.b().says(2, homeward.exchange.Function.SIDE,
        new Move.Arrived(java.util.Optional.of(ExchangeFixture.DAY), exchange.b().id(), unlisted, Move.Device.desk()));
    exchange.settle();
    return exchange;
  }

  @Test
  void whatDoesNotFitIsShownWithWhatSettlesIt() {
    Day day = day(miscounted());
    assertThat(day.open()).isEqualTo(2);
    assertThat(day.differences()).anySatisfy(each -> assertThat(each.findings()).containsExactly("count", "stands"));
    assertThat(day.differences()).anySatisfy(each -> assertThat(each.findings()).containsExactly("arrival", "stands"));
  }

  @Test
  void eachFindingOfAFormBecomesAProposalAndWhatIsUnclearSaysSo() {
    ExchangeFixture exchange = miscounted();
    State state = exchange.a().state();
    String count = state.discrepancies().keySet().stream().filter(id -> id.startsWith("count-")).findFirst().orElseThrow();
    String unlisted = state.discrepancies().keySet().stream().filter(id -> id.startsWith("unlisted-")).findFirst().orElseThrow();
    String someone = exchange.heldByA().first().value();
    assertThat(Deed.settle(state, new Deed.Settling(count, "count", "", "", " 3 "), 0)).satisfies(deed -> assertThat(finding(deed)).isEqualTo(new Matter.Finding.CountIs(3)));
    assertThat(Deed.settle(state, new Deed.Settling(count, "stands", "", "", ""), 0)).satisfies(deed -> assertThat(finding(deed)).isEqualTo(new Matter.Finding.Stands()));
    assertThat(Deed.settle(state, new Deed.Settling(unlisted, "arrival", someone, "", ""), 0))
        .satisfies(deed -> assertThat(finding(deed)).isInstanceOf(Matter.Finding.ArrivalIs.class));
    assertThat(Deed.settle(state, new Deed.Settling(count, "count", "", "", "three"), 0)).isEqualTo(new Deed.Unclear("journeys.unclear.heads"));
    assertThat(Deed.settle(state, new Deed.Settling(unlisted, "arrival", "somebody", "", ""), 0)).isEqualTo(new Deed.Unclear("journeys.unclear.reference"));
    assertThat(Deed.settle(state, new Deed.Settling(unlisted, "same", someone, someone, ""), 0)).isEqualTo(new Deed.Unclear("journeys.unclear.references"));
    assertThat(Deed.settle(state, new Deed.Settling("count-none-1-x", "stands", "", "", ""), 0)).isEqualTo(new Deed.Unclear("journeys.unclear.gone"));
    assertThat(Deed.settle(state, new Deed.Settling(count, "", "", "", ""), 0)).isEqualTo(new Deed.Unclear("journeys.unclear.finding"));
  }

  private static Matter.Finding finding(Deed deed) {
    if (deed instanceof Deed.Meant(Move.Propose(Matter.Settlement(var about, var finding), var until))) {
      return finding;
    }
    throw new AssertionError(deed);
  }

  @Test
  void aHaltIsEndedByTheEntryThatCalledItAndNothingIsEndedTwice() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.SEALED);
    assertThat(Deed.resume(exchange.a().state(), false)).isInstanceOf(Deed.Unclear.class);
    var halt = exchange.a().says(0, homeward.exchange.Function.SIDE, new Move.Halt(Move.Cause.WEATHER));
    exchange.settle();
    assertThat(Deed.resume(exchange.a().state(), true)).isEqualTo(new Deed.Meant(new Move.Resume(halt, true)));
    Mine mine = Mine.of(exchange.a().state(), exchange.a().id(), names(exchange));
    assertThat(mine.resumes()).isTrue();
    assertThat(mine.halts()).isFalse();
    assertThat(Mine.of(exchange.b().state(), exchange.b().id(), names(exchange)).resumes()).isFalse();
  }

  @Test
  void pagesAreWholeInBothLanguagesAndEscapeNames() {
    ExchangeFixture exchange = miscounted();
    State state = exchange.a().state();
    Map<String, Object> model = new HashMap<>(Map.of("signs", true, "sees", true, "field", true, "course", state.course()));
    model.put("days", new Days(state, exchange.a().id(), names(exchange), 0).all());
    model.put("elsewhere", List.of());
    model.put("mine", Mine.of(state, exchange.a().id(), names(exchange)));
    model.put("day", day(exchange));
    model.put("candidates", Manifest.undelivered(state, ExchangeFixture.DAY));
    model.put("code", ExchangeFixture.DAY);
    model.put("number", 1);
    model.put("known", 0);
    model.put("seats", Manifest.seats(state, exchange.journey(exchange.a()), exchange.wave(), names(exchange), new TreeMap<>()));
    for (Locale language : Spoken.LANGUAGES) {
      for (String page : List.of("journeys/days", "journeys/day", "journeys/manifest")) {
        assertThat(Rendered.page(page, language, model)).as(page + " " + language).doesNotContain("??").doesNotContain("Side <A>");
      }
    }
    assertThat(Rendered.page("journeys/day", Locale.ENGLISH, model)).contains("Head counts differ", "Arrived unlisted", "Side &lt;A&gt;");
  }

  @Test
  void aManifestHasASeatForEverybodyAndTellsWhoIsNotCleared() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.MANIFESTED);
    var seats = Manifest.seats(exchange.a().state(), exchange.journey(exchange.a()), exchange.wave(), names(exchange), new TreeMap<>());
    assertThat(seats).hasSize(6).noneMatch(Manifest.Seat::cleared).allMatch(seat -> seat.name().isEmpty());
  }
}
