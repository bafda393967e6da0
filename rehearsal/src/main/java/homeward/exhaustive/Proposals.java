package homeward.exhaustive;

import homeward.balance.Balance;
import homeward.balance.Manifests;
import homeward.balance.Receipts;
import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.Journey.WavePhase;
import homeward.exchange.Matter;
import homeward.exchange.Matter.Finding;
import homeward.exchange.PartyId;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.exchange.State.Discrepancy;
import homeward.exhaustive.Steps.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The matters that may be put before those who sign them; whether they can take effect the rules say. */
final class Proposals {
  private final Position at;
  private final Shape shape;
  private final List<Proposal> proposals = new ArrayList<>();

  private Proposals(Position at, Shape shape) {
    this.at = at;
    this.shape = shape;
  }

  /** The matters of a position that need not wait. */
  static List<Proposal> of(Position at, Shape shape, Pace pace) {
    Proposals all = new Proposals(at, shape);
    if (at.phase() == State.Phase.OFFERED) {
      all.add(new Matter.Agree(Stage.terms(shape)));
    }
    if (at.phase() != State.Phase.UNOPENED && pace.functions()) {
      all.goOn();
      all.successions();
    }
    if (at.phase() == State.Phase.IN_FORCE) {
      all.inForce(pace);
    }
    return all.proposals;
  }

  private void inForce(Pace pace) {
    if (pace.promises()) {
      steps();
      changes();
    }
    if (pace.closing() && at.journey().map(Journey::over).orElse(false)) {
      add(new Matter.Close(Balance.of(at.state()).digest()));
    }
    if (pace.facts()) {
      settlements(pace.functions());
    }
  }

  /** A word for a matter. */
  static String kind(Matter matter) {
    return switch (matter) {
      case Matter.Admission admission -> "an admission";
      case Matter.Agree agree -> "the terms";
      case Matter.Freeze freeze -> "the freeze of both lists";
      case Matter.Convene convene -> "to convene the journey";
      case Matter.Seal seal -> "the seal over the waves";
      case Matter.Change change -> "a change of wave " + change.wave();
      case Matter.Settlement settlement -> "a settlement";
      case Matter.Close close -> "the closing balance";
      case Matter.Lift lift -> "to lift the embargo";
      case Matter.Succession succession ->
          "that %s becomes the %s".formatted(Stage.letter(succession.to()), succession.function().name().toLowerCase(java.util.Locale.ROOT));
      case Matter.GoOn goOn -> "to go on although it was halted";
    };
  }

  private void add(Matter matter) {
    proposals.add(new Proposal(matter, () -> kind(matter)));
  }

  private void goOn() {
    at.state().course().halted().ifPresent(halted -> add(new Matter.GoOn(halted.entry())));
  }

  /** One function may be elsewhere than agreed, so that it can also come back. */
  private void successions() {
    var agreed = Stage.functions(shape, Stage.M);
    for (Function function : shape.succeeding()) {
      boolean elsewhere =
          agreed.keySet().stream().anyMatch(other -> other != function && !at.holder(other).equals(Optional.ofNullable(agreed.get(other))));
      Stream<PartyId> others = Stage.PARTIES.stream().filter(party -> !at.holder(function).equals(Optional.of(party)));
      if (!elsewhere && at.holder(function).isPresent()) {
        others.forEach(party -> add(new Matter.Succession(function, party)));
      }
    }
  }

  /** What comes after what: freeze, journey, seal. */
  private void steps() {
    State state = at.state();
    Optional<Journey> journey = at.journey();
    if (state.course().frozen().isEmpty()) {
      TreeMap<PartyId, Integer> versions = new TreeMap<>();
      state.offers().forEach((holder, offer) -> versions.put(holder, offer.version()));
      add(new Matter.Freeze(versions, Manifests.agreed(state)));
    } else if (journey.isEmpty()) {
      add(new Matter.Convene(Stage.JOURNEY, Optional.of(1), Optional.empty(), Stage.PLACE, Stage.START, Stage.WINDOW_OVER));
    }
    if (journey.map(each -> each.phase() == Journey.Phase.CONVENED && !each.waves().isEmpty()).orElse(false)) {
      List<Digest> waves = at.waves().stream().map(wave -> Manifests.digest(Stage.JOURNEY, wave)).toList();
      add(new Matter.Seal(Stage.JOURNEY, waves));
    }
  }

  /** Out with one, in with one, or both; several are several changes. */
  private void changes() {
    for (Journey.Wave wave : at.waves()) {
      if (wave.phase() == WavePhase.STAGED || wave.phase() == WavePhase.READY) {
        List<Optional<Ref>> out = new ArrayList<>(List.of(Optional.empty()));
        wave.rolls().values().forEach(roll -> roll.everybody().forEach(ref -> out.add(Optional.of(ref))));
        out.forEach(ref -> changes(wave, ref));
      }
    }
  }

  private void changes(Journey.Wave wave, Optional<Ref> out) {
    Digest before = Manifests.digest(Stage.JOURNEY, wave);
    List<Optional<Ref>> in = new ArrayList<>();
    out.ifPresent(someone -> in.add(Optional.empty()));
    at.state().people().keySet().stream().filter(at::free).forEach(ref -> in.add(Optional.of(ref)));
    for (Optional<Ref> ref : in) {
      TreeSet<Ref> leaving = new TreeSet<>(out.map(Set::of).orElse(Set.of()));
      Matter matter =
          new Matter.Change(Stage.JOURNEY, wave.number(), before, leaving, Stage.people(ref.map(Set::of).orElse(Set.of())), Stage.nobody());
      String words = (out.map(who -> ", without " + ListSteps.name(who)).orElse("") + ref.map(who -> ", with " + ListSteps.name(who)).orElse(""));
      proposals.add(new Proposal(matter, () -> kind(matter) + words));
    }
  }

  /** What a settlement changes beside itself: a count lets a wave be reconciled, an arrival or a double is somebody. */
  private void settlements(boolean quiet) {
    for (Discrepancy discrepancy : at.state().discrepancies().values()) {
      if (discrepancy.open()) {
        switch (discrepancy.kind()) {
          case COUNT_DIFFERS -> settle(discrepancy, new Finding.Stands());
          case UNLISTED, WITHOUT_AUTHORITY, CONTRADICTION -> whoIsWho(discrepancy, quiet);
          case ONE_SIDED, TURNED_BACK, DIED_IN_TRANSIT, EQUIVOCATION -> {}
        }
      }
    }
  }

  private void settle(Discrepancy discrepancy, Finding finding) {
    Matter matter = new Matter.Settlement(discrepancy.id(), finding);
    String about = discrepancy.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    proposals.add(new Proposal(matter, () -> kind(matter) + " of: " + about));
  }

  private void whoIsWho(Discrepancy discrepancy, boolean quiet) {
    if (!quiet) {
      return;
    }
    settle(discrepancy, new Finding.Stands());
    for (Ref ref : at.state().people().keySet()) {
      switch (discrepancy.kind()) {
        case UNLISTED -> arrivalIs(discrepancy, ref);
        case WITHOUT_AUTHORITY, CONTRADICTION -> samePerson(discrepancy, ref);
        case COUNT_DIFFERS, ONE_SIDED, TURNED_BACK, DIED_IN_TRANSIT, EQUIVOCATION -> {}
      }
    }
  }

  private void arrivalIs(Discrepancy discrepancy, Ref ref) {
    Ref arrival = new Ref(discrepancy.id().substring("unlisted-".length()));
    PartyId home = Receipts.home(at.state(), java.util.Objects.requireNonNull(at.state().people().get(ref)).holder());
    boolean theirs = Optional.ofNullable(at.state().arrivals().get(arrival)).map(each -> each.returnsTo().equals(home)).orElse(false);
    if (theirs) {
      settle(discrepancy, new Finding.ArrivalIs(arrival, ref));
    }
  }

  private void samePerson(Discrepancy discrepancy, Ref other) {
    Ref seen = new Ref(discrepancy.id().substring(discrepancy.id().length() - 22));
    if (!seen.equals(other)) {
      settle(discrepancy, new Finding.SamePerson(other, seen));
    }
  }
}
