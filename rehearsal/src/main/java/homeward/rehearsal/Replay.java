package homeward.rehearsal;

import homeward.exchange.Move;
import homeward.exchange.Parties;
import homeward.exchange.PartyId;
import homeward.exchange.Refusal;
import homeward.exchange.State;
import homeward.invariant.Evidence;
import homeward.json.Json;
import homeward.json.Malformed;
import homeward.json.Shape;
import homeward.node.Chronicle;
import homeward.simulation.Rehearsed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One seed, told so that an engineer sees what happened: its setting, faults and entries in the order of time, what nodes hold. */
record Replay(Rehearsed rehearsed, Rehearsal rehearsal) {
  private static final Shape<Move> MOVE = Shape.of(Move.class);
  private static final int LONGEST = 150;

  private record Timed(long at, String line) {}

  /** All of it, line by line; the verdict comes last. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(rehearsed.setting());
    lines.add("");
    List<Timed> timed = new ArrayList<>();
    rehearsed.told().forEach(told -> timed.add(new Timed(told.at(), told.line())));
    longest().ifPresent(held -> entries(held.log(), timed));
    timed.sort(Comparator.comparingLong(Timed::at));
    timed.forEach(each -> lines.add(each.line()));
    lines.add("");
    rehearsed.evidence().nodes().forEach(held -> lines.add(node(held)));
    lines.add("");
    lines.addAll(verdict());
    return lines;
  }

  private Optional<Evidence.Held> longest() {
    return rehearsed.evidence().judged().stream().max(Comparator.comparingLong(held -> held.log().size()));
  }

  private void entries(Chronicle log, List<Timed> timed) {
    for (long index = 0; index < log.size(); index++) {
      long stamp = log.leaf(index).stamp();
      String clock = Instant.ofEpochMilli(stamp).toString().substring(0, 19).replace('T', ' ');
      String outcome = log.decision(index).refusal().map(refusal -> "refused, " + words(refusal)).orElse("accepted");
      String line = "%s  %4d %s: %s - %s".formatted(clock, index, author(log, index), said(log, index), outcome);
      timed.add(new Timed(stamp, line));
      change(log.stateAt(index), log.decision(index).next()).ifPresent(what -> timed.add(new Timed(stamp, clock + "       " + what)));
    }
  }

  private static String words(Refusal refusal) {
    return refusal.getClass().getSimpleName();
  }

  private String author(Chronicle log, long index) {
    State after = log.decision(index).next();
    Parties.Author author = after.parties().authors().get(new homeward.exchange.AuthorId(log.leaf(index).entry().envelope().author().value()));
    return author == null ? "a key not enrolled" : name(author.party());
  }

  private String name(PartyId party) {
    return rehearsed.names().getOrDefault(party, party.value());
  }

  /** The name of the move and its body, with the parties told by role. */
  private String said(Chronicle log, long index) {
    Json body = log.leaf(index).entry().envelope().body();
    String text = new String(body.canonical(), StandardCharsets.UTF_8).replaceFirst("\"is\":\"[A-Za-z]+\",?", "");
    for (var known : rehearsed.names().entrySet()) {
      text = text.replace(known.getKey().value(), known.getValue());
    }
    String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    try {
      return MOVE.read(body).getClass().getSimpleName() + " " + shown;
    } catch (Malformed e) {
      throw new IllegalStateException("an entry that stands in the log can be read", e);
    }
  }

  /** What the state went over to, where that is more than one entry long. */
  private static Optional<String> change(State before, State after) {
    List<String> changes = new ArrayList<>();
    if (before.course().phase() != after.course().phase()) {
      changes.add("the exchange is " + after.course().phase());
    }
    after.journeys().forEach((code, journey) -> {
      var was = before.journeys().get(code);
      if (was == null || was.phase() != journey.phase()) {
        changes.add(code + " is " + journey.phase());
      }
      journey.waves().forEach(wave -> {
        if (was != null && was.hasWave(wave.number()) && was.wave(wave.number()).phase() != wave.phase()) {
          changes.add("wave " + wave.number() + " of " + code + " is " + wave.phase());
        }
      });
    });
    after.discrepancies().forEach((id, discrepancy) -> {
      if (!before.discrepancies().containsKey(id)) {
        changes.add("what does not fit: " + discrepancy.kind());
      }
    });
    return changes.isEmpty() ? Optional.empty() : Optional.of("=> " + String.join("; ", changes));
  }

  private String node(Evidence.Held held) {
    String alarms = held.store().alarms().isEmpty() ? "no alarm" : held.store().alarms().stream().map(alarm -> alarm.kind() + " at " + alarm.size()).toList().toString();
    return "%s: %d entries, root %s, %s, outbox %d, %s%s%s".formatted(
        name(held.party()),
        held.log().size(),
        held.log().rootAt(held.log().size()).value().substring(0, 8),
        held.log().state().course().phase(),
        held.store().outbox().size(),
        alarms,
        held.honest() ? "" : ", not to be believed",
        held.lasting() ? "" : ", gone");
  }

  private List<String> verdict() {
    List<String> lines = new ArrayList<>();
    lines.add("Marks: " + rehearsal.marks());
    rehearsal.broken().forEach(broken -> lines.add(
        "Invariant %d is broken (%s): %s.".formatted(broken.invariant().number(), broken.invariant().words(), broken.what())));
    lines.add("Seed " + rehearsal.seed() + ": " + rehearsal.ending() + ", " + (rehearsal.broken().isEmpty() ? "every invariant holds." : "invariants are broken."));
    return lines;
  }
}
