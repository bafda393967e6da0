package homeward.server.register;

import homeward.register.Column;
import homeward.register.PeopleFile.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A statement on its way to a person's file, and the file after it.
 *
 * @param said what it adds
 * @param shown the current view after it
 * @param changed in which version each group last changed, after it
 * @param renamed whether the name is another one after it
 */
record Addition(
    String code,
    Kind register,
    long version,
    Map<Column, String> said,
    Statement.Source source,
    Map<Column, String> shown,
    Map<Group, Long> changed,
    boolean renamed) {

  /** A person nobody has heard of before. */
  static Addition ofNew(String code, Kind register, Map<Column, String> said, Statement.Source source) {
    return new Addition(code, register, 1, said, source, said, Current.changed(Map.of(), Map.of(), said, 1), true);
  }

  /** One more statement on a person's file. */
  static Addition to(PersonFile file, Map<Column, String> said, Statement.Source source) {
    long version = file.version() + 1;
    List<Statement> statements = new ArrayList<>(file.statements());
    statements.add(new Statement(version, said, source));
    Map<Column, String> shown = Current.view(statements);
    return new Addition(file.code(), file.register(), version, said, source, shown,
        Current.changed(file.changed(), file.shown(), shown, version), !Texts.nameWords(shown).equals(Texts.nameWords(file.shown())));
  }
}
