package homeward.simulation;

import homeward.exchange.AuthorId;
import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.Matter;
import homeward.exchange.Move.Device;
import homeward.exchange.Move;
import homeward.exchange.Parties;
import homeward.exchange.PartyId;
import homeward.exchange.Person;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.json.Shape;
import homeward.node.Message;
import homeward.node.Node;
import homeward.simulation.Players.Player;
import homeward.transcript.Envelope;
import homeward.transcript.Hash;
import homeward.transcript.Seen;
import homeward.transcript.SignedEntry;
import homeward.transcript.SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** What liars and confused people send: what is no entry, what is nobody's, and what cannot be. */
final class Mischief {
  private static final Shape<Move> MOVE = Shape.of(Move.class);
  private static final int OVERSIZED = 70_000;

  private final Lot lot;
  private final Players players;

  Mischief(Lot lot, Players players) {
    this.lot = lot;
    this.players = players;
  }

  /** Something to hand in that is no entry of anybody's, or was one once; it gets no place or changes nothing. */
  Message nonsense(Node at, List<Message> overheard) {
    Message heard = overheard.isEmpty() ? new Message.Pull(0) : lot.of(overheard);
    return switch (lot.below(9)) {
      case 0 -> new Message.Submit(List.of(new String(lot.bytes(60), StandardCharsets.ISO_8859_1)));
      case 1 -> new Message.Submit(List.of("A".repeat(OVERSIZED)));
      case 2 -> new Message.Pull(lot.between(-5, 10_000));
      case 3 -> new Message.Submit(List.of(forged(at)));
      case 4 -> altered(heard);
      case 5 -> new Message.Head(new String(lot.bytes(90), StandardCharsets.ISO_8859_1));
      case 6 -> new Message.Leaves(lot.below(5), List.of("0 0 x y"), at.latest().map(note -> note.text()).orElse(""));
      default -> heard;
    };
  }

  /** Somebody who is no party announces figures. */
  Message claim(Node at) {
    return new Message.Submit(
        List.of(forged(at, new Move.Announce("day-1", Move.Scope.JOINT, players.all.getFirst().id(), State.put(State.none(), "military", 1000)))));
  }

  private String forged(Node at) {
    return forged(at, new Move.Halt(Move.Cause.ATTACK));
  }

  /** Well formed, of this exchange, and signed by a key that nobody enrolled. */
  private String forged(Node at, Move move) {
    SigningKey stranger = lot.key();
    return SignedEntry.sign(envelope(at, stranger, Function.SIDE, 1, Hash.EMPTY, move), stranger).jws();
  }

  private static Envelope envelope(Node at, SigningKey key, Function function, long sequence, Hash previous, Move move) {
    return new Envelope(at.chronicle().exchange(), key.id(), function.name(), sequence, previous, new Seen(0, Hash.EMPTY), Times.START, MOVE.write(move));
  }

  /** One letter changed, the end cut off, or a leaf left out. */
  private Message altered(Message heard) {
    return switch (heard) {
      case Message.Submit submit -> new Message.Submit(submit.entries().stream().map(this::altered).toList());
      case Message.Head head -> new Message.Head(altered(head.note()));
      case Message.Leaves leaves -> new Message.Leaves(leaves.from(), leaves.leaves().subList(0, leaves.leaves().size() / 2), leaves.note());
      case Message other -> other;
    };
  }

  private String altered(String text) {
    int at = lot.below(Math.max(1, text.length()));
    if (lot.oneIn(3)) {
      return text.substring(0, at);
    }
    return text.substring(0, at) + (char) ('A' + lot.below(26)) + text.substring(Math.min(text.length(), at + 1));
  }

  /** A second entry of the number that this delegate's next entry has; it says to have seen another history as well. */
  SignedEntry second(Node at, Player player) {
    SigningKey key = player.people().get(1);
    Parties.Author known = at.state().parties().authors().get(new AuthorId(key.id().value()));
    long sequence = known == null ? 1 : known.sequence() + 1;
    Hash previous = known == null ? Hash.EMPTY : new Hash(known.head().value());
    Move move = new Move.Complete("military");
    Seen other = new Seen(1, Hash.of(lot.bytes(8)));
    return SignedEntry.sign(
        new Envelope(at.chronicle().exchange(), key.id(), Function.SIDE.name(), sequence, previous, other, Times.START, MOVE.write(move)), key);
  }

  /** What a confused delegate says. */
  Said confused(Node at, Player player) {
    State state = at.state();
    Function own = player.role() < 2 ? Function.SIDE : players.shape.holders().entrySet().stream()
        .filter(held -> held.getValue() == player.role()).map(java.util.Map.Entry::getKey).findFirst().orElse(Function.HOST);
    Journey journey = state.journeys().isEmpty() ? null : lot.of(List.copyOf(state.journeys().values()));
    if (state.course().halted().isPresent() && lot.oneIn(3)) {
      return new Said(own, new Move.Resume(state.course().halted().get().entry(), false));
    }
    return journey == null || lot.oneIn(3) ? early(state, own) : onTheDay(at, journey, own);
  }

  /** Which function, and what. */
  record Said(Function function, Move move) {}

  private Said early(State state, Function own) {
    Digest other = Digest.of(lot.bytes(8));
    List<State.Pending> pending = List.copyOf(state.pending().values());
    Move move =
        switch (lot.below(10)) {
          case 0 -> pending.isEmpty() ? new Move.Sign(other) : new Move.Sign(lot.of(pending).id());
          case 1 -> pending.isEmpty() ? new Move.Withdraw(other) : new Move.Withdraw(lot.of(pending).id());
          case 2 -> new Move.Answer(7, some(state), none(), none(), Optional.empty());
          case 3 -> new Move.Propose(new Matter.Close(other), Times.START + 300 * Times.DAY);
          case 4 -> new Move.Propose(new Matter.Lift("day-1"), Times.START);
          case 5 -> new Move.End();
          case 6 -> new Move.Enrol(players.all.getFirst().delegates());
          case 7 -> new Move.Propose(new Matter.Freeze(State.none(), other), Times.START + 300 * Times.DAY);
          case 8 -> new Move.Commit(other);
          default -> new Move.Halt(Move.Cause.OTHER);
        };
    return new Said(lot.oneIn(6) ? Function.AUTHORISER : own, move);
  }

  private Said onTheDay(Node at, Journey journey, Function own) {
    State state = at.state();
    Digest other = Digest.of(lot.bytes(8));
    String code = journey.code();
    int wave = 1 + lot.below(2);
    PartyId home = players.all.get(lot.below(2)).id();
    Optional<Journey.Wave> held = journey.hasWave(wave) ? Optional.of(journey.wave(wave)) : Optional.empty();
    TreeSet<Digest> readies = new TreeSet<>();
    held.ifPresent(known -> known.ready().values().forEach(given -> readies.add(given.entry())));
    Move.CosignedCheckpoint point = new Move.CosignedCheckpoint(state.course().size(), other, at.latest().orElseThrow().text());
    return switch (lot.below(12)) {
      case 0 -> new Said(own, new Move.Ready(code, wave, other, Optional.empty()));
      case 1 -> new Said(Function.AUTHORISER, new Move.Authorise(code, wave, readies, point));
      case 2 -> new Said(own, new Move.Lapse(new Move.Lapsing.OfJourney(code)));
      case 3 -> new Said(own, new Move.Announce(code, Move.Scope.JOINT, home, State.put(State.none(), "military", lot.below(9))));
      case 4 -> new Said(own, new Move.Counted(code, wave, home, Move.Place.ARRIVAL, lot.below(9), Device.desk()));
      case 5 -> new Said(own, new Move.Saw(lot.of(List.of(Move.Sight.values())), Optional.of(code), some(state), Device.desk()));
      case 6 -> new Said(own, new Move.Propose(new Matter.Seal(code, List.of(other)), journey.until() + 1));
      case 7 -> twice(state, journey, own);
      case 8 -> new Said(own, new Move.Propose(new Matter.Change(code, wave, other, some(state), State.none(), State.none()), journey.until() + 1));
      case 9 -> new Said(Function.CLEARANCE, new Move.Clear(code, Move.Part.whole(), some(state), lot.oneIn(2) ? none() : some(state)));
      case 10 -> new Said(own, new Move.Propose(new Matter.Convene(code, Optional.of(1), Optional.empty(), "north-crossing", journey.from(), journey.until()), journey.until() + 1));
      default -> new Said(own, new Move.Propose(new Matter.Settlement("unlisted-" + other.value(), new Matter.Finding.CountIs(3)), journey.until() + 1));
    };
  }

  /** The same people counted and outside the count. */
  private Said twice(State state, Journey journey, Function own) {
    SortedMap<String, SortedSet<Ref>> people = State.put(State.none(), "military", some(state));
    return new Said(own, new Move.Manifest(journey.code(), journey.waves().size() + 1, Move.Part.whole(), people, people));
  }

  private static SortedSet<Ref> none() {
    return new TreeSet<>();
  }

  private SortedSet<Ref> some(State state) {
    TreeSet<Ref> some = new TreeSet<>();
    List<Ref> known = new ArrayList<>(state.people().keySet());
    known.removeIf(ref -> java.util.Objects.requireNonNull(state.people().get(ref)).promise() == Person.Promise.STRUCK);
    for (int i = lot.below(3); i >= 0; i--) {
      some.add(known.isEmpty() ? lot.held() : lot.of(known));
    }
    return some;
  }
}
