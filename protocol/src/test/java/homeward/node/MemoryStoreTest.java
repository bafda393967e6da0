package homeward.node;

/** The store that lives as long as the process keeps the contract of every store. */
class MemoryStoreTest extends StoreContract {
  @Override
  protected Store empty() {
    return new MemoryStore();
  }

  @Override
  protected Store reopened(Store store) {
    return store;
  }
}
