package homeward.node;

import homeward.exchange.PartyId;
import homeward.transcript.KeyId;
import homeward.transcript.Leaf;
import homeward.transcript.SignedCheckpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges leaves that do lead to their checkpoint: whether they may stand, whether to cosign, whether two histories were told. */
final class Adopting {
  /** No side cosigns a checkpoint whose stamp runs further ahead of its own clock (protocol, decided for good, 1). */
  private static final long MOST_AHEAD = 10 * 60_000L;

  /** Leaves from an index on, the checkpoint they lead to, and whose node signed that as the log. */
  record Told(long from, List<Leaf> leaves, SignedCheckpoint note, PartyId signer) {
    long size() {
      return note.checkpoint().size();
    }

    List<Leaf> after(long index) {
      return leaves.subList((int) (index - from), leaves.size());
    }
  }

  private final Holdings holdings;
  private final Wire wire;
  private final Clock clock;
  private final Succession succession;
  private long ignored;

  Adopting(Holdings holdings, Wire wire, Clock clock, Succession succession) {
    this.holdings = holdings;
    this.wire = wire;
    this.clock = clock;
    this.succession = succession;
  }

  long ignored() {
    return ignored;
  }

  void consider(Told told) {
    long parting = parting(told);
    boolean rewrites = parting < Math.min(holdings.chronicle.size(), told.size());
    if (!rewrites && told.size() <= holdings.chronicle.size()) {
      agree(told.note());
    } else if (rewrites && forks(told, parting)) {
      fork(told);
      if (parting >= holdings.commonSize()) {
        adopt(told, parting);
      }
    } else if (parting < holdings.commonSize()) {
      // Somebody went on without having heard of what both sides cosigned: they will hear of it, it is never given up.
      ignored++;
    } else {
      adopt(told, parting);
    }
  }

  /** The first index at which the leaves told differ from those held. */
  private long parting(Told told) {
    long index = told.from();
    for (Leaf leaf : told.leaves()) {
      if (index >= holdings.chronicle.size() || !holdings.chronicle.leaf(index).equals(leaf)) {
        return index;
      }
      index++;
    }
    return index;
  }

  /**
   * Whether the keeper of that time gave one place to two entries and signed for both. Who stands in for a silent keeper may have
   * to begin again, and promises nothing meanwhile; a leaf counts against nobody but who signed for it.
   */
  private boolean forks(Told told, long parting) {
    KeyId here = holdings.chronicle.leaf(parting).keeper();
    KeyId there = told.after(parting).getFirst().keeper();
    boolean signedBoth = holdings.latest().flatMap(holdings::signerOf).equals(Optional.of(told.signer()));
    return here.equals(there) && signedBoth && isKey(told.signer(), here) && succession.keeperAt(parting).equals(told.signer());
  }

  private boolean isKey(PartyId party, KeyId key) {
    return holdings.nodeKey(party).map(known -> known.id().equals(key)).orElse(false);
  }

  /**
   * Follows whoever may be followed, as far as that is their own work; and anybody's log that every side has cosigned. A tail
   * that is not common may be given up: its entries wait in their authors' outboxes.
   */
  private void adopt(Told told, long parting) {
    boolean ownWork = told.after(parting).stream().allMatch(leaf -> isKey(told.signer(), leaf.keeper()));
    boolean keeper = ownWork && told.signer().equals(succession.keeperAt(parting));
    boolean mayFollow =
        holdings.caught(told.signer())
            ? mayFollowCaught(told, parting)
            : keeper ? mayFollowKeeper(told, parting) : ownWork && mayFollowStandIn(told, parting);
    List<Leaf> before = cut(parting);
    List<Leaf> strange = new ArrayList<>();
    boolean stands = told.after(parting).stream().allMatch(leaf -> append(leaf, strange));
    if (stands && (mayFollow || holdings.byAllSides(told.note(), holdings.state()))) {
      holdings.keep(parting, told.note());
      strange.forEach(leaf -> holdings.raise(otherHistory(leaf)));
      agree(told.note());
      cosign();
      return;
    }
    cut(parting);
    before.forEach(holdings.chronicle::append);
    if (!stands && keeper && !holdings.caught(told.signer())) {
      fork(told);
    }
  }

  /**
   * Of somebody who was caught only what another side has cosigned, and only while this side has cosigned nothing else in its
   * place: the other may already hold it as common, or waits to know that it never will be.
   */
  private boolean mayFollowCaught(Told told, long parting) {
    boolean voted = holdings.cosignedByMe() && parting < holdings.chronicle.size();
    return holdings.cosignedByOthers(told.note()) && !voted;
  }

  /** The keeper goes before a stand-in: a side gives a stand-in's tail up when the keeper speaks, or the other side has cosigned. */
  private boolean mayFollowKeeper(Told told, long parting) {
    boolean rewrites = parting < holdings.chronicle.size();
    return !rewrites || holdings.cosignedByOthers(told.note()) || told.signer().equals(succession.acting());
  }

  /**
   * What a side has cosigned for the keeper it never gives up for a stand-in: the keeper may hold the other side's cosignature
   * too and have fallen silent before telling. So no two histories can both be cosigned by both sides.
   */
  private boolean mayFollowStandIn(Told told, long parting) {
    Optional<PartyId> signer = holdings.latest().flatMap(holdings::signerOf);
    boolean rewritesVote =
        parting < holdings.chronicle.size() && holdings.cosignedByMe() && signer.equals(Optional.of(succession.keeperAt(parting)));
    return told.signer().equals(succession.acting()) && (!rewritesVote || holdings.parted());
  }

  private List<Leaf> cut(long from) {
    List<Leaf> tail = new ArrayList<>();
    for (long index = from; index < holdings.chronicle.size(); index++) {
      tail.add(holdings.chronicle.leaf(index));
    }
    holdings.chronicle.truncate(from);
    return tail;
  }

  /** A leaf whose author had seen another history stands, for facts must; but somebody told two stories. */
  private boolean append(Leaf leaf, List<Leaf> strange) {
    return switch (holdings.chronicle.append(leaf)) {
      case Chronicle.Placing.Refused refused -> false;
      case Chronicle.Placing.Placed placed -> {
        if (!placed.sameHistory()) {
          strange.add(leaf);
        }
        yield true;
      }
    };
  }

  private Store.Alarm otherHistory(Leaf leaf) {
    String held = holdings.latest().map(SignedCheckpoint::text).orElse("");
    return new Store.Alarm(Store.AlarmKind.OTHER_HISTORY, leaf.index(), leaf.entry().jws(), held);
  }

  private void fork(Told told) {
    String held = holdings.latest().map(SignedCheckpoint::text).orElse("");
    holdings.keepProof(Holdings.leaves(told.from(), told.leaves(), told.note()));
    holdings.raise(new Store.Alarm(Store.AlarmKind.FORK, told.size(), held, told.note().text()));
  }

  /** Every side with keys has cosigned this log further than this node knew. */
  void agree(SignedCheckpoint note) {
    boolean further = note.checkpoint().size() > holdings.commonSize();
    if (further && holdings.byAllSides(note, holdings.chronicle.stateAt(note.checkpoint().size()))) {
      holdings.agree(note);
    }
  }

  /** A checkpoint of the log held: perhaps with cosignatures that were still missing here. */
  void join(SignedCheckpoint note) {
    Optional<SignedCheckpoint> latest = holdings.latest();
    if (latest.isPresent() && latest.get().checkpoint().equals(note.checkpoint())) {
      holdings.cosigned(holdings.joined(latest.get(), note));
    }
    agree(note);
    holdings.latest().ifPresent(this::agree);
  }

  /** A side cosigns what it holds whole and has checked, in its store before anybody hears of it; and says so until it is common. */
  void cosign() {
    Optional<SignedCheckpoint> latest = holdings.latest();
    if (latest.isEmpty() || latest.get().checkpoint().size() <= holdings.commonSize() || !mayCosign()) {
      return;
    }
    if (!holdings.cosignedByMe()) {
      holdings.cosigned(latest.get().cosign(holdings.setting.key(), holdings.setting.name(), clock.now() / 1000));
      agree(holdings.latest().orElseThrow());
    }
    SignedCheckpoint mine = holdings.latest().orElseThrow();
    holdings.signerOf(mine)
        .filter(keeper -> !keeper.equals(holdings.setting.me()))
        .ifPresent(keeper -> wire.send(keeper, new Message.Cosigned(mine.text())));
  }

  private boolean mayCosign() {
    boolean side = holdings.state().parties().isSide(holdings.setting.me());
    boolean inTime = holdings.state().course().stamp() <= clock.now() + MOST_AHEAD;
    boolean believed =
        holdings.latest().filter(note -> !holdings.signerOf(note).map(holdings::caught).orElse(false) || holdings.cosignedByOthers(note)).isPresent();
    return side && inTime && believed && holdings.knowsTheKeys();
  }
}
