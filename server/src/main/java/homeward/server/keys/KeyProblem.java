package homeward.server.keys;

import java.nio.file.Path;

/** A key that cannot be had, in a sentence with the cure. */
public final class KeyProblem extends Exception {
  KeyProblem(Path file, String cure) {
    super(file + " " + cure);
  }

  /** What is wrong and what to do. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
