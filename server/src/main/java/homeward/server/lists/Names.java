package homeward.server.lists;

import homeward.exchange.Move;
import homeward.exchange.Offer;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.json.Malformed;
import homeward.json.Shape;
import homeward.recognition.Suggestion;
import homeward.register.Column;
import homeward.register.Listing;
import homeward.register.PeopleFile;
import homeward.register.Person;
import homeward.register.Reading;
import homeward.server.candidates.Received;
import homeward.server.proceedings.Placed;
import homeward.server.proceedings.Proceedings;
import homeward.server.proceedings.Standing;
import homeward.server.talks.Circle;
import homeward.transcript.Attachment;
import homeward.transcript.Hash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Names from the sealed files of the lists that stand. A file is opened once and its people are kept in memory under the hash of its
 * ciphertext, only while the file and its key are both in the store: what is erased there is forgotten here at the next look.
 */
@Component
class Names implements Received {
  private static final Shape<Move> MOVE = Shape.of(Move.class);

  private final Proceedings proceedings;
  private final Circle circle;
  private final Map<Hash, List<Person>> opened = new HashMap<>();
  private final List<Lodged> lodged = new ArrayList<>();
  private @Nullable Placed last;
  private int read;
  private @Nullable Known known;

  Names(Proceedings proceedings, Circle circle) {
    this.proceedings = proceedings;
    this.circle = circle;
  }

  /** A list in the log, at its place, with what commits to its names. */
  private record Lodged(int place, PartyId by, Move.Attachment names) {
    Hash ciphertext() {
      return new Hash(names.ciphertext().value());
    }

    Hash contentKey() {
      return new Hash(names.contentKey().value());
    }
  }

  /** The other side's list as it was worked out from these files at this turn. */
  private record Known(long turn, List<Lodged> files, Listed listed) {}

  /** Of everybody on a side's lists, the latest word last; a file that is not here names nobody. */
  synchronized SequencedMap<String, Person> of(Standing standing, PartyId side) {
    SequencedMap<String, Person> named = new LinkedHashMap<>();
    for (Lodged list : here(standing, side)) {
      people(list).forEach(person -> named.put(person.id(), person));
    }
    return named;
  }

  /** The lists of a side whose files are here with their keys; of all others nothing is kept. */
  private List<Lodged> here(Standing standing, PartyId side) {
    readOn(standing);
    Set<Hash> there = new HashSet<>();
    List<Lodged> here = new ArrayList<>();
    for (Lodged list : lodged) {
      if (proceedings.holds(list.ciphertext()) && proceedings.holds(list.contentKey())) {
        there.add(list.ciphertext());
        if (list.by().equals(side)) {
          here.add(list);
        }
      }
    }
    opened.keySet().retainAll(there);
    if (known != null && !there.containsAll(known.files().stream().map(Lodged::ciphertext).toList())) {
      known = null;
    }
    return here;
  }

  /** Reads what was added to the log; from its start when it is another log than before. */
  private void readOn(Standing standing) {
    List<Placed> log = standing.log();
    boolean continues = read == 0 || (log.size() >= read && sameEntry(log.get(read - 1)));
    if (!continues) {
      lodged.clear();
      read = 0;
    }
    for (; read < log.size(); read++) {
      int place = read;
      lodge(standing.state(), log.get(read)).ifPresent(list -> lodged.add(new Lodged(place, list.by(), list.names())));
    }
    last = log.isEmpty() ? null : log.getLast();
  }

  private boolean sameEntry(Placed placed) {
    return last != null && placed.leaf().entry().hash().equals(last.leaf().entry().hash());
  }

  private static Optional<Lodged> lodge(State state, Placed placed) {
    var envelope = placed.leaf().entry().envelope();
    var author = state.parties().authors().get(new homeward.exchange.AuthorId(envelope.author().value()));
    if (author == null || !placed.decision().accepted()) {
      return Optional.empty();
    }
    try {
      return MOVE.read(envelope.body()) instanceof Move.Lodge lodge ? lodge.names().map(names -> new Lodged(0, author.party(), names)) : Optional.empty();
    } catch (Malformed e) {
      throw new IllegalStateException("an entry that stands in the log can be read", e);
    }
  }

  private List<Person> people(Lodged list) {
    return opened.computeIfAbsent(list.ciphertext(), any -> {
      Attachment described = new Attachment(list.ciphertext(), list.contentKey(), list.names().size());
      return proceedings.attachment(list.ciphertext())
          .flatMap(file -> proceedings.attachment(list.contentKey()).map(key -> described.open(file, key)))
          .map(content -> content instanceof Attachment.Content names ? people(names.bytes()) : List.<Person>of())
          .orElse(List.of());
    });
  }

  private static List<Person> people(byte[] file) {
    return PeopleFile.read(file, "names", PeopleFile.Kind.HELD) instanceof Reading.Read read ? read.people() : List.of();
  }

  /** The other side; this one, while nobody else has opened anything. */
  PartyId otherSide(State state) {
    return state.parties().members().keySet().stream()
        .filter(party -> state.parties().isSide(party) && !party.equals(circle.me()))
        .findFirst()
        .orElse(circle.me());
  }

  @Override
  public synchronized Optional<Listed> listed() {
    Standing standing = proceedings.standing();
    PartyId other = otherSide(standing.state());
    if (other.equals(circle.me()) || standing.state().offers().getOrDefault(other, Offer.NONE).version() == 0) {
      return Optional.empty();
    }
    List<Lodged> files = here(standing, other);
    if (known == null || known.turn() != standing.turn() || !known.files().equals(files)) {
      known = new Known(standing.turn(), files, listed(standing.state(), other, files));
    }
    return Optional.of(Objects.requireNonNull(known).listed()).filter(list -> !list.entries().isEmpty());
  }

  private Listed listed(State state, PartyId other, List<Lodged> files) {
    SortedMap<String, Person> named = new TreeMap<>();
    Map<String, Long> versions = new HashMap<>();
    for (Lodged list : files) {
      for (Person person : people(list)) {
        if (!person.equals(named.put(person.id(), person))) {
          versions.put(person.id(), list.place() + 1L);
        }
      }
    }
    named.keySet().retainAll(standing(state, other));
    Set<String> repeats = Suggestion.repeats(List.copyOf(named.values()));
    SortedMap<String, Entry> entries = new TreeMap<>();
    named.forEach((ref, person) ->
        entries.put(ref, new Entry(ref, Objects.requireNonNull(versions.get(ref)), texts(person), repeats.contains(ref))));
    return new Listed(basis(entries), entries);
  }

  private static Set<String> standing(State state, PartyId other) {
    Set<String> refs = new HashSet<>();
    state.people().forEach((ref, person) -> {
      if (person.holder().equals(other) && !person.struck()) {
        refs.add(ref.value());
      }
    });
    return refs;
  }

  private static Map<Column, String> texts(Person person) {
    Map<Column, String> texts = new EnumMap<>(Column.class);
    texts.putAll(Listing.cells(person));
    texts.remove(Column.ID);
    return texts;
  }

  /** References are drawn by chance and places are numbers: of what is hashed nothing is personal. */
  private static String basis(SortedMap<String, Entry> entries) {
    StringBuilder text = new StringBuilder();
    entries.values().forEach(entry -> text.append(entry.ref()).append(' ').append(entry.version()).append('\n'));
    return Hash.of(text.toString().getBytes(StandardCharsets.UTF_8)).value();
  }
}
