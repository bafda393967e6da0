package homeward.stage;

import homeward.exchange.PartyId;
import homeward.node.Random;
import homeward.play.Company;
import homeward.play.Plays;
import homeward.server.setup.Card;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;

/** Plays an exchange on real nodes, with or without a page to look at. */
public final class Show implements AutoCloseable {
  private final Path directory;
  private final Random random;
  private final Consumer<String> lines;
  private final Course course = new Course();
  private final Optional<Integer> port;
  private final Tempo tempo;
  private Optional<RealNodes> nodes = Optional.empty();
  private Optional<Stage> stage = Optional.empty();

  /** How the play begins. */
  public enum Pace {
    /** A line after the other, to read along. */
    READING,
    /** Waiting for a step at every line. */
    STEPS,
    /** As fast as it goes. */
    HURRIED
  }

  /**
   * Prepares nothing yet.
   *
   * @param directory where the nodes' databases lie
   * @param port of the page, 0 for any that is free; without it there is no page, the desks stay empty and it goes as fast as it can
   * @param lines hears the course
   */
  public Show(Path directory, Optional<Integer> port, Pace pace, Random random, Consumer<String> lines) {
    this.tempo = new Tempo(pace);
    this.directory = directory;
    this.port = port;
    this.random = random;
    this.lines = lines;
  }

  /** Plays it; with a page at a pace that a person follows, and the nodes run on afterwards until this is closed. */
  public Plays.Result play(Plays.Wish wish) {
    Plays.Result result = Plays.run(wish, this::tell, stores -> {}, this::gather);
    tempo.end();
    return result;
  }

  private void tell(String line) {
    if (stage.isPresent()) {
      tempo.next();
    }
    course.tell(line);
    lines.accept(line);
  }

  /** A later exchange that pays what this one left owed has nodes of its own. */
  private Company gather(Company.Plan plan) {
    close();
    RealNodes started = RealNodes.start(plan, directory, named(plan), random);
    nodes = Optional.of(started);
    port.ifPresent(open -> stage = Optional.of(staged(plan, started, open)));
    stage.ifPresent(page -> lines.accept("Look at it, and step in: " + page.address()));
    return new Watched(started, stage, port.isPresent());
  }

  private static Map<PartyId, Card.Named> named(Company.Plan plan) {
    Map<PartyId, Card.Named> named = new HashMap<>();
    plan.dossiers().forEach((party, dossier) ->
        named.put(party, new Card.Named(dossier.party().id(), dossier.party().name(), dossier.root().publicKey().value())));
    return named;
  }

  private Stage staged(Company.Plan plan, RealNodes started, int open) {
    SequencedMap<PartyId, Stage.Desks> desks = new LinkedHashMap<>();
    plan.dossiers().forEach((party, dossier) -> desks.put(party, new Stage.Desks(dossier, Furnishing.of(started.of(party), dossier))));
    try {
      return Stage.open(open, tempo, course, desks, started::of);
    } catch (IOException taken) {
      throw new UncheckedIOException("the port " + open + " of the page is taken", taken);
    }
  }

  /** Where the page is. */
  public Optional<String> address() {
    return stage.map(Stage::address);
  }

  @Override
  public void close() {
    stage.ifPresent(Stage::close);
    nodes.ifPresent(RealNodes::close);
    stage = Optional.empty();
    nodes = Optional.empty();
  }
}
