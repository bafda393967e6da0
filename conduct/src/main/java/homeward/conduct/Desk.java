package homeward.conduct;

import homeward.exchange.AuthorId;
import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.transcript.SignedCheckpoint;
import homeward.transcript.SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Where a party's people sit and speak through a node: their own, or, for a party on paper, the node of whoever reports it.
 * Nothing that needs an answer is said before the answer to the last such thing is in; facts are said at once.
 */
public final class Desk {
  private static final long FIRST_RETRY = 20 * View.MINUTE;
  private static final long LAST_RETRY = 12 * View.HOUR;
  private static final long SHORTEST_PACE = 1_000L;
  private static final long PAPER_WAITS = View.HOUR;

  private final Supplier<Post> post;
  private final PartyId speaks;
  private final Conduct conduct;
  private final List<SigningKey> people;
  private final Optional<SigningKey> root;
  private final Map<Object, Attempt> attempts = new HashMap<>();

  private record Attempt(long at, int times) {
    long retryFrom() {
      return at + Math.min(LAST_RETRY, FIRST_RETRY << Math.min(times - 1, 10));
    }
  }

  private Desk(
      Supplier<Post> post, PartyId speaks, Conduct conduct, List<SigningKey> people, Optional<SigningKey> root) {
    this.post = post;
    this.speaks = speaks;
    this.conduct = conduct;
    this.people = people;
    this.root = root;
  }

  /** A desk at the party's own node; the node may be replaced while the desk stands, as after a crash. */
  public static Desk at(Supplier<Post> post, Conduct conduct, List<SigningKey> people, SigningKey root) {
    return new Desk(post, post.get().party(), conduct, people, Optional.of(root));
  }

  /** What a party on paper does, reported at another's node by its people. */
  public static Desk onPaper(Supplier<Post> reporter, PartyId absent, Conduct conduct, List<SigningKey> reporters) {
    return new Desk(reporter, absent, conduct, reporters, Optional.empty());
  }

  /** How often people look up while waves of this journey are under way (ms): several times on the way of one. */
  public static long pace(Journey journey) {
    return Math.max(SHORTEST_PACE, Ground.way(journey) / 6);
  }

  /** Whose people sit here. */
  public PartyId speaks() {
    return speaks;
  }

  /** Whether anything is due that its people would say now. */
  public boolean isDue(long now) {
    return conduct.duties(view(now)).anyMatch(duty -> !duty.get().isEmpty());
  }

  /** Says what is due for the first duty that has anything new; whether anything was said. */
  public boolean act(long now) {
    View view = view(now);
    boolean waiting = anyUnplaced() || anyReportUnsigned(view);
    return conduct
        .duties(view)
        .anyMatch(
            duty -> {
              List<Intent> due =
                  duty.get().stream()
                      .filter(intent -> !waiting || intent.move() instanceof Move.Observation)
                      .filter(intent -> isDue(intent, now))
                      .limit(root.isPresent() ? Long.MAX_VALUE : 1)
                      .toList();
              due.forEach(intent -> say(intent, now));
              return !due.isEmpty();
            });
  }

  /** Whoever is not enrolled yet gets no answer: what they said waits for their enrolment, and nothing waits for them. */
  private boolean anyUnplaced() {
    State state = post.get().state();
    boolean opened = state.course().opener().isPresent();
    return post.get().outbox().stream()
        .filter(entry -> !opened || state.parties().authors().containsKey(new AuthorId(entry.envelope().author().value())))
        .anyMatch(entry -> !post.get().placed(entry.hash()));
  }

  /**
   * Papers are entered one after the other, so that they take effect in the order in which they were written. One whose second
   * signature does not come, because what it says is refused by now, holds up the next for a while only.
   */
  private boolean anyReportUnsigned(View view) {
    return root.isEmpty()
        && view.state().pending().values().stream()
            .filter(pending -> view.now() - view.stampOf(pending.index()) < PAPER_WAITS)
            .anyMatch(
                pending ->
                    pending.subject() instanceof State.Subject.Reported(Move.Report report) && report.onBehalf().equals(speaks));
  }

  private View view(long now) {
    Post at = post.get();
    State state = at.state();
    Optional<Move.CosignedCheckpoint> common =
        at.common()
            .map(SignedCheckpoint::checkpoint)
            .map(point -> new Move.CosignedCheckpoint(point.size(), new Digest(point.root().value()), at.common().orElseThrow().text()));
    return new View(state, speaks, now, common, at.withoutKeeper(), at::stamp);
  }

  private boolean isDue(Intent intent, long now) {
    Attempt last = attempts.get(intent.subject());
    return last == null || now >= last.retryFrom();
  }

  private void say(Intent intent, long now) {
    attempts.merge(intent.subject(), new Attempt(now, 1), (before, fresh) -> new Attempt(now, before.times() + 1));
    if (root.isPresent()) {
      post.get().say(intent.person() == Intent.ROOT ? root.get() : people.get(intent.person()), intent.function(), intent.move());
      return;
    }
    report(intent.move(), now);
  }

  /** One paper for what several people of the absent party would sign. */
  private void report(Move move, long now) {
    boolean again = move instanceof Move.Sign && !reported.add(move);
    if (!again) {
      Digest paper = Digest.of(("paper " + now + " " + attempts.size()).getBytes(StandardCharsets.UTF_8));
      post.get().say(people.getFirst(), Function.SIDE, new Move.Report(speaks, paper, now, move));
    }
  }

  private final Set<Move> reported = new HashSet<>();
}
