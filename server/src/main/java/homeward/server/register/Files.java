package homeward.server.register;

import homeward.register.PeopleFile.Kind;
import homeward.server.register.Statement.FileRow;
import homeward.server.register.Statement.Source;
import homeward.server.register.Statement.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** People's files in the database: whole, whoever looks; the register leaves out what a viewer may not see. */
@Component
class Files {
  private final JdbcClient sql;
  private final AtomicLong changes = new AtomicLong();

  Files(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<PersonFile> find(String code) {
    return Optional.ofNullable(find(List.of(code), false).get(code));
  }

  /** The file, which nobody else changes until the transaction is over. */
  Optional<PersonFile> hold(String code) {
    return Optional.ofNullable(find(List.of(code), true).get(code));
  }

  /** Files by code; codes that are nobody's are left out. */
  Map<String, PersonFile> find(Collection<String> codes, boolean hold) {
    if (codes.isEmpty()) {
      return Map.of();
    }
    String[] asked = codes.toArray(String[]::new);
    String lock = hold ? " for update" : "";
    List<PersonFile> bare = bare(asked, lock);
    Map<String, List<Statement>> statements = statements(asked);
    Map<String, PersonFile> files = new HashMap<>();
    for (PersonFile file : bare) {
      files.put(file.code(), new PersonFile(file.code(), file.register(), file.version(), file.shown(), file.changed(),
          List.copyOf(statements.getOrDefault(file.code(), List.of())), file.seen()));
    }
    return files;
  }

  private List<PersonFile> bare(String[] asked, String lock) {
    return sql.sql("select code, register, version, shown, changed from register_person where code = any(?) order by code" + lock)
        .param(asked)
        .query((row, number) -> bare(row))
        .list();
  }

  /** Files without what was said. */
  List<PersonFile> bare(Collection<String> codes) {
    return codes.isEmpty() ? List.of() : bare(codes.toArray(String[]::new), "");
  }

  static PersonFile bare(ResultSet row) throws SQLException {
    return new PersonFile(row.getString("code"), Kind.valueOf(row.getString("register")), row.getLong("version"),
        Texts.cells(row.getString("shown")), Texts.versions(row.getString("changed")), List.of(), EnumSet.allOf(Group.class));
  }

  private Map<String, List<Statement>> statements(String[] codes) {
    Map<String, List<Statement>> statements = new HashMap<>();
    sql.sql("""
            select person, s.version, said, s.standing, s.informant, s.account, s.at, file_row, i.place, i.file_name
            from register_statement s left join register_import i on i.place = s.import
            where person = any(?) order by person, s.version
            """)
        .param(codes)
        .query(row -> {
          statements.computeIfAbsent(row.getString("person"), any -> new ArrayList<>()).add(statement(row));
        });
    return statements;
  }

  private static Statement statement(ResultSet row) throws SQLException {
    long file = row.getLong("place");
    Optional<FileRow> from = row.wasNull() ? Optional.empty() : Optional.of(new FileRow(file, row.getString("file_name"), row.getInt("file_row")));
    return new Statement(row.getLong("version"), Texts.cells(row.getString("said")),
        new Source(Standing.valueOf(row.getString("standing")), row.getString("informant"), row.getString("account"), row.getLong("at"), from));
  }

  /** Adds statements, at most one a person, and makes the current views those after them. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void add(List<Addition> additions) {
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        changes.incrementAndGet();
      }
    });
    List<Addition> fresh = additions.stream().filter(addition -> addition.version() == 1).toList();
    List<Addition> further = additions.stream().filter(addition -> addition.version() > 1).toList();
    insertPeople(fresh);
    updatePeople(further);
    insertWords(additions.stream().filter(Addition::renamed).toList());
    insertStatements(additions);
  }

  /** How often the registers have changed since the node started. */
  long changes() {
    return changes.get();
  }

  private void insertPeople(List<Addition> people) {
    if (!people.isEmpty()) {
      sql.sql("""
              insert into register_person (code, register, version, shown, changed)
              select code, register, 1, shown::jsonb, changed::jsonb
              from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as t(code, register, shown, changed)
              """)
          .params(texts(people, Addition::code), texts(people, addition -> addition.register().name()),
              texts(people, addition -> Texts.json(addition.shown())), texts(people, addition -> Texts.versions(addition.changed())))
          .update();
    }
  }

  private void updatePeople(List<Addition> people) {
    if (!people.isEmpty()) {
      sql.sql("""
              update register_person p set version = t.version, shown = t.shown::jsonb, changed = t.changed::jsonb
              from unnest(?::text[], ?::bigint[], ?::text[], ?::text[]) as t(code, version, shown, changed)
              where p.code = t.code and p.version = t.version - 1
              """)
          .params(texts(people, Addition::code), people.stream().map(Addition::version).toArray(Long[]::new),
              texts(people, addition -> Texts.json(addition.shown())), texts(people, addition -> Texts.versions(addition.changed())))
          .update();
      sql.sql("delete from register_word where person = any(?)")
          .param(texts(people.stream().filter(Addition::renamed).toList(), Addition::code))
          .update();
    }
  }

  private void insertWords(List<Addition> people) {
    List<String> codes = new ArrayList<>();
    List<String> words = new ArrayList<>();
    people.forEach(addition -> Texts.nameWords(addition.shown()).forEach(word -> {
      codes.add(addition.code());
      words.add(word);
    }));
    sql.sql("insert into register_word (person, word) select * from unnest(?::text[], ?::text[])")
        .params(codes.toArray(String[]::new), words.toArray(String[]::new))
        .update();
  }

  private void insertStatements(List<Addition> additions) {
    sql.sql("""
            insert into register_statement (person, version, said, standing, informant, import, file_row, account, at)
            select person, version, said::jsonb, standing, informant, import, file_row, account, at
            from unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::integer[], ?::text[], ?::bigint[])
              as t(person, version, said, standing, informant, import, file_row, account, at)
            """)
        .params(texts(additions, Addition::code), additions.stream().map(Addition::version).toArray(Long[]::new),
            texts(additions, addition -> Texts.json(addition.said())), texts(additions, addition -> addition.source().standing().name()),
            texts(additions, addition -> addition.source().informant()),
            additions.stream().map(addition -> addition.source().file().map(FileRow::file).orElse(null)).toArray(Long[]::new),
            additions.stream().map(addition -> addition.source().file().map(FileRow::row).orElse(null)).toArray(Integer[]::new),
            texts(additions, addition -> addition.source().account()),
            additions.stream().map(addition -> addition.source().at()).toArray(Long[]::new))
        .update();
  }

  private static String[] texts(List<Addition> additions, Function<Addition, String> text) {
    return additions.stream().map(text).toArray(String[]::new);
  }

  /** The categories in a register, for a choice. */
  List<String> categories(Kind register) {
    return sql.sql("""
            with recursive found(category) as (
              (select category from register_person where register = :register order by category limit 1)
              union all
              select (select p.category from register_person p where p.register = :register and p.category > found.category order by p.category limit 1)
              from found where found.category is not null)
            select category from found where category <> '' limit 200
            """)
        .param("register", register.name())
        .query(String.class)
        .list();
  }

  /** Keeps whom a sheet showed. */
  void keepSheet(String sheet, long at, Collection<String> people) {
    sql.sql("insert into register_sheet (code, at, people) values (?, ?, ?)").params(sheet, at, people.toArray(String[]::new)).update();
  }

  /** Whom a sheet showed. */
  List<String> onSheet(String sheet) {
    return sql.sql("select unnest(people) from register_sheet where code = ?").param(sheet).query(String.class).list();
  }
}
