package homeward.story;

import homeward.balance.Balance;
import homeward.exchange.Journey;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.exchange.Terms;
import homeward.ruling.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells what is said in public, when figures are free, and how the exchange closes or ends. */
record Endings(Wording wording) {

  List<Line> of(Deed deed) {
    List<Line> lines = new ArrayList<>();
    List<State.Announcement> said = deed.after().announcements();
    said.subList(deed.before().announcements().size(), said.size()).forEach(announcement -> lines.add(announced(deed, announcement)));
    deed.after().journeys().forEach((code, journey) -> published(deed, journey).ifPresent(lines::add));
    if (deed.reaches(State.Phase.CLOSED)) {
      String signed = wording.signers(deed.after(), deed.signed(), deed.onPaper());
      lines.add(Line.good("The exchange is closed: " + signed + " signed one balance." + left(deed.after())));
    }
    if (deed.reaches(State.Phase.ENDED)) {
      lines.add(Line.trouble(wording.by(deed) + " ends the exchange" + why(deed) + ". Nothing more is promised; what happened stays and is counted." + left(deed.after())));
    }
    return lines;
  }

  private Line announced(Deed deed, State.Announcement said) {
    String journey = wording.journey(deed.after(), said.journey());
    String by = wording.name(said.by()) + (said.provenance() == State.Provenance.REPORTED ? " (on paper)" : "");
    String figures = Wording.counts(said.figures());
    String to = " to " + wording.name(said.returnsTo());
    return switch (said.scope()) {
      case JOINT -> Line.plain(by + " gives the joint figure for " + journey + ": " + figures + to + ".");
      case ONE_SIDED -> {
        String words = by + " alone states for " + journey + ": " + figures + (said.by().equals(said.returnsTo()) ? " back" : to);
        yield said.asReceipts() ? Line.plain(words + "; the receipts agree.") : Line.trouble(words + "; not what the receipts say. No figure changes.");
      }
    };
  }

  /** What was agreed and did not happen, and what is owed for it. */
  private String left(State state) {
    Optional<Terms> terms = state.course().agreed().map(State.Agreed::terms);
    List<String> days = new ArrayList<>();
    for (int number = 1; number <= terms.map(agreed -> agreed.tranches().size()).orElse(0); number++) {
      Optional<Integer> tranche = Optional.of(number);
      boolean carried =
          state.journeys().values().stream().anyMatch(journey -> journey.tranche().equals(tranche) && journey.phase() != Journey.Phase.STOOD_DOWN);
      if (!carried) {
        days.add(Wording.tranche(terms.orElseThrow(), number));
      }
    }
    StringBuilder left = new StringBuilder(days.isEmpty() ? "" : " Not carried out: " + Wording.and(days) + ".");
    Balance.of(state).sides().forEach(
        (side, figures) -> {
          if (Wording.sum(figures.debt()) > 0) {
            left.append(" ").append(wording.name(side)).append(" owes ").append(Wording.counts(figures.debt())).append(".");
          }
        });
    return left.toString();
  }

  private Optional<Line> published(Deed deed, Journey journey) {
    boolean before = Optional.ofNullable(deed.before().journeys().get(journey.code())).flatMap(Journey::published).isPresent();
    if (before || journey.published().isEmpty() || journey.phase() == Journey.Phase.STOOD_DOWN) {
      return Optional.empty();
    }
    String how = deed.matter().isPresent() ? "both sides lifted the embargo" : "the embargo is over";
    return Optional.of(Line.plain("The figures of " + wording.journey(deed.after(), journey.code()) + " are free: " + how + "."));
  }

  /** Either the day agreed for the end is past, or somebody who is waited for was silent too long. */
  private String why(Deed deed) {
    State before = deed.before();
    Optional<Terms> terms = before.course().agreed().map(State.Agreed::terms);
    if (terms.map(agreed -> deed.stamp() >= agreed.deadlines().end()).orElse(false)) {
      return ": the day agreed for its end is past";
    }
    int hours = terms.map(agreed -> agreed.deadlines().silence()).orElse(before.course().patienceHours());
    return deed.by().stream()
        .flatMap(side -> Protocol.silentFrom(before, side).entrySet().stream())
        .filter(silent -> deed.stamp() >= silent.getValue())
        .min(Map.Entry.<PartyId, Long>comparingByValue())
        .map(silent -> ": " + wording.name(silent.getKey()) + " was last heard of on " + Wording.moment(silent.getValue() - hours * 3_600_000L) + ", more than " + hours + " hours ago")
        .orElse("");
  }
}
