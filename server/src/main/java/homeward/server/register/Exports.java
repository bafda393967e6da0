package homeward.server.register;

import homeward.register.Column;
import homeward.register.Listing;
import homeward.register.Listing.Form;
import homeward.server.delegations.Right;
import homeward.server.delegations.Viewer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files of those found, with the fields that whoever exports may see. */
@Component
class Exports {
  private final Search search;
  private final Register register;

  Exports(Search search, Register register) {
    this.search = search;
    this.register = register;
  }

  /** Writes everybody a filter finds, row by row; whose files they are stands on a recorded sheet. */
  @Transactional
  public void write(Viewer by, Filter filter, Form form, OutputStream to) throws IOException {
    by.require(Right.REGISTER_EXPORT);
    by.require(Right.PERSON_NAME);
    register.count(by, filter);
    Set<Column> columns = Group.columnsFor(by);
    List<String> codes = new ArrayList<>();
    try (Listing.Writer writer = Listing.Writer.start(form, columns, to)) {
      search.each(filter, file -> {
        codes.add(file.code());
        write(writer, file);
      });
    }
    register.recordSheet(by, "register.export", codes);
  }

  private static void write(Listing.Writer writer, PersonFile file) {
    Map<Column, String> cells = new EnumMap<>(Column.class);
    cells.putAll(file.shown());
    cells.putIfAbsent(Column.ID, file.code());
    try {
      writer.write(new Listing(0, file.code(), file.version(), cells));
    } catch (IOException cannotWrite) {
      throw new UncheckedIOException(cannotWrite);
    }
  }
}
