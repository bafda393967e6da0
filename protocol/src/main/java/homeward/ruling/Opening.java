package homeward.ruling;

import homeward.exchange.AuthorId;
import homeward.exchange.Digest;
import homeward.exchange.Entry;
import homeward.exchange.Function;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.Parties;
import homeward.exchange.PartyId;
import homeward.exchange.Refusal;
import homeward.exchange.State;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** How an exchange begins, and whose keys may sign in it. */
final class Opening {
  /** Fewer could not replace one another and still bind: two distinct people are needed, and one may be taken or ill. */
  static final int LEAST_DELEGATES = 3;

  private Opening() {}

  static boolean isGenesis(State now, Entry entry) {
    return mayBegin(now, entry.stamp()) && entry.move() instanceof Move.Open;
  }

  /**
   * Whether nothing is opened, or only what nobody signed in time. The delegates of the other side are not enrolled yet and
   * could not say that it lapsed; so it does not stand in their way, or whoever opens and falls silent would hold it for ever.
   */
  static boolean mayBegin(State now, long stamp) {
    return now.course().opener().isEmpty()
        || now.pending().values().stream()
            .anyMatch(pending -> pending.subject() instanceof State.Subject.Opening && stamp > pending.until());
  }

  /** The genesis entry names the keys that sign it. An opening that lapsed before it is gone. */
  static State withAuthors(State now, Move.Open open) {
    State clear = undone(now);
    return clear.with(enrolled(clear.parties(), open.opener(), open.delegates()));
  }

  static Outcome open(Turn turn, Move.Open open) {
    return Ruling.begin()
        .require(() -> turn.now().course().opener().isEmpty(), () -> new Refusal.NotNow(State.Phase.UNOPENED))
        .require(() -> enough(open.delegates(), LEAST_DELEGATES), () -> new Refusal.TooFewDelegates(LEAST_DELEGATES))
        .require(() -> partiesFit(open), Refusal.OtherParties::new)
        .then(() -> opened(turn, open));
  }

  private static boolean partiesFit(Move.Open open) {
    TreeMap<PartyId, Move.Member> members = new TreeMap<>();
    open.parties().forEach(member -> members.put(member.party(), member));
    long sides = open.parties().stream().filter(member -> member.kind() == Move.Kind.SIDE).count();
    Move.Member opener = members.get(open.opener());
    Move.Member keeper = Optional.ofNullable(open.functions().get(Function.KEEPER)).map(members::get).orElse(null);
    return members.size() == open.parties().size()
        && sides == 2
        && opener != null
        && opener.kind() == Move.Kind.SIDE
        && opener.keys().isPresent()
        && keeper != null
        && keeper.keys().isPresent()
        && members.keySet().containsAll(open.functions().values())
        && open.functions().keySet().stream().allMatch(Function::assignable)
        && open.patienceHours() >= 1
        && open.patienceHours() <= 10_000;
  }

  private static State opened(Turn turn, Move.Open open) {
    Parties parties = turn.now().parties();
    for (Move.Member member : open.parties()) {
      parties = parties.with(member).heardOf(member.party(), turn.stamp());
    }
    State named =
        turn.now()
            .with(parties)
            .with(turn.now().course().openedBy(open.opener(), open.patienceHours(), State.putAll(State.none(), open.functions())));
    long until = turn.stamp() + open.patienceHours() * Turn.HOUR;
    return Matters.awaiting(turn.at(named), new State.Subject.Opening(open), until);
  }

  /** From the second signature on the parties' root keys may name delegates. */
  static State effective(State now, Move.Open open) {
    Parties parties = now.parties();
    for (Move.Member member : open.parties()) {
      parties = admitted(parties, member);
    }
    return now.with(parties).with(now.course().at(State.Phase.OFFERED));
  }

  static Parties admitted(Parties parties, Move.Member member) {
    Parties with = parties.with(member);
    return member
        .keys()
        .map(keys -> with.with(AuthorId.of(keys.root()), author(member.party(), Parties.Role.ROOT, member.party().value(), keys.root())))
        .orElse(with);
  }

  /** As if nobody had opened: the opening was withdrawn, or its second signature never came. Facts stay, and so do heads. */
  static State undone(State now) {
    State fresh =
        new State(
            State.unopened(now.course().exchange()).course(),
            withdrawn(now.parties()),
            State.none(),
            State.none(),
            State.none(),
            State.none(),
            now.trails(),
            now.arrivals(),
            now.discrepancies(),
            now.announcements(),
            Optional.empty());
    State.Course course = now.course();
    State.Course counted =
        new State.Course(
            course.exchange(),
            State.Phase.UNOPENED,
            course.size(),
            course.stamp(),
            0,
            Optional.empty(),
            fresh.course().functions(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return fresh.with(counted);
  }

  private static Parties withdrawn(Parties parties) {
    Parties none = new Parties(State.none(), State.none(), State.none());
    for (var known : parties.authors().entrySet()) {
      none = none.with(known.getKey(), known.getValue().withdrawnNow());
    }
    return none;
  }

  static Outcome enrol(Turn turn, Move.Enrol enrol) {
    int least = turn.now().parties().isSide(turn.party()) ? LEAST_DELEGATES : 1;
    return Ruling.begin()
        .require(() -> enough(enrol.delegates(), least), () -> new Refusal.TooFewDelegates(least))
        .require(() -> keysFree(turn, enrol.delegates()), () -> new Refusal.Exists("key"))
        .then(() -> turn.now().with(enrolled(turn.now().parties(), turn.party(), enrol.delegates())));
  }

  /** Whether anybody speaks for a party. */
  static boolean hasDelegates(State now, PartyId party) {
    return now.parties().authors().values().stream()
        .anyMatch(author -> author.party().equals(party) && author.role() == Parties.Role.DELEGATE && !author.withdrawn());
  }

  private static boolean enough(List<Move.Delegate> delegates, int least) {
    Set<String> people = new HashSet<>();
    Set<String> keys = new HashSet<>();
    delegates.forEach(delegate -> people.add(delegate.person()));
    delegates.forEach(delegate -> keys.add(delegate.key()));
    return people.size() >= least && keys.size() == delegates.size();
  }

  private static boolean keysFree(Turn turn, List<Move.Delegate> delegates) {
    return delegates.stream()
        .map(delegate -> turn.now().parties().authors().get(AuthorId.of(delegate.key())))
        .allMatch(author -> author == null || (author.party().equals(turn.party()) && author.role() == Parties.Role.DELEGATE));
  }

  /** The party's delegates are exactly these; a key that was known keeps its place in its own chain. */
  private static Parties enrolled(Parties parties, PartyId party, List<Move.Delegate> delegates) {
    Parties next = parties;
    for (var known : parties.authors().entrySet()) {
      boolean delegate = known.getValue().party().equals(party) && known.getValue().role() == Parties.Role.DELEGATE;
      next = delegate ? next.with(known.getKey(), known.getValue().withdrawnNow()) : next;
    }
    for (Move.Delegate delegate : delegates) {
      AuthorId id = AuthorId.of(delegate.key());
      Parties.Author fresh = author(party, Parties.Role.DELEGATE, delegate.person(), delegate.key());
      Parties.Author known = next.authors().get(id);
      next = next.with(id, known == null ? fresh : resumed(fresh, known));
    }
    return next;
  }

  private static Parties.Author resumed(Parties.Author fresh, Parties.Author known) {
    return new Parties.Author(
        fresh.party(), fresh.role(), fresh.person(), fresh.key(), fresh.until(), false, known.sequence(), known.head());
  }

  private static Parties.Author author(PartyId party, Parties.Role role, String person, String key) {
    return new Parties.Author(party, role, person, key, MAX_STAMP, false, 0, Digest.OF_NOTHING);
  }

  /** The largest whole number that every reader of JSON agrees on (RFC 8259, section 6). */
  static final long MAX_STAMP = (1L << 53) - 1;

  static Outcome enrolDevice(Turn turn, Move.EnrolDevice device) {
    AuthorId id = AuthorId.of(device.key());
    return Ruling.begin()
        .require(() -> !turn.now().parties().authors().containsKey(id), () -> new Refusal.Exists("key"))
        .require(() -> device.until() > turn.stamp(), () -> new Refusal.Lapsed(device.until()))
        .then(
            () -> {
              Parties.Author author =
                  new Parties.Author(
                      turn.party(),
                      Parties.Role.DEVICE,
                      device.person(),
                      device.key(),
                      device.until(),
                      false,
                      0,
                      Digest.OF_NOTHING);
              return turn.now().with(turn.now().parties().with(id, author));
            });
  }

  /** A party on paper gets keys; paper status ends for good. */
  static Outcome admit(Turn turn, Matter.Admission admission) {
    State now = turn.now();
    return Ruling.begin()
        .require(() -> now.parties().onPaper(admission.party()), () -> new Refusal.PaperStatus(admission.party()))
        .require(
            () -> !now.parties().authors().containsKey(AuthorId.of(admission.keys().root())), () -> new Refusal.Exists("key"))
        .then(
            () -> {
              Move.Kind kind = java.util.Objects.requireNonNull(now.parties().members().get(admission.party())).kind();
              Move.Member member = new Move.Member(admission.party(), kind, Optional.of(admission.keys()));
              return now.with(admitted(now.parties(), member));
            });
  }

  /** The parties' ids that terms and functions may name. */
  static boolean knows(State now, Iterable<PartyId> parties) {
    TreeSet<PartyId> unknown = new TreeSet<>();
    parties.forEach(unknown::add);
    unknown.removeAll(now.parties().members().keySet());
    return unknown.isEmpty();
  }
}
