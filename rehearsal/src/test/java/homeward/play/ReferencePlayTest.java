package homeward.play;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.agreement.Agreement;
import homeward.agreement.Agreements;
import homeward.exchange.Decision;
import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.Person;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.json.Malformed;
import homeward.json.Shape;
import homeward.node.Chronicle;
import homeward.node.Count;
import homeward.register.Person.Health;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The reference case, fact by fact, from one node's log: what the story tells must stand there. */
class ReferencePlayTest {
  private static final long HOUR = 3_600_000L;
  private static final long SEED = 2;

  private static final List<Said> SAID = new ArrayList<>();
  private static Registers registers = new Registers(Map.of(), Map.of(), List.of());
  private static Map<String, Object> report = Map.of();
  private static State state = State.unopened("none");
  private static Chronicle log = new Chronicle("none");

  /** One entry: when, by which party, in which function, and whether it was accepted. */
  private record Said(long at, Optional<PartyId> by, String function, Move move, boolean accepted) {}

  @BeforeAll
  static void playOnce() throws Malformed {
    Agreement agreement = Agreements.named("reference");
    registers = Registers.invented(agreement, SEED);
    Plays.Wish wish = new Plays.Wish(Optional.empty(), Optional.empty(), "reference", Optional.empty(), SEED, Optional.empty());
    Plays.Result result = Plays.run(wish, line -> {}, stores -> {
      Count.Result.Counted counted =
          (Count.Result.Counted) Count.of(agreement.exchange(), Objects.requireNonNull(stores.get("M")).contents());
      log = counted.log();
      state = counted.state();
    });
    report = PlainJson.object(((Plays.Result.Played) result).report().pretty());
    Shape<Move> shape = Shape.of(Move.class);
    for (long index = 0; index < log.size(); index++) {
      var leaf = log.leaf(index);
      Decision decision = log.decision(index);
      var author = decision.next().parties().authors().get(new homeward.exchange.AuthorId(leaf.entry().envelope().author().value()));
      SAID.add(new Said(
          leaf.stamp(), Optional.ofNullable(author).map(known -> known.party()), leaf.entry().envelope().function(),
          shape.read(leaf.entry().envelope().body()), decision.refusal().isEmpty()));
    }
  }

  private static PartyId opener() {
    return state.course().opener().orElseThrow();
  }

  private static PartyId other() {
    return state.terms().otherSide(opener());
  }

  private static <M extends Move> List<Said> said(Class<M> kind, Predicate<M> which) {
    return SAID.stream().filter(said -> kind.isInstance(said.move()) && which.test(kind.cast(said.move()))).toList();
  }

  private static long time(String iso) {
    return Instant.parse(iso).toEpochMilli();
  }

  private static Journey day(int number) {
    return Objects.requireNonNull(state.journeys().get("day-" + number));
  }

  @Test
  void itWasAgreedOnTheSixteenthOfMay() {
    assertThat(Instant.ofEpochMilli(state.course().agreed().orElseThrow().at())).isBetween(
        Instant.parse("2025-05-16T00:00:00Z"), Instant.parse("2025-05-16T23:59:59Z"));
  }

  @Test
  void onThreeDays270And120ThenThen307Then303ReturnToEachSide() {
    List<Map<String, Object>> tranches = PlainJson.objects(report, "tranches");
    List<Map<String, Integer>> figures = List.of(
        Map.of("military", 270, "civilian", 120, "total", 390), Map.of("military", 307, "civilian", 0, "total", 307),
        Map.of("military", 303, "civilian", 0, "total", 303));
    for (String side : List.of("A", "B")) {
      assertThat(tranches).extracting(day -> PlainJson.fields(day, side).get("received")).isEqualTo(figures);
    }
    assertThat(PlainJson.objects(report, "nodes")).extracting(node -> node.get("stateHash")).hasSize(3).containsOnly(
        PlainJson.objects(report, "nodes").getFirst().get("stateHash"));
  }

  /** Edge cases 11, 12 and 14. */
  @Test
  void whoeverWasExchangedOrIsDeadOrStandsTwiceIsNotAcceptedAndRidesNowhere() {
    assertThat(notAgreed(Person.Answered.NOT_ACCEPTED)).isNotEmpty();
    assertThat(lines(line -> line.answer() == Person.Answered.NOT_ACCEPTED)).isEqualTo(notAgreed(Person.Answered.NOT_ACCEPTED).size());
    assertThat(registers.joins(Agreements.named("reference"), "A").heldTwice()).isNotEmpty();
    assertThat(registers.joins(Agreements.named("reference"), "A").joined()).extracting(pair -> pair.sought().captivity().status())
        .contains(homeward.register.Person.Status.EXCHANGED, homeward.register.Person.Status.DIED);
  }

  @Test
  void aDisputedCategoryStopsNothing() {
    assertThat(notAgreed(Person.Answered.OPEN)).isNotEmpty();
    assertThat(lines(line -> line.answer() == Person.Answered.OPEN)).isEqualTo(notAgreed(Person.Answered.OPEN).size());
    assertThat(state.course().phase()).isEqualTo(State.Phase.CLOSED);
  }

  private static int lines(Predicate<Registers.Line> which) {
    Agreement agreement = Agreements.named("reference");
    return (int) List.of("A", "B").stream().flatMap(holder -> registers.lines(agreement, holder).stream())
        .filter(line -> !line.direct() && which.test(line)).count();
  }

  /** Those who were answered so; nobody of them may have been seen on the way. */
  private static Set<Ref> notAgreed(Person.Answered answer) {
    Set<Ref> people = state.people().entrySet().stream()
        .filter(entry -> entry.getValue().answer() == answer).map(Map.Entry::getKey).collect(Collectors.toSet());
    assertThat(people).allMatch(ref -> !state.trails().containsKey(ref));
    return people;
  }

  @Test
  void theSeriouslyWoundedReturnOnBothSidesOutsideTheCount() {
    for (String side : List.of("A", "B")) {
      String holder = side.equals("A") ? "B" : "A";
      long wounded = registers.lines(Agreements.named("reference"), holder).stream()
          .filter(line -> line.person().captivity().health() == Health.SERIOUSLY_WOUNDED).count();
      assertThat(PlainJson.fields(PlainJson.fields(report, "sides"), side)).containsEntry("direct", (int) wounded);
      assertThat(wounded).isPositive();
    }
    assertThat(state.journeys().values().stream().filter(Journey::direct)).hasSize(2).allMatch(journey -> journey.waves().size() == 1);
  }

  @Test
  void somebodyNotClearedTheEveningBeforeIsReplacedByAChangeThatBothSidesSign() {
    Said change = said(Move.Propose.class, propose -> propose.matter() instanceof Matter.Change).getFirst();
    Matter.Change changed = (Matter.Change) ((Move.Propose) change.move()).matter();
    Ref stays = changed.out().first();
    assertThat(changed.journey()).isEqualTo("day-2");
    assertThat(changed.out()).hasSize(1);
    assertThat(change.at()).isBetween(day(2).from() - 12 * HOUR, day(2).from());
    assertThat(day(2).clearance().covers(stays)).isFalse();
    assertThat(state.trails()).doesNotContainKey(stays);
    assertThat(day(2).wave(1).rolls().values()).allMatch(roll -> !roll.everybody().contains(stays) && roll.everybody().size() == 100);
    Set<PartyId> signed = SAID.stream()
        .filter(said -> said.move() instanceof Move.Sign && said.at() == change.at()).flatMap(said -> said.by().stream()).collect(Collectors.toSet());
    assertThat(signed).contains(opener(), other());
  }

  @Test
  void aHeadcountOneShortIsFoundAndSettled() {
    State.Discrepancy found = state.discrepancies().values().stream()
        .filter(each -> each.kind() == State.DiscrepancyKind.COUNT_DIFFERS).findFirst().orElseThrow();
    List<Integer> heads = day(1).wave(2).counts().stream()
        .filter(count -> count.returnsTo().equals(other()) && count.end() == Move.Place.ARRIVAL).map(Journey.Count::heads).toList();
    assertThat(heads).containsExactly(99, 100);
    assertThat(found.finding()).contains(new Matter.Finding.CountIs(100));
    assertThat(day(1).wave(2).phase()).isEqualTo(Journey.WavePhase.RECONCILED);
  }

  @Test
  void threePeopleOnNoListArriveAndAreReceived() {
    assertThat(state.arrivals()).hasSize(3);
    assertThat(state.arrivals().values()).allMatch(arrival -> arrival.returnsTo().equals(opener()) && arrival.is().isEmpty());
    assertThat(state.arrivals().keySet()).allMatch(ref -> Objects.requireNonNull(state.trails().get(ref)).standing(Move.Sight.RECEIVED));
    assertThat(PlainJson.fields(PlainJson.fields(report, "sides"), "A")).containsEntry("unlisted", 3);
  }

  @Test
  void aStrikeHoursBeforeDayThreeHaltsTheExchangeAndWhoGoesOnIsRecorded() {
    Said halt = said(Move.Halt.class, any -> true).getFirst();
    Said resume = said(Move.Resume.class, any -> true).getFirst();
    assertThat(((Move.Halt) halt.move()).cause()).isEqualTo(Move.Cause.ATTACK);
    assertThat(halt.at()).isBetween(day(3).from() - 6 * HOUR, day(3).from());
    assertThat(((Move.Resume) resume.move()).although()).isTrue();
    assertThat(halt.by()).isEqualTo(resume.by()).contains(other());
    assertThat(said(Move.Authorise.class, any -> true)).noneMatch(release -> release.at() > halt.at() && release.at() < resume.at());
    assertThat(said(Move.Authorise.class, release -> release.journey().equals("day-3"))).hasSize(4).allMatch(release -> release.at() >= resume.at());
  }

  @Test
  void oneSidesPeopleRestInTheHandoverStateBeforeTheyAreHome() {
    PartyId handover = Objects.requireNonNull(state.course().functions().get(Function.HANDOVER));
    List<homeward.exchange.Trail> trails = state.trails().entrySet().stream()
        .filter(entry -> state.people().containsKey(entry.getKey())
            && Objects.requireNonNull(state.people().get(entry.getKey())).holder().equals(other()))
        .map(Map.Entry::getValue).toList();
    assertThat(trails).hasSizeGreaterThan(1_000).allSatisfy(trail -> {
      var received = trail.standing(Move.Sight.RECEIVED, handover).orElseThrow();
      var home = trail.standing(Move.Sight.HOME, opener()).orElseThrow();
      assertThat(log.leaf(home.index()).stamp() - log.leaf(received.index()).stamp()).isGreaterThan(24 * HOUR);
    });
  }

  @Test
  void eachSideStatesItsOwnReturneesEachDay() {
    TreeSet<String> stated = new TreeSet<>();
    state.announcements().stream().filter(said -> said.scope() == Move.Scope.ONE_SIDED && said.by().equals(said.returnsTo()) && said.asReceipts())
        .forEach(said -> stated.add(said.journey() + " " + (said.by().equals(opener()) ? "A" : "B")));
    assertThat(stated).containsExactly("day-1 A", "day-1 B", "day-2 A", "day-2 B", "day-3 A", "day-3 B");
  }

  /** Somebody who is no party said on day 2 that all is done; it reached the keeper and got no place. */
  @Test
  void anOutsidersPrematureClaimChangesNothing() {
    assertThat(Mishaps.reference().claim()).contains(2);
    assertThat(SAID).allMatch(said -> said.by().isPresent());
    assertThat(said(Move.Announce.class, any -> true)).noneMatch(said -> ((Move.Announce) said.move()).figures().containsValue(1000));
    assertThat(said(Move.Announce.class, any -> true)).allMatch(Said::accepted).noneMatch(said -> said.at() < time("2025-05-23T20:00:00Z"));
  }
}
