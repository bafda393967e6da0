package homeward.stage;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.exchange.PartyId;
import homeward.play.Company;
import homeward.play.Plays;
import homeward.recognition.Suggestion;
import homeward.server.Running;
import homeward.server.candidates.Comparisons;
import homeward.server.delegations.Viewer;
import homeward.server.lists.Theirs;
import homeward.server.proceedings.Proceedings;
import homeward.server.setup.Card;
import homeward.transcript.Hash;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A list with its sealed names on real nodes: it is compared by itself, and what is erased is known no longer. */
class ErasedNamesTest {
  private static final SecureRandom SOURCE = new SecureRandom();
  private static final SequencedMap<PartyId, Company.Dossier> SIDES = new LinkedHashMap<>();
  private static final Map<PartyId, Viewer> DELEGATES = new HashMap<>();

  private static final Grounds GROUNDS = Grounds.fresh();
  private static Optional<RealNodes> nodes = Optional.empty();

  @BeforeAll
  static void playsAnExchange() throws URISyntaxException {
    Path folder = Path.of(Objects.requireNonNull(ErasedNamesTest.class.getResource("/homeward/play/one-for-one-and-nobody-else")).toURI());
    Plays.Wish wish = new Plays.Wish(Optional.of(folder.resolve("agreement.json")), Optional.of(folder), "reference", Optional.of("none"), 1, Optional.empty());
    assertThat(Plays.run(wish, line -> {}, stores -> {}, ErasedNamesTest::gather)).isInstanceOf(Plays.Result.Played.class);
  }

  private static Company gather(Company.Plan plan) {
    Map<PartyId, Card.Named> named = new HashMap<>();
    plan.dossiers().forEach((party, dossier) ->
        named.put(party, new Card.Named(dossier.party().id(), dossier.party().name(), dossier.root().publicKey().value())));
    RealNodes started = RealNodes.start(plan, GROUNDS.directory(), named, ErasedNamesTest::bytes);
    nodes = Optional.of(started);
    plan.dossiers().forEach((party, dossier) -> {
      DELEGATES.put(party, Furnishing.of(started.of(party), dossier).getFirst().viewer());
      dossier.names().ifPresent(any -> SIDES.put(party, dossier));
    });
    return new Watched(started, Optional.empty(), true);
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    SOURCE.nextBytes(bytes);
    return bytes;
  }

  @AfterAll
  static void closes() {
    nodes.ifPresent(RealNodes::close);
    GROUNDS.close();
  }

  private static Running node(PartyId side) {
    return nodes.orElseThrow().of(side);
  }

  private static List<Theirs.Row> rows(PartyId side) {
    Running node = node(side);
    node.part(Comparisons.class).finish();
    return node.part(Theirs.class).rows(Objects.requireNonNull(DELEGATES.get(side)));
  }

  private static void erasesWhatItHas(PartyId side, boolean theKey) {
    assertThat(rows(side)).isNotEmpty().allMatch(row -> row.person().isPresent() && row.suggestion().isPresent());
    var names = SIDES.entrySet().stream().filter(other -> !other.getKey().equals(side)).findFirst().orElseThrow().getValue().names().orElseThrow();
    node(side).part(Proceedings.class).erase(new Hash((theKey ? names.contentKey() : names.ciphertext()).value()));
    assertThat(rows(side)).isNotEmpty().allMatch(row -> row.person().isEmpty() && row.suggestion().isEmpty());
  }

  @Test
  void aListIsComparedByItselfAndAnErasedFileIsForgotten() {
    assertThat(rows(SIDES.firstEntry().getKey()).getFirst().suggestion()).contains(Suggestion.Why.ACCEPT);
    erasesWhatItHas(SIDES.firstEntry().getKey(), false);
  }

  @Test
  void anErasedKeyIsForgottenToo() {
    erasesWhatItHas(SIDES.lastEntry().getKey(), true);
  }
}
