package homeward.server.register;

import homeward.register.Column;
import homeward.register.Reading.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What came of saving a person's file. */
public sealed interface Saving {
  /**
   * It was added to the file.
   *
   * @param outweighed fields in which another source still counts
   */
  record Saved(String code, long version, Set<Column> outweighed) implements Saving {}

  /** Nothing in it differs from what was on the page. */
  record Same() implements Saving {}

  /**
   * Somebody else saved in between; nothing was saved, and nothing that was typed is lost.
   *
   * @param now the file as it is now
   * @param theirs fields that changed in between
   * @param yours what was typed and differs from what was on the page
   */
  record ChangedMeanwhile(PersonFile now, Set<Column> theirs, Map<Column, String> yours) implements Saving {}

  /** Something that was typed cannot be read, or nobody is named as the source. */
  record Refused(List<Problem> problems, boolean noInformant) implements Saving {}
}
