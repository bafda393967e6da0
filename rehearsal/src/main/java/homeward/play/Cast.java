package homeward.play;

import homeward.agreement.Agreement;
import homeward.conduct.Book;
import homeward.conduct.Choosing;
import homeward.conduct.Conduct;
import homeward.conduct.SideConduct;
import homeward.conduct.ThirdConduct;
import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.Person.Answered;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.exchange.Terms;
import homeward.node.Message;
import homeward.register.PeopleFile;
import homeward.register.Person;
import homeward.seating.SeatingPlan;
import homeward.transcript.Attachment;
import homeward.transcript.PublicKey;
import homeward.transcript.SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who plays: ids, keys and private knowledge of every party. Everything is drawn by role, the opening side first, so that the
 * sides' names change nothing but the names.
 */
final class Cast {
  private static final int PEOPLE = 3;
  private static final int PATIENCE_HOURS = 336;
  private static final long HOUR = 3_600_000L;

  final Agreement agreement;
  final Terms terms;
  final Map<String, PartyId> ids = new HashMap<>();
  final Map<PartyId, String> names = new HashMap<>();
  private final Map<String, Keys> keys = new HashMap<>();
  private final Map<String, Book> books = new HashMap<>();
  private final Map<String, Message.Parcel> parcels = new HashMap<>();
  private final Map<String, List<Company.Listed>> lists = new HashMap<>();
  private Registers registers = new Registers(Map.of(), Map.of(), List.of());
  private final Mishaps mishaps;
  final Set<Ref> staying = new HashSet<>();

  /** A party's keys: its root, its node's, and its people's. */
  record Keys(SigningKey root, SigningKey node, List<SigningKey> people, List<String> persons) {
    List<Move.Delegate> delegates() {
      List<Move.Delegate> delegates = new ArrayList<>();
      for (int i = 0; i < people.size(); i++) {
        delegates.add(new Move.Delegate(persons.get(i), people.get(i).publicKey().value()));
      }
      return delegates;
    }
  }

  private Cast(Agreement agreement, Mishaps mishaps, Draws draws) {
    this.agreement = agreement;
    this.mishaps = mishaps;
    for (Agreement.Party party : inOrder(agreement)) {
      PartyId id = draws.party();
      ids.put(party.id(), id);
      names.put(id, party.id());
      keys.put(party.id(), keys(draws, Math.max(PEOPLE, agreement.conduct().people())));
    }
    this.terms = agreement.terms(ids, Digest.of(agreement.words()));
  }

  /** The opening side, the other side, then the third parties in the order of the file. */
  static List<Agreement.Party> inOrder(Agreement agreement) {
    List<Agreement.Party> parties = new ArrayList<>();
    parties.add(agreement.party(agreement.opens()));
    parties.add(agreement.party(agreement.otherSide(agreement.opens())));
    parties.addAll(agreement.thirdParties());
    return parties;
  }

  private static Keys keys(Draws draws, int count) {
    List<SigningKey> people = new ArrayList<>();
    List<String> persons = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      people.add(draws.key());
      persons.add(draws.opaque());
    }
    return new Keys(draws.key(), draws.key(), people, persons);
  }

  static Cast of(Agreement agreement, Registers registers, Mishaps mishaps, long seed) {
    Draws draws = Draws.of(seed, "cast");
    Cast cast = new Cast(agreement, mishaps, draws);
    cast.registers = registers;
    Map<String, Held> held = new HashMap<>();
    String opens = agreement.opens();
    for (String holder : List.of(opens, agreement.otherSide(opens))) {
      held.put(holder, cast.held(registers, holder, draws));
    }
    for (String side : List.of(opens, agreement.otherSide(opens))) {
      Held own = java.util.Objects.requireNonNull(held.get(side));
      Held others = java.util.Objects.requireNonNull(held.get(agreement.otherSide(side)));
      cast.books.put(side, cast.book(side, own, others, draws));
    }
    return cast;
  }

  /** A holder's people under their references, the sealed list of their names, and what the home side will answer. */
  private record Held(
      SortedMap<Ref, String> offered, SortedMap<Ref, String> wounded, SortedMap<Ref, Answered> answers, Move.Attachment names, Choosing choosing) {}

  private Held held(Registers registers, String holder, Draws draws) {
    TreeMap<Ref, String> offered = new TreeMap<>();
    TreeMap<Ref, String> wounded = new TreeMap<>();
    TreeMap<Ref, Answered> answers = new TreeMap<>();
    List<Person> named = new ArrayList<>();
    List<Company.Listed> listed = new ArrayList<>();
    SortedMap<Ref, Person> agreed = new TreeMap<>();
    for (Registers.Line line : registers.lines(agreement, holder)) {
      Ref ref = draws.held();
      (line.direct() ? wounded : offered).put(ref, line.person().category());
      answers.put(ref, line.answer());
      listed.add(new Company.Listed(ref, line.person().id(), line.person().category(), line.direct()));
      named.add(underItsReference(ref, line.person()));
      if (!line.direct() && line.answer() == Answered.ACCEPTED) {
        agreed.put(ref, line.person());
      }
    }
    lists.put(holder, listed);
    byte[] contentKey = draws.bytes(32);
    Attachment.Sealed sealed =
        Attachment.seal(PeopleFile.write(named).getBytes(StandardCharsets.UTF_8), contentKey, draws.bytes(12));
    parcels.put(holder, Message.Parcel.of(sealed.ciphertext(), contentKey));
    Attachment described = sealed.descriptor();
    Move.Attachment names =
        new Move.Attachment(
            new Digest(described.ciphertext().value()), new Digest(described.contentKey().value()), described.size());
    return new Held(offered, wounded, answers, names, SeatingPlan.of(agreement, holder, agreed));
  }

  /** In the sealed file a person stands under the reference, so that the home side can answer it. */
  private static Person underItsReference(Ref ref, Person person) {
    return new Person(
        ref.value(), person.name(), person.birthDate(), person.sex(), person.particulars(), person.captivity(), person.remarks());
  }

  /** What a party with a node knows by itself. */
  Company.Dossier dossier(Agreement.Party party) {
    Keys own = keysOf(party.id());
    SequencedMap<String, SigningKey> people = new LinkedHashMap<>();
    for (int person = 0; person < own.people().size(); person++) {
      people.put(own.persons().get(person), own.people().get(person));
    }
    Optional<Book> book = Optional.ofNullable(books.get(party.id()));
    return new Company.Dossier(
        agreement,
        party,
        own.root(),
        people,
        registers.sought().getOrDefault(party.id(), List.of()),
        registers.held().getOrDefault(party.id(), List.of()),
        lists.getOrDefault(party.id(), List.of()),
        book.map(Book::answers).orElse(State.none()),
        book.flatMap(Book::names),
        book.map(Book::salt).orElse(""));
  }

  private Book book(String side, Held own, Held others, Draws draws) {
    boolean opens = side.equals(agreement.opens());
    return new Book(
        opens ? Optional.of(opening()) : Optional.empty(),
        keysOf(side).delegates(),
        terms,
        own.offered(),
        Optional.of(own.names()),
        draws.opaque(),
        own.wounded(),
        others.answers(),
        everybody(),
        agreement.seatsPerWave(),
        own.choosing(),
        Book.Leads.inTheirTime(),
        day(opens, draws));
  }

  private Move.Open opening() {
    List<Move.Member> members = new ArrayList<>();
    for (Agreement.Party party : agreement.parties()) {
      Keys own = keysOf(party.id());
      Move.Keys open = new Move.Keys(own.root().publicKey().value(), own.node().publicKey().value());
      Move.Kind kind = agreement.sides().contains(party) ? Move.Kind.SIDE : Move.Kind.THIRD;
      members.add(new Move.Member(idOf(party.id()), kind, party.onPaper() ? Optional.empty() : Optional.of(open)));
    }
    members.sort(java.util.Comparator.comparing(Move.Member::party));
    return new Move.Open(
        members, idOf(agreement.opens()), terms.functions(), keysOf(agreement.opens()).delegates(), PATIENCE_HOURS);
  }

  private SortedMap<Integer, SortedMap<PartyId, SortedSet<String>>> everybody() {
    TreeMap<Integer, SortedMap<PartyId, SortedSet<String>>> everybody = new TreeMap<>();
    for (int number = 1; number <= agreement.tranches().size(); number++) {
      TreeMap<PartyId, SortedSet<String>> bySide = new TreeMap<>();
      agreement.tranches().get(number - 1).everybody()
          .forEach((side, categories) -> bySide.put(idOf(side), new TreeSet<>(categories)));
      everybody.put(number, bySide);
    }
    return everybody;
  }

  private Book.Day day(boolean opens, Draws draws) {
    List<String> shortCounts = opens ? List.of() : mishaps.countedShort().map(where -> List.of(where.code())).orElse(List.of());
    SortedMap<String, SortedMap<Ref, String>> unlisted = State.none();
    if (opens && mishaps.unlisted().isPresent()) {
      unlisted = State.put(unlisted, mishaps.unlisted().get().code(), strangers(mishaps.unlisted().get().people(), draws));
    }
    List<String> calledOff = opens ? mishaps.calledOff().stream().map(day -> "day-" + day).toList() : List.of();
    boolean silent = !opens && mishaps.silence() == Mishaps.Silence.OTHER_SIDE;
    return new Book.Day(
        shortCounts, unlisted, calledOff, opens ? List.of() : strikes(), silent ? silenceFrom() : Long.MAX_VALUE, opens && mishaps.restsAbroad());
  }

  private SortedMap<Ref, String> strangers(int count, Draws draws) {
    TreeMap<Ref, String> people = new TreeMap<>();
    String category = agreement.categories().getFirst().code();
    for (int i = 0; i < count; i++) {
      people.put(draws.arrival(), category);
    }
    return people;
  }

  private List<Book.Halting> strikes() {
    return mishaps
        .strikeBefore()
        .map(day -> agreement.tranches().get(day - 1).from().toEpochMilli())
        .map(from -> List.of(new Book.Halting(from - 5 * HOUR, from + HOUR, Move.Cause.ATTACK, true)))
        .orElse(List.of());
  }

  /** Some hours after the first day, when its people are home and its figures are out. */
  long silenceFrom() {
    return agreement.tranches().getFirst().until().toEpochMilli() + 3 * HOUR;
  }

  /** How a party behaves: a side by its book, anybody by the functions it holds. */
  Conduct conduct(String party) {
    boolean keeper = agreement.holder(Function.KEEPER).map(held -> held.id().equals(party)).orElse(false);
    boolean silent = keeper && mishaps.silence() == Mishaps.Silence.KEEPER;
    List<PartyId> guests = mishaps.restsAbroad() ? List.of(idOf(agreement.opens())) : List.of();
    ThirdConduct.Ward ward =
        new ThirdConduct.Ward(
            keysOf(party).delegates(), () -> new TreeSet<>(staying), List.of(), silent ? silenceFrom() : Long.MAX_VALUE, guests);
    Book book = books.get(party);
    return book == null ? new ThirdConduct(ward) : new SideConduct(book, ward);
  }

  Keys keysOf(String party) {
    return java.util.Objects.requireNonNull(keys.get(party));
  }

  PartyId idOf(String party) {
    return java.util.Objects.requireNonNull(ids.get(party));
  }

  /** The names that go with a holder's list, sealed for the other side alone. */
  Message.Parcel parcel(String holder) {
    return java.util.Objects.requireNonNull(parcels.get(holder));
  }

  /** The node keys of everybody who has a node. */
  SortedMap<PartyId, PublicKey> nodes() {
    TreeMap<PartyId, PublicKey> nodes = new TreeMap<>();
    agreement.parties().stream()
        .filter(party -> !party.onPaper())
        .forEach(party -> nodes.put(idOf(party.id()), keysOf(party.id()).node().publicKey()));
    return nodes;
  }
}
