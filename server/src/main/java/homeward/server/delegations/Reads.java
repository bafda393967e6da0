package homeward.server.delegations;

import java.util.SortedSet;

/** The record of reads: who saw which fields of whose file, and through which face. It only grows. */
public interface Reads {

  /**
   * Records a read, in the transaction of whoever reads: when it cannot be recorded, nothing is shown.
   *
   * @param face what was opened, in code ({@code register.file})
   * @param subject the person's opaque code
   * @param fields the rights that were used
   */
  void record(Viewer viewer, String face, String subject, SortedSet<Right> fields);
}
