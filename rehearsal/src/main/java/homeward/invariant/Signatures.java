package homeward.invariant;

import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** 6. Whatever takes effect was signed by enough distinct people of everybody it needs: the table of who signs what, once more. */
final class Signatures implements Check {
  @Override
  public List<String> of(Log log) {
    List<String> broken = new ArrayList<>();
    Map<Digest, Map<PartyId, Set<String>>> signed = new HashMap<>();
    for (Deed deed : log.deeds()) {
      proposal(deed).ifPresent(id -> sign(signed.computeIfAbsent(id, none -> new HashMap<>()), deed));
      deed.completes().ifPresent(id -> deed.effect().ifPresent(matter -> compare(deed, matter, signed.getOrDefault(id, Map.of()), broken)));
    }
    log.lines().forEach(line -> reports(line, log.lines(), broken));
    return broken;
  }

  private static Optional<Digest> proposal(Deed deed) {
    return switch (deed.move()) {
      case Move.Propose propose -> Optional.of(deed.id());
      case Move.Sign sign -> Optional.of(sign.proposal());
      case Move other -> Optional.empty();
    };
  }

  /** A paper stands for as many people as it needs: that two of the reporter's entered it is asked apart. */
  private static void sign(Map<PartyId, Set<String>> by, Deed deed) {
    Set<String> people = by.computeIfAbsent(deed.party(), none -> new HashSet<>());
    deed.person().ifPresentOrElse(people::add, () -> {
      for (int i = 0; i < 9; i++) {
        people.add("paper " + i);
      }
    });
  }

  private static void compare(Deed deed, Matter matter, Map<PartyId, Set<String>> signed, List<String> broken) {
    needed(deed.line().before(), matter, signed).forEach((party, people) -> {
      int found = signed.getOrDefault(party, Set.of()).size();
      if (found < people) {
        broken.add(
            "%s takes effect with %d people of %s where %d are needed: entry %d"
                .formatted(matter.getClass().getSimpleName(), found, party.value(), people, deed.line().index()));
      }
    });
  }

  private static Map<PartyId, Integer> needed(State now, Matter matter, Map<PartyId, Set<String>> signed) {
    int people = now.course().agreed().map(agreed -> agreed.terms().people()).orElse(2);
    TreeMap<PartyId, Integer> needed = new TreeMap<>();
    switch (matter) {
      case Matter.Convene convene when convene.holder().isPresent() -> needed.put(convene.holder().get(), people);
      case Matter.Admission admission -> signed.keySet().stream().filter(now.parties()::isSide).findFirst().ifPresent(side -> needed.put(side, people));
      case Matter.Agree agree -> {
        agree.terms().sides().forEach(side -> needed.put(side, agree.terms().people()));
        agree.terms().functions().values().stream().filter(party -> !now.parties().onPaper(party)).forEach(party -> needed.putIfAbsent(party, 1));
      }
      case Matter.Convene convene -> {
        both(now, people, needed);
        Optional.ofNullable(now.course().functions().get(Function.HANDOVER)).ifPresent(party -> needed.putIfAbsent(party, 1));
      }
      case Matter.Succession succession -> {
        both(now, people, needed);
        needed.putIfAbsent(succession.to(), 1);
      }
      case Matter other -> both(now, people, needed);
    }
    return needed;
  }

  private static void both(State now, int people, Map<PartyId, Integer> needed) {
    now.parties().members().keySet().stream().filter(now.parties()::isSide).forEach(side -> needed.put(side, people));
  }

  /** What a paper says takes effect when enough people of the party that reports it have signed. */
  private static void reports(Line line, List<Line> lines, List<String> broken) {
    if (!line.accepted() || !(line.move() instanceof Move.Sign sign)) {
      return;
    }
    State.Pending pending = line.before().pending().get(sign.proposal());
    if (pending == null) {
      return;
    }
    PartyId proposer = pending.proposer();
    boolean report = pending.subject() instanceof State.Subject.Reported;
    boolean opening = pending.subject() instanceof State.Subject.Opening;
    boolean gone = report ? Deed.taken(line, sign) : !line.after().pending().containsKey(sign.proposal());
    if ((report || opening) && gone) {
      Set<String> people = new HashSet<>();
      for (Line earlier : lines.subList(0, (int) line.index() + 1)) {
        boolean about = earlier.id().equals(sign.proposal()) || (earlier.move() instanceof Move.Sign other && other.proposal().equals(sign.proposal()));
        boolean own = earlier.by().map(author -> author.party().equals(proposer)).orElse(false);
        if (about && own && earlier.accepted()) {
          people.add(earlier.by().orElseThrow().person());
        }
      }
      int needed = opening ? 2 : line.before().course().agreed().map(agreed -> agreed.terms().people()).orElse(2);
      if (people.size() < needed) {
        broken.add((opening ? "an opening" : "a report") + " takes effect with " + people.size() + " people: entry " + line.index());
      }
    }
  }
}
