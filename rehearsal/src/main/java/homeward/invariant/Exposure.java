package homeward.invariant;

import homeward.exchange.Journey;
import java.util.List;

/** 3. After every entry at most one wave of all tranches is open. The direct lane is nobody's exposure. */
final class Exposure implements Check {
  @Override
  public List<String> of(Log log) {
    return log.lines().stream().filter(line -> open(line) > 1).map(line -> open(line) + " waves are open after entry " + line.index()).limit(1).toList();
  }

  private static long open(Line line) {
    return line.after().journeys().values().stream()
        .filter(journey -> journey.holder().isEmpty())
        .flatMap(journey -> journey.waves().stream())
        .filter(Journey.Wave::open)
        .count();
  }
}
