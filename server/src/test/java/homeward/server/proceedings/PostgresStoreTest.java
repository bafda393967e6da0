package homeward.server.proceedings;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.node.ExchangeFixture;
import homeward.node.ExchangeParty;
import homeward.node.ExchangeStage;
import homeward.node.MemoryStore;
import homeward.node.Store;
import homeward.node.StoreContract;
import homeward.server.database.Scratch;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The store in PostgreSQL keeps the contract of every store, and holds byte for byte what the one in memory holds. */
class PostgresStoreTest extends StoreContract {
  private final IdentityHashMap<Store, Tables> tables = new IdentityHashMap<>();

  @Override
  protected Store empty() {
    return on(Tables.in(Scratch.shared().source()));
  }

  private Store on(Tables fresh) {
    Store store = new PostgresStore(fresh);
    tables.put(store, fresh);
    return store;
  }

  @Override
  protected Store reopened(Store store) {
    return on(Objects.requireNonNull(tables.get(store)));
  }

  @Test
  void aWholeExchangeLeavesTheSameBytesAsInMemory() {
    List<Store.Contents> inMemory = played(new ExchangeFixture(ExchangeFixture.CODE, 7, MemoryStore::new));
    List<Store.Contents> inPostgres = played(new ExchangeFixture(ExchangeFixture.CODE, 7, this::empty));
    assertThat(inPostgres).isEqualTo(inMemory);
    assertThat(inMemory.getFirst().lines()).hasSizeGreaterThan(40);
  }

  private static List<Store.Contents> played(ExchangeFixture exchange) {
    exchange.playTo(ExchangeStage.CLOSED);
    return exchange.parties().stream().map(ExchangeParty::store).map(Store::contents).toList();
  }
}
