package homeward.sabotage;

import homeward.exchange.Decision;
import homeward.exchange.Digest;
import homeward.exchange.Entry;
import homeward.exchange.Journey;
import homeward.exchange.Move.Sight;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.exchange.Trail;
import homeward.ruling.Protocol;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Rules with one thing wrong in each. */
public final class Bending {
  private Bending() {}

  private static Decision then(Decision ruled, State next) {
    return new Decision(next, ruled.refusal());
  }

  /** 1. The first Ready lets a wave go. */
  public static Decision onOneReady(State now, Entry entry) {
    Decision ruled = Protocol.decide(now, entry);
    if (!ruled.accepted() || !(entry.move() instanceof Move.Ready ready)) {
      return ruled;
    }
    Journey journey = java.util.Objects.requireNonNull(ruled.next().journeys().get(ready.journey()));
    Journey.Wave wave = journey.wave(ready.wave());
    boolean first = wave.phase() == Journey.WavePhase.STAGED;
    return first ? then(ruled, ruled.next().with(journey.with(wave.at(Journey.WavePhase.AUTHORISED)))) : ruled;
  }

  /** 2. Whoever is seated counts as cleared, and nobody is asked. */
  public static Decision seatedIsCleared(State now, Entry entry) {
    if (entry.move() instanceof Move.Clear) {
      return Protocol.decide(now, saying(entry, new Move.Sign(Digest.OF_NOTHING)));
    }
    Decision ruled = Protocol.decide(now, entry);
    if (!ruled.accepted() || !(entry.move() instanceof Move.Manifest manifest)) {
      return ruled;
    }
    Journey journey = java.util.Objects.requireNonNull(ruled.next().journeys().get(manifest.journey()));
    TreeSet<Ref> seated = new TreeSet<>();
    journey.waves().forEach(wave -> wave.rolls().values().forEach(roll -> seated.addAll(roll.everybody())));
    Journey.Clearance all = new Journey.Clearance(entry.index(), seated, new TreeSet<>(), Optional.empty());
    return then(ruled, ruled.next().with(journey.with(all)));
  }

  /** 3. Where one wave goes, the next goes with it. */
  public static Decision twoWaves(State now, Entry entry) {
    Decision ruled = Protocol.decide(now, entry);
    State next = ruled.next();
    for (Journey journey : ruled.next().journeys().values()) {
      boolean open = journey.waves().stream().anyMatch(Journey.Wave::open);
      Optional<Journey.Wave> staged = journey.waves().stream().filter(wave -> wave.phase() == Journey.WavePhase.STAGED).findFirst();
      next = open && staged.isPresent() ? next.with(journey.with(staged.get().at(Journey.WavePhase.AUTHORISED))) : next;
    }
    return then(ruled, next);
  }

  /** 4. People who came home by direct repatriation count as if a tranche had brought them. */
  public static Decision directCounts(State now, Entry entry) {
    Decision ruled = Protocol.decide(now, entry);
    if (!ruled.accepted() || !(entry.move() instanceof Move.Saw saw) || !direct(now, saw)) {
      return ruled;
    }
    TreeMap<Ref, Trail> trails = new TreeMap<>();
    saw.refs().forEach(ref -> {
      List<Trail.Fact> facts = java.util.Objects.requireNonNull(ruled.next().trails().get(ref)).facts();
      Trail.Fact last = facts.getLast();
      trails.put(ref, new Trail(facts.subList(0, facts.size() - 1)).with(new Trail.Fact(last.sight(), last.by(), Optional.empty(), last.index(), last.provenance())));
    });
    return then(ruled, ruled.next().withTrails(trails));
  }

  private static boolean direct(State now, Move.Saw saw) {
    return saw.journey().map(now.journeys()::get).map(Journey::direct).orElse(false);
  }

  /** 5. Once somebody is home, how they came there is forgotten. */
  public static Decision forgets(State now, Entry entry) {
    Decision ruled = Protocol.decide(now, entry);
    if (!(entry.move() instanceof Move.Saw saw) || saw.sight() != Sight.HOME) {
      return ruled;
    }
    TreeMap<Ref, Trail> trails = new TreeMap<>();
    saw.refs().forEach(ref -> trails.put(ref, Trail.UNSEEN.with(java.util.Objects.requireNonNull(ruled.next().trails().get(ref)).facts().getLast())));
    return then(ruled, ruled.next().withTrails(trails));
  }

  /** 6. One person fewer of each party is enough: somebody who does not exist has signed already. */
  public static Decision onePersonFewer(State now, Entry entry) {
    State.Pending pending = entry.move() instanceof Move.Sign sign ? now.pending().get(sign.proposal()) : null;
    if (pending == null || !(pending.subject() instanceof State.Subject.Proposal)) {
      return Protocol.decide(now, entry);
    }
    TreeMap<PartyId, SortedSet<String>> signed = new TreeMap<>();
    Optional.ofNullable(now.parties().authors().get(entry.author())).ifPresent(author -> signed.put(author.party(), new TreeSet<>(List.of("nobody"))));
    pending.signed().forEach((party, people) -> {
      TreeSet<String> more = new TreeSet<>(people);
      more.add("nobody");
      signed.put(party, more);
    });
    State.Pending helped =
        new State.Pending(pending.id(), pending.index(), pending.proposer(), pending.subject(), pending.until(), signed, pending.reported());
    return Protocol.decide(now.awaiting(helped), entry);
  }

  /** 8. What is announced is forgotten. A node that does so on its own holds another state than the others. */
  public static Decision deaf(State now, Entry entry) {
    Decision ruled = Protocol.decide(now, entry);
    State next = ruled.next();
    return entry.move() instanceof Move.Announce
        ? then(ruled, new State(next.course(), next.parties(), next.pending(), next.offers(), next.people(), next.journeys(), next.trails(),
            next.arrivals(), next.discrepancies(), now.announcements(), next.closing()))
        : ruled;
  }

  /** 9. What the side with the higher code announces is forgotten. */
  public static Decision favoursTheLower(State now, Entry entry) {
    Optional<PartyId> by = Optional.ofNullable(now.parties().authors().get(entry.author())).map(author -> author.party());
    SortedMap<PartyId, Move.Member> members = now.parties().members();
    Optional<PartyId> higher = members.keySet().stream().filter(now.parties()::isSide).reduce((lower, last) -> last);
    return by.isPresent() && by.equals(higher) ? deaf(now, entry) : Protocol.decide(now, entry);
  }

  /** 10. Nothing ever lapses, and nobody may end anything. */
  public static Decision noLapse(State now, Entry entry) {
    boolean over = entry.move() instanceof Move.Lapse || entry.move() instanceof Move.End;
    return over ? Protocol.decide(now, saying(entry, new Move.Sign(Digest.OF_NOTHING))) : Protocol.decide(now, entry);
  }

  private static Entry saying(Entry entry, Move other) {
    return new Entry(entry.id(), entry.index(), entry.stamp(), entry.keeper(), entry.author(), entry.function(), entry.sequence(),
        entry.previous(), entry.seenSize(), entry.sentAt(), other, entry.witness());
  }
}
