package homeward.node;

import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.json.Malformed;
import homeward.transcript.Hash;
import homeward.transcript.Leaf;
import homeward.transcript.PublicKey;
import homeward.transcript.Seen;
import homeward.transcript.SignedCheckpoint;
import homeward.transcript.SignedEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What a node holds, in memory as in its store: every change goes to the store first. */
final class Holdings {
  final Setting setting;
  final Store store;
  final Chronicle chronicle;
  private final Map<Hash, SignedEntry> outbox = new LinkedHashMap<>();
  private final List<Store.Alarm> alarms = new ArrayList<>();
  private final Checked checked = new Checked();
  private long stored;
  private Optional<SignedCheckpoint> latest = Optional.empty();
  private Optional<SignedCheckpoint> common = Optional.empty();
  private List<Message.Leaves> proof = List.of();

  private Holdings(Setting setting, Store store, Chronicle.Rules rules) {
    this.setting = setting;
    this.store = store;
    this.chronicle = new Chronicle(setting.exchange(), rules);
  }

  /**
   * Starts from what the store holds.
   *
   * @throws IllegalStateException when the store does not hold together; {@link Count} says where
   */
  static Holdings open(Setting setting, Store store, Chronicle.Rules rules) {
    Holdings holdings = new Holdings(setting, store, rules);
    Store.Contents contents = store.contents();
    try {
      for (Store.Line line : contents.lines()) {
        holdings.restore(Leaf.read(line.leaf().getBytes(StandardCharsets.US_ASCII)), line.leafHash());
      }
      for (String entry : contents.outbox()) {
        SignedEntry signed = SignedEntry.read(entry);
        holdings.outbox.put(signed.hash(), signed);
      }
      holdings.latest = read(contents.latest());
      holdings.common = read(contents.common());
      holdings.latest.ifPresent(holdings::requireRoot);
      holdings.common.ifPresent(holdings::requireRoot);
    } catch (Malformed e) {
      throw new IllegalStateException("the store does not hold together", e);
    }
    holdings.stored = contents.lines().size();
    holdings.alarms.addAll(contents.alarms());
    return holdings;
  }

  private void restore(Leaf leaf, Hash asVerified) {
    if (!leaf.leafHash().equals(asVerified) || chronicle.append(leaf) instanceof Chronicle.Placing.Refused) {
      throw new IllegalStateException("the store does not hold together at entry " + leaf.index());
    }
  }

  private void requireRoot(SignedCheckpoint note) {
    long size = note.checkpoint().size();
    if (size > chronicle.size() || !chronicle.rootAt(size).equals(note.checkpoint().root())) {
      throw new IllegalStateException("the store does not hold together up to checkpoint " + size);
    }
  }

  private static Optional<SignedCheckpoint> read(Optional<String> note) throws Malformed {
    return note.isPresent() ? Optional.of(SignedCheckpoint.read(note.get())) : Optional.empty();
  }

  State state() {
    return chronicle.state();
  }

  Optional<SignedCheckpoint> latest() {
    return latest;
  }

  Optional<SignedCheckpoint> common() {
    return common;
  }

  /** What its people's next entries say they have seen: the last checkpoint that all sides cosigned. */
  Seen seen() {
    return common.map(note -> new Seen(note.checkpoint().size(), note.checkpoint().root())).orElse(new Seen(0, Hash.EMPTY));
  }

  long commonSize() {
    return common.map(note -> note.checkpoint().size()).orElse(0L);
  }

  List<SignedEntry> outbox() {
    return List.copyOf(outbox.values());
  }

  List<Store.Alarm> alarms() {
    return List.copyOf(alarms);
  }

  /**
   * Whether this party's node was caught telling two histories. Nothing that it signs is believed any more and it is not heard, so
   * that it is succeeded like a keeper that fell silent.
   */
  boolean caught(PartyId party) {
    return alarms.stream().anyMatch(alarm -> alarm.kind().proves() && signerOf(alarm.other()).equals(Optional.of(party)));
  }

  private Optional<PartyId> signerOf(String note) {
    return noteOf(note).flatMap(this::signerOf);
  }

  /** Whether another side has cosigned this note. */
  boolean cosignedByOthers(SignedCheckpoint note) {
    return chronicle.cosigners(note).stream().anyMatch(side -> !side.equals(setting.me()));
  }

  /**
   * Whether what is held behind the last common checkpoint can never become common: whoever signed it told another side another
   * history, and that side has cosigned the other one.
   */
  boolean parted() {
    return latest.flatMap(this::signerOf).map(this::caught).orElse(false)
        && alarms.stream()
            .filter(alarm -> alarm.kind().proves())
            .anyMatch(alarm -> noteOf(alarm.other()).map(this::cosignedByOthers).orElse(false));
  }

  private static Optional<SignedCheckpoint> noteOf(String text) {
    try {
      return Optional.of(SignedCheckpoint.read(text));
    } catch (Malformed e) {
      // An author's statement instead of a note: it proves nothing against a keeper.
      return Optional.empty();
    }
  }

  /** Durable once this returns. */
  void queue(SignedEntry entry) {
    store.apply(change(stored, List.of(), Optional.empty(), Optional.empty(), List.of(entry.jws()), List.of(), List.of()));
    outbox.put(entry.hash(), entry);
  }

  /** Keeps what the chronicle now holds from an index on, and the checkpoint it leads to. */
  void keep(long from, SignedCheckpoint note) {
    List<Store.Line> lines = new ArrayList<>();
    for (long index = from; index < chronicle.size(); index++) {
      Leaf leaf = chronicle.leaf(index);
      lines.add(new Store.Line(new String(leaf.bytes(), StandardCharsets.US_ASCII), leaf.leafHash()));
    }
    SignedCheckpoint checked = note.only(nodeKeys());
    store.apply(change(from, lines, Optional.of(checked.text()), Optional.empty(), List.of(), List.of(), List.of()));
    stored = chronicle.size();
    latest = Optional.of(checked);
  }

  /** Whether this node's own cosignature is under the newest checkpoint. */
  boolean cosignedByMe() {
    return latest.flatMap(note -> note.cosignedBy(setting.key().publicKey(), setting.name())).isPresent();
  }

  /** A note with the sides' cosignatures that hold under another note of the same checkpoint. */
  SignedCheckpoint joined(SignedCheckpoint note, SignedCheckpoint other) {
    SignedCheckpoint more = note;
    for (PartyId party : chronicle.cosigners(other)) {
      PublicKey key = nodeKey(party).orElseThrow();
      more = more.with(other, key, key.id().value());
    }
    return more;
  }

  /** A note of the present log, perhaps with more cosignatures. */
  void cosigned(SignedCheckpoint note) {
    boolean isLatest = latest.map(held -> held.checkpoint().equals(note.checkpoint()) && !held.equals(note)).orElse(false);
    if (!isLatest) {
      return;
    }
    SignedCheckpoint checked = note.only(nodeKeys());
    if (!latest.equals(Optional.of(checked))) {
      store.apply(change(stored, List.of(), Optional.of(checked.text()), Optional.empty(), List.of(), List.of(), List.of()));
      latest = Optional.of(checked);
    }
  }

  /** Every side with keys has cosigned: what is in it will stand, so its entries leave the outbox. */
  void agree(SignedCheckpoint cosigned) {
    SignedCheckpoint note = latest.equals(Optional.of(cosigned)) ? cosigned : cosigned.only(nodeKeys());
    List<Hash> settled =
        outbox.keySet().stream()
            .filter(entry -> chronicle.placeOf(entry).map(place -> place < note.checkpoint().size()).orElse(false))
            .toList();
    store.apply(
        change(stored, List.of(), Optional.empty(), Optional.of(note.text()), List.of(), settled, List.of()));
    settled.forEach(outbox::remove);
    common = Optional.of(note);
  }

  /**
   * Both histories, as this node was told them, until all sides have cosigned further. Whoever was told only one of them is shown
   * the other, so that they find out although this node has gone on meanwhile.
   */
  List<Message.Leaves> proof() {
    return !proof.isEmpty() && proof.getFirst().from() >= commonSize() ? proof : List.of();
  }

  /** Keeps what is held behind the last common checkpoint beside what was told. */
  void keepProof(Message.Leaves told) {
    if (proof().isEmpty()) {
      List<Leaf> held = LongStream.range(commonSize(), stored).mapToObj(chronicle::leaf).toList();
      proof = latest.map(note -> List.of(leaves(commonSize(), held, note), told)).orElse(List.of());
    }
  }

  /** Leaves from an index on, and the note they lead to, as they travel. */
  static Message.Leaves leaves(long from, List<Leaf> leaves, SignedCheckpoint note) {
    return new Message.Leaves(from, leaves.stream().map(leaf -> new String(leaf.bytes(), StandardCharsets.US_ASCII)).toList(), note.text());
  }

  void raise(Store.Alarm alarm) {
    if (!alarms.contains(alarm)) {
      store.apply(
          change(stored, List.of(), Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(alarm)));
      alarms.add(alarm);
    }
  }

  /** A sealed attachment and its key, each under its own hash. */
  void keep(Message.Parcel parcel) {
    TreeMap<Hash, byte[]> sealed = new TreeMap<>();
    for (String part : List.of(parcel.ciphertext(), parcel.contentKey())) {
      byte[] bytes = Base64.getUrlDecoder().decode(part);
      sealed.put(Hash.of(bytes), bytes);
    }
    store.apply(
        new Store.Change(
            stored, List.of(), Optional.empty(), Optional.empty(), List.of(), List.of(), sealed, List.of()));
  }

  private static Store.Change change(
      long keep,
      List<Store.Line> lines,
      Optional<String> latest,
      Optional<String> common,
      List<String> queued,
      List<Hash> settled,
      List<Store.Alarm> alarms) {
    SortedMap<Hash, byte[]> none = new TreeMap<>();
    return new Store.Change(keep, lines, latest, common, queued, settled, none, alarms);
  }

  /** The node keys that count now: those the log names, else those exchanged in person. */
  Optional<PublicKey> nodeKey(PartyId party) {
    var member = state().parties().members().get(party);
    return member != null && member.keys().isPresent()
        ? member.keys().map(keys -> new PublicKey(keys.node()))
        : Optional.ofNullable(setting.nodes().get(party));
  }

  /** The node keys of the parties, by the name under which they sign: the id of the key. */
  private SortedMap<String, PublicKey> nodeKeys() {
    TreeMap<String, PublicKey> keys = new TreeMap<>();
    Stream.concat(state().parties().members().keySet().stream(), setting.nodes().keySet().stream())
        .forEach(party -> nodeKey(party).ifPresent(key -> keys.put(key.id().value(), key)));
    return keys;
  }

  /** Whether the log names the very keys that were exchanged in person: another one could sign in that party's place. */
  boolean knowsTheKeys() {
    return setting.nodes().entrySet().stream()
        .allMatch(known -> named(known.getKey()).map(known.getValue().value()::equals).orElse(true));
  }

  private Optional<String> named(PartyId party) {
    return Optional.ofNullable(state().parties().members().get(party)).flatMap(Move.Member::keys).map(Move.Keys::node);
  }

  /** Whose node put its log signature under a note. */
  Optional<PartyId> signerOf(SignedCheckpoint note) {
    return setting.nodes().keySet().stream()
        .filter(party -> nodeKey(party).map(key -> checked.signed(note, key)).orElse(false))
        .findFirst();
  }

  /** Whether every side that has keys has cosigned the note. Before the opening nobody knows who the sides are. */
  boolean byAllSides(SignedCheckpoint note, State state) {
    var cosigners = chronicle.cosigners(note);
    boolean opened = state.course().opener().isPresent();
    return opened
        && state.parties().members().keySet().stream()
            .filter(party -> state.parties().isSide(party) && !state.parties().onPaper(party))
            .allMatch(cosigners::contains);
  }
}
