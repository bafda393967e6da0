package homeward.server.signing;

import homeward.exchange.AuthorId;
import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.Refusal;
import homeward.exchange.State;
import homeward.node.Clock;
import homeward.server.delegations.Principal;
import homeward.server.delegations.Right;
import homeward.server.proceedings.Placed;
import homeward.server.proceedings.Proceedings;
import homeward.server.proceedings.Standing;
import homeward.server.talks.Talks;
import homeward.server.wording.Objection;
import homeward.server.wording.Saying;
import homeward.transcript.SigningKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Signs what a person chose to say. */
@Component
public class Signing {
  /** A keeper that is near gives an entry its place before the page comes back; the page does not wait for one that is far. */
  private static final Duration PATIENCE = Duration.ofMillis(400);
  private static final int LOOKS = 3;

  private final Proceedings proceedings;
  private final Talks talks;
  private final Clock clock;

  Signing(Proceedings proceedings, Talks talks, Clock clock) {
    this.proceedings = proceedings;
    this.talks = talks;
    this.clock = clock;
  }

  /** Says it, and tells what became of it as far as that is known within a second or so. */
  public Heard say(Principal by, Function function, Move move) {
    by.viewer().require(move instanceof Move.Observation ? Right.FIELD_OBSERVE : Right.EXCHANGE_SIGN);
    Standing standing = proceedings.standing();
    Map<PartyId, String> names = talks.names();
    Saying saying = Saying.of(move, standing.state(), names);
    if (by.key().isEmpty()) {
      return Heard.of(Heard.Kind.NO_KEY, saying);
    }
    SigningKey key = by.key().get();
    AuthorId author = new AuthorId(key.id().value());
    Optional<Refusal> objection = objection(standing, author, function, move);
    if (objection.isPresent()) {
      return refused(Heard.Kind.NOT_SENT, saying, OptionalLong.empty(), objection.get(), names);
    }
    return said(standing.turn(), key, function, move, saying, names);
  }

  /** Whether it would be sent and, as far as is foreseen, take effect. */
  public boolean wouldStand(Principal by, Function function, Move move) {
    Standing standing = proceedings.standing();
    return by.key()
        .map(key -> new AuthorId(key.id().value()))
        .map(author -> objection(standing, author, function, move).isEmpty())
        .orElse(false);
  }

  private Optional<Refusal> objection(Standing standing, AuthorId author, Function function, Move move) {
    return Foresight.objection(standing.state(), standing.common(), keeper(standing, author), author, function, move, clock.now());
  }

  /** Whoever kept the log last; before there is one it does not matter. */
  private static AuthorId keeper(Standing standing, AuthorId otherwise) {
    return standing.log().isEmpty() ? otherwise : new AuthorId(standing.log().getLast().leaf().keeper().value());
  }

  private Heard said(long turn, SigningKey key, Function function, Move move, Saying saying, Map<PartyId, String> names) {
    Digest id;
    try {
      id = proceedings.say(key, function, move);
    } catch (IllegalArgumentException tooLarge) {
      return Heard.of(Heard.Kind.TOO_LARGE, saying);
    }
    return placed(turn, id)
        .map(placed -> heard(placed, saying, names))
        .orElseGet(() -> Heard.of(Heard.Kind.ON_ITS_WAY, saying));
  }

  private Optional<Placed> placed(long turn, Digest id) {
    Standing standing = proceedings.standing();
    Optional<Placed> found = find(standing, id);
    for (int look = 0; look < LOOKS && found.isEmpty(); look++) {
      standing = proceedings.awaitChange(Math.max(turn, standing.turn()), PATIENCE);
      found = find(standing, id);
    }
    return found;
  }

  /** It can only stand among the last ones. */
  private static Optional<Placed> find(Standing standing, Digest id) {
    List<Placed> log = standing.log();
    return log.subList(Math.max(0, log.size() - 100), log.size()).reversed().stream()
        .filter(placed -> placed.leaf().entry().hash().value().equals(id.value()))
        .findFirst();
  }

  private static Heard heard(Placed placed, Saying saying, Map<PartyId, String> names) {
    OptionalLong place = OptionalLong.of(placed.leaf().index());
    return placed.decision().refusal()
        .map(why -> refused(Heard.Kind.REFUSED, saying, place, why, names))
        .orElseGet(() -> new Heard(Heard.Kind.STANDS, saying, place, Optional.empty()));
  }

  private static Heard refused(Heard.Kind kind, Saying saying, OptionalLong place, Refusal why, Map<PartyId, String> names) {
    return new Heard(kind, saying, place, Optional.of(Objection.of(why, names)));
  }

  /** In which function a party speaks: a side as a side, a third party in the first function it holds; nothing without any. */
  public static Optional<Function> voice(State state, PartyId party) {
    if (state.parties().isSide(party)) {
      return Optional.of(Function.SIDE);
    }
    return state.course().functions().entrySet().stream()
        .filter(held -> held.getValue().equals(party))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
