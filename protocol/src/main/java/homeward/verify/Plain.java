package homeward.verify;

import homeward.balance.Balance;
import homeward.balance.Figure;
import homeward.exchange.PartyId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** A verdict in plain words, for somebody who decides on it. */
final class Plain {
  private Plain() {}

  static List<String> of(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Valid valid ->
          standing("valid: " + valid.standing().entries() + " entries, all cosigned by both sides", valid.standing());
      case Verdict.ValidTo to -> standing("valid to checkpoint " + to.standing().entries() + ": " + after(to.after()), to.standing());
      case Verdict.Invalid invalid ->
          List.of("invalid: entry " + invalid.entry() + ", because " + because(invalid.because()) + " (" + invalid.detail() + ")");
      case Verdict.Unknown unknown -> List.of("unknown: " + missing(unknown.missing()) + " (" + unknown.detail() + ")");
    };
  }

  private static String after(Verdict.After after) {
    return switch (after) {
      case NOT_COSIGNED -> "what follows is not cosigned by both sides; ask for a later bundle";
      case CUT -> "what follows is cut off; ask for the whole bundle";
    };
  }

  private static String because(Verdict.Because because) {
    return switch (because) {
      case ALTERED -> "it is not in the one form that it can have";
      case OUT_OF_PLACE -> "another entry stands in its place, or time runs back";
      case OTHER_EXCHANGE -> "it belongs to another exchange";
      case UNKNOWN_AUTHOR -> "nobody enrolled its author";
      case BAD_SIGNATURE -> "its author did not sign this";
      case ROOT_DIFFERS -> "from it on the entries are not those that were signed";
      case CHECKPOINT_NOT_SIGNED -> "from it on a checkpoint is not signed as it must be";
      case WRITER_DIFFERS -> "from it on bundle.json says something else than the entries";
    };
  }

  private static String missing(Verdict.Missing missing) {
    return switch (missing) {
      case FILE -> "a file is missing";
      case READABLE_FILE -> "a file cannot be read";
      case BUNDLE_ALONE -> "something else stands beside the bundle";
      case HEADER -> "bundle.json is not in its one form";
      case WRITERS_STATE -> "the writer's state is missing; ask for another bundle";
      case COSIGNED_CHECKPOINT -> "no checkpoint is cosigned by both sides";
    };
  }

  private static List<String> standing(String verdict, Verdict.Standing standing) {
    List<String> lines = new ArrayList<>(List.of(verdict));
    lines.add("exchange    " + standing.state().course().exchange() + ", " + standing.state().course().phase());
    lines.add("root        " + standing.root());
    lines.add("state       " + standing.stateHash().value());
    lines.add("provenance  " + standing.signed() + " entries signed, " + standing.reported() + " reported from paper");
    lines.add("refused     " + standing.refused() + " of them were refused by the rules and changed nothing");
    if (!standing.otherHistories().isEmpty()) {
      lines.add("attention   whoever signed entries " + standing.otherHistories() + " says to have seen another history; ask for it");
    }
    lines.add("");
    lines.add("Root keys; compare them with what the parties gave one another on paper:");
    standing.fingerprints().forEach((party, print) -> lines.add("  " + party.value() + "  " + print));
    standing.balance().sides().forEach((party, side) -> lines.addAll(side(party, side)));
    return lines;
  }

  private static List<String> side(PartyId party, Balance.Side side) {
    return List.of(
        "",
        "Side " + party.value(),
        "  received  " + categories(side.received()),
        "  released  " + categories(side.released()),
        "  not in the count: %d outside it, %d directly, %d unlisted, %d without authority, %d seen by one side only"
            .formatted(
                side.outside().count(),
                side.direct().count(),
                side.unlisted().count(),
                side.withoutAuthority().count(),
                side.oneSided().count()),
        "  %d home, %d on the way there".formatted(side.home().count(), side.inTransit().count()),
        "  owes      " + owed(side.debt()));
  }

  private static String categories(SortedMap<String, Figure> figures) {
    String each = figures.entrySet().stream().map(entry -> entry.getValue().count() + " " + entry.getKey()).collect(Collectors.joining(", "));
    int total = figures.values().stream().mapToInt(Figure::count).sum();
    int reported = figures.values().stream().mapToInt(Figure::reported).sum();
    int disputed = figures.values().stream().mapToInt(Figure::disputed).sum();
    return total + (each.isEmpty() ? "" : " = " + each) + " (" + reported + " reported, " + disputed + " disputed)";
  }

  private static String owed(SortedMap<String, Integer> debt) {
    String each =
        debt.entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .map(entry -> entry.getValue() + " " + entry.getKey())
            .collect(Collectors.joining(", "));
    return each.isEmpty() ? "nobody" : each;
  }
}
