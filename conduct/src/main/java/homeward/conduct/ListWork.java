package homeward.conduct;

import static homeward.exchange.Function.SIDE;

import homeward.balance.Manifests;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.Offer;
import homeward.exchange.PartyId;
import homeward.exchange.Person;
import homeward.exchange.Ref;
import homeward.exchange.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Offering whom one holds, and answering name by name. */
record ListWork(View view, Book book) {
  /** Fits a body of 48,000 bytes with room to spare: a reference takes 25. */
  private static final int PEOPLE_A_PART = 1_500;

  private boolean listing() {
    return view.phase() == State.Phase.IN_FORCE && view.state().course().frozen().isEmpty();
  }

  private Offer offer(PartyId holder) {
    return view.state().offers().getOrDefault(holder, Offer.NONE);
  }

  private boolean mayLodge() {
    if (!listing() || offer(view.me()).version() > 0) {
      return false;
    }
    boolean commitments =
        !view.terms().committedLists()
            || List.of(view.me(), view.otherSide()).stream()
                .allMatch(side -> offer(side).committed().isPresent() || offer(side).commitLapsed());
    return commitments && view.now() >= lead(book.leads().lodged());
  }

  /** Lists take days: they are lodged, answered and frozen at these parts of the time from the agreement to the first day. */
  private long lead(int hundredths) {
    long from = view.state().course().agreed().orElseThrow().at();
    return from + (view.terms().tranches().getFirst().from() - from) * hundredths / 100;
  }

  List<Intent> commits() {
    boolean due = listing() && view.terms().committedLists() && offer(view.me()).committed().isEmpty() && offer(view.me()).version() == 0;
    return due ? List.of(Intent.first(SIDE, new Move.Commit(Manifests.commitment(book.salt(), byCategory())))) : List.of();
  }

  private SortedMap<String, SortedSet<Ref>> byCategory() {
    return grouped(book.offered());
  }

  static SortedMap<String, SortedSet<Ref>> grouped(SortedMap<Ref, String> people) {
    TreeMap<String, SortedSet<Ref>> refs = new TreeMap<>();
    people.forEach((ref, category) -> refs.computeIfAbsent(category, none -> new TreeSet<>()).add(ref));
    return refs;
  }

  List<Intent> lodges() {
    if (!mayLodge()) {
      return List.of();
    }
    List<SortedMap<Ref, String>> parts = parts(book.offered());
    Optional<String> salt = offer(view.me()).committed().map(committed -> book.salt());
    int next = offer(view.me()).building().map(Offer.Building::next).orElse(1);
    List<Intent> intents = new ArrayList<>();
    for (int number = next; number <= parts.size(); number++) {
      Optional<Move.Attachment> names = number == 1 ? book.names() : Optional.empty();
      Move.Part part = new Move.Part(number, parts.size());
      intents.add(Intent.first(SIDE, new Move.Lodge(1, part, grouped(parts.get(number - 1)), names, salt)));
    }
    return intents;
  }

  static <V> List<SortedMap<Ref, V>> parts(SortedMap<Ref, V> people) {
    List<SortedMap<Ref, V>> parts = new ArrayList<>();
    TreeMap<Ref, V> part = new TreeMap<>();
    for (var person : people.entrySet()) {
      part.put(person.getKey(), person.getValue());
      if (part.size() == PEOPLE_A_PART) {
        parts.add(part);
        part = new TreeMap<>();
      }
    }
    if (!part.isEmpty() || parts.isEmpty()) {
      parts.add(part);
    }
    return parts;
  }

  List<Intent> answers() {
    if (view.phase() != State.Phase.IN_FORCE) {
      return List.of();
    }
    PartyId other = view.otherSide();
    Offer offered = offer(other);
    TreeMap<Ref, Person.Answered> due = new TreeMap<>();
    if (offered.version() > 0 && view.now() >= lead(book.leads().answered())) {
      view.state().people().forEach(
              (ref, person) -> {
                boolean open = person.answer() == Person.Answered.NOT_YET && !person.struck() && person.holder().equals(other);
                if (open && offeredNow(offered, ref, person)) {
                  due.put(ref, book.answers().getOrDefault(ref, Person.Answered.OPEN));
                }
              });
    }
    return due.isEmpty() ? List.of() : parts(due).stream().map(part -> answer(offered.version(), part)).toList();
  }

  private static boolean offeredNow(Offer offer, Ref ref, Person person) {
    return offer.refs().getOrDefault(person.category(), new TreeSet<>()).contains(ref);
  }

  private static Intent answer(int version, SortedMap<Ref, Person.Answered> answers) {
    TreeMap<Person.Answered, SortedSet<Ref>> by = new TreeMap<>();
    answers.forEach((ref, answer) -> by.computeIfAbsent(answer, none -> new TreeSet<>()).add(ref));
    return Intent.first(
        SIDE,
        new Move.Answer(
            version,
            by.getOrDefault(Person.Answered.ACCEPTED, new TreeSet<>()),
            by.getOrDefault(Person.Answered.NOT_ACCEPTED, new TreeSet<>()),
            by.getOrDefault(Person.Answered.OPEN, new TreeSet<>()),
            Optional.empty()));
  }

  List<Intent> completes() {
    return listing() && offer(view.me()).version() > 0
        ? view.terms().categories().entrySet().stream()
            .filter(category -> category.getValue().all() && !offer(view.me()).complete().contains(category.getKey()))
            .map(category -> Intent.first(SIDE, new Move.Complete(category.getKey())))
            .toList()
        : List.of();
  }

  /** A dispute about somebody's category or identity stops nobody else: who is open or not accepted does not ride. */
  List<Intent> freezes() {
    boolean lodged = listing() && offer(view.me()).version() > 0 && offer(view.otherSide()).version() > 0;
    boolean pending = Talks.anyPending(view, matter -> matter instanceof Matter.Freeze);
    if (!lodged || pending || !view.opener() || view.now() < lead(book.leads().frozen()) || !everybodyAnswered()) {
      return List.of();
    }
    TreeMap<PartyId, Integer> versions = new TreeMap<>();
    view.state().offers().forEach((holder, offer) -> versions.put(holder, offer.version()));
    return List.of(Talks.propose(view, new Matter.Freeze(versions, Manifests.agreed(view.state())), 3 * View.DAY));
  }

  private boolean everybodyAnswered() {
    return view.state().people().values().stream()
        .noneMatch(person -> person.answer() == Person.Answered.NOT_YET && listedByOffer(person));
  }

  private static boolean listedByOffer(Person person) {
    return !person.struck() && person.seat().isEmpty();
  }
}
