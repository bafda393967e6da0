package homeward.conduct;

import static homeward.exchange.Function.SIDE;

import homeward.balance.Manifests;
import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.Person;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.exchange.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Journeys from the convening to the last Ready. */
record JourneyWork(View view, Book book) {
  private static final long DIRECT_WINDOW = 3 * View.DAY;

  /** The journey of a direct repatriation of one holder: which holder is told by its number alone. */
  private Optional<Journey> direct(PartyId holder) {
    return view.state().journeys().values().stream().filter(journey -> journey.holder().equals(Optional.of(holder))).findFirst();
  }

  List<Intent> repatriatesDirectly() {
    boolean frozen = view.phase() == State.Phase.IN_FORCE && view.state().course().frozen().isPresent();
    if (!frozen || book.wounded().isEmpty()) {
      return List.of();
    }
    Optional<Journey> journey = direct(view.me());
    if (journey.isEmpty()) {
      boolean pending = Talks.anyPending(view, matter -> matter instanceof Matter.Convene convene && convene.holder().equals(Optional.of(view.me())));
      String code = view.opener() ? "direct-1" : "direct-2";
      String place = view.terms().tranches().getFirst().place();
      Matter convene = new Matter.Convene(code, Optional.empty(), Optional.of(view.me()), place, view.now(), view.now() + DIRECT_WINDOW);
      return pending ? List.of() : List.of(Talks.propose(view, convene, View.DAY));
    }
    return journey.get().over() ? List.of() : goesDirectly(journey.get());
  }

  private List<Intent> goesDirectly(Journey journey) {
    if (journey.waves().isEmpty()) {
      return List.of(
          Intent.first(
              SIDE, new Move.Manifest(journey.code(), 1, Move.Part.whole(), ListWork.grouped(book.wounded()), State.none())));
    }
    Journey.Wave wave = journey.wave(1);
    boolean cleared = uncovered(journey, wave, view.me()).isEmpty();
    return journey.acknowledged() && cleared && wave.phase() == Journey.WavePhase.PLANNED
        ? List.of(Intent.first(SIDE, new Move.Ready(journey.code(), 1, Manifests.digest(journey.code(), wave), Optional.empty())))
        : List.of();
  }

  List<Intent> acknowledges() {
    return direct(view.phase() == State.Phase.UNOPENED ? view.me() : view.otherSide())
        .filter(journey -> !journey.acknowledged() && !journey.over() && !journey.holder().equals(Optional.of(view.me())))
        .map(journey -> List.of(Intent.first(SIDE, new Move.Acknowledge(journey.code()))))
        .orElse(List.of());
  }

  List<Intent> convenes() {
    boolean frozen = view.phase() == State.Phase.IN_FORCE && view.state().course().frozen().isPresent();
    if (!frozen || !view.opener() || view.state().course().halted().isPresent()) {
      return List.of();
    }
    List<Terms.Tranche> tranches = view.terms().tranches();
    for (int number = 1; number <= tranches.size(); number++) {
      Terms.Tranche tranche = tranches.get(number - 1);
      String code = "day-" + number;
      boolean due = tranche.from() - view.now() <= book.leads().convened() && view.now() < tranche.until();
      boolean known = view.state().journeys().containsKey(code) || Talks.anyPending(view, matter -> isConvening(matter, code));
      if (due && !known && !book.day().noTravel().contains(code)) {
        Matter convene = new Matter.Convene(code, Optional.of(number), Optional.empty(), tranche.place(), tranche.from(), tranche.until());
        return List.of(Talks.propose(view, convene, tranche.until() - view.now()));
      }
    }
    return List.of();
  }

  private static boolean isConvening(Matter matter, String code) {
    return matter instanceof Matter.Convene convene && convene.journey().equals(code);
  }

  List<Intent> fillsWaves() {
    if (view.phase() != State.Phase.IN_FORCE) {
      return List.of();
    }
    for (Journey journey : view.underWay()) {
      boolean open = journey.phase() == Journey.Phase.CONVENED && !journey.direct();
      if (open && !book.day().noTravel().contains(journey.code())) {
        List<Intent> intents = manifests(journey);
        if (!intents.isEmpty()) {
          return intents;
        }
      }
    }
    return List.of();
  }

  /** Each wave that has no roll of this holder yet, in the order of waves; the other side's waves may have to come first. */
  private List<Intent> manifests(Journey journey) {
    Loading loading = Loading.of(view, book, journey);
    List<Intent> intents = new ArrayList<>();
    for (int number = 1; number <= loading.waves(); number++) {
      boolean filled = journey.hasWave(number) && journey.wave(number).rolls().containsKey(view.me());
      boolean next = number <= journey.waves().size() + 1 + intents.size();
      if (!filled && next && loading.mine(number)) {
        intents.add(
            Intent.first(
                SIDE,
                new Move.Manifest(journey.code(), number, Move.Part.whole(), loading.counted(number), loading.outside(number))));
      }
    }
    return intents;
  }

  List<Intent> seals() {
    if (view.phase() != State.Phase.IN_FORCE || !view.opener()) {
      return List.of();
    }
    for (Journey journey : view.underWay()) {
      boolean due = journey.phase() == Journey.Phase.CONVENED && !journey.direct() && filled(journey) && cleared(journey);
      boolean pending = Talks.anyPending(view, matter -> matter instanceof Matter.Seal seal && seal.journey().equals(journey.code()));
      if (due && !pending) {
        List<homeward.exchange.Digest> digests =
            journey.waves().stream().map(wave -> Manifests.digest(journey.code(), wave)).toList();
        return List.of(Talks.propose(view, new Matter.Seal(journey.code(), digests), journey.until() - view.now()));
      }
    }
    return List.of();
  }

  private boolean filled(Journey journey) {
    int waves = Loading.waves(view, book, journey);
    return journey.waves().size() == waves
        && journey.waves().stream().allMatch(wave -> wave.rolls().size() == Loading.rolls(view) && wave.rolls().values().stream().allMatch(Journey.Roll::whole));
  }

  private boolean cleared(Journey journey) {
    return unasked() || journey.clearance().set();
  }

  private boolean unasked() {
    return !view.state().course().functions().containsKey(Function.CLEARANCE);
  }

  private SortedSet<Ref> uncovered(Journey journey, Journey.Wave wave, PartyId holder) {
    TreeSet<Ref> uncovered = new TreeSet<>();
    Optional.ofNullable(wave.rolls().get(holder)).ifPresent(roll -> uncovered.addAll(roll.everybody()));
    uncovered.removeIf(ref -> unasked() || journey.clearance().covers(ref));
    return uncovered;
  }

  /** Whoever is not cleared stays, and somebody of the same category rides instead, when there is anybody; both sides sign it. */
  List<Intent> replaces() {
    for (Journey journey : view.underWay()) {
      for (Journey.Wave wave : journey.waves()) {
        boolean changeable = wave.phase() == Journey.WavePhase.STAGED || wave.phase() == Journey.WavePhase.READY;
        SortedSet<Ref> out = changeable ? uncovered(journey, wave, view.me()) : new TreeSet<>();
        out.removeIf(ref -> !asked(journey, ref));
        boolean pending = Talks.anyPending(view, matter -> matter instanceof Matter.Change change && change.journey().equals(journey.code()));
        if (!out.isEmpty() && !pending) {
          return List.of(Talks.propose(view, change(journey, wave, out), journey.until() - view.now()));
        }
      }
    }
    return List.of();
  }

  /** Somebody seated after the last whole set has not been asked yet: the next one tells. */
  private boolean asked(Journey journey, Ref ref) {
    long since = java.util.Objects.requireNonNull(view.state().people().get(ref)).seat().map(Person.Seat::since).orElse(Long.MAX_VALUE);
    return since < journey.clearance().at();
  }

  private Matter change(Journey journey, Journey.Wave wave, SortedSet<Ref> out) {
    SortedMap<String, SortedSet<Ref>> counted = new TreeMap<>();
    SortedMap<String, SortedSet<Ref>> outside = new TreeMap<>();
    SortedMap<String, SortedSet<Ref>> free = view.free();
    for (Ref ref : out) {
      Person person = java.util.Objects.requireNonNull(view.state().people().get(ref));
      SortedSet<Ref> candidates = free.getOrDefault(person.category(), new TreeSet<>());
      candidates.removeAll(out);
      boolean counts = person.seat().map(Person.Seat::counted).orElse(true);
      book.choosing().instead(journey.tranche().orElse(0), ref, candidates).ifPresent(substitute -> {
        candidates.remove(substitute);
        (counts ? counted : outside).computeIfAbsent(person.category(), none -> new TreeSet<>()).add(substitute);
      });
    }
    return new Matter.Change(journey.code(), wave.number(), Manifests.digest(journey.code(), wave), out, counted, outside);
  }

  List<Intent> getsReady() {
    if (view.phase() != State.Phase.IN_FORCE || view.state().course().halted().isPresent()) {
      return List.of();
    }
    boolean waveOpen =
        view.state().journeys().values().stream().filter(journey -> !journey.direct()).flatMap(journey -> journey.waves().stream()).anyMatch(Journey.Wave::open);
    for (Journey journey : view.underWay()) {
      boolean due = journey.phase() == Journey.Phase.SEALED && !journey.direct() && view.now() >= journey.from() && view.now() <= journey.until();
      Optional<Journey.Wave> next = journey.waves().stream().filter(wave -> wave.phase() == Journey.WavePhase.STAGED || wave.phase() == Journey.WavePhase.READY).findFirst();
      if (due && !waveOpen && next.isPresent() && mayBeReady(journey, next.get())) {
        return List.of(Intent.first(SIDE, ready(journey, next.get())));
      }
    }
    return List.of();
  }

  private boolean mayBeReady(Journey journey, Journey.Wave wave) {
    boolean covered = journey.waves().get(wave.number() - 1).rolls().keySet().stream().allMatch(holder -> uncovered(journey, wave, holder).isEmpty());
    boolean last = view.state().course().functions().containsKey(Function.AUTHORISER) || wave.ready().isEmpty() || coveredByCheckpoint(wave);
    return wave.phase() == Journey.WavePhase.STAGED
        && !wave.ready().containsKey(view.me())
        && !book.day().noTravel().contains(journey.code())
        && covered
        && last;
  }

  /** Without an authoriser the second Ready authorises: it waits for a checkpoint that covers the first. */
  private boolean coveredByCheckpoint(Journey.Wave wave) {
    long from = wave.ready().values().stream().mapToLong(Journey.Given::index).max().orElse(0);
    return view.state().parties().onPaper(view.me()) || view.common().map(point -> point.size() > from).orElse(false);
  }

  private Move ready(Journey journey, Journey.Wave wave) {
    boolean authorises = !view.state().course().functions().containsKey(Function.AUTHORISER) && !wave.ready().isEmpty();
    return new Move.Ready(
        journey.code(),
        wave.number(),
        Manifests.digest(journey.code(), wave),
        authorises && !view.state().parties().onPaper(view.me()) ? view.common() : Optional.empty());
  }
}
