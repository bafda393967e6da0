package homeward.agreement;

import java.util.List;

/** What came of reading an agreement: all of it, or nothing and the reasons. */
public sealed interface Reading {
  /** It can be carried out as it stands. */
  record Read(Agreement agreement) implements Reading {}

  /**
   * Nothing was read.
   *
   * @param problems at least one, in the order of the checks; the first hundred
   */
  record Refused(List<Problem> problems) implements Reading {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /**
   * One thing that has to be mended first.
   *
   * @param file its name
   * @param line in the file, from 1; 0 when the whole of it is meant
   * @param path where it stands, such as {@code tranches[2].returns.A.military}, counted from 1; empty for the whole
   */
  record Problem(String file, int line, String path, Fault fault) {

    /** Where it is, what is wrong and what to do, in one sentence. */
    public String inWords() {
      String at = line == 0 ? "" : ", line " + line;
      String in = path.isEmpty() ? "" : ", " + path;
      return file + at + in + ": " + fault.inWords();
    }
  }
}
