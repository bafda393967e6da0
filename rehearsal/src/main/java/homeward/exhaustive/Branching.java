package homeward.exhaustive;

import homeward.exchange.Decision;
import homeward.exchange.Digest;
import homeward.exchange.Entry;
import homeward.exchange.Function;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.Parties;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.exhaustive.Stage.Voice;
import homeward.ruling.Protocol;
import homeward.ruling.Quorum;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The steps out of one position, gathered while moves are tried on the real rules; what they refuse is no step. */
final class Branching {
  private static final long A_WHILE = Stage.HOUR / 2;

  private final Position at;
  private final Safety safety;
  private final List<Step> steps = new ArrayList<>();
  private long asked;

  Branching(Position at, Safety safety) {
    this.at = at;
    this.safety = safety;
  }

  Position at() {
    return at;
  }

  List<Step> steps() {
    return steps;
  }

  /** How many entries were put to the rules. */
  long asked() {
    return asked;
  }

  /** Somebody of a party who may speak: of a side as such, of the third party in the first function it holds. */
  Optional<Voice> voice(PartyId party) {
    Voice first = Stage.delegates(party).getFirst();
    return Stage.SIDES.contains(party)
        ? Optional.of(first)
        : List.of(Function.KEEPER, Function.CLEARANCE, Function.HANDOVER, Function.AUTHORISER).stream()
            .filter(function -> at.holder(function).equals(Optional.of(party)))
            .findFirst()
            .map(first::in);
  }

  /** Said in the keeper's log, or before there is one in the speaker's own. */
  void says(Voice voice, Move move, Supplier<String> words) {
    PartyId keeper = at.keeper().orElse(voice.party());
    placed(voice, move, keeper, 0, words);
  }

  /** Said at the beginning of a log that the speaker's own node keeps. */
  void saysInTheirOwn(Voice voice, Move move, Supplier<String> words) {
    placed(voice, move, voice.party(), 0, words);
  }

  /** Said in the keeper's log, and then so many milliseconds pass. */
  void saysAndWaits(Voice voice, Move move, long wait, Supplier<String> words) {
    PartyId keeper = at.keeper().orElseThrow();
    int parties = Stage.bit(voice.party()) | Stage.bit(keeper);
    decide(at.state(), voice, move, keeper, Optional.empty())
        .ifPresent(next -> steps.add(new Step(words, parties, at.with(next).at(at.stamp() + wait))));
  }

  /** Said in the keeper's log, and as another step in the log that goes on without the keeper. */
  void saysAnywhere(Voice voice, Move move, int mishaps, Supplier<String> words) {
    PartyId keeper = at.keeper().orElse(voice.party());
    placed(voice, move, keeper, mishaps, words);
    PartyId without = Stage.PARTIES.stream().filter(party -> !party.equals(keeper)).findFirst().orElseThrow();
    placed(voice, move, without, mishaps, () -> words.get() + " (in a log that " + Stage.letter(without) + " goes on with)");
  }

  private void placed(Voice voice, Move move, PartyId placedBy, int mishaps, Supplier<String> words) {
    int parties = Stage.bit(voice.party()) | Stage.bit(placedBy);
    decide(at.state(), voice, move, placedBy, Optional.empty())
        .ifPresent(next -> steps.add(new Step(words, parties, new Position(next, at.stamp(), at.mishaps() + mishaps))));
  }

  /** Said under a checkpoint that the nodes of both sides cosigned just now. */
  void saysCosigned(Voice voice, Move move, Supplier<String> words) {
    PartyId keeper = at.keeper().orElseThrow();
    int parties = Stage.bit(voice.party()) | Stage.bit(keeper) | Stage.bit(Stage.A) | Stage.bit(Stage.B);
    Entry.Witness witness = new Entry.Witness(at.state().course().size(), true, new TreeSet<>(Stage.SIDES));
    decide(at.state(), voice, move, keeper, Optional.of(witness))
        .ifPresent(next -> steps.add(new Step(words, parties, at.with(next))));
  }

  /** Time passes without an entry. */
  void waits(long stamp, Supplier<String> words) {
    steps.add(new Step(words, 0, at.at(stamp)));
  }

  /** Proposed by each party that would have to sign. */
  void proposes(Matter matter, Supplier<String> words) {
    for (PartyId party : Quorum.needed(at.state(), new State.Subject.Proposal(matter), Stage.A).keySet()) {
      Supplier<String> said = () -> Stage.letter(party) + " proposes " + words.get();
      Move proposal = new Move.Propose(matter, at.stamp() + A_WHILE);
      voice(party).ifPresent(voice -> keeperSuccession(voice, proposal, matter, said));
    }
  }

  private void keeperSuccession(Voice voice, Move move, Matter matter, Supplier<String> words) {
    if (matter instanceof Matter.Succession succession && succession.function() == Function.KEEPER) {
      saysAnywhere(voice, move, 0, words);
    } else {
      says(voice, move, words);
    }
  }

  /** The next signature under something that waits, by each party that is asked and whose people have not all signed. */
  void signs(State.Pending waiting, Supplier<String> words) {
    Quorum.needed(at.state(), waiting.subject(), waiting.proposer())
        .forEach(
            (party, people) -> {
              int signed = Optional.ofNullable(waiting.signed().get(party)).map(java.util.Set::size).orElse(0);
              Supplier<String> said = () -> Stage.letter(party) + " signs " + words.get();
              if (signed < people) {
                voice(party).ifPresent(voice -> saysAnywhere(colleague(voice, signed), new Move.Sign(waiting.id()), 0, said));
              }
            });
  }

  private static Voice colleague(Voice voice, int number) {
    return Stage.delegates(voice.party()).get(number).in(voice.function());
  }

  /** Proposed and signed by everybody asked, as one step: what waits for signatures stands in nobody's way meanwhile. */
  void agrees(Matter matter, Supplier<String> words) {
    PartyId keeper = at.keeper().orElseThrow();
    agreed(matter, keeper, words);
    if (matter instanceof Matter.Succession succession && succession.function() == Function.KEEPER) {
      PartyId without = Stage.PARTIES.stream().filter(party -> !party.equals(keeper)).findFirst().orElseThrow();
      agreed(matter, without, () -> words.get() + " (in a log that " + Stage.letter(without) + " goes on with)");
    }
  }

  private void agreed(Matter matter, PartyId placedBy, Supplier<String> words) {
    var needed = Quorum.needed(at.state(), new State.Subject.Proposal(matter), Stage.A);
    Digest id = Stage.idAt(at.state().course().size());
    int parties = Stage.bit(placedBy);
    Optional<State> now = Optional.of(at.state());
    boolean proposed = false;
    for (PartyId party : needed.keySet()) {
      parties |= Stage.bit(party);
      for (int person = 0; person < java.util.Objects.requireNonNull(needed.get(party)) && now.isPresent(); person++) {
        now.ifPresent(state -> safety.unbound(at.state(), state));
        Move move = proposed ? new Move.Sign(id) : new Move.Propose(matter, at.stamp() + A_WHILE);
        int number = person;
        State before = now.get();
        now = voice(party).flatMap(voice -> decide(before, colleague(voice, number), move, placedBy, Optional.empty()));
        proposed = true;
      }
    }
    int all = parties;
    String signers = String.join(", ", needed.keySet().stream().map(Stage::letter).toList());
    now.ifPresent(
        next -> {
          safety.bound(next, id);
          steps.add(new Step(() -> signers + " sign " + words.get(), all, at.with(next)));
        });
  }

  private Optional<State> decide(State now, Voice voice, Move move, PartyId placedBy, Optional<Entry.Witness> witness) {
    asked++;
    long index = now.course().size();
    Parties.Author author = now.parties().authors().get(voice.author());
    Entry entry =
        new Entry(
            Stage.idAt(index),
            index,
            at.stamp(),
            Stage.node(placedBy),
            voice.author(),
            voice.function(),
            author == null ? 1 : author.sequence() + 1,
            author == null ? Digest.OF_NOTHING : author.head(),
            index,
            at.stamp(),
            move,
            witness);
    Decision decision = Protocol.decide(now, entry);
    if (!decision.accepted()) {
      safety.refused(now, decision.next());
      return Optional.empty();
    }
    return Optional.of(decision.next());
  }
}
