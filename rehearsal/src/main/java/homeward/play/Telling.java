package homeward.play;

import homeward.exchange.State;
import java.time.Instant;
import java.util.function.Consumer;

/** Tells the course plainly: one line an entry. */
record Telling(Cast cast, Consumer<String> lines) implements Play.Course {
  @Override
  public void placed(Play.Placed placed, State before) {
    lines.accept(
        Instant.ofEpochMilli(placed.leaf().stamp()) + " " + placed.leaf().index() + " "
            + before.parties().authors().entrySet().stream().filter(a -> a.getKey().value().equals(placed.leaf().entry().envelope().author().value())).map(a -> cast.names.get(a.getValue().party())).findFirst().orElse("?")
            + " " + placed.move().getClass().getSimpleName() + " " + placed.decision().refusal().map(Object::toString).orElse(""));
  }

  @Override
  public void aside(long now, String line) {
    lines.accept(Instant.ofEpochMilli(now) + " " + line);
  }
}
