package homeward.play;

import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.node.Count;
import homeward.story.Narrator;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Consumer;

/** Hands the course to the narrator, and what it tells to whoever listens. */
record Telling(Cast cast, Narrator narrator, Consumer<String> lines) implements Play.Course {

  static Telling of(Cast cast, Registers registers, Consumer<String> lines) {
    RegistersTold.of(cast.agreement, registers).forEach(lines);
    return new Telling(cast, new Narrator(id -> name(cast, id)), lines);
  }

  private static String name(Cast cast, PartyId id) {
    return cast.agreement.party(Objects.requireNonNull(cast.names.get(id))).name();
  }

  @Override
  public void placed(Play.Placed placed, State before) {
    narrator.placed(placed.leaf(), placed.move(), placed.decision(), before).forEach(lines);
  }

  @Override
  public void aside(long now, String line) {
    narrator.beside(now, line).forEach(lines);
  }

  /** The count at the end, from the nodes and not from the play. */
  void counted(SequencedMap<String, Count.Result.Counted> counts) {
    SequencedMap<String, Count.Result.Counted> byName = new LinkedHashMap<>();
    counts.forEach((id, counted) -> byName.put(cast.agreement.party(id).name(), counted));
    narrator.counted(byName).forEach(lines);
  }
}
