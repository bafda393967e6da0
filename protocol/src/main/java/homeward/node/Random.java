package homeward.node;

/** Where keys, nonces and references come from. */
@FunctionalInterface
public interface Random {
  /** So many fresh bytes. */
  byte[] bytes(int count);
}
