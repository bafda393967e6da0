package homeward.server.handover;

import static homeward.exchange.Function.SIDE;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.exchange.Move;
import homeward.exchange.Move.Sight;
import homeward.exchange.PartyId;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.node.ExchangeFixture;
import homeward.node.ExchangeParty;
import homeward.node.ExchangeStage;
import homeward.server.wording.Rendered;
import homeward.server.wording.Saying;
import homeward.server.wording.Spoken;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HandoverTest {
  private static final String DAY = ExchangeFixture.DAY;

  private static Party party(ExchangeParty of) {
    return new Party(of.state(), of.id());
  }

  private static Map<PartyId, String> names(ExchangeFixture exchange) {
    return Map.of(exchange.a().id(), "Side A", exchange.b().id(), "Side B", exchange.mediator().id(), "Mediator");
  }

  private static List<String> waits(ExchangeFixture exchange, ExchangeParty of) {
    return Waits.of(party(of), names(exchange)).stream().map(wait -> wait.saying().key().replace("handover.waits.", "")).toList();
  }

  @Test
  void whatWaitsFollowsTheDay() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.READY);
    assertThat(waits(exchange, exchange.a())).as("nobody sets off before the release").isEmpty();
    exchange.playNext();
    assertThat(waits(exchange, exchange.a())).containsExactly("departed");
    exchange.a().says(2, SIDE, exchange.saw(Sight.DEPARTED, exchange.heldByA()));
    exchange.settle();
    assertThat(waits(exchange, exchange.a())).containsExactly("departure", "handed_over");
    assertThat(waits(exchange, exchange.b())).containsExactly("departed");
    exchange.a().says(2, SIDE, exchange.saw(Sight.HANDED_OVER, exchange.heldByA()));
    exchange.settle();
    assertThat(waits(exchange, exchange.b())).containsExactly("departed", "received");
    assertThat(waits(exchange, exchange.mediator())).as("the handover state receives people of both sides").containsExactly("received");
    exchange.b().says(2, SIDE, exchange.saw(Sight.RECEIVED, exchange.heldByA()));
    exchange.settle();
    assertThat(waits(exchange, exchange.b())).containsExactly("departed", "arrival", "home");
  }

  @Test
  void whoIsHomeWaitsForNothing() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.HOME);
    assertThat(waits(exchange, exchange.a())).isEmpty();
    assertThat(waits(exchange, exchange.b())).isEmpty();
  }

  @Test
  void everybodyDueIsTickedAndNobodyIsForTurningBackOrDeath() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.AUTHORISED);
    Party party = party(exchange.a());
    assertThat(exchange.heldByA()).allMatch(ref -> party.due(ref, Sight.DEPARTED));
    assertThat(party.offered(exchange.journey(exchange.a()), exchange.wave(), Sight.DEPARTED)).containsExactlyElementsOf(exchange.heldByA());
    assertThat(exchange.heldByA()).noneMatch(ref -> party.due(ref, Sight.DIED) || party.due(ref, Sight.BACK));
  }

  @Test
  void aSideIsOfferedOnlyItsOwnToLeaveAndItsOwnToArrive() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.AUTHORISED);
    Party party = party(exchange.b());
    assertThat(party.leaving(exchange.wave())).containsExactlyElementsOf(exchange.heldByB());
    assertThat(party.arriving(exchange.wave())).containsExactlyElementsOf(exchange.heldByA());
    assertThat(party.voice()).contains(SIDE);
    assertThat(party(exchange.mediator()).voice()).contains(homeward.exchange.Function.HANDOVER);
  }

  private static List<String> misfits(ExchangeFixture exchange) {
    return Fit.of(exchange.a().state(), exchange.journey(exchange.a()), exchange.wave(), names(exchange)).stream().map(Saying::key).toList();
  }

  @Test
  void aCountThatDiffersIsSaidAtOnce() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.HANDED_OVER);
    assertThat(misfits(exchange)).isEmpty();
    exchange.a().says(2, SIDE, exchange.counted(exchange.b(), Move.Place.DEPARTURE, 3));
    exchange.settle();
    assertThat(misfits(exchange)).isEmpty();
    exchange.b().says(2, SIDE, exchange.counted(exchange.b(), Move.Place.ARRIVAL, 2));
    exchange.settle();
    assertThat(misfits(exchange)).containsExactly("handover.fit.arrival", "handover.fit.ends", "handover.fit.open");
    exchange.b().says(2, SIDE, exchange.counted(exchange.b(), Move.Place.ARRIVAL, 3));
    exchange.settle();
    assertThat(misfits(exchange)).as("what was opened only a settlement ends").containsExactly("handover.fit.open");
  }

  @Test
  void whoTurnedBackExplainsHeadsThatAreMissing() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.AUTHORISED);
    Ref back = exchange.heldByA().first();
    exchange.a().says(2, SIDE, exchange.saw(Sight.DEPARTED, exchange.heldByA()));
    exchange.a().says(2, SIDE, exchange.counted(exchange.b(), Move.Place.DEPARTURE, 3));
    exchange.a().says(2, SIDE, exchange.saw(Sight.BACK, new java.util.TreeSet<>(List.of(back))));
    exchange.b().says(2, SIDE, exchange.counted(exchange.b(), Move.Place.ARRIVAL, 2));
    exchange.settle();
    assertThat(misfits(exchange)).doesNotContain("handover.fit.ends");
  }

  @Test
  void unlistedPeopleGetFreshReferencesByCategory() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.AUTHORISED);
    SplittableRandom draws = new SplittableRandom(7);
    SortedMap<String, String> typed = new TreeMap<>(Map.of("military", " 2 ", "civilian", ""));
    Observed observed = Observed.arrived(Optional.of(DAY), exchange.a().id(), typed, count -> bytes(draws, count));
    assertThat(observed).isInstanceOfSatisfying(Observed.Seen.class, seen -> {
      Move.Arrived arrived = (Move.Arrived) seen.move();
      assertThat(arrived.arrivals()).containsOnlyKeys("military");
      assertThat(arrived.arrivals().values().iterator().next()).hasSize(2).allMatch(Ref::isArrival);
    });
  }

  private static byte[] bytes(SplittableRandom draws, int count) {
    byte[] some = new byte[count];
    draws.nextBytes(some);
    return some;
  }

  @Test
  void whatIsUnclearIsNotRecordedAndSaysSo() {
    PartyId home = ExchangeFixture.unopened().a().id();
    assertThat(Observed.saw(Sight.DEPARTED, Optional.of(DAY), List.of())).isEqualTo(new Observed.Unclear("handover.unclear.nobody"));
    assertThat(Observed.saw(Sight.DEPARTED, Optional.of(DAY), List.of("Ivan"))).isEqualTo(new Observed.Unclear("handover.unclear.nobody"));
    assertThat(Observed.counted(DAY, 1, home, Move.Place.ARRIVAL, "-1")).isEqualTo(new Observed.Unclear("handover.unclear.heads"));
    assertThat(Observed.counted(DAY, 1, home, Move.Place.ARRIVAL, "0")).isInstanceOf(Observed.Seen.class);
    assertThat(Observed.arrived(Optional.empty(), home, Map.of("a", "900", "b", "101"), count -> new byte[count])).isEqualTo(new Observed.Unclear("handover.unclear.many"));
    assertThat(Observed.arrived(Optional.empty(), home, Map.of("a", ""), count -> new byte[count])).isEqualTo(new Observed.Unclear("handover.unclear.nobody"));
  }

  @Test
  void pagesAreWholeInBothLanguages() {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.HANDED_OVER);
    exchange.b().says(2, SIDE, exchange.counted(exchange.b(), Move.Place.ARRIVAL, 2));
    exchange.settle();
    State state = exchange.b().state();
    Party party = party(exchange.b());
    Map<String, Object> model = new HashMap<>(Map.of("code", DAY, "number", 1, "speaks", true, "wave", exchange.wave()));
    model.put("waits", Waits.of(party, names(exchange)));
    model.put("journeys", List.copyOf(state.journeys().values()));
    model.put("misfits", Fit.of(state, exchange.journey(exchange.b()), exchange.wave(), names(exchange)));
    model.put("sights", java.util.stream.Stream.of(Sight.values()).map(sight -> HandoverPages.Choice.of(party, exchange.journey(exchange.b()), exchange.wave(), sight)).toList());
    model.put("ends", End.of(party, exchange.wave(), names(exchange)));
    model.put("categories", Observed.categories(state));
    model.put("homes", new TreeMap<>(Map.of("x", "Side A", "y", "Side B")));
    model.put("boxes", Box.of(List.copyOf(exchange.heldByA()), state, new TreeMap<>(), ref -> true, ref -> false));
    for (Locale language : Spoken.LANGUAGES) {
      for (Sight sight : Sight.values()) {
        model.put("word", sight.name().toLowerCase(Locale.ROOT));
        assertThat(Rendered.page("handover/boxes", language, model)).as(sight + " " + language).doesNotContain("??").contains("checked");
      }
      for (String page : List.of("handover/now", "handover/wave", "handover/arrivals")) {
        assertThat(Rendered.page(page, language, model)).as(page + " " + language).doesNotContain("??");
      }
    }
    assertThat(Rendered.page("handover/wave", Locale.ENGLISH, model)).contains("2 heads at arrival", "Heads at departure, going to Side A");
  }
}
