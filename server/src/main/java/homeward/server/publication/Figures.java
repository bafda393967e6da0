package homeward.server.publication;

import homeward.balance.Balance;
import homeward.balance.Figure;
import homeward.balance.Publication;
import homeward.exchange.Journey;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.exchange.Terms;
import homeward.server.wording.Moment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The figures that may be said now.
 *
 * @param sides what the two sides are called, in the order of the terms
 * @param days by day of the agreement
 * @param beyond what no day counts; nothing as long as any day is under embargo, since it could be told from it
 * @param statements of one side alone
 */
record Figures(List<String> sides, List<Day> days, List<Beyond> beyond, List<Statement> statements) {

  /**
   * A day of the agreement. Where and when people will travel is nobody's business before they have: of a day whose window is not
   * over nothing but its number is told.
   *
   * @param date empty as long as its window is not over
   * @param place empty as long as its figures are not free
   * @param from when its figures become free, to the minute, UTC, once its window is over
   * @param numbers none as long as they are not free
   */
  record Day(int number, String date, String place, Course course, Optional<String> from, List<Told> numbers) {

    /** People returned to a side. */
    public int returned(String side) {
      return numbers.stream().filter(number -> number.side().equals(side)).mapToInt(number -> number.figure().count()).sum();
    }
  }

  /** How far a day is, as far as that may be told. */
  enum Course {
    UNTOLD,
    /** Its window is over; nothing else of it is told before its hour. */
    EMBARGOED,
    FREE,
    DISPUTED,
    STOOD_DOWN
  }

  /** People of a category who returned to a side on a day; {@code id} leads to the entries behind it. */
  record Told(String id, String side, String category, Figure figure) {}

  /** Something that counts in no day, of one side: {@code public.beyond.…}. */
  record Beyond(String side, String what, int count) {}

  /**
   * What one party said in public on its own.
   *
   * @param checked whether the receipts said the same then; nothing as long as the joint figure is not free
   */
  record Statement(String by, String returnsTo, String journey, int people, long index, boolean reported, Optional<Boolean> checked) {}

  /**
   * Everything that may be said.
   *
   * @param now epoch ms
   */
  static Figures of(State state, Map<PartyId, String> names, long now) {
    Optional<Terms> terms = state.course().agreed().map(State.Agreed::terms);
    if (terms.isEmpty()) {
      return new Figures(List.of(), List.of(), List.of(), List.of());
    }
    Balance balance = Balance.of(state);
    List<String> sides = terms.get().sides().stream().map(side -> name(names, side)).toList();
    List<Day> days = new ArrayList<>();
    for (int number = 1; number <= terms.get().tranches().size(); number++) {
      days.add(day(state, names, now, balance, number));
    }
    boolean allFree = state.journeys().values().stream().allMatch(journey -> Publication.free(state, journey, now));
    return new Figures(sides, days, allFree && !state.journeys().isEmpty() ? beyond(balance, names) : List.of(), statements(state, names, now));
  }

  private static String name(Map<PartyId, String> names, PartyId party) {
    return names.getOrDefault(party, party.value());
  }

  private static Day day(State state, Map<PartyId, String> names, long now, Balance balance, int number) {
    Terms.Tranche tranche = state.terms().tranches().get(number - 1);
    Optional<Journey> journey = state.journeys().values().stream()
        .filter(each -> each.tranche().equals(Optional.of(number)))
        .max(Comparator.comparing((Journey each) -> each.phase() != Journey.Phase.STOOD_DOWN).thenComparingLong(Journey::from));
    boolean free = state.journeys().values().stream()
        .filter(each -> each.tranche().equals(Optional.of(number)))
        .allMatch(each -> Publication.free(state, each, now));
    boolean past = journey.map(each -> free || now > each.until()).orElse(false);
    return new Day(
        number,
        past ? tranche.day() : "",
        past && free ? journey.map(Journey::place).orElse("") : "",
        past ? course(journey.orElseThrow(), free) : Course.UNTOLD,
        past ? journey.map(each -> Moment.utc(Publication.freeFrom(state, each))) : Optional.empty(),
        past && free ? numbers(state, names, balance, number) : List.of());
  }

  private static Course course(Journey journey, boolean free) {
    if (!free) {
      return Course.EMBARGOED;
    }
    return switch (journey.phase()) {
      case STOOD_DOWN -> Course.STOOD_DOWN;
      case DISPUTED -> Course.DISPUTED;
      case CONVENED, SEALED, CUT_SHORT, RECONCILED -> Course.FREE;
    };
  }

  private static List<Told> numbers(State state, Map<PartyId, String> names, Balance balance, int tranche) {
    List<Told> numbers = new ArrayList<>();
    for (PartyId side : state.terms().sides()) {
      SortedMap<String, Figure> received = balance.received(tranche, side);
      String prefix = tranche + "." + state.terms().sides().indexOf(side) + ".";
      received.forEach((category, figure) -> numbers.add(new Told(prefix + category, name(names, side), category, figure)));
    }
    return numbers;
  }

  private static List<Beyond> beyond(Balance balance, Map<PartyId, String> names) {
    List<Beyond> beyond = new ArrayList<>();
    balance.sides().forEach((party, side) -> {
      String name = name(names, party);
      beyond.add(new Beyond(name, "public.beyond.outside", side.outside().count()));
      beyond.add(new Beyond(name, "public.beyond.direct", side.direct().count()));
      beyond.add(new Beyond(name, "public.beyond.unlisted", side.unlisted().count()));
      beyond.add(new Beyond(name, "public.beyond.withoutauthority", side.withoutAuthority().count()));
      beyond.add(new Beyond(name, "public.beyond.onesided", side.oneSided().count()));
      beyond.add(new Beyond(name, "public.beyond.home", side.home().count()));
    });
    return beyond;
  }

  private static List<Statement> statements(State state, Map<PartyId, String> names, long now) {
    return state.announcements().stream()
        .filter(said -> said.scope() == Move.Scope.ONE_SIDED)
        .map(said -> statement(state, names, now, said))
        .toList();
  }

  private static Statement statement(State state, Map<PartyId, String> names, long now, State.Announcement said) {
    int people = said.figures().values().stream().mapToInt(Integer::intValue).sum();
    boolean free = Optional.ofNullable(state.journeys().get(said.journey())).map(journey -> Publication.free(state, journey, now)).orElse(false);
    return new Statement(
        name(names, said.by()), name(names, said.returnsTo()), said.journey(), people, said.index(),
        said.provenance() == State.Provenance.REPORTED, free ? Optional.of(said.asReceipts()) : Optional.empty());
  }

  /** Every number that is free, in the order of days and sides. */
  List<Told> numbers() {
    return days.stream().flatMap(day -> day.numbers().stream()).toList();
  }

  /** All who returned to a side on days that are free. */
  public int returned(String side) {
    return days.stream().mapToInt(day -> day.returned(side)).sum();
  }

  /** How many days are told, of all there are. */
  public long told() {
    return days.stream().filter(day -> day.course() != Course.UNTOLD && day.course() != Course.EMBARGOED).count();
  }

  /** A free number by its id. */
  Optional<Told> find(String id) {
    return numbers().stream().filter(number -> number.id().equals(id)).findFirst();
  }
}
