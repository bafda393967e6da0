package homeward.command;

import homeward.exhaustive.Shape;
import homeward.exhaustive.Walk;
import homeward.exhaustive.Walked;
import homeward.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/** Walks every state of small exchanges, shape by shape, and prints what was found with the bounds of each walk. */
final class ExhaustiveWalk {
  private static final long TELL_EVERY_NANOS = 5_000_000_000L;

  private final Console console;
  private final boolean lapse;

  /**
   * Prepares a walk.
   *
   * @param lapse whether anything may lapse in it; without lapses states are expected to be stuck
   */
  ExhaustiveWalk(Console console, boolean lapse) {
    this.console = console;
    this.lapse = lapse;
  }

  /**
   * Walks and prints.
   *
   * @param json where the figures are written as well
   * @return done when no state is stuck and every invariant held
   */
  Exit run(List<Shape> shapes, Optional<Path> json) throws IOException {
    List<Walked> all = new ArrayList<>();
    for (Shape shape : shapes) {
      Optional<Walked> walked = Walk.of(shape, lapse, telling(shape));
      if (walked.isEmpty()) {
        console.say("Stopped; a walk that is not whole has no result.");
        return Exit.NO;
      }
      all.add(walked.get());
      print(walked.get());
    }
    console.out().printf(Locale.ROOT, "states %d, transitions %d, stuck %d%n", states(all), transitions(all), stuck(all));
    console.out().flush();
    if (json.isPresent()) {
      Files.writeString(json.get(), asJson(all).pretty());
    }
    return stuck(all) == 0 && all.stream().allMatch(walked -> walked.breaches().isEmpty()) ? Exit.DONE : Exit.NO;
  }

  private Walk.Progress telling(Shape shape) {
    long begun = System.nanoTime();
    long[] told = {begun};
    return (states, frontier, transitions) -> {
      long now = System.nanoTime();
      if (now - told[0] > TELL_EVERY_NANOS) {
        told[0] = now;
        console.say(
            String.format(
                Locale.ROOT, "%s: %d states, %d of them to look at, %d a second",
                shape.name(), states, frontier, (states - frontier) * 1_000_000_000L / (now - begun)));
      }
      return !Thread.currentThread().isInterrupted();
    };
  }

  private void print(Walked walked) {
    PrintWriter out = console.out();
    out.printf(Locale.ROOT, "%s%s%n", walked.shape().name(), lapse ? "" : ", without lapses");
    out.printf(
        Locale.ROOT, "  states %d, transitions %d, entries put to the rules %d%n", walked.states(), walked.transitions(), walked.asked());
    out.printf(Locale.ROOT, "  stuck %d, by who is silent: %s%n", walked.stuck(), walked.stuckWithout());
    out.printf(Locale.ROOT, "  bounds: %s%n", walked.shape().bounds());
    out.printf(Locale.ROOT, "          %s%n", walked.shape().pace());
    walked.breaches().forEach(breach -> out.printf("  BROKEN: %s%n", breach));
    if (!walked.example().isEmpty()) {
      out.println("  a shortest way into a stuck state:");
      walked.example().forEach(step -> out.printf("    %s%n", step));
    }
    out.flush();
  }

  private static long states(List<Walked> all) {
    return all.stream().mapToLong(Walked::states).sum();
  }

  private static long transitions(List<Walked> all) {
    return all.stream().mapToLong(Walked::transitions).sum();
  }

  private static long stuck(List<Walked> all) {
    return all.stream().mapToLong(Walked::stuck).sum();
  }

  private Json asJson(List<Walked> all) {
    SequencedMap<String, Json> bounds = new LinkedHashMap<>();
    SequencedMap<String, Json> shapes = new LinkedHashMap<>();
    for (Walked walked : all) {
      SequencedMap<String, Json> each = new LinkedHashMap<>();
      walked.shape().bounds().forEach((bound, value) -> each.put(bound, Json.of(value)));
      each.put("pace", Json.of(walked.shape().pace()));
      bounds.put(walked.shape().name(), new Json.Fields(each));
      SequencedMap<String, Json> silent = new LinkedHashMap<>();
      walked.stuckWithout().forEach((party, count) -> silent.put(party, Json.of(count)));
      shapes.put(
          walked.shape().name(),
          Json.fields(
              "states", walked.states(), "transitions", walked.transitions(), "stuck", walked.stuck(),
              "stuckBySilentParty", new Json.Fields(silent), "broken", texts(walked.breaches())));
    }
    List<String> example = all.stream().map(Walked::example).filter(way -> !way.isEmpty()).findFirst().orElse(List.of());
    return Json.fields(
        "states", states(all), "transitions", transitions(all), "stuck", stuck(all), "withoutLapse", !lapse,
        "bounds", new Json.Fields(bounds), "example", texts(example), "shapes", new Json.Fields(shapes));
  }

  private static Json texts(List<String> texts) {
    return new Json.Items(texts.stream().map(Json::of).toList());
  }
}
