package homeward.invariant;

import homeward.balance.Manifests;
import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.Matter;
import homeward.exchange.Move.Sight;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.Person;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.exchange.Terms;
import homeward.exchange.Trail;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** 1. A wave is let go by whoever may, on both sides' Ready for exactly the people that both sealed, within what the terms say. */
final class Authority implements Check {
  @Override
  public List<String> of(Log log) {
    Reading reading = new Reading();
    log.deeds().forEach(reading::take);
    return reading.broken;
  }

  private static final class Reading {
    private final List<String> broken = new ArrayList<>();
    private final Rolls rolls = new Rolls();
    private final Map<String, SortedMap<Ref, String>> sealed = new HashMap<>();
    private final Map<String, TreeMap<PartyId, Digest>> ready = new HashMap<>();
    private final TreeMap<Ref, String> gone = new TreeMap<>();

    void take(Deed deed) {
      rolls.take(deed);
      deed.effect().ifPresent(matter -> take(deed, matter));
      if (deed.move() instanceof Move.Ready said) {
        ready.computeIfAbsent(Rolls.key(said.journey(), said.wave()), none -> new TreeMap<>()).put(deed.party(), said.manifest());
      }
      if (deed.move() instanceof Move.Unready said) {
        ready.getOrDefault(Rolls.key(said.journey(), said.wave()), new TreeMap<>()).remove(deed.party());
      }
      Releases.by(deed).forEach(this::released);
    }

    private void take(Deed deed, Matter matter) {
      switch (matter) {
        case Matter.Seal seal -> {
          for (int number = 1; number <= seal.waves().size(); number++) {
            sealed.put(Rolls.key(seal.journey(), number), new TreeMap<>(rolls.of(seal.journey(), number)));
          }
        }
        case Matter.Change change ->
            sealed.put(Rolls.key(change.journey(), change.wave()), new TreeMap<>(rolls.of(change.journey(), change.wave())));
        case Matter.Settlement(String id, Matter.Finding.ArrivalIs is) ->
            Rolls.waiting(deed).forEach(wave -> Optional.ofNullable(sealed.get(wave)).ifPresent(roll -> roll.remove(is.reference())));
        case Matter other -> {}
      }
    }

    private void released(Releases release) {
      if (release.journey().holder().isPresent()) {
        direct(release);
        return;
      }
      String key = Rolls.key(release.journey().code(), release.wave().number());
      SortedMap<Ref, String> held = Rolls.held(release.wave());
      if (!held.equals(sealed.get(key)) || !held.equals(rolls.of(release.journey().code(), release.wave().number()))) {
        broken.add("other people than those sealed are let go: " + release.where());
      }
      Digest digest = Manifests.digest(release.journey().code(), release.wave());
      TreeMap<PartyId, Digest> given = ready.getOrDefault(key, new TreeMap<>());
      boolean both = release.deed().line().before().terms().sides().stream().allMatch(side -> digest.equals(given.get(side)));
      if (!both) {
        broken.add("not both sides are ready for these people: " + release.where());
      }
      if (!mayRelease(release)) {
        broken.add("let go by " + release.deed().party().value() + ", who may not: " + release.where());
      }
      gone.putAll(held);
      counts(release);
    }

    private void direct(Releases release) {
      boolean holder = release.deed().move() instanceof Move.Ready && release.journey().holder().equals(Optional.of(release.deed().party()));
      boolean own = release.wave().rolls().keySet().stream().allMatch(release.deed().party()::equals);
      if (!holder || !own) {
        broken.add("a direct repatriation is let go by somebody else than its holder: " + release.where());
      }
    }

    private static boolean mayRelease(Releases release) {
      Optional<PartyId> authoriser = Optional.ofNullable(release.deed().line().before().course().functions().get(Function.AUTHORISER));
      return authoriser.isPresent()
          ? release.deed().move() instanceof Move.Authorise && authoriser.equals(Optional.of(release.deed().party()))
          : release.deed().move() instanceof Move.Ready;
    }

    /** Over all waves that went: those let go and not turned back are never more than the terms say. */
    private void counts(Releases release) {
      State now = release.deed().line().after();
      Terms terms = now.terms();
      for (PartyId side : terms.sides()) {
        terms.categories().forEach((category, how) -> {
          TreeSet<Ref> people = new TreeSet<>(gone.keySet());
          people.removeIf(ref -> !("counted/" + category).equals(gone.get(ref)) || !returnsTo(now, ref, side) || stayed(now, ref));
          if (!how.all() && people.size() > terms.quota(side, category)) {
            broken.add("%d of %s are let go to %s, the terms say %d: %s".formatted(people.size(), category, side.value(), terms.quota(side, category), release.where()));
          }
        });
      }
    }

    private static boolean returnsTo(State now, Ref ref, PartyId side) {
      Person person = now.people().get(ref);
      return person != null && !person.holder().equals(side);
    }

    /** Not seated any more: the wave was reconciled without this person. */
    private static boolean stayed(State now, Ref ref) {
      Person person = java.util.Objects.requireNonNull(now.people().get(ref));
      Trail trail = now.trails().getOrDefault(ref, Trail.UNSEEN);
      return person.seat().isEmpty() && !trail.standing(Sight.RECEIVED);
    }
  }
}
