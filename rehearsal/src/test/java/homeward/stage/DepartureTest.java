package homeward.stage;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.play.Company;
import homeward.play.Plays;
import homeward.server.Running;
import homeward.server.delegations.Principal;
import homeward.server.delegations.Role;
import homeward.server.delegations.Viewer;
import homeward.server.disclosure.Agency;
import homeward.server.disclosure.Disclosure;
import homeward.server.lists.Lists;
import homeward.server.register.Group;
import homeward.server.setup.Card;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Names leave with the list that is lodged: not when it is made, and not when what may leave is no longer what it was. */
class DepartureTest {
  private static final SecureRandom SOURCE = new SecureRandom();

  private boolean looked;

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    SOURCE.nextBytes(bytes);
    return bytes;
  }

  private static Viewer holding(List<Principal> people, Role role) {
    return people.stream().map(Principal::viewer).filter(each -> each.roles().contains(role)).findFirst().orElseThrow();
  }

  private static long left(Running node) {
    return node.part(JdbcClient.class).sql("select count(*) from disclosure_left").query(Long.class).single();
  }

  private void look(Running node, List<Principal> people) {
    looked = true;
    Lists lists = node.part(Lists.class);
    Viewer delegate = holding(people, Role.DELEGATE);
    assertThat(lists.make(delegate)).isInstanceOf(Lists.Making.Made.class);
    assertThat(left(node)).as("nothing leaves when a list is made").isZero();
    String person = lists.rows().getFirst().person();
    node.part(Disclosure.class).revoke(holding(people, Role.SECURITY), Agency.SECURITY, person, Group.BIRTH);
    assertThat(lists.departs(delegate)).as("with something that may not leave any more").isFalse();
    assertThat(left(node)).isZero();
    assertThat(lists.offering()).as("it has to be made again").isEmpty();
    assertThat(lists.make(delegate)).isInstanceOf(Lists.Making.Made.class);
    assertThat(lists.departs(delegate)).isTrue();
    long once = left(node);
    assertThat(once).isPositive();
    assertThat(lists.departs(delegate)).isTrue();
    assertThat(left(node)).as("what left is written down once").isEqualTo(once);
  }

  private Company gather(Company.Plan plan, Path directory) {
    Map<homeward.exchange.PartyId, Card.Named> named = new HashMap<>();
    plan.dossiers().forEach((party, dossier) ->
        named.put(party, new Card.Named(dossier.party().id(), dossier.party().name(), dossier.root().publicKey().value())));
    RealNodes started = RealNodes.start(plan, directory, named, DepartureTest::bytes);
    var first = plan.dossiers().firstEntry();
    look(started.of(first.getKey()), Furnishing.of(started.of(first.getKey()), first.getValue()));
    return started;
  }

  @Test
  void namesLeaveWithTheListAndOnlyWhileTheyMay() throws URISyntaxException {
    Path folder = Path.of(Objects.requireNonNull(DepartureTest.class.getResource("/homeward/play/one-for-one-and-nobody-else")).toURI());
    Plays.Wish wish = new Plays.Wish(Optional.of(folder.resolve("agreement.json")), Optional.of(folder), "reference", Optional.of("none"), 1, Optional.empty());
    try (Grounds grounds = Grounds.fresh()) {
      assertThat(Plays.run(wish, line -> {}, stores -> {}, plan -> gather(plan, grounds.directory()))).isInstanceOf(Plays.Result.Played.class);
    }
    assertThat(looked).isTrue();
  }
}
