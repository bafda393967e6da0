package homeward.server.proceedings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.node.ExchangeFixture;
import homeward.node.ExchangeParty;
import homeward.node.Message;
import homeward.node.Setting;
import homeward.node.Wire;
import homeward.server.database.Database;
import homeward.server.database.Scratch;
import homeward.transcript.Hash;
import homeward.transcript.PublicKey;
import homeward.transcript.SignedEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class ProceedingsTest {
  private static final long NOW = 1_747_386_000_000L;
  private static final Wire NOWHERE = (to, message) -> {};

  private final ExchangeFixture exchange = ExchangeFixture.unopened();
  private final ExchangeParty opener = exchange.a();

  private Setting setting(ExchangeParty party) {
    TreeMap<PartyId, PublicKey> nodes = new TreeMap<>();
    exchange.parties().forEach(each -> nodes.put(each.id(), each.nodeKey().publicKey()));
    return new Setting(ExchangeFixture.CODE, party.id(), party.nodeKey(), exchange.mediator().id(), nodes);
  }

  private Proceedings started(DataSource tables, Wire wire) {
    return new Proceedings(setting(opener), new PostgresStore(tables), wire, () -> NOW, Duration.ZERO);
  }

  private Digest opens(Proceedings proceedings) {
    return proceedings.say(opener.person(0), Function.SIDE, exchange.opening());
  }

  private static Move move(int number) {
    return new Move.Sign(new Digest(Hash.of(new byte[] {(byte) number, (byte) (number >> 8)}).value()));
  }

  private static List<String> outboxIn(DataSource tables) {
    return new PostgresStore(tables).contents().outbox();
  }

  private static String idOf(String entry) {
    return Hash.of(entry.getBytes(java.nio.charset.StandardCharsets.US_ASCII)).value();
  }

  @Test
  void whatWasSaidIsInTheDatabaseWhenItIsAcknowledged() {
    Tables tables = Tables.in(Scratch.shared().source());
    try (Proceedings proceedings = started(tables, NOWHERE)) {
      Digest said = opens(proceedings);
      assertThat(outboxIn(tables)).extracting(ProceedingsTest::idOf).containsExactly(said.value());
      assertThat(proceedings.standing().outbox()).extracting(entry -> entry.hash().value()).containsExactly(said.value());
    }
  }

  @Test
  void noMessageGoesOutBeforeWhatItSaysIsDurable() {
    Tables tables = Tables.in(Scratch.shared().source());
    List<Integer> durable = new ArrayList<>();
    try (Proceedings proceedings = started(tables, (to, message) -> durable.add(outboxIn(tables).size()))) {
      opens(proceedings);
      assertThat(durable).containsExactly(1);
    }
  }

  @Test
  void whatWaitsIsCommittedTogetherAndAcknowledgedOneByOne() throws Exception {
    CommitCount tables = new CommitCount(Tables.in(Scratch.shared().source()));
    CountDownLatch allWait = new CountDownLatch(1);
    try (Proceedings proceedings = started(tables, NOWHERE);
        AutoCloseable listening = proceedings.listen(standing -> await(allWait))) {
      List<CompletableFuture<Optional<Digest>>> said = new ArrayList<>();
      said.add(proceedings.saying(opener.person(0), Function.SIDE, exchange.opening()));
      proceedings.awaitChange(0, Duration.ofSeconds(30));
      long before = tables.commits.get();
      for (int number = 0; number < 100; number++) {
        said.add(proceedings.saying(opener.person(0), Function.SIDE, move(number)));
      }
      allWait.countDown();
      CompletableFuture.allOf(said.toArray(CompletableFuture[]::new)).join();
      assertThat(tables.commits.get() - before).isBetween(1L, 2L);
      assertThat(said.stream().map(each -> each.join().orElseThrow().value()).toList())
          .isEqualTo(outboxIn(tables).stream().map(ProceedingsTest::idOf).toList());
      assertThat(listening).isNotNull();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** Counts commits, and lets some fail: before they reach the database, or when nobody hears any more that they did. */
  private static final class CommitCount extends org.springframework.jdbc.datasource.DelegatingDataSource {
    private final AtomicLong commits = new AtomicLong();
    private volatile boolean failBefore;
    private volatile boolean failAfter;

    CommitCount(DataSource source) {
      super(source);
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection connection = super.getConnection();
      return (Connection)
          java.lang.reflect.Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> {
                if (!method.getName().equals("commit")) {
                  return method.invoke(connection, arguments);
                }
                commits.incrementAndGet();
                commit(connection);
                return new Object();
              });
    }

    private void commit(Connection connection) throws SQLException {
      if (failBefore) {
        failBefore = false;
        connection.rollback();
        throw new SQLException("the line broke before the commit", "08006");
      }
      connection.commit();
      if (failAfter) {
        failAfter = false;
        throw new SQLException("the line broke after the commit", "08006");
      }
    }
  }

  @Test
  void whatWasNotCommittedIsSaidOnceMoreAndStandsOnce() {
    CommitCount tables = new CommitCount(Tables.in(Scratch.shared().source()));
    try (Proceedings proceedings = started(tables, NOWHERE)) {
      opens(proceedings);
      tables.failBefore = true;
      Digest said = proceedings.say(opener.person(0), Function.SIDE, move(1));
      assertThat(outboxIn(tables)).hasSize(2).last().extracting(ProceedingsTest::idOf).isEqualTo(said.value());
    }
  }

  @Test
  void whatWasCommittedUnheardIsAcknowledgedAndStandsOnce() {
    CommitCount tables = new CommitCount(Tables.in(Scratch.shared().source()));
    try (Proceedings proceedings = started(tables, NOWHERE)) {
      opens(proceedings);
      tables.failAfter = true;
      Digest said = proceedings.say(opener.person(0), Function.SIDE, move(1));
      assertThat(outboxIn(tables)).hasSize(2).last().extracting(ProceedingsTest::idOf).isEqualTo(said.value());
    }
  }

  @Test
  void anEntryThatWasKnownBeforeDoesNotStandForAGroupThatWasNotKept() throws Exception {
    CommitCount tables = new CommitCount(Tables.in(Scratch.shared().source()));
    CountDownLatch allWait = new CountDownLatch(1);
    try (Proceedings proceedings = started(tables, NOWHERE)) {
      opens(proceedings);
      SignedEntry known = proceedings.standing().outbox().getFirst();
      try (AutoCloseable listening = proceedings.listen(standing -> await(allWait))) {
        var first = proceedings.saying(opener.person(0), Function.SIDE, move(1));
        proceedings.awaitChange(proceedings.standing().turn(), Duration.ofSeconds(1));
        var second = CompletableFuture.runAsync(() -> proceedings.enter(known));
        var third = proceedings.saying(opener.person(0), Function.SIDE, move(2));
        tables.failBefore = true;
        allWait.countDown();
        CompletableFuture.allOf(first, second, third).join();
        assertThat(outboxIn(tables)).hasSize(3).last().extracting(ProceedingsTest::idOf).isEqualTo(third.join().orElseThrow().value());
        assertThat(listening).isNotNull();
      }
    }
  }

  @Test
  void aMoveThatIsTooLargeIsRefusedAndDisturbsNobody() {
    Tables tables = Tables.in(Scratch.shared().source());
    try (Proceedings proceedings = started(tables, NOWHERE)) {
      opens(proceedings);
      List<Move.Delegate> tooMany = java.util.stream.IntStream.range(0, 2_000).mapToObj(number -> opener.delegates().getFirst()).toList();
      assertThatThrownBy(() -> proceedings.say(opener.person(0), Function.SIDE, new Move.Enrol(tooMany)))
          .isInstanceOf(IllegalArgumentException.class);
      proceedings.say(opener.person(0), Function.SIDE, move(1));
      assertThat(outboxIn(tables)).hasSize(2);
    }
  }

  @Test
  void whoeverReadsKeepsWhatStoodThen() {
    try (Proceedings proceedings = new Proceedings(
        setting(exchange.mediator()), new PostgresStore(Tables.in(Scratch.shared().source())), NOWHERE, () -> NOW, Duration.ZERO)) {
      Standing before = proceedings.standing();
      exchange.a().says(0, Function.SIDE, exchange.opening());
      SignedEntry opening = exchange.a().node().outbox().getFirst();
      proceedings.receive(exchange.a().id(), List.of(new Message.Submit(List.of(opening.jws()))));
      Standing after = proceedings.awaitChange(before.turn(), Duration.ofSeconds(30));
      assertThat(before.log()).isEmpty();
      assertThat(after.log()).hasSize(1);
      assertThat(after.turn()).isGreaterThan(before.turn());
      assertThat(after.log().getFirst().leaf().entry()).isEqualTo(opening);
      assertThat(after.state()).isEqualTo(after.stateAt(1));
      proceedings.tick();
      assertThat(proceedings.standing()).as("a tick that changes nothing is not told").isSameAs(after);
    }
  }

  @Test
  void aParcelIsSentAgainAfterAStartUntilItHasArrivedAndCanBeErased() {
    Tables tables = Tables.in(Scratch.shared().source());
    List<Message> sent = new CopyOnWriteArrayList<>();
    Message.Parcel parcel = Message.Parcel.of(new byte[] {1, 2, 3}, new byte[32]);
    PartyId home = exchange.b().id();
    try (Proceedings proceedings = started(tables, (to, message) -> sent.add(message))) {
      proceedings.attach(parcel, home);
    }
    try (Proceedings again = started(tables, (to, message) -> sent.add(message))) {
      again.sendParcels();
      assertThat(sent).containsExactly(parcel, parcel);
      again.arrived(parcel, home);
      again.sendParcels();
      assertThat(sent).hasSize(2);
      Hash key = Hash.of(new byte[32]);
      assertThat(again.attachment(key)).contains(new byte[32]);
      again.erase(key);
      assertThat(again.attachment(key)).isEmpty();
    }
  }

  /** Whoever still speaks while a node is closed is answered, and nobody waits for ever: many rounds, for it is a matter of moments. */
  @Test
  void aNodeThatIsClosedWhileOthersSpeakEndsAndAnswersEverybody() throws Exception {
    Tables tables = Tables.in(Scratch.shared().source());
    ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    try {
      for (int round = 0; round < 400; round++) {
        Proceedings proceedings = started(tables, NOWHERE);
        CyclicBarrier together = new CyclicBarrier(4);
        List<Future<Boolean>> all = new ArrayList<>();
        for (int speaker = 0; speaker < 3; speaker++) {
          all.add(people.submit(() -> together.await() >= 0 && ticked(proceedings)));
        }
        together.await();
        all.add(people.submit(() -> closed(proceedings)));
        for (Future<Boolean> each : all) {
          assertThat(each.get(30, TimeUnit.SECONDS)).as("round %s", round).isNotNull();
        }
      }
    } finally {
      people.shutdownNow();
    }
  }

  private static boolean closed(Proceedings proceedings) {
    proceedings.close();
    return true;
  }

  /** Whether it was done; false when the node had stopped. */
  private static boolean ticked(Proceedings proceedings) {
    try {
      proceedings.tick();
      return true;
    } catch (IllegalStateException stopped) {
      return false;
    }
  }

  @Test
  void nothingThatWasAcknowledgedIsLostWhenPostgresIsKilledMeanwhile() throws Exception {
    java.nio.file.Path directory = Scratch.directory();
    try (Database killed = Scratch.open(directory)) {
      Tables tables = Tables.in(killed.source());
      try (Proceedings proceedings = started(tables, NOWHERE)) {
        opens(proceedings);
        List<String> acknowledged = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
          if (number == 20) {
            Scratch.killPostgres(directory);
          }
          acknowledged.add(proceedings.say(opener.person(0), Function.SIDE, move(number)).value());
        }
        assertThat(outboxIn(tables).stream().skip(1).map(ProceedingsTest::idOf)).isEqualTo(acknowledged);
      }
    }
  }
}
