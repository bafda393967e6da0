package homeward.play;

import homeward.agreement.Agreement;
import homeward.conduct.Desk;
import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.Move;
import homeward.exchange.Move.Sight;
import homeward.exchange.PartyId;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.json.Shape;
import homeward.node.Message;
import homeward.node.Store;
import homeward.transcript.Attachment;
import homeward.transcript.Envelope;
import homeward.transcript.Hash;
import homeward.transcript.Seen;
import homeward.transcript.SignedEntry;
import homeward.transcript.SigningKey;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** One exchange played from its opening to its end, on real nodes, in simulated time. */
final class Play implements AutoCloseable {
  private static final long MINUTE = 60_000L;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final long MOVING_STEP = 5 * MINUTE;
  private static final long HEARTBEAT = 6 * HOUR;
  private static final long BUSY_STEP = 30 * MINUTE;
  private static final long QUIET_STEP = 3 * HOUR;
  private static final long LONGEST_AFTER_THE_END = 4 * DAY;

  /** Follows the course as it is placed in the log. */
  interface Course {
    /** An entry has its place; {@code before} is the state it found. */
    void placed(Placed placed, State before);

    /** Something outside the log. */
    void aside(long now, String line);
  }

  /** An entry as the course shows it. */
  record Placed(homeward.transcript.Leaf leaf, Move move, homeward.exchange.Decision decision) {}

  private static final Shape<Move> MOVE = Shape.of(Move.class);

  final Cast cast;
  private final Mishaps mishaps;
  private final Company company;
  private final List<Desk> desks = new ArrayList<>();
  private final Course course;
  private final Draws clearance;
  private final List<byte[]> sealed = new ArrayList<>();
  private long now;
  private long told;
  private long ticked;
  private boolean claimed;
  private boolean stayed;
  private boolean cut;

  Play(Cast cast, Mishaps mishaps, long seed, Course course, Company.Gathering gathering) {
    this.cast = cast;
    this.mishaps = mishaps;
    this.course = course;
    this.clearance = Draws.of(seed, "clearance");
    this.now = cast.agreement.agreedOn().atTime(10, 0).toInstant(ZoneOffset.UTC).toEpochMilli();
    SequencedMap<PartyId, SigningKey> keys = new LinkedHashMap<>();
    Cast.inOrder(cast.agreement).stream()
        .filter(party -> !party.onPaper())
        .forEach(party -> keys.put(cast.idOf(party.id()), cast.keysOf(party.id()).node()));
    SequencedMap<PartyId, Company.Dossier> dossiers = new LinkedHashMap<>();
    cast.agreement.parties().stream()
        .filter(party -> !party.onPaper())
        .forEach(party -> dossiers.put(cast.idOf(party.id()), cast.dossier(party)));
    this.company = gathering.gather(new Company.Plan(cast.agreement.exchange(), keeper(), keys, () -> now, dossiers));
    Cast.inOrder(cast.agreement).forEach(party -> desks.add(desk(party)));
    exchangeNames();
    goesOn();
  }

  /** Nodes that hold a part of this exchange already, because the play was cut off in the middle, go on from where they stand. */
  private void goesOn() {
    boolean begun = false;
    for (PartyId party : cast.nodes().keySet()) {
      long size = company.size(party);
      now = size == 0 ? now : Math.max(now, company.leaf(party, size - 1).stamp());
      begun |= size > 0 || !company.post(party).outbox().isEmpty();
    }
    if (begun) {
      tick();
    }
  }

  private Desk desk(Agreement.Party party) {
    Cast.Keys keys = cast.keysOf(party.id());
    String opens = cast.agreement.opens();
    return party.onPaper()
        ? Desk.onPaper(() -> company.post(cast.idOf(opens)), cast.idOf(party.id()), cast.conduct(party.id()), cast.keysOf(opens).people())
        : Desk.at(() -> company.post(cast.idOf(party.id())), cast.conduct(party.id()), keys.people(), keys.root());
  }

  /** Names go sealed from the holder to the home side before the list is lodged; a party on paper has no store to send from. */
  private void exchangeNames() {
    for (Agreement.Party side : cast.agreement.sides()) {
      if (!side.onPaper()) {
        company.attach(cast.idOf(side.id()), cast.parcel(side.id()), cast.idOf(cast.agreement.otherSide(side.id())));
      }
    }
    company.deliver();
  }

  /** To the end, or as far as it goes; {@code progress} hears the simulated time. */
  void run() {
    long end = cast.agreement.deadlines().end().atTime(23, 59).toInstant(ZoneOffset.UTC).toEpochMilli() + 30 * DAY;
    long over = Long.MAX_VALUE;
    while (now < end && now < over) {
      boolean busy = step();
      if (isOver() && over == Long.MAX_VALUE) {
        over = everybodyHome() ? now : now + LONGEST_AFTER_THE_END;
      }
      if (isOver() && everybodyHome()) {
        over = now;
      }
      now += moving() ? movingStep() : busy || soon() ? BUSY_STEP : QUIET_STEP;
    }
    returns();
    tick();
    tick();
    tell();
  }

  private void tick() {
    ticked = now;
    company.tick();
    company.deliver();
  }

  /** The keeper of the beginning, by the terms. */
  private PartyId keeper() {
    return java.util.Objects.requireNonNull(cast.terms.functions().get(Function.KEEPER));
  }

  /** A keeper that was away finds a log that both sides have cosigned, and follows it like everybody else. */
  private void returns() {
    if (cut && mishaps.silence() == Mishaps.Silence.KEEPER) {
      cut = false;
      company.rejoin(keeper());
      course.aside(now, "The former keeper answers again and takes over the log as both sides have cosigned it.");
    }
  }

  /** Everybody acts until nobody has anything more to say at this hour. */
  private boolean step() {
    boolean busy = false;
    happen();
    if (now >= ticked + HEARTBEAT || anybodyWaits()) {
      tick();
    }
    for (boolean said = true; said; ) {
      said = false;
      for (Desk desk : desks) {
        said |= actsOrWaits(desk);
        company.deliver();
        tell();
      }
      busy |= said;
    }
    return busy;
  }

  private boolean anybodyWaits() {
    return cast.nodes().keySet().stream().anyMatch(party -> !company.post(party).outbox().isEmpty());
  }

  /** A desk that somebody has taken over says nothing by itself, and the hours wait for what is due there. */
  private boolean actsOrWaits(Desk desk) {
    if (!company.takenOver(desk.speaks())) {
      return desk.act(now);
    }
    long before = company.size(watcher());
    while (company.takenOver(desk.speaks()) && desk.isDue(now)) {
      company.rest();
      company.deliver();
      tell();
    }
    return company.size(watcher()) > before;
  }

  State state() {
    return company.post(watcher()).state();
  }

  private PartyId watcher() {
    return cast.idOf(cast.agreement.opens());
  }

  private boolean isOver() {
    return state().course().phase() == State.Phase.CLOSED || state().course().phase() == State.Phase.ENDED;
  }

  private boolean everybodyHome() {
    return state().trails().values().stream().noneMatch(trail -> trail.standing(Sight.RECEIVED) && !trail.standing(Sight.HOME));
  }

  /** While buses run, time goes in small steps. */
  private boolean moving() {
    return state().journeys().values().stream()
        .filter(journey -> !journey.direct())
        .anyMatch(journey -> journey.waves().stream().anyMatch(Journey.Wave::open));
  }

  /** The way of a wave takes several steps, however many waves share one window. */
  private long movingStep() {
    return state().journeys().values().stream()
        .filter(journey -> !journey.direct() && !journey.over())
        .mapToLong(Desk::pace)
        .reduce(MOVING_STEP, Math::min);
  }

  private boolean soon() {
    return state().journeys().values().stream()
        .anyMatch(journey -> !journey.over() && (journey.direct() || now >= journey.from() - DAY));
  }

  private void tell() {
    for (long size = company.size(watcher()); told < size; told++) {
      var leaf = company.leaf(watcher(), told);
      try {
        Move move = MOVE.read(leaf.entry().envelope().body());
        course.placed(new Placed(leaf, move, company.decision(watcher(), told)), company.stateAt(watcher(), told));
      } catch (homeward.json.Malformed e) {
        throw new IllegalStateException("an entry that stands in the log can be read", e);
      }
    }
  }

  /** What happens to people and lines outside the log. */
  private void happen() {
    mishaps.staysBehind().ifPresent(this::staysBehind);
    mishaps.claim().ifPresent(this::claims);
    if (mishaps.silence() == Mishaps.Silence.KEEPER && now >= cast.silenceFrom() && !cut) {
      cut = true;
      company.cut(keeper());
      course.aside(now, "The keeper of the transcript does not answer any more.");
    }
    if (mishaps.silence() == Mishaps.Silence.OTHER_SIDE && now >= cast.silenceFrom() && !cut) {
      cut = true;
      course.aside(now, "One side does not answer any more.");
    }
  }

  /** The evening before: the doctors and interviewers tell the clearance function, and nobody else, who does not travel. */
  private void staysBehind(Mishaps.Where where) {
    Journey journey = state().journeys().get("day-" + where.day());
    if (journey == null || stayed || journey.phase() != Journey.Phase.SEALED || !journey.hasWave(where.wave())) {
      return;
    }
    if (now >= journey.from() - 12 * HOUR && now < journey.from()) {
      PartyId holder = cast.idOf(cast.agreement.otherSide(cast.agreement.opens()));
      Optional<Ref> first =
          Optional.ofNullable(journey.wave(where.wave()).rolls().get(holder)).flatMap(roll -> roll.everybody().stream().findFirst());
      first.ifPresent(
          ref -> {
            stayed = true;
            cast.staying.add(ref);
            sealed.add(sealReason(ref));
          });
    }
  }

  /** Every reason is as long as every other one, sealed under a key that only the clearance function has. */
  private byte[] sealReason(Ref ref) {
    byte[] padded = Arrays.copyOf((ref.value() + " " + mishaps.reason()).getBytes(StandardCharsets.UTF_8), 128);
    return Attachment.seal(padded, clearance.bytes(32), clearance.bytes(12)).ciphertext();
  }

  /** The clearance function's own store, which nothing else reads. */
  List<byte[]> clearanceStore() {
    return List.copyOf(sealed);
  }

  /** Somebody who is no party announces the end. Their key is enrolled nowhere, so it gets no place, and nothing changes. */
  private void claims(int day) {
    long after = cast.agreement.tranches().get(day - 1).until().toEpochMilli();
    if (claimed || now < after) {
      return;
    }
    claimed = true;
    SigningKey stranger = clearance.key();
    Move claim = new Move.Announce("day-" + day, Move.Scope.JOINT, cast.idOf(cast.agreement.opens()), State.put(State.none(), "military", 1000));
    Envelope envelope =
        new Envelope(
            cast.agreement.exchange(), stranger.id(), Function.HOST.name(), 1, Hash.EMPTY, new Seen(0, Hash.EMPTY), now, MOVE.write(claim));
    long size = company.size(watcher());
    company.hear(watcher(), keeper(), new Message.Submit(List.of(SignedEntry.sign(envelope, stranger).jws())));
    company.deliver();
    boolean unchanged = company.size(watcher()) == size;
    course.aside(
        now,
        "Somebody outside the talks announces that the exchange is complete."
            + (unchanged ? " It is no party's entry: it gets no place, and no figure changes." : " It got a place."));
  }

  /** Each node's store, by the party's id, in the order of the agreement. */
  SequencedMap<String, Store> stores() {
    SequencedMap<String, Store> inOrder = new LinkedHashMap<>();
    cast.agreement.parties().stream()
        .filter(party -> !party.onPaper())
        .forEach(party -> inOrder.put(party.id(), company.store(cast.idOf(party.id()))));
    return inOrder;
  }

  long now() {
    return now;
  }

  @Override
  public void close() {
    company.close();
  }
}
