package homeward.invariant;

import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.Matter;
import homeward.exchange.Move.Sight;
import homeward.exchange.Move;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.exchange.Trail;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** 2. Whoever is let go was accepted by name, cleared when the sides got ready and at the release, and sits nowhere else. */
final class Eligibility implements Check {
  @Override
  public List<String> of(Log log) {
    Reading reading = new Reading();
    log.deeds().forEach(reading::take);
    return reading.broken;
  }

  private static final class Reading {
    private final List<String> broken = new ArrayList<>();
    private final Rolls rolls = new Rolls();
    private final Set<Ref> accepted = new HashSet<>();
    private final Map<String, Set<Ref>> cleared = new HashMap<>();
    private final Map<String, Set<Ref>> coming = new HashMap<>();

    void take(Deed deed) {
      switch (deed.move()) {
        case Move.Answer answer -> {
          accepted.addAll(answer.accepted());
          accepted.removeAll(answer.notAccepted());
          accepted.removeAll(answer.open());
        }
        case Move.Clear clear -> clear(deed, clear);
        case Move.Ready ready -> covered(deed, ready.journey(), rolls.of(ready.journey(), ready.wave()).keySet(), "at a Ready, entry " + deed.line().index());
        case Move other -> {}
      }
      if (deed.effect().orElse(null) instanceof Matter.Settlement(String id, Matter.Finding.SamePerson same)) {
        accepted.remove(same.falls());
      }
      rolls.take(deed);
      Releases.by(deed).forEach(this::released);
    }

    private void clear(Deed deed, Move.Clear clear) {
      Set<Ref> set = clear.part().number() == 1 ? new HashSet<>() : coming.getOrDefault(clear.journey(), new HashSet<>());
      set.addAll(clear.cleared());
      set.addAll(clear.notAsked());
      coming.put(clear.journey(), set);
      if (clear.part().number() == clear.part().of()) {
        cleared.put(clear.journey(), set);
      }
      boolean allowed = deed.line().before().course().agreed().map(agreed -> agreed.terms().notAskedMayTravel()).orElse(false);
      if (!clear.notAsked().isEmpty() && !allowed) {
        broken.add("somebody is cleared who was never asked, against the terms: entry " + deed.line().index());
      }
    }

    private void covered(Deed deed, String journey, Set<Ref> people, String where) {
      State now = deed.line().before();
      boolean nobodyAsks =
          !now.course().functions().containsKey(Function.CLEARANCE)
              && now.course().agreed().map(agreed -> agreed.terms().notAskedMayTravel()).orElse(false);
      TreeSet<Ref> missing = new TreeSet<>(people);
      missing.removeAll(cleared.getOrDefault(journey, Set.of()));
      if (!nobodyAsks && !missing.isEmpty()) {
        broken.add(missing.size() + " people are not cleared " + where);
      }
    }

    private void released(Releases release) {
      Set<Ref> people = Rolls.held(release.wave()).keySet();
      covered(release.deed(), release.journey().code(), people, "at the release of " + release.where());
      boolean tranche = release.journey().holder().isEmpty();
      for (Ref ref : people) {
        if (tranche && !accepted.contains(ref)) {
          broken.add(ref.value() + " is let go and was not accepted: " + release.where());
        }
        if (elsewhere(release, ref)) {
          broken.add(ref.value() + " is let go and sits or has arrived elsewhere: " + release.where());
        }
      }
    }

    private static boolean elsewhere(Releases release, Ref ref) {
      State now = release.deed().line().after();
      Trail trail = now.trails().getOrDefault(ref, Trail.UNSEEN);
      boolean home = trail.standing(Sight.HANDED_OVER) && trail.standing(Sight.RECEIVED);
      for (Journey journey : now.journeys().values()) {
        for (Journey.Wave wave : journey.waves()) {
          boolean same = journey.code().equals(release.journey().code()) && wave.number() == release.wave().number();
          boolean alive = wave.phase() != Journey.WavePhase.STOOD_DOWN && (!Releases.went(wave) || home);
          if (!same && alive && Rolls.held(wave).containsKey(ref)) {
            return true;
          }
        }
      }
      return false;
    }
  }
}
