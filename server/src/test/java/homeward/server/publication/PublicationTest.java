package homeward.server.publication;

import static homeward.exchange.Function.SIDE;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.node.ExchangeFixture;
import homeward.node.ExchangeStage;
import homeward.server.proceedings.Played;
import homeward.server.proceedings.Standing;
import homeward.server.wording.Rendered;
import homeward.server.wording.Spoken;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PublicationTest {
  private static final long BEFORE = Instant.parse("2025-05-22T00:00:00Z").toEpochMilli();
  private static final long DURING = Instant.parse("2025-05-23T17:59:00Z").toEpochMilli();
  private static final long AFTER = Instant.parse("2025-05-23T18:01:00Z").toEpochMilli();

  private static Map<PartyId, String> names(ExchangeFixture exchange) {
    return Map.of(exchange.a().id(), "Side A", exchange.b().id(), "Side B", exchange.mediator().id(), "Mediator");
  }

  private static Figures figures(ExchangeFixture exchange, long now) {
    return Figures.of(exchange.a().state(), names(exchange), now);
  }

  @Test
  void whereAndWhenPeopleWillTravelIsToldToNobody() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.AUTHORISED);
    for (long now : new long[] {BEFORE, DURING}) {
      Figures.Day day = figures(exchange, now).days().getFirst();
      assertThat(day.course()).isEqualTo(Figures.Course.UNTOLD);
      assertThat(day.date() + day.place()).isEmpty();
      assertThat(day.from()).isEmpty();
      assertThat(Tables.csv(figures(exchange, now))).doesNotContain("2025-05-23", "point-1");
      assertThat(new String(Tables.json(figures(exchange, now), "may-2025"), StandardCharsets.UTF_8)).doesNotContain("2025-05-23", "point-1");
    }
  }

  @Test
  void figuresAreToldFromTheirHourOnAndNotBefore() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.COUNTED);
    assertThat(figures(exchange, DURING).numbers()).isEmpty();
    assertThat(figures(exchange, DURING).beyond()).isEmpty();
    Figures free = figures(exchange, AFTER);
    assertThat(free.numbers()).extracting(told -> told.figure().count()).containsExactly(3, 3);
    assertThat(free.returned("Side A")).isEqualTo(3);
    assertThat(free.told()).isEqualTo(1);
    assertThat(Tables.csv(free).lines().toList()).hasSize(3).first().asString().startsWith("kind,day,date,returns_to,category,people");
    assertThat(Tables.csv(free)).contains("joint,1,2025-05-23,").contains(",military,3,0,0,,");
    assertThat(free.beyond()).isNotEmpty();
  }

  @Test
  void aWaveThatIsStillUnderWayKeepsTheDayEmbargoed() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.HANDED_OVER);
    Figures.Day day = figures(exchange, AFTER).days().getFirst();
    assertThat(day.course()).isEqualTo(Figures.Course.EMBARGOED);
    assertThat(day.numbers()).isEmpty();
    assertThat(day.from()).contains("2025-05-24 18:00");
  }

  @Test
  void bothSidesMayLiftTheEmbargoEarlier() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.COUNTED);
    exchange.agree(new Matter.Lift(ExchangeFixture.DAY));
    assertThat(figures(exchange, DURING).numbers()).hasSize(2);
  }

  private static ExchangeFixture withAStatement() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.COUNTED);
    exchange.a().says(0, SIDE, new Move.Announce(ExchangeFixture.DAY, Move.Scope.ONE_SIDED, exchange.a().id(), new TreeMap<>(Map.of(ExchangeFixture.CATEGORY, 3))));
    exchange.settle();
    return exchange;
  }

  @Test
  void aStatementOfOneSideIsMarkedAsItsOwnAndHeldAgainstTheReceiptsOnlyWhenTheyAreFree() {
    ExchangeFixture exchange = withAStatement();
    assertThat(figures(exchange, DURING).statements()).singleElement().satisfies(said -> {
      assertThat(said.by()).isEqualTo("Side A");
      assertThat(said.people()).isEqualTo(3);
      assertThat(said.checked()).isEmpty();
    });
    assertThat(figures(exchange, AFTER).statements().getFirst().checked()).contains(true);
  }

  @Test
  void behindEachNumberStandEntriesByPlaceAndHash() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.COUNTED);
    Standing standing = Played.standing(exchange.a());
    Figures.Told told = figures(exchange, AFTER).find("1.0.military").orElseThrow();
    assertThat(PublicPages.entries(standing, told.figure().entries())).hasSize(2).allSatisfy(
        entry -> assertThat(entry.hash()).isEqualTo(standing.log().get((int) entry.index()).leaf().entry().hash().value()));
    assertThat(figures(exchange, DURING).find("1.0.military")).as("nor is it found by its address before its hour").isEmpty();
  }

  @Test
  void nothingThatIsPublicHoldsAReference() {
    ExchangeFixture exchange = withAStatement();
    String all = Tables.csv(figures(exchange, AFTER)) + new String(Tables.json(figures(exchange, AFTER), "may-2025"), StandardCharsets.UTF_8) + page("publication/course", Locale.ENGLISH, exchange, AFTER);
    assertThat(exchange.everybody()).noneMatch(ref -> all.contains(ref.value()));
  }

  private static String page(String template, Locale language, ExchangeFixture exchange, long now) {
    Figures figures = figures(exchange, now);
    Map<String, Object> model = new HashMap<>(Map.of("figures", figures, "plot", Plot.of(figures), "phase", "IN_FORCE", "halted", true, "now", "2025-05-24 10:00"));
    figures.find("1.0.military").ifPresent(told -> {
      model.put("number", told);
      model.put("entries", PublicPages.entries(Played.standing(exchange.a()), told.figure().entries()));
    });
    return Rendered.page(template, language, model);
  }

  @Test
  void pagesAreWholeInBothLanguagesWithAPlotAndItsTable() {
    ExchangeFixture exchange = withAStatement();
    for (Locale language : Spoken.LANGUAGES) {
      assertThat(page("publication/course", language, exchange, AFTER)).contains("<svg", "hw-bar-0", "hw-bar-1", "<caption>");
      assertThat(page("publication/course", language, exchange, DURING)).doesNotContain("hw-bar-0");
      assertThat(page("publication/figure", language, exchange, AFTER)).contains("hw-mono");
    }
  }

  @Test
  void barsAreAsTallAsTheirNumbers() {
    Plot plot = Plot.of(figures(ExchangeFixture.playedTo(ExchangeStage.COUNTED), AFTER));
    assertThat(plot.bars()).extracting(Plot.Bar::count).containsExactly(3, 3);
    assertThat(plot.bars()).allSatisfy(bar -> assertThat(bar.y() + bar.height()).isEqualTo(plot.base()));
    assertThat(plot.top()).isEqualTo(3);
  }
}
