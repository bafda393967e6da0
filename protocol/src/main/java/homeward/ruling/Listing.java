package homeward.ruling;

import homeward.balance.Manifests;
import homeward.exchange.Function;
import homeward.exchange.Move;
import homeward.exchange.Offer;
import homeward.exchange.PartyId;
import homeward.exchange.Person;
import homeward.exchange.Ref;
import homeward.exchange.Refusal;
import homeward.exchange.State;
import homeward.exchange.Terms;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Lists: a holder offers whom it holds, version by version, and the home side answers name by name. */
final class Listing {
  private Listing() {}

  static Outcome commit(Turn turn, Move.Commit commit) {
    return Ruling.begin()
        .require(() -> turn.acts(Function.SIDE), () -> new Refusal.NotYourFunction(Function.SIDE))
        .require(() -> turn.terms().committedLists(), () -> new Refusal.NotNow(State.Phase.IN_FORCE))
        .require(() -> offer(turn, turn.party()).committed().isEmpty(), () -> new Refusal.Exists("commitment"))
        .then(() -> turn.now().with(turn.party(), offer(turn, turn.party()).committedTo(commit.digest())));
  }

  static Offer offer(Turn turn, PartyId holder) {
    return turn.now().offers().getOrDefault(holder, Offer.NONE);
  }

  static Outcome lodge(Turn turn, Move.Lodge lodge) {
    Offer offer = offer(turn, turn.party());
    return Ruling.begin()
        .require(() -> turn.acts(Function.SIDE), () -> new Refusal.NotYourFunction(Function.SIDE))
        .require(() -> lodge.version() == offer.version() + 1, () -> new Refusal.OtherVersion(offer.version()))
        .require(() -> lodge.part().number() == nextPart(offer, lodge.part()), () -> new Refusal.OtherPart(nextPart(offer, lodge.part())))
        .require(() -> commitmentsIn(turn), Refusal.CommitFirst::new)
        .require(() -> unknownCategory(turn, lodge).isEmpty(), () -> new Refusal.UnknownCategory(unknownCategory(turn, lodge).orElseThrow()))
        .require(() -> foreign(turn, lodge).isEmpty(), () -> new Refusal.UnknownReferences(foreign(turn, lodge)))
        .require(() -> twice(offer, lodge).isEmpty(), () -> new Refusal.Twice(twice(offer, lodge)))
        .require(() -> moved(turn, lodge).isEmpty(), () -> new Refusal.OtherCategory(moved(turn, lodge)))
        .require(() -> mayStillChange(turn, lodge), () -> new Refusal.NotNow(State.Phase.IN_FORCE))
        .require(() -> opens(offer, lodge), () -> new Refusal.OtherDigest(offer.committed().orElseThrow()))
        .then(() -> lodged(turn, offer, lodge));
  }

  /** A version being lodged may be begun again from its first part. */
  private static int nextPart(Offer offer, Move.Part part) {
    return part.number() == 1
        ? 1
        : offer.building().filter(building -> building.of() == part.of()).map(Offer.Building::next).orElse(1);
  }

  private static boolean commitmentsIn(Turn turn) {
    return !turn.terms().committedLists() || (in(offer(turn, turn.party())) && in(offer(turn, turn.otherSide())));
  }

  private static boolean in(Offer offer) {
    return offer.committed().isPresent() || offer.commitLapsed();
  }

  private static Optional<String> unknownCategory(Turn turn, Move.Lodge lodge) {
    return lodge.refs().keySet().stream().filter(category -> !turn.terms().categories().containsKey(category)).findFirst();
  }

  /** Arrival references, and references of people whom the other side holds, cannot be offered. */
  private static SortedSet<Ref> foreign(Turn turn, Move.Lodge lodge) {
    return those(lodge.refs(), ref -> ref.isArrival() || !heldHere(turn, ref));
  }

  private static boolean heldHere(Turn turn, Ref ref) {
    Person known = turn.now().people().get(ref);
    return known == null || known.holder().equals(turn.party());
  }

  private static SortedSet<Ref> moved(Turn turn, Move.Lodge lodge) {
    TreeSet<Ref> moved = new TreeSet<>();
    lodge.refs().forEach((category, refs) -> refs.stream().filter(ref -> otherCategory(turn, ref, category)).forEach(moved::add));
    return moved;
  }

  /** A category may be corrected until the person is agreed; after that it is what both sides looked at. */
  private static boolean otherCategory(Turn turn, Ref ref, String category) {
    Person known = turn.now().people().get(ref);
    return known != null && known.answer() == Person.Answered.ACCEPTED && !known.category().equals(category);
  }

  private static SortedSet<Ref> twice(Offer offer, Move.Lodge lodge) {
    TreeSet<Ref> seen = new TreeSet<>();
    if (lodge.part().number() > 1) {
      offer.building().ifPresent(building -> building.refs().values().forEach(seen::addAll));
    }
    return those(lodge.refs(), ref -> !seen.add(ref));
  }

  private static SortedSet<Ref> those(SortedMap<String, SortedSet<Ref>> refs, Predicate<Ref> which) {
    TreeSet<Ref> found = new TreeSet<>();
    refs.values().forEach(some -> some.stream().filter(which).forEach(found::add));
    return found;
  }

  /** After the freeze a list only grows, by later finds of a category that is exchanged all for all. */
  private static boolean mayStillChange(Turn turn, Move.Lodge lodge) {
    return turn.now().course().frozen().isEmpty()
        || lodge.refs().entrySet().stream()
            .allMatch(
                offered ->
                    turn.terms().categories().getOrDefault(offered.getKey(), new Terms.Category(1, false)).all()
                        || turn.now().people().keySet().containsAll(offered.getValue()));
  }

  /** The first version must be the one that was committed to. */
  private static boolean opens(Offer offer, Move.Lodge lodge) {
    boolean last = lodge.part().number() == lodge.part().of();
    if (!last || offer.version() > 0 || offer.committed().isEmpty()) {
      return true;
    }
    return lodge.salt().map(salt -> Manifests.commitment(salt, whole(offer, lodge)).equals(offer.committed().get())).orElse(false);
  }

  private static SortedMap<String, SortedSet<Ref>> whole(Offer offer, Move.Lodge lodge) {
    SortedMap<String, SortedSet<Ref>> before =
        lodge.part().number() == 1 ? State.none() : offer.building().map(Offer.Building::refs).orElseGet(State::none);
    return joined(before, lodge.refs());
  }

  /** Both together, category by category. */
  static SortedMap<String, SortedSet<Ref>> joined(SortedMap<String, SortedSet<Ref>> one, SortedMap<String, SortedSet<Ref>> other) {
    TreeMap<String, SortedSet<Ref>> all = new TreeMap<>();
    one.forEach((category, refs) -> all.computeIfAbsent(category, some -> new TreeSet<>()).addAll(refs));
    other.forEach((category, refs) -> all.computeIfAbsent(category, some -> new TreeSet<>()).addAll(refs));
    return Collections.unmodifiableSortedMap(all);
  }

  private static State lodged(Turn turn, Offer offer, Move.Lodge lodge) {
    SortedMap<String, SortedSet<Ref>> all = whole(offer, lodge);
    int next = lodge.part().number() + 1;
    if (next <= lodge.part().of()) {
      Offer.Building building = new Offer.Building(lodge.version(), lodge.part().of(), next, all, lodge.salt());
      return turn.now().with(turn.party(), offer.coming(building));
    }
    boolean frozen = turn.now().course().frozen().isPresent();
    SortedMap<String, SortedSet<Ref>> stands = frozen ? joined(offer.refs(), all) : all;
    return turn.now().with(turn.party(), offer.whole(lodge.version(), stands)).withPeople(people(turn, stands, frozen));
  }

  /** Who is on the version is listed; who is no longer on it is struck, unless seated or agreed at a freeze. */
  private static SortedMap<Ref, Person> people(Turn turn, SortedMap<String, SortedSet<Ref>> all, boolean frozen) {
    TreeMap<Ref, Person> changed = new TreeMap<>();
    all.forEach((category, refs) -> refs.forEach(ref -> changed.put(ref, listed(turn, ref, category))));
    turn.now().people().forEach(
            (ref, person) -> {
              boolean gone = person.holder().equals(turn.party()) && !changed.containsKey(ref);
              if (gone && !frozen && person.seat().isEmpty()) {
                changed.put(ref, person.withStruck(true));
              }
            });
    return changed;
  }

  private static Person listed(Turn turn, Ref ref, String category) {
    Person known = turn.now().people().get(ref);
    return known == null
        ? new Person(turn.party(), category, Person.Answered.NOT_YET, false, Optional.empty())
        : new Person(known.holder(), category, known.answer(), false, known.seat());
  }

  static Outcome complete(Turn turn, Move.Complete complete) {
    String category = complete.category();
    Offer offer = offer(turn, turn.party());
    return Ruling.begin()
        .require(() -> turn.acts(Function.SIDE), () -> new Refusal.NotYourFunction(Function.SIDE))
        .require(
            () -> Optional.ofNullable(turn.terms().categories().get(category)).map(Terms.Category::all).orElse(false),
            () -> new Refusal.UnknownCategory(category))
        .require(() -> !offer.complete().contains(category), () -> new Refusal.Exists("complete"))
        .then(
            () -> {
              TreeSet<String> categories = new TreeSet<>(offer.complete());
              categories.add(category);
              return turn.now().with(turn.party(), offer.completed(Collections.unmodifiableSortedSet(categories)));
            });
  }

  static Outcome answer(Turn turn, Move.Answer answer) {
    SortedSet<Ref> all = answered(answer);
    return Ruling.begin()
        .require(() -> turn.acts(Function.SIDE), () -> new Refusal.NotYourFunction(Function.SIDE))
        .require(
            () -> answer.version() == offer(turn, turn.otherSide()).version(),
            () -> new Refusal.OtherVersion(offer(turn, turn.otherSide()).version()))
        .require(() -> unlisted(turn, all).isEmpty(), () -> new Refusal.UnknownReferences(unlisted(turn, all)))
        .require(() -> answeredTwice(answer).isEmpty(), () -> new Refusal.Twice(answeredTwice(answer)))
        .require(() -> dropped(turn, answer).isEmpty(), () -> new Refusal.Exists("seat"))
        .require(() -> mayStillAnswer(turn, all), () -> new Refusal.NotNow(State.Phase.IN_FORCE))
        .then(() -> turn.now().withPeople(answered(turn, answer)));
  }

  private static SortedSet<Ref> answered(Move.Answer answer) {
    TreeSet<Ref> all = new TreeSet<>(answer.accepted());
    all.addAll(answer.notAccepted());
    all.addAll(answer.open());
    return all;
  }

  private static SortedSet<Ref> answeredTwice(Move.Answer answer) {
    TreeSet<Ref> seen = new TreeSet<>();
    TreeSet<Ref> twice = new TreeSet<>();
    Stream.of(answer.accepted(), answer.notAccepted(), answer.open())
        .flatMap(SortedSet::stream)
        .filter(ref -> !seen.add(ref))
        .forEach(twice::add);
    return twice;
  }

  private static SortedSet<Ref> unlisted(Turn turn, SortedSet<Ref> refs) {
    TreeSet<Ref> unknown = new TreeSet<>(refs);
    unknown.removeIf(
        ref -> {
          Person person = turn.now().people().get(ref);
          return person != null && !person.struck() && person.holder().equals(turn.otherSide());
        });
    return unknown;
  }

  private static SortedSet<Ref> dropped(Turn turn, Move.Answer answer) {
    TreeSet<Ref> dropped = new TreeSet<>(answer.notAccepted());
    dropped.addAll(answer.open());
    dropped.removeIf(ref -> java.util.Objects.requireNonNull(turn.now().people().get(ref)).seat().isEmpty());
    return dropped;
  }

  /** After the freeze only later finds are still to be answered. */
  private static boolean mayStillAnswer(Turn turn, SortedSet<Ref> refs) {
    return turn.now().course().frozen().isEmpty()
        || refs.stream()
            .map(ref -> java.util.Objects.requireNonNull(turn.now().people().get(ref)))
            .allMatch(
                person ->
                    person.answer() == Person.Answered.NOT_YET
                        && turn.terms().categories().getOrDefault(person.category(), new Terms.Category(1, false)).all());
  }

  private static SortedMap<Ref, Person> answered(Turn turn, Move.Answer answer) {
    TreeMap<Ref, Person> changed = new TreeMap<>();
    answer.accepted().forEach(ref -> changed.put(ref, answered(turn, ref, Person.Answered.ACCEPTED)));
    answer.notAccepted().forEach(ref -> changed.put(ref, answered(turn, ref, Person.Answered.NOT_ACCEPTED)));
    answer.open().forEach(ref -> changed.put(ref, answered(turn, ref, Person.Answered.OPEN)));
    return changed;
  }

  private static Person answered(Turn turn, Ref ref, Person.Answered answer) {
    return java.util.Objects.requireNonNull(turn.now().people().get(ref)).answered(answer);
  }
}
