package homeward.learning;

/**
 * What is left out in learning, so that no answer hangs by one trait or one unit (Srivastava and others 2014, "Dropout").
 *
 * @param draws decide
 * @param share the share of traits, words or units that are left out
 */
record Dropping(Draws draws, float share) {
  boolean drops() {
    return draws.share() < share;
  }

  /** By how much more the rest counts. */
  float rest() {
    return 1 / (1 - share);
  }
}
