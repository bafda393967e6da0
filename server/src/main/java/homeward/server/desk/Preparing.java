package homeward.server.desk;

import homeward.agreement.Agreement;
import homeward.conduct.Book;
import homeward.conduct.Conduct;
import homeward.conduct.Intent;
import homeward.conduct.SideConduct;
import homeward.conduct.ThirdConduct;
import homeward.conduct.View;
import homeward.exchange.AuthorId;
import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.Move;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.node.Clock;
import homeward.server.delegations.Account;
import homeward.server.delegations.Accounts;
import homeward.server.lists.Lists;
import homeward.server.plans.Plans;
import homeward.server.proceedings.Standing;
import homeward.server.talks.Circle;
import homeward.server.talks.Talks;
import homeward.transcript.SignedCheckpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Puts together what this party knows by itself, as its conduct takes it: the same conduct that rehearsals play. */
@Component
class Preparing {
  /** A commitment is made with the list; before there is one nothing is committed to. */
  private static final Lists.Offering NOTHING = new Lists.Offering(State.none(), State.none(), Optional.empty(), "");

  static final int FEWEST_OF_A_SIDE = 3;
  static final int FEWEST_OF_A_THIRD_PARTY = 1;

  /** A device's key is lent for a month at a time. */
  private static final long LENT = 30L * 24 * 3_600_000;

  private final Circle circle;
  private final Talks talks;
  private final Lists lists;
  private final Plans plans;
  private final Accounts accounts;
  private final Clock clock;

  Preparing(Circle circle, Talks talks, Lists lists, Plans plans, Accounts accounts, Clock clock) {
    this.circle = circle;
    this.talks = talks;
    this.lists = lists;
    this.plans = plans;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** What this party sees now. */
  View view(Standing standing) {
    Optional<Move.CosignedCheckpoint> common =
        standing.common().map(Preparing::cosigned);
    return new View(standing.state(), circle.me(), clock.now(), common, standing.withoutKeeper(), index -> standing.log().get((int) index).leaf().stamp());
  }

  private static Move.CosignedCheckpoint cosigned(SignedCheckpoint note) {
    return new Move.CosignedCheckpoint(note.checkpoint().size(), new Digest(note.checkpoint().root().value()), note.text());
  }

  /** This party's people who sign, as entries name them. */
  List<Move.Delegate> delegates() {
    return accounts.delegates().stream().map(Preparing::delegate).toList();
  }

  /** Keys of those who only report what they see, which a delegate has not lent yet, or no longer. */
  List<Intent> lending(State state, long now) {
    boolean enrolled = delegates().stream().anyMatch(delegate -> state.parties().authors().containsKey(AuthorId.of(delegate.key())));
    return enrolled
        ? accounts.observers().stream()
            .filter(observer -> !state.parties().authors().containsKey(AuthorId.of(observer.key())))
            .map(observer -> new Intent(voice(state), 0, new Move.EnrolDevice(observer.key(), observer.code(), now + LENT)))
            .toList()
        : List.of();
  }

  /** A function in which this party may speak. */
  private Function voice(State state) {
    return state.parties().isSide(circle.me())
        ? Function.SIDE
        : state.course().functions().entrySet().stream()
            .filter(held -> held.getValue().equals(circle.me()))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(Function.HOST);
  }

  private static Move.Delegate delegate(Account account) {
    return new Move.Delegate(account.code(), account.key());
  }

  /** Whether this party is one of the two sides, by the agreement that is held. */
  static boolean isSide(Agreement agreement, Circle circle) {
    return agreement.sides().stream().anyMatch(side -> side.id().equals(circle.mine().id()));
  }

  /**
   * How this party goes on; nothing before it holds the agreement.
   *
   * @param staying who, as far as whoever asks may know, does not travel
   */
  Optional<Conduct> conduct(Supplier<SortedSet<Ref>> staying) {
    ThirdConduct.Ward ward = new ThirdConduct.Ward(delegates(), staying, List.of(), Long.MAX_VALUE, List.of());
    return talks.agreement().map(agreement -> isSide(agreement, circle) ? new SideConduct(book(agreement), ward) : new ThirdConduct(ward));
  }

  private Book book(Agreement agreement) {
    List<Move.Delegate> delegates = delegates();
    Lists.Offering offering = lists.offering().orElse(NOTHING);
    return new Book(
        talks.opening(agreement, delegates),
        delegates,
        talks.terms(agreement),
        offering.offered(),
        offering.names(),
        offering.salt(),
        offering.wounded(),
        lists.answers(),
        talks.everybody(agreement),
        agreement.conduct().seatsPerWave(),
        plans.choosing(),
        Book.Leads.atOnce(),
        Book.Day.uneventful());
  }

  /** Nobody's choice is known to a desk that does not open the clearance store. */
  static SortedSet<Ref> nobody() {
    return new TreeSet<>();
  }
}
