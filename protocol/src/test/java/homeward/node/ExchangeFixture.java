package homeward.node;

import static homeward.exchange.Function.*;

import homeward.balance.Balance;
import homeward.balance.Manifests;
import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.Ref;
import homeward.exchange.Refusal;
import homeward.exchange.State;
import homeward.exchange.Terms;
import homeward.exchange.Trail;
import homeward.ruling.Quorum;
import homeward.transcript.PublicKey;
import homeward.transcript.SignedCheckpoint;
import homeward.transcript.SigningKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * An exchange of three people for three, to be played by real nodes with real keys: two sides, and a mediator who keeps the
 * transcript, clears, authorises and receives at the border. Everything is drawn from one seed, and time stands still unless a
 * test moves it. Play it to a stage, or one stage further; then look at the parties, or make them say something of your own.
 */
public final class ExchangeFixture {
  /** The code of the exchange. */
  public static final String CODE = "may-2025";

  /** The one journey. */
  public static final String DAY = "day-1";

  /** The one category. */
  public static final String CATEGORY = "military";

  private static final long AGREED_ON = Instant.parse("2025-05-16T09:00:00Z").toEpochMilli();
  private static final long WINDOW = Instant.parse("2025-05-23T06:00:00Z").toEpochMilli();
  private static final long END = Instant.parse("2025-09-01T00:00:00Z").toEpochMilli();
  private static final int PEOPLE_A_SIDE = 3;
  private static final Duration A_WHILE = Duration.ofHours(4);

  private final Random random;
  private final InProcessWire wire = new InProcessWire();
  private final SortedSet<Ref> heldByA = new TreeSet<>();
  private final SortedSet<Ref> heldByB = new TreeSet<>();
  private final ExchangeParty a;
  private final ExchangeParty b;
  private final ExchangeParty mediator;
  private final Deque<ExchangeStage> ahead = new ArrayDeque<>(List.of(ExchangeStage.values()));

  /** Nobody has said anything yet; each party has a store of this kind. The ids ascend: A, B, mediator. */
  public ExchangeFixture(String code, long seed, Supplier<Store> stores) {
    SplittableRandom draws = new SplittableRandom(seed);
    this.random = count -> bytes(draws, count);
    List<PartyId> ids = Stream.generate(this::opaque).limit(3).map(PartyId::new).sorted().toList();
    List<ExchangeParty.Keys> keys = Stream.generate(this::keys).limit(3).toList();
    TreeMap<PartyId, PublicKey> nodes = new TreeMap<>();
    for (int i = 0; i < ids.size(); i++) {
      nodes.put(ids.get(i), keys.get(i).node().publicKey());
    }
    ExchangeParty.Surroundings around = new ExchangeParty.Surroundings(code, ids.get(2), nodes, wire);
    this.a = new ExchangeParty(ids.get(0), keys.get(0), new ManualClock(AGREED_ON), stores.get(), around);
    this.b = new ExchangeParty(ids.get(1), keys.get(1), new ManualClock(AGREED_ON), stores.get(), around);
    this.mediator = new ExchangeParty(ids.get(2), keys.get(2), new ManualClock(AGREED_ON), stores.get(), around);
    for (int i = 0; i < PEOPLE_A_SIDE; i++) {
      heldByA.add(mint('H'));
      heldByB.add(mint('H'));
    }
  }

  /** Nobody has said anything yet. */
  public static ExchangeFixture unopened() {
    return new ExchangeFixture(CODE, 1, MemoryStore::new);
  }

  /** Played to the end of this stage. */
  public static ExchangeFixture playedTo(ExchangeStage stage) {
    return unopened().playTo(stage);
  }

  private static byte[] bytes(SplittableRandom draws, int count) {
    byte[] some = new byte[count];
    draws.nextBytes(some);
    return some;
  }

  private String opaque() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random.bytes(16));
  }

  private ExchangeParty.Keys keys() {
    return new ExchangeParty.Keys(
        key(), key(), Stream.generate(this::key).limit(3).toList(), Stream.generate(this::opaque).limit(3).toList());
  }

  /** A fresh key of nobody. */
  public SigningKey key() {
    return new SigningKey(random.bytes(32));
  }

  /** A fresh reference: {@code H} held, {@code A} arrived. */
  public Ref mint(char kind) {
    return new Ref(kind + opaque().substring(1));
  }

  public ExchangeParty a() {
    return a;
  }

  public ExchangeParty b() {
    return b;
  }

  /** Keeps the transcript, clears, authorises, receives at the border. */
  public ExchangeParty mediator() {
    return mediator;
  }

  public List<ExchangeParty> parties() {
    return List.of(a, b, mediator);
  }

  public List<ExchangeParty> sides() {
    return List.of(a, b);
  }

  /** Whom side A holds: they return to B. */
  public SortedSet<Ref> heldByA() {
    return heldByA;
  }

  /** Whom side B holds: they return to A. */
  public SortedSet<Ref> heldByB() {
    return heldByB;
  }

  public InProcessWire wire() {
    return wire;
  }

  /** Delivers what is under way, lets every node do what is due, and delivers that. */
  public void settle() {
    wire.deliver();
    parties().forEach(party -> party.node().tick());
    wire.deliver();
  }

  /** Time goes by, and every few hours each node does what is due. */
  public void pass(Duration time) {
    for (Duration left = time; left.isPositive(); left = left.minus(A_WHILE)) {
      Duration step = left.compareTo(A_WHILE) < 0 ? left : A_WHILE;
      parties().forEach(party -> party.clock().pass(step));
      settle();
    }
  }

  /** Plays what is still missing, to the end of this stage. */
  public ExchangeFixture playTo(ExchangeStage last) {
    while (ahead.contains(last)) {
      playNext();
    }
    return this;
  }

  /** Plays the next stage. */
  public ExchangeStage playNext() {
    ExchangeStage stage = ahead.remove();
    play(stage);
    settle();
    return stage;
  }

  private void play(ExchangeStage stage) {
    switch (stage) {
      case OPENED -> open();
      case ENROLLED -> enrol();
      case AGREED -> agree(new Matter.Agree(terms()));
      case LODGED -> sides().forEach(side -> side.says(0, SIDE, lodge(1, held(side))));
      case ANSWERED -> sides().forEach(side -> side.says(0, SIDE, answer(1, held(other(side)))));
      case FROZEN -> agree(freeze());
      case CONVENED -> agree(convene(DAY));
      case MANIFESTED -> sides().forEach(side -> side.says(0, SIDE, manifest(held(side))));
      case CLEARED -> mediator.says(0, CLEARANCE, clear(everybody()));
      case SEALED -> agree(new Matter.Seal(DAY, List.of(Manifests.digest(DAY, wave()))));
      case READY -> getReady();
      case AUTHORISED -> mediator.says(0, AUTHORISER, authorise());
      case HANDED_OVER -> sides().forEach(this::handOver);
      case COUNTED -> sides().forEach(this::countHeads);
      case HOME -> sides().forEach(side -> side.says(2, SIDE, saw(Move.Sight.HOME, held(other(side)))));
      case CLOSED -> agree(new Matter.Close(Balance.of(a.state()).digest()));
    }
  }

  private void open() {
    Digest opening = a.says(0, SIDE, opening());
    settle();
    a.says(1, SIDE, new Move.Sign(opening));
  }

  /** The genesis entry. */
  public Move.Open opening() {
    List<Move.Member> members =
        List.of(a.member(Move.Kind.SIDE), b.member(Move.Kind.SIDE), mediator.member(Move.Kind.THIRD));
    return new Move.Open(members, a.id(), functions(), a.delegates(), 72);
  }

  private void enrol() {
    b.node().say(b.rootKey(), ROOT, new Move.Enrol(b.delegates()));
    mediator.node().say(mediator.rootKey(), ROOT, new Move.Enrol(mediator.delegates()));
  }

  private void getReady() {
    // Between the agreement and the day a week goes by.
    pass(Duration.ofMillis(WINDOW - a.clock().now()));
    sides().forEach(side -> side.says(1, SIDE, new Move.Ready(DAY, 1, Manifests.digest(DAY, wave()), Optional.empty())));
  }

  private void handOver(ExchangeParty holder) {
    holder.says(2, SIDE, saw(Move.Sight.DEPARTED, held(holder)));
    holder.says(2, SIDE, saw(Move.Sight.HANDED_OVER, held(holder)));
    other(holder).says(2, SIDE, saw(Move.Sight.RECEIVED, held(holder)));
  }

  private void countHeads(ExchangeParty holder) {
    ExchangeParty home = other(holder);
    holder.says(2, SIDE, counted(home, Move.Place.DEPARTURE, held(holder).size()));
    home.says(2, SIDE, counted(home, Move.Place.ARRIVAL, held(holder).size()));
  }

  /** Two people of each side, and each third party whom it concerns, sign this one after the other. */
  public Digest agree(Matter matter) {
    Digest proposal = a.says(0, SIDE, new Move.Propose(matter, a.clock().now() + Duration.ofDays(30).toMillis()));
    settle();
    State.Pending pending = a.state().pending().get(proposal);
    if (pending != null) {
      Quorum.needed(a.state(), pending.subject(), pending.proposer()).forEach((party, people) -> sign(proposal, party, people));
    }
    settle();
    return proposal;
  }

  private void sign(Digest proposal, PartyId party, int people) {
    ExchangeParty signer = parties().stream().filter(one -> one.id().equals(party)).findFirst().orElseThrow();
    Function function = signer == mediator ? HANDOVER : SIDE;
    for (int person = signer == a ? 1 : 0; person < people; person++) {
      signer.says(person, function, new Move.Sign(proposal));
    }
  }

  public ExchangeParty other(ExchangeParty side) {
    return side == a ? b : a;
  }

  /** Whom this side holds. */
  public SortedSet<Ref> held(ExchangeParty side) {
    return side == a ? heldByA : heldByB;
  }

  /** All who travel. */
  public SortedSet<Ref> everybody() {
    SortedSet<Ref> all = new TreeSet<>(heldByA);
    all.addAll(heldByB);
    return all;
  }

  /** The mediator holds every function. */
  public SortedMap<Function, PartyId> functions() {
    TreeMap<Function, PartyId> functions = new TreeMap<>();
    List.of(HOST, KEEPER, CLEARANCE, HANDOVER, AUTHORISER).forEach(function -> functions.put(function, mediator.id()));
    return functions;
  }

  /** Three for three, in one tranche. */
  public Terms terms() {
    TreeMap<PartyId, SortedMap<String, Integer>> returns = new TreeMap<>();
    sides().forEach(side -> returns.put(side.id(), new TreeMap<>(Map.of(CATEGORY, PEOPLE_A_SIDE))));
    long until = WINDOW + Duration.ofHours(12).toMillis();
    Terms.Tranche tranche = new Terms.Tranche("2025-05-23", "point-1", WINDOW, until, until, returns, new TreeMap<>());
    return new Terms(
        List.of(a.id(), b.id()),
        a.id(),
        functions(),
        new TreeMap<>(Map.of(CATEGORY, new Terms.Category(1, false))),
        Digest.of("words".getBytes(StandardCharsets.UTF_8)),
        List.of(tranche),
        Terms.Parity.EQUAL,
        new TreeMap<>(),
        List.of(),
        false,
        false,
        2,
        new Terms.Deadlines(48, 24, 240, 12, 24, END),
        true,
        new TreeSet<>());
  }

  /** A whole list. */
  public Move.Lodge lodge(int version, SortedSet<Ref> refs) {
    return new Move.Lodge(version, Move.Part.whole(), category(refs), Optional.empty(), Optional.empty());
  }

  private static SortedMap<String, SortedSet<Ref>> category(SortedSet<Ref> refs) {
    return new TreeMap<>(Map.of(CATEGORY, refs));
  }

  /** Everybody accepted. */
  public Move.Answer answer(int version, SortedSet<Ref> accepted) {
    return new Move.Answer(version, accepted, new TreeSet<>(), new TreeSet<>(), Optional.empty());
  }

  /** Both first versions, and those whom both agreed on. */
  public Matter.Freeze freeze() {
    TreeMap<PartyId, Integer> versions = new TreeMap<>();
    sides().forEach(side -> versions.put(side.id(), 1));
    return new Matter.Freeze(versions, Manifests.agreed(a.state()));
  }

  /** A journey of the one tranche. */
  public Matter.Convene convene(String journey) {
    long until = WINDOW + Duration.ofHours(12).toMillis();
    return new Matter.Convene(journey, Optional.of(1), Optional.empty(), "point-1", WINDOW, until);
  }

  /** These people, counted, in the one wave. */
  public Move.Manifest manifest(SortedSet<Ref> refs) {
    return new Move.Manifest(DAY, 1, Move.Part.whole(), category(refs), new TreeMap<>());
  }

  /** These people may travel. */
  public Move.Clear clear(SortedSet<Ref> refs) {
    return new Move.Clear(DAY, Move.Part.whole(), refs, new TreeSet<>());
  }

  /** The one journey, as a party sees it. */
  public Journey journey(ExchangeParty party) {
    return at(party.state().journeys(), DAY);
  }

  /** The one wave, as side A sees it. */
  public Journey.Wave wave() {
    return journey(a).wave(1);
  }

  /** What stands under a key; fails when nothing does. */
  public static <K, V> V at(Map<K, V> map, K key) {
    return Optional.ofNullable(map.get(key)).orElseThrow(() -> new AssertionError("nothing under " + key));
  }

  /** What was seen of one of the people, as a party knows it. */
  public Trail trail(ExchangeParty party, Ref ref) {
    return party.state().trails().getOrDefault(ref, Trail.UNSEEN);
  }

  /** On both Readies, under what the mediator knows both sides to have cosigned. */
  public Move.Authorise authorise() {
    SortedSet<Digest> readies = new TreeSet<>();
    wave().ready().values().forEach(given -> readies.add(given.entry()));
    SignedCheckpoint common = mediator.node().common().orElseThrow();
    Move.CosignedCheckpoint checkpoint =
        new Move.CosignedCheckpoint(
            common.checkpoint().size(), new Digest(common.checkpoint().root().value()), common.text());
    return new Move.Authorise(DAY, 1, readies, checkpoint);
  }

  /** Seen on the way of the one journey. */
  public Move.Saw saw(Move.Sight sight, SortedSet<Ref> refs) {
    return new Move.Saw(sight, Optional.of(DAY), refs, Move.Device.desk());
  }

  /** So many heads of this side's returning people. */
  public Move.Counted counted(ExchangeParty home, Move.Place end, int heads) {
    return new Move.Counted(DAY, 1, home.id(), end, heads, Move.Device.desk());
  }

  /** Why entries were refused, as this party sees it, in the order of the log. */
  public List<Refusal> refusals(ExchangeParty party) {
    Chronicle log = party.node().chronicle();
    return LongStream.range(0, log.size()).mapToObj(log::decision).flatMap(decision -> decision.refusal().stream()).toList();
  }

  /** The digest of the state that each of them holds; one digest when they agree. */
  public SortedSet<Digest> stateHashes(ExchangeParty... some) {
    SortedSet<Digest> hashes = new TreeSet<>();
    Arrays.stream(some).map(party -> Manifests.ofState(party.state())).forEach(hashes::add);
    return hashes;
  }

  /** The digest of the state that all parties hold; fails when there is more than one. */
  public Digest stateHash() {
    SortedSet<Digest> hashes = stateHashes(a, b, mediator);
    if (hashes.size() > 1) {
      throw new AssertionError("the parties hold different states: " + hashes);
    }
    return hashes.first();
  }
}
