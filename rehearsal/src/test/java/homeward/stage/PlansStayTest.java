package homeward.stage;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.exchange.PartyId;
import homeward.play.Company;
import homeward.play.Plays;
import homeward.problem.Papers;
import homeward.problem.Policy;
import homeward.problem.Problem;
import homeward.problem.Wish;
import homeward.server.Running;
import homeward.server.delegations.Principal;
import homeward.server.delegations.Right;
import homeward.server.delegations.Viewer;
import homeward.server.plans.Job;
import homeward.server.plans.Plans;
import homeward.server.setup.Card;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A side plans with a policy, places and pins of its own and the exchange goes its way: none of that is on any other node. */
class PlansStayTest {
  private static final SecureRandom SOURCE = new SecureRandom();
  private static final byte[] NOTHING = new byte[0];
  /** Words that stand in the policy, in the problem and in the reasons, and nowhere else on earth. */
  private static final String POLICY = "quokkapolicy";
  private static final String PLACE = "quokkaplace";
  private static final List<String> WORDS = List.of(POLICY, PLACE, Wish.Kind.UNITS_WITHOUT_RETURN.name(), Policy.FORMAT, Problem.FORMAT);

  private final Grounds grounds = Grounds.fresh();
  private final SequencedMap<PartyId, Company.Dossier> dossiers = new LinkedHashMap<>();
  private final Map<PartyId, List<Viewer>> desks = new HashMap<>();
  private Optional<RealNodes> nodes = Optional.empty();
  private boolean planned;

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    SOURCE.nextBytes(bytes);
    return bytes;
  }

  private Company gather(Company.Plan plan) {
    Map<PartyId, Card.Named> named = new HashMap<>();
    plan.dossiers().forEach((party, dossier) ->
        named.put(party, new Card.Named(dossier.party().id(), dossier.party().name(), dossier.root().publicKey().value())));
    RealNodes started = RealNodes.start(plan, grounds.directory(), named, PlansStayTest::bytes);
    nodes = Optional.of(started);
    dossiers.putAll(plan.dossiers());
    plan.dossiers().forEach((party, dossier) -> desks.put(party, Furnishing.of(started.of(party), dossier).stream().map(Principal::viewer).toList()));
    return new Watched(started, Optional.empty(), true);
  }

  private Running node(PartyId party) {
    return nodes.orElseThrow().of(party);
  }

  private void told(String line) {
    if (line.contains("Both lists are frozen") && !planned) {
      planned = true;
      plans();
    }
  }

  private Viewer viewer(Right right) {
    return Objects.requireNonNull(desks.get(side())).stream().filter(viewer -> viewer.may(right)).findFirst().orElseThrow();
  }

  private PartyId side() {
    return dossiers.firstEntry().getKey();
  }

  /** A plan over places of its own, somebody taken out of it, and the desk goes by it from then on. */
  private void plans() {
    Plans plans = node(side()).part(Plans.class);
    Viewer registrar = viewer(Right.PLAN_MAKE);
    String problem = Papers.text(plans.prepared(registrar, Job.Purpose.RELEASE).orElseThrow()).replace("site-", PLACE);
    Policy policy = new Policy(Policy.FORMAT, POLICY, 1, Policy.toBeginWith().order());
    Job made = made(plans, registrar, plans.make(registrar, Job.Purpose.RELEASE, new Plans.Brought(utf8(problem), utf8(Papers.text(policy)), NOTHING)));
    String out = made.plan().orElseThrow().days().keySet().iterator().next();
    Job changed = made(plans, registrar, plans.adjust(registrar, made.code(), new TreeSet<>(), new TreeSet<>(List.of(out))));
    plans.stands(viewer(Right.EXCHANGE_SIGN), changed.code());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Job made(Plans plans, Viewer by, Plans.Asking asking) {
    String code = ((Plans.Asking.Asked) asking).code();
    Optional<Job> job = plans.find(by, code);
    while (!job.orElseThrow().state().isOver()) {
      Thread.onSpinWait();
      job = plans.find(by, code);
    }
    assertThat(job.orElseThrow().state()).isEqualTo(Job.State.DONE);
    return job.orElseThrow();
  }

  /** Every row of every table as text, where nothing is compressed. */
  private static boolean tables(Running node, String word) {
    JdbcClient sql = node.part(JdbcClient.class);
    String hex = HexFormat.of().formatHex(utf8(word));
    return sql.sql("select table_name from information_schema.tables where table_schema = 'public'").query(String.class).list().stream()
        .anyMatch(table -> sql.sql("select exists (select 1 from \"" + table + "\" t where t::text like ? or t::text like ?)")
            .params("%" + word + "%", "%" + hex + "%").query(Boolean.class).single());
  }

  /** Every byte that lies in a node's folder: rows that were deleted, the database's journal, what was logged. */
  private static boolean files(Path folder, String word) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).anyMatch(file -> read(file).contains(word));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException removedMeanwhile) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void noPriorityNoPlaceAndNoReasonIsOnAnyOtherNode() throws IOException {
    try (grounds) {
      Plays.Result result = Plays.run(
          new Plays.Wish(Optional.empty(), Optional.empty(), "outside", Optional.of("none"), 1, Optional.empty()), this::told, stores -> {}, this::gather);
      assertThat(result).isInstanceOf(Plays.Result.Played.class);
      assertThat(planned).isTrue();
      for (String word : WORDS) {
        assertThat(tables(node(side()), word)).as("the search finds %s where it is", word).isTrue();
        for (PartyId other : dossiers.keySet()) {
          assertThat(other.equals(side()) || !tables(node(other), word)).as("%s in a table of %s", word, other.value()).isTrue();
        }
      }
      searchesFolders();
    } finally {
      nodes.ifPresent(RealNodes::close);
    }
  }

  private void searchesFolders() throws IOException {
    for (PartyId party : dossiers.keySet()) {
      assertThat(files(grounds.directory().resolve("node-" + party.value()), POLICY)).as(party.value()).isEqualTo(party.equals(side()));
    }
  }
}
