package homeward.matching;

/** Is told how far a long run is. */
public interface Progress {
  /** Tells nobody. */
  Progress SILENT = (what, done, total) -> {};

  /** Called now and then, in order. */
  void at(String what, long done, long total);
}
