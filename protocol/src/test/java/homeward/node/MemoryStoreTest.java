package homeward.node;

/** The store that lives as long as the process keeps the contract of every store. */
class MemoryStoreTest extends StoreContract {
  @Override
  Store empty() {
    return new MemoryStore();
  }

  @Override
  Store reopened(Store store) {
    return store;
  }
}
