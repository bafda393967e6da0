package homeward.invariant;

import homeward.exchange.AuthorId;
import homeward.exchange.PartyId;
import homeward.json.Malformed;
import homeward.node.Store;
import homeward.transcript.Hash;
import homeward.transcript.PublicKey;
import homeward.transcript.SignedCheckpoint;
import homeward.transcript.SignedEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * 5, between nodes. What was said to be safe stands in every log or waits in its author's outbox; what was common stays so; two
 * nodes that hold different histories hold the proof as well, and a proof is one that anybody can check.
 */
final class Histories {
  private final Evidence evidence;
  private final List<String> broken = new ArrayList<>();

  private Histories(Evidence evidence) {
    this.evidence = evidence;
  }

  static List<String> of(Evidence evidence) {
    Histories histories = new Histories(evidence);
    histories.acknowledged();
    histories.commons();
    histories.different();
    histories.proofs();
    return histories.broken;
  }

  /** While the exchange goes on an entry may still wait: it is not lost as long as it does. */
  private void acknowledged() {
    for (Evidence.Held author : evidence.judged()) {
      Set<String> waiting = !evidence.ended() ? new HashSet<>(author.store().outbox()) : Set.of();
      List<SignedEntry> said = evidence.acknowledged().stream()
          .filter(each -> each.by().equals(author.party()) && !waiting.contains(each.entry().jws()))
          .map(Evidence.Said::entry)
          .toList();
      for (Evidence.Held held : evidence.judged()) {
        List<SignedEntry> lost = said.stream().filter(entry -> held.log().placeOf(entry.hash()).isEmpty() && !strange(held, entry)).toList();
        if (!lost.isEmpty()) {
          broken.add("%d entries of %s, number %d the first, were acknowledged and are not in the log of %s"
              .formatted(lost.size(), author.party().value(), lost.getFirst().envelope().sequence(), held.party().value()));
        }
      }
    }
  }

  /** A key that the log never enrolled has no place in it: its owner's root key never told of it. */
  private static boolean strange(Evidence.Held held, SignedEntry entry) {
    return !held.log().state().parties().authors().containsKey(new AuthorId(entry.envelope().author().value()));
  }

  private void commons() {
    Map<Long, Hash> known = new HashMap<>();
    Set<PartyId> honest = evidence.nodes().stream().filter(Evidence.Held::honest).map(Evidence.Held::party).collect(Collectors.toSet());
    for (Evidence.Common common : evidence.commons()) {
      Hash other = honest.contains(common.by()) ? known.putIfAbsent(common.size(), common.root()) : null;
      if (other != null && !other.equals(common.root())) {
        broken.add("two histories of " + common.size() + " entries were both common");
      }
    }
    for (Evidence.Held held : evidence.judged()) {
      known.forEach((size, root) -> {
        if (size <= held.log().size() && !held.log().rootAt(size).equals(root)) {
          broken.add(held.party().value() + " does not hold what was common at " + size);
        }
      });
    }
  }

  /** Two that hold different logs of the time they share: each of them, if it lasts, has the proof. */
  private void different() {
    List<Evidence.Held> judged = evidence.judged();
    for (Evidence.Held one : judged) {
      for (Evidence.Held other : judged) {
        long shared = Math.min(one.log().size(), other.log().size());
        boolean same = one.log().rootAt(shared).equals(other.log().rootAt(shared));
        if (!same && !one.proves() && evidence.ended()) {
          broken.add(one.party().value() + " holds another history than " + other.party().value() + " and has not noticed");
        }
      }
    }
  }

  /** Both statements of a proof are by one key, and cannot both be true of one log. */
  private void proofs() {
    for (Evidence.Held held : evidence.judged()) {
      for (Store.Alarm alarm : held.store().alarms()) {
        if (alarm.kind() == Store.AlarmKind.FORK && !proves(held, alarm)) {
          broken.add("the alarm of " + held.party().value() + " proves nothing");
        }
      }
    }
  }

  private static boolean proves(Evidence.Held held, Store.Alarm alarm) {
    Optional<SignedCheckpoint> one = note(alarm.one());
    Optional<SignedCheckpoint> other = note(alarm.other());
    return one.isPresent()
        && other.isPresent()
        && !one.get().checkpoint().equals(other.get().checkpoint())
        && held.log().state().parties().members().values().stream()
            .flatMap(member -> member.keys().stream())
            .map(keys -> new PublicKey(keys.node()))
            .anyMatch(key -> signed(one.get(), key) && signed(other.get(), key));
  }

  private static boolean signed(SignedCheckpoint note, PublicKey key) {
    return note.signedBy(key, key.id().value());
  }

  private static Optional<SignedCheckpoint> note(String text) {
    try {
      return Optional.of(SignedCheckpoint.read(text));
    } catch (Malformed e) {
      return Optional.empty();
    }
  }
}
